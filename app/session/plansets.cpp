// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plansets.h"

#include "session/freshreader.h"
#include "session/snapshot.h"
#include "session/valuelist.h"

#include <algorithm>
#include <tuple>

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
    , m_channels(snapshot.channels)
    , m_campaigns(snapshot.campaigns)
    , m_labels(snapshot.labels)
{
    setState(StoreState::Ready);
    connect(&workspace, &Workspace::edited, this, &PlanSets::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (changes.touchesAny({u"channel", u"campaign", u"label"}))
            reload();
    });
}

const Channel *PlanSets::channel(ChannelId id) const
{
    return findIn(m_channels, id);
}

const Campaign *PlanSets::campaign(CampaignId id) const
{
    return findIn(m_campaigns, id);
}

ChannelId PlanSets::addChannel(Channel channel)
{
    if (channel.id.isNull())
        channel.id = ChannelId::create(m_workspace.ids());
    m_workspace.commit({insertion(channel)}, tr("Add channel “%1”").arg(channel.name));
    return channel.id;
}

void PlanSets::changeChannel(const Channel &before, const Channel &after)
{
    m_workspace.commit({update(before, after)}, tr("Change channel “%1”").arg(after.name));
}

void PlanSets::removeChannel(ChannelId id)
{
    if (const Channel *found = channel(id))
        m_workspace.commit({removal(*found)}, tr("Delete channel “%1”").arg(found->name));
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

void PlanSets::removeCampaign(CampaignId id)
{
    if (const Campaign *found = campaign(id))
        m_workspace.commit({removal(*found)}, tr("Delete campaign “%1”").arg(found->name));
}

void PlanSets::follow(const QList<RowEdit> &edits)
{
    bool differs = false;
    for (const RowEdit &edit : edits) {
        differs = applyToList(m_channels, edit) || differs;
        differs = applyToList(m_campaigns, edit) || differs;
        differs = applyToList(m_labels, edit) || differs;
    }
    if (differs)
        emit changed();
}

void PlanSets::reload()
{
    using Sets = std::tuple<QList<Channel>, QList<Campaign>, QList<Label>>;
    const auto read = [](Connection &connection) -> Result<Sets> {
        auto channels = selectRows<Channel>(connection, u"ORDER BY position, id"_s);
        if (!channels)
            return tl::unexpected(channels.error());
        auto campaigns = selectRows<Campaign>(connection, u"ORDER BY id"_s);
        if (!campaigns)
            return tl::unexpected(campaigns.error());
        return selectRows<Label>(connection, u"ORDER BY id"_s).map([&](const QList<Label> &labels) {
            return Sets {*channels, *campaigns, labels};
        });
    };
    m_reader->start(read, [this](Result<Sets> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
        } else {
            std::tie(m_channels, m_campaigns, m_labels) = *result;
            setState(StoreState::Ready);
        }
        emit changed();
    });
}
