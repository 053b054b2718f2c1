// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/network.h"
#include "domain/plannedpost.h"
#include "session/knownplan.h"

class ImportJob;
class Transaction;

/// Finds what a planned post names among what the workspace and this import have, and makes the rest in
/// the import's batch: channels, campaigns, pillars, labels, media.
class PlanMatcher
{
public:
    /// \a constant is the channel of rows that name none or could mean several: a name, handle
    /// or id.
    PlanMatcher(ImportJob &job, QString file, QString constant);

    /// The channels that \a post is for; none for an idea without one. A network with one channel is
    /// that channel; one that is named and not there is made, with an issue. Errors: Rejected where
    /// several could be meant, naming them, or where the network is unknown; those of writing.
    [[nodiscard]] Result<QList<ChannelId>> channels(
        Transaction &transaction, const PlannedPost &post);
    /// Null for an empty name.
    [[nodiscard]] Result<CampaignId> campaign(Transaction &transaction, const QString &name);
    [[nodiscard]] Result<PillarId> pillar(Transaction &transaction, const QString &name);
    [[nodiscard]] Result<LabelId> label(Transaction &transaction, const QString &name);
    [[nodiscard]] Result<MediaId> media(Transaction &transaction, const QString &place);

private:
    [[nodiscard]] Result<QList<ChannelId>> channel(
        Transaction &transaction, const PlannedChannel &wanted, qint64 line);
    [[nodiscard]] QList<Channel> candidates(const PlannedChannel &wanted) const;
    [[nodiscard]] Result<QList<ChannelId>> choose(
        const QList<Channel> &found, const PlannedChannel &wanted) const;
    [[nodiscard]] Result<QList<ChannelId>> make(Transaction &transaction,
        const PlannedChannel &wanted, const QString &network, qint64 line);
    [[nodiscard]] QString nameOf(const Channel &channel) const;

    ImportJob &m_job;
    const QString m_file;
    const QString m_constant;
    const NetworkTable m_networks;
};
