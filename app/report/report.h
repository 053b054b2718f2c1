// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfacts.h"
#include "analytics/chartfilter.h"
#include "analytics/conversioncredit.h"
#include "analytics/funnel.h"
#include "domain/chartsets.h"
#include "domain/peoplechoice.h"
#include "report/funnelreport.h"
#include "report/reportdocument.h"

#include <QStringList>

#include <functional>
#include <initializer_list>
#include <memory>

/// Which of the team's pipelines a chart shows.
struct ShownPipeline
{
    int number = 1; ///< of the version, from 1
    qint64 since = 0; ///< Unix milliseconds; 0: from the beginning
};

/// What a report is made of: immutable, so that it may be made on any thread.
struct ReportData
{
    ColumnsPointer columns;
    ChartFacts facts = {}; ///< those that the report needs
    ShownPipeline pipeline = {};
};

/// What happened on a local day.
struct DayNote
{
    QDate day;
    QString text;

    friend bool operator==(const DayNote &, const DayNote &) = default;
};

/// What is asked of a report. Each takes what it knows of it.
struct ReportQuestion
{
    ChartFilter filter;
    std::optional<int> windowDays = {}; ///< 0 or more
    std::optional<QList<qint64>> ages = {}; ///< in days, 0 or more
    ReachedRule reached = ReachedRule::Passed;
    Breakdown by = Breakdown::None;
    CreditRule credit = {};
    QHash<QString, QString> names =
        {}; ///< of owners by id, and of the groups of a breakdown by their key where it says nothing to people
    QList<DayNote> notes = {}; ///< told in what is drawn over days
    QList<ChartGoal> goals = {}; ///< of any report
    std::optional<DateSpan> compareWith = {}; ///< an earlier span with the same question
    std::optional<QDate> logStart = {}; ///< found by makeReport() for reports that need it
    /// Whom the list finds; who that is stands in the filter once somebody looked.
    std::optional<PeopleChoice> people = {};
};

/// A report as everybody needs it: to be shown, written for other programs, and asked who is behind a figure.
struct Report
{
    Chart chart;
    Chart table; ///< the chart's figures for other programs: with keys in place of names
    ReportDocument document; ///< the same as the command line prints it
    std::function<QList<ProspectId>(PlotRow)>
        people; ///< behind a row of the chart, by id; may run on any thread
    QStringList peopleTitles =
        {}; ///< by row of the chart: what those behind it are called; empty: as the row begins
    std::optional<FunnelReport> funnel = {}; ///< which has a picture of its own
    std::function<QList<ProspectId>(PlotRow, FunnelSegment)> segmentPeople =
        {}; ///< of a funnel: those of a segment behind a row, by id; may run on any thread
    std::shared_ptr<const Report> earlier =
        {}; ///< the same of the span it is compared with; else null
};

/// The facts that a report needs besides the columns: always the same, or as the question is.
class FactNeeds
{
public:
    using Choice = QList<ChartFact> (*)(const ReportQuestion &);

    FactNeeds() = default;
    FactNeeds(std::initializer_list<ChartFact> always)
        : m_always(always)
    { }
    FactNeeds(Choice choice)
        : m_choice(choice)
    { }

    [[nodiscard]] QList<ChartFact> of(const ReportQuestion &question) const
    {
        return m_choice ? m_choice(question) : m_always;
    }

private:
    QList<ChartFact> m_always;
    Choice m_choice = nullptr;
};

/// Of a report that follows paths which may have begun before the record of moves, whatever its span is of.
struct EarlierPaths
{
    QString meaning; ///< translated: what its figures are then, a sentence; empty: it follows none
    bool isOfEverybody = false; ///< what is usual, by everybody's paths, whomever it counts
};

struct ReportKind
{
    /// A part of the question that a report may use besides the filter.
    enum class Part { Window, Reached, Breakdown, Ages, Model, CreditTo, LookBack };

    QString id; ///< stable, as on the command line
    QString name; ///< translated
    QString purpose; ///< translated: the question it answers
    QString spanName; ///< translated: what happened in the filter's span, as the name of a field
    QList<Part> uses; ///< of the question; the others change nothing
    FactNeeds needs;
    /// May run on any thread. Facts that it needs are there.
    std::function<Report(const ReportData &, const ReportQuestion &)> make;
    bool followsEntries =
        false; ///< its shares are of those who entered, whose moves must be on record
    EarlierPaths earlierPaths = {};
    std::optional<int> usualWindowDays =
        {}; ///< the window where the question has none; nothing: any number of days

    /// Whether it depends on the record of moves.
    [[nodiscard]] bool needsRecord() const
    {
        return followsEntries || !earlierPaths.meaning.isEmpty();
    }
};
