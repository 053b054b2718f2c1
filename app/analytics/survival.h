// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/wilson.h"

#include <QList>

#include <optional>
#include <span>
#include <vector>

/// Observations counted by age and outcome, in any order: all that the estimates below need.
///
/// An age is in whole units of time since the beginning of what is observed, 0 or more; the unit is
/// the caller's (days in most charts) and the same throughout. Ages below 0 are dated before their
/// beginning and are left out of every figure, of n too. An outcome is StillOpen (censored at that
/// age) or 1 + the index of the cause that ended the observation, such as won and lost. Counting
/// costs one addition for ages below DenseAges; those beyond are sorted when they are read.
class AgeTally
{
public:
    static constexpr quint8 StillOpen = 0;
    static constexpr qint64 DenseAges = 65536;

    /// The ages at which something happened, ascending.
    struct Table
    {
        std::vector<qint64> ages;
        std::vector<qint64> counts; ///< [age's index][outcome], causes + 1 of them an age
    };

    /// \a causes: 1 to 255.
    explicit AgeTally(int causes = 1);

    /// Counts \a count (0 or more) observations that ended at \a age with \a outcome (0 to
    /// causes()).
    void add(qint64 age, int outcome, qint64 count = 1)
    {
        Q_ASSERT(outcome >= 0 && outcome <= m_causes && count >= 0);
        if (age < 0 || count == 0)
            return;
        if (age >= DenseAges) {
            m_beyond.push_back({age, outcome, count});
            return;
        }
        const size_t row = size_t(age) * width();
        if (row >= m_dense.size())
            m_dense.resize(row + width());
        m_dense[row + size_t(outcome)] += count;
    }
    [[nodiscard]] int causes() const { return m_causes; }
    /// Counts of an age in a table: one for each cause, and those still open.
    [[nodiscard]] size_t width() const { return size_t(m_causes) + 1; }
    [[nodiscard]] Table table() const;

private:
    struct Beyond
    {
        qint64 age;
        int outcome;
        qint64 count;
    };

    int m_causes;
    std::vector<qint64> m_dense; ///< [age][outcome]
    std::vector<Beyond> m_beyond;
};

/// How many observations ended at an age, and how many were still open at it.
struct AgeCount
{
    qint64 age = 0;
    qint64 events = 0;
    qint64 censored = 0;
};

/// What is known at an age. Those censored at an age were at risk at it: events come first.
struct SurvivalStep
{
    qint64 age = 0;
    qint64 atRisk = 0; ///< observed up to this age or longer
    qint64 events = 0; ///< at exactly this age
    qint64 censored = 0; ///< at exactly this age
    double survival = 1; ///< S(age), 0…1: the share that has no event up to and including this age
    double error = 0; ///< Greenwood's standard error of S; 0 where S is 0 or 1
    std::optional<Interval> band; ///< 95 % for S at this age; nothing where S is 0 or 1

    friend bool operator==(const SurvivalStep &, const SurvivalStep &) = default;
};

/// A step function: S is 1 before the first step and keeps a step's value until the next. Without
/// observations there are no steps, and nothing is known at any age.
struct SurvivalCurve
{
    qint64 n = 0; ///< observations
    qint64 events = 0;
    qint64 censored = 0;
    QList<SurvivalStep>
        steps; ///< each age at which somebody had an event or was censored, ascending

    /// The state at any age: between two steps S, error and band are those of the step before.
    /// Nothing for ages below 0 and beyond the last step, where nobody is observed any more.
    [[nodiscard]] std::optional<SurvivalStep> at(qint64 age) const;
    /// The first age by which \a share (above 0, at most 1) had an event, that is S <= 1 - share;
    /// nothing where S never falls so low.
    [[nodiscard]] std::optional<qint64> quantile(double share) const;
    [[nodiscard]] std::optional<qint64> median() const { return quantile(.5); }

    friend bool operator==(const SurvivalCurve &, const SurvivalCurve &) = default;
};

/// The Kaplan–Meier estimate (Kaplan & Meier 1958), in which every cause is an event. The error is
/// Greenwood's (1926), S² Σ d / (n (n - d)) being its square; the band is that of log(-log S)
/// (Kalbfleisch & Prentice 1980), S^exp(±1.96 error / (S log S)), which stays within 0…1 and is for
/// each age by itself. With people who leave another way, do not censor them to get a rate of
/// winning: it would be too high. May run on any thread.
[[nodiscard]] SurvivalCurve kaplanMeier(const AgeTally &tally);
/// Of single observations, two arrays of one length: any outcome but StillOpen is an event.
[[nodiscard]] SurvivalCurve kaplanMeier(
    std::span<const qint64> ages, std::span<const quint8> outcomes);
/// Of counts in any order; those of the same age are added up.
[[nodiscard]] SurvivalCurve kaplanMeier(std::span<const AgeCount> counts);

/// What is known of one cause at an age.
struct IncidenceStep
{
    qint64 events = 0; ///< of this cause, at exactly this age
    double incidence = 0; ///< F(age), 0…1: the share that this cause has ended up to this age
    double error = 0; ///< standard error of F; 0 where F is 0 or 1
    std::optional<Interval> band; ///< 95 % for F at this age; nothing where F is 0 or 1

    friend bool operator==(const IncidenceStep &, const IncidenceStep &) = default;
};

/// All outcomes at an age: the incidences and open.survival add up to 1.
struct OutcomesAt
{
    SurvivalStep open;
    QList<IncidenceStep> causes; ///< by cause
};

/// What becomes of those observed, by age.
struct OutcomeCurves
{
    SurvivalCurve open; ///< the share that no cause has ended
    QList<QList<IncidenceStep>> causes; ///< [cause][index of the step in open.steps]

    /// The state at any age, known where open.at(age) is.
    [[nodiscard]] std::optional<OutcomesAt> at(qint64 age) const;

    friend bool operator==(const OutcomeCurves &, const OutcomeCurves &) = default;
};

/// The Aalen–Johansen estimate for competing causes (Aalen & Johansen 1978): F of a cause is the sum
/// of S before an age × that cause's events / n at risk. The errors are of Greenwood's type, by the
/// recursion (4.4.19) of Andersen, Borgan, Gill & Keiding 1993, "Statistical Models Based on
/// Counting Processes", p. 295; the same as the delta method's sum (Marubini & Valsecchi 1995,
/// chapter 10). The bands of F are those of log(-log(1 - F)), so that with a single cause they
/// mirror those of S. May run on any thread.
[[nodiscard]] OutcomeCurves aalenJohansen(const AgeTally &tally);
/// Of single observations, two arrays of one length; \a causes is 1 to 255, outcomes 0 to \a causes.
[[nodiscard]] OutcomeCurves aalenJohansen(
    std::span<const qint64> ages, std::span<const quint8> outcomes, int causes);
