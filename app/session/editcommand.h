// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rowedit.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <memory>

class QUndoStack;
class Workspace;

/// An acknowledged edit: holds ids and the changed fields' values, before and after. Creating, changing, moving and deleting are all this one command.
/// Where a step cannot be written the stack stands again where it stood; a step that others' edits made impossible leaves the stack.
class EditCommand final : public QUndoCommand
{
public:
    EditCommand(Workspace &workspace, RowEdits edits, const QString &text, int mergeKey);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return m_mergeKey == 0 ? -1 : m_mergeKey; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    void step(const RowEdits &edits, bool isUndo);
    /// Takes away what is next to be redone and was found impossible while other steps were taken.
    static void dropDead(QUndoStack &stack);
    void stepBack(Error::Code code, int index, bool isUndo);

    Workspace &m_workspace;
    RowEdits m_edits;
    int m_mergeKey;
    bool m_written = true; ///< the next step only moves the stack: the row holds it already
    std::shared_ptr<int> m_alive =
        std::make_shared<int>(); ///< lets a late answer know whether the stack still has this
    QElapsedTimer m_age;
};
