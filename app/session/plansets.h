// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/channel.h"
#include "session/store.h"
#include "session/workspace.h"

#include <QList>

class FreshReader;

/// The small sets that planning uses: channels, campaigns and labels of the open workspace, as values in order.
class PlanSets : public Store
{
    Q_OBJECT
public:
    PlanSets(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent);

    [[nodiscard]] const QList<Channel> &channels() const { return m_channels; }
    [[nodiscard]] const QList<Campaign> &campaigns() const { return m_campaigns; }
    [[nodiscard]] const QList<Label> &labels() const { return m_labels; }
    /// Null where there is none.
    [[nodiscard]] const Channel *channel(ChannelId id) const;
    [[nodiscard]] const Campaign *campaign(CampaignId id) const;

    /// Each is one undoable command. A null id is replaced by a new one, which is returned.
    ChannelId addChannel(Channel channel);
    void changeChannel(const Channel &before, const Channel &after);
    void removeChannel(ChannelId id);
    CampaignId addCampaign(Campaign campaign);
    void changeCampaign(const Campaign &before, const Campaign &after);
    void removeCampaign(CampaignId id);

private:
    void follow(const QList<RowEdit> &edits);
    void reload();

    Workspace &m_workspace;
    FreshReader *m_reader;
    QList<Channel> m_channels;
    QList<Campaign> m_campaigns;
    QList<Label> m_labels;
};
