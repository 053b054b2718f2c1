// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/scopeactions.h"

#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "ui_timeline/monthgrid.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// Where a campaign says nothing of its days, its copy comes four weeks later.
constexpr int DaysOfACampaign = 4 * MonthGrid::DaysPerWeek;

/// The week of \a day, as the locale counts weeks.
DateSpan weekOf(QDate day)
{
    const int into = (day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + MonthGrid::DaysPerWeek)
        % MonthGrid::DaysPerWeek;
    const QDate first = day.addDays(-into);
    return {first, first.addDays(MonthGrid::DaysPerWeek)};
}

/// How much later the copy of \a campaign begins: behind its end, on the same day of the week.
int behindTheEnd(const Campaign &campaign)
{
    if (!campaign.startsOn || !campaign.endsOn)
        return DaysOfACampaign;
    const auto length = int(campaign.startsOn->daysTo(*campaign.endsOn)) + 1;
    return (length + MonthGrid::DaysPerWeek - 1) / MonthGrid::DaysPerWeek * MonthGrid::DaysPerWeek;
}
} // namespace

ScopeActions::ScopeActions(Workspace &workspace, std::function<QDate()> day,
    std::function<CampaignId()> campaign, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_day(std::move(day))
    , m_campaign(std::move(campaign))
    , m_menu(std::make_unique<QMenu>(tr("&Whole week or campaign")))
    , m_separator(new QAction(this))
{
    m_menu->menuAction()->setObjectName("calendar.scope"_L1);
    m_separator->setSeparator(true);
    connect(add("week.later", tr("Move this week to the next")), &QAction::triggered, this,
        [this] { moveWeek(MonthGrid::DaysPerWeek, false); });
    connect(add("week.earlier", tr("Move this week to the one before")), &QAction::triggered, this,
        [this] { moveWeek(-MonthGrid::DaysPerWeek, false); });
    connect(add("week.copy", tr("Copy this week to the next")), &QAction::triggered, this,
        [this] { moveWeek(MonthGrid::DaysPerWeek, true); });
    m_menu->addSeparator();
    m_ofCampaign << add("campaign.later", tr("Move the post’s campaign a week on"))
                 << add("campaign.earlier", tr("Move the post’s campaign a week back"))
                 << add("campaign.copy", tr("Copy the post’s campaign behind its end"));
    connect(m_ofCampaign.at(0), &QAction::triggered, this,
        [this] { moveCampaign(MonthGrid::DaysPerWeek); });
    connect(m_ofCampaign.at(1), &QAction::triggered, this,
        [this] { moveCampaign(-MonthGrid::DaysPerWeek); });
    connect(m_ofCampaign.at(2), &QAction::triggered, this, &ScopeActions::copyCampaign);
    update(false);
}

ScopeActions::~ScopeActions() = default;

QList<QAction *> ScopeActions::all() const
{
    return {m_separator, m_menu->menuAction()};
}

QAction *ScopeActions::add(const char *id, const QString &text)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    m_menu->addAction(action);
    return action;
}

void ScopeActions::update(bool hasCampaign) const
{
    for (QAction *action : m_ofCampaign)
        action->setEnabled(hasCampaign);
}

void ScopeActions::moveWeek(int days, bool copies)
{
    const QDate day = m_day();
    if (!day.isValid())
        return;
    const PostStore::Scope scope {.days = weekOf(day)};
    if (copies)
        m_workspace.posts().duplicateAll(scope, days);
    else
        m_workspace.posts().shiftAll(scope, days);
}

void ScopeActions::moveCampaign(int days)
{
    if (const CampaignId campaign = m_campaign(); !campaign.isNull())
        m_workspace.posts().shiftAll({.campaign = campaign}, days);
}

void ScopeActions::copyCampaign()
{
    if (const Campaign *campaign = m_workspace.plan().campaign(m_campaign()))
        m_workspace.posts().duplicateAll({.campaign = campaign->id}, behindTheEnd(*campaign));
}
