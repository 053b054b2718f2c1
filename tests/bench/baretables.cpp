// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "baretables.h"

#include "barestore.h"
#include "report/report.h"

#include <QHash>
#include <QStringList>

#include <initializer_list>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
using BareValue = std::optional<qint64>;

/// Fills a temporary table of numbers, many rows at once.
class BareRows
{
public:
    /// \a columns separated by commas.
    BareRows(BareStore &bare, QString table, const QString &columns)
        : m_bare(bare)
        , m_table(std::move(table))
    {
        const QString types = columns.split(u',').join(" BIGINT,"_L1) + " BIGINT"_L1;
        m_isDone = m_bare.run({u"CREATE TEMP TABLE %1 (%2)"_s.arg(m_table, types), u"BEGIN"_s});
    }

    void add(std::initializer_list<BareValue> values)
    {
        QStringList row;
        for (const BareValue &value : values)
            row << (value ? QString::number(*value) : u"NULL"_s);
        m_rows += (m_rows.isEmpty() ? "("_L1 : ",("_L1) + row.join(u',') + u')';
        if (m_rows.size() > MostCharacters)
            write();
    }

    /// \a indexes: the columns of each.
    [[nodiscard]] bool finish(const QStringList &indexes)
    {
        write();
        QStringList statements {u"COMMIT"_s};
        for (qsizetype i = 0; i < indexes.size(); ++i)
            statements << u"CREATE INDEX %1_%2 ON %1 (%3)"_s.arg(m_table).arg(i).arg(indexes.at(i));
        statements << "ANALYZE "_L1 + m_table;
        return m_isDone && m_bare.run(statements);
    }

private:
    static constexpr qsizetype MostCharacters = 50000;

    void write()
    {
        if (m_isDone && !m_rows.isEmpty())
            m_isDone = m_bare.run({"INSERT INTO "_L1 + m_table + " VALUES "_L1 + m_rows});
        m_rows.clear();
    }

    BareStore &m_bare;
    QString m_table;
    QString m_rows;
    bool m_isDone;
};

/// A number for each word, since numbers are compared faster.
class WordNumbers
{
public:
    [[nodiscard]] qint64 of(const QString &word)
    {
        const auto known = m_numbers.constFind(word);
        return known != m_numbers.cend() ? *known : *m_numbers.insert(word, m_numbers.size());
    }

private:
    QHash<QString, qint64> m_numbers;
};

/// Times of 0 are not known.
BareValue knownTime(qint64 ms)
{
    return ms == 0 ? BareValue() : BareValue(ms);
}

bool makePaths(BareStore &bare, const ProspectColumns &columns)
{
    QString place;
    for (qsizetype i = 0; i < columns.stages().size(); ++i)
        place += u" WHEN %1 THEN %2"_s.arg(columns.stages().at(i).id.toString()).arg(i);
    const auto placeOf = [&place](const QString &column) {
        return "CASE "_L1 + column + place + " END"_L1;
    };
    const QString to = placeOf(u"to_stage_id"_s);
    const QString from = placeOf(u"from_stage_id"_s);
    return bare.run({
        u"CREATE TEMP TABLE bare_move AS SELECT prospect_id, at, %1 AS stage, %2 AS came_from FROM move WHERE deleted_at IS NULL ORDER BY prospect_id, at"_s
            .arg(to, from),
        u"CREATE TEMP TABLE bare_prospect AS SELECT id, source FROM prospect WHERE deleted_at IS NULL ORDER BY id"_s,
        u"CREATE TEMP TABLE bare_standing AS SELECT id AS prospect_id, %1 AS stage, owner_id AS owner FROM prospect WHERE deleted_at IS NULL ORDER BY id"_s
            .arg(placeOf(u"stage_id"_s)),
        u"CREATE TEMP TABLE bare_exit AS SELECT prospect_id, at, lost_reason_id AS reason, %1 AS came_from FROM move WHERE deleted_at IS NULL AND to_stage_id IN (SELECT id FROM stage WHERE kind = 'exit') ORDER BY prospect_id, at"_s
            .arg(from),
        u"CREATE INDEX bare_path ON bare_move (prospect_id, at, stage)"_s,
        u"CREATE INDEX bare_steps ON bare_move (prospect_id, stage, at)"_s,
        u"CREATE INDEX bare_pairs ON bare_move (came_from, stage)"_s,
        u"CREATE INDEX bare_arrivals ON bare_move (stage, prospect_id, at)"_s,
        u"CREATE INDEX bare_sources ON bare_prospect (source, id)"_s,
        u"CREATE INDEX bare_person ON bare_standing (prospect_id, stage, owner)"_s,
        u"CREATE INDEX bare_place ON bare_standing (stage, prospect_id)"_s,
        u"CREATE INDEX bare_reasons ON bare_exit (reason, came_from, at, prospect_id)"_s,
        u"CREATE INDEX bare_exits ON bare_exit (prospect_id, at, reason, came_from)"_s,
        u"ANALYZE bare_move"_s,
        u"ANALYZE bare_prospect"_s,
        u"ANALYZE bare_standing"_s,
        u"ANALYZE bare_exit"_s,
    });
}

bool makeContacts(BareStore &bare, const LastContacts &facts)
{
    BareRows rows(bare, u"bare_contact"_s, u"prospect_id,at"_s);
    for (const LastContacts::Row &row : facts.rows) {
        if (row.at.precision != Precision::Unknown)
            rows.add({row.prospect.value(), row.at.ms});
    }
    return rows.finish({u"prospect_id, at"_s});
}

/// Offers know the month and the day of the decision as numbers, and what was first paid stands by itself.
bool makeDeals(BareStore &bare, const DealFacts &facts)
{
    WordNumbers currencies;
    BareRows offers(
        bare, u"bare_offer"_s, u"prospect_id,minor,currency,day,month,state,decided_at"_s);
    for (const DealFacts::Offered &offer : facts.offers) {
        const QDate day = offer.expectedOn;
        offers.add({offer.prospect.value(), offer.minor, currencies.of(offer.currency),
            day.isValid() ? BareValue(day.toJulianDay()) : BareValue(),
            day.isValid() ? BareValue(12 * day.year() + day.month()) : BareValue(),
            qint64(offer.state), knownTime(offer.decidedAt)});
    }
    if (!offers.finish({u"prospect_id"_s, u"state, prospect_id"_s}))
        return false;
    BareRows worths(bare, u"bare_worth"_s, u"prospect_id,minor,currency"_s);
    for (const DealFacts::Worth &worth : facts.worths)
        worths.add({worth.prospect.value(), worth.minor, currencies.of(worth.currency)});
    return worths.finish({u"prospect_id, minor, currency"_s})
        && bare.run({
            u"CREATE TEMP TABLE bare_price AS SELECT prospect_id, minor, currency FROM (SELECT prospect_id, minor, currency, row_number() OVER (PARTITION BY prospect_id ORDER BY decided_at) AS place FROM bare_offer WHERE state = %1) AS won WHERE place = 1"_s
                .arg(int(OfferState::Won)),
            u"CREATE INDEX bare_paid ON bare_price (prospect_id, minor, currency)"_s,
            u"INSERT INTO bare_price SELECT prospect_id, minor, currency FROM bare_worth WHERE prospect_id NOT IN (SELECT prospect_id FROM bare_price)"_s,
            u"ANALYZE bare_price"_s,
        });
}

/// All touches, and apart from them those that say who brought whom and who wrote a review.
bool makeTouches(BareStore &bare, const TouchFacts &facts)
{
    BareRows touches(bare, u"bare_touch"_s, u"prospect_id,at,post"_s);
    for (const TouchFacts::Row &touch : facts.rows) {
        if (touch.at.precision != Precision::Unknown)
            touches.add({touch.prospect.value(), touch.at.ms, touch.post.value()});
    }
    if (!touches.finish({u"prospect_id, at, post"_s, u"post, prospect_id, at"_s}))
        return false;
    BareRows referrals(bare, u"bare_referral"_s, u"referrer,brought"_s);
    for (const TouchFacts::Row &touch : facts.rows) {
        if (touch.kind == TouchKind::Referred && !touch.referrer.isNull())
            referrals.add({touch.referrer.value(), touch.prospect.value()});
    }
    if (!referrals.finish({u"referrer, brought"_s}))
        return false;
    BareRows reviews(bare, u"bare_review"_s, u"prospect_id,quotable"_s);
    for (const TouchFacts::Row &touch : facts.rows) {
        if (touch.kind == TouchKind::Reviewed)
            reviews.add({touch.prospect.value(), touch.quotable ? 1 : 0});
    }
    return reviews.finish({u"prospect_id, quotable"_s});
}

bool makeHandovers(BareStore &bare, const HandoverFacts &facts)
{
    WordNumbers reasons;
    BareRows rows(
        bare, u"bare_handover"_s, u"prospect_id,rep,offered_at,due_at,state,decided_at,reason"_s);
    for (const HandoverFacts::Row &row : facts.rows) {
        rows.add({row.prospect.value(), row.rep.value(), row.offeredAt, knownTime(row.dueAt),
            qint64(row.state), knownTime(row.decidedAt), reasons.of(row.reason)});
    }
    return rows.finish({u"prospect_id"_s, u"rep, prospect_id, state, offered_at"_s,
        u"state, reason, prospect_id, offered_at"_s});
}

bool makeTalks(BareStore &bare, const HopFacts &facts)
{
    BareRows rows(bare, u"bare_talk"_s, u"prospect_id,first_at,moved_at,messages"_s);
    for (const HopFacts::Row &row : facts.rows) {
        rows.add(
            {row.prospect.value(), row.all.firstAt, knownTime(row.all.movedAt), row.all.messages});
    }
    return rows.finish({u"prospect_id, first_at, moved_at, messages"_s});
}

bool makeDeeds(BareStore &bare, const RepFacts &facts)
{
    BareRows days(bare, u"bare_day"_s, u"prospect_id,member,day,sent,received,calls"_s);
    for (const RepFacts::Words &sum : facts.words) {
        days.add({sum.prospect.value(), sum.member.value(), sum.julianDay, sum.sent, sum.received,
            sum.calls});
    }
    if (!days.finish({u"member, day, sent, received, calls, prospect_id"_s,
            u"prospect_id, day, member, sent, received, calls"_s}))
        return false;
    BareRows replies(bare, u"bare_reply"_s, u"prospect_id,member,asked_at,answered_at"_s);
    for (const RepFacts::Reply &reply : facts.replies) {
        replies.add({reply.prospect.value(), reply.member.value(), reply.askedAt,
            knownTime(reply.answeredAt)});
    }
    if (!replies.finish({u"prospect_id, asked_at, answered_at, member"_s}))
        return false;
    BareRows moves(bare, u"bare_deed"_s, u"prospect_id,member,at"_s);
    for (const RepFacts::Move &move : facts.moves)
        moves.add({move.prospect.value(), move.member.value(), move.at});
    return moves.finish({u"member, at, prospect_id"_s, u"prospect_id, at, member"_s});
}
} // namespace

bool makeBareTables(BareStore &bare, const ReportData &data)
{
    // A server keeps temporary tables and sorts in memory only where it may.
    const bool hasRoom =
        bare.isFile() || bare.run({u"SET temp_buffers = '512MB'"_s, u"SET work_mem = '256MB'"_s});
    const ChartFacts &facts = data.facts;
    return hasRoom && makePaths(bare, *data.columns) && makeContacts(bare, *facts.contacts)
        && makeDeals(bare, *facts.deals) && makeTouches(bare, *facts.touches)
        && makeHandovers(bare, *facts.handovers) && makeTalks(bare, *facts.hops)
        && makeDeeds(bare, *facts.activity);
}
