// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/editcommand.h"

#include "session/workspace.h"

#include <utility>

namespace {
constexpr qint64 MergeMs = 2000; // typing with a longer pause is a new step
}

EditCommand::EditCommand(Workspace &workspace, RowEdits edits, const QString &text, int mergeKey)
    : QUndoCommand(text)
    , m_workspace(workspace)
    , m_edits(std::move(edits))
    , m_mergeKey(mergeKey)
{
    m_age.start();
}

void EditCommand::redo()
{
    if (std::exchange(m_written, false))
        return;
    m_workspace.apply(m_edits);
}

void EditCommand::undo()
{
    m_written = false;
    m_workspace.apply(inverted(m_edits));
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const EditCommand *>(other);
    if (m_age.elapsed() > MergeMs || next->m_edits.size() != m_edits.size())
        return false;
    for (qsizetype i = 0; i < m_edits.size(); ++i) {
        const RowEdit &mine = m_edits.at(i);
        const RowEdit &theirs = next->m_edits.at(i);
        if (mine.table != theirs.table || mine.id != theirs.id || mine.op != RowEdit::Op::Update
            || theirs.op != RowEdit::Op::Update || mine.after.keys() != theirs.after.keys())
            return false;
    }
    for (qsizetype i = 0; i < m_edits.size(); ++i)
        m_edits[i].after = next->m_edits.at(i).after;
    m_age.restart();
    bool unchanged = true;
    for (const RowEdit &edit : std::as_const(m_edits))
        unchanged = unchanged && edit.before == edit.after;
    setObsolete(unchanged);
    return true;
}
