// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/overlayservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "ui_common/question.h"
#include "ui_timeline/calendaractions.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarbar.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/displaybutton.h"
#include "ui_timeline/overlaydialog.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

// In whose time zone the calendar is shown, and what stands behind the posts.

void CalendarArea::connectDisplay()
{
    m_overlays = new OverlayService(m_workspace, this);
    const DisplayButton *display = m_bar->display();
    connect(display, &DisplayButton::zoneChosen, this, &CalendarArea::setZone);
    connect(display, &DisplayButton::overlayToggled, m_overlays, &OverlayService::setShown);
    connect(display, &DisplayButton::overlaysRequested, m_actions->overlays, &QAction::trigger);
    connect(m_actions->overlays, &QAction::triggered, this, &CalendarArea::showOverlays);
    connect(m_actions->audience, &QAction::triggered, this, [this](bool on) {
        setZone(on ? ShownZone::Kind::Audience : ShownZone::Kind::Workspace, {});
    });
}

void CalendarArea::refreshDisplay()
{
    const QList<Channel> &channels = m_workspace.plan().channels();
    m_zone = ShownZone(m_zoneKind, m_workspace.zone(), channels, QTimeZone(m_chosenZone));
    QList<QByteArray> offered;
    for (const Channel &channel : channels) {
        const QByteArray zone = channel.zone.toUtf8();
        if (!zone.isEmpty() && !offered.contains(zone))
            offered.append(zone);
    }
    m_sources.homeZone =
        m_zoneKind == ShownZone::Kind::Workspace ? QByteArray() : m_workspace.zone().id();
    m_actions->audience->setChecked(m_zoneKind == ShownZone::Kind::Audience);
    m_bar->display()->setZone(m_zone, offered);
    m_bar->display()->setOverlays(m_workspace.plan().overlays());
    if (m_overlayDialog)
        m_overlayDialog->setOverlays(
            m_workspace.plan().overlays(), m_workspace.plan().overlayDays());
}

void CalendarArea::setZone(ShownZone::Kind kind, const QByteArray &zone)
{
    m_zoneKind = kind;
    m_chosenZone = zone;
    refreshDisplay();
    followDay();
    refreshPosts();
    select(m_selected); // it may be on another day now
}

void CalendarArea::showOverlays()
{
    if (!m_overlayDialog) {
        m_overlayDialog = new OverlayDialog(m_page);
        const OverlayDialog *dialog = m_overlayDialog;
        connect(dialog, &OverlayDialog::addRequested, this, &CalendarArea::addOverlay);
        connect(dialog, &OverlayDialog::shownToggled, m_overlays, &OverlayService::setShown);
        connect(dialog, &OverlayDialog::renameRequested, m_overlays, &OverlayService::rename);
        connect(dialog, &OverlayDialog::colourChosen, m_overlays, &OverlayService::setColour);
        connect(dialog, &OverlayDialog::removeRequested, m_overlays, &OverlayService::remove);
        refreshDisplay();
    }
    m_overlayDialog->show();
    m_overlayDialog->raise();
    m_overlayDialog->activateWindow();
}

void CalendarArea::addOverlay()
{
    Question::openFile(m_overlayDialog,
        {.title = tr("Add an overlay"), .filters = {tr("Calendars (*.ics *.ical *.ifb)")}},
        [this](const QString &path) { m_overlays->addFile(path); });
}

QList<PostWithVariants> CalendarArea::shownPosts() const
{
    const PostStore &store = m_workspace.posts();
    const DateSpan days = m_page->view()->days();
    // A day more is read on both sides, since a zone may move a post into the span or out of it. Views
    // of days look at their own alone; nothing is shown twice of what was read for other days.
    QList<PostWithVariants> shown = m_zone.shown(store.planned());
    const bool isCounted = m_page->kind() == CalendarViewKind::Board;
    if (isCounted || store.state() == StoreState::Loading)
        erase_if(
            shown, [&days](const PostWithVariants &post) { return !isPlannedWithin(post, days); });
    return shown;
}
