// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/facttable.h"

#include "base/enumtext.h"
#include "domain/money.h"
#include "domain/post.h"
#include "storage/circle.h"
#include "storage/sqlvalue.h"
#include "storage/visiblefacts.h"

#include <QStringList>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// Runs \a sql and hands each of its rows to \a take.
template<typename Take>
Result<> forEachFact(Connection &connection, const QString &sql, Take take)
{
    return connection.scan(sql, [&take](const ScanRow &row) {
        take(row);
        return true;
    });
}

/// Words of which there are few. Rows that say the same share them, so that a million of them are neither kept nor freed one by one.
class SharedWords
{
public:
    [[nodiscard]] QString of(QStringView text) { return *m_words.insert(text.toString()); }

private:
    QSet<QString> m_words;
};

/// A condition that keeps what is of \a people.
QString isOfThese(const QList<ProspectId> &people)
{
    return " AND prospect_id IN ("_L1 + idList(people) + u')';
}

/// \a posts selects the ids of those that are told of.
Result<> readSubjects(Connection &connection, const QString &posts, TouchFacts &facts)
{
    auto done = forEachFact(connection,
        "SELECT id, title, text, campaign_id, pillar_id FROM post WHERE id IN ("_L1 + posts + u')',
        [&facts](const ScanRow &row) {
            Post post;
            post.title = row.text(1).toString();
            post.text = row.text(2).toString();
            facts.posts.insert(PostId(row.integer(0)),
                {headline(post), CampaignId(row.integer(3)), PillarId(row.integer(4))});
        });
    if (done)
        done =
            forEachFact(connection, u"SELECT id, surface, version, channel_id FROM profile_copy"_s,
                [&facts](const ScanRow &row) {
                    facts.profileCopies.insert(ProfileCopyId(row.integer(0)),
                        {row.text(1).toString(), int(row.integer(2)), ChannelId(row.integer(3))});
                });
    if (done)
        done = forEachFact(
            connection, u"SELECT id, name, network FROM channel"_s, [&facts](const ScanRow &row) {
                facts.channels.insert(
                    ChannelId(row.integer(0)), {row.text(1).toString(), row.text(2).toString()});
            });
    if (done)
        done = forEachFact(
            connection, u"SELECT id, name FROM campaign"_s, [&facts](const ScanRow &row) {
                facts.campaigns.insert(CampaignId(row.integer(0)), row.text(1).toString());
            });
    if (done)
        done =
            forEachFact(connection, u"SELECT id, name FROM pillar"_s, [&facts](const ScanRow &row) {
                facts.pillars.insert(PillarId(row.integer(0)), row.text(1).toString());
            });
    return done;
}

Result<> readMemberNames(Connection &connection, QHash<UserId, QString> &members)
{
    return forEachFact(
        connection, u"SELECT id, name FROM member"_s, [&members](const ScanRow &row) {
            members.insert(UserId(row.integer(0)), row.text(1).toString());
        });
}

/// Of \a people alone, or of everybody where it is empty.
Result<std::shared_ptr<const RepFacts>> readActivity(
    Connection &connection, const QList<ProspectId> &people)
{
    auto facts = std::make_shared<RepFacts>();
    const QString some = people.isEmpty() ? QString() : isOfThese(people);
    auto done = Visible::takeWordSums(connection, people, *facts);
    // Who brought a file in did not make the moves that it tells of.
    if (done)
        done = forEachFact(connection,
            "SELECT prospect_id, by_member_id, at FROM live_move WHERE by_member_id IS NOT NULL "
            "AND batch_id IS NULL AND at_precision <> 'unknown' AND from_stage_id IS NOT NULL "
            "AND from_stage_id <> to_stage_id AND "_L1
                + Circle::isNobodyElses(connection, u"prospect_id"_s) + some,
            [&facts](const ScanRow &row) {
                facts->moves.push_back(
                    {ProspectId(row.integer(0)), UserId(row.integer(1)), row.integer(2)});
            });
    if (done)
        done = readMemberNames(connection, facts->members);
    if (!done)
        return tl::unexpected(done.error());
    std::ranges::sort(facts->moves);
    return facts;
}

/// The touches that \a some keeps, a condition with AND or nothing; likewise the next ones.
Result<> readTouches(Connection &connection, const QString &some, TouchFacts &facts)
{
    auto done = forEachFact(connection,
        "SELECT prospect_id, id, at, at_precision, kind, post_id, profile_copy_id, channel_id, "
        "referrer_id, quotable FROM live_touch WHERE "_L1
            + Circle::isNobodyElses(connection, u"prospect_id"_s) + some,
        [&facts](const ScanRow &row) {
            TouchFacts::Row touch;
            touch.prospect = ProspectId(row.integer(0));
            touch.id = TouchId(row.integer(1));
            touch.at = {
                row.integer(2), fromText<Precision>(row.text(3)).value_or(Precision::Unknown)};
            touch.kind = fromText<TouchKind>(row.text(4)).value_or(TouchKind::Saw);
            touch.post = PostId(row.integer(5));
            touch.profileCopy = ProfileCopyId(row.integer(6));
            touch.channel = ChannelId(row.integer(7));
            touch.referrer = ProspectId(row.integer(8));
            touch.quotable = row.integer(9) != 0;
            facts.rows.push_back(touch);
        });
    std::ranges::sort(facts.rows, {},
        [](const TouchFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    return done;
}

/// Those that were kept as a file wrote them count with those of the same code.
QString currencyOf(QStringView kept, SharedWords &currencies)
{
    if (Money::isCurrency(kept))
        return currencies.of(kept);
    const auto code = Money::currencyCode(kept);
    return currencies.of(code ? QStringView(*code) : kept);
}

Result<std::shared_ptr<const DealFacts>> readDeals(
    Connection &connection, const QString &somePeople, const QString &someOffers)
{
    auto facts = std::make_shared<DealFacts>();
    SharedWords currencies;
    auto done = forEachFact(connection,
        "SELECT id, value_minor, currency FROM live_prospect WHERE value_minor > 0 AND currency "
        "<> '' AND "_L1
            + Circle::isNobodyElses(connection, u"id"_s) + somePeople + " ORDER BY id"_L1,
        [&facts, &currencies](const ScanRow &row) {
            facts->worths.push_back(
                {ProspectId(row.integer(0)), row.integer(1), currencyOf(row.text(2), currencies)});
        });
    if (done)
        done = forEachFact(connection,
            "SELECT prospect_id, id, value_minor, currency, made_at, made_at_precision, "
            "expected_on, state, decided_at FROM live_offer WHERE value_minor > 0 AND currency <> "
            "'' AND "_L1
                + Circle::isNobodyElses(connection, u"prospect_id"_s) + someOffers
                + " ORDER BY prospect_id, id"_L1,
            [&facts, &currencies](const ScanRow &row) {
                DealFacts::Offered offer;
                offer.prospect = ProspectId(row.integer(0));
                offer.id = OfferId(row.integer(1));
                offer.minor = row.integer(2);
                offer.currency = currencyOf(row.text(3), currencies);
                offer.madeAt = {
                    row.integer(4), fromText<Precision>(row.text(5)).value_or(Precision::Unknown)};
                offer.expectedOn = QDate::fromString(row.text(6).toString(), Qt::ISODate);
                offer.state = fromText<OfferState>(row.text(7)).value_or(OfferState::Open);
                offer.decidedAt = row.integer(8);
                facts->offers.push_back(offer);
            });
    if (done)
        done = forEachFact(connection,
            "SELECT id, erased_at FROM prospect WHERE erased_at > 0 AND "_L1
                + Circle::isNobodyElses(connection, u"id"_s) + somePeople,
            [&facts](const ScanRow &row) {
                facts->erased.push_back({ProspectId(row.integer(0)), row.integer(1)});
            });
    if (!done)
        return tl::unexpected(done.error());
    // Here, since in the order of ids a database would walk all people for these few.
    std::ranges::sort(facts->erased, {}, &DealFacts::Erased::prospect);
    return facts;
}

Result<std::shared_ptr<const HandoverFacts>> readHandovers(
    Connection &connection, const QString &some)
{
    auto facts = std::make_shared<HandoverFacts>();
    SharedWords reasons;
    auto done = forEachFact(connection,
        "SELECT prospect_id, id, coalesce(decided_by_id, offered_to_id), offered_at, due_at, "
        "state, decided_at, reason FROM live_handover WHERE "_L1
            + Circle::isNobodyElses(connection, u"prospect_id"_s) + some,
        [&facts, &reasons](const ScanRow &row) {
            HandoverFacts::Row handover;
            handover.prospect = ProspectId(row.integer(0));
            handover.id = HandoverId(row.integer(1));
            handover.rep = UserId(row.integer(2));
            handover.offeredAt = row.integer(3);
            handover.dueAt = row.integer(4);
            handover.state = fromText<HandoverState>(row.text(5)).value_or(HandoverState::Offered);
            handover.decidedAt = row.integer(6);
            handover.reason = reasons.of(row.text(7));
            facts->rows.push_back(handover);
        });
    if (done)
        done = readMemberNames(connection, facts->members);
    if (!done)
        return tl::unexpected(done.error());
    std::ranges::sort(facts->rows, {},
        [](const HandoverFacts::Row &row) { return std::tuple(row.prospect, row.id); });
    return facts;
}

Result<std::shared_ptr<const ExitFacts>> readExits(Connection &connection, const QString &some)
{
    auto facts = std::make_shared<ExitFacts>();
    auto done = forEachFact(connection,
        "SELECT prospect_id, id, to_stage_id, at, at_precision, lost_reason_id FROM live_move "
        "WHERE to_stage_id IN (SELECT s.id FROM stage s WHERE s.kind = 'exit') AND "_L1
            + Circle::isNobodyElses(connection, u"prospect_id"_s) + some,
        [&facts](const ScanRow &row) {
            ExitFacts::Row exit;
            exit.prospect = ProspectId(row.integer(0));
            exit.id = MoveId(row.integer(1));
            exit.to = StageId(row.integer(2));
            exit.at = {
                row.integer(3), fromText<Precision>(row.text(4)).value_or(Precision::Unknown)};
            exit.reason = LostReasonId(row.integer(5));
            facts->rows.push_back(exit);
        });
    if (done)
        done = forEachFact(
            connection, u"SELECT id, name FROM lost_reason"_s, [&facts](const ScanRow &row) {
                facts->reasons.insert(LostReasonId(row.integer(0)), row.text(1).toString());
            });
    if (!done)
        return tl::unexpected(done.error());
    std::ranges::sort(facts->rows, {},
        [](const ExitFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    return facts;
}
} // namespace

Result<std::shared_ptr<const TouchFacts>> FactTable::touches(Connection &connection)
{
    auto facts = std::make_shared<TouchFacts>();
    auto done = readTouches(connection, {}, *facts);
    if (done) {
        done = readSubjects(
            connection, u"SELECT post_id FROM live_touch WHERE post_id IS NOT NULL"_s, *facts);
    }
    if (!done)
        return tl::unexpected(done.error());
    return facts;
}

Result<std::shared_ptr<const TouchFacts>> FactTable::touchesOf(
    Connection &connection, const QList<ProspectId> &people, const QSet<qint64> &posts)
{
    auto facts = std::make_shared<TouchFacts>();
    auto done = readTouches(connection, isOfThese(people), *facts);
    QSet<qint64> told = posts;
    for (const TouchFacts::Row &touch : facts->rows)
        told.insert(touch.post.value());
    QList<PostId> ids;
    for (const qint64 id : std::as_const(told))
        ids << PostId(id);
    if (done)
        done = readSubjects(connection, idList(ids), *facts);
    if (!done)
        return tl::unexpected(done.error());
    return facts;
}

Result<std::shared_ptr<const DealFacts>> FactTable::deals(Connection &connection)
{
    return readDeals(connection, {}, {});
}

Result<std::shared_ptr<const DealFacts>> FactTable::dealsOf(
    Connection &connection, const QList<ProspectId> &people)
{
    return readDeals(connection, " AND id IN ("_L1 + idList(people) + u')', isOfThese(people));
}

Result<std::shared_ptr<const HandoverFacts>> FactTable::handovers(Connection &connection)
{
    return readHandovers(connection, {});
}

Result<std::shared_ptr<const HandoverFacts>> FactTable::handoversOf(
    Connection &connection, const QList<ProspectId> &people)
{
    return readHandovers(connection, isOfThese(people));
}

Result<std::shared_ptr<const ExitFacts>> FactTable::exits(Connection &connection)
{
    return readExits(connection, {});
}

Result<std::shared_ptr<const ExitFacts>> FactTable::exitsOf(
    Connection &connection, const QList<ProspectId> &people)
{
    return readExits(connection, isOfThese(people));
}

Result<std::shared_ptr<const RepFacts>> FactTable::activity(Connection &connection)
{
    return readActivity(connection, {});
}

Result<std::shared_ptr<const RepFacts>> FactTable::activityOf(
    Connection &connection, const QList<ProspectId> &people)
{
    Q_ASSERT(!people.isEmpty());
    return readActivity(connection, people);
}

Result<QSet<qint64>> FactTable::peopleOfRows(
    Connection &connection, const QString &table, const QSet<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts << QString::number(id);
    QSet<qint64> people;
    if (texts.isEmpty())
        return people;
    auto done = forEachFact(connection,
        "SELECT prospect_id FROM "_L1 + table + " WHERE id IN ("_L1 + texts.join(u',') + u')',
        [&people](const ScanRow &row) { people.insert(row.integer(0)); });
    if (!done)
        return tl::unexpected(done.error());
    return people;
}
