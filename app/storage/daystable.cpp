// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/daystable.h"

#include "storage/plantable.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "storage/workpart.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

QString WorkPart::source(UserId viewer) const
{
    if (isWithoutPerson)
        return "FROM live_"_L1 + table
            + " w LEFT JOIN prospect p ON p.id = w.prospect_id LEFT JOIN company k ON k.id = "
              "p.company_id "
              "WHERE w.prospect_id IS NULL AND "_L1
            + where;
    return (table.isEmpty()
                   ? u"FROM live_prospect p"_s
                   : "FROM live_"_L1 + table + " w JOIN live_prospect p ON p.id = w.prospect_id"_L1)
        + " LEFT JOIN company k ON k.id = p.company_id AND k.deleted_at IS NULL WHERE "
          "p.merged_into_id IS NULL AND p.erased_at = 0 "
          "AND (p.private_to_id IS NULL OR p.private_to_id = "_L1
        + viewer.toString() + ") AND "_L1 + where;
}

Result<WorkPage> WorkParts::readPage(Connection &connection, const WorkPart &part, int limit,
    const QString &columns, const TakeValue &take)
{
    const QString source = part.source(connection.viewer().user);
    const int personAt = 2;
    const int valueAt = personAt + int(rowSpec<Prospect>().columns.size()) + 2;
    auto rows = connection.select("SELECT k.name, "_L1 + part.since + ", "_L1
            + columnList<Prospect>(u"p."_s) + (columns.isEmpty() ? QString() : ", "_L1 + columns)
            + u' ' + source + " ORDER BY "_L1 + part.order + " LIMIT ?"_L1,
        part.bindings + QVariantList {limit});
    if (!rows)
        return tl::unexpected(rows.error());
    WorkPage page;
    while (rows->next()) {
        WorkRow row;
        row.reason = part.reason;
        row.company = rows->text(0);
        row.since = rows->integer(1);
        row.person = readRow<Prospect>(*rows, personAt);
        take(*rows, valueAt, row);
        page.rows << row;
    }
    page.total = page.rows.size();
    if (page.total < limit)
        return page;
    const auto all = connection.number(
        "SELECT count(*) FROM (SELECT 1 AS one "_L1 + source + " LIMIT ?) AS counted"_L1,
        part.bindings + QVariantList {WorkPage::MostCounted});
    if (!all)
        return tl::unexpected(all.error());
    page.total = std::max<qint64>(page.total, all->value_or(0));
    return page;
}

Result<QList<ProspectId>> WorkParts::prospects(Connection &connection, const WorkPart &part)
{
    auto rows = connection.select("SELECT p.id "_L1 + part.source(connection.viewer().user)
            + " ORDER BY "_L1 + part.order + " LIMIT ?"_L1,
        part.bindings + QVariantList {WorkPage::MostCounted});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<ProspectId> ids;
    while (rows->next())
        ids << ProspectId(rows->integer(0));
    return ids;
}

namespace {
/// Adds \a some to \a page.
void append(WorkPage &page, const WorkPage &some)
{
    page.rows << some.rows;
    page.total = std::min<qint64>(page.total + some.total, WorkPage::MostCounted);
}

/// The first \a limit rows, by \a key.
template<typename Key>
void cutPage(WorkPage &page, int limit, Key key)
{
    std::ranges::stable_sort(page.rows, {}, key);
    if (page.rows.size() > limit)
        page.rows.resize(limit);
}

/// Whose rows: the viewer's and nobody's are read one after the other, since an index gives each in order and both together would be sorted.
QStringList ownerConditions(const QString &column, UserId viewer, bool withNobodys)
{
    QStringList conditions {column + " = "_L1 + viewer.toString()};
    if (withNobodys)
        conditions << column + " IS NULL"_L1;
    return conditions;
}

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

QList<WorkPart> followUpParts(const WorkQuery &query)
{
    QList<WorkPart> parts;
    const QStringList owners = ownerConditions(u"w.owner_id"_s, query.viewer.user, true);
    for (const QString &owner : owners) {
        parts << WorkPart {.reason = WorkReason::Due,
            .table = u"follow_up"_s,
            .where = owner + " AND w.done_at = 0 AND coalesce(w.snoozed_until, w.due_on) <= ?"_L1,
            .bindings = {dayText(query.today)},
            .order = u"coalesce(w.snoozed_until, w.due_on), w.id"_s,
            .since = u"0"_s};
    }
    return parts;
}

WorkPart handoverPart(const WorkQuery &query)
{
    WorkPart part {
        .reason = WorkReason::Offered, .table = u"handover"_s, .since = u"w.offered_at"_s};
    if (query.isMarketing()) {
        part.where =
            u"w.offered_by_id = ? AND (w.state = 'offered' OR (w.state <> 'withdrawn' AND w.decided_at >= ?))"_s;
        part.bindings = {query.viewer.user.value(), query.decidedSince};
        part.order = u"CASE WHEN w.state = 'offered' THEN 0 ELSE 1 END, w.offered_at DESC, w.id"_s;
    } else {
        part.where = u"w.state = 'offered' AND (w.offered_to_id IS NULL OR w.offered_to_id = ?)"_s;
        part.bindings = {query.viewer.user.value()};
        part.order = u"CASE WHEN w.due_at = 0 THEN 1 ELSE 0 END, w.due_at, w.offered_at, w.id"_s;
    }
    return part;
}

/// Whoever may go cold: not out of the pipeline, to be contacted, without a next step.
QString mayGoCold(const WorkQuery &query)
{
    return "p.do_not_contact_since = 0 AND p.stage_id NOT IN ("_L1 + idList(query.exits)
        + ") AND NOT EXISTS (SELECT 1 FROM live_follow_up n WHERE n.prospect_id = p.id AND n.done_at = 0)"_L1;
}

WorkPart lateOfferPart(const WorkQuery &query)
{
    return {.reason = WorkReason::LateOffer,
        .table = u"offer"_s,
        .where =
            "w.state = 'open' AND w.expected_on < ? AND (p.owner_id IS NULL OR p.owner_id = ?) AND "_L1
            + mayGoCold(query),
        .bindings = {dayText(query.today), query.viewer.user.value()},
        .order = u"w.expected_on, w.id"_s,
        .since = u"w.made_at"_s};
}

QList<WorkPart> forgottenParts(const WorkQuery &query)
{
    QList<WorkPart> parts;
    // Those of nobody are marketing's until they are handed over.
    const QStringList owners =
        ownerConditions(u"p.owner_id"_s, query.viewer.user, query.isMarketing());
    for (const QString &owner : owners) {
        for (const StageId stage : query.warm) {
            parts << WorkPart {.reason = WorkReason::Forgotten,
                .where = owner + " AND p.stage_id = ? AND p.last_activity_at < ? AND "_L1
                    + mayGoCold(query),
                .bindings = {stage.value(), query.cold.forgottenBefore},
                .order = u"p.last_activity_at DESC, p.id DESC"_s,
                .since = u"p.last_activity_at"_s};
        }
    }
    return parts;
}

/// Who speaks, and with \a withWords also what they said last.
Result<> takeTalk(Connection &connection, WorkPage &page, bool withWords)
{
    auto taken = Visible::takeSpeakers(connection, page.rows);
    return taken && withWords ? Visible::takeWords(connection, page.rows) : taken;
}

Result<> takeTouches(Connection &connection, WorkPage &page)
{
    QHash<HandoverId, qsizetype> places;
    QList<HandoverId> ids;
    for (qsizetype i = 0; i < page.rows.size(); ++i) {
        ids << page.rows.at(i).handover->id;
        places.insert(ids.last(), i);
    }
    auto rows = connection.select("SELECT h.handover_id, "_L1 + columnList<Touch>(u"t."_s)
        + " FROM live_handover_touch h JOIN live_handover o ON o.id = h.handover_id "
          "JOIN live_touch t ON t.id = h.touch_id AND t.prospect_id = o.prospect_id WHERE h.handover_id IN ("_L1
        + idList(ids) + ") ORDER BY t.at, t.id"_L1);
    if (!rows)
        return tl::unexpected(rows.error());
    QSet<PostId> posts;
    while (rows->next()) {
        const auto touch = readRow<Touch>(*rows, 1);
        page.rows[places.value(HandoverId(rows->integer(0)))].touches << WarmTouch {touch, {}};
        if (!touch.post.isNull())
            posts.insert(touch.post);
    }
    const auto named = PlanTable::some(connection, posts.values());
    if (!named)
        return tl::unexpected(named.error());
    QHash<PostId, QString> titles;
    for (const PostWithVariants &entry : *named)
        titles.insert(entry.post.id, headline(entry.post));
    for (WorkRow &row : page.rows) {
        for (WarmTouch &touch : row.touches)
            touch.title = titles.value(touch.touch.post);
    }
    return {};
}

/// Everything of \a parts, one after the other; the first error ends it.
template<typename T>
Result<WorkPage> readParts(Connection &connection, const QList<WorkPart> &parts, int limit,
    std::optional<T> WorkRow::*member)
{
    WorkPage page;
    for (const WorkPart &part : parts) {
        auto some = WorkParts::read(connection, part, limit, member);
        if (!some)
            return some;
        append(page, *some);
    }
    return page;
}

Result<WorkPage> readForgotten(Connection &connection, const WorkQuery &query, int limit)
{
    WorkPage page;
    const QList<WorkPart> parts = forgottenParts(query);
    for (const WorkPart &part : parts) {
        auto some =
            WorkParts::readPage(connection, part, limit, {}, [](const Rows &, int, WorkRow &) {});
        if (!some)
            return some;
        append(page, *some);
    }
    cutPage(page, limit, [](const WorkRow &row) { return -row.since; });
    return page;
}

QDate comingDay(const WorkRow &row)
{
    return row.step ? WorkRules::dayOf(*row.step)
                    : row.conversation->snoozedUntil.value_or(QDate());
}

/// What comes on the days that \a comparison holds for with \a day: the first of each part, and how many there are.
Result<WorkPage> readComing(
    Connection &connection, const WorkQuery &query, QLatin1String comparison, QDate day)
{
    QList<WorkPart> steps;
    const QStringList owners = ownerConditions(u"w.owner_id"_s, query.viewer.user, true);
    for (const QString &owner : owners) {
        steps << WorkPart {.reason = WorkReason::Due,
            .table = u"follow_up"_s,
            .where = owner + " AND w.done_at = 0 AND coalesce(w.snoozed_until, w.due_on) "_L1
                + comparison + " ?"_L1,
            .bindings = {dayText(day)},
            .order = u"coalesce(w.snoozed_until, w.due_on), w.id"_s,
            .since = u"0"_s};
    }
    auto page = readParts(connection, steps, 1, &WorkRow::step);
    if (!page)
        return page;
    const auto snoozed = readParts(
        connection, Visible::snoozedParts(connection, comparison, day), 1, &WorkRow::conversation);
    if (!snoozed)
        return snoozed;
    append(*page, *snoozed);
    return page;
}

Result<> addProspects(Connection &connection, const QList<WorkPart> &parts, QList<ProspectId> &ids)
{
    for (const WorkPart &part : parts) {
        if (part.isWithoutPerson)
            continue;
        const auto some = WorkParts::prospects(connection, part);
        if (!some)
            return tl::unexpected(some.error());
        ids << *some;
    }
    return {};
}
} // namespace

Result<WorkPage> DaysTable::followUps(Connection &connection, const WorkQuery &query, int limit)
{
    auto page = readParts(connection, followUpParts(query), limit, &WorkRow::step);
    if (page)
        cutPage(*page, limit, [](const WorkRow &row) {
            return std::pair(WorkRules::dayOf(*row.step), row.step->id);
        });
    return page;
}

Result<WorkPage> DaysTable::yourTurn(
    Connection &connection, const WorkQuery &query, int limit, bool withWords)
{
    auto page = readParts(
        connection, Visible::waitingParts(connection, query), limit, &WorkRow::conversation);
    if (!page)
        return page;
    cutPage(*page, limit, [](const WorkRow &row) { return row.since; });
    if (auto taken = takeTalk(connection, *page, withWords); !taken)
        return tl::unexpected(taken.error());
    return page;
}

Result<WorkPage> DaysTable::handovers(Connection &connection, const WorkQuery &query, int limit)
{
    auto page = WorkParts::read(connection, handoverPart(query), limit, &WorkRow::handover);
    if (!page || page->rows.isEmpty())
        return page;
    if (auto taken = takeTouches(connection, *page); !taken)
        return tl::unexpected(taken.error());
    return page;
}

Result<WorkPage> DaysTable::goingCold(
    Connection &connection, const WorkQuery &query, int limit, bool withWords)
{
    auto page = WorkParts::read(connection, lateOfferPart(query), limit, &WorkRow::offer);
    if (!page)
        return page;
    auto unanswered =
        readParts(connection, Visible::unansweredParts(connection, query, mayGoCold(query)), limit,
            &WorkRow::conversation);
    if (!unanswered)
        return unanswered;
    cutPage(*unanswered, limit, [](const WorkRow &row) { return -row.since; });
    auto forgotten = readForgotten(connection, query, limit);
    if (!forgotten)
        return forgotten;
    append(*page, *unanswered);
    append(*page, *forgotten);
    const qsizetype all = page->rows.size();
    page->rows = WorkRules::onceEach(page->rows);
    if (page->total < WorkPage::MostCounted)
        page->total -= all - page->rows.size();
    if (page->rows.size() > limit)
        page->rows.resize(limit);
    if (auto taken = takeTalk(connection, *page, withWords); !taken)
        return tl::unexpected(taken.error());
    return page;
}

Result<ComingWork> DaysTable::coming(Connection &connection, const WorkQuery &query)
{
    auto found = readComing(connection, query, ">"_L1, query.today);
    if (!found)
        return tl::unexpected(found.error());
    ComingWork coming;
    if (found->rows.isEmpty())
        return coming;
    cutPage(*found, 1, comingDay);
    coming.day = comingDay(found->rows.first());
    if (auto taken = Visible::takeSpeakers(connection, found->rows); !taken)
        return tl::unexpected(taken.error());
    coming.first = found->rows.first();
    const auto that = readComing(connection, query, "="_L1, coming.day);
    if (!that)
        return tl::unexpected(that.error());
    coming.count = that->total;
    return coming;
}

Result<QList<ProspectId>> DaysTable::prospects(
    Connection &connection, const WorkQuery &query, WorkSection section)
{
    QList<WorkPart> parts;
    switch (section) {
    case WorkSection::FollowUps:
        parts = followUpParts(query);
        break;
    case WorkSection::YourTurn:
        parts = Visible::waitingParts(connection, query);
        break;
    case WorkSection::Handovers:
        parts = {handoverPart(query)};
        break;
    case WorkSection::GoingCold:
        parts << lateOfferPart(query)
              << Visible::unansweredParts(connection, query, mayGoCold(query))
              << forgottenParts(query);
        break;
    case WorkSection::Posts:
    case WorkSection::Approvals:
        break; // not about people
    }
    QList<ProspectId> ids;
    if (auto added = addProspects(connection, parts, ids); !added)
        return tl::unexpected(added.error());
    QSet<ProspectId> known;
    QList<ProspectId> once;
    for (const ProspectId id : std::as_const(ids)) {
        if (!known.contains(id) && once.size() < WorkPage::MostCounted)
            once << id;
        known.insert(id);
    }
    return once;
}
