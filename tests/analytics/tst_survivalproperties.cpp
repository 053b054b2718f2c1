// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/survival.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <rapidcheck.h>

namespace {

constexpr int Won = 0; ///< the index of a cause
constexpr double Rounding = 1e-12;

struct Observed
{
    std::vector<qint64> ages;
    std::vector<quint8> outcomes;

    [[nodiscard]] size_t size() const { return ages.size(); }
    void add(qint64 age, quint8 outcome)
    {
        ages.push_back(age);
        outcomes.push_back(outcome);
    }
};

/// Few ages and many of them the same, or many different ones. Outcomes from \a lowest to \a causes.
Observed anyObserved(int causes, int lowest = AgeTally::StillOpen)
{
    using rc::gen::inRange;
    const int highest = *rc::gen::element(4, 40, 2000);
    const auto drawn = *rc::gen::container<std::vector<std::pair<int, int>>>(
        rc::gen::pair(inRange(0, highest), inRange(lowest, causes + 1)));
    Observed observed;
    for (const auto &[age, outcome] : drawn)
        observed.add(age, quint8(outcome));
    return observed;
}

/// Outcomes put in place of others: \a by[outcome].
Observed renamed(Observed observed, const std::vector<quint8> &by)
{
    for (quint8 &outcome : observed.outcomes)
        outcome = by[outcome];
    return observed;
}

OutcomeCurves curvesOf(const Observed &observed, int causes)
{
    return aalenJohansen(observed.ages, observed.outcomes, causes);
}

SurvivalCurve curveOf(const Observed &observed)
{
    return kaplanMeier(observed.ages, observed.outcomes);
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < Rounding;
}

bool contains(const std::optional<Interval> &band, double share)
{
    return !band
        || (band->low >= 0 && band->low <= share && share <= band->high && band->high <= 1);
}

/// The delta method's variance of F at a step, as the sum that books give (Marubini & Valsecchi
/// 1995).
double deltaVariance(const OutcomeCurves &curves, int cause, qsizetype at)
{
    const QList<IncidenceStep> &incidence = curves.causes[cause];
    double sum = 0;
    double before = 1; // S before the step
    for (qsizetype i = 0; i <= at; ++i) {
        const SurvivalStep &step = curves.open.steps[i];
        const auto n = double(step.atRisk);
        const auto all = double(step.events);
        const auto own = double(incidence[i].events);
        const double further = incidence[at].incidence - incidence[i].incidence;
        if (step.events < step.atRisk)
            sum += further * further * all / (n * (n - all));
        sum += before * before * own * (n - own) / (n * n * n);
        sum -= 2 * further * before * own / (n * n);
        before = step.survival;
    }
    return sum;
}

} // namespace

class TestSurvivalProperties : public QObject
{
    Q_OBJECT
private slots:
    void everybodyIsSomewhere()
    {
        QVERIFY(rc::check("the shares add up to 1, S never rises and F never falls", [] {
            const OutcomeCurves curves = curvesOf(anyObserved(3), 3);
            SurvivalStep before;
            QList<double> reached(3, 0);
            for (qsizetype i = 0; i < curves.open.steps.size(); ++i) {
                const SurvivalStep &step = curves.open.steps[i];
                RC_ASSERT((i == 0 || step.age > before.age));
                RC_ASSERT((step.survival <= before.survival && step.survival >= 0));
                RC_ASSERT(contains(step.band, step.survival));
                double sum = step.survival;
                qint64 events = 0;
                for (int cause = 0; cause < 3; ++cause) {
                    const IncidenceStep &part = curves.causes[cause][i];
                    RC_ASSERT(part.incidence >= reached[cause]);
                    RC_ASSERT(contains(part.band, part.incidence));
                    reached[cause] = part.incidence;
                    sum += part.incidence;
                    events += part.events;
                }
                RC_ASSERT(isNear(sum, 1));
                RC_ASSERT(events == step.events);
                before = step;
            }
        }));
        QVERIFY(rc::check("who ends at an age is not at risk at the next", [] {
            const Observed observed = anyObserved(2);
            const SurvivalCurve curve = curveOf(observed);
            RC_ASSERT(curve.n == qint64(observed.size()));
            RC_ASSERT(curve.n == curve.events + curve.censored);
            qint64 atRisk = curve.n;
            for (const SurvivalStep &step : curve.steps) {
                RC_ASSERT(step.atRisk == atRisk);
                atRisk -= step.events + step.censored;
            }
            RC_ASSERT(atRisk == 0);
        }));
    }

    void againstKaplanMeier()
    {
        QVERIFY(rc::check("never more won than where the lost are taken as censored", [] {
            const Observed observed = anyObserved(2);
            const OutcomeCurves curves = curvesOf(observed, 2);
            const SurvivalCurve naive = curveOf(renamed(observed, {0, 1, 0}));
            RC_ASSERT(naive.steps.size() == curves.open.steps.size());
            for (qsizetype i = 0; i < naive.steps.size(); ++i)
                RC_ASSERT(
                    curves.causes[Won][i].incidence <= 1 - naive.steps[i].survival + Rounding);
        }));
        QVERIFY(rc::check("the same where nobody is lost", [] {
            const Observed observed = anyObserved(1);
            const OutcomeCurves curves = curvesOf(observed, 2);
            const SurvivalCurve curve = curveOf(observed);
            RC_ASSERT(curves.open == curve);
            for (qsizetype i = 0; i < curve.steps.size(); ++i) {
                const SurvivalStep &step = curve.steps[i];
                const IncidenceStep &won = curves.causes[Won][i];
                RC_ASSERT(isNear(won.incidence, 1 - step.survival));
                RC_ASSERT(isNear(won.error * won.error, step.error * step.error));
                RC_ASSERT(won.band.has_value() == step.band.has_value());
                RC_ASSERT((!won.band || std::abs(won.band->low + step.band->high - 1) < 1e-6));
                RC_ASSERT((!won.band || std::abs(won.band->high + step.band->low - 1) < 1e-6));
                RC_ASSERT(curves.causes[1][i] == IncidenceStep());
            }
        }));
    }

    void theInputsForm()
    {
        QVERIFY(rc::check("the order changes nothing", [] {
            const Observed observed = anyObserved(2);
            std::vector<size_t> order(observed.size());
            for (size_t i = 0; i < order.size(); ++i)
                order[i] = i;
            std::mt19937 random(*rc::gen::arbitrary<quint32>());
            std::ranges::shuffle(order, random);
            Observed mixed;
            for (const size_t i : order)
                mixed.add(observed.ages[i], observed.outcomes[i]);
            RC_ASSERT(curvesOf(mixed, 2) == curvesOf(observed, 2));
        }));
        QVERIFY(rc::check("counts say as much as observations", [] {
            const Observed observed = anyObserved(1);
            std::vector<AgeCount> counts;
            for (size_t i = 0; i < observed.size(); ++i) {
                const qint64 event = observed.outcomes[i];
                counts.push_back({observed.ages[i], event, 1 - event});
            }
            RC_ASSERT(kaplanMeier(counts) == curveOf(observed));
        }));
        QVERIFY(rc::check("the unit of time changes nothing but the ages", [] {
            const Observed observed = anyObserved(2);
            const qint64 unit = *rc::gen::element<qint64>(7, 1000, 86'400'000);
            Observed finer = observed;
            for (qint64 &age : finer.ages)
                age *= unit;
            OutcomeCurves expected = curvesOf(observed, 2);
            for (SurvivalStep &step : expected.open.steps)
                step.age *= unit;
            RC_ASSERT(curvesOf(finer, 2) == expected);
        }));
    }

    void causesAreParts()
    {
        QVERIFY(rc::check("two causes taken as one are the sum of both", [] {
            const Observed observed = anyObserved(3);
            const OutcomeCurves apart = curvesOf(observed, 3);
            const OutcomeCurves merged = curvesOf(renamed(observed, {0, 1, 2, 2}), 2);
            RC_ASSERT(apart.open == merged.open);
            RC_ASSERT(apart.causes[0] == merged.causes[0]);
            for (qsizetype i = 0; i < apart.open.steps.size(); ++i)
                RC_ASSERT(isNear(merged.causes[1][i].incidence,
                    apart.causes[1][i].incidence + apart.causes[2][i].incidence));
        }));
    }

    void variances()
    {
        QVERIFY(rc::check("the errors are those of the delta method", [] {
            const OutcomeCurves curves = curvesOf(anyObserved(2), 2);
            for (qsizetype i = 0; i < curves.open.steps.size(); ++i) {
                for (const int cause : {0, 1}) {
                    const double error = curves.causes[cause][i].error;
                    RC_ASSERT(isNear(error * error, deltaVariance(curves, cause, i)));
                }
            }
        }));
        QVERIFY(rc::check("shares of n where nobody is censored", [] {
            const Observed observed = anyObserved(2, 1);
            const OutcomeCurves curves = curvesOf(observed, 2);
            const auto n = double(observed.size());
            for (const int cause : {0, 1}) {
                qint64 events = 0;
                for (const IncidenceStep &step : curves.causes[cause]) {
                    events += step.events;
                    const double share = double(events) / n;
                    RC_ASSERT(isNear(step.incidence, share));
                    RC_ASSERT(isNear(step.error * step.error, share * (1 - share) / n));
                }
            }
        }));
    }

    void atAnyAge()
    {
        QVERIFY(rc::check("the last step's share, and those observed as long", [] {
            const Observed observed = anyObserved(2);
            const OutcomeCurves curves = curvesOf(observed, 2);
            const qint64 age = *rc::gen::inRange<qint64>(0, 50);
            const qint64 atRisk =
                std::ranges::count_if(observed.ages, [age](qint64 one) { return one >= age; });
            const auto known = curves.at(age);
            RC_ASSERT(known.has_value() == (atRisk > 0));
            if (!known)
                return;
            double open = 1;
            double won = 0;
            for (qsizetype i = 0; i < curves.open.steps.size(); ++i) {
                if (curves.open.steps[i].age <= age) {
                    open = curves.open.steps[i].survival;
                    won = curves.causes[Won][i].incidence;
                }
            }
            RC_ASSERT(known->open.atRisk == atRisk);
            RC_ASSERT(known->open.age == age);
            RC_ASSERT(known->open.survival == open);
            RC_ASSERT(known->causes[Won].incidence == won);
        }));
        QVERIFY(rc::check("a quantile is the first age that has it", [] {
            const SurvivalCurve curve = curveOf(anyObserved(1));
            const double share = *rc::gen::element(.1, .25, .5, .75, .9);
            const auto age = curve.quantile(share);
            for (const SurvivalStep &step : curve.steps) {
                const bool isReached = age && step.age >= *age;
                RC_ASSERT(isReached == (step.survival <= 1 - share + 1e-9));
            }
        }));
    }
};

PULLPUSH_TEST(TestSurvivalProperties)
#include "tst_survivalproperties.moc"
