// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

using AttachmentId = Id<struct AttachmentTag>;
using BatchId = Id<struct BatchTag>;
using CampaignId = Id<struct CampaignTag>;
using ChannelId = Id<struct ChannelTag>;
using ChannelLimitId = Id<struct ChannelLimitTag>;
using ChartGoalId = Id<struct ChartGoalTag>;
using ChartNoteId = Id<struct ChartNoteTag>;
using ChecklistItemId = Id<struct ChecklistItemTag>;
using CompanyId = Id<struct CompanyTag>;
using ConsentId = Id<struct ConsentTag>;
using ConversationId = Id<struct ConversationTag>;
using ConversationShareId = Id<struct ConversationShareTag>;
using CustomFieldId = Id<struct CustomFieldTag>;
using CustomValueId = Id<struct CustomValueTag>;
using DictionaryWordId = Id<struct DictionaryWordTag>;
using FactId = Id<struct FactTag>;
using FollowUpId = Id<struct FollowUpTag>;
using HandleId = Id<struct HandleTag>;
using HandoverId = Id<struct HandoverTag>;
using HandoverTouchId = Id<struct HandoverTouchTag>;
using HopId = Id<struct HopTag>;
using LabelId = Id<struct LabelTag>;
using LostReasonId = Id<struct LostReasonTag>;
using MediaCropId = Id<struct MediaCropTag>;
using MediaId = Id<struct MediaTag>;
using MergeId = Id<struct MergeTag>;
using MergePartId = Id<struct MergePartTag>;
using MessageId = Id<struct MessageTag>;
using MoveId = Id<struct MoveTag>;
using NotDuplicateId = Id<struct NotDuplicateTag>;
using OfferId = Id<struct OfferTag>;
using OverlayDayId = Id<struct OverlayDayTag>;
using OverlayId = Id<struct OverlayTag>;
using OverrideId = Id<struct OverrideTag>;
using ParticipantId = Id<struct ParticipantTag>;
using PillarId = Id<struct PillarTag>;
using PipelineVersionId = Id<struct PipelineVersionTag>;
using PostCommentId = Id<struct PostCommentTag>;
using PostId = Id<struct PostTag>;
using PostingSlotId = Id<struct PostingSlotTag>;
using PostLabelId = Id<struct PostLabelTag>;
using PostMediaId = Id<struct PostMediaTag>;
using ProfileCopyId = Id<struct ProfileCopyTag>;
using ProposalId = Id<struct ProposalTag>;
using ProspectId = Id<struct ProspectTag>;
using ProspectLabelId = Id<struct ProspectLabelTag>;
using RetentionRuleId = Id<struct RetentionRuleTag>;
using SavedBoardId = Id<struct SavedBoardTag>;
using SavedFilterId = Id<struct SavedFilterTag>;
using SeriesId = Id<struct SeriesTag>;
using SnippetId = Id<struct SnippetTag>;
using SourceThreadId = Id<struct SourceThreadTag>;
using StageId = Id<struct StageTag>;
using SuppressionId = Id<struct SuppressionTag>;
using TextVersionId = Id<struct TextVersionTag>;
using TouchId = Id<struct TouchTag>;
using UserId = Id<struct UserTag>;
using VariantId = Id<struct VariantTag>;
