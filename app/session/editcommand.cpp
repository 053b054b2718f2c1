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
    if (std::exchange(m_written, false) || isObsolete())
        return;
    step(m_edits, false);
}

void EditCommand::undo()
{
    if (std::exchange(m_written, false) || isObsolete())
        return;
    step(inverted(m_edits), true);
}

void EditCommand::step(const RowEdits &edits, bool isUndo)
{
    // The stack moves when this returns: down by an undo, up by a redo.
    const int index = m_workspace.undoStack()->index() + (isUndo ? -1 : 1);
    m_workspace.apply(edits,
        [this, stack = m_workspace.undoStack(), alive = std::weak_ptr(m_alive), index, isUndo](
            const Result<> &done) {
            if (!done && !alive.expired())
                stepBack(done.error().code, index, isUndo);
            dropDead(*stack);
        });
}

void EditCommand::dropDead(QUndoStack &stack)
{
    while (stack.index() < stack.count() && stack.command(stack.index())->isObsolete()) {
        // Up and down again, so that whoever shows the stack hears of it.
        auto *dead =
            static_cast<EditCommand *>(const_cast<QUndoCommand *>(stack.command(stack.index())));
        dead->setObsolete(false);
        dead->m_written = true;
        stack.redo();
        dead->m_written = true;
        dead->setObsolete(true);
        stack.undo();
    }
}

void EditCommand::stepBack(Error::Code code, int index, bool isUndo)
{
    const bool isImpossible = code == Error::Code::Conflict || code == Error::Code::NotFound;
    QUndoStack *stack = m_workspace.undoStack();
    if (stack->index() != index) {
        setObsolete(isImpossible);
        return; // other steps were taken meanwhile
    }
    if (isUndo) {
        m_written = true;
        stack->redo();
        if (!isImpossible)
            return;
    }
    // What is above the stack's index leaves it without a word, so an obsolete command goes by an undo, which deletes this.
    m_written = true;
    setObsolete(isImpossible);
    stack->undo();
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
            || theirs.op != RowEdit::Op::Update || !sameColumns(mine.after, theirs.after))
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
