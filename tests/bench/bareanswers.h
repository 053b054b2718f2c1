// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

class BareStore;
class ProspectColumns;

/// One year of one source, or everything.
struct Narrowing
{
    std::optional<QString> source;
    DateSpan span;

    [[nodiscard]] QString words() const;
};

/// Several ways to the same figures, each of one statement or more.
using BareWays = QList<QStringList>;

/// SQL for the figures of a report over the tables of makeBareTables(), as little as gives them. What is made of the figures (estimates, medians, intervals) is
/// left out everywhere, in favour of SQL.
class BareAnswers
{
public:
    /// As of \a now, Unix milliseconds.
    BareAnswers(const ProspectColumns &columns, const Narrowing &narrowing, qint64 now);

    /// None for a report that SQL has no counterpart of.
    [[nodiscard]] BareWays waysTo(const QString &report) const;

private:
    // The reports, in their order.
    [[nodiscard]] BareWays funnel() const;
    [[nodiscard]] BareWays flow() const;
    [[nodiscard]] BareWays moves() const;
    [[nodiscard]] BareWays outcomes() const;
    [[nodiscard]] BareWays timeInStage() const;
    [[nodiscard]] BareWays cohorts() const;
    [[nodiscard]] BareWays trend() const;
    [[nodiscard]] BareWays ageing() const;
    [[nodiscard]] BareWays velocity() const;
    [[nodiscard]] BareWays forecast() const;
    [[nodiscard]] BareWays attribution() const;
    [[nodiscard]] BareWays advocacy() const;
    [[nodiscard]] BareWays handover() const;
    [[nodiscard]] BareWays lostReasons() const;
    [[nodiscard]] BareWays hops() const;
    [[nodiscard]] BareWays activity() const;

    // Conditions, empty where they keep everything.
    [[nodiscard]] QString areWanted(const QString &prospect = QStringLiteral("prospect_id")) const;
    [[nodiscard]] QString inSpan(const QString &time) const;
    [[nodiscard]] QString inDays(const QString &julianDay) const;
    [[nodiscard]] QString havingInSpan(const QString &time) const;
    [[nodiscard]] QString isWon(const QString &stage = QStringLiteral("stage")) const;

    // Selections.
    [[nodiscard]] QString visits(const QString &conditions, const QString &ofVisits) const;
    [[nodiscard]] QString fates(const QString &having) const;
    [[nodiscard]] QString firstEnds(const QString &conditions) const;
    [[nodiscard]] QString closings(const QString &conditions) const;
    [[nodiscard]] QString customers() const;
    [[nodiscard]] QStringList openVisits(bool areOfSpan, bool withContacts) const;
    [[nodiscard]] QStringList chances() const;

    int m_steps; ///< the exits stand behind
    int m_won = 0;
    qint64 m_now;
    std::optional<QString> m_source; ///< as a literal of SQL
    std::optional<qint64> m_from;
    std::optional<qint64> m_to;
    DateSpan m_days;
};

/// Measures statements, each once, since reports share some.
class BareTimes
{
public:
    explicit BareTimes(BareStore &bare)
        : m_bare(bare)
    { }

    /// Milliseconds of the fastest of \a ways; 0 where none can be run.
    [[nodiscard]] double ofFastest(const BareWays &ways);

private:
    [[nodiscard]] double of(const QString &sql);

    BareStore &m_bare;
    QHash<QString, double> m_known;
};
