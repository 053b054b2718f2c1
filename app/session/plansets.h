// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/plansets.h"
#include "session/store.h"
#include "session/workspace.h"

#include <QList>

class FreshReader;

/// The small sets that planning uses: channels, campaigns, pillars, labels, posting slots and series of the open workspace, as values in order.
class PlanSets : public Store
{
    Q_OBJECT
public:
    PlanSets(Workspace &workspace, const Workspace::Snapshot &snapshot, QObject *parent);

    [[nodiscard]] const PlanSetValues &values() const { return m_sets; }
    [[nodiscard]] const QList<Channel> &channels() const { return m_sets.channels; }
    [[nodiscard]] const QList<Campaign> &campaigns() const { return m_sets.campaigns; }
    [[nodiscard]] const QList<Pillar> &pillars() const { return m_sets.pillars; }
    [[nodiscard]] const QList<Label> &labels() const { return m_sets.labels; }
    [[nodiscard]] const QList<PostingSlot> &postingSlots() const { return m_sets.postingSlots; }
    [[nodiscard]] const QList<Series> &series() const { return m_sets.series; }
    [[nodiscard]] const QList<ChannelLimit> &channelLimits() const { return m_sets.channelLimits; }
    [[nodiscard]] const QList<Snippet> &snippets() const { return m_sets.snippets; }
    [[nodiscard]] const QList<DictionaryWord> &dictionaryWords() const
    {
        return m_sets.dictionaryWords;
    }
    [[nodiscard]] const QList<Overlay> &overlays() const { return m_sets.overlays; }
    [[nodiscard]] const QList<OverlayDay> &overlayDays() const { return m_sets.overlayDays; }
    /// Null where there is none.
    [[nodiscard]] const Channel *channel(ChannelId id) const;
    [[nodiscard]] const Campaign *campaign(CampaignId id) const;

    /// Each is one undoable command. A null id is replaced by a new one, which is returned. Channels are added and changed by ChannelService, and what
    /// else is in use goes by SetUpkeep.
    void removeChannel(ChannelId id);
    CampaignId addCampaign(Campaign campaign);
    void changeCampaign(const Campaign &before, const Campaign &after);
    PillarId addPillar(Pillar pillar);
    void changePillar(const Pillar &before, const Pillar &after);
    LabelId addLabel(Label label);
    void changeLabel(const Label &before, const Label &after);

private:
    void follow(const QList<RowEdit> &edits);
    void reload();

    Workspace &m_workspace;
    FreshReader *m_reader;
    PlanSetValues m_sets;
};
