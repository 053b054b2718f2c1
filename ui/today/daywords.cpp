// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/daywords.h"

#include "base/moment.h"
#include "ui_common/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace {
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DayWords)
};
constexpr int MostTouches = 3;

QString dayOfInstant(qint64 ms, const DayContext &context)
{
    return DayWords::pastDay(localDay(ms, context.zone), context.today, context.locale);
}

int daysSince(QDate day, const DayContext &context)
{
    return int(day.daysTo(context.today));
}

QString nameOf(UserId user, const DayContext &context)
{
    const QString name = context.userName && !user.isNull() ? context.userName(user) : QString();
    return name.isEmpty() ? Words::tr("somebody") : name;
}

QString touchWords(const WarmTouch &touch, const DayContext &context)
{
    const bool named = !touch.title.isEmpty();
    QString words;
    switch (touch.touch.kind) {
    case TouchKind::Saw:
        words = named ? Words::tr("saw “%1”").arg(touch.title) : Words::tr("saw us");
        break;
    case TouchKind::Reacted:
        words =
            named ? Words::tr("reacted to “%1”").arg(touch.title) : Words::tr("reacted to a post");
        break;
    case TouchKind::Commented:
        words = named ? Words::tr("commented on “%1”").arg(touch.title)
                      : Words::tr("commented on a post");
        break;
    case TouchKind::Shared:
        words = named ? Words::tr("shared “%1”").arg(touch.title) : Words::tr("shared a post");
        break;
    case TouchKind::Clicked:
        words =
            named ? Words::tr("clicked on “%1”").arg(touch.title) : Words::tr("clicked on a link");
        break;
    case TouchKind::Mentioned:
        words = named ? Words::tr("mentioned “%1”").arg(touch.title) : Words::tr("mentioned us");
        break;
    case TouchKind::Referred:
        words = Words::tr("was referred to us");
        break;
    case TouchKind::Reviewed:
        words = Words::tr("wrote a review");
        break;
    }
    if (touch.touch.at.precision == Precision::Unknown)
        return words;
    //: What a prospect did, and on which day.
    return Words::tr("%1 (%2)").arg(words, dayOfInstant(touch.touch.at.ms, context));
}

QString warmedBy(const WorkRow &row, const DayContext &context)
{
    QStringList parts;
    // The newest say most of why now.
    for (qsizetype i = row.touches.size() - 1; i >= 0 && parts.size() < MostTouches; --i)
        parts << touchWords(row.touches.at(i), context);
    if (row.touches.size() > parts.size())
        parts << Words::tr("%n more touch(es)", nullptr, int(row.touches.size() - parts.size()));
    if (parts.isEmpty())
        return row.handover->note;
    return parts.join(u" · "_s);
}

QString handoverWhy(const WorkRow &row, const DayContext &context)
{
    const Handover &handover = *row.handover;
    if (!context.isMarketing) {
        const QString warmth = warmedBy(row, context);
        const QString from = Words::tr("From %1").arg(nameOf(handover.offeredBy, context));
        //: %1 says who hands the prospect over, %2 what warmed them.
        return warmth.isEmpty() ? from : Words::tr("%1: %2").arg(from, warmth);
    }
    switch (handover.state) {
    case HandoverState::Offered:
        return handover.offeredTo.isNull()
            ? Words::tr("Offered to whoever takes it first")
            : Words::tr("Offered to %1").arg(nameOf(handover.offeredTo, context));
    case HandoverState::Accepted:
        return Words::tr("Accepted by %1").arg(nameOf(handover.decidedBy, context));
    case HandoverState::Returned:
        return Words::tr("Returned by %1: %2")
            .arg(nameOf(handover.decidedBy, context), handover.reason);
    case HandoverState::Withdrawn:
        return Words::tr("Withdrawn");
    }
    Q_UNREACHABLE();
}

QString handoverWhen(const Handover &handover, const DayContext &context)
{
    if (handover.state != HandoverState::Offered)
        return dayOfInstant(handover.decidedAt, context);
    if (handover.dueAt == 0)
        return dayOfInstant(handover.offeredAt, context);
    const int left = WorkRules::daysLeft(handover.dueAt, context.now, context.zone);
    if (left > 0)
        return Words::tr("%n working day(s) left", nullptr, left);
    if (left < 0)
        return Words::tr("%n working day(s) over the limit", nullptr, -left);
    const QDate dueOn = localDay(handover.dueAt - 1, context.zone);
    if (handover.dueAt < context.now)
        return dueOn == context.today ? Words::tr("over the limit today")
                                      : Words::tr("over the limit");
    // Only limits of before working days counted end at a weekend.
    return dueOn > context.today ? Words::tr("until the weekend") : Words::tr("until today");
}

QString waitsWhy(const WorkRow &row, const DayContext &context)
{
    const QString since = dayOfInstant(row.since, context);
    const int count = row.conversation->unanswered;
    QString line = count > 0 ? Words::tr("Waits since %1, %n message(s)", nullptr, count).arg(since)
                             : Words::tr("Waits since %1").arg(since);
    if (!row.words.isEmpty()) //: %1 is why, %2 are the last words.
        line = Words::tr("%1: “%2”").arg(line, row.words);
    return line;
}

QString unansweredWhy(const WorkRow &row, const DayContext &context)
{
    const QString since = dayOfInstant(row.since, context);
    const int count = row.conversation->unreturned;
    QString line = count > 1
        ? Words::tr("No answer to %n message(s) since %1", nullptr, count).arg(since)
        : Words::tr("No answer since %1").arg(since);
    if (!row.words.isEmpty())
        line = Words::tr("%1: “%2”").arg(line, row.words);
    return line;
}

/// A conversation that belongs to no prospect yet.
bool isGroupChat(const WorkRow &row)
{
    return row.conversation && row.conversation->prospect.isNull() && row.person.id.isNull();
}

QString lasting(int days)
{
    return days > 0 ? Words::tr("%n day(s)", nullptr, days) : QString();
}
} // namespace

QString DayWords::sectionTitle(WorkSection section, bool isMarketing)
{
    switch (section) {
    case WorkSection::FollowUps:
        return Words::tr("Follow-ups");
    case WorkSection::YourTurn:
        return Words::tr("Your turn");
    case WorkSection::Handovers:
        return isMarketing ? Words::tr("Handed over by you") : Words::tr("Handed over to you");
    case WorkSection::GoingCold:
        return Words::tr("Going cold");
    case WorkSection::Posts:
        return Words::tr("To be posted");
    case WorkSection::Approvals:
        return Words::tr("To be approved");
    }
    Q_UNREACHABLE();
}

QString DayWords::name(const WorkRow &row)
{
    if (row.post)
        return row.post->text.isEmpty() ? Words::tr("Untitled") : row.post->text;
    QString whom = isGroupChat(row) ? row.speaker : displayName(row.person);
    if (isGroupChat(row) && whom.isEmpty())
        whom =
            row.conversation->title.isEmpty() ? Words::tr("A group chat") : row.conversation->title;
    //: %1 is one of those who take part in a conversation.
    return row.others > 0 ? Words::tr("%1 and %n other(s)", nullptr, row.others).arg(whom) : whom;
}

QString DayWords::beside(const WorkRow &row)
{
    if (row.post)
        return {};
    if (!isGroupChat(row))
        return row.company;
    return row.speaker.isEmpty() ? QString() : row.conversation->title;
}

QString DayWords::listTitle(WorkSection section)
{
    switch (section) {
    case WorkSection::FollowUps:
        return Words::tr("Follow-ups due");
    case WorkSection::YourTurn:
        return Words::tr("Your turn");
    case WorkSection::Handovers:
        return Words::tr("Handed over");
    case WorkSection::GoingCold:
        return Words::tr("Going cold");
    case WorkSection::Posts:
    case WorkSection::Approvals:
        return {}; // not about prospects
    }
    Q_UNREACHABLE();
}

QString DayWords::why(const WorkRow &row, const DayContext &context)
{
    switch (row.reason) {
    case WorkReason::Due:
        return row.step->what.isEmpty() ? Words::tr("A next step") : row.step->what;
    case WorkReason::TheyWait:
        return waitsWhy(row, context);
    case WorkReason::Offered:
        return handoverWhy(row, context);
    case WorkReason::LateOffer: {
        const QString day = pastDay(row.offer->expectedOn, context.today, context.locale);
        return row.offer->title.isEmpty()
            ? Words::tr("A decision was expected: %1").arg(day)
            : Words::tr("A decision on “%1” was expected: %2").arg(row.offer->title, day);
    }
    case WorkReason::Unanswered:
        return unansweredWhy(row, context);
    case WorkReason::Forgotten:
        return row.since == 0
            ? Words::tr("Warm, without a word or touch and without a next step")
            : Words::tr("Warm, without a word or touch since %1 and without a next step")
                  .arg(dayOfInstant(row.since, context));
    case WorkReason::ToPost:
        return Words::tr("To be posted on %1").arg(row.company);
    case WorkReason::ToApprove:
        return Words::tr("Waits for your approval, %1").arg(row.company);
    }
    Q_UNREACHABLE();
}

QString DayWords::when(const WorkRow &row, const DayContext &context)
{
    switch (row.reason) {
    case WorkReason::Due: {
        const int late = daysSince(WorkRules::dayOf(*row.step), context);
        return late > 0 ? Words::tr("%n day(s) late", nullptr, late) : Words::tr("today");
    }
    case WorkReason::Offered:
        return handoverWhen(*row.handover, context);
    case WorkReason::ToPost:
    case WorkReason::ToApprove:
        return row.since == 0
            ? QString()
            : Formatting::dateTime(QDateTime::fromMSecsSinceEpoch(row.since, context.zone),
                context.today, context.locale);
    case WorkReason::LateOffer:
        return Words::tr("%n day(s) late", nullptr, daysSince(row.offer->expectedOn, context));
    case WorkReason::TheyWait:
    case WorkReason::Unanswered:
    case WorkReason::Forgotten:
        return row.since == 0 ? QString()
                              : lasting(daysSince(localDay(row.since, context.zone), context));
    }
    Q_UNREACHABLE();
}

bool DayWords::isOverdue(const WorkRow &row, const DayContext &context)
{
    switch (row.reason) {
    case WorkReason::Due:
        return WorkRules::dayOf(*row.step) < context.today;
    case WorkReason::Offered:
        return row.handover->state == HandoverState::Offered && row.handover->dueAt != 0
            && row.handover->dueAt < context.now;
    case WorkReason::LateOffer:
        return true;
    case WorkReason::ToPost:
        return localDay(row.since, context.zone) < context.today;
    case WorkReason::ToApprove:
        return row.since != 0 && row.since < context.now;
    case WorkReason::TheyWait:
    case WorkReason::Unanswered:
    case WorkReason::Forgotten:
        return false;
    }
    Q_UNREACHABLE();
}

QString DayWords::rule(WorkReason reason)
{
    switch (reason) {
    case WorkReason::Due:
        return Words::tr("A next step of yours, or of nobody, is due today or earlier.");
    case WorkReason::TheyWait:
        return Words::tr("Theirs was the last word of a conversation that you own.");
    case WorkReason::Offered:
        return Words::tr("Marketing offers a warm prospect with the touches that warmed them.");
    case WorkReason::LateOffer:
        return Words::tr("The offer is open after the day on which a decision was expected, and "
                         "there is no next step.");
    case WorkReason::Unanswered:
        return Words::tr("Our last word has no answer after %1 days, a second one after %2 days, "
                         "and there is no next step.")
            .arg(GoingCold::FirstWordDays)
            .arg(GoingCold::LaterWordDays);
    case WorkReason::Forgotten:
        return Words::tr("A warm prospect goes cold after %1 days without a word, a touch or a "
                         "move, where there is no next step.")
            .arg(GoingCold::ForgottenDays);
    case WorkReason::ToPost:
        return Words::tr("It is scheduled, its time has come, and nobody posted it yet.");
    case WorkReason::ToApprove:
        return Words::tr("It is in review, and you may approve it.");
    }
    Q_UNREACHABLE();
}

QString DayWords::nothing(const ComingWork &coming, const DayContext &context)
{
    if (!coming.day.isValid())
        return Words::tr("Nothing waits for you today, and nothing is planned.");
    const QString day = Formatting::dayWithin(coming.day, context.today, context.locale);
    const QString what = coming.first.step ? coming.first.step->what : QString();
    const QString first = what.isEmpty() ? name(coming.first)
                                         //: A next step: with whom, and what is to be done.
                                         : Words::tr("%1 (%2)").arg(name(coming.first), what);
    const int others = int(coming.count) - 1;
    return others > 0
        ? Words::tr("Nothing waits for you today. Next: %1, %2, and %n more.", nullptr, others)
              .arg(first, day)
        : Words::tr("Nothing waits for you today. Next: %1, %2.").arg(first, day);
}

QString DayWords::more(const WorkPage &page, const QLocale &locale)
{
    const QString count = Formatting::number(page.more(), locale);
    return page.isCapped() ? Words::tr("and more than %1 more").arg(count)
                           : Words::tr("and %1 more").arg(count);
}

QString DayWords::unsearched(const WorkPage &page, const QLocale &locale)
{
    const QString count = Formatting::number(page.more(), locale);
    return page.isCapped() ? Words::tr("and more than %1 more, not searched").arg(count)
                           : Words::tr("and %1 more, not searched").arg(count);
}

QStringList DayWords::searchedTexts(const WorkRow &row)
{
    QStringList texts {name(row), beside(row), row.company, row.words};
    if (row.step)
        texts << row.step->what;
    if (row.offer)
        texts << row.offer->title;
    if (row.handover)
        texts << row.handover->note;
    return texts;
}

QString DayWords::pastDay(QDate day, QDate today, const QLocale &locale)
{
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return Words::tr("today");
    if (ago == 1)
        return Words::tr("yesterday");
    if (ago > 1 && ago <= 6)
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::LongFormat);
    return day.year() == today.year() ? Formatting::dayMonth(day, locale)
                                      : Formatting::date(day, locale);
}
