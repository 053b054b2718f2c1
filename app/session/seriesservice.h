// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/network.h"
#include "domain/rowedit.h"
#include "domain/seriesedits.h"

#include <QObject>

#include <functional>

class Workspace;

/// Posts that recur: makes the occurrences of a rule, each a post of its own, and edits one, the following or all of them. Each is one undoable command.
class SeriesService : public QObject
{
    Q_OBJECT
public:
    SeriesService(Workspace &workspace, QObject *parent);

    /// Makes \a first the first occurrence of \a rule, and a draft for each further one. Errors: Rejected: a post without a day, one of a series already,
    /// or as SeriesEdits::daysOf().
    [[nodiscard]] Result<> start(const PostWithVariants &first, const QString &rule);
    /// Makes the edit of one occurrence to those within \a reach too, as SeriesEdits::applied(). With Following the series is divided before it.
    void change(const PostWithVariants &before, const PostWithVariants &after, Reach reach);
    /// Deletes those within \a reach that were not posted, and ends the rule there, or skips the day.
    void remove(const PostWithVariants &post, Reach reach);
    /// Takes \a post out of its series: what happens to the others leaves it alone.
    void detach(const PostWithVariants &post);

private:
    /// Calls \a use with the live occurrences of \a series, by day.
    void readOccurrences(SeriesId series, std::function<void(const QList<PostWithVariants> &)> use);
    [[nodiscard]] const Series *find(SeriesId id) const;
    /// The viewer as who takes the steps of the work flow, now.
    [[nodiscard]] PostEdits::StatusStep viewerStep() const;

    Workspace &m_workspace;
    NetworkTable m_networks;
};
