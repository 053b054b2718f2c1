// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <array>

namespace {

/// As papers print them: "6 6+", a plus for those censored.
SurvivalCurve curveOf(const QByteArray &text)
{
    std::vector<qint64> ages;
    std::vector<quint8> outcomes;
    const QList<QByteArray> words = text.simplified().split(' ');
    for (QByteArray word : words) {
        outcomes.push_back(word.endsWith('+') ? AgeTally::StillOpen : 1);
        word.replace('+', "");
        ages.push_back(word.toLongLong());
    }
    return kaplanMeier(ages, outcomes);
}

const QByteArray SixMp = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";
const QByteArray Aml = "9 13 13+ 18 23 28+ 31 34 45+ 48 161+";

bool isTo4Digits(double value, double expected)
{
    return qAbs(value - expected) < .00005;
}

constexpr qint64 TenAges[] {1, 2, 3, 3, 4, 5, 6, 7, 8, 10};
constexpr quint8 TenOutcomes[] {1, 2, 0, 1, 2, 0, 1, 1, 2, 0};

} // namespace

class TestSurvival : public QObject
{
    Q_OBJECT
private slots:
    void publishedTables_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<qint64>("atRisk");
        QTest::addColumn<qint64>("events");
        QTest::addColumn<double>("survival");
        QTest::addColumn<double>("error");
        const auto row = [](const char *name, const QByteArray &data, qint64 age, qint64 atRisk,
                             qint64 events, double survival, double error) {
            QTest::addRow("%s, %lld", name, static_cast<long long>(age))
                << data << age << atRisk << events << survival << error;
        };
        // Freireich 1963, remission under 6-MP, in weeks.
        row("6-MP", SixMp, 6, 21, 3, .8571, .0764);
        row("6-MP", SixMp, 7, 17, 1, .8067, .0869);
        row("6-MP", SixMp, 10, 15, 1, .7529, .0963);
        row("6-MP", SixMp, 13, 12, 1, .6902, .1068);
        row("6-MP", SixMp, 16, 11, 1, .6275, .1141);
        row("6-MP", SixMp, 22, 7, 1, .5378, .1282);
        row("6-MP", SixMp, 23, 6, 1, .4482, .1346);
        // AML, the maintained arm, in weeks.
        row("AML", Aml, 9, 11, 1, .9091, .0867);
        row("AML", Aml, 13, 10, 1, .8182, .1163);
        row("AML", Aml, 18, 8, 1, .7159, .1397);
        row("AML", Aml, 23, 7, 1, .6136, .1526);
        row("AML", Aml, 31, 5, 1, .4909, .1642);
        row("AML", Aml, 34, 4, 1, .3682, .1627);
        row("AML", Aml, 48, 2, 1, .1841, .1535);
    }
    void publishedTables()
    {
        QFETCH(QByteArray, data);
        QFETCH(qint64, age);
        QFETCH(double, survival);
        QFETCH(double, error);
        const auto step = curveOf(data).at(age);
        QVERIFY(step);
        QTEST(step->atRisk, "atRisk");
        QTEST(step->events, "events");
        QVERIFY2(
            isTo4Digits(step->survival, survival), qPrintable(QString::number(step->survival)));
        QVERIFY2(isTo4Digits(step->error, error), qPrintable(QString::number(step->error)));
    }

    void countsEverybody()
    {
        const SurvivalCurve curve = curveOf(SixMp);
        QCOMPARE(curve.n, 21);
        QCOMPARE(curve.events, 9);
        QCOMPARE(curve.censored, 12);
        QCOMPARE(curve.steps.size(), 16); // seven ages with events, nine of censoring alone
        QCOMPARE(curve.steps.first().censored, 1);
        QCOMPARE(curve.steps.last().age, 35);
        QCOMPARE(curve.steps.last().atRisk, 1);
    }

    void bandOfLogLog()
    {
        // S^exp(±1.96 SE / (S log S)), computed by hand from the tables.
        const SurvivalCurve curve = curveOf(SixMp);
        const std::array<std::tuple<qint64, double, double>, 3> expected {
            std::tuple(6, .6197, .9516), {10, .5032, .8894}, {23, .1881, .6801}};
        for (const auto &[age, low, high] : expected) {
            const auto band = curve.at(age)->band;
            QVERIFY(band);
            QVERIFY2(isTo4Digits(band->low, low), qPrintable(QString::number(band->low)));
            QVERIFY2(isTo4Digits(band->high, high), qPrintable(QString::number(band->high)));
        }
    }

    void quantiles()
    {
        const SurvivalCurve curve = curveOf(SixMp);
        QCOMPARE(curve.median(), std::optional<qint64>(23));
        QCOMPARE(curve.quantile(.25), std::optional<qint64>(13));
        QCOMPARE(curve.quantile(.9), std::nullopt); // S ends at .4482
        QCOMPARE(curveOf(Aml).median(), std::optional<qint64>(31));
        QCOMPARE(curveOf("1 2+ 3+").median(), std::nullopt);
        // Shares that binary fractions do not hold are met all the same.
        const SurvivalCurve ten = curveOf("1 2 3 4 5 6 7 8 9 10");
        for (const int tenths : {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
            QCOMPARE(ten.quantile(tenths / 10.), std::optional<qint64>(tenths));
    }

    void betweenAndBeyondTheSteps()
    {
        const SurvivalCurve curve = curveOf("2 4+ 4 9+");
        QCOMPARE(curve.at(-1), std::nullopt);
        const auto before = curve.at(1);
        QVERIFY(before);
        QCOMPARE(before->survival, 1.);
        QCOMPARE(before->error, 0.);
        QVERIFY(!before->band);
        QCOMPARE(before->atRisk, 4);
        const auto between = curve.at(3);
        QVERIFY(between);
        QCOMPARE(between->survival, .75);
        QCOMPARE(between->age, 3);
        QCOMPARE(between->atRisk, 3);
        QCOMPARE(between->events, 0);
        QVERIFY(between->band);
        QCOMPARE(curve.at(4)->survival, .5); // who is censored at 4 was at risk at 4
        QCOMPARE(curve.at(9)->survival, .5);
        QCOMPARE(curve.at(9)->atRisk, 1);
        QCOMPARE(curve.at(10), std::nullopt);
    }

    void theEndsHaveNoBand()
    {
        const SurvivalCurve all = curveOf("3 3 5");
        QCOMPARE(all.at(5)->survival, 0.);
        QCOMPARE(all.at(5)->error, 0.);
        QVERIFY(!all.at(5)->band);
        const SurvivalCurve none = curveOf("3+ 5+");
        QCOMPARE(none.at(5)->survival, 1.);
        QVERIFY(!none.at(5)->band);
    }

    void anEventOnTheFirstDay()
    {
        const SurvivalCurve curve = curveOf("0 0+ 7+ 8");
        QCOMPARE(curve.steps.first().age, 0);
        QCOMPARE(curve.at(0)->survival, .75);
        QCOMPARE(curve.at(0)->atRisk, 4);
        QCOMPARE(curve.at(1)->atRisk, 2);
    }

    void nothingIsKnownOfNobody()
    {
        const SurvivalCurve curve = kaplanMeier(std::span<const AgeCount>());
        QCOMPARE(curve, SurvivalCurve());
        QCOMPARE(curve.at(0), std::nullopt);
        QCOMPARE(curve.median(), std::nullopt);
        const OutcomeCurves curves = aalenJohansen(AgeTally(2));
        QCOMPARE(curves.open, SurvivalCurve());
        QCOMPARE(curves.causes.size(), 2);
        QVERIFY(curves.causes.first().isEmpty());
        QVERIFY(!curves.at(0));
    }

    void agesBelowZeroAreLeftOut()
    {
        QCOMPARE(curveOf("-2 3 4+"), curveOf("3 4+"));
        QCOMPARE(curveOf("-2"), SurvivalCurve());
    }

    void countsAreAsGoodAsObservations()
    {
        const AgeCount counts[] {{13, 1, 1}, {9, 1, 0}, {48, 1, 0}, {18, 1, 0}, {23, 1, 0},
            {28, 0, 1}, {31, 1, 0}, {34, 0, 0}, {34, 1, 0}, {45, 0, 1}, {161, 0, 1}};
        QCOMPARE(kaplanMeier(counts), curveOf(Aml));
    }

    void agesOfAnyLength()
    {
        AgeTally tally;
        for (const qint64 age : {qint64(1) << 60, AgeTally::DenseAges, AgeTally::DenseAges - 1})
            tally.add(age, 1);
        tally.add(AgeTally::DenseAges, AgeTally::StillOpen, 2);
        const AgeTally::Table table = tally.table();
        QCOMPARE(table.ages,
            (std::vector<qint64> {AgeTally::DenseAges - 1, AgeTally::DenseAges, qint64(1) << 60}));
        QCOMPARE(table.counts, (std::vector<qint64> {0, 1, 2, 1, 0, 1}));
        QCOMPARE(kaplanMeier(tally).median(), std::optional<qint64>(qint64(1) << 60));
    }

    void competingCauses_data()
    {
        QTest::addColumn<qint64>("age");
        QTest::addColumn<qint64>("atRisk");
        QTest::addColumn<double>("open");
        QTest::addColumn<double>("won");
        QTest::addColumn<double>("wonError");
        QTest::addColumn<double>("lost");
        QTest::addColumn<double>("lostError");
        const auto row = [](qint64 age, qint64 atRisk, double open, double won, double wonError,
                             double lost, double lostError) {
            QTest::addRow("%lld", static_cast<long long>(age))
                << age << atRisk << open << won << wonError << lost << lostError;
        };
        // The sums of the definition and of the delta method, by hand.
        row(0, 10, 1, 0, 0, 0, 0);
        row(1, 10, .9, .1, .0949, 0, 0);
        row(2, 9, .8, .1, .0949, .1, .0949);
        row(3, 8, .7, .2, .1265, .1, .0949);
        row(4, 6, .5833, .2, .1265, .2167, .1364);
        row(6, 4, .4375, .3458, .1665, .2167, .1364);
        row(7, 3, .2917, .4917, .1791, .2167, .1364);
        row(8, 2, .1458, .4917, .1791, .3625, .1704);
        row(9, 1, .1458, .4917, .1791, .3625, .1704);
        row(10, 1, .1458, .4917, .1791, .3625, .1704);
    }
    void competingCauses()
    {
        QFETCH(qint64, age);
        const auto known = aalenJohansen(TenAges, TenOutcomes, 2).at(age);
        QVERIFY(known);
        QTEST(known->open.atRisk, "atRisk");
        const auto check = [](double value, const char *column) {
            return isTo4Digits(
                value, *static_cast<double *>(QTest::qData(column, QMetaType::Double)));
        };
        QVERIFY(check(known->open.survival, "open"));
        QVERIFY(check(known->causes[0].incidence, "won"));
        QVERIFY(check(known->causes[0].error, "wonError"));
        QVERIFY(check(known->causes[1].incidence, "lost"));
        QVERIFY(check(known->causes[1].error, "lostError"));
    }

    void bandOfACause()
    {
        const OutcomeCurves curves = aalenJohansen(TenAges, TenOutcomes, 2);
        const auto band = curves.at(7)->causes[0].band;
        QVERIFY(band);
        QVERIFY2(isTo4Digits(band->low, .2164), qPrintable(QString::number(band->low)));
        QVERIFY2(isTo4Digits(band->high, .8471), qPrintable(QString::number(band->high)));
        QVERIFY(!curves.at(1)->causes[1].band); // nobody lost yet: no interval of width 0
        QVERIFY(!curves.at(11));
    }

    void eventsOfACauseAreThoseOfTheAge()
    {
        const OutcomeCurves curves = aalenJohansen(TenAges, TenOutcomes, 2);
        QCOMPARE(curves.at(3)->causes[0].events, 1);
        QCOMPARE(curves.at(3)->open.events, 1);
        QCOMPARE(curves.at(3)->open.censored, 1);
        QCOMPARE(curves.at(4)->causes[0].events, 0);
        QCOMPARE(curves.at(4)->causes[1].events, 1);
        QCOMPARE(curves.at(9)->causes[1].events, 0);
    }

    void aCauseOfEverybodyIsCertain()
    {
        AgeTally tally(2);
        for (const qint64 age : {3, 5, 6, 7, 9, 11, 13})
            tally.add(age, 1);
        const auto end = aalenJohansen(tally).at(13);
        QVERIFY(end);
        QVERIFY(qAbs(end->causes[0].incidence - 1) < 1e-12);
        QCOMPARE(end->causes[0].error, 0.);
        QVERIFY(!end->causes[0].band);
        QCOMPARE(end->causes[1], IncidenceStep());
    }
};

PULLPUSH_TEST(TestSurvival)
#include "tst_survival.moc"
