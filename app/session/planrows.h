// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plannedpost.h"
#include "session/planrow.h"

/// Collects what becomes of the first posts of one file.
class PlanRows
{
public:
    static constexpr qsizetype Most = 100;

    /// The rows of one post, each with its channels, by name.
    void add(const QList<PlannedPost> &rows, const QStringList &channels, PlanFate fate);
    /// A row that could not be read at all.
    void add(const RejectedRow &row);
    [[nodiscard]] bool isFull() const { return m_posts.size() >= Most; }
    /// The first of them by line, at most Most, with what \a issues say of the lines of \a file.
    [[nodiscard]] QList<PlanRow> taken(const QString &file, const QList<ImportIssue> &issues) const;

private:
    QList<PlanRow> m_posts;
    QList<PlanRow> m_unread;
};
