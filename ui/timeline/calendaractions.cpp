// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendaractions.h"

#include "ui_common/icons.h"

#include <QAction>

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
    , m_first(separator())
    , m_second(separator())
{
    update(false, false);
}

QAction *CalendarActions::add(
    const char *id, const QString &text, const QKeySequence &key, const char16_t *icon)
{
    auto *action = new QAction(Icons::named(QString::fromUtf16(icon)), text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(key);
    // Ctrl and an arrow moves by words in a text: the calendar's keys end where the calendar does.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (!key.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(text).remove(u'&'), key.toString(QKeySequence::NativeText)));
    return action;
}

QAction *CalendarActions::separator()
{
    auto *action = new QAction(this);
    action->setSeparator(true);
    return action;
}

QList<QAction *> CalendarActions::all() const
{
    return {create, open, duplicate, m_first, undate, remove, m_second, previous, next, today};
}

void CalendarActions::update(bool hasPost, bool isPlanned) const
{
    open->setEnabled(hasPost);
    duplicate->setEnabled(hasPost);
    remove->setEnabled(hasPost);
    undate->setEnabled(isPlanned);
}
