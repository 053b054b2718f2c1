// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/stage.h"
#include "domain/touch.h"

#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

/// When a prospect's next step is due. None: nobody planned one.
enum class StepDue { Overdue, Today, Within, None };

template<>
struct EnumText<StepDue>
{
    static constexpr std::pair<StepDue, std::string_view> values[] {{StepDue::Overdue, "overdue"},
        {StepDue::Today, "today"}, {StepDue::Within, "within"}, {StepDue::None, "none"}};
};

/// Which prospects are meant, and in what order a list shows them. Lists, boards, saved filters and charts share it. Every part that is set must hold.
struct ProspectQuery
{
    /// Newest is by when the record was made. Those who have no company, owner, next step or open offer stand at the end in both directions.
    enum class Sort {
        Name,
        LastActivity,
        Newest,
        Stage,
        Company,
        Source,
        Owner,
        NextStep,
        OfferValue,
    };
    /// The longest time that a part counts in, in days.
    static constexpr int MostDays = 36500;

    Sort sort = Sort::LastActivity;
    bool descending = true; ///< for Name: Z first; for times: newest first
    QString text; ///< words that names, handles or companies begin with
    QList<StageId> stages; ///< empty: any
    QList<Side> sides; ///< empty: any; the stages of these sides
    std::optional<QString> source;
    std::optional<UserId> owner; ///< a null id: nobody
    bool isMine = false; ///< owned by whoever looks
    QString network; ///< has a handle there; empty: any
    QList<LabelId> labels; ///< has one of these; empty: any
    /// Whose turn it is in the conversations that the viewer may see.
    std::optional<Turn> turn;
    /// Whole days since the last word in the conversations that the viewer may see; somebody without a word matches neither.
    std::optional<int> quietAtLeast;
    std::optional<int> quietAtMost;
    std::optional<StepDue> step;
    int stepDays = 7; ///< of StepDue::Within, from today on
    std::optional<TouchKind> touch;
    PostId touchPost; ///< null: any
    int touchDays = 0; ///< the touch is at most that old; 0: any time
    std::optional<bool> doNotContact;
    QString company; ///< its name; empty: any
    CustomFieldId field; ///< null: any
    QString fieldValue; ///< what `field` says, as a CustomValue does
    /// The viewer's private circle. Otherwise nobody of anybody's circle is listed or counted.
    bool privateCircle = false;
    /// Exactly these, where set: the people behind a bar of a chart. The list's title is
    /// `onlyTitle`.
    std::optional<QList<ProspectId>> only;
    QString onlyTitle;

    friend bool operator==(const ProspectQuery &, const ProspectQuery &) = default;
};

template<>
struct EnumText<ProspectQuery::Sort>
{
    using Sort = ProspectQuery::Sort;
    static constexpr std::pair<Sort, std::string_view> values[] {{Sort::Name, "name"},
        {Sort::LastActivity, "last-activity"}, {Sort::Newest, "newest"}, {Sort::Stage, "stage"},
        {Sort::Company, "company"}, {Sort::Source, "source"}, {Sort::Owner, "owner"},
        {Sort::NextStep, "next-step"}, {Sort::OfferValue, "offer-value"}};
};

/// The day that a query's days count from, and the zone in which it is that day.
struct QueryDay
{
    QDate today;
    QTimeZone zone = QTimeZone::utc();
};

/// Whether \a query leaves anybody out; the order does not count.
[[nodiscard]] bool isFiltered(const ProspectQuery &query);
/// A query without any part, in the order of \a query.
[[nodiscard]] ProspectQuery withoutFilters(const ProspectQuery &query);
/// Whether \a sort begins with the greatest unless somebody turns it round: times and sums do, words do not.
[[nodiscard]] bool beginsDescending(ProspectQuery::Sort sort);
/// The query as JSON, for a saved filter: parts that are not set are left out, and the same query is the same text.
[[nodiscard]] QString queryText(const ProspectQuery &query);
/// What queryText() wrote. Errors: Rejected, naming the part that is unknown or wrong.
[[nodiscard]] Result<ProspectQuery> queryFromText(const QString &text);

/// A sum of offers in one currency.
struct ValueSum
{
    QString currency; ///< ISO 4217
    qint64 minor = 0; ///< minor units of `currency`

    friend bool operator==(const ValueSum &, const ValueSum &) = default;
};

/// One line of the prospect list. No private content: whose turn it is, and when the last word was, come from conversations
/// that the viewer may see.
struct ProspectRow
{
    ProspectId id;
    QString name;
    QString company;
    StageId stage;
    QString source;
    UserId owner;
    Moment firstSeen {0, Precision::Unknown};
    /// Unix milliseconds, 0 is never. Of what the team may know and of words the viewer may see; lists are sorted by the former alone, so that
    /// their order tells nothing.
    qint64 lastActivityAt = 0;
    qint64 lastWordAt = 0; ///< Unix milliseconds, 0 where nothing was said
    int unanswered = 0; ///< their messages since our last word, in conversations the viewer may see
    Turn turn = Turn::Nobody;
    QDate nextStep; ///< the day of the earliest open one; invalid where there is none
    QList<ValueSum> openOffers; ///< by currency
    QList<LabelId> labels;
    QStringList networks; ///< where they have a handle
    bool doNotContact = false;

    friend bool operator==(const ProspectRow &, const ProspectRow &) = default;
};

/// How many prospects stand in a stage, and what their open offers are worth.
struct StageTotal
{
    StageId stage;
    qint64 prospects = 0;
    QList<ValueSum> openOffers; ///< by currency

    friend bool operator==(const StageTotal &, const StageTotal &) = default;
};
