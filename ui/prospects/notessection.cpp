// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/notessection.h"

#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "ui_common/plaintext.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int NotesRestMs = 800;
}

NotesSection::NotesSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_text(new QPlainTextEdit(this))
{
    m_text->setObjectName(u"prospect.notes"_s);
    m_text->setAccessibleName(tr("Notes"));
    m_text->setPlaceholderText(tr("What you want to remember"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_rest.setSingleShot(true);
    m_rest.setInterval(NotesRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NotesSection::flush);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_typed = true;
        m_rest.start();
    });
}

QString NotesSection::key() const
{
    return u"notes"_s;
}

QString NotesSection::title() const
{
    return tr("Notes");
}

void NotesSection::refresh(bool isOther)
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return;
    m_shown = prospect->id;
    if (plainWords(*m_text) == prospect->notes || (!isOther && m_typed))
        return;
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(prospect->notes);
    m_typed = false;
}

void NotesSection::flush()
{
    if (!m_typed)
        return;
    m_typed = false;
    m_rest.stop();
    const auto &prospect = m_dossier.prospect();
    if (!prospect || prospect->id != m_shown)
        return;
    Prospect after = *prospect;
    after.notes = plainWords(*m_text);
    if (after != *prospect)
        m_workspace.prospects().change(*prospect, after, true);
}
