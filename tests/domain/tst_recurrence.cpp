// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/recurrence.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
WallTime wall(const QString &text)
{
    const QDate day = QDate::fromString(text.left(8), u"yyyyMMdd"_s);
    if (text.size() == 8)
        return {day, std::nullopt};
    return {day, QTime::fromString(text.mid(9, 6), u"HHmmss"_s)};
}

QString written(const QList<WallTime> &times)
{
    QStringList texts;
    for (const WallTime &time : times)
        texts << time.day.toString(u"yyyyMMdd"_s)
                + (time.time ? u'T' + time.time->toString(u"HHmmss"_s) : QString());
    return texts.join(u',');
}

/// One case of libical's own conformance files: lines RRULE, DTSTART, START-AT and INSTANCES.
/// INSTANCES counts from DTSTART; listing from START-AT on must give the same without those before.
struct ConformanceCase
{
    QString rule;
    QString start;
    QString startAt;
    QString instances; ///< begins with *** where the rule must be refused
};

QList<ConformanceCase> conformanceCases(const QString &path)
{
    QFile file(path);
    QList<ConformanceCase> cases;
    if (!file.open(QIODevice::ReadOnly))
        return cases;
    ConformanceCase current;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        const QString value = line.section(u':', 1).trimmed();
        if (line.startsWith("RRULE:"_L1))
            current = {value, {}, {}, {}};
        else if (line.startsWith("DTSTART:"_L1))
            current.start = value;
        else if (line.startsWith("START-AT:"_L1))
            current.startAt = value;
        else if (line.startsWith("INSTANCES:"_L1)) {
            current.instances = value;
            cases << current;
        }
    }
    return cases;
}

} // namespace

class RecurrenceTest : public QObject
{
    Q_OBJECT

private slots:
    void conforms_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("startAt");
        QTest::addColumn<QString>("instances");
        const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        if (folder.isEmpty()) {
            QTest::newRow("no shared data") << QString() << QString() << QString() << QString();
            return;
        }
        for (const QString &name : {u"icalrecur_test.txt"_s, u"icalrecur_test_rscale.txt"_s}) {
            const auto cases =
                conformanceCases(folder + "/exports/ical/libical__libical/src/test/"_L1 + name);
            QVERIFY2(!cases.isEmpty(), qPrintable(name));
            for (qsizetype i = 0; i < cases.size(); ++i) {
                const ConformanceCase &one = cases.at(i);
                QTest::addRow("%s %lld %s", qPrintable(name), i + 1, qPrintable(one.rule))
                    << one.rule << one.start << one.startAt << one.instances;
            }
        }
    }
    void conforms()
    {
        QFETCH(QString, rule);
        QFETCH(QString, start);
        QFETCH(QString, startAt);
        QFETCH(QString, instances);
        if (rule.isEmpty())
            QSKIP("PULLPUSH_SHARED_DATA is not set");
        OccurrenceLimits limits;
        limits.most = 10000;
        const auto listed = occurrences(rule, wall(start), limits);
        if (instances.startsWith("***"_L1)) {
            QVERIFY(!listed);
            return;
        }
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message));
        QString expected = instances;
        QCOMPARE(written(listed->times), expected.remove(u'Z'));
        QVERIFY(listed->isComplete);
        if (startAt.isEmpty())
            return;
        limits.from = wall(startAt);
        QList<WallTime> tail;
        std::ranges::copy_if(listed->times, std::back_inserter(tail),
            [&](const WallTime &time) { return !(time < *limits.from); });
        QVERIFY(!tail.isEmpty());
        QCOMPARE(written(occurrences(rule, wall(start), limits)->times), written(tail));
    }

    void lists_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("expected");
        QTest::newRow("every second Friday, three times")
            << u"FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=3"_s << u"20261120T090000"_s
            << u"20261120T090000,20261204T090000,20261218T090000"_s;
        QTest::newRow("nine o'clock stays nine o'clock over the end of summer time in Berlin")
            << u"RRULE:FREQ=DAILY;COUNT=4"_s << u"20261023T090000"_s
            << u"20261023T090000,20261024T090000,20261025T090000,20261026T090000"_s;
        QTest::newRow("a time that a zone skips is listed all the same")
            << u"FREQ=DAILY;COUNT=2"_s << u"20260328T023000"_s
            << u"20260328T023000,20260329T023000"_s;
        QTest::newRow("last working day of the month")
            << u"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"_s << u"20260131T180000"_s
            << u"20260227T180000,20260331T180000,20260430T180000"_s;
        QTest::newRow("the 31st skips short months")
            << u"FREQ=MONTHLY;COUNT=3"_s << u"20260131T100000"_s
            << u"20260131T100000,20260331T100000,20260531T100000"_s;
        QTest::newRow("whole days")
            << u"FREQ=YEARLY;COUNT=2"_s << u"20240229"_s << u"20240229,20280229"_s;
        QTest::newRow("until a day, inclusive")
            << u"FREQ=DAILY;UNTIL=20260103"_s << u"20260101T090000"_s
            << u"20260101T090000,20260102T090000,20260103T090000"_s;
        QTest::newRow("doubles count once")
            << u"FREQ=WEEKLY;BYDAY=SU,TH,TH;COUNT=3"_s << u"20111120T100000"_s
            << u"20111120T100000,20111124T100000,20111127T100000"_s;
    }
    void lists()
    {
        QFETCH(QString, rule);
        QFETCH(QString, start);
        QFETCH(QString, expected);
        const auto listed = occurrences(rule, wall(start));
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().message));
        QCOMPARE(written(listed->times), expected);
        QVERIFY(listed->isComplete);
        QVERIFY(parseRecurrence(rule)->hasEnd);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("rule");
        for (const char *rule : {"", "every Friday", "COUNT=3", "FREQ=FORTNIGHTLY",
                 "FREQ=DAILY;COUNT=0", "FREQ=DAILY;COUNT=-2", "FREQ=DAILY;INTERVAL=0",
                 "FREQ=DAILY;COUNT=2;UNTIL=20300101T000000Z", "FREQ=DAILY;UNTIL=tomorrow",
                 "FREQ=WEEKLY;BYDAY=XX", "FREQ=MONTHLY;BYMONTHDAY=40", "FREQ=YEARLY;BYMONTH=13",
                 "FREQ=DAILY;COUNT=two"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
    }
    void refuses()
    {
        QFETCH(QString, rule);
        const auto parsed = parseRecurrence(rule);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, Error::Code::Rejected);
        QVERIFY(parsed.error().message.contains(rule));
        QVERIFY(!occurrences(rule, wall(u"20260101T090000"_s)));
    }

    void saysWhetherItEnds()
    {
        QVERIFY(!parseRecurrence(u"FREQ=WEEKLY"_s)->hasEnd);
        QVERIFY(parseRecurrence(u"FREQ=WEEKLY;COUNT=1"_s)->hasEnd);
        QVERIFY(parseRecurrence(u"rrule:FREQ=WEEKLY;UNTIL=20300101"_s)->hasEnd);
        QCOMPARE(parseRecurrence(u" RRULE:FREQ=WEEKLY;COUNT=3;INTERVAL=1 "_s)->text,
            u"FREQ=WEEKLY;COUNT=3"_s);
    }

    void keepsToItsLimits()
    {
        const WallTime start = wall(u"20260101T090000"_s);
        const auto capped = occurrences(u"FREQ=DAILY"_s, start);
        QCOMPARE(capped->times.size(), 500);
        QVERIFY(!capped->isComplete);
        OccurrenceLimits limits;
        limits.before = QDate(2026, 1, 4);
        const auto early = occurrences(u"FREQ=DAILY"_s, start, limits);
        QCOMPARE(written(early->times), u"20260101T090000,20260102T090000,20260103T090000"_s);
        QVERIFY(!early->isComplete);
        // Exactly as many as may be: the rule's end is seen.
        limits = {};
        limits.most = 3;
        QVERIFY(occurrences(u"FREQ=DAILY;COUNT=3"_s, start, limits)->isComplete);
        // What lies before is counted, and not listed.
        limits = {};
        limits.from = wall(u"20260103T090000"_s);
        QCOMPARE(written(occurrences(u"FREQ=DAILY;COUNT=4"_s, start, limits)->times),
            u"20260103T090000,20260104T090000"_s);
    }

    void bringsItsEndHome()
    {
        const QTimeZone berlin("Europe/Berlin");
        // 07:00 UTC is 09:00 in Berlin's summer: without this the last one would be lost.
        const auto local = withLocalEnd(u"FREQ=DAILY;UNTIL=20260703T070000Z"_s, berlin);
        QCOMPARE(*local, u"FREQ=DAILY;UNTIL=20260703T090000"_s);
        QCOMPARE(occurrences(*local, wall(u"20260701T090000"_s))->times.size(), 3);
        QCOMPARE(*withLocalEnd(u"FREQ=DAILY;UNTIL=20260101T230000Z"_s, berlin),
            u"FREQ=DAILY;UNTIL=20260102T000000"_s);
        QCOMPARE(
            *withLocalEnd(u"FREQ=DAILY;UNTIL=20260703"_s, berlin), u"FREQ=DAILY;UNTIL=20260703"_s);
        QCOMPARE(*withLocalEnd(u"RRULE:FREQ=DAILY;COUNT=2"_s, berlin), u"FREQ=DAILY;COUNT=2"_s);
        QVERIFY(!withLocalEnd(u"nonsense"_s, berlin));
    }
};

PULLPUSH_TEST(RecurrenceTest)
#include "tst_recurrence.moc"
