// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dayswork.h"

#include "base/text.h"
#include "domain/workdays.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace {
bool isAwake(const Conversation &conversation, QDate today)
{
    return conversation.closedAt == 0
        && (!conversation.snoozedUntil || *conversation.snoozedUntil <= today);
}
} // namespace

ColdLimits WorkRules::coldLimits(QDate today, const QTimeZone &zone)
{
    // The day that is so many days ago counts whole, hence the start of the one after it.
    const auto before = [&](int days) { return startOfDay(today.addDays(1 - days), zone); };
    return {.today = today,
        .firstWordBefore = before(GoingCold::FirstWordDays),
        .laterWordBefore = before(GoingCold::LaterWordDays),
        .forgottenBefore = before(GoingCold::ForgottenDays)};
}

QDate WorkRules::dayOf(const FollowUp &step)
{
    return step.snoozedUntil.value_or(step.dueOn);
}

bool WorkRules::isDue(const FollowUp &step, QDate today)
{
    return step.doneAt == 0 && dayOf(step) <= today;
}

bool WorkRules::isOurTurn(const Conversation &conversation, QDate today)
{
    return conversation.turn == Turn::We && isAwake(conversation, today);
}

bool WorkRules::isUnanswered(const Conversation &conversation, const ColdLimits &limits)
{
    const qint64 before =
        conversation.unreturned >= 2 ? limits.laterWordBefore : limits.firstWordBefore;
    return conversation.turn == Turn::They && isAwake(conversation, limits.today)
        && conversation.lastMessageAt < before;
}

bool WorkRules::isLate(const Offer &offer, QDate today)
{
    return offer.state == OfferState::Open && offer.expectedOn.isValid()
        && offer.expectedOn < today;
}

bool WorkRules::isForgotten(
    const Prospect &prospect, const QList<StageId> &warm, const ColdLimits &limits)
{
    return warm.contains(prospect.stage) && prospect.doNotContactSince == 0
        && prospect.lastActivityAt < limits.forgottenBefore;
}

QList<StageId> WorkRules::warmStages(const QList<Stage> &stages)
{
    const QList<Stage> steps = pipelineSteps(stages);
    QList<StageId> warm;
    for (qsizetype i = 1; i < steps.size(); ++i) {
        if (steps.at(i).side == Side::Pull && steps.at(i).kind == StageKind::Open)
            warm << steps.at(i).id;
    }
    return warm;
}

int WorkRules::daysLeft(qint64 dueAt, qint64 now, const QTimeZone &zone)
{
    // What is due at midnight is due at the end of the day before.
    return Workdays::daysBetween(localDay(now, zone), localDay(dueAt - 1, zone));
}

QDate WorkRules::nextWeek(QDate today)
{
    return today.addDays(8 - today.dayOfWeek());
}

qint64 WorkRow::id() const
{
    if (step)
        return step->id.value();
    if (conversation)
        return conversation->id.value();
    if (handover)
        return handover->id.value();
    if (post)
        return post->variant.value();
    return offer ? offer->id.value() : person.id.value();
}

WorkSection sectionOf(WorkReason reason)
{
    switch (reason) {
    case WorkReason::Due:
        return WorkSection::FollowUps;
    case WorkReason::TheyWait:
        return WorkSection::YourTurn;
    case WorkReason::Offered:
        return WorkSection::Handovers;
    case WorkReason::LateOffer:
    case WorkReason::Unanswered:
    case WorkReason::Forgotten:
        return WorkSection::GoingCold;
    case WorkReason::ToPost:
        return WorkSection::Posts;
    case WorkReason::ToApprove:
        return WorkSection::Approvals;
    }
    Q_UNREACHABLE();
}

WorkQuery WorkRules::workQuery(
    const Viewer &viewer, QDate today, const QTimeZone &zone, const QList<Stage> &stages)
{
    WorkQuery query;
    query.viewer = viewer;
    query.today = today;
    query.cold = coldLimits(today, zone);
    query.warm = warmStages(stages);
    for (const Stage &stage : stages) {
        if (stage.kind == StageKind::Exit)
            query.exits << stage.id;
    }
    query.decidedSince = startOfDay(today.addDays(-DecidedShownDays), zone);
    return query;
}

QList<WorkRow> WorkRules::onceEach(const QList<WorkRow> &rows)
{
    QList<WorkRow> once;
    QSet<ProspectId> known;
    for (const WorkRow &row : rows) {
        if (!row.person.id.isNull()) {
            if (known.contains(row.person.id))
                continue;
            known.insert(row.person.id);
        }
        once << row;
    }
    return once;
}

QString WorkRules::oneLine(const QString &text, int length)
{
    QString line = text.simplified();
    if (line.size() <= length)
        return line;
    const QList<qsizetype> ends = graphemeEnds(line);
    const auto beyond = std::ranges::upper_bound(ends, qsizetype(length) - 1);
    line.truncate(beyond == ends.begin() ? 0 : *std::prev(beyond));
    return line.trimmed() + u'…';
}
