// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "domain/post.h"

#include <functional>

/// How statuses, days and times are said where the story is shown.
struct ActivityWords
{
    std::function<QString(PostStatus)> status;
    std::function<QString(QDate)> day;
    std::function<QString(QTime)> time;
};

/// What one command did to one post, or to the sets of the plan.
struct ActivityEntry
{
    qint64 seq = 0; ///< of its newest row
    qint64 at = 0; ///< Unix milliseconds
    UserId who;
    PostId post; ///< null: none
    QString headline; ///< of the post; may be empty
    std::optional<QDate> day; ///< of the post
    bool isThere = false; ///< the post can be opened
    bool continues = false; ///< the same command as the entry before it
    QStringList sentences; ///< one or more

    friend bool operator==(const ActivityEntry &, const ActivityEntry &) = default;
};

/// The story that \a page tells, newest first. Rows that tell nothing to people make no entry.
[[nodiscard]] QList<ActivityEntry> storyOf(const ActivityPage &page, const ActivityWords &words);
