// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables.h"

#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/media.h"
#include "domain/move.h"
#include "domain/overlay.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "domain/prospect.h"
#include "domain/review.h"
#include "domain/schedule.h"
#include "domain/snippet.h"
#include "domain/stage.h"
#include "domain/touch.h"
#include "domain/user.h"
#include "storage/salestable.h"
#include "storage/stagetable.h"
#include "storage/visible.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
template<typename T>
TableInfo describe()
{
    const RowSpec<T> &spec = rowSpec<T>();
    TableInfo info {spec.table, {}, {}, false};
    for (const auto &column : spec.columns) {
        info.columns << column.name;
        if (column.isPrivate)
            info.privateColumns << column.name;
        if (column.follows)
            info.followingColumns << column.name;
        info.hasBatch = info.hasBatch || column.name == "batch_id"_L1;
    }
    return info;
}
} // namespace

const QList<TableInfo> &allTables()
{
    static const QList<TableInfo> tables = [] {
        QList<TableInfo> list {describe<User>(), describe<Stage>(), describe<PipelineVersion>(),
            describe<Channel>(), describe<Campaign>(), describe<Pillar>(), describe<Label>(),
            describe<Media>(), describe<PostingSlot>(), describe<Series>(),
            describe<ChannelLimit>(), describe<Snippet>(), describe<DictionaryWord>(),
            describe<Overlay>(), describe<OverlayDay>(), describe<Post>(), describe<PostLabel>(),
            describe<Variant>(), describe<PostMedia>(), describe<MediaCrop>(),
            describe<PostComment>(), describe<ChecklistItem>(), describe<TextVersion>(),
            describe<ProfileCopy>(), describe<LostReason>(), describe<CustomField>(),
            describe<SavedFilter>(), describe<RetentionRule>(), describe<ChartNote>(),
            describe<ChartGoal>(), describe<SavedBoard>(), describe<Suppression>(),
            describe<Company>(), describe<Prospect>(), describe<Handle>(), describe<Move>(),
            describe<Touch>(), describe<ProspectLabel>(), describe<CustomValue>(),
            describe<Consent>(), describe<Override>(), describe<Fact>(), describe<Offer>(),
            describe<Handover>(), describe<HandoverTouch>(), describe<Merge>(),
            describe<MergePart>(), describe<NotDuplicate>()};
        list << describe<Conversation>() << describe<Participant>() << describe<SourceThread>()
             << describe<ConversationShare>() << describe<Message>() << describe<Hop>()
             << describe<Attachment>() << describe<MoveProposal>() << describe<FollowUp>();
        return list;
    }();
    return tables;
}

const TableInfo &tableInfo(const QString &table)
{
    const auto found = std::ranges::find(allTables(), table, &TableInfo::table);
    Q_ASSERT(found != allTables().end());
    return *found;
}
