// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/todayactions.h"

#include "session/dayswork.h"
#include "ui_common/icons.h"

#include <QAction>
#include <QApplication>
#include <QCalendarWidget>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

TodayActions::TodayActions(QObject *parent)
    : QObject(parent)
    , open(add("today.open", tr("&Open"), {Qt::Key_Return, Qt::Key_Enter}, u"document-open"))
    , answer(add("today.answer", tr("&Answer"), {Qt::Key_A}, u"mail-reply-sender"))
    , log(add("today.log", tr("&Log a call"), {Qt::Key_L}, u"call-start"))
    , snooze(add("today.snooze", tr("&Snooze…"), {Qt::Key_S}, u"clock"))
    , done(add("today.done", tr("&Done with it"), {Qt::Key_D}, u"dialog-ok-apply"))
    , accept(add("today.accept", tr("&Take over"), {Qt::Key_T}, u"list-add-user"))
    , giveBack(add("today.return", tr("&Return to marketing…"), {Qt::Key_R}, u"edit-undo"))
    , words(add("today.words", tr("Show &words in lists"), {}, u"view-visible"))
    , m_separator(new QAction(this))
    , m_snoozeMenu(std::make_unique<QMenu>(tr("&Snooze")))
{
    m_separator->setSeparator(true);
    words->setCheckable(true);
    words->setToolTip(tr("Shows the last words of your own conversations in the list. Others may "
                         "see your screen."));
    buildSnoozeMenu();
    update({}, false);
}

QAction *TodayActions::add(
    const char *id, const QString &text, const QList<QKeySequence> &keys, const char16_t *icon)
{
    auto *action = new QAction(Icons::named(QString::fromUtf16(icon)), text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // letters are typed elsewhere
    if (!keys.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(text).remove(u'&'), keys.first().toString(QKeySequence::NativeText)));
    return action;
}

void TodayActions::buildSnoozeMenu()
{
    m_snoozeMenu->setObjectName(u"today.snoozeMenu"_s);
    const auto offer = [this](const char *id, const QString &text, auto day) {
        QAction *action = m_snoozeMenu->addAction(text);
        action->setObjectName(QLatin1String(id));
        connect(action, &QAction::triggered, this, [this, day] { emit snoozed(day(m_today)); });
    };
    offer("today.snooze.tomorrow", tr("One &day"), [](QDate today) { return today.addDays(1); });
    offer(
        "today.snooze.threeDays", tr("&Three days"), [](QDate today) { return today.addDays(3); });
    offer("today.snooze.nextWeek", tr("Next &week"),
        [](QDate today) { return WorkRules::nextWeek(today); });
    QMenu *days = m_snoozeMenu->addMenu(tr("Until a &day"));
    m_calendar = new QCalendarWidget;
    m_calendar->setObjectName(u"today.snooze.calendar"_s);
    m_calendar->setAccessibleName(tr("Snooze until"));
    auto *chosen = new QWidgetAction(days);
    chosen->setObjectName(u"today.snooze.day"_s);
    chosen->setDefaultWidget(m_calendar); // which it owns
    days->addAction(chosen);
    const auto choose = [this](QDate day) {
        // The menu, and the one that it may be a part of.
        while (QWidget *popup = QApplication::activePopupWidget()) {
            if (!popup->close())
                break;
        }
        emit snoozed(day);
    };
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
}

QMenu *TodayActions::snoozeMenu(QDate today)
{
    m_today = today;
    m_calendar->setMinimumDate(today.addDays(1));
    m_calendar->setSelectedDate(today.addDays(1));
    return m_snoozeMenu.get();
}

QList<QAction *> TodayActions::ofRows() const
{
    return {accept, giveBack, answer, log, snooze, done, open};
}

QList<QAction *> TodayActions::all() const
{
    return {open, answer, log, snooze, done, accept, giveBack, m_separator, words};
}

bool TodayActions::fits(const QAction &action, const WorkRow &row, bool isMarketing)
{
    const QString id = action.objectName();
    const bool isOffered = row.reason == WorkReason::Offered;
    if (id == "today.accept"_L1 || id == "today.return"_L1)
        return isOffered && !isMarketing;
    if (id == "today.snooze"_L1)
        return DaysWork::canSnooze(row);
    if (id == "today.done"_L1)
        return DaysWork::canClose(row);
    if (id == "today.answer"_L1 || id == "today.log"_L1)
        return !row.post && (!isOffered || !isMarketing);
    return true; // to open it
}

void TodayActions::update(const std::optional<WorkRow> &row, bool isMarketing) const
{
    const auto rowActions = ofRows();
    for (QAction *action : rowActions)
        action->setEnabled(row && fits(*action, *row, isMarketing));
}
