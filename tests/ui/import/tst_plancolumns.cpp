// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_import/plancolumns.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlanColumns : public QObject
{
    Q_OBJECT
private slots:
    void offersEachFieldOnce()
    {
        QStringList fields;
        QStringList words;
        const QList<PlanColumns::Choice> choices = PlanColumns::choices();
        for (const PlanColumns::Choice &choice : choices) {
            fields << choice.field;
            words << choice.text;
        }
        QVERIFY(fields.first().isEmpty()); // ignore
        QCOMPARE(fields.removeDuplicates(), 0);
        QCOMPARE(words.removeDuplicates(), 0);
        QCOMPARE(PlanColumns::text(u"on:Facebook"_s), u"Whether it is for Facebook"_s);
        QCOMPARE(PlanColumns::text(u"something"_s), u"something"_s);
    }

    void namesPrograms()
    {
        QCOMPARE(PlanColumns::programName(u"hootsuite"_s), u"Hootsuite"_s);
        QVERIFY(PlanColumns::programName(u"plan"_s).isEmpty());
    }

    void findsWhatIsMissing_data()
    {
        QTest::addColumn<QStringList>("targets");
        QTest::addColumn<QList<int>>("columns");
        QTest::addColumn<bool>("isGeneral");
        QTest::newRow("nothing") << QStringList {QString(), QString()} << QList<int>() << true;
        QTest::newRow("text") << QStringList {u"text"_s, QString()} << QList<int>() << false;
        QTest::newRow("a title is enough") << QStringList {u"title"_s} << QList<int>() << false;
        QTest::newRow("twice") << QStringList {u"text"_s, u"text"_s} << QList<int> {1} << false;
        QTest::newRow("pictures may repeat")
            << QStringList {u"text"_s, u"media"_s, u"media"_s} << QList<int>() << false;
        QTest::newRow("day and time")
            << QStringList {u"text"_s, u"day"_s, u"time"_s} << QList<int>() << false;
        QTest::newRow("time without a day")
            << QStringList {u"text"_s, u"time"_s} << QList<int>() << true;
        QTest::newRow("two days") << QStringList {u"text"_s, u"day"_s, u"when"_s} << QList<int>()
                                  << true;
    }
    void findsWhatIsMissing()
    {
        QFETCH(const QStringList, targets);
        QFETCH(const QList<int>, columns);
        QFETCH(const bool, isGeneral);
        const auto problems = PlanColumns::check({u"A"_s, u"B"_s, u"C"_s}, targets);
        QCOMPARE(problems.ofColumn.keys(), columns);
        QCOMPARE(!problems.general.isEmpty(), isGeneral);
        QCOMPARE(problems.isEmpty(), columns.isEmpty() && !isGeneral);
        if (!columns.isEmpty())
            QVERIFY(problems.ofColumn.value(columns.first()).contains(u"“A”"_s));
    }

    void knowsWhoNamesChannels()
    {
        QVERIFY(!PlanColumns::nameChannels({u"text"_s, u"day"_s}));
        QVERIFY(PlanColumns::nameChannels({u"text"_s, u"on:X"_s}));
        QVERIFY(PlanColumns::nameChannels({u"network"_s}));
    }
};

PULLPUSH_TEST(TestPlanColumns)
#include "tst_plancolumns.moc"
