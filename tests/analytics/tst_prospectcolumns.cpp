// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/prospectcolumns.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone &berlin()
{
    static const QTimeZone zone("Europe/Berlin");
    return zone;
}

Moment exact(const QString &utc)
{
    return {QDateTime::fromString(utc, Qt::ISODate).toMSecsSinceEpoch(), Precision::Exact};
}

Moment day(int month, int dayOfMonth)
{
    return {startOfDay(QDate(2026, month, dayOfMonth), berlin()), Precision::Day};
}

/// So many milliseconds after a second.
Moment after(qint64 ms)
{
    return {exact(u"2026-01-05T09:00:00Z"_s).ms + ms, Precision::Exact};
}

struct Entered
{
    qint64 stage;
    Moment at;
    qint64 from = 0;
    bool isFromSure = true;
};

/// The columns of one prospect with the id 1.
ColumnsPointer columnsOf(
    const QList<Entered> &moves, qint64 stage = 0, qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    ColumnsBuilder builder(defaultPipeline(), berlin(), cutOff);
    builder.addProspect(1, u"web"_s, 0, stage);
    for (const Entered &move : moves)
        builder.addMove(1, move.stage, move.at, move.from, move.isFromSure);
    return builder.finish();
}

QList<int> agesOf(const ProspectColumns &columns)
{
    QList<int> ages;
    for (const auto &age : columns.chunks().front()->age)
        ages.append(age.front());
    return ages;
}

/// Where the moves of one prospect led, one after the other.
QList<int> ordered(const ProspectColumns &columns)
{
    const std::vector<quint8> &to = columns.chunks().front()->moves.to;
    return {to.begin(), to.end()};
}

int reachedOf(const ProspectColumns &columns)
{
    return columns.chunks().front()->fate.front() / 2;
}

QStringList rowsOf(const ProspectColumns &columns)
{
    QStringList rows;
    for (const auto &chunk : columns.chunks()) {
        for (size_t i = 0; i < chunk->ids.size(); ++i) {
            QString row = QString::number(chunk->ids[i]) + u' '
                + columns.sources().at(qsizetype(chunk->source[i])) + u' '
                + columns.owners().at(chunk->owner[i]).toString() + u' '
                + QString::number(chunk->fate[i]);
            for (const auto &age : chunk->age)
                row += u' ' + QString::number(age[i]);
            rows.append(row);
        }
        const qsizetype first = rows.size() - chunk->size();
        for (const auto &late : chunk->lateTouches)
            rows[first + late.row] += u" late %1 %2"_s.arg(late.step).arg(late.age);
        for (const auto &stay : chunk->exitStays)
            rows[first + stay.row] += u" gone %1 %2"_s.arg(stay.left).arg(stay.back);
    }
    return rows;
}

constexpr int None = Age::NotReached;
constexpr int Unknown = Age::Unknown;
constexpr int Early = Age::OutOfOrder;

} // namespace

class TestProspectColumns : public QObject
{
    Q_OBJECT
private slots:
    void agesOfPassing_data()
    {
        const auto ms = [](const char *utc) { return exact(QString::fromLatin1(utc)); };
        QTest::addColumn<QList<Entered>>("moves");
        QTest::addColumn<QList<int>>("ages");
        QTest::addColumn<int>("reached");
        QTest::newRow("one stage") << QList<Entered> {{Cold, day(1, 1)}}
                                   << QList<int> {0, None, None, None, None, None, None} << 1;
        QTest::newRow("elapsed hours are rounded down")
            << QList<Entered> {{Cold, ms("2026-01-01T12:00:00Z")},
                   {Warm, ms("2026-01-03T11:59:59Z")}}
            << QList<int> {0, 1, None, None, None, None, None} << 2;
        QTest::newRow("a whole number of days")
            << QList<Entered> {{Cold, ms("2026-01-01T12:00:00Z")},
                   {Warm, ms("2026-01-03T12:00:00Z")}}
            << QList<int> {0, 2, None, None, None, None, None} << 2;
        QTest::newRow("a day at either end compares local dates")
            << QList<Entered> {{Cold, day(1, 1)}, {Warm, ms("2026-01-02T23:30:00Z")}}
            // the 3rd in Berlin
            << QList<int> {0, 2, None, None, None, None, None} << 2;
        QTest::newRow("a day after a time")
            << QList<Entered> {{Cold, ms("2026-01-01T22:30:00Z")}, {Warm, day(1, 2)}}
            << QList<int> {0, 1, None, None, None, None, None} << 2;
        QTest::newRow("over the change of daylight saving")
            << QList<Entered> {{Cold, day(3, 28)}, {Warm, day(3, 30)}, {Customer, day(4, 28)}}
            << QList<int> {0, 2, 31, 31, 31, None, None} << 5;
        QTest::newRow("skipped stages are passed")
            << QList<Entered> {{Cold, day(1, 1)}, {Customer, day(1, 15)}}
            << QList<int> {0, 14, 14, 14, 14, None, None} << 5;
        QTest::newRow("dated before the entry")
            << QList<Entered> {{Cold, day(1, 10)}, {Customer, day(1, 8)}}
            << QList<int> {0, Early, Early, Early, Early, None, None} << 5;
        QTest::newRow("an hour before the entry")
            << QList<Entered> {{Cold, ms("2026-01-01T12:00:00Z")},
                   {Warm, ms("2026-01-01T11:00:00Z")}}
            << QList<int> {0, Early, None, None, None, None, None} << 2;
        QTest::newRow("without a recorded first stage")
            << QList<Entered> {{Quote, day(1, 9)}, {Warm, day(1, 5)}}
            << QList<int> {0, 0, 4, 4, None, None, None} << 4;
        QTest::newRow("moved back to the first stage")
            << QList<Entered> {{Warm, day(1, 5)}, {Cold, day(1, 9), Warm}}
            << QList<int> {0, 0, None, None, None, None, None} << 2;
        QTest::newRow("back from an exit to the first stage")
            << QList<Entered> {{Warm, day(1, 5)}, {Lost, day(1, 7)}, {Cold, day(1, 9), Lost}}
            << QList<int> {0, 0, None, None, None, None, None} << 2;
        QTest::newRow("seen twice counts once, from the first time")
            << QList<Entered> {{Cold, day(1, 1)}, {Warm, day(1, 4)}, {Cold, day(1, 6)},
                   {Warm, day(1, 9)}}
            << QList<int> {0, 3, None, None, None, None, None} << 2;
        const Moment never {0, Precision::Unknown};
        QTest::newRow("a later stage at an unknown time")
            << QList<Entered> {{Cold, day(1, 1)}, {Warm, never}}
            << QList<int> {0, Unknown, None, None, None, None, None} << 2;
        QTest::newRow("an unknown time below a known one")
            << QList<Entered> {{Cold, day(1, 1)}, {Warm, never}, {Talk, day(1, 4)}}
            << QList<int> {0, 3, 3, None, None, None, None} << 3;
        QTest::newRow("entry at an unknown time")
            << QList<Entered> {{Cold, never}, {Warm, day(1, 4)}}
            << QList<int> {Unknown, Unknown, None, None, None, None, None} << 2;
        QTest::newRow("years") << QList<Entered> {{Cold, {0, Precision::Day}},
            {Warm, ms("2300-01-01T00:00:00Z")}}
                               << QList<int> {0, Age::Highest, None, None, None, None, None} << 2;
        QTest::newRow("known for an exit alone")
            << QList<Entered> {{Lost, day(1, 1)}}
            << QList<int> {0, None, None, None, None, None, None} << 1;
        QTest::newRow("nothing at all")
            << QList<Entered> {} << QList<int> {None, None, None, None, None, None, None} << 0;
    }
    void agesOfPassing()
    {
        QFETCH(QList<Entered>, moves);
        QFETCH(QList<int>, ages);
        QFETCH(int, reached);
        const auto byStageThenTime = [](const Entered &move) {
            return std::pair(move.stage, move.at.ms);
        };
        std::ranges::sort(moves, {}, byStageThenTime);
        do { // in whatever order they come
            const ColumnsPointer columns = columnsOf(moves);
            QCOMPARE(agesOf(*columns), ages);
            QCOMPARE(reachedOf(*columns), reached);
        } while (std::ranges::next_permutation(moves, {}, byStageThenTime).found);
    }

    void aStageNoMoveExplainsIsReachedAtAnUnknownTime()
    {
        const ColumnsPointer columns = columnsOf({{Cold, day(1, 1)}}, Talk);
        QCOMPARE(agesOf(*columns), (QList<int> {0, Unknown, Unknown, None, None, None, None}));
        QCOMPARE(reachedOf(*columns), 3);
        const ColumnsPointer bare = columnsOf({}, Warm);
        QCOMPARE(reachedOf(*bare), 2);
        QCOMPARE(bare->chunks().front()->entry.front(), ColumnChunk::UnknownEntry);
    }

    void exits()
    {
        const ColumnsPointer lost =
            columnsOf({{Cold, day(1, 1)}, {Warm, day(1, 3)}, {Lost, day(1, 8)}}, Lost);
        QCOMPARE(int(lost->chunks().front()->fate.front()), 2 * 2 + 1);
        QCOMPARE(int(lost->chunks().front()->exitAge.front()), 7);
        const ColumnsPointer back =
            columnsOf({{Cold, day(1, 1)}, {Lost, day(1, 3)}, {Warm, day(1, 8)}}, Warm);
        QCOMPARE(int(back->chunks().front()->fate.front()), 2 * 2);
        QCOMPARE(int(back->chunks().front()->exitAge.front()), None);
    }

    void staysAtExits_data()
    {
        const auto ms = [](const char *utc) { return exact(QString::fromLatin1(utc)); };
        const Moment never {0, Precision::Unknown};
        using Stays = QList<std::pair<int, int>>;
        QTest::addColumn<QList<Entered>>("moves");
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("exitAge");
        QTest::addColumn<Stays>("stays");
        QTest::newRow("back") << QList<Entered> {{Cold, day(1, 1)}, {Lost, day(1, 3)},
            {Warm, day(1, 8)}} << int(Warm)
                              << None << Stays {{2, 7}};
        QTest::newRow("back twice, and gone")
            << QList<Entered> {{Cold, day(1, 1)}, {Lost, day(1, 3)}, {Warm, day(1, 8)},
                   {Lost, day(1, 10)}, {Talk, day(1, 20)}, {Lost, day(2, 1)}}
            << int(Lost) << 31 << Stays {{2, 7}, {9, 19}};
        QTest::newRow("an exit that is told twice")
            << QList<Entered> {{Cold, day(1, 1)}, {Lost, day(1, 3)}, {Lost, day(1, 9)}} << int(Lost)
            << 2 << Stays {};
        QTest::newRow("back on the same day") << QList<Entered> {{Cold, day(1, 1)},
            {Lost, ms("2026-01-03T08:00:00Z")}, {Warm, ms("2026-01-03T09:00:00Z")}}
                                              << int(Warm) << None << Stays {};
        QTest::newRow("gone on the first day")
            << QList<Entered> {{Cold, ms("2026-01-01T12:00:00Z")},
                   {Lost, ms("2026-01-01T13:00:00Z")}, {Warm, ms("2026-01-05T11:00:00Z")}}
            << int(Warm) << None << Stays {{0, 3}};
        QTest::newRow("gone at an unknown time")
            << QList<Entered> {{Cold, day(1, 1)}, {Lost, never}, {Warm, day(1, 8)}} << int(Warm)
            << None << Stays {};
        QTest::newRow("and again at an unknown time") << QList<Entered> {{Cold, day(1, 1)},
            {Lost, day(1, 3)}, {Warm, day(1, 8)}, {Lost, never}}
                                                      << int(Lost) << Unknown << Stays {{2, 7}};
        QTest::newRow("back at an unknown time")
            << QList<Entered> {{Cold, day(1, 1)}, {Lost, day(1, 3)}, {Warm, never}} << int(Warm)
            << None << Stays {{2, Age::Highest}};
        QTest::newRow("entry at an unknown time")
            << QList<Entered> {{Cold, never}, {Lost, day(1, 3)}, {Warm, day(1, 8)}} << int(Warm)
            << None << Stays {};
    }
    void staysAtExits()
    {
        QFETCH(QList<Entered>, moves);
        QFETCH(int, stage);
        QFETCH(int, exitAge);
        using Stays = QList<std::pair<int, int>>;
        QFETCH(Stays, stays);
        const ColumnsPointer columns = columnsOf(moves, stage);
        const ColumnChunk &chunk = *columns->chunks().front();
        QCOMPARE(int(chunk.exitAge.front()), exitAge);
        Stays found;
        for (const ColumnChunk::ExitStay &stay : chunk.exitStays)
            found.append({stay.left, stay.back});
        std::ranges::sort(found);
        QCOMPARE(found, stays);
    }

    void aLateTouchKeepsItsOwnAge()
    {
        const ColumnsPointer columns =
            columnsOf({{Cold, day(1, 1)}, {Talk, day(1, 4)}, {Warm, day(1, 21)}}, Warm);
        const auto &late = columns->chunks().front()->lateTouches;
        QCOMPARE(late.size(), size_t(1));
        QCOMPARE(int(late.front().step), 1);
        QCOMPARE(int(late.front().age), 20);
        QCOMPARE(agesOf(*columns), (QList<int> {0, 3, 3, None, None, None, None}));
    }

    void aCutOffShowsTheStateOfThatMoment()
    {
        const QList<Entered> moves {{Cold, day(1, 1)}, {Warm, day(1, 5)}, {Lost, day(2, 1)}};
        const ColumnsPointer then = columnsOf(moves, Lost, day(1, 20).ms);
        QCOMPARE(int(then->chunks().front()->fate.front()), 2 * 2);
        QCOMPARE(int(then->chunks().front()->stage.front()), 1);
        const ColumnsPointer before = columnsOf(moves, Lost, day(1, 1).ms - 1);
        QCOMPARE(int(before->chunks().front()->fate.front()), 0);
    }

    void aCutOffLeavesWhereTheMovesLed_data()
    {
        const Moment never {0, Precision::Unknown};
        QTest::addColumn<QList<Entered>>("moves");
        QTest::addColumn<int>("stage");
        QTest::newRow("a day with an hour of the entry in it")
            << QList<Entered> {{Cold, exact(u"2026-01-05T09:00:00Z"_s)}, {Warm, day(1, 5)}} << 1;
        QTest::newRow("an exit on the day of a step") << QList<Entered> {{Cold, day(1, 1)},
            {Warm, exact(u"2026-01-05T09:00:00Z"_s)}, {Lost, day(1, 5)}}
                                                      << 7;
        QTest::newRow("a step on the day of a further one") << QList<Entered> {{Cold, day(1, 1)},
            {Quote, exact(u"2026-01-05T09:00:00Z"_s)}, {Warm, day(1, 5)}}
                                                            << 3;
        QTest::newRow("a day after an hour") << QList<Entered> {{Cold, day(1, 1)},
            {Quote, exact(u"2026-01-05T09:00:00Z"_s)}, {Warm, day(1, 6)}}
                                             << 1;
        QTest::newRow("left before the entry")
            << QList<Entered> {{Cold, day(1, 5)}, {Lost, day(1, 2)}} << 0;
        QTest::newRow("a step before the entry")
            << QList<Entered> {{Cold, day(1, 5)}, {Quote, day(1, 2)}} << 3;
        QTest::newRow("a further step at an unknown time")
            << QList<Entered> {{Cold, day(1, 1)}, {Quote, never}, {Warm, day(1, 3)}} << 3;
        QTest::newRow("a step on the way at an unknown time")
            << QList<Entered> {{Cold, day(1, 1)}, {Warm, never}, {Quote, day(1, 3)}} << 3;
        QTest::newRow("back from a step that is told at an unknown time too") << QList<Entered> {
            {Cold, day(1, 1)}, {Quote, day(1, 3)}, {Warm, day(1, 5)},
            {Quote, never}} << 3;
        QTest::newRow("an exit at an unknown time")
            << QList<Entered> {{Cold, day(1, 1)}, {Lost, never}, {Quote, day(1, 3)}} << 7;
        QTest::newRow("back from a step that is told at an unknown time alone") << QList<Entered> {
            {Quote, never}, {Warm, exact(u"2026-01-05T09:00:00Z"_s), Quote}} << 1;
        QTest::newRow("back from a step that is told for the same day") << QList<Entered> {
            {Cold, day(1, 1)}, {Quote, day(1, 5)},
            {Warm, exact(u"2026-01-05T09:00:00Z"_s), Quote}} << 1;
        QTest::newRow("back within a second")
            << QList<Entered> {{Cold, day(1, 1)}, {Quote, after(200)}, {Warm, after(900), Quote}}
            << 1;
    }
    void aCutOffLeavesWhereTheMovesLed()
    {
        QFETCH(QList<Entered>, moves);
        QFETCH(int, stage);
        moves.append({Advocate, day(3, 1)}); // after the cut-off
        const auto byStage = [](const Entered &move) { return move.stage; };
        std::ranges::sort(moves, {}, byStage);
        do { // in whatever order they come
            const ColumnsPointer then = columnsOf(moves, Advocate, day(2, 1).ms);
            const ColumnChunk &chunk = *then->chunks().front();
            QCOMPARE(int(chunk.stage.front()), stage);
            QCOMPARE(int(chunk.moves.to.back()), stage); // of one person the last move
        } while (std::ranges::next_permutation(moves, {}, byStage).found);
    }

    void whereNoMoveLedIsLeftAllTheSame()
    {
        const Moment hour = exact(u"2026-03-01T09:00:00Z"_s);
        const auto atFirst = [](const ColumnsPointer &columns) {
            const ColumnChunk &chunk = *columns->chunks().front();
            return QList<int> {chunk.stage.front(), int(chunk.touched.front()), chunk.fate.front(),
                int(chunk.entry.front() == ColumnChunk::UnknownEntry)};
        };
        // As where they still stand there.
        const ColumnsPointer still = columnsOf({}, Cold);
        QCOMPARE(atFirst(still), (QList<int> {0, 0b1, 2, 1}));
        const QList<Entered> moves {{Warm, hour, Cold}};
        QCOMPARE(atFirst(columnsOf(moves, Warm, hour.ms - 1)), atFirst(still));
        const ColumnsPointer after = columnsOf(moves, Warm);
        QCOMPARE(atFirst(after), (QList<int> {1, 0b11, 4, 1}));
        QCOMPARE(ordered(*after), (QList<int> {0, 1}));
    }

    void movesStandInTheirOrder_data()
    {
        const Moment never {0, Precision::Unknown};
        QTest::addColumn<QList<Entered>>("moves");
        QTest::addColumn<QList<int>>("stages");
        QTest::newRow("back from a step at an unknown time")
            << QList<Entered> {{Quote, never}, {Warm, after(0), Quote}} << QList<int> {3, 1};
        QTest::newRow("back from the further one of two") << QList<Entered> {{Talk, never},
            {Quote, never}, {Warm, after(0), Quote}} << QList<int> {2, 3, 1};
        QTest::newRow("back and further than before")
            << QList<Entered> {{Talk, never}, {Warm, after(0), Talk}, {Quote, after(999), Warm}}
            << QList<int> {2, 1, 3};
        QTest::newRow("what is known to the day says nothing of where they were")
            << QList<Entered> {{Quote, never}, {Warm, day(1, 5), Quote}} << QList<int> {1, 3};
        QTest::newRow("what was imported says nothing of where they were")
            << QList<Entered> {{Quote, never}, {Warm, after(0), Quote, false}} << QList<int> {1, 3};
        QTest::newRow("an imported move tells of no other stage") << QList<Entered> {
            {Cold, day(1, 1)}, {Warm, after(0), Quote, false}} << QList<int> {0, 1};
        QTest::newRow("back on the day of the step")
            << QList<Entered> {{Cold, day(1, 1)}, {Quote, day(1, 5)}, {Warm, after(0), Quote}}
            << QList<int> {0, 3, 1};
        QTest::newRow("a step on the day of a further one") << QList<Entered> {{Cold, day(1, 1)},
            {Quote, day(1, 5)}, {Warm, after(0)}} << QList<int> {0, 1, 3};
        QTest::newRow("back within a second")
            << QList<Entered> {{Cold, after(0)}, {Quote, after(200)}, {Warm, after(900), Quote}}
            << QList<int> {0, 3, 1};
        QTest::newRow("back from an exit within a second") << QList<Entered> {{Cold, after(0)},
            {Lost, after(200)}, {Warm, after(900), Lost}} << QList<int> {0, 7, 1};
        QTest::newRow("back from an exit on its day") << QList<Entered> {{Cold, day(1, 1)},
            {Lost, day(1, 5)}, {Talk, after(0), Lost}} << QList<int> {0, 7, 2};
        QTest::newRow("at the same time") << QList<Entered> {{Quote, after(0)}, {Cold, after(0)},
            {Warm, after(0)}} << QList<int> {0, 1, 3};
    }
    void movesStandInTheirOrder()
    {
        QFETCH(QList<Entered>, moves);
        QFETCH(QList<int>, stages);
        const auto byStage = [](const Entered &move) { return move.stage; };
        std::ranges::sort(moves, {}, byStage);
        do { // in whatever order they come
            QCOMPARE(ordered(*columnsOf(moves)), stages);
        } while (std::ranges::next_permutation(moves, {}, byStage).found);
    }

    void theRetirementOfTheFirstStageLeavesTheEntry()
    {
        const QList<Entered> moves {{Talk, exact(u"2026-01-05T09:00:00Z"_s)},
            {Warm, exact(u"2026-02-05T09:00:00Z"_s), Talk},
            {Cold, exact(u"2026-03-05T09:00:00Z"_s), Warm}};
        QList<Stage> stages = defaultPipeline();
        for (const bool isRetired : {false, true}) {
            if (isRetired)
                stages.front().retiredAt = exact(u"2026-04-05T09:00:00Z"_s).ms;
            ColumnsBuilder builder(stages, berlin());
            builder.addProspect(1, QString(), 0, Cold);
            for (const Entered &move : moves)
                builder.addMove(1, move.stage, move.at, move.from);
            const ColumnsPointer columns = builder.finish();
            QCOMPARE(columns->chunks().front()->entry.front(),
                ColumnChunk::toSeconds(moves.front().at.ms));
            QCOMPARE(ordered(*columns), (QList<int> {2, 1, 0}));
        }
    }

    void whoIsKnownForAnExitAloneWasSeenAtNoStep()
    {
        const ColumnsPointer columns = columnsOf({{Lost, day(1, 1)}}, Lost);
        const ColumnChunk &chunk = *columns->chunks().front();
        QCOMPARE(int(chunk.fate.front()), 1 * 2 + 1);
        QCOMPARE(chunk.touched.front(), 0U);
    }

    void prospectsAndMovesInAnyOrder()
    {
        std::mt19937 random(3);
        struct Person
        {
            qint64 id;
            QString source;
        };
        std::vector<Person> people;
        std::vector<std::pair<qint64, Entered>> moves;
        for (int i = 0; i < 500; ++i) {
            const qint64 id = 1000 + i * 17;
            people.push_back({id, QString::number(i % 7)});
            for (int k = 0; k < i % 5; ++k)
                moves.push_back({id, {1 + k, day(1, 1 + k * 2)}});
        }
        const auto build = [&] {
            ColumnsBuilder builder(defaultPipeline(), berlin());
            for (const Person &person : people)
                builder.addProspect(person.id, person.source, 5, 0);
            builder.addMove(999, Cold, day(1, 1)); // of nobody
            builder.addMove(1000, 77, day(1, 1)); // to nowhere
            for (const auto &[id, move] : moves)
                builder.addMove(id, move.stage, move.at);
            return rowsOf(*builder.finish());
        };
        const QStringList inOrder = build();
        QCOMPARE(inOrder.size(), 500);
        std::shuffle(people.begin(), people.end(), random);
        std::shuffle(moves.begin(), moves.end(), random);
        QCOMPARE(build(), inOrder);
    }

    void updatesStayInStep()
    {
        // The same edits once on the snapshot, chunk by chunk, and once by building all anew.
        struct Person
        {
            QString source;
            qint64 owner = 0;
            QList<Entered> moves;
        };
        std::mt19937 random(11);
        const auto invent = [&random] {
            Person person {u"s%1"_s.arg(random() % 40), qint64(random() % 5), {}};
            for (int k = int(random() % 4); k >= 0; --k)
                person.moves.append({1 + qint64(random() % 8), day(1, 1 + int(random() % 28))});
            return person;
        };
        std::map<qint64, Person> all;
        const auto build = [](const std::map<qint64, Person> &people) {
            ColumnsBuilder builder(defaultPipeline(), berlin());
            for (const auto &[id, person] : people)
                builder.addProspect(id, person.source, person.owner, 0);
            for (const auto &[id, person] : people) {
                for (const Entered &move : person.moves)
                    builder.addMove(id, move.stage, move.at);
            }
            return builder.finish();
        };
        for (qint64 id = 0; id < 70000; ++id)
            all[100 + id * 10] = invent();
        ColumnsPointer columns = build(all);
        QCOMPARE(columns->chunks().size(), size_t(3));
        for (qint64 round = 0; round < 3; ++round) {
            std::map<qint64, Person> changed;
            std::vector<qint64> removed;
            const auto middle = qint64(random() % 700000);
            for (qint64 i = 0; i < 30; ++i) {
                changed[middle + i * 7] = invent(); // old ones and new ones between
                changed[2000000 + round * 100 + i] = invent(); // newest ones
                removed.push_back(middle / 2 / 10 * 10 + 100 + i * 10);
            }
            changed[5] = invent(); // before all others
            for (const auto &[id, person] : changed)
                all[id] = person;
            for (const qint64 id : removed) {
                if (!changed.contains(id))
                    all.erase(id);
            }
            const ColumnsPointer before = columns;
            const QString firstRow = rowsOf(*before).constFirst();
            columns = updatedColumns(columns, *build(changed), removed);
            QCOMPARE(rowsOf(*columns), rowsOf(*build(all)));
            QCOMPARE(rowsOf(*before).constFirst(), firstRow);
        }
        // Chunks without an edit are shared, not copied.
        const ColumnsPointer one = updatedColumns(columns, *build({{2000000, invent()}}));
        QCOMPARE(one->chunks().front().get(), columns->chunks().front().get());
        const std::vector<qint64> gone {2000000};
        QCOMPARE(updatedColumns(one, *build({}), gone)->size(), one->size() - 1);
    }

    void startsFromNothingAndEndsThere()
    {
        ColumnsBuilder empty(defaultPipeline(), berlin());
        const ColumnsPointer nothing = empty.finish();
        QCOMPARE(nothing->size(), qsizetype(0));
        const ColumnsPointer one = updatedColumns(nothing, *columnsOf({{Cold, day(1, 1)}}));
        QCOMPARE(one->size(), qsizetype(1));
        const std::vector<qint64> ids {1, 99};
        QCOMPARE(updatedColumns(one, *nothing, ids)->size(), qsizetype(0));
    }
};

PULLPUSH_TEST(TestProspectColumns)
#include "tst_prospectcolumns.moc"
