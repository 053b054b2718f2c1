// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "session/activitystore.h"
#include "session/poststore.h"
#include "session/reviewqueue.h"
#include "session/workspace.h"
#include "ui_timeline/activitylist.h"
#include "ui_timeline/approvallist.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/changespage.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/setspage.h"
#include "ui_timeline/sidetray.h"
#include "ui_timeline/teamactions.h"
#include "ui_timeline/tilelist.h"

#include <QAction>
#include <QSet>

// What the team shares: who did what.

namespace {
constexpr int RowsOfHistory = 60;
}

void CalendarArea::connectTeam()
{
    m_team = new TeamActions(this);
    m_activity = new ActivityStore(m_workspace, RowsOfHistory, this);
    const ActivityList *list = m_composer->review()->activity();
    connect(list, &ActivityList::shownChanged, this, &CalendarArea::followActivity);
    connect(list, &ActivityList::moreRequested, m_activity, &ActivityStore::readMore);
    connect(list, &ActivityList::retryRequested, this, &CalendarArea::followActivity);
    connect(m_activity, &ActivityStore::changed, this, &CalendarArea::showActivity);
    connectQueue();
    connect(m_team->changes, &QAction::triggered, this, &CalendarArea::showChanges);
    const auto manage = [this](SetsPage::Kind kind) { return [this, kind] { showSets(kind); }; };
    connect(m_team->sets, &QAction::triggered, this, manage(SetsPage::Kind::Campaign));
    connect(
        m_composer, &Composer::manageCampaignsRequested, this, manage(SetsPage::Kind::Campaign));
    connect(m_composer, &Composer::managePillarsRequested, this, manage(SetsPage::Kind::Pillar));
    connect(m_composer, &Composer::manageLabelsRequested, this, manage(SetsPage::Kind::Label));
}

void CalendarArea::connectQueue()
{
    m_queue = new ReviewQueue(m_workspace, this);
    const ApprovalList *list = m_page->tray()->approvals();
    connect(m_queue, &ReviewQueue::changed, this, &CalendarArea::showQueue);
    connect(list, &ApprovalList::approved, this, [this](PostId post) {
        m_composer->flush();
        m_queue->approve(post);
    });
    connect(
        list, &ApprovalList::changesRequested, this, [this](PostId post, const QString &comment) {
            m_composer->flush();
            m_queue->requestChanges(post, comment);
        });
    connect(list, &ApprovalList::openRequested, this, [this](PostId post) {
        for (const DuePost &entry : m_queue->waiting()) {
            if (entry.post == post) {
                goTo(post,
                    entry.at == 0 ? std::nullopt
                                  : std::optional(localDay(entry.at, m_workspace.zone())));
                return;
            }
        }
    });
    connect(m_team->review, &QAction::triggered, this, &CalendarArea::goToQueue);
}

void CalendarArea::showQueue()
{
    if (!m_page)
        return; // the window is on its way out
    QSet<PostId> posts;
    for (const DuePost &entry : m_queue->waiting())
        posts << entry.post;
    m_team->setWaiting(int(posts.size()));
    m_page->tray()->approvals()->setWaiting(m_queue->waiting(), m_sources, m_workspace.zone());
}

void CalendarArea::goToQueue()
{
    if (host())
        host()->showArea(id());
    if (m_page->kind() == CalendarViewKind::Board) // which hides the list
        showView(CalendarViewKind::Month);
    m_page->side()->showPage(0);
    TileList *list = m_page->tray()->approvals()->list();
    if (!list->currentIndex().isValid())
        list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus(Qt::ShortcutFocusReason);
}

void CalendarArea::followActivity()
{
    if (!m_composer)
        return; // the window is on its way out
    if (m_composer->post().isNull() || !m_composer->review()->activity()->isVisible())
        m_activity->close();
    else
        m_activity->show({.post = m_composer->post()});
}

void CalendarArea::showActivity()
{
    if (!m_composer)
        return;
    ActivityList *list = m_composer->review()->activity();
    if (m_activity->state() == StoreState::Loading)
        list->setLoading();
    else if (m_activity->state() == StoreState::Failed)
        list->setError(m_activity->error().message);
    else
        list->setEntries(storyOf(m_activity->page(), activityWords()), m_activity->page().hasMore);
}

void CalendarArea::showChanges()
{
    if (!host())
        return;
    m_composer->flush();
    auto *page = new ChangesPage(m_workspace);
    connect(page, &ChangesPage::closeRequested, this, [this] { host()->closeTask(); });
    connect(page, &ChangesPage::openRequested, this, [this](PostId post, std::optional<QDate> day) {
        host()->closeTask();
        goTo(post, day);
    });
    connect(page, &ChangesPage::prospectRequested, this, [this](ProspectId prospect) {
        host()->closeTask();
        host()->showArea(QStringLiteral("prospects"));
        emit prospectRequested(prospect);
    });
    host()->showTask(tr("Recent changes"), page);
}

void CalendarArea::showSets(SetUpkeep::Kind kind)
{
    if (!host())
        return;
    m_composer->flush();
    auto *page = new SetsPage(m_workspace, kind);
    connect(page, &SetsPage::closeRequested, this, [this] { host()->closeTask(); });
    host()->showTask(tr("Campaigns, pillars and labels"), page);
}

void CalendarArea::goTo(PostId post, std::optional<QDate> day)
{
    if (day)
        showDay(*day);
    setSelected(post);
    m_toOpen = post;
    refreshInspector();
}
