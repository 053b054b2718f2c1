// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/datetext.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(std::optional<DateOrder>)

class TestDateText : public QObject
{
    Q_OBJECT
private slots:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::optional<DateOrder>>("order");
        QTest::addColumn<QString>("expected"); // ISO, local; empty: no date
        QTest::addColumn<QString>("precision");
        const std::optional<DateOrder> none;
        const std::optional dmy = DateOrder::DayFirst;
        const std::optional mdy = DateOrder::MonthFirst;
        const std::optional ymd = DateOrder::YearFirst;
        QTest::newRow("iso day") << u"2018-02-01"_s << none << u"2018-02-01T00:00:00.000"_s
                                 << u"day"_s;
        QTest::newRow("iso seconds")
            << u"2018-02-26 19:58:54"_s << none << u"2018-02-26T19:58:54.000"_s << u"exact"_s;
        QTest::newRow("iso minutes")
            << u" 2024-03-12 09:14 "_s << none << u"2024-03-12T09:14:00.000"_s << u"minute"_s;
        QTest::newRow("T and Z") << u"2018-02-26T19:58:54.250Z"_s << none
                                 << u"2018-02-26T19:58:54.250"_s << u"exact"_s;
        QTest::newRow("offset") << u"2018-02-26T19:58:54+05:30"_s << none
                                << u"2018-02-26T19:58:54.000"_s << u"exact"_s;
        QTest::newRow("UTC") << u"2023-06-11 15:33:58 UTC"_s << none << u"2023-06-11T15:33:58.000"_s
                             << u"exact"_s;
        QTest::newRow("slashes, year first")
            << u"2018/6/3"_s << none << u"2018-06-03T00:00:00.000"_s << u"day"_s;
        QTest::newRow("digits alone")
            << u"20180201"_s << none << u"2018-02-01T00:00:00.000"_s << u"day"_s;
        QTest::newRow("year first wins over the order")
            << u"2018-02-01"_s << mdy << u"2018-02-01T00:00:00.000"_s << u"day"_s;
        QTest::newRow("day first by itself")
            << u"26/02/2018"_s << none << u"2018-02-26T00:00:00.000"_s << u"day"_s;
        QTest::newRow("month first by itself")
            << u"2/26/2018 7:58 PM"_s << none << u"2018-02-26T19:58:00.000"_s << u"minute"_s;
        QTest::newRow("day first given")
            << u"3/4/2018"_s << dmy << u"2018-04-03T00:00:00.000"_s << u"day"_s;
        QTest::newRow("month first given")
            << u"3/4/2018"_s << mdy << u"2018-03-04T00:00:00.000"_s << u"day"_s;
        QTest::newRow("ambiguous") << u"3/4/2018"_s << none << QString() << QString();
        QTest::newRow("both the same")
            << u"4/4/2018"_s << none << u"2018-04-04T00:00:00.000"_s << u"day"_s;
        QTest::newRow("two digits")
            << u"26.2.18"_s << none << u"2018-02-26T00:00:00.000"_s << u"day"_s;
        QTest::newRow("two digits, last century")
            << u"26.2.85"_s << none << u"1985-02-26T00:00:00.000"_s << u"day"_s;
        QTest::newRow("two digits, year first")
            << u"18-02-03"_s << ymd << u"2018-02-03T00:00:00.000"_s << u"day"_s;
        QTest::newRow("month by name")
            << u"07 Oct 2022"_s << none << u"2022-10-07T00:00:00.000"_s << u"day"_s;
        QTest::newRow("american name")
            << u"Oct 7, 2022"_s << none << u"2022-10-07T00:00:00.000"_s << u"day"_s;
        QTest::newRow("name and time") << u"October 7 2022, 3:05:09 am"_s << none
                                       << u"2022-10-07T03:05:09.000"_s << u"exact"_s;
        QTest::newRow("excel") << u"4-Apr-21"_s << none << u"2021-04-04T00:00:00.000"_s << u"day"_s;
        QTest::newRow("noon") << u"2018-02-26 12:00 PM"_s << none << u"2018-02-26T12:00:00.000"_s
                              << u"minute"_s;
        QTest::newRow("midnight") << u"2018-02-26 12:00 a.m."_s << none
                                  << u"2018-02-26T00:00:00.000"_s << u"minute"_s;
        QTest::newRow("narrow space")
            << u"2/26/18, 1:55\u202FPM"_s << none << u"2018-02-26T13:55:00.000"_s << u"minute"_s;
        QTest::newRow("order contradicted") << u"26/02/2018"_s << mdy << QString() << QString();
        for (const auto *wrong : {"", "soon", "2018", "45000", "2018-02-30", "2018-13-01",
                 "0000-00-00", "2018-02-01x", "12:30", "2018-02-01 25:00", "2018-02-01 13:00 PM",
                 "1/2", "1/2/3/4", "2018-02-01T10:00 XYZ", "-", "32.1.2018"})
            QTest::newRow(wrong[0] ? wrong : "empty")
                << QString::fromLatin1(wrong) << none << QString() << QString();
    }
    void parses()
    {
        QFETCH(QString, text);
        QFETCH(std::optional<DateOrder>, order);
        QFETCH(QString, expected);
        QFETCH(QString, precision);
        const auto date = parseDate(text, order);
        QCOMPARE(date.has_value(), !expected.isEmpty());
        if (!date)
            return;
        const QTime time = date->precision == Precision::Day ? QTime(0, 0) : date->time;
        QCOMPARE(QDateTime(date->day, time).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s), expected);
        QCOMPARE(toText(date->precision), precision);
    }

    void findsTheOrder_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("order");
        QTest::addColumn<bool>("ambiguous");
        QTest::newRow("iso") << QStringList {u"2018-02-01"_s} << QString() << false;
        QTest::newRow("one tells")
            << QStringList {u"1/2/2018"_s, u"3/4/2018"_s, u"13/4/2018"_s} << u"dmy"_s << false;
        QTest::newRow("american") << QStringList {u"1/2/2018"_s, u"3/24/2018"_s} << u"mdy"_s
                                  << false;
        QTest::newRow("nothing tells")
            << QStringList {u"1/2/2018"_s, u"3/4/2018"_s} << QString() << true;
        QTest::newRow("dots") << QStringList {u"1.2.2018"_s, u"3.4.2018"_s} << u"dmy"_s << false;
        QTest::newRow("the same twice") << QStringList {u"2/2/2018"_s} << QString() << false;
        QTest::newRow("majority") << QStringList {u"13/2/2018"_s, u"14/2/2018"_s, u"2/14/2018"_s}
                                  << u"dmy"_s << false;
        QTest::newRow("no dates") << QStringList {u"x"_s, QString()} << QString() << false;
    }
    void findsTheOrder()
    {
        QFETCH(QStringList, values);
        QFETCH(QString, order);
        QFETCH(bool, ambiguous);
        DateOrderFinder finder;
        for (const QString &value : values)
            finder.see(value);
        QCOMPARE(finder.order() ? toText(*finder.order()) : QString(), order);
        QCOMPARE(finder.isAmbiguous(), ambiguous);
    }

    void places()
    {
        const QTimeZone berlin("Europe/Berlin");
        DatePlacer placer(berlin);
        const auto placed = [&placer](
                                const QString &text) { return placer.place(*parseDate(text, {})); };
        const auto utc = [](const QString &text) {
            return QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch();
        };
        QCOMPARE(
            placed(u"2018-02-01"_s), (Moment {utc(u"2018-01-31T23:00:00Z"_s), Precision::Day}));
        QCOMPARE(placed(u"2018-07-01 12:00:00"_s),
            (Moment {utc(u"2018-07-01T10:00:00Z"_s), Precision::Exact}));
        QCOMPARE(placed(u"2018-07-01T12:00:00+05:30"_s),
            (Moment {utc(u"2018-07-01T06:30:00Z"_s), Precision::Exact}));
        QCOMPARE(placed(u"2018-07-01T12:00Z"_s),
            (Moment {utc(u"2018-07-01T12:00:00Z"_s), Precision::Minute}));
    }

    /// The remembered offset of a day gives the same as asking the zone each time, also around the
    /// changes of the clock.
    void placesAsTheZoneSays()
    {
        const QTimeZone berlin("Europe/Berlin");
        DatePlacer placer(berlin);
        for (QDate day(2023, 3, 20); day < QDate(2023, 4, 2); day = day.addDays(1)) {
            for (int minute = 0; minute < 24 * 60; minute += 30) {
                const QTime time = QTime::fromMSecsSinceStartOfDay(minute * 60000);
                QCOMPARE(placer.place({day, time, Precision::Minute, {}}).ms,
                    localToInstant(day, time, berlin));
                const QDate autumn = day.addDays(217);
                QCOMPARE(placer.place({autumn, time, Precision::Minute, {}}).ms,
                    localToInstant(autumn, time, berlin));
            }
        }
    }
};

PULLPUSH_TEST(TestDateText)
#include "tst_datetext.moc"
