// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rowedit.h"

#include <QElapsedTimer>
#include <QUndoCommand>

class Workspace;

/// An acknowledged edit: holds ids and the changed fields' values, before and after. Creating, changing, moving and deleting are all this one command.
class EditCommand final : public QUndoCommand
{
public:
    EditCommand(Workspace &workspace, RowEdits edits, const QString &text, int mergeKey);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override { return m_mergeKey == 0 ? -1 : m_mergeKey; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    Workspace &m_workspace;
    RowEdits m_edits;
    int m_mergeKey;
    bool m_written = true; ///< the first redo comes with the push, after the write
    QElapsedTimer m_age;
};
