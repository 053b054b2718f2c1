// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/placeholders.h"
#include "domain/postwords.h"
#include "session/dueposts.h"
#include "session/plansets.h"
#include "session/reminders.h"
#include "session/workspace.h"
#include "ui_common/desktopnotifier.h"
#include "ui_common/formatting.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/reminderspage.h"
#include "ui_timeline/teamactions.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

// Reminders on the desktop, beside the list of what is due and the notifier.

namespace {
constexpr int ShortSnooze = 10; // minutes
constexpr int LongSnooze = 60;
constexpr qsizetype MostAtOnce = 3; // more are one notification
const auto Several = "several"_L1;
} // namespace

void CalendarArea::startReminding(const QString &settingsFile, DesktopNotifier *notifier)
{
    m_reminders = new Reminders(m_workspace, settingsFile, this);
    m_notifier = notifier;
    notifier->setParent(this);
    connect(m_reminders, &Reminders::remind, this, &CalendarArea::remind);
    connect(m_reminders, &Reminders::ended, this,
        [this](VariantId variant) { m_notifier->close(variant.toString()); });
    connect(m_notifier, &DesktopNotifier::invoked, this, &CalendarArea::onReminderAnswered);
    connect(m_team->reminders, &QAction::triggered, this, &CalendarArea::showReminders);
    m_team->reminders->setVisible(true);
}

void CalendarArea::showReminders()
{
    if (!host())
        return;
    m_composer->flush();
    auto *page = new RemindersPage(m_reminders->settings());
    connect(page, &RemindersPage::settingsChanged, m_reminders, &Reminders::setSettings);
    connect(page, &RemindersPage::closeRequested, this, [this] { host()->closeTask(); });
    host()->showTask(tr("Reminders"), page);
}

void CalendarArea::remind(const QList<DuePost> &posts)
{
    const QList<DesktopNotice::Action> actions {{u"default"_s, tr("Open")}, {u"open"_s, tr("Open")},
        {u"copy"_s, tr("Copy the words")}, {u"snooze"_s, tr("In 10 minutes")},
        {u"later"_s, tr("In an hour")}};
    if (posts.size() > MostAtOnce) {
        m_notifier->show(
            {Several, tr("%n post(s) are due", nullptr, int(posts.size())), {}, actions.mid(0, 2)});
        return;
    }
    for (const DuePost &entry : posts) {
        // The title is for the team; the words are nobody's business on a screen that others see.
        const PostWithVariants *post = m_workspace.due().find(entry.post);
        const Channel *channel = m_workspace.plan().channel(entry.channel);
        QStringList parts;
        if (post && !post->post.title.isEmpty())
            parts << post->post.title;
        if (channel)
            parts << channel->name;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at, m_workspace.zone());
        m_notifier->show(
            {entry.variant.toString(), tr("A post is due: %1").arg(Formatting::time(at.time())),
                parts.join(u" · "_s), actions});
    }
}

void CalendarArea::showReminded(const DuePost &due)
{
    if (host())
        host()->showArea(id());
    goTo(due.post, localDay(due.at, m_workspace.zone()));
}

void CalendarArea::copyOrShow(const DuePost &due)
{
    const PostWithVariants *post = m_workspace.due().find(due.post);
    if (!post)
        return;
    const auto variant = std::ranges::find(post->variants, due.variant, &Variant::id);
    if (variant == post->variants.end())
        return;
    const auto channel = std::ranges::find(m_sources.channels, variant->channel, &Channel::id);
    const QString words = effectiveText(post->post, *variant);
    const bool isReady = channel != m_sources.channels.end() && variant->thread == ThreadStyle::None
        && openPlaceholders(words, !post->post.link.isEmpty()).isEmpty();
    if (isReady)
        QGuiApplication::clipboard()->setText(
            publishedText(post->post, *variant, *channel, m_sources.campaigns));
    else
        showInFront(due);
}

void CalendarArea::showInFront(const DuePost &due)
{
    if (!m_page)
        return;
    showReminded(due);
    m_page->window()->raise();
    m_page->window()->activateWindow();
    emit m_workspace.notice({Notice::Severity::Info,
        tr("Nothing was copied yet: the post is a thread or has a placeholder to be filled in.")});
}

void CalendarArea::onReminderAnswered(const QString &key, const QString &action)
{
    const QList<DuePost> due =
        m_workspace.due().dueBy(startOfDay(m_workspace.today().addDays(2), m_workspace.zone()));
    const auto entry =
        std::ranges::find(due, key, [](const DuePost &post) { return post.variant.toString(); });
    const bool isOne = entry != due.end();
    if (isOne && action == "snooze"_L1) {
        m_reminders->snooze(entry->variant, ShortSnooze);
    } else if (isOne && action == "later"_L1) {
        m_reminders->snooze(entry->variant, LongSnooze);
    } else if (isOne && action == "copy"_L1) {
        copyOrShow(*entry);
    } else if (m_page && (isOne || key == Several)) {
        if (isOne)
            showReminded(*entry);
        else if (host())
            host()->showArea(id());
        m_page->window()->raise();
        m_page->window()->activateWindow();
    }
    m_notifier->close(key);
}
