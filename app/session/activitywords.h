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

/// A row of the log about what sales did with a prospect: a handover, an offer, a consent, the homework, a merge.
struct PersonChange
{
    QString table;
    ActivityRow::Op op = ActivityRow::Op::Update;
    QStringList fields; ///< the columns that an update changed
    QVariantMap before; ///< of the columns that are told
    QVariantMap after;
    QString word; ///< the kind of an offer, the basis of a consent: stable names
    QString subject; ///< a title, a name, a reason; may be empty
};
/// What \a change did, in a whole sentence for people. Empty for other tables, and where it tells nothing.
[[nodiscard]] QString personSentence(const PersonChange &change);

/// What one command did to one post, to one prospect, or to the sets of the plan.
struct ActivityEntry
{
    qint64 seq = 0; ///< of its newest row
    qint64 at = 0; ///< Unix milliseconds
    UserId who;
    PostId post; ///< null: none
    ProspectId prospect; ///< null: none
    QString headline; ///< of the post, or the prospect's name; may be empty
    std::optional<QDate> day; ///< of the post
    bool isThere = false; ///< the post or the prospect can be opened
    bool continues = false; ///< the same command as the entry before it
    QStringList sentences; ///< one or more

    friend bool operator==(const ActivityEntry &, const ActivityEntry &) = default;
};

/// The story that \a page tells, newest first. Rows that tell nothing to people make no entry.
[[nodiscard]] QList<ActivityEntry> storyOf(const ActivityPage &page, const ActivityWords &words);
