// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendaractions.h"

#include "ui_common/icons.h"

#include <QAction>
#include <QActionGroup>

CalendarActions::CalendarActions(QObject *parent)
    : QObject(parent)
    , create(add("post.create", tr("&New post"), Qt::CTRL | Qt::Key_N, u"list-add"))
    , open(add("post.open", tr("&Open post"), {}, u"document-edit"))
    , duplicate(add("post.duplicate", tr("&Duplicate post"), Qt::CTRL | Qt::Key_D, u"edit-copy"))
    , undate(add("post.undate", tr("Move to the &ideas"), {}, u"view-calendar-tasks"))
    , remove(add("post.delete", tr("De&lete post"), {}, u"edit-delete"))
    , previous(
          add("calendar.previous", tr("&Previous month"), Qt::CTRL | Qt::Key_Left, u"go-previous"))
    , next(add("calendar.next", tr("Ne&xt month"), Qt::CTRL | Qt::Key_Right, u"go-next"))
    , today(add("calendar.today", tr("&Today"), Qt::CTRL | Qt::Key_T, u"view-calendar-day"))
    , fill(add("calendar.fill", tr("&Fill free slots…"), {}, u"view-calendar-upcoming-events"))
    , audience(add("calendar.audience", tr("Times of the &audience"), {}, u""))
    , overlays(add("calendar.overlays", tr("O&verlays…"), {}, u""))
    , m_first(separator())
    , m_second(separator())
    , m_third(separator())
    , m_fourth(separator())
{
    audience->setCheckable(true);
    addViews();
    follow(CalendarViewKind::Month);
    update(false, false);
}

QAction *CalendarActions::add(
    const char *id, const QString &text, const QKeySequence &key, const char16_t *icon)
{
    auto *action = new QAction(text, this);
    if (*icon != 0)
        action->setIcon(Icons::named(QString::fromUtf16(icon)));
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    // Ctrl and an arrow moves by words in a text: the calendar's keys end where the calendar does.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!key.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(text).remove(u'&'), key.toString(QKeySequence::NativeText)));
    return action;
}

void CalendarActions::addViews()
{
    const struct
    {
        const char *id;
        QString text;
    } names[] {
        {"calendar.month", tr("&Month", "a view of the calendar")},
        {"calendar.week", tr("&Week", "a view of the calendar")},
        {"calendar.day", tr("Da&y", "a view of the calendar")},
        {"calendar.list", tr("&List", "a view of the calendar")},
        {"calendar.board", tr("&Board", "a view of the calendar")},
        {"calendar.queue", tr("&Queue", "a view of the calendar")},
    };
    static_assert(std::size(names) == CalendarViewKinds);
    auto *group = new QActionGroup(this);
    for (const auto &[id, text] : names) {
        const auto key = Qt::Key(Qt::Key_1 + int(views.size()));
        QAction *action = add(id, text, Qt::ALT | key, u"");
        action->setCheckable(true);
        group->addAction(action);
        views.append(action);
    }
}

void CalendarActions::follow(CalendarViewKind view) const
{
    const auto name = [](QAction *action, const QString &text) {
        action->setText(text);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(text).remove(u'&'), action->shortcut().toString(QKeySequence::NativeText)));
    };
    views.at(int(view))->setChecked(true);
    switch (view) {
    case CalendarViewKind::Month:
    case CalendarViewKind::List:
    case CalendarViewKind::Board:
        name(previous, tr("&Previous month"));
        name(next, tr("Ne&xt month"));
        break;
    case CalendarViewKind::Week:
        name(previous, tr("&Previous week"));
        name(next, tr("Ne&xt week"));
        break;
    case CalendarViewKind::Queue:
        name(previous, tr("&Earlier slots"));
        name(next, tr("&Later slots"));
        break;
    case CalendarViewKind::Day:
        name(previous, tr("&Previous day"));
        name(next, tr("Ne&xt day"));
        break;
    }
}

QAction *CalendarActions::separator()
{
    auto *action = new QAction(this);
    action->setSeparator(true);
    return action;
}

QList<QAction *> CalendarActions::all() const
{
    return QList<QAction *> {
               create, open, duplicate, m_first, undate, remove, m_second, previous, next, today}
    + QList<QAction *> {m_third} + views + QList<QAction *> {m_fourth, fill, audience, overlays};
}

void CalendarActions::update(bool hasPost, bool isPlanned) const
{
    open->setEnabled(hasPost);
    duplicate->setEnabled(hasPost);
    remove->setEnabled(hasPost);
    undate->setEnabled(isPlanned);
}
