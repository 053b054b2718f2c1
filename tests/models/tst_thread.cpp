// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
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
};

void TestThread::isInTheOrderOfTime()
{
    const QList<ThreadEntry> thread = buildThread(source());
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
    const QList<ThreadEntry> thread = buildThread(from);
    QCOMPARE(thread.size(), 6);
    QVERIFY(thread.at(3).isEntry);
    QCOMPARE(thread.at(4).kind, Kind::Message);
    QCOMPARE(thread.at(5).kind, Kind::Move);
}

void TestThread::namesHopsAndSenders()
{
    ThreadSource from = source();
    Participant ada;
    ada.id = ParticipantId(2);
    ada.name = u"Ada"_s;
    from.participants = {ada};
    QVERIFY(buildThread(from).at(3).who.isEmpty());
    from.namesSenders = true;
    from.hasEarlier = true;
    const QList<ThreadEntry> thread = buildThread(from);
    QCOMPARE(thread.at(2).kind, Kind::Earlier); // before the first message that is read
    QCOMPARE(thread.at(4).who, u"Ada"_s);
    QCOMPARE(thread.at(6).kind, Kind::Hop);
    QCOMPARE(thread.at(6).medium, Medium::Call);
    QCOMPARE(std::ranges::count(thread, Kind::Hop, &ThreadEntry::kind), 1); // a note is no hop
}

void TestThread::keepsUnknownTimesFirst()
{
    ThreadSource from = source();
    from.moves[0].at.precision = Precision::Unknown;
    const QList<ThreadEntry> thread = buildThread(from);
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
    model.setEntries(buildThread(from));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    from.messages << message(14, Noon + 2 * Hour, Medium::Call, Direction::Theirs, u"Yes"_s);
    model.setEntries(buildThread(from));
    QCOMPARE(reset.count() + removed.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 8);
    from.messages.removeLast();
    model.setEntries(buildThread(from));
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 8);
}

void TestThread::copiesWhenWhoAndWhat()
{
    ThreadModel model;
    model.setEntries(buildThread(source()));
    const QString copied = model.copyText(3);
    QVERIFY2(copied.endsWith(u"They: Hello"_s), qPrintable(copied));
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(u"So true"_s));
}

QTEST_GUILESS_MAIN(TestThread)
#include "tst_thread.moc"
