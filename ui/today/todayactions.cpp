// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/todayactions.h"

#include "session/dayswork.h"
#include "ui_common/icons.h"
#include "ui_common/snoozemenu.h"

#include <QAction>

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
    , words(add("today.words", tr("Show &words in lists"), {Qt::Key_W}, u"view-visible"))
    , m_separator(new QAction(this))
    , m_snoozeMenu(std::make_unique<SnoozeMenu>(u"today.snooze"_s))
{
    m_separator->setSeparator(true);
    words->setCheckable(true);
    words->setToolTip(tr("Shows the last words of your own conversations in the list (%1). Others "
                         "may see your screen.")
                          .arg(words->shortcut().toString(QKeySequence::NativeText)));
    m_snoozeMenu->setObjectName(u"today.snoozeMenu"_s);
    // In a menu it stands for the action, so it tells its key.
    m_snoozeMenu->setTitle(
        tr("&Snooze") + u'\t' + snooze->shortcut().toString(QKeySequence::NativeText));
    connect(m_snoozeMenu.get(), &SnoozeMenu::chosen, this, &TodayActions::snoozed);
    update({}, false);
}

TodayActions::~TodayActions() = default;

QAction *TodayActions::add(
    const char *id, const QString &text, const QList<QKeySequence> &keys, const char16_t *icon)
{
    auto *action = new QAction(Icons::named(QString::fromUtf16(icon)), text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // letters are typed elsewhere
    action->setShortcutVisibleInContextMenu(true);
    if (!keys.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(
            QString(text).remove(u'&'), keys.first().toString(QKeySequence::NativeText)));
    return action;
}

QMenu *TodayActions::snoozeMenu(QDate today)
{
    m_snoozeMenu->setToday(today);
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
