// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/duepost.h"
#include "domain/handover.h"
#include "domain/offer.h"
#include "domain/prospect.h"
#include "domain/stage.h"
#include "domain/touch.h"
#include "domain/user.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

// What waits for one person on one day, and the rules that say so.

/// The parts of the day's work, in their order.
enum class WorkSection { FollowUps, YourTurn, Handovers, GoingCold, Posts, Approvals };
/// Why a prospect is in the day's work.
enum class WorkReason {
    Due, ///< a follow-up whose day has come
    TheyWait, ///< we owe the next word
    Offered, ///< marketing hands them over, or handed them over
    LateOffer, ///< an open offer whose expected day passed
    Unanswered, ///< our last word got no answer
    Forgotten, ///< a warm prospect without a word or touch
    ToPost, ///< a post whose time has come
    ToApprove, ///< a post that waits for the viewer's approval
};

/// From when on a prospect goes cold.
namespace GoingCold {
inline constexpr int FirstWordDays = 7; ///< without an answer to one word of ours
inline constexpr int LaterWordDays = 14; ///< without an answer to two and more
inline constexpr int ForgottenDays = 21; ///< without a word, a touch or a move of a warm prospect
} // namespace GoingCold

/// The rules as instants (Unix milliseconds) of one day: what is before them goes cold.
struct ColdLimits
{
    QDate today;
    qint64 firstWordBefore = 0;
    qint64 laterWordBefore = 0;
    qint64 forgottenBefore = 0;

    friend bool operator==(const ColdLimits &, const ColdLimits &) = default;
};
namespace WorkRules {
/// A word of seven days ago, by the days of \a zone, is before the limit of seven days, whatever its hour.
[[nodiscard]] ColdLimits coldLimits(QDate today, const QTimeZone &zone);

/// Whether \a step is open and its day, or the day until which it is snoozed, is \a today or earlier.
[[nodiscard]] bool isDue(const FollowUp &step, QDate today);
/// When \a step is due now: the day until which it was snoozed, else its own.
[[nodiscard]] QDate dayOf(const FollowUp &step);
/// Whether we owe the next word of \a conversation, which is neither closed nor snoozed beyond \a today.
[[nodiscard]] bool isOurTurn(const Conversation &conversation, QDate today);
/// Whether our last word of \a conversation, which is neither closed nor snoozed, waits too long for an answer.
[[nodiscard]] bool isUnanswered(const Conversation &conversation, const ColdLimits &limits);
/// Whether \a offer is open and was to be decided before \a today.
[[nodiscard]] bool isLate(const Offer &offer, QDate today);
/// Whether nothing happened with \a prospect, who is in one of \a warm, for too long.
[[nodiscard]] bool isForgotten(
    const Prospect &prospect, const QList<StageId> &warm, const ColdLimits &limits);
/// The stages of \a stages in which a prospect is warm: those of the pull after the first step.
[[nodiscard]] QList<StageId> warmStages(const QList<Stage> &stages);
/// The working days after today until the day on which \a dueAt ends, both Unix milliseconds, by the days of \a zone; negative where it passed. A weekend
/// has the 0 of its Friday.
[[nodiscard]] int daysLeft(qint64 dueAt, qint64 now, const QTimeZone &zone);
/// The next working week: the Monday after \a today.
[[nodiscard]] QDate nextWeek(QDate today);
} // namespace WorkRules

/// A touch that came with a handover, and what it was about.
struct WarmTouch
{
    Touch touch;
    QString title; ///< of the post; empty where there is none

    friend bool operator==(const WarmTouch &, const WarmTouch &) = default;
};

/// One thing to do. What it is about is the value that its reason names.
struct WorkRow
{
    WorkReason reason = WorkReason::Due;
    Prospect person; ///< of a post, and of a group chat without a prospect, one without an id
    QString company; ///< of a post its channel
    std::optional<FollowUp> step;
    std::optional<Conversation> conversation;
    std::optional<Handover> handover;
    std::optional<Offer> offer;
    std::optional<DuePost> post; ///< then there is no person
    QList<WarmTouch> touches; ///< of a handover, oldest first
    qint64 since = 0; ///< Unix milliseconds; 0 where a day says it
    QString speaker; ///< of a conversation without a prospect: who stands for those who take part
    int others =
        0; ///< of a conversation: how many take part besides us and the prospect, or who stands for them
    QString words; ///< the viewer's own conversation: its last message in one line, where wanted

    /// Names the row among those of its section, also after it was read again.
    [[nodiscard]] qint64 id() const;
    friend bool operator==(const WorkRow &, const WorkRow &) = default;
};
[[nodiscard]] WorkSection sectionOf(WorkReason reason);

/// The first rows of a section.
struct WorkPage
{
    /// Nobody is told a number beyond this; counting ends there.
    static constexpr int MostCounted = 10'000;

    QList<WorkRow> rows;
    qint64 total = 0; ///< of all rows, at most MostCounted

    /// How many are not among the rows; at least that many where isCapped().
    [[nodiscard]] qint64 more() const { return total - rows.size(); }
    [[nodiscard]] bool isCapped() const { return total >= MostCounted; }
    friend bool operator==(const WorkPage &, const WorkPage &) = default;
};

/// What comes next where nothing waits: the first day after today with a follow-up, or on which a snoozed conversation is back.
struct ComingWork
{
    QDate day; ///< invalid where nothing is planned
    qint64 count = 0; ///< of what comes on that day, at most some times WorkPage::MostCounted
    WorkRow first; ///< of it, with its prospect, and its follow-up or conversation

    friend bool operator==(const ComingWork &, const ComingWork &) = default;
};

/// For whom the day's work is read, and by what rules.
struct WorkQuery
{
    Viewer viewer;
    QDate today;
    ColdLimits cold;
    QList<StageId> warm;
    QList<StageId> exits; ///< nobody there goes cold any more
    qint64 decidedSince = 0; ///< marketing sees what was decided of its handovers since then

    /// Handovers are what they offered, not what is offered to them.
    [[nodiscard]] bool isMarketing() const { return viewer.role == Role::SocialMediaManager; }
    /// Posts and approvals are a part of their day.
    [[nodiscard]] bool hasPosts() const { return viewer.role != Role::SalesRep; }
};
/// Days for which marketing sees what became of its handovers.
inline constexpr int DecidedShownDays = 14;
namespace WorkRules {
[[nodiscard]] WorkQuery workQuery(
    const Viewer &viewer, QDate today, const QTimeZone &zone, const QList<Stage> &stages);

/// \a rows with each prospect once, by the first of its reasons. Rows without a prospect stay as they are.
[[nodiscard]] QList<WorkRow> onceEach(const QList<WorkRow> &rows);
/// \a text in one line of at most \a length characters, ending with an ellipsis where it was longer. Never splits what is seen as one character.
[[nodiscard]] QString oneLine(const QString &text, int length);
} // namespace WorkRules
