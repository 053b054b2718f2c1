// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/handover.h"
#include "domain/importbatch.h"
#include "domain/move.h"
#include "domain/offer.h"
#include "domain/post.h"
#include "domain/prospect.h"
#include "domain/touch.h"
#include "storage/batchtable.h"
#include "storage/facttable.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/settingtable.h"
#include "storage/visible.h"
#include "storage/visiblefacts.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr UserId Self {1};
constexpr UserId Colleague {2};
constexpr ProspectId Person {101};
constexpr ProspectId Other {102};
constexpr ConversationId Mine {10};
constexpr ConversationId Theirs {11};
constexpr qint64 Hour = 3'600'000;
/// 2026-03-10 09:00 UTC.
constexpr qint64 At = 1'773'133'200'000;

User memberOf(UserId id, const QString &name)
{
    User user;
    user.id = id;
    user.login = name.toLower();
    user.name = name;
    return user;
}

Prospect prospectOf(ProspectId id)
{
    Prospect prospect;
    prospect.id = id;
    prospect.name = id.toString();
    prospect.stage = StageId(2);
    return prospect;
}

RowEdits people()
{
    return {insertion(memberOf(Self, u"Ann"_s)), insertion(memberOf(Colleague, u"Bob"_s)),
        insertion(prospectOf(Person)), insertion(prospectOf(Other))};
}

Conversation talkOf(ConversationId id, UserId owner, ProspectId with = Person)
{
    Conversation conversation;
    conversation.id = id;
    conversation.prospect = with;
    conversation.owner = owner;
    return conversation;
}

Message said(qint64 id, ConversationId in, Medium medium, Direction direction, qint64 hours)
{
    Message message;
    message.id = MessageId(id);
    message.conversation = in;
    message.medium = medium;
    message.direction = direction;
    message.sentAt = {At + hours * Hour, Precision::Exact};
    return message;
}

/// In my conversation a direct message, its answer an hour later, a call of ours that reached nobody, and an e-mail; a note and a system line
/// are no words. In my colleague's one they wrote an hour before all that, and called two hours after.
RowEdits talks()
{
    Message inVain = said(3, Mine, Medium::Call, Direction::Ours, 2);
    inVain.callResult = CallResult::NoAnswer;
    Message undated = said(9, Mine, Medium::Email, Direction::Theirs, 0);
    undated.sentAt = {0, Precision::Unknown};
    // Written down in another order than said.
    return {insertion(talkOf(Mine, Self)), insertion(talkOf(Theirs, Colleague)),
        insertion(said(4, Mine, Medium::DirectMessage, Direction::Ours, 0)), insertion(inVain),
        insertion(said(2, Mine, Medium::DirectMessage, Direction::Theirs, 1)),
        insertion(said(1, Mine, Medium::Email, Direction::Ours, 3)),
        insertion(said(5, Mine, Medium::Note, Direction::Ours, -5)),
        insertion(said(6, Mine, Medium::DirectMessage, Direction::System, -5)), insertion(undated),
        insertion(said(7, Theirs, Medium::DirectMessage, Direction::Theirs, -1)),
        insertion(said(8, Theirs, Medium::Call, Direction::Theirs, 2))};
}

bool put(TestDatabase &test, const RowEdits &edits)
{
    return test.write([&edits](Transaction &t) { return applyEdits(t, edits); }).has_value();
}
} // namespace

/// What charts read beside the columns, on both databases.
class TestFactTable : public QObject
{
    Q_OBJECT
private slots:
    void handovers_data() { TestDatabase::addBackends(); }
    void handovers()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Handover returned;
        returned.id = HandoverId(2);
        returned.prospect = Person;
        returned.offeredTo = Colleague;
        returned.offeredAt = At;
        returned.dueAt = At + Hour;
        returned.state = HandoverState::Returned;
        returned.decidedBy = Self;
        returned.decidedAt = At + 2 * Hour;
        returned.reason = u"Too early"_s;
        Handover open;
        open.id = HandoverId(1);
        open.prospect = Other;
        open.offeredTo = Colleague;
        open.offeredAt = At;
        Handover gone = open;
        gone.id = HandoverId(3);
        QVERIFY(put(test,
            people() + RowEdits {insertion(returned), insertion(open), insertion(gone)}
                + RowEdits {removal(gone)}));
        const auto facts = test.read(FactTable::handovers);
        QVERIFY(facts);
        QCOMPARE((*facts)->rows.size(), size_t(2));
        const HandoverFacts::Row &first = (*facts)->rows[0];
        QCOMPARE(first.prospect, Person);
        QCOMPARE(first.id, HandoverId(2));
        QCOMPARE(first.rep, Self);
        QCOMPARE(first.offeredAt, At);
        QCOMPARE(first.dueAt, At + Hour);
        QCOMPARE(first.state, HandoverState::Returned);
        QCOMPARE(first.decidedAt, At + 2 * Hour);
        QCOMPARE(first.reason, u"Too early"_s);
        QCOMPARE((*facts)->rows[1].rep, Colleague);
        QCOMPARE((*facts)->rows[1].state, HandoverState::Offered);
        QCOMPARE((*facts)->members.value(Colleague), u"Bob"_s);
    }

    void currenciesKeptAsWrittenAreOne_data() { TestDatabase::addBackends(); }
    void currenciesKeptAsWrittenAreOne()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Prospect small = prospectOf(Person);
        small.valueMinor = 1000;
        small.currency = u"usd"_s;
        Prospect sign = prospectOf(Other);
        sign.valueMinor = 500;
        sign.currency = u"€"_s;
        Offer offer;
        offer.id = OfferId(1);
        offer.prospect = Other;
        offer.title = u"Tables"_s;
        offer.valueMinor = 2000;
        offer.currency = u"USD"_s;
        Offer odd = offer;
        odd.id = OfferId(2);
        odd.currency = u"euros"_s;
        QVERIFY(put(test,
            {insertion(memberOf(Self, u"Ann"_s)), insertion(small), insertion(sign),
                insertion(offer), insertion(odd)}));
        test.database->setViewer({Self, Role::SalesRep});
        const auto facts = test.read(FactTable::deals);
        QVERIFY(facts);
        QCOMPARE((*facts)->worths.size(), size_t(2));
        QCOMPARE((*facts)->worths[0].currency, u"USD"_s);
        QCOMPARE((*facts)->worths[1].currency, u"EUR"_s);
        QCOMPARE((*facts)->offers.size(), size_t(2));
        QCOMPARE((*facts)->offers[0].currency, u"USD"_s);
        QCOMPARE((*facts)->offers[1].currency, u"euros"_s); // nobody knows what was meant
    }

    void touches_data() { TestDatabase::addBackends(); }
    void touches()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Campaign campaign;
        campaign.id = CampaignId(20);
        campaign.name = u"Spring"_s;
        Channel channel;
        channel.id = ChannelId(21);
        channel.network = u"x"_s;
        channel.name = u"Brew"_s;
        Post post;
        post.id = PostId(22);
        post.title = u"Slow mornings"_s;
        post.campaign = campaign.id;
        Touch review;
        review.id = TouchId(2);
        review.prospect = Person;
        review.kind = TouchKind::Reviewed;
        review.post = post.id;
        review.quotable = true;
        review.at = {At, Precision::Exact};
        Touch referred;
        referred.id = TouchId(3);
        referred.prospect = Person;
        referred.kind = TouchKind::Referred;
        referred.referrer = Other;
        referred.channel = channel.id;
        referred.at = {At - Hour, Precision::Day};
        Touch gone = review;
        gone.id = TouchId(4);
        QVERIFY(put(test,
            people()
                + RowEdits {insertion(campaign), insertion(channel), insertion(post),
                    insertion(review), insertion(referred), insertion(gone)}
                + RowEdits {removal(gone)}));
        const auto facts = test.read(FactTable::touches);
        QVERIFY(facts);
        QCOMPARE((*facts)->rows.size(), size_t(2));
        const TouchFacts::Row &first = (*facts)->rows[0]; // by time
        QCOMPARE(first.prospect, Person);
        QCOMPARE(first.id, TouchId(3));
        QCOMPARE(first.kind, TouchKind::Referred);
        QCOMPARE(first.referrer, Other);
        QCOMPARE(first.at, referred.at);
        QCOMPARE((*facts)->channelOf(first), channel.id);
        QVERIFY(!first.quotable);
        const TouchFacts::Row &second = (*facts)->rows[1];
        QCOMPARE(second.kind, TouchKind::Reviewed);
        QVERIFY(second.quotable);
        QVERIFY((*facts)->channelOf(second).isNull());
        QCOMPARE((*facts)->posts.value(second.post).name, u"Slow mornings"_s);
        QCOMPARE(
            (*facts)->campaigns.value((*facts)->posts.value(second.post).campaign), u"Spring"_s);
        QCOMPARE((*facts)->channels.value(channel.id).network, u"x"_s);
    }

    void aColleaguesCircleBringsNothing_data() { TestDatabase::addBackends(); }
    void aColleaguesCircleBringsNothing()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Prospect secret = prospectOf(Person);
        secret.privateTo = Colleague;
        RowEdits edits {insertion(memberOf(Self, u"Ann"_s)),
            insertion(memberOf(Colleague, u"Bob"_s)), insertion(secret),
            insertion(prospectOf(Other))};
        for (const ProspectId prospect : {Person, Other}) {
            Handover returned;
            returned.id = HandoverId(prospect.value());
            returned.prospect = prospect;
            Touch touch;
            touch.id = TouchId(prospect.value());
            touch.prospect = prospect;
            Move lost;
            lost.id = MoveId(prospect.value());
            lost.prospect = prospect;
            lost.from = StageId(2);
            lost.to = StageId(8);
            lost.at = {At, Precision::Exact};
            lost.by = Colleague;
            edits << insertion(returned) << insertion(touch) << insertion(lost);
        }
        QVERIFY(put(test, edits));
        // What is known of somebody who was erased still counts.
        QVERIFY(test.write([](Transaction &t) {
            return t.execute(u"UPDATE prospect SET erased_at = 1 WHERE id = ?"_s, {Other.value()});
        }));
        const auto countsFor = [&test](UserId reader) {
            test.database->setViewer({reader, Role::SalesRep});
            const auto countOf = [](const auto &facts, auto rows) {
                return facts ? int(((**facts).*rows).size()) : -1;
            };
            return QList<int> {countOf(test.read(FactTable::touches), &TouchFacts::rows),
                countOf(test.read(FactTable::handovers), &HandoverFacts::rows),
                countOf(test.read(FactTable::exits), &ExitFacts::rows),
                countOf(test.read(FactTable::activity), &RepFacts::moves)};
        };
        QCOMPARE(countsFor(Colleague), (QList<int> {2, 2, 2, 2}));
        QCOMPARE(countsFor(Self), (QList<int> {1, 1, 1, 1}));
    }

    void exits_data() { TestDatabase::addBackends(); }
    void exits()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const LostReason reason = defaultLostReasons().first();
        Move lost;
        lost.id = MoveId(5);
        lost.prospect = Person;
        lost.from = StageId(2);
        lost.to = StageId(8);
        lost.at = {At, Precision::Day};
        lost.lostReason = reason.id;
        Move warm = lost;
        warm.id = MoveId(6);
        warm.to = StageId(2);
        warm.lostReason = {};
        Move silent = lost;
        silent.id = MoveId(4);
        silent.prospect = Other;
        silent.lostReason = {};
        QVERIFY(
            put(test, people() + RowEdits {insertion(lost), insertion(warm), insertion(silent)}));
        const auto facts = test.read(FactTable::exits);
        QVERIFY(facts);
        QCOMPARE((*facts)->rows.size(), size_t(2));
        const ExitFacts::Row &first = (*facts)->rows[0];
        QCOMPARE(first.prospect, Person);
        QCOMPARE(first.to, StageId(8));
        QCOMPARE(first.at, (Moment {At, Precision::Day}));
        QCOMPARE(first.reason, reason.id);
        QCOMPARE((*facts)->rows[1].reason, LostReasonId());
        QCOMPARE((*facts)->reasons.value(reason.id), reason.name);
    }

    void hops_data() { TestDatabase::addBackends(); }
    void hops()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Hop hop;
        hop.id = HopId(1);
        hop.conversation = Theirs;
        hop.to = Medium::Email;
        hop.proposedAt = {At, Precision::Exact};
        hop.state = HopState::Declined;
        hop.decidedAt = At + Hour;
        QVERIFY(put(test, people() + talks() + RowEdits {insertion(hop)}));
        test.database->setViewer({Self, Role::SalesRep});
        const auto facts = test.read(Visible::hopFacts);
        QVERIFY(facts);
        QCOMPARE((*facts)->rows.size(), size_t(1));
        const HopFacts::Row &row = (*facts)->rows[0];
        QCOMPARE(row.prospect, Person);
        // All: three direct messages, then their call. What I may see: two, then my e-mail, since my call reached nobody.
        QCOMPARE(row.all, (HopFacts::Talk {At - Hour, At + 2 * Hour, 3, false, false}));
        QCOMPARE(row.seen, (HopFacts::Talk {At, At + 3 * Hour, 2, false, false}));
        QCOMPARE((*facts)->proposals.size(), size_t(1));
        const HopFacts::Proposal &proposal = (*facts)->proposals[0];
        QCOMPARE(proposal.prospect, Person);
        QCOMPARE(proposal.to, Medium::Email);
        QCOMPARE(proposal.at, At);
        QCOMPARE(proposal.state, HopState::Declined);
        QCOMPARE(proposal.decidedAt, At + Hour);
        QVERIFY(!proposal.isSeen);
    }

    void aCallOfSomeTimeOnTheDayFollows_data() { TestDatabase::addBackends(); }
    void aCallOfSomeTimeOnTheDayFollows()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Message call = said(2, Mine, Medium::Call, Direction::Ours, -9);
        call.sentAt.precision = Precision::Day;
        QVERIFY(put(test,
            people()
                + RowEdits {insertion(talkOf(Mine, Self)), insertion(call),
                    insertion(said(1, Mine, Medium::DirectMessage, Direction::Ours, 0))}));
        test.database->setViewer({Self, Role::SalesRep});
        const auto facts = test.read(Visible::hopFacts);
        QVERIFY(facts);
        QCOMPARE((*facts)->rows.size(), size_t(1));
        QCOMPARE((*facts)->rows[0].seen, (HopFacts::Talk {At, At - 9 * Hour, 1, false, true}));
    }

    void severalConversationsOfOnePersonAreOne_data() { TestDatabase::addBackends(); }
    void severalConversationsOfOnePersonAreOne()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        constexpr ConversationId others {12};
        constexpr ConversationId second {13};
        constexpr ConversationId withoutWords {14};
        // Between mine and the second with the same person comes one with somebody else; the last says nothing.
        QVERIFY(put(test,
            people()
                + RowEdits {insertion(talkOf(Mine, Self)), insertion(talkOf(others, Self, Other)),
                    insertion(talkOf(second, Self)), insertion(talkOf(withoutWords, Self)),
                    insertion(said(1, Mine, Medium::DirectMessage, Direction::Ours, 0)),
                    insertion(said(2, second, Medium::DirectMessage, Direction::Theirs, 1)),
                    insertion(said(3, Mine, Medium::DirectMessage, Direction::Ours, 2)),
                    insertion(said(4, second, Medium::Email, Direction::Theirs, 3)),
                    insertion(said(5, others, Medium::DirectMessage, Direction::Ours, 4))}));
        test.database->setViewer({Self, Role::SalesRep});
        const auto all = test.read(Visible::hopFacts);
        QVERIFY(all);
        QCOMPARE((*all)->rows.size(), size_t(2));
        QCOMPARE((*all)->rows[0].prospect, Person);
        QCOMPARE((*all)->rows[0].seen, (HopFacts::Talk {At, At + 3 * Hour, 3, false, false}));
        QCOMPARE((*all)->rows[1].prospect, Other);
        QCOMPARE((*all)->rows[1].seen, (HopFacts::Talk {At + 4 * Hour, 0, 1, false, false}));
        QCOMPARE((*all)->places.size(), size_t(4));
        QVERIFY((*all)->places[1] == (TalkPlace {others, Other}));
        QVERIFY((*all)->places[2] == (TalkPlace {second, Person}));
        const auto some = test.read(
            [](Connection &connection) { return Visible::hopFactsOf(connection, {Other}); });
        QVERIFY(some);
        QVERIFY((*some)->rows == std::vector<HopFacts::Row> {(*all)->rows[1]});
        QVERIFY((*some)->places == std::vector<TalkPlace> {(*all)->places[1]});
    }

    void messagesAreReadFromTheirIndexInItsOrder()
    {
        TestDatabase test;
        QCOMPARE(test.open(false), QString());
        const auto plan = test.read([](Connection &connection) -> Result<QString> {
            QString steps;
            auto rows = connection.select(
                u"EXPLAIN QUERY PLAN SELECT conversation_id, id, sent_at, sent_at_precision, "
                "medium, direction, call_result FROM live_message ORDER BY conversation_id, id"_s);
            while (rows && rows->next())
                steps += rows->text(3) + u'\n';
            return steps;
        });
        QVERIFY(plan);
        QVERIFY2(plan->contains("COVERING INDEX message_in_conversation"_L1), qPrintable(*plan));
        QVERIFY2(!plan->contains("TEMP B-TREE"_L1), qPrintable(*plan));
    }

    void activity_data() { TestDatabase::addBackends(); }
    void activity()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Move move;
        move.id = MoveId(1);
        move.prospect = Other;
        move.from = StageId(2);
        move.to = StageId(3);
        move.at = {At, Precision::Exact};
        move.by = Colleague;
        Move nobodys = move;
        nobodys.id = MoveId(2);
        nobodys.by = {};
        // Neither leads from one stage to another.
        Move entry = move;
        entry.id = MoveId(3);
        entry.from = {};
        Move stay = move;
        stay.id = MoveId(4);
        stay.from = move.to;
        // It came with a file: who brought that in did not make it.
        ImportBatch batch;
        batch.id = BatchId(30);
        batch.state = BatchState::Live;
        Move imported = move;
        imported.id = MoveId(5);
        imported.batch = batch.id;
        QVERIFY(test.write([&batch](Transaction &t) { return BatchTable::insert(t, batch); }));
        QVERIFY(put(test,
            people() + talks()
                + RowEdits {insertion(said(20, Mine, Medium::DirectMessage, Direction::Theirs, 14)),
                    insertion(move), insertion(nobodys), insertion(entry), insertion(stay),
                    insertion(imported)}));
        QVERIFY(test.write(
            [](Transaction &t) { return SettingTable::set(t, u"zone"_s, u"Europe/Berlin"_s); }));
        test.database->setViewer({Self, Role::SalesRep});
        const auto facts = test.read(FactTable::activity);
        QVERIFY(facts);
        // The last message came at 23:00 UTC, which is the next day in Berlin.
        const auto day = qint32(QDate(2026, 3, 10).toJulianDay());
        const std::vector<RepFacts::Words> &words = (*facts)->words;
        QCOMPARE(words.size(), size_t(3));
        QCOMPARE(words[0].member, Self);
        QCOMPARE(words[0].julianDay, day);
        QCOMPARE(words[0].sent, 2U);
        QCOMPARE(words[0].received, 1U);
        QCOMPARE(words[0].calls, 1U);
        QVERIFY(words[0].isSeen);
        QCOMPARE(words[1].julianDay, day + 1);
        QCOMPARE(words[1].received, 1U);
        QCOMPARE(words[2].member, Colleague);
        QCOMPARE(words[2].received, 1U);
        QCOMPARE(words[2].calls, 1U);
        QVERIFY(!words[2].isSeen);
        QCOMPARE((*facts)->replies.size(), size_t(1));
        QCOMPARE((*facts)->replies[0].member, Self);
        QCOMPARE((*facts)->replies[0].askedAt, At);
        QCOMPARE((*facts)->replies[0].answeredAt, At + Hour);
        QCOMPARE((*facts)->moves.size(), size_t(1));
        QCOMPARE((*facts)->moves[0].member, Colleague);
        QCOMPARE((*facts)->moves[0].at, At);
        QCOMPARE((*facts)->members.value(Self), u"Ann"_s);
    }

    void ofNothingThereIsNothing_data() { TestDatabase::addBackends(); }
    void ofNothingThereIsNothing()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.read(FactTable::handovers).value()->rows.empty());
        QVERIFY(test.read(FactTable::exits).value()->rows.empty());
        QVERIFY(test.read(Visible::hopFacts).value()->rows.empty());
        QVERIFY(test.read(FactTable::activity).value()->words.empty());
    }
};

PULLPUSH_TEST(TestFactTable)
#include "tst_facttable.moc"
