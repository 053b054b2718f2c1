// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/notessection.h"

#include "domain/mergednotes.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int NotesRestMs = 800;
}

NotesSection::NotesSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_told(quietLabel({}, this))
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
    layout->addWidget(m_told);
    m_told->setObjectName(u"prospect.notesTold"_s);
    m_told->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(NotesRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NotesSection::flush);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_typed = true;
        m_told->hide();
        m_rest.start();
    });
    connect(&workspace, &Workspace::refused, this, &NotesSection::takeBack);
    connect(&workspace, &Workspace::settled, this, [this] { m_said.reset(); });
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
    if (isOther || m_shown != prospect->id) {
        m_shown = prospect->id;
        m_typed = false;
        m_rest.stop();
        m_said.reset();
        m_told->hide();
    } else if (m_typed) {
        if (prospect->notes != m_base)
            m_rest.start(); // then both are kept
        return;
    }
    m_base = prospect->notes;
    if (plainWords(*m_text) != m_base)
        setWords(m_base);
}

void NotesSection::setWords(const QString &words)
{
    const QString before = plainWords(*m_text);
    const auto place = m_text->textCursor().position();
    const auto moved = words.startsWith(QStringView(before).first(place))
        ? place
        : std::max<qsizetype>(0, words.size() - (before.size() - place));
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(words);
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(int(moved));
    m_text->setTextCursor(cursor);
}

void NotesSection::takeBack(const QList<RowEdit> &edits)
{
    const bool isOurs = m_said && std::ranges::any_of(edits, [this](const RowEdit &edit) {
        return edit.table == "prospect"_L1 && edit.id == m_shown.value();
    });
    if (!isOurs)
        return;
    // The words stay; as soon as it is known what stands there instead, they are said again.
    if (!m_typed)
        setWords(m_said->after);
    m_base = m_said->before;
    m_typed = true;
    m_said.reset();
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
    const QString words = plainWords(*m_text);
    Prospect after = *prospect;
    after.notes = mergedNotes(m_base, words, prospect->notes);
    if (after.notes != words) {
        setWords(after.notes);
        m_told->setText(
            tr("Somebody else changed these notes while you wrote. Both are kept, one below the "
               "other where they met."));
        m_told->show();
    }
    m_base = after.notes;
    m_said = {prospect->notes, after.notes};
    if (after != *prospect)
        m_workspace.prospects().change(*prospect, after, true);
}
