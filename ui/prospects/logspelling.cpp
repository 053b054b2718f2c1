// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/logspelling.h"

#include "session/plansets.h"
#include "session/snippetservice.h"
#include "session/spellservice.h"
#include "session/workspace.h"
#include "session/workspacesetting.h"
#include "ui_common/copyeditor.h"
#include "ui_common/spellmarks.h"

#include <QLocale>

using namespace Qt::StringLiterals;

LogSpelling::LogSpelling(Workspace &workspace, CopyEditor *editor, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_setting(new WorkspaceSetting(workspace, u"language"_s, this))
    , m_service(new SpellService(dictionaryFolders(), this))
    , m_marks(new SpellMarks(editor, m_service, this))
{
    connect(m_setting, &WorkspaceSetting::changed, this, &LogSpelling::refresh);
    connect(m_service, &SpellService::languagesFound, this, &LogSpelling::refresh);
    connect(&workspace.plan(), &PlanSets::changed, this,
        [this] { m_service->setTeamWords(m_workspace.plan().dictionaryWords()); });
    connect(m_marks, &SpellMarks::addWordRequested, this,
        [this](const QString &word, const QString &language) {
            SnippetService::addWord(m_workspace, word, language);
        });
    m_service->setTeamWords(workspace.plan().dictionaryWords());
}

void LogSpelling::setPlace(qint64 place)
{
    m_place = place;
    refresh();
}

QString LogSpelling::language() const
{
    const QString own = m_service->languageFor(
        m_setting->value().isEmpty() ? QLocale::system().name() : m_setting->value());
    return own.isEmpty() && m_setting->value().isEmpty() ? m_service->languageFor(u"en_US"_s) : own;
}

void LogSpelling::refresh()
{
    if (m_service->isReady())
        m_marks->setContext(m_place, language());
}
