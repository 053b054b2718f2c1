// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/handover.h"
#include "domain/move.h"
#include "domain/offer.h"
#include "domain/post.h"
#include "domain/prospect.h"
#include "domain/touch.h"
#include "session/chartfactsreader.h"
#include "session/heldfacts.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/settingtable.h"
#include "storage/visible.h"
#include "test_support/pgcluster.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <algorithm>
#include <iterator>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
const QList<ChartFact> TalkFacts {ChartFact::Contacts, ChartFact::Hops, ChartFact::Activity};
const QList<ChartFact> AllFacts(std::begin(AllChartFacts), std::end(AllChartFacts));
const User Ann {UserId(1), u"ann"_s, u"Ann"_s, Role::SalesRep};
constexpr UserId Bob {2};
constexpr qint64 Hour = 3'600'000;
/// 2026-03-10 09:00 UTC.
constexpr qint64 At = 1'773'133'200'000;

int anyOf(qsizetype count)
{
    return *rc::gen::inRange(0, int(count));
}

template<typename E>
E anyEnum()
{
    return E(anyOf(std::ssize(EnumText<E>::values)));
}

template<typename T>
T taken(QList<T> &from)
{
    return from.takeAt(anyOf(from.size()));
}

template<typename T>
RowEdits changed(T &row, const T &after)
{
    const RowEdit edit = update(row, after);
    row = after;
    return edit.isEmpty() ? RowEdits() : RowEdits {edit};
}

Moment anyTime()
{
    return {At + qint64(anyOf(60)) * 5 * Hour, anyEnum<Precision>()};
}

UserId anyMember()
{
    const int which = anyOf(3);
    return which == 0 ? UserId() : which == 1 ? Ann.id : Bob;
}

/// Rows of a table that come, change, go and come back.
template<typename T>
class AnyRows
{
public:
    /// \a alter gives a row anything, and anybody.
    template<typename Alter>
    RowEdits change(qint64 newId, Alter alter)
    {
        const int what = m_there.isEmpty() ? 0 : anyOf(7);
        if (what < 2) {
            T made;
            made.id = decltype(made.id)(newId);
            alter(made);
            m_there << made;
            return {insertion(made)};
        }
        if (what == 2) {
            m_gone << taken(m_there);
            return {removal(m_gone.last())};
        }
        if (what == 3 && !m_gone.isEmpty()) {
            m_there << taken(m_gone);
            return {insertion(m_there.last())};
        }
        T &before = m_there[anyOf(m_there.size())];
        T after = before;
        alter(after);
        return changed(before, after);
    }

private:
    QList<T> m_there;
    QList<T> m_gone;
};

/// Touches, offers, handovers and exits of people, and what they refer to, with which anything may happen.
class AnySales
{
public:
    AnySales()
        : m_reason(defaultLostReasons().first())
    {
        for (qint64 id = 301; id <= 303; ++id) {
            Post post;
            post.id = PostId(id);
            post.title = u"A post"_s;
            m_posts << post;
        }
        m_channel.id = ChannelId(311);
        m_channel.network = u"x"_s;
        m_channel.name = u"Brew"_s;
        m_campaign.id = CampaignId(321);
        m_campaign.name = u"Spring"_s;
    }

    [[nodiscard]] RowEdits subjects() const
    {
        RowEdits edits {insertion(m_channel), insertion(m_campaign)};
        for (const Post &post : m_posts)
            edits << insertion(post);
        return edits;
    }

    RowEdits change()
    {
        switch (anyOf(6)) {
        case 0:
        case 1:
            return m_touches.change(++m_last, [this](Touch &touch) {
                touch.prospect = person();
                touch.kind = anyEnum<TouchKind>();
                touch.post = anyOf(2) == 0 ? PostId() : m_posts[anyOf(m_posts.size())].id;
                touch.channel = anyOf(2) == 0 ? ChannelId() : m_channel.id;
                touch.quotable = anyOf(2) == 0;
                touch.at = anyTime();
            });
        case 2:
            return m_offers.change(++m_last, [](Offer &offer) {
                offer.prospect = person();
                offer.valueMinor = qint64(100) * anyOf(3);
                offer.currency = anyOf(4) == 0 ? QString() : u"EUR"_s;
                offer.madeAt = anyTime();
                offer.state = anyEnum<OfferState>();
            });
        case 3:
            return m_handovers.change(++m_last, [](Handover &handover) {
                handover.prospect = person();
                handover.offeredTo = anyMember();
                handover.offeredAt = anyTime().ms;
                handover.state = anyEnum<HandoverState>();
                handover.decidedBy = anyMember();
                handover.reason = anyOf(2) == 0 ? u"Too early"_s : QString();
            });
        case 4:
            return m_moves.change(++m_last, [this](Move &move) {
                move.prospect = person();
                move.to = StageId(anyOf(3) == 0 ? 2 : 8);
                move.at = anyTime();
                move.lostReason = anyOf(2) == 0 ? LostReasonId() : m_reason.id;
            });
        default:
            return rename();
        }
    }

private:
    static ProspectId person() { return ProspectId(101 + anyOf(5)); }

    RowEdits rename()
    {
        const QString name = u"Name %1"_s.arg(++m_last);
        if (const int what = anyOf(5); what < 2) {
            Post &before = m_posts[anyOf(m_posts.size())];
            Post after = before;
            after.title = name;
            after.campaign = anyOf(2) == 0 ? CampaignId() : m_campaign.id;
            return changed(before, after);
        } else if (what == 2) {
            Channel after = m_channel;
            after.name = name;
            return changed(m_channel, after);
        } else if (what == 3) {
            LostReason after = m_reason;
            after.name = name;
            return changed(m_reason, after);
        }
        User after = m_ann;
        after.name = name;
        return changed(m_ann, after);
    }

    AnyRows<Touch> m_touches;
    AnyRows<Offer> m_offers;
    AnyRows<Handover> m_handovers;
    AnyRows<Move> m_moves;
    QList<Post> m_posts;
    Channel m_channel;
    Campaign m_campaign;
    LostReason m_reason;
    User m_ann = Ann;
    qint64 m_last = 1'000'000;
};

/// Conversations of two members with a few people, to which anything may happen.
class AnyTalks
{
public:
    AnyTalks()
    {
        for (qint64 id = 101; id <= 105; ++id) {
            Prospect person;
            person.id = ProspectId(id);
            person.name = u"Somebody"_s;
            person.stage = StageId(2);
            m_people << person;
        }
    }

    [[nodiscard]] RowEdits people() const
    {
        RowEdits edits;
        for (const Prospect &person : m_people)
            edits << insertion(person);
        return edits;
    }

    RowEdits change()
    {
        if (m_talks.isEmpty())
            return begin();
        switch (anyOf(14)) {
        case 0:
            return begin();
        case 1:
            return changeTalk();
        case 2:
            return end();
        case 3:
            return changeWord();
        case 4:
            return unsay();
        case 5:
            return bringBack();
        case 6:
            return share();
        case 7:
            return propose();
        case 8:
            return moveSomebody();
        case 9:
            return changePerson();
        default:
            return say();
        }
    }

private:
    qint64 id() { return ++m_last; }
    [[nodiscard]] ProspectId person() const { return m_people.at(anyOf(m_people.size())).id; }
    Conversation &talk() { return m_talks[anyOf(m_talks.size())]; }

    RowEdits begin()
    {
        Conversation made;
        made.id = ConversationId(id());
        made.prospect = anyOf(6) == 0 ? ProspectId() : person();
        made.owner = anyMember();
        made.privacy = anyEnum<Privacy>();
        m_talks << made;
        return RowEdits {insertion(made)} + say();
    }

    RowEdits changeTalk()
    {
        Conversation &before = talk();
        Conversation after = before;
        switch (anyOf(4)) {
        case 0:
            after.owner = anyMember();
            break;
        case 1:
            after.privacy = anyEnum<Privacy>();
            break;
        default:
            after.prospect = anyOf(4) == 0 ? ProspectId() : person();
        }
        return changed(before, after);
    }

    RowEdits end()
    {
        m_endedTalks << taken(m_talks);
        return {removal(m_endedTalks.last())};
    }

    RowEdits say()
    {
        Message word;
        word.conversation = talk().id;
        word.medium = anyEnum<Medium>();
        word.direction = anyEnum<Direction>();
        word.sentAt = anyTime();
        word.callResult = word.medium == Medium::Call ? anyEnum<CallResult>() : CallResult::None;
        word.id = MessageId(word.sentAt.ms / 1000 * 100'000 + id() % 100'000);
        m_words << word;
        return {insertion(word)};
    }

    RowEdits changeWord()
    {
        if (m_words.isEmpty())
            return say();
        Message &before = m_words[anyOf(m_words.size())];
        Message after = before;
        after.medium = anyEnum<Medium>();
        after.sentAt.precision = anyEnum<Precision>();
        after.callResult = anyEnum<CallResult>();
        return changed(before, after);
    }

    RowEdits unsay()
    {
        if (m_words.isEmpty())
            return say();
        m_unsaid << taken(m_words);
        return {removal(m_unsaid.last())};
    }

    RowEdits bringBack()
    {
        RowEdits edits;
        if (!m_unsaid.isEmpty()) {
            m_words << taken(m_unsaid);
            edits << insertion(m_words.last());
        }
        if (!m_endedTalks.isEmpty()) {
            m_talks << taken(m_endedTalks);
            edits << insertion(m_talks.last());
        }
        return edits;
    }

    RowEdits share()
    {
        if (m_shares.size() > 2) {
            const ConversationShare gone = taken(m_shares);
            return {removal(gone)};
        }
        ConversationShare made;
        made.id = ConversationShareId(id());
        made.conversation = talk().id;
        made.member = Bob;
        m_shares << made;
        return {insertion(made)};
    }

    RowEdits propose()
    {
        if (m_hops.size() > 4) {
            Hop &before = m_hops[anyOf(m_hops.size())];
            Hop after = before;
            after.state = anyEnum<HopState>();
            return changed(before, after);
        }
        Hop made;
        made.id = HopId(id());
        made.conversation = talk().id;
        made.proposedAt = anyTime();
        m_hops << made;
        return {insertion(made)};
    }

    RowEdits moveSomebody()
    {
        Move move;
        move.id = MoveId(id());
        move.prospect = person();
        move.from = StageId(5); // an entry is no fact
        move.to = StageId(1 + anyOf(4));
        move.at = anyTime();
        move.by = anyMember();
        return {insertion(move)};
    }

    RowEdits changePerson()
    {
        Prospect &before = m_people[anyOf(m_people.size())];
        Prospect after = before;
        if (anyOf(2) == 0) {
            after.privateTo = anyMember();
        } else {
            after.valueMinor = qint64(100) * anyOf(3);
            after.currency = u"EUR"_s;
        }
        return changed(before, after);
    }

    QList<Prospect> m_people;
    QList<Conversation> m_talks;
    QList<Conversation> m_endedTalks;
    QList<Message> m_words;
    QList<Message> m_unsaid;
    QList<ConversationShare> m_shares;
    QList<Hop> m_hops;
    qint64 m_last = 1000;
};

/// Who looks at charts, what they hold, and what happened since.
struct Reader
{
    UserId user;
    Connection *connection =
        nullptr; ///< one that a server holds back; none where the program reads
    ChartFacts held = {};
    ChangeSet missed = {};
};

Result<ChartFacts> readAs(TestDatabase &test, const Reader &reader,
    const std::function<Result<ChartFacts>(Connection &)> &job)
{
    const Viewer viewer {reader.user, Role::SalesRep};
    if (reader.connection) {
        reader.connection->setViewer(viewer);
        return job(*reader.connection);
    }
    test.database->setViewer(viewer);
    return test.read(job);
}

Result<ChartFacts> readAnew(TestDatabase &test, const Reader &reader)
{
    return readAs(test, reader,
        [](Connection &connection) { return ChartFactsReader::read(connection, AllFacts); });
}

Result<ChartFacts> caughtUp(TestDatabase &test, const Reader &reader)
{
    return readAs(test, reader, [&reader](Connection &connection) {
        return ChartFactsReader::catchUp(connection, AllFacts, reader.held, reader.missed);
    });
}

/// Whether both tell the same of each post that was touched.
bool hasSamePosts(const TouchFacts &one, const TouchFacts &other)
{
    return std::ranges::all_of(one.rows, [&](const TouchFacts::Row &touch) {
        return one.posts.value(touch.post) == other.posts.value(touch.post);
    });
}

/// What \a one and \a other do not tell alike; empty where it is all the same.
std::string difference(const ChartFacts &one, const ChartFacts &other)
{
    std::string parts;
    const auto compare = [&parts](const char *part, bool isSame) {
        if (!isSame)
            parts += std::string(part) + ' ';
    };
    compare("contacts", one.contacts->rows == other.contacts->rows);
    compare("contacts' places", one.contacts->places == other.contacts->places);
    compare("hops", one.hops->rows == other.hops->rows);
    compare("proposals", one.hops->proposals == other.hops->proposals);
    compare("hops' places", one.hops->places == other.hops->places);
    compare("words", one.activity->words == other.activity->words);
    compare("replies", one.activity->replies == other.activity->replies);
    compare("moves", one.activity->moves == other.activity->moves);
    compare("activity's places", one.activity->places == other.activity->places);
    compare("members", one.activity->members == other.activity->members);
    compare("touches", one.touches->rows == other.touches->rows);
    compare("posts", hasSamePosts(*one.touches, *other.touches));
    compare("profile copies", one.touches->profileCopies == other.touches->profileCopies);
    compare("channels", one.touches->channels == other.touches->channels);
    compare("campaigns", one.touches->campaigns == other.touches->campaigns);
    compare("pillars", one.touches->pillars == other.touches->pillars);
    compare("worths", one.deals->worths == other.deals->worths);
    compare("offers", one.deals->offers == other.deals->offers);
    compare("erased", one.deals->erased == other.deals->erased);
    compare("handovers", one.handovers->rows == other.handovers->rows);
    compare("who takes part", one.handovers->members == other.handovers->members);
    compare("exits", one.exits->rows == other.exits->rows);
    compare("reasons", one.exits->reasons == other.exits->reasons);
    return parts;
}

/// A role of the server for Bob, as which a connection reads what policies leave.
QString roleOfBob()
{
    return u"facts_bob_%1"_s.arg(QCoreApplication::applicationPid());
}

/// Null where the server refuses.
std::unique_ptr<Connection> connectAsBob(PgCluster &cluster, const TestDatabase &test)
{
    const QString role = roleOfBob();
    Location place = test.location();
    if (!cluster.query("CREATE ROLE "_L1 + role + " LOGIN"_L1)
        || !cluster.query(
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO "_L1 + role, place.database))
        return nullptr;
    place.user = role;
    auto opened = Connection::open(place, Connection::Access::Read);
    return opened ? std::move(*opened) : nullptr;
}

ChartFacts everyTalkFact()
{
    ChartFacts facts;
    facts.contacts = std::make_shared<LastContacts>();
    facts.hops = std::make_shared<HopFacts>();
    facts.activity = std::make_shared<RepFacts>();
    return facts;
}

ChangeSet changeOf(const QString &table, const QSet<qint64> &ids)
{
    ChangeSet changes;
    changes.rows.insert(table, ids);
    return changes;
}

ChangeSet changeOfAll(const QString &table)
{
    ChangeSet changes;
    changes.whole.insert(table);
    return changes;
}
} // namespace

/// Facts that are kept in step: which are given out, and that they are those of a new reading.
class TestHeldFacts : public QObject
{
    Q_OBJECT
private slots:
    void whatIsCaughtUpIsWhatIsRead_data() { TestDatabase::addBackends(); }
    void whatIsCaughtUpIsWhatIsRead()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        AnyTalks talks;
        AnySales sales;
        const User bob {Bob, onServer ? roleOfBob() : u"bob"_s, u"Bob"_s, Role::SalesRep};
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(
                t, RowEdits {insertion(Ann), insertion(bob)} + talks.people() + sales.subjects())
                .and_then([&t] { return SettingTable::set(t, u"zone"_s, u"Europe/Berlin"_s); });
        }));
        std::unique_ptr<PgCluster> cluster;
        const auto cleanUp = qScopeGuard([&] {
            if (!cluster)
                return;
            (void)cluster->query("DROP OWNED BY "_L1 + roleOfBob(), test.location().database);
            (void)cluster->query("DROP ROLE "_L1 + roleOfBob());
        });
        std::unique_ptr<Connection> heldBack;
        QList<Reader> readers {{Ann.id}, {Bob}};
        if (onServer) {
            PG_CLUSTER_OR_SKIP(cluster);
            heldBack = connectAsBob(*cluster, test);
            QVERIFY(heldBack);
            readers << Reader {Bob, heldBack.get()};
        }
        for (Reader &reader : readers) {
            const auto read = readAnew(test, reader);
            QVERIFY(read);
            reader.held = *read;
        }
        QVERIFY(rc::check("what is caught up is what is read", [&] {
            const int steps = *rc::gen::inRange(1, 6);
            for (int i = 0; i < steps; ++i) {
                RowEdits edits;
                for (int more = anyOf(4); more >= 0; --more)
                    edits << (anyOf(2) == 0 ? talks.change() : sales.change());
                test.database->setViewer({});
                const auto done =
                    test.write([&edits](Transaction &t) { return applyEdits(t, edits); });
                RC_ASSERT(done.has_value());
                for (Reader &reader : readers) {
                    for (const RowEdit &edit : std::as_const(edits))
                        reader.missed.rows[edit.table].insert(edit.id);
                    // Not everybody looks at once.
                    if (anyOf(3) == 0)
                        continue;
                    const auto held = caughtUp(test, reader);
                    RC_ASSERT(held.has_value());
                    reader.held = *held;
                    reader.missed = {};
                    const auto read = readAnew(test, reader);
                    RC_ASSERT(read.has_value());
                    RC_ASSERT(difference(reader.held, *read) == std::string());
                }
            }
        }));
    }

    void givesOutWhatIsUpToDate()
    {
        HeldFacts facts;
        const HeldFacts::Reading first = facts.begin(TalkFacts);
        QCOMPARE(first.kinds, TalkFacts);
        QVERIFY(!first.behind.has(ChartFact::Hops));
        facts.take(first, everyTalkFact());
        QVERIFY(facts.upToDate().has(ChartFact::Hops));
        QVERIFY(facts.begin(TalkFacts).kinds.isEmpty());
    }

    void remembersWhatWasMissed()
    {
        HeldFacts facts;
        facts.take(facts.begin(TalkFacts), everyTalkFact());
        QVERIFY(!facts.follow(changeOf(u"snippet"_s, {1})));
        QVERIFY(facts.follow(changeOf(u"hop"_s, {2})));
        QVERIFY(!facts.upToDate().has(ChartFact::Hops));
        QVERIFY(facts.upToDate().has(ChartFact::Contacts));
        QVERIFY(facts.follow(changeOf(u"message"_s, {3})));
        const HeldFacts::Reading reading = facts.begin(TalkFacts);
        QCOMPARE(reading.kinds, TalkFacts);
        for (const ChartFact kind : TalkFacts)
            QVERIFY(reading.behind.has(kind));
        QCOMPARE(reading.missed.rows.value(u"hop"_s), QSet<qint64> {2});
        QCOMPARE(reading.missed.rows.value(u"message"_s), QSet<qint64> {3});
        facts.take(reading, everyTalkFact());
        QVERIFY(facts.upToDate().has(ChartFact::Hops));
        // What was caught up with is missed no more.
        QVERIFY(facts.follow(changeOf(u"message"_s, {4})));
        QCOMPARE(facts.begin(TalkFacts).missed.rows.value(u"message"_s), QSet<qint64> {4});
    }

    void catchesUpWithAChangeDuringTheReading()
    {
        HeldFacts facts;
        const HeldFacts::Reading slow = facts.begin(TalkFacts);
        QVERIFY(!facts.follow(changeOf(u"message"_s, {5})));
        facts.take(slow, everyTalkFact());
        QVERIFY(!facts.upToDate().has(ChartFact::Contacts));
        const HeldFacts::Reading next = facts.begin(TalkFacts);
        QVERIFY(next.behind.has(ChartFact::Contacts));
        QCOMPARE(next.missed.rows.value(u"message"_s), QSet<qint64> {5});
        facts.take(next, everyTalkFact());
        QVERIFY(facts.upToDate().has(ChartFact::Contacts));
    }

    void asksAgainAfterAFailure()
    {
        HeldFacts facts;
        facts.take(facts.begin(TalkFacts), everyTalkFact());
        QVERIFY(facts.follow(changeOf(u"message"_s, {6})));
        facts.take(facts.begin(TalkFacts), fail(Error::Code::Busy, u"not now"_s));
        QVERIFY(!facts.upToDate().has(ChartFact::Activity));
        const HeldFacts::Reading again = facts.begin(TalkFacts);
        QVERIFY(again.behind.has(ChartFact::Activity));
        QCOMPARE(again.missed.rows.value(u"message"_s), QSet<qint64> {6});
    }

    void readsAllWhereNobodyKnowsWhatChanged_data()
    {
        QTest::addColumn<ChangeSet>("changes");
        QSet<qint64> many;
        for (qint64 id = 1; id <= 5001; ++id)
            many.insert(id);
        QTest::newRow("a whole table") << changeOfAll(u"message"_s);
        QTest::newRow("too many rows") << changeOf(u"message"_s, many);
    }
    void readsAllWhereNobodyKnowsWhatChanged()
    {
        QFETCH(ChangeSet, changes);
        HeldFacts facts;
        facts.take(facts.begin(TalkFacts), everyTalkFact());
        QVERIFY(facts.follow(changeOf(u"message"_s, {7})));
        const HeldFacts::Reading slow = facts.begin(TalkFacts);
        QVERIFY(slow.behind.has(ChartFact::Hops));
        facts.follow(changes);
        facts.take(slow, everyTalkFact());
        const HeldFacts::Reading reading = facts.begin(TalkFacts);
        QCOMPARE(reading.kinds, TalkFacts);
        for (const ChartFact kind : TalkFacts)
            QVERIFY(!reading.behind.has(kind));
    }

    void namesAreNoReasonToReadAll_data()
    {
        QTest::addColumn<ChartFact>("kind");
        QTest::addColumn<ChangeSet>("changes");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("a touch") << ChartFact::Touches << changeOf(u"touch"_s, {1}) << true;
        QTest::newRow("any touch") << ChartFact::Touches << changeOfAll(u"touch"_s) << false;
        QTest::newRow("any post") << ChartFact::Touches << changeOfAll(u"post"_s) << false;
        QTest::newRow("any campaign") << ChartFact::Touches << changeOfAll(u"campaign"_s) << true;
        QTest::newRow("an offer") << ChartFact::Deals << changeOf(u"offer"_s, {1}) << true;
        QTest::newRow("anybody") << ChartFact::Deals << changeOfAll(u"prospect"_s) << false;
        QTest::newRow("any member") << ChartFact::Handovers << changeOfAll(u"member"_s) << true;
        QTest::newRow("any handover")
            << ChartFact::Handovers << changeOfAll(u"handover"_s) << false;
        QTest::newRow("any reason") << ChartFact::Exits << changeOfAll(u"lost_reason"_s) << true;
        QTest::newRow("any move") << ChartFact::Exits << changeOfAll(u"move"_s) << false;
    }
    void namesAreNoReasonToReadAll()
    {
        QFETCH(ChartFact, kind);
        QFETCH(ChangeSet, changes);
        QFETCH(bool, isKept);
        ChartFacts read;
        read.touches = std::make_shared<TouchFacts>();
        read.deals = std::make_shared<DealFacts>();
        read.handovers = std::make_shared<HandoverFacts>();
        read.exits = std::make_shared<ExitFacts>();
        HeldFacts facts;
        facts.take(facts.begin({kind}), read);
        QVERIFY(facts.upToDate().has(kind));
        QVERIFY(facts.follow(changes));
        const HeldFacts::Reading reading = facts.begin({kind});
        QCOMPARE(reading.kinds, QList<ChartFact> {kind});
        QCOMPARE(reading.behind.has(kind), isKept);
    }
};

PULLPUSH_TEST(TestHeldFacts)
#include "tst_heldfacts.moc"
