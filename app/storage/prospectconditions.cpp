// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/prospectconditions.h"

#include "base/moment.h"
#include "base/text.h"
#include "storage/searchindex.h"
#include "storage/sqlvalue.h"
#include "storage/visible.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using ProspectSort = ProspectQuery::Sort;

namespace {
/// As many as can be named by their ids in a statement; whoever is more common is met soon along the list's index.
constexpr int FewPeople = 5000;

const auto OpenSteps = "live_follow_up x WHERE x.done_at = 0"_L1;
const auto OpenOffers = "live_offer x WHERE x.state = 'open'"_L1;

/// Rows of a table that concern people: "table x WHERE …", and the column that names the person.
struct RowsAbout
{
    QString rows;
    QVariantList bindings = {};
    QString key = u"x.prospect_id"_s;
};

QString existsText(const RowsAbout &about)
{
    return "EXISTS (SELECT 1 FROM "_L1 + about.rows + " AND "_L1 + about.key + " = p.id)"_L1;
}

class PeopleBuilder
{
public:
    PeopleBuilder(Connection &connection, const ProspectQuery &query, const QueryDay &day)
        : m_connection(connection)
        , m_query(query)
        , m_day(day)
    { }

    Result<ProspectConditions::People> build()
    {
        addCircle();
        addOwner();
        addText();
        addConversations();
        addStep();
        addTouch();
        addRecord();
        addStages();
        if (!m_done)
            return tl::unexpected(m_done.error());
        return std::move(m_people);
    }

private:
    void add(const QString &condition, const QVariantList &bindings = {})
    {
        m_people.where << condition;
        m_people.bindings << bindings;
    }

    /// Only who is named by a row of \a about.
    void addThose(const RowsAbout &about)
    {
        if (!m_done)
            return;
        auto rows = m_connection.select("SELECT "_L1 + about.key + " FROM "_L1 + about.rows
                + " LIMIT "_L1 + QString::number(FewPeople + 1),
            about.bindings);
        if (!rows) {
            m_done = tl::unexpected(rows.error());
            return;
        }
        QList<ProspectId> few;
        while (rows->next())
            few << ProspectId(rows->integer(0));
        if (few.size() <= FewPeople)
            addOnly(few);
        else
            add(existsText(about), about.bindings);
    }

    void addOthersThan(const RowsAbout &about)
    {
        add("NOT "_L1 + existsText(about), about.bindings);
    }

    void addOnly(const QList<ProspectId> &ids) { add("p.id IN ("_L1 + idList(ids) + u')'); }

    void addCircle()
    {
        if (m_query.privateCircle) {
            m_people.from = u"live_prospect p"_s;
            add("p.erased_at = 0 AND p.private_to_id = "_L1
                + m_connection.viewer().user.toString());
        } else {
            m_people.from = u"listed_prospect p"_s;
        }
    }

    void addOwner()
    {
        if (m_query.isMine)
            add("p.owner_id = "_L1 + m_connection.viewer().user.toString());
        if (m_query.owner && m_query.owner->isNull())
            add(u"p.owner_id IS NULL"_s);
        else if (m_query.owner)
            add("p.owner_id = "_L1 + m_query.owner->toString());
    }

    void addText()
    {
        if (m_query.only)
            addOnly(*m_query.only);
        if (m_query.text.trimmed().isEmpty())
            return;
        const auto found = SearchIndex::prospects(m_connection, m_query.text, FewPeople);
        if (found)
            addOnly(*found);
        else
            m_done = tl::unexpected(found.error());
    }

    void addConversations()
    {
        const RowsAbout ours {Visible::withTurn(m_connection, Turn::We)};
        const RowsAbout theirs {Visible::withTurn(m_connection, Turn::They)};
        if (m_query.turn == Turn::We)
            addThose(ours);
        else if (m_query.turn)
            addOthersThan(ours); // one that waits for us counts before one that waits for them
        if (m_query.turn == Turn::They)
            addThose(theirs);
        else if (m_query.turn == Turn::Nobody)
            addOthersThan(theirs);
        if (m_query.quietAtMost)
            addThose({Visible::withWordSince(m_connection, daysAgo(*m_query.quietAtMost))});
        if (m_query.quietAtLeast) {
            addOthersThan(
                {Visible::withWordSince(m_connection, daysAgo(*m_query.quietAtLeast - 1))});
            addThose({Visible::withWordSince(m_connection, 1)});
        }
    }

    /// Where the day so many days before today begins.
    [[nodiscard]] qint64 daysAgo(int days) const
    {
        return startOfDay(m_day.today.addDays(-days), m_day.zone);
    }

    void addStep()
    {
        if (!m_query.step)
            return;
        const auto due = " AND coalesce(x.snoozed_until, x.due_on)"_L1;
        switch (*m_query.step) {
        case StepDue::Overdue:
            return addThose({OpenSteps + due + " < ?"_L1, {toSql(m_day.today)}});
        case StepDue::Today:
            return addThose({OpenSteps + due + " = ?"_L1, {toSql(m_day.today)}});
        case StepDue::Within:
            return addThose({OpenSteps + due + " >= ?"_L1 + due + " <= ?"_L1,
                {toSql(m_day.today), toSql(m_day.today.addDays(m_query.stepDays))}});
        case StepDue::None:
            return addOthersThan({OpenSteps});
        }
    }

    void addTouch()
    {
        RowsAbout touches {u"live_touch x WHERE x.prospect_id IS NOT NULL"_s};
        const QString all = touches.rows;
        if (m_query.touch) {
            touches.rows += " AND x.kind = ?"_L1;
            touches.bindings << toSql(*m_query.touch);
        }
        if (!m_query.touchPost.isNull())
            touches.rows += " AND x.post_id = "_L1 + m_query.touchPost.toString();
        if (m_query.touchDays > 0)
            touches.rows += " AND x.at >= "_L1 + QString::number(daysAgo(m_query.touchDays));
        if (touches.rows != all)
            addThose(touches);
    }

    void addRecord()
    {
        if (m_query.source)
            add(u"p.source = ?"_s, {toSql(*m_query.source)});
        if (!m_query.network.isEmpty())
            addThose({u"live_handle x WHERE x.network = ?"_s, {m_query.network}});
        if (!m_query.labels.isEmpty())
            addThose(
                {"live_prospect_label x WHERE x.label_id IN ("_L1 + idList(m_query.labels) + u')'});
        if (!m_query.field.isNull())
            addThose({"live_custom_value x WHERE x.field_id = "_L1 + m_query.field.toString()
                    + " AND x.value = ?"_L1,
                {toSql(m_query.fieldValue)}});
        if (!m_query.company.isEmpty())
            addThose({u"live_prospect x WHERE x.company_id IN "
                      "(SELECT id FROM live_company WHERE name_folded = ?)"_s,
                {foldText(m_query.company)}, u"x.id"_s});
        if (m_query.doNotContact == true)
            addThose({u"live_prospect x WHERE x.do_not_contact_since <> 0"_s, {}, u"x.id"_s});
        else if (m_query.doNotContact == false)
            add(u"p.do_not_contact_since = 0"_s);
    }

    void addStages()
    {
        if (!m_query.stages.isEmpty())
            m_people.stages = m_query.stages;
        if (m_query.sides.isEmpty() || !m_done)
            return;
        auto rows = m_connection.select(u"SELECT id, side FROM stage ORDER BY id"_s);
        if (!rows) {
            m_done = tl::unexpected(rows.error());
            return;
        }
        QList<StageId> wanted;
        while (rows->next()) {
            const StageId stage(rows->integer(0));
            const auto side = fromText<Side>(rows->text(1));
            if (side && m_query.sides.contains(*side)
                && (!m_people.stages || m_people.stages->contains(stage)))
                wanted << stage;
        }
        m_people.stages = wanted;
    }

    Connection &m_connection;
    const ProspectQuery &m_query;
    const QueryDay &m_day;
    ProspectConditions::People m_people;
    Result<> m_done;
};

QString stageText(const QList<StageId> &stages)
{
    return stages.size() == 1 ? "p.stage_id = "_L1 + stages.first().toString()
                              : "p.stage_id IN ("_L1 + idList(stages) + u')';
}

/// Ids of \a sql, in its order.
Result<QList<qint64>> idsOf(Connection &connection, const QString &sql)
{
    auto rows = connection.select(sql);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<qint64> ids;
    while (rows->next())
        ids << rows->integer(0);
    return ids;
}

Result<QList<qint64>> membersByName(Connection &connection)
{
    auto rows = connection.select(u"SELECT id, name FROM member ORDER BY id"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<std::pair<QString, qint64>> members;
    while (rows->next())
        members.append({foldText(rows->text(1)), rows->integer(0)});
    std::ranges::sort(members);
    QList<qint64> ids;
    for (const auto &[name, id] : std::as_const(members))
        ids << id;
    return ids;
}

class RunBuilder
{
public:
    RunBuilder(ProspectConditions::People people, bool descending)
        : m_people(std::move(people))
        , m_direction(descending ? u" DESC"_s : QString())
    { }

    [[nodiscard]] QList<ProspectConditions::Run> take() { return std::move(m_runs); }

    void addPlain(const QStringList &columns)
    {
        QStringList order;
        for (const QString &column : columns)
            order << column + m_direction;
        addRun(m_people.text(), order.join(", "_L1));
    }

    /// The newest first of those with \a condition.
    void addByActivity(const QString &condition)
    {
        addRun(m_people.text() + " AND "_L1 + condition, u"p.last_activity_at DESC, p.id DESC"_s);
    }

    /// Along the order of another table, which leads to each person at most once. \a other and \a condition have no values of their own.
    void addAlong(const QString &other, const QString &condition, const QString &order)
    {
        ProspectConditions::People people = m_people;
        people.from = other + " CROSS JOIN "_L1 + m_people.from;
        people.where.prepend(condition);
        addRun(people.text(), order.arg(m_direction));
    }

    void addActivity()
    {
        addPlain({u"p.last_activity_at"_s, u"p.id"_s});
        if (!m_people.stages || m_people.stages->size() < 2)
            return;
        ProspectConditions::People any = m_people;
        any.stages.reset();
        m_runs.last().from = any.text();
        for (const StageId stage : std::as_const(*m_people.stages))
            m_runs.last().branches << "p.stage_id = "_L1 + stage.toString();
    }

    void addStages(QList<qint64> stages, bool descending)
    {
        const auto wanted = std::exchange(m_people.stages, std::nullopt);
        if (descending)
            std::ranges::reverse(stages);
        for (const qint64 stage : std::as_const(stages)) {
            if (!wanted || wanted->contains(StageId(stage)))
                addByActivity(stageText({StageId(stage)}));
        }
        if (!wanted)
            addByActivity(u"p.stage_id IS NULL"_s);
    }

    void addOwners(QList<qint64> members, bool descending)
    {
        if (descending)
            std::ranges::reverse(members);
        for (const qint64 member : std::as_const(members))
            addByActivity("p.owner_id = "_L1 + QString::number(member));
        addByActivity(u"p.owner_id IS NULL"_s);
    }

    void addCompanies()
    {
        addAlong(
            u"live_company k"_s, u"p.company_id = k.id"_s, u"k.name_folded%1, k.id%1, p.id%1"_s);
        addRun(m_people.text()
                + " AND NOT EXISTS (SELECT 1 FROM live_company k WHERE k.id = p.company_id)"_L1,
            "p.name_folded"_L1 + m_direction + ", p.id"_L1 + m_direction);
    }

    void addSteps()
    {
        addAlong(u"live_follow_up f"_s,
            u"f.done_at = 0 AND p.id = f.prospect_id AND NOT EXISTS (SELECT 1 FROM live_follow_up "
            u"e "
            "WHERE e.prospect_id = f.prospect_id AND e.done_at = 0 AND "
            "(coalesce(e.snoozed_until, e.due_on), e.id) < (coalesce(f.snoozed_until, f.due_on), f.id))"_s,
            u"coalesce(f.snoozed_until, f.due_on)%1, f.id%1"_s);
        addByActivity("NOT "_L1 + existsText({OpenSteps}));
    }

    void addOffers()
    {
        // Sums of different currencies are compared by their numbers: nobody told us a rate.
        addAlong(u"(SELECT prospect_id, sum(value_minor) AS worth FROM live_offer "
                 "WHERE state = 'open' GROUP BY prospect_id) o"_s,
            u"p.id = o.prospect_id"_s, u"o.worth%1, p.id%1"_s);
        addByActivity("NOT "_L1 + existsText({OpenOffers}));
    }

private:
    void addRun(const QString &from, const QString &order)
    {
        m_runs.append({from, m_people.bindings, order, {}});
    }

    ProspectConditions::People m_people;
    QString m_direction;
    QList<ProspectConditions::Run> m_runs;
};
} // namespace

QString ProspectConditions::People::text() const
{
    QStringList all = where;
    if (stages)
        all << stageText(*stages);
    return from + " WHERE "_L1 + (all.isEmpty() ? u"p.id > 0"_s : all.join(" AND "_L1));
}

Result<ProspectConditions::People> ProspectConditions::peopleOf(
    Connection &connection, const ProspectQuery &query, const QueryDay &day)
{
    return PeopleBuilder(connection, query, day).build();
}

Result<QList<ProspectConditions::Run>> ProspectConditions::runsOf(
    Connection &connection, const ProspectQuery &query, const QueryDay &day)
{
    auto people = peopleOf(connection, query, day);
    if (!people)
        return tl::unexpected(people.error());
    RunBuilder builder(std::move(*people), query.descending);
    Result<QList<qint64>> groups;
    switch (query.sort) {
    case ProspectSort::Name:
        builder.addPlain({u"p.name_folded"_s, u"p.id"_s});
        break;
    case ProspectSort::LastActivity:
        builder.addActivity();
        break;
    case ProspectSort::Newest:
        builder.addPlain({u"p.id"_s});
        break;
    case ProspectSort::Source:
        builder.addPlain({u"p.source"_s, u"p.last_activity_at"_s, u"p.id"_s});
        break;
    case ProspectSort::Stage:
        groups = idsOf(connection,
            u"SELECT id FROM stage ORDER BY CASE WHEN kind = 'exit' THEN 1 ELSE 0 END, position, id"_s);
        if (groups)
            builder.addStages(*groups, query.descending);
        break;
    case ProspectSort::Owner:
        groups = membersByName(connection);
        if (groups)
            builder.addOwners(*groups, query.descending);
        break;
    case ProspectSort::Company:
        builder.addCompanies();
        break;
    case ProspectSort::NextStep:
        builder.addSteps();
        break;
    case ProspectSort::OfferValue:
        builder.addOffers();
        break;
    }
    if (!groups)
        return tl::unexpected(groups.error());
    return builder.take();
}

std::pair<QString, QVariantList> ProspectConditions::firstOf(const Run &run, int limit)
{
    const QString end = " LIMIT "_L1 + QString::number(limit);
    if (run.branches.isEmpty())
        return {
            "SELECT p.id FROM "_L1 + run.from + " ORDER BY "_L1 + run.order + end, run.bindings};
    // Each branch along its own index, then the first of these few.
    QStringList parts;
    QVariantList bindings;
    for (const QString &branch : run.branches) {
        parts << "SELECT * FROM (SELECT p.id, p.last_activity_at FROM "_L1 + run.from + " AND "_L1
                + branch + " ORDER BY "_L1 + run.order + end + ") b"_L1
                + QString::number(parts.size());
        bindings << run.bindings;
    }
    return {"SELECT p.id FROM ("_L1 + parts.join(" UNION ALL "_L1) + ") p ORDER BY "_L1 + run.order
            + end,
        bindings};
}
