// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/move.h"
#include "domain/prospect.h"
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

#include <iterator>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {
const QList<ChartFact> TalkFacts {ChartFact::Contacts, ChartFact::Hops, ChartFact::Activity};
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
            return changeCircle();
        default:
            return say();
        }
    }

private:
    qint64 id() { return ++m_last; }
    ProspectId person() const { return m_people.at(anyOf(m_people.size())).id; }
    static UserId member()
    {
        const int which = anyOf(3);
        return which == 0 ? UserId() : which == 1 ? Ann.id : Bob;
    }
    static Moment time() { return {At + anyOf(60) * 5 * Hour, anyEnum<Precision>()}; }
    Conversation &talk() { return m_talks[anyOf(m_talks.size())]; }

    template<typename T>
    static RowEdits changed(T &row, const T &after)
    {
        const RowEdit edit = update(row, after);
        row = after;
        return edit.isEmpty() ? RowEdits() : RowEdits {edit};
    }

    RowEdits begin()
    {
        Conversation made;
        made.id = ConversationId(id());
        made.prospect = anyOf(6) == 0 ? ProspectId() : person();
        made.owner = member();
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
            after.owner = member();
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
        word.sentAt = time();
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
        made.proposedAt = time();
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
        move.at = time();
        move.by = member();
        return {insertion(move)};
    }

    RowEdits changeCircle()
    {
        Prospect &before = m_people[anyOf(m_people.size())];
        Prospect after = before;
        after.privateTo = member();
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
        [](Connection &connection) { return ChartFactsReader::read(connection, TalkFacts); });
}

Result<ChartFacts> caughtUp(TestDatabase &test, const Reader &reader)
{
    return readAs(test, reader, [&reader](Connection &connection) {
        return ChartFactsReader::catchUp(connection, TalkFacts, reader.held, reader.missed);
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
        const User bob {Bob, onServer ? roleOfBob() : u"bob"_s, u"Bob"_s, Role::SalesRep};
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t, RowEdits {insertion(Ann), insertion(bob)} + talks.people())
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
                    edits << talks.change();
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

    void otherFactsAreReadAnew()
    {
        ChartFacts touches;
        touches.touches = std::make_shared<TouchFacts>();
        HeldFacts facts;
        facts.take(facts.begin({ChartFact::Touches}), touches);
        QVERIFY(facts.follow(changeOf(u"touch"_s, {1})));
        const HeldFacts::Reading reading = facts.begin({ChartFact::Touches});
        QCOMPARE(reading.kinds, QList<ChartFact> {ChartFact::Touches});
        QVERIFY(!reading.behind.has(ChartFact::Touches));
    }
};

PULLPUSH_TEST(TestHeldFacts)
#include "tst_heldfacts.moc"
