// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"
#include "test_support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = ThreadEntry::Kind;

namespace {
constexpr qint64 Noon = 1'795'176'000'000; // Friday, 20 November 2026, 12:00 UTC
constexpr qint64 Hour = 3'600'000;

Message message(qint64 id, qint64 at, Medium medium, Direction direction, const QString &body)
{
    Message result;
    result.id = MessageId(id);
    result.conversation = ConversationId(1);
    result.sender = ParticipantId(direction == Direction::Ours ? 1 : 2);
    result.medium = medium;
    result.direction = direction;
    result.sentAt = {at, Precision::Minute};
    result.body = body;
    return result;
}

ThreadSource source()
{
    ThreadSource result;
    result.stages = defaultPipeline();
    Touch touch;
    touch.id = TouchId(5);
    touch.kind = TouchKind::Commented;
    touch.post = PostId(9);
    touch.quote = u"So true"_s;
    touch.at = {Noon - 50 * Hour, Precision::Exact};
    result.touches = {touch};
    result.messages = {
        message(11, Noon - 2 * Hour, Medium::DirectMessage, Direction::Theirs, u"Hello"_s),
        message(12, Noon, Medium::Call, Direction::Ours, u"Talked"_s),
        message(13, Noon + Hour, Medium::Note, Direction::Ours, u"Likes oak"_s)};
    Move move;
    move.id = MoveId(7);
    move.from = result.stages.at(0).id;
    move.to = result.stages.at(1).id;
    move.at = {Noon - Hour, Precision::Exact};
    move.reason = u"Asked for a price"_s;
    result.moves = {move};
    result.postTitle = [](PostId) { return u"Slow mornings"_s; };
    return result;
}

Hop hop(HopState state)
{
    Hop result;
    result.id = HopId(21);
    result.conversation = ConversationId(1);
    result.from = Medium::DirectMessage;
    result.to = Medium::Call;
    result.proposedAt = {Noon - Hour, Precision::Minute};
    result.state = state;
    return result;
}

/// All entries in words.
QList<ThreadEntry> entriesOf(const ThreadSource &source)
{
    QList<ThreadEntry> entries;
    for (const ThreadLine &line : threadLines(source))
        entries << threadEntry(source, line);
    return entries;
}

QList<Kind> kinds(const QList<ThreadEntry> &entries)
{
    QList<Kind> result;
    for (const ThreadEntry &entry : entries)
        result << entry.kind;
    return result;
}
} // namespace

class TestThread : public QObject
{
    Q_OBJECT
private slots:
    void isInTheOrderOfTime();
    void putsAMoveBehindItsEvidence();
    void namesHopsAndSenders();
    void keepsUnknownTimesFirst();
    void keepsRowsThatStay();
    void copiesWhenWhoAndWhat();
    void tellsRecordedHops();
    void leavesOutAHopThatIsRecorded();
    void saysHowLongNothingWasSaid();
    void saysWhoWaits();
    void readsWordsWhenTheyAreThere();
    void keepsRowsOfALongThread();
};

void TestThread::isInTheOrderOfTime()
{
    const QList<ThreadEntry> thread = entriesOf(source());
    QCOMPARE(kinds(thread),
        (QList {Kind::Day, Kind::Touch, Kind::Day, Kind::Message, Kind::Move, Kind::Hop,
            Kind::Message, Kind::Message}));
    QCOMPARE(thread.at(0).day, QDate(2026, 11, 18));
    QCOMPARE(thread.at(1).title, u"Commented on “Slow mornings”"_s);
    QCOMPARE(thread.at(1).text, u"So true"_s);
    QCOMPARE(thread.at(4).title,
        u"%1 → %2"_s.arg(defaultPipeline().at(0).name, defaultPipeline().at(1).name));
    QCOMPARE(thread.at(4).text, u"Asked for a price"_s);
}

void TestThread::putsAMoveBehindItsEvidence()
{
    ThreadSource from = source();
    from.messages.resize(1);
    from.moves[0].at = from.messages.at(0).sentAt;
    Move entry = from.moves.at(0);
    entry.from = {};
    from.moves << entry;
    const QList<ThreadEntry> thread = entriesOf(from);
    QCOMPARE(thread.size(), 7);
    QVERIFY(thread.at(3).isEntry);
    QCOMPARE(thread.at(4).kind, Kind::Message);
    QCOMPARE(thread.at(5).kind, Kind::Move);
    QCOMPARE(thread.at(6).kind, Kind::Waiting);
}

void TestThread::namesHopsAndSenders()
{
    ThreadSource from = source();
    Participant ada;
    ada.id = ParticipantId(2);
    ada.name = u"Ada"_s;
    from.participants = {ada};
    QVERIFY(entriesOf(from).at(3).who.isEmpty());
    from.namesSenders = true;
    const QList<ThreadEntry> thread = entriesOf(from);
    QCOMPARE(thread.at(3).who, u"Ada"_s);
    QCOMPARE(thread.at(5).kind, Kind::Hop);
    QCOMPARE(thread.at(5).medium, Medium::Call);
    QVERIFY(!thread.at(5).isRecord);
    QCOMPARE(std::ranges::count(thread, Kind::Hop, &ThreadEntry::kind), 1); // a note is no hop
}

void TestThread::keepsUnknownTimesFirst()
{
    ThreadSource from = source();
    from.moves[0].at.precision = Precision::Unknown;
    const QList<ThreadEntry> thread = entriesOf(from);
    QCOMPARE(thread.at(0).kind, Kind::Day);
    QVERIFY(!thread.at(0).day.isValid());
    QCOMPARE(thread.at(1).kind, Kind::Move);
}

void TestThread::keepsRowsThatStay()
{
    ThreadModel model;
    new QAbstractItemModelTester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest, &model);
    ThreadSource from = source();
    model.setSource(from);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    from.messages << message(14, Noon + 2 * Hour, Medium::Call, Direction::Theirs, u"Yes"_s);
    model.setSource(from);
    QCOMPARE(reset.count() + removed.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 8);
    from.messages.removeLast();
    model.setSource(from);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 8);
}

void TestThread::copiesWhenWhoAndWhat()
{
    ThreadModel model;
    model.setSource(source());
    const QString copied = model.copyText(3);
    QVERIFY2(copied.endsWith(u"They: Hello"_s), qPrintable(copied));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"So true"_s));
}

void TestThread::tellsRecordedHops()
{
    ThreadSource from = source();
    from.hops = {hop(HopState::Declined)};
    const QList<ThreadEntry> thread = entriesOf(from);
    const auto recorded = std::ranges::find(thread, true, &ThreadEntry::isRecord);
    QVERIFY(recorded != thread.end());
    QCOMPARE(recorded->title, u"Message → Call · proposed by us · declined"_s);
    QCOMPARE(recorded->id, 21);
    QCOMPARE(recorded->hopState, HopState::Declined);
    // What was declined did not bring the call.
    QCOMPARE(std::ranges::count(thread, Kind::Hop, &ThreadEntry::kind), 2);
}

void TestThread::leavesOutAHopThatIsRecorded()
{
    ThreadSource from = source();
    from.hops = {hop(HopState::Accepted)};
    const QList<ThreadEntry> thread = entriesOf(from);
    QCOMPARE(std::ranges::count(thread, Kind::Hop, &ThreadEntry::kind), 1);
    // One record stands for one change: the second way to a call is told.
    from.messages << message(14, Noon + 2 * Hour, Medium::Email, Direction::Ours, u"Offer"_s)
                  << message(15, Noon + 3 * Hour, Medium::Call, Direction::Ours, u"Again"_s);
    const QList<ThreadEntry> longer = entriesOf(from);
    QCOMPARE(std::ranges::count(longer, Kind::Hop, &ThreadEntry::kind), 3);
}

void TestThread::saysHowLongNothingWasSaid()
{
    ThreadSource from = source();
    QCOMPARE(entriesOf(from).at(2).count, 0); // two days are no silence
    from.messages << message(
        14, Noon + qint64(5) * 24 * Hour, Medium::Call, Direction::Ours, u"Hi"_s);
    const QList<ThreadEntry> thread = entriesOf(from);
    const ThreadEntry &day = thread.at(thread.size() - 3);
    QCOMPARE(day.kind, Kind::Day);
    QCOMPARE(day.count, 5);
    QVERIFY(ThreadModel::words(day).contains(u'5'));
    // What is planned is no silence.
    from.messages.removeLast();
    FollowUp step;
    step.id = FollowUpId(31);
    step.dueOn = QDate(2026, 12, 24);
    from.followUps = {step};
    QCOMPARE(entriesOf(from).last().kind, Kind::Step);
    for (const ThreadEntry &entry : entriesOf(from))
        QCOMPARE(entry.count, 0);
}

void TestThread::saysWhoWaits()
{
    ThreadSource from;
    from.stages = defaultPipeline();
    QVERIFY(entriesOf(from).isEmpty());
    from.moves = source().moves;
    QCOMPARE(entriesOf(from).last().kind, Kind::Waiting); // nothing was said yet
    QCOMPARE(entriesOf(from).last().count, 0);
    from.isLoading = true;
    QCOMPARE(entriesOf(from).last().kind, Kind::Move);
    from.isLoading = false;
    from.messages = {message(1, Noon, Medium::DirectMessage, Direction::Ours, u"Hi"_s)};
    QCOMPARE(entriesOf(from).last().kind, Kind::Message); // one word may wait
    from.messages << message(2, Noon + Hour, Medium::DirectMessage, Direction::Ours, u"Hi?"_s)
                  << message(3, Noon + Hour, Medium::Note, Direction::Ours, u"Busy"_s);
    QCOMPARE(entriesOf(from).last().direction, Direction::Ours);
    QCOMPARE(entriesOf(from).last().count, 2);
    from.messages << message(
        4, Noon + 2 * Hour, Medium::DirectMessage, Direction::Theirs, u"Yes"_s);
    QCOMPARE(entriesOf(from).last().direction, Direction::Theirs);
    QCOMPARE(entriesOf(from).last().count, 1);
    QCOMPARE(entriesOf(from).last().at.ms, Noon + 2 * Hour);
    Conversation closed;
    closed.id = ConversationId(1);
    closed.closedAt = Noon;
    from.conversations = {closed};
    QCOMPARE(entriesOf(from).last().kind, Kind::Message);
}

void TestThread::readsWordsWhenTheyAreThere()
{
    ThreadSource from = source();
    Message here = from.messages.at(0);
    for (const Message &message : std::as_const(from.messages))
        from.keys << messageKeyOf(message);
    from.messages.clear();
    from.message = [&here](MessageId id) { return id == here.id ? &here : nullptr; };
    std::pair wanted(-1, -1);
    from.want = [&wanted](int first, int last) { wanted = {first, last}; };
    ThreadModel model;
    model.setSource(from);
    QCOMPARE(model.rowCount(), 8); // all of them, read or not
    QCOMPARE(model.entry(3).text, u"Hello"_s);
    QVERIFY(!model.entry(3).isLoading);
    QVERIFY(model.entry(6).isLoading);
    QCOMPARE(model.entry(6).title, u"Call"_s);
    model.want(4, 7);
    QCOMPARE(wanted, std::pair(1, 2));
    QList<ThreadLine> lines = model.lines();
    QCOMPARE(ThreadModel::unread(from, lines), (QList {MessageId(12), MessageId(13)}));
    const Message call = message(12, Noon, Medium::Call, Direction::Ours, u"Talked"_s);
    const QString copied = ThreadModel::copyText(from, {lines.at(6)}, {{call.id, call}});
    QVERIFY2(copied.endsWith(u"We: Call: Talked"_s), qPrintable(copied));
}

void TestThread::keepsRowsOfALongThread()
{
    ThreadSource from;
    for (int i = 0; i < 100'000; ++i) {
        from.keys.append({Noon + i * Hour / 4, MessageId(i + 1), ConversationId(1),
            Medium::DirectMessage, Direction::Ours, Precision::Minute});
    }
    from.message = [](MessageId) { return nullptr; };
    ThreadModel model;
    model.setSource(from);
    const int before = model.rowCount();
    QCOMPARE(model.rowOf(MessageId(100'000)), before - 2); // the last line says who waits
    QSignalSpy spliced(&model, &ThreadModel::spliced);
    from.keys.removeAt(50'000);
    model.setSource(from);
    QCOMPARE(model.rowCount(), before - 1);
    QCOMPARE(spliced.count(), 1);
    QCOMPARE(spliced.first().at(1).toInt(), 1);
    QCOMPARE(spliced.first().at(2).toInt(), 0);
    QCOMPARE(model.rowOf(MessageId(50'001)), -1);
}

PULLPUSH_TEST(TestThread)
#include "tst_thread.moc"
