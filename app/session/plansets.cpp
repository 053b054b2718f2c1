// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plansets.h"

#include "session/freshreader.h"
#include "session/setupkeep.h"
#include "session/snapshot.h"
#include "session/valuelist.h"
#include "storage/plantable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
template<typename List, typename Id>
auto *findIn(const List &list, Id id)
{
    const auto found = std::ranges::find(list, id, [](const auto &value) { return value.id; });
    return found == list.end() ? nullptr : &*found;
}
} // namespace

PlanSets::PlanSets(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
    , m_sets(snapshot.plan)
{
    setState(StoreState::Ready);
    connect(&workspace, &Workspace::edited, this, &PlanSets::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny(
                {u"channel", u"campaign", u"pillar", u"label", u"posting_slot", u"series",
                    u"channel_limit", u"snippet", u"dictionary_word", u"overlay", u"overlay_day"}))
            reload();
    });
}

const Channel *PlanSets::channel(ChannelId id) const
{
    return findIn(m_sets.channels, id);
}

const Campaign *PlanSets::campaign(CampaignId id) const
{
    return findIn(m_sets.campaigns, id);
}

void PlanSets::removeChannel(ChannelId id)
{
    SetUpkeep::remove(m_workspace, SetUpkeep::Kind::Channel, id.value());
}

CampaignId PlanSets::addCampaign(Campaign campaign)
{
    if (campaign.id.isNull())
        campaign.id = CampaignId::create(m_workspace.ids());
    m_workspace.commit({insertion(campaign)}, tr("Add campaign “%1”").arg(campaign.name));
    return campaign.id;
}

void PlanSets::changeCampaign(const Campaign &before, const Campaign &after)
{
    m_workspace.commit({update(before, after)}, tr("Change campaign “%1”").arg(after.name));
}

PillarId PlanSets::addPillar(Pillar pillar)
{
    if (pillar.id.isNull())
        pillar.id = PillarId::create(m_workspace.ids());
    m_workspace.commit({insertion(pillar)}, tr("Add pillar “%1”").arg(pillar.name));
    return pillar.id;
}

void PlanSets::changePillar(const Pillar &before, const Pillar &after)
{
    m_workspace.commit({update(before, after)}, tr("Change pillar “%1”").arg(after.name));
}

LabelId PlanSets::addLabel(Label label)
{
    if (label.id.isNull())
        label.id = LabelId::create(m_workspace.ids());
    m_workspace.commit({insertion(label)}, tr("Add label “%1”").arg(label.name));
    return label.id;
}

void PlanSets::changeLabel(const Label &before, const Label &after)
{
    m_workspace.commit({update(before, after)}, tr("Change label “%1”").arg(after.name));
}

void PlanSets::follow(const QList<RowEdit> &edits)
{
    if (!applyToLists(edits, m_sets.channels, m_sets.campaigns, m_sets.pillars, m_sets.labels,
            m_sets.postingSlots, m_sets.series, m_sets.channelLimits, m_sets.snippets,
            m_sets.dictionaryWords, m_sets.overlays, m_sets.overlayDays))
        return;
    std::ranges::stable_sort(m_sets.pillars, {}, &Pillar::position);
    emit changed();
}

void PlanSets::reload()
{
    const auto read = [](Connection &connection) { return PlanTable::sets(connection); };
    m_reader->start(
        read, [this](Result<PlanSetValues> result) { take(std::move(result), m_sets); });
}
