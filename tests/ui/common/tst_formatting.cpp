// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/formatting.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TstFormatting : public QObject
{
    Q_OBJECT
private slots:
    void days_data();
    void days();
    void daysWithinASentence();
    void datesFollowTheLocale_data();
    void datesFollowTheLocale();
    void numbers();
    void channels_data();
    void channels();
};

void TstFormatting::days_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("text");
    QTest::newRow("today") << QDate(2026, 5, 6) << u"Today"_s;
    QTest::newRow("yesterday") << QDate(2026, 5, 5) << u"Yesterday"_s;
    QTest::newRow("tomorrow") << QDate(2026, 5, 7) << u"Tomorrow"_s;
    QTest::newRow("within six days") << QDate(2026, 5, 12) << u"Tuesday"_s;
    QTest::newRow("a week ahead") << QDate(2026, 5, 13) << u"13 May"_s;
    QTest::newRow("earlier this year") << QDate(2026, 1, 2) << u"2 Jan"_s;
    QTest::newRow("another year") << QDate(2025, 12, 31) << u"31 Dec 2025"_s;
}

void TstFormatting::days()
{
    QFETCH(QDate, day);
    QFETCH(QString, text);
    QCOMPARE(Formatting::relativeDay(day, QDate(2026, 5, 6), QLocale(u"en_GB"_s)), text);
}

void TstFormatting::daysWithinASentence()
{
    const QDate today(2026, 5, 6);
    const QLocale locale(u"en_GB"_s);
    QCOMPARE(Formatting::dayWithin(today, today, locale), u"today"_s);
    QCOMPARE(Formatting::dayWithin(today.addDays(-1), today, locale), u"yesterday"_s);
    QCOMPARE(Formatting::dayWithin(today.addDays(1), today, locale), u"tomorrow"_s);
    QCOMPARE(Formatting::dayWithin(today.addDays(6), today, locale), u"Tuesday"_s);
    QCOMPARE(Formatting::dayWithin(today.addDays(7), today, locale), u"13 May"_s);
}

void TstFormatting::datesFollowTheLocale_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("dayMonth");
    QTest::newRow("British") << u"en_GB"_s << u"3 May 2026"_s << u"3 May"_s;
    QTest::newRow("American") << u"en_US"_s << u"May 3, 2026"_s << u"May 3"_s;
    QTest::newRow("German") << u"de_DE"_s << u"3. Mai 2026"_s << u"3. Mai"_s;
    QTest::newRow("Spanish") << u"es_ES"_s << u"3 de may de 2026"_s << u"3 de may"_s;
}

void TstFormatting::datesFollowTheLocale()
{
    QFETCH(QString, locale);
    QFETCH(QString, date);
    QFETCH(QString, dayMonth);
    QCOMPARE(Formatting::date(QDate(2026, 5, 3), QLocale(locale)), date);
    QCOMPARE(Formatting::dayMonth(QDate(2026, 5, 3), QLocale(locale)), dayMonth);
}

void TstFormatting::numbers()
{
    const QLocale british(u"en_GB"_s);
    QCOMPARE(Formatting::number(8000, british), u"8,000"_s);
    QCOMPARE(Formatting::percent(0.10525, 1, british), u"10.5 %"_s);
    QCOMPARE(Formatting::percent(0.5, 0, british), u"50 %"_s);
    QCOMPARE(Formatting::money(120000, u"EUR"_s, british), u"€1,200.00"_s);
    QCOMPARE(Formatting::money(500, u"JPY"_s, british), u"JPY500"_s);
    QCOMPARE(Formatting::time(QTime(14, 5), british), u"14:05"_s);
    QCOMPARE(Formatting::monthTitle(QDate(2026, 5, 3), british), u"May 2026"_s);
    QCOMPARE(Formatting::dateTime(
                 QDateTime(QDate(2026, 5, 5), QTime(9, 30)), QDate(2026, 5, 6), british),
        u"Yesterday, 09:30"_s);
}

void TstFormatting::channels_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("text");
    QTest::newRow("says it") << u"Hearthline on Instagram"_s << u"Instagram"_s
                             << u"Hearthline on Instagram"_s;
    QTest::newRow("says it in small letters")
        << u"instagram, shop"_s << u"Instagram"_s << u"instagram, shop"_s;
    QTest::newRow("says nothing else") << u"LinkedIn"_s << u"LinkedIn"_s << u"LinkedIn"_s;
    QTest::newRow("between signs") << u"Hearthline (X)"_s << u"X"_s << u"Hearthline (X)"_s;
    QTest::newRow("a letter within a word") << u"Saxon Bakery"_s << u"X"_s << u"Saxon Bakery · X"_s;
    QTest::newRow("beside a letter with an accent")
        << u"Éx Libris"_s << u"X"_s << u"Éx Libris · X"_s;
    QTest::newRow("another network")
        << u"Hearthline on X"_s << u"Bluesky"_s << u"Hearthline on X · Bluesky"_s;
    QTest::newRow("a sign that means something to a pattern")
        << u"Hearthline"_s << u"Net.work (+)"_s << u"Hearthline · Net.work (+)"_s;
    QTest::newRow("unknown network") << u"Saxon Bakery"_s << u""_s << u"Saxon Bakery"_s;
    QTest::newRow("a name with a place holder") << u"100 %2"_s << u"X"_s << u"100 %2 · X"_s;
}

void TstFormatting::channels()
{
    QFETCH(QString, name);
    QFETCH(QString, network);
    QFETCH(QString, text);
    QCOMPARE(Formatting::channel(name, network), text);
}

PULLPUSH_TEST(TstFormatting)
#include "tst_formatting.moc"
