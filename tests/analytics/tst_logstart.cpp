// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
enum StageNumber : qint64 { Cold = 1, Warm, Lost = 8 };
constexpr int EntryDays = 100; ///< two enter on each

QDate dayOf(int day)
{
    return QDate(2026, 1, 1).addDays(day);
}

Moment noonOf(int day)
{
    return {localToInstant(dayOf(day), QTime(12, 0), QTimeZone::utc()), Precision::Exact};
}

/// Of the two who enter on a day one goes \a onward, \a dwell days later; what happened before \a recorded is not on record.
ColumnsPointer history(int dwell, int recorded, qint64 onward = Warm, bool isDated = true,
    qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc(), cutOff);
    const auto isOnRecord = [&](int day) { return day + dwell >= recorded; };
    for (int day = 0; day < EntryDays; ++day) {
        builder.addProspect(2 * day + 1, QString(), 0, isOnRecord(day) ? onward : 0);
        builder.addProspect(2 * day + 2, QString(), 0, 0);
    }
    for (int day = 0; day < EntryDays; ++day) {
        builder.addMove(2 * day + 1, Cold, noonOf(day));
        builder.addMove(2 * day + 2, Cold, noonOf(day));
        if (isOnRecord(day))
            builder.addMove(2 * day + 1, onward,
                isDated ? noonOf(day + dwell) : Moment {0, Precision::Unknown});
    }
    return builder.finish();
}
} // namespace

/// From when on moves are on record.
class TestLogStart : public QObject
{
    Q_OBJECT
private slots:
    void aWholeRecordHasNone()
    {
        QVERIFY(!history(10, 0)->logStart());
        // Nobody of the many who entered before the first move had the time for one.
        QVERIFY(!history(55, 0)->logStart());
    }

    void missingMovesAreFound_data()
    {
        QTest::addColumn<qint64>("onward");
        QTest::newRow("to a stage") << qint64(Warm);
        QTest::newRow("to an exit") << qint64(Lost);
    }
    void missingMovesAreFound()
    {
        QFETCH(qint64, onward);
        const auto start = history(10, 60, onward)->logStart();
        QVERIFY(start);
        QCOMPARE(start->day, dayOf(60));
        QCOMPARE(start->enteredBefore, 120);
        QCOMPARE(start->missing, 50.0); // half of those of the first 50 days
    }

    void tooFewTellNothing()
    {
        const auto until = [](int day) {
            return history(10, 60, Warm, true, noonOf(day).ms)->logStart();
        };
        QVERIFY(!until(59));
        QVERIFY(!until(65)); // 12 entered since
        QVERIFY(until(75));
        // 9 and 21 are missing.
        QVERIFY(!history(10, 19)->logStart());
        QVERIFY(history(10, 31)->logStart());
    }

    void whatHasNoDayDoesNotCount()
    {
        QVERIFY(!history(10, 60, Warm, false)->logStart());
        QVERIFY(!ColumnsBuilder(defaultPipeline(), QTimeZone::utc()).finish()->logStart());
    }

    void anUpdateKeepsIt()
    {
        const ColumnsPointer columns = history(10, 60);
        ColumnsBuilder one(defaultPipeline(), QTimeZone::utc());
        one.addProspect(1, QString(), 0, 0);
        one.addMove(1, Cold, noonOf(0));
        const ColumnsPointer changed = one.finish();
        QVERIFY(!changed->logStart());
        QCOMPARE(updatedColumns(columns, *changed)->logStart(), columns->logStart());
    }
};

PULLPUSH_TEST(TestLogStart)
#include "tst_logstart.moc"
