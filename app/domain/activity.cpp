// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/activity.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool changes(const ActivityRow &row, std::initializer_list<QLatin1StringView> fields)
{
    return std::ranges::any_of(
        fields, [&row](QLatin1StringView field) { return row.fields.contains(field); });
}

bool isOneOf(const QString &table, std::initializer_list<QLatin1StringView> tables)
{
    return std::ranges::find(tables, table) != tables.end();
}

bool isOfPost(const QString &table)
{
    return isOneOf(table, {"post"_L1, "variant"_L1});
}
} // namespace

bool isAbout(const ActivityRow &row, ActivityKind kind)
{
    if (row.op == ActivityRow::Op::Import || !row.batch.isNull())
        return kind == ActivityKind::Imported;
    const bool isUpdate = row.op == ActivityRow::Op::Update;
    switch (kind) {
    case ActivityKind::Made:
        return isOfPost(row.table) && !isUpdate;
    case ActivityKind::Planned:
        return row.table == "series"_L1
            || (isOfPost(row.table)
                && changes(row, {"planned_day"_L1, "planned_time"_L1, "zone"_L1, "series_id"_L1}));
    case ActivityKind::Status:
        return row.table == "variant"_L1 && changes(row, {"status"_L1});
    case ActivityKind::Words:
        return row.table == "text_version"_L1
            || (isOfPost(row.table)
                && changes(row,
                    {"title"_L1, "text"_L1, "notes"_L1, "link"_L1, "first_comment"_L1,
                        "detached"_L1, "thread"_L1}));
    case ActivityKind::Media:
        return isOneOf(row.table, {"post_media"_L1, "media_crop"_L1});
    case ActivityKind::Sorted:
        return row.table == "post_label"_L1
            || (row.table == "post"_L1 && changes(row, {"campaign_id"_L1, "pillar_id"_L1}));
    case ActivityKind::Said:
        return isOneOf(row.table, {"post_comment"_L1, "checklist_item"_L1});
    case ActivityKind::Imported:
        return false;
    case ActivityKind::Sets:
        return isOneOf(
            row.table, {"campaign"_L1, "pillar"_L1, "label"_L1, "channel"_L1, "posting_slot"_L1});
    case ActivityKind::People:
        return isOneOf(row.table, {"handover"_L1, "offer"_L1, "consent"_L1, "fact"_L1, "merge"_L1});
    }
    Q_UNREACHABLE();
}
