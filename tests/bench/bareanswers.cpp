// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bareanswers.h"

#include "analytics/prospectcolumns.h"
#include "barestore.h"
#include "domain/handover.h"
#include "domain/offer.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 HourMs = 3'600'000;
constexpr qint64 WeekMs = 7 * DayMs;
constexpr qint64 MonthMs = 2'629'800'000; ///< 30.4 days: SQL that knew the calendar would be slower

QString both(const QString &one, const QString &other)
{
    return one.isEmpty() || other.isEmpty() ? one + other : one + " AND "_L1 + other;
}

/// \a condition behind another one.
QString and_(const QString &condition)
{
    return condition.isEmpty() ? QString() : " AND "_L1 + condition;
}

QString where(const QString &condition)
{
    return condition.isEmpty() ? QString() : " WHERE "_L1 + condition;
}

/// A statement for the figures, or several for one part of them each.
BareWays oneWay(const QStringList &statements)
{
    return {statements};
}

/// How often each combination of \a columns, of which there are \a count, occurs among \a rows.
QString countsOf(const QString &columns, int count, const QString &rows)
{
    QStringList places;
    for (int i = 1; i <= count; ++i)
        places << QString::number(i);
    return u"SELECT %1, count(*) FROM %2 GROUP BY %3"_s.arg(columns, rows, places.join(u','));
}
} // namespace

QString Narrowing::words() const
{
    return source ? u"one year of one source"_s : u"all"_s;
}

BareAnswers::BareAnswers(const ProspectColumns &columns, const Narrowing &narrowing, qint64 now)
    : m_steps(int(columns.steps().size()))
    , m_now(now)
    , m_days(narrowing.span)
{
    const QList<Stage> &stages = columns.stages();
    while (m_won < m_steps && stages.at(m_won).kind != StageKind::Won)
        ++m_won;
    if (narrowing.source)
        m_source = u'\'' + QString(*narrowing.source).replace(u'\'', "''"_L1) + u'\'';
    if (narrowing.span.from)
        m_from = startOfDay(*narrowing.span.from, columns.zone());
    if (narrowing.span.to)
        m_to = startOfDay(*narrowing.span.to, columns.zone());
}

BareWays BareAnswers::waysTo(const QString &report) const
{
    static constexpr std::pair<QLatin1StringView, BareWays (BareAnswers::*)() const> ways[] {
        {"funnel"_L1, &BareAnswers::funnel}, {"flow"_L1, &BareAnswers::flow},
        {"moves"_L1, &BareAnswers::moves}, {"outcomes"_L1, &BareAnswers::outcomes},
        {"time-in-stage"_L1, &BareAnswers::timeInStage}, {"cohorts"_L1, &BareAnswers::cohorts},
        {"trend"_L1, &BareAnswers::trend}, {"ageing"_L1, &BareAnswers::ageing},
        {"velocity"_L1, &BareAnswers::velocity}, {"forecast"_L1, &BareAnswers::forecast},
        {"attribution"_L1, &BareAnswers::attribution}, {"advocacy"_L1, &BareAnswers::advocacy},
        {"handover"_L1, &BareAnswers::handover}, {"lost-reasons"_L1, &BareAnswers::lostReasons},
        {"hops"_L1, &BareAnswers::hops}, {"activity"_L1, &BareAnswers::activity}};
    for (const auto &[name, way] : ways) {
        if (name == report)
            return (this->*way)();
    }
    return {};
}

// ---- conditions

QString BareAnswers::areWanted(const QString &prospect) const
{
    return m_source
        ? u"%1 IN (SELECT id FROM bare_prospect WHERE source = %2)"_s.arg(prospect, *m_source)
        : QString();
}

QString BareAnswers::inSpan(const QString &time) const
{
    return both(m_from ? u"%1 >= %2"_s.arg(time).arg(*m_from) : QString(),
        m_to ? u"%1 < %2"_s.arg(time).arg(*m_to) : QString());
}

QString BareAnswers::inDays(const QString &julianDay) const
{
    return both(
        m_days.from ? u"%1 >= %2"_s.arg(julianDay).arg(m_days.from->toJulianDay()) : QString(),
        m_days.to ? u"%1 < %2"_s.arg(julianDay).arg(m_days.to->toJulianDay()) : QString());
}

QString BareAnswers::havingInSpan(const QString &time) const
{
    const QString span = inSpan(time);
    return span.isEmpty() ? QString() : " HAVING "_L1 + span;
}

QString BareAnswers::isWon(const QString &stage) const
{
    return u"%1 >= %2 AND %1 < %3"_s.arg(stage).arg(m_won).arg(m_steps);
}

// ---- selections

/// How many visits to each stage took how many days; \a conditions are of the moves.
QString BareAnswers::visits(const QString &conditions, const QString &ofVisits) const
{
    return countsOf(u"stage, (ended - at) / %1 AS days"_s.arg(DayMs), 2,
        u"(SELECT stage, at, lead(at) OVER (PARTITION BY prospect_id ORDER BY at) AS ended FROM bare_move%1) AS visits%2"_s
            .arg(where(conditions), where(ofVisits)));
}

/// When each entered, was won and was lost.
QString BareAnswers::fates(const QString &having) const
{
    return u"(SELECT min(at) AS entered, min(CASE WHEN stage >= %1 AND stage < %2 THEN at END) AS won, max(CASE WHEN stage >= %2 THEN at END) AS lost FROM bare_move%3 GROUP BY prospect_id%4) AS fates"_s
        .arg(m_won)
        .arg(m_steps)
        .arg(where(areWanted()), having);
}

/// When the path of each ended first, and whether it was won; \a conditions are of the people.
QString BareAnswers::firstEnds(const QString &conditions) const
{
    return u"(SELECT prospect_id, min(at) AS ended, CASE WHEN min(CASE WHEN stage < %2 THEN at END) = min(at) THEN 1 ELSE 0 END AS is_won FROM bare_move WHERE stage >= %1%3 GROUP BY prospect_id) AS ends"_s
        .arg(m_won)
        .arg(m_steps)
        .arg(and_(conditions));
}

/// Each closing of a path, the first sale or an exit before it that was not from another exit: when, and whether it was won; \a conditions are of the people.
QString BareAnswers::closings(const QString &conditions) const
{
    const QString sales =
        u"SELECT prospect_id, min(at) AS ended, 1 AS is_won FROM bare_move WHERE %1 GROUP BY prospect_id"_s
            .arg(both(isWon(), conditions));
    const QString losses =
        u"SELECT prospect_id, at, 0 FROM bare_exit WHERE coalesce(came_from, 0) < %1%2 AND NOT EXISTS (SELECT 1 FROM bare_move AS sale WHERE sale.prospect_id = bare_exit.prospect_id AND %3 AND sale.at < bare_exit.at)"_s
            .arg(QString::number(m_steps), and_(conditions), isWon(u"sale.stage"_s));
    return u"(%1 UNION ALL %2) AS closings"_s.arg(sales, losses);
}

/// Who came to a sale, when first, and how far since.
QString BareAnswers::customers() const
{
    return u"(SELECT prospect_id, min(at) AS won, max(stage) AS furthest FROM bare_move WHERE %1 GROUP BY prospect_id%2) AS customers"_s
        .arg(both(isWon(), areWanted()), havingInSpan(u"min(at)"_s));
}

/// Ways to how many are open at each stage since how many days, and when they were last spoken with.
QStringList BareAnswers::openVisits(bool areOfSpan, bool withContacts) const
{
    QString columns = u"stage, (%1 - at) / %2 AS days"_s.arg(m_now).arg(DayMs);
    QString contacts;
    if (withContacts) {
        columns +=
            u", CASE WHEN spoken_at IS NULL THEN 0 WHEN %1 - spoken_at < %2 THEN 1 WHEN %1 - spoken_at < %3 THEN 2 ELSE 3 END AS silence"_s
                .arg(m_now)
                .arg(14 * DayMs)
                .arg(30 * DayMs);
        contacts =
            u" LEFT JOIN (SELECT prospect_id AS whom, at AS spoken_at FROM bare_contact) AS contact ON whom = prospect_id"_s;
    }
    const QString entry =
        u"(SELECT min(at) FROM bare_move AS path WHERE path.prospect_id = bare_standing.prospect_id)"_s;
    const QString isOpen = u"stage < %1"_s.arg(m_won);
    const int keys = withContacts ? 3 : 2;
    return {
        countsOf(columns, keys,
            u"(SELECT prospect_id, max(at) AS at FROM bare_move%1 GROUP BY prospect_id%2) AS lately JOIN (SELECT prospect_id AS who, stage FROM bare_standing) AS standing ON who = prospect_id%3 WHERE %4"_s
                .arg(where(areWanted()), areOfSpan ? havingInSpan(u"min(at)"_s) : QString(),
                    contacts, isOpen)),
        countsOf(columns, keys,
            u"(SELECT prospect_id, stage, (SELECT max(at) FROM bare_move AS path WHERE path.prospect_id = bare_standing.prospect_id) AS at FROM bare_standing WHERE %1) AS standing%2"_s
                .arg(both(both(isOpen, areWanted()), areOfSpan ? inSpan(entry) : QString()),
                    contacts)),
    };
}

/// Ways to how many of those who ever came to each stage were won and lost after how many days.
QStringList BareAnswers::chances() const
{
    return {
        countsOf(u"stage, (ended - at) / %1 AS days, is_won"_s.arg(DayMs), 3,
            u"(SELECT prospect_id AS who, stage, min(at) AS at FROM bare_move WHERE stage < %1 GROUP BY prospect_id, stage) AS firsts LEFT JOIN %2 ON prospect_id = who"_s
                .arg(m_won)
                .arg(firstEnds({}))),
        // Counts a second visit to a stage as well, in favour of SQL.
        countsOf(
            u"stage, (ended - at) / %1 AS days, CASE WHEN won = ended THEN 1 ELSE 0 END AS is_won"_s
                .arg(DayMs),
            3,
            u"(SELECT stage, at, min(CASE WHEN stage >= %1 THEN at END) OVER (PARTITION BY prospect_id) AS ended, min(CASE WHEN stage >= %1 AND stage < %2 THEN at END) OVER (PARTITION BY prospect_id) AS won FROM bare_move) AS comings WHERE stage < %1"_s
                .arg(m_won)
                .arg(m_steps)),
    };
}

// ---- reports

BareWays BareAnswers::funnel() const
{
    return oneWay({countsOf(u"furthest"_s, 1,
        u"(SELECT max(stage) AS furthest FROM bare_move WHERE stage < %1%2 GROUP BY prospect_id%3) AS reached"_s
            .arg(m_steps)
            .arg(and_(areWanted()), havingInSpan(u"min(at)"_s)))});
}

/// First arrivals by week and stage, and the cheaper count of all.
BareWays BareAnswers::flow() const
{
    const QString columns = u"at / %1 AS week, stage"_s.arg(WeekMs);
    const QString steps = u"stage < %1"_s.arg(m_steps) + and_(areWanted());
    return {
        {countsOf(columns, 2,
            u"(SELECT stage, min(at) AS at FROM bare_move WHERE %1 GROUP BY prospect_id, stage) AS firsts%2"_s
                .arg(steps, where(inSpan(u"at"_s))))},
        {countsOf(columns, 2, "bare_move"_L1 + where(both(steps, inSpan(u"at"_s))))},
    };
}

BareWays BareAnswers::moves() const
{
    return oneWay({countsOf(
        u"came_from, stage"_s, 2, "bare_move"_L1 + where(both(areWanted(), inSpan(u"at"_s))))});
}

BareWays BareAnswers::outcomes() const
{
    return oneWay({countsOf(
        u"(won - entered) / %1 AS won_after, (lost - entered) / %1 AS lost_after"_s.arg(DayMs), 2,
        fates(havingInSpan(u"min(at)"_s)))});
}

BareWays BareAnswers::timeInStage() const
{
    return oneWay({visits(areWanted(), inSpan(u"at"_s))});
}

BareWays BareAnswers::cohorts() const
{
    return oneWay(
        {countsOf(u"entered / %1 AS month, (won - entered) / %2 AS days"_s.arg(MonthMs).arg(DayMs),
            2, fates(havingInSpan(u"min(at)"_s)))});
}

BareWays BareAnswers::trend() const
{
    return oneWay(
        {u"SELECT entered / %1 AS week, count(*), sum(CASE WHEN won - entered <= %2 THEN 1 ELSE 0 END) FROM %3 GROUP BY 1"_s
                .arg(WeekMs)
                .arg(90 * DayMs)
                .arg(fates(havingInSpan(u"min(at)"_s)))});
}

/// Who is open, and the visits of everybody, of which the limits are made.
BareWays BareAnswers::ageing() const
{
    BareWays ways;
    for (const QString &open : openVisits(true, true))
        ways << QStringList {open, visits({}, {})};
    return ways;
}

/// Who is open or rotten, the visits that tell who is, the cycles, and who was won and lost at which price.
BareWays BareAnswers::velocity() const
{
    const QString cycles = countsOf(
        u"(won - entered) / %1 AS won_after, (lost - entered) / %1 AS lost_after"_s.arg(DayMs), 2,
        fates({}));
    const QString ends =
        u"SELECT is_won, currency, count(*), sum(minor) FROM %1 LEFT JOIN (SELECT prospect_id AS who, minor, currency FROM bare_price) AS price ON who = prospect_id AND is_won = 1%2 GROUP BY 1, 2"_s
            .arg(closings(areWanted()), where(inSpan(u"ended"_s)));
    BareWays ways;
    for (const QString &open : openVisits(false, false))
        ways << QStringList {open, visits({}, {}), cycles, ends};
    return ways;
}

/// The chances of everybody, the open offers, and the worth of those to whom nothing was offered, which has no day.
BareWays BareAnswers::forecast() const
{
    const QString isOpen = u"standing.stage < %1"_s.arg(m_won);
    const QString offers =
        u"SELECT stage, month, currency, count(*), sum(minor) FROM bare_offer AS offer JOIN bare_standing AS standing ON standing.prospect_id = offer.prospect_id WHERE %1 GROUP BY 1, 2, 3"_s
            .arg(both(both(u"state = %1 AND "_s.arg(int(OfferState::Open)) + isOpen,
                          areWanted(u"offer.prospect_id"_s)),
                inDays(u"day"_s)));
    const QString worths =
        u"SELECT stage, currency, count(*), sum(minor) FROM bare_worth AS worth JOIN bare_standing AS standing ON standing.prospect_id = worth.prospect_id WHERE %1 AND NOT EXISTS (SELECT 1 FROM bare_offer AS offer WHERE offer.prospect_id = worth.prospect_id) GROUP BY 1, 2"_s
            .arg(both(isOpen, areWanted(u"worth.prospect_id"_s)));
    BareWays ways;
    for (const QString &chance : chances()) {
        QStringList way {chance, offers};
        if (inDays(u"day"_s).isEmpty())
            way << worths;
        ways << way;
    }
    return ways;
}

/// The credit of each post in equal parts, and whom else it touched. How many converted at all and how many without a touch is left out, in favour of SQL.
BareWays BareAnswers::attribution() const
{
    const QString credited =
        u"(SELECT post, touch.prospect_id, 1 / CAST(count(*) OVER (PARTITION BY touch.prospect_id) AS double precision) AS share FROM %1 JOIN bare_touch AS touch ON touch.prospect_id = customers.prospect_id AND touch.at <= won) AS credited"_s
            .arg(customers());
    const QString others =
        u"bare_touch AS touch WHERE %1NOT EXISTS (SELECT 1 FROM bare_move AS path WHERE path.prospect_id = touch.prospect_id AND %2)"_s
            .arg(m_source ? areWanted() + " AND "_L1 : QString(), isWon(u"path.stage"_s));
    return {
        {u"SELECT post, sum(share), count(DISTINCT prospect_id) FROM %1 GROUP BY post"_s.arg(
             credited),
            u"SELECT post, count(DISTINCT prospect_id) FROM %1 GROUP BY post"_s.arg(others)},
        {u"SELECT post, sum(share), count(*) FROM (SELECT post, sum(share) AS share FROM %1 GROUP BY post, prospect_id) AS each_of GROUP BY post"_s
                .arg(credited),
            countsOf(u"post"_s, 1,
                u"(SELECT DISTINCT post, prospect_id FROM %1) AS each_of"_s.arg(others))},
    };
}

/// How far customers came, how many brought how many people, what became of these, and who wrote reviews. That somebody who was brought by two counts once
/// is left out, in favour of SQL.
BareWays BareAnswers::advocacy() const
{
    const QString furthest = countsOf(u"furthest"_s, 1, customers());
    const QString reviews =
        u"SELECT count(DISTINCT review.prospect_id), count(DISTINCT CASE WHEN quotable = 1 THEN review.prospect_id END) FROM bare_review AS review JOIN %1 ON customers.prospect_id = review.prospect_id"_s
            .arg(customers());
    const auto brought = [this](const QString &bought, const QString &joined) {
        return u"SELECT people, count(*), sum(bought) FROM (SELECT referrer, count(*) AS people, sum(CASE WHEN %1 THEN 1 ELSE 0 END) AS bought FROM bare_referral JOIN %2 ON customers.prospect_id = referrer%3 GROUP BY referrer) AS brought GROUP BY people"_s
            .arg(bought, customers(), joined);
    };
    return {
        {furthest, reviews,
            brought(
                u"EXISTS (SELECT 1 FROM bare_move AS path WHERE path.prospect_id = brought AND %1)"_s
                    .arg(isWon(u"path.stage"_s)),
                {})},
        {furthest, reviews,
            brought(u"who IS NOT NULL"_s,
                u" LEFT JOIN (SELECT DISTINCT prospect_id AS who FROM bare_move WHERE %1) AS buyers ON who = brought"_s
                    .arg(isWon()))},
    };
}

/// Fates with the hours to the decision and the sales after it, reasons, and whom it went to.
BareWays BareAnswers::handover() const
{
    const QString conditions = both(areWanted(), inSpan(u"offered_at"_s));
    const QString fates = countsOf(
        u"state, (coalesce(decided_at, %1) - offered_at) / %2 AS hours, CASE WHEN coalesce(decided_at, %1) > due_at THEN 1 ELSE 0 END AS late, CASE WHEN EXISTS (SELECT 1 FROM bare_move AS path WHERE path.prospect_id = bare_handover.prospect_id AND %3 AND path.at >= decided_at) THEN 1 ELSE 0 END AS sold"_s
            .arg(m_now)
            .arg(HourMs)
            .arg(isWon(u"path.stage"_s)),
        4, "bare_handover"_L1 + where(conditions));
    const QString reasons = countsOf(u"reason"_s, 1,
        "bare_handover"_L1
            + where(both(u"state = %1"_s.arg(int(HandoverState::Returned)), conditions)));
    const QString reps =
        u"SELECT rep, count(*), count(DISTINCT prospect_id), sum(CASE WHEN state = %1 THEN 1 ELSE 0 END), sum(CASE WHEN state = %2 THEN 1 ELSE 0 END) FROM bare_handover%3 GROUP BY rep"_s
            .arg(int(HandoverState::Accepted))
            .arg(int(HandoverState::Returned))
            .arg(where(conditions));
    return oneWay({fates, reasons, reps});
}

/// That an exit from another exit is none is left out, in favour of SQL.
BareWays BareAnswers::lostReasons() const
{
    return oneWay({countsOf(
        u"reason, came_from"_s, 2, "bare_exit"_L1 + where(both(areWanted(), inSpan(u"at"_s))))});
}

/// Days and messages until the move to a call or an e-mail. Proposals, and which conversations nobody else may be told of, are left out, in favour of SQL.
BareWays BareAnswers::hops() const
{
    const QString conditions = both(areWanted(), inSpan(u"first_at"_s));
    const QString days =
        u"(coalesce(moved_at, %1) - first_at) / %2 AS days, CASE WHEN moved_at IS NULL THEN 0 ELSE 1 END AS moved"_s
            .arg(m_now)
            .arg(DayMs);
    const QString talks = "bare_talk"_L1 + where(conditions);
    return {
        {countsOf(days + ", messages"_L1, 3, talks)},
        {countsOf(days, 2, talks),
            countsOf(u"messages"_s, 1,
                "bare_talk"_L1 + where(both(u"moved_at IS NOT NULL"_s, conditions)))},
    };
}

/// Sums by member. How many people are behind them, and which conversations nobody else may be told of, is left out, in favour of SQL.
BareWays BareAnswers::activity() const
{
    const auto ofSpan = [this](const QString &span) { return where(both(areWanted(), span)); };
    return oneWay({
        u"SELECT member, sum(sent), sum(received), sum(calls) FROM bare_day%1 GROUP BY member"_s
            .arg(ofSpan(inDays(u"day"_s))),
        countsOf(
            u"member, (coalesce(answered_at, %1) - asked_at) / %2 AS hours, CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END AS answered"_s
                .arg(m_now)
                .arg(HourMs),
            3, "bare_reply"_L1 + ofSpan(inSpan(u"asked_at"_s))),
        countsOf(u"member"_s, 1, "bare_deed"_L1 + ofSpan(inSpan(u"at"_s))),
        countsOf(u"owner, is_won"_s, 2,
            u"%1 JOIN (SELECT prospect_id AS who, owner FROM bare_standing) AS standing ON who = prospect_id%2"_s
                .arg(closings(areWanted()), where(inSpan(u"ended"_s)))),
    });
}

// ---- times

double BareTimes::ofFastest(const BareWays &ways)
{
    double fastest = 0;
    for (const QStringList &way : ways) {
        double sum = 0;
        bool isWhole = true;
        for (const QString &sql : way) {
            const double milliseconds = of(sql);
            isWhole = isWhole && milliseconds > 0;
            sum += milliseconds;
        }
        if (isWhole && (fastest == 0 || sum < fastest))
            fastest = sum;
    }
    return fastest;
}

double BareTimes::of(const QString &sql)
{
    const auto known = m_known.constFind(sql);
    return known != m_known.cend() ? *known : *m_known.insert(sql, m_bare.time(sql));
}
