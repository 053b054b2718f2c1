// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/chart.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestChart : public QObject
{
    Q_OBJECT
private slots:
    void sharesForPeople_data()
    {
        QTest::addColumn<qint64>("k");
        QTest::addColumn<qint64>("n");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("share");
        QTest::addColumn<QString>("interval");
        const auto row = [](const char *name, qint64 k, qint64 n, const QString &locale,
                             const QString &share, const QString &interval) {
            QTest::newRow(name) << k << n << locale << share << interval;
        };
        row("of nobody", 0, 0, u"en_GB"_s, u"–"_s, u""_s);
        row("one of one is too few", 1, 1, u"en_GB"_s, u"too few"_s, u""_s);
        row("29", 29, 29, u"en_GB"_s, u"too few"_s, u""_s);
        row("30", 0, 30, u"en_GB"_s, u"0.0\u00a0%"_s, u"0.0\u00a0–\u00a011.4\u00a0%"_s);
        row("many", 842, 8000, u"en_GB"_s, u"10.5\u00a0%"_s, u"9.9\u00a0–\u00a011.2\u00a0%"_s);
        row("decimal comma", 842, 8000, u"de_DE"_s, u"10,5\u00a0%"_s,
            u"9,9\u00a0–\u00a011,2\u00a0%"_s);
    }
    void sharesForPeople()
    {
        QFETCH(qint64, k);
        QFETCH(qint64, n);
        QFETCH(QString, locale);
        QFETCH(QString, share);
        QFETCH(QString, interval);
        const Proportion proportion {k, n};
        QCOMPARE(shareText(proportion, QLocale(locale)), share);
        QCOMPARE(intervalText(proportion, QLocale(locale)), interval);
    }

    void estimatesForPeople()
    {
        const QLocale english(u"en_GB"_s);
        QCOMPARE(figureText(Estimate {.25, Interval {.2, .3}}, english),
            u"25.0\u00a0% (20.0\u00a0–\u00a030.0\u00a0%)"_s);
        QCOMPARE(figureText(Estimate {1, {}, true}, english), u"too few"_s);
    }

    void days_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("British") << u"en_GB"_s << u"3 May 2026"_s;
        QTest::newRow("American") << u"en_US"_s << u"May 3, 2026"_s;
        QTest::newRow("German") << u"de_DE"_s << u"3. Mai 2026"_s;
    }
    void days()
    {
        QFETCH(QString, locale);
        QFETCH(QString, text);
        QCOMPARE(dayText(QDate(2026, 5, 3), QLocale(locale)), text);
    }

    void csv()
    {
        const Chart chart {.id = u"funnel"_s,
            .title = {},
            .subtitle = {},
            .definition = {},
            .columns = {{u"group"_s, {}}, {u"n"_s, {}}, {u"rate"_s, {}, true}},
            .rows = {{u"a, \"b\"\nc"_s, qint64(8000), Proportion {1, 2}},
                {QString(), qint64(0), Proportion {}}, {u"ø"_s, Figure(), Figure()}}};
        QCOMPARE(toCsv(chart),
            QByteArray("group,n,rate,rate_low,rate_high\r\n"
                       "\"a, \"\"b\"\"\nc\",8000,0.5,0.0945312057342,0.905468794266\r\n"
                       ",0,,,\r\n"
                       "ø,,,,\r\n"));
    }

    void csvHasNoFormulas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("formula") << u"=HYPERLINK(1)"_s << QByteArray("'=HYPERLINK(1)");
        QTest::newRow("in quotes") << u"=A(1,\"b\")"_s << QByteArray("\"'=A(1,\"\"b\"\")\"");
        QTest::newRow("handle") << u"@brew"_s << QByteArray("'@brew");
        QTest::newRow("guarded already") << u"'+1"_s << QByteArray("''+1");
        QTest::newRow("name") << u"a=b"_s << QByteArray("a=b");
    }
    void csvHasNoFormulas()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, cell);
        const Chart chart {.id = u"sources"_s,
            .title = {},
            .subtitle = {},
            .definition = {},
            .columns = {{u"source"_s, {}}, {u"n"_s, {}}},
            .rows = {{name, qint64(1)}}};
        QCOMPARE(toCsv(chart), "source,n\r\n" + cell + ",1\r\n");
    }

    void csvLeavesFiguresAsTheyAre()
    {
        const Chart chart {.id = u"change"_s,
            .title = {},
            .subtitle = {},
            .definition = {},
            .columns = {{u"count"_s, {}}, {u"days"_s, {}, true}, {u"day"_s, {}}},
            .rows = {{qint64(-3), Quantity {-1.5, Interval {-2, -1}}, QDate(2026, 5, 3)}}};
        QCOMPARE(toCsv(chart),
            QByteArray("count,days,days_low,days_high,day\r\n-3,-1.5,-2,-1,2026-05-03\r\n"));
    }
};

PULLPUSH_TEST(TestChart)
#include "tst_chart.moc"
