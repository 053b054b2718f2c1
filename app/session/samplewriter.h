// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/idsource.h"
#include "domain/conversation.h"
#include "domain/media.h"
#include "domain/profilecopy.h"
#include "domain/prospect.h"
#include "domain/stage.h"
#include "storage/transaction.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

/// Writes the sample's JSON as rows. Days are counted from today; a fraction of a day is a time of day.
class SampleWriter
{
public:
    SampleWriter(Transaction &transaction, const QTimeZone &zone, QJsonObject sample);
    [[nodiscard]] Result<> write();

private:
    struct FixedClock final : Clock
    {
        explicit FixedClock(qint64 ms)
            : at(ms)
        { }
        [[nodiscard]] qint64 now() const override { return at; }
        qint64 at;
    };

    [[nodiscard]] Result<> writeMembers();
    [[nodiscard]] Result<> writePlan();
    [[nodiscard]] Result<> writeThemes(); ///< pillars, labels, posting slots
    [[nodiscard]] Result<> writePictures();
    [[nodiscard]] Result<> writeSnippets(); ///< and the team's words
    [[nodiscard]] Result<> writePosts();
    [[nodiscard]] Result<> writeMediaOf(const QJsonObject &from, PostId post);
    [[nodiscard]] Result<> writeProfile();
    [[nodiscard]] Result<> writePeople(const QJsonArray &prospects);
    [[nodiscard]] Result<> writeProspect(const QJsonObject &from);
    [[nodiscard]] Result<> writeHandles(const QJsonObject &from, const Prospect &prospect);
    [[nodiscard]] Result<> writeTouches(const QJsonObject &from, const Prospect &prospect);
    [[nodiscard]] Result<> writeConversation(const QJsonObject &from, const Prospect &prospect);
    /// Homework, offers, handovers and who brought whom, where \a push has them: in samplewriter_push.cpp.
    [[nodiscard]] Result<> writePush(const QJsonObject &push);
    [[nodiscard]] Result<> writeFacts(const QJsonArray &facts);
    [[nodiscard]] Result<> writeOffers(const QJsonArray &offers);
    [[nodiscard]] Result<> writeHandovers(const QJsonArray &handovers);
    [[nodiscard]] Result<> writeAdvocacy(const QJsonArray &touches);
    [[nodiscard]] qint64 at(double day) const;
    [[nodiscard]] StageId stage(const QString &key) const;
    /// The version of \a surface that was live at \a ms, if any.
    [[nodiscard]] ProfileCopyId liveCopy(const QString &surface, qint64 ms) const;

    Transaction &m_transaction;
    const QTimeZone m_zone;
    const QJsonObject m_sample;
    const FixedClock m_clock;
    IdSource m_ids;
    const QDate m_today;
    QHash<QString, ChannelId> m_channels;
    QHash<QString, CampaignId> m_campaigns;
    QHash<QString, PillarId> m_pillars;
    QHash<QString, LabelId> m_labels;
    struct Picture
    {
        MediaId id;
        QString altText;
    };
    QHash<QString, Picture> m_pictures;
    QList<PostId> m_posts;
    QMultiHash<QString, ProfileCopy> m_profile; ///< versions by "channel/surface"
    QList<UserId> m_members;
    QList<Stage> m_stages;
    QHash<QString, ProspectId> m_prospects; ///< by name
};
