// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/logstart.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
enum StageNumber : qint64 { Cold = 1, Warm, Lost = 8 };
constexpr int EntryDays = 100; ///< two enter on each

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

QDate dayOf(int day)
{
    return QDate(2026, 1, 1).addDays(day);
}

Moment noonOf(int day)
{
    return {localToInstant(dayOf(day), QTime(12, 0), zone()), Precision::Exact};
}

/// Of the two who enter on a day one goes \a onward, \a dwell days later; what happened before \a recorded is not on record.
ColumnsPointer history(int dwell, int recorded, qint64 onward = Warm, bool isDated = true)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
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
        QVERIFY(!logStart(*history(10, 0), noonOf(120).ms));
        // Nobody of the many who entered before the first move had the time for one.
        QVERIFY(!logStart(*history(55, 0), noonOf(200).ms));
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
        const auto start = logStart(*history(10, 60, onward), noonOf(120).ms);
        QVERIFY(start);
        QCOMPARE(start->day, dayOf(60));
        QCOMPARE(start->enteredBefore, 120);
        QCOMPARE(start->missing, 50.0); // half of those of the first 50 days
    }

    void tooFewTellNothing()
    {
        const ColumnsPointer columns = history(10, 60);
        QVERIFY(!logStart(*columns, noonOf(65).ms)); // 12 entered since
        QVERIFY(logStart(*columns, noonOf(75).ms));
        // 9 and 21 are missing.
        QVERIFY(!logStart(*history(10, 19), noonOf(120).ms));
        QVERIFY(logStart(*history(10, 31), noonOf(120).ms));
    }

    void whatIsNotKnownYetDoesNotCount()
    {
        const ColumnsPointer columns = history(10, 60);
        QVERIFY(!logStart(*columns, noonOf(59).ms));
        QVERIFY(!logStart(*columns, 0));
        QVERIFY(!logStart(*history(10, 60, Warm, false), noonOf(120).ms));
        QVERIFY(!logStart(*ColumnsBuilder(defaultPipeline(), zone()).finish(), noonOf(120).ms));
    }
};

PULLPUSH_TEST(TestLogStart)
#include "tst_logstart.moc"
