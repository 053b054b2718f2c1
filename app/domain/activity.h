// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <QVariantMap>

#include <optional>

/// What a change is about; one row may be about several.
enum class ActivityKind {
    Made,
    Planned,
    Status,
    Words,
    Media,
    Sorted,
    Said,
    Imported,
    Sets,
    People
};

/// One row of the change log about a post, what hangs on it, a set of the plan, or what sales did with a prospect. Words are named as changed and never repeated.
struct ActivityRow
{
    /// Restore: an insert of what was deleted before. Import: a batch of posts became visible.
    enum class Op { Insert, Update, Remove, Restore, Import };

    qint64 seq = 0; ///< ascends with each row
    qint64 at = 0; ///< Unix milliseconds; the same for all that one command changed
    UserId who;
    BatchId batch; ///< the import that wrote it, or null
    QString table;
    qint64 id = 0;
    Op op = Op::Update;
    QStringList fields; ///< the columns that an update changed
    QVariantMap before; ///< of some of them: days, times, statuses, references
    QVariantMap after;
    PostId post; ///< null for a set of the plan and for a prospect
    ProspectId prospect; ///< null for the plan
    ChannelId channel; ///< of the variant that it is about, or null
    qint64 subject = 0; ///< key of `names`: the label, the medium, the item, the set, the offer
    int count = 0; ///< how many posts an import brought

    friend bool operator==(const ActivityRow &, const ActivityRow &) = default;
};

/// A post as its history names it.
struct ActivityPost
{
    QString headline;
    std::optional<QDate> day;
    bool isThere = true; ///< false: deleted

    friend bool operator==(const ActivityPost &, const ActivityPost &) = default;
};

/// A prospect as the log names them.
struct ActivityPerson
{
    QString name;
    bool isThere = true; ///< false: deleted, or merged into another record

    friend bool operator==(const ActivityPerson &, const ActivityPerson &) = default;
};

/// A part of the log, newest first, with the names of what it speaks of, also of what was deleted.
struct ActivityPage
{
    QList<ActivityRow> rows;
    QHash<qint64, QString>
        names; ///< of channels, campaigns, pillars, labels, media, checklist items, offers
    QHash<PostId, ActivityPost> posts;
    QHash<ProspectId, ActivityPerson> people;
    QHash<BatchId, QString> files; ///< of imports, one a line
    qint64 oldest = 0; ///< where the next page goes on
    bool hasMore = false; ///< older rows follow
};

/// Which rows are wanted.
struct ActivityQuery
{
    PostId post = {}; ///< this one and what hangs on it; null: the whole plan, and what sales did
    UserId who = {}; ///< null: anybody
    std::optional<ActivityKind> kind = {};
    std::optional<qint64> from = {}; ///< Unix milliseconds, inclusive
    std::optional<qint64> to = {}; ///< exclusive

    friend bool operator==(const ActivityQuery &, const ActivityQuery &) = default;
};

[[nodiscard]] bool isAbout(const ActivityRow &row, ActivityKind kind);
