// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settable.h"

#include "storage/circle.h"
#include "storage/salestable.h"

#include <utility>

using namespace Qt::StringLiterals;

Result<QList<Post>> SetTable::postsOf(Connection &connection, CampaignId campaign)
{
    return selectRows<Post>(connection, u"WHERE campaign_id = ? ORDER BY id"_s, {campaign.value()});
}

Result<QList<Post>> SetTable::postsOf(Connection &connection, PillarId pillar)
{
    return selectRows<Post>(connection, u"WHERE pillar_id = ? ORDER BY id"_s, {pillar.value()});
}

Result<QList<PostLabel>> SetTable::labelled(Connection &connection, LabelId label)
{
    return selectRows<PostLabel>(connection, u"WHERE label_id = ? ORDER BY id"_s, {label.value()});
}

Result<QList<ProspectLabel>> SetTable::labelledPeople(Connection &connection, LabelId label)
{
    return selectRows<ProspectLabel>(connection,
        "WHERE label_id = ? AND "_L1 + Circle::isKnown(connection, u"prospect_id"_s)
            + " ORDER BY id"_L1,
        {label.value()});
}

Result<SetTable::OfChannel> SetTable::ofChannel(Connection &connection, ChannelId channel)
{
    OfChannel found;
    Result<> done;
    const auto read = [&]<typename T>(QList<T> &into, const QString &where) {
        if (!done)
            return;
        auto rows = selectRows<T>(connection, where + " ORDER BY id"_L1, {channel.value()});
        if (rows)
            into = std::move(*rows);
        else
            done = tl::unexpected(rows.error());
    };
    const auto ofChannel = u"WHERE channel_id = ?"_s;
    const auto ofVariants =
        u"WHERE variant_id IN (SELECT id FROM live_variant WHERE channel_id = ?)"_s;
    read(found.variants, ofChannel);
    read(found.media, ofVariants);
    read(found.crops, ofVariants);
    read(found.postingSlots, ofChannel);
    read(found.limits, ofChannel);
    read(found.copies, ofChannel);
    if (!done)
        return tl::unexpected(done.error());
    return found;
}
