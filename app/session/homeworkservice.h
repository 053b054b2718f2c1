// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/homework.h"

#include <QCoreApplication>

class Workspace;

/// What people do with the homework of a prospect. Each is one undoable command.
class HomeworkService
{
    Q_DECLARE_TR_FUNCTIONS(HomeworkService)
public:
    explicit HomeworkService(Workspace &workspace)
        : m_workspace(workspace)
    { }

    /// Adds a note at the end of its kind among \a facts; of today, where its day is not set. Words that are empty are not added.
    void add(ProspectId prospect, const QList<Fact> &facts, Fact fact) const;
    /// Empty words change nothing.
    void change(const Fact &before, Fact after) const;
    /// It is still true today.
    void confirm(const Fact &fact) const;
    void remove(const Fact &fact) const;
    /// Moves it by \a steps among those of its kind.
    void move(const QList<Fact> &facts, FactId id, int steps) const;

private:
    Workspace &m_workspace;
};
