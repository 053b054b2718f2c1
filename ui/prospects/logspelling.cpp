// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/logspelling.h"

#include "session/snippetservice.h"
#include "session/spellservice.h"
#include "session/workspace.h"
#include "session/workspacesetting.h"
#include "ui_common/copyeditor.h"
#include "ui_common/spellmarks.h"

using namespace Qt::StringLiterals;

LogSpelling::LogSpelling(Workspace &workspace, CopyEditor *editor, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_setting(new WorkspaceSetting(workspace, u"language"_s, this))
    , m_service(&workspace.spelling())
    , m_marks(new SpellMarks(editor, m_service, this))
{
    connect(m_setting, &WorkspaceSetting::changed, this, &LogSpelling::refresh);
    connect(m_service, &SpellService::languagesFound, this, &LogSpelling::refresh);
    connect(m_marks, &SpellMarks::addWordRequested, this,
        [this](const QString &word, const QString &language) {
            SnippetService::addWord(m_workspace, word, language);
        });
    refresh();
}

void LogSpelling::setPlace(qint64 place)
{
    m_place = place;
    refresh();
}

void LogSpelling::refresh()
{
    if (m_service->isReady())
        m_marks->setContext(
            m_place, m_service->languageFor(m_service->workspaceLanguage(m_setting->value())));
}
