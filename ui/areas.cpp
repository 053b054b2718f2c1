// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "areas.h"

#include "domain/searchhit.h"
#include "session/calendarfeeds.h"
#include "session/overlayservice.h"
#include "session/workspace.h"
#include "ui_common/desktopnotifier.h"
#include "ui_import/importpage.h"
#include "ui_pipeline/pipelinearea.h"
#include "ui_profiles/profilesarea.h"
#include "ui_prospects/prospectsarea.h"
#include "ui_timeline/calendararea.h"
#include "ui_today/todayarea.h"

#include <QPointer>
#include <QSettings>
#include <QStandardPaths>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// The areas of the open workspace to which other parts lead.
struct Targets
{
    QPointer<CalendarArea> calendar;
    QPointer<ProfilesArea> profiles;
    QPointer<ProspectsArea> prospects;
};
using Shown = std::shared_ptr<Targets>;

/// Beside the window's settings: what this computer's user wishes to be reminded of.
QString remindersFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QStringLiteral("/pullpush/reminders.ini");
}

/// One line for each area; a signal of one that leads to another is connected here.
AreaList areasOf(Workspace &workspace, const Shown &shown)
{
    AreaList areas;
    auto today = std::make_unique<TodayArea>(workspace);
    auto calendar = std::make_unique<CalendarArea>(workspace);
    shown->calendar = calendar.get();
    calendar->setFeeds(new CalendarFeeds(workspace,
        std::make_unique<QSettings>(
            QSettings::IniFormat, QSettings::UserScope, u"pullpush"_s, u"pullpush"_s),
        &workspace));
    calendar->startReminding(remindersFile(), new DesktopNotifier);
    areas.push_back(std::move(calendar));
    auto profiles = std::make_unique<ProfilesArea>(workspace);
    shown->profiles = profiles.get();
    areas.push_back(std::move(profiles));
    auto prospects = std::make_unique<ProspectsArea>(workspace);
    shown->prospects = prospects.get();
    auto pipeline = std::make_unique<PipelineArea>(workspace);
    QObject::connect(pipeline.get(), &PipelineArea::prospectsRequested, prospects.get(),
        &ProspectsArea::showBehindMark);
    QObject::connect(
        today.get(), &TodayArea::chatRequested, prospects.get(), &ProspectsArea::openChat);
    QObject::connect(
        today.get(), &TodayArea::openRequested, prospects.get(), &ProspectsArea::openProspect);
    QObject::connect(
        today.get(), &TodayArea::prospectsRequested, prospects.get(), &ProspectsArea::showOnly);
    QObject::connect(shown->calendar.data(), &CalendarArea::prospectRequested, prospects.get(),
        &ProspectsArea::openProspect);
    QObject::connect(
        today.get(), &TodayArea::postRequested, shown->calendar.data(), &CalendarArea::select);
    areas.insert(areas.begin(), std::move(today)); // what a day begins with
    areas.push_back(std::move(prospects));
    areas.push_back(std::move(pipeline));
    return areas;
}

QWidget *importPageOf(Workspace &workspace, const QStringList &files, AreaHost &host,
    const std::function<void()> &close, const Shown &shown)
{
    auto *page = new ImportPage(workspace);
    QObject::connect(page, &ImportPage::closeRequested, page, close);
    page->setDaysHandler([overlays = new OverlayService(workspace, page)](const QString &path,
                             const ImportPage::DaysTaken &done) { overlays->addFile(path, done); });
    QObject::connect(page, &ImportPage::showProspects, page,
        [&host, shown](const QList<ProspectId> &prospects, const QString &title) {
            if (!shown->prospects)
                return;
            shown->prospects->showOnly(prospects, title);
            host.showArea(shown->prospects->id());
        });
    QObject::connect(page, &ImportPage::showDay, page, [&host, shown](QDate day) {
        if (!shown->calendar)
            return;
        shown->calendar->showDay(day);
        host.showArea(shown->calendar->id());
    });
    page->start(files);
    return page;
}

/// Where what a search found is.
void jumpTo(const SearchHit &hit, AreaHost &host, const Targets &shown)
{
    switch (hit.kind) {
    case SearchKind::Prospect:
    case SearchKind::Message:
        if (!shown.prospects)
            return;
        host.showArea(shown.prospects->id());
        if (hit.prospect.isNull())
            shown.prospects->openChat(hit.conversation);
        else if (hit.kind == SearchKind::Message)
            shown.prospects->openMessage(hit.prospect, hit.message);
        else
            shown.prospects->openProspect(hit.prospect);
        return;
    case SearchKind::Post:
        if (!shown.calendar)
            return;
        host.showArea(shown.calendar->id());
        shown.calendar->goTo(hit.post, hit.day);
        return;
    case SearchKind::ProfileCopy:
        if (!shown.profiles)
            return;
        host.showArea(shown.profiles->id());
        shown.profiles->showCopy(hit.channel, hit.surface, hit.copy);
        return;
    }
}

} // namespace

WorkspaceController::Builders windowBuilders()
{
    const auto shown = std::make_shared<Targets>();
    return {.areas = [shown](Workspace &workspace) { return areasOf(workspace, shown); },
        .importPage =
            [shown](Workspace &workspace, const QStringList &files, AreaHost &host,
                const std::function<void()> &close) {
                return importPageOf(workspace, files, host, close, shown);
            },
        .jump = [shown](const SearchHit &hit, AreaHost &host) { jumpTo(hit, host, *shown); }};
}
