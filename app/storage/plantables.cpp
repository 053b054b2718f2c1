// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/media.h"
#include "domain/overlay.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "domain/review.h"
#include "domain/schedule.h"
#include "domain/snippet.h"
#include "storage/rowspec.h"

using namespace Qt::StringLiterals;
using Spec::column;

template<>
const RowSpec<Channel> &rowSpec<Channel>()
{
    static const RowSpec<Channel> spec {u"channel"_s,
        {column<Channel, &Channel::network>("network"), column<Channel, &Channel::name>("name"),
            column<Channel, &Channel::handle>("handle"),
            column<Channel, &Channel::position>("position"),
            column<Channel, &Channel::zone>("zone"),
            column<Channel, &Channel::approval>("approval"),
            column<Channel, &Channel::utmSource>("utm_source"),
            column<Channel, &Channel::utmMedium>("utm_medium"),
            column<Channel, &Channel::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Campaign> &rowSpec<Campaign>()
{
    static const RowSpec<Campaign> spec {u"campaign"_s,
        {column<Campaign, &Campaign::name>("name"), column<Campaign, &Campaign::goal>("goal"),
            column<Campaign, &Campaign::colour>("colour"),
            column<Campaign, &Campaign::startsOn>("starts_on"),
            column<Campaign, &Campaign::endsOn>("ends_on"),
            column<Campaign, &Campaign::utmCampaign>("utm_campaign"),
            column<Campaign, &Campaign::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Pillar> &rowSpec<Pillar>()
{
    static const RowSpec<Pillar> spec {u"pillar"_s,
        {column<Pillar, &Pillar::name>("name"), column<Pillar, &Pillar::colour>("colour"),
            column<Pillar, &Pillar::position>("position"),
            column<Pillar, &Pillar::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Label> &rowSpec<Label>()
{
    static const RowSpec<Label> spec {u"label"_s,
        {column<Label, &Label::name>("name"), column<Label, &Label::colour>("colour"),
            column<Label, &Label::batch>("batch_id"),
            column<Label, &Label::mergedInto>("merged_into_id")}};
    return spec;
}

template<>
const RowSpec<PostLabel> &rowSpec<PostLabel>()
{
    static const RowSpec<PostLabel> spec {u"post_label"_s,
        {column<PostLabel, &PostLabel::post>("post_id"),
            column<PostLabel, &PostLabel::label>("label_id"),
            column<PostLabel, &PostLabel::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Post> &rowSpec<Post>()
{
    static const RowSpec<Post> spec {u"post"_s,
        {column<Post, &Post::title>("title"), column<Post, &Post::text>("text"),
            column<Post, &Post::campaign>("campaign_id"), column<Post, &Post::pillar>("pillar_id"),
            column<Post, &Post::day>("planned_day"), column<Post, &Post::time>("planned_time"),
            column<Post, &Post::zone>("zone"), column<Post, &Post::link>("link"),
            column<Post, &Post::tracksLink>("tracks_link"),
            column<Post, &Post::language>("language"), column<Post, &Post::notes>("notes"),
            column<Post, &Post::author>("author_id"), column<Post, &Post::createdAt>("created_at"),
            column<Post, &Post::series>("series_id"), column<Post, &Post::occurrence>("occurrence"),
            column<Post, &Post::coolDownDays>("cool_down_days"),
            column<Post, &Post::evergreenQueue>("evergreen_queue"),
            column<Post, &Post::evergreen>("evergreen_id"),
            column<Post, &Post::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Variant> &rowSpec<Variant>()
{
    static const RowSpec<Variant> spec {u"variant"_s,
        {column<Variant, &Variant::post>("post_id"),
            column<Variant, &Variant::channel>("channel_id"),
            column<Variant, &Variant::detached>("detached"),
            column<Variant, &Variant::text>("text"), column<Variant, &Variant::status>("status"),
            column<Variant, &Variant::day>("planned_day"),
            column<Variant, &Variant::time>("planned_time"),
            column<Variant, &Variant::zone>("zone"),
            column<Variant, &Variant::postedAt>("posted_at"),
            column<Variant, &Variant::link>("link"),
            column<Variant, &Variant::firstComment>("first_comment"),
            column<Variant, &Variant::thread>("thread"),
            column<Variant, &Variant::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<Media> &rowSpec<Media>()
{
    static const RowSpec<Media> spec {u"media"_s,
        {column<Media, &Media::name>("name"), column<Media, &Media::kind>("kind"),
            column<Media, &Media::place>("place"), column<Media, &Media::checksum>("checksum"),
            column<Media, &Media::bytes>("bytes"), column<Media, &Media::width>("width"),
            column<Media, &Media::height>("height"), column<Media, &Media::rights>("rights"),
            column<Media, &Media::createdAt>("created_at"),
            column<Media, &Media::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<PostMedia> &rowSpec<PostMedia>()
{
    static const RowSpec<PostMedia> spec {u"post_media"_s,
        {column<PostMedia, &PostMedia::post>("post_id"),
            column<PostMedia, &PostMedia::variant>("variant_id"),
            column<PostMedia, &PostMedia::media>("media_id"),
            column<PostMedia, &PostMedia::position>("position"),
            column<PostMedia, &PostMedia::altText>("alt_text"),
            column<PostMedia, &PostMedia::batch>("batch_id")}};
    return spec;
}

template<>
const RowSpec<MediaCrop> &rowSpec<MediaCrop>()
{
    static const RowSpec<MediaCrop> spec {u"media_crop"_s,
        {column<MediaCrop, &MediaCrop::post>("post_id"),
            column<MediaCrop, &MediaCrop::media>("post_media_id"),
            column<MediaCrop, &MediaCrop::variant>("variant_id"),
            column<MediaCrop, &MediaCrop::left>("left_edge"),
            column<MediaCrop, &MediaCrop::top>("top_edge"),
            column<MediaCrop, &MediaCrop::width>("width"),
            column<MediaCrop, &MediaCrop::height>("height")}};
    return spec;
}

template<>
const RowSpec<ChannelLimit> &rowSpec<ChannelLimit>()
{
    static const RowSpec<ChannelLimit> spec {u"channel_limit"_s,
        {column<ChannelLimit, &ChannelLimit::channel>("channel_id"),
            column<ChannelLimit, &ChannelLimit::surface>("surface"),
            column<ChannelLimit, &ChannelLimit::field>("field"),
            column<ChannelLimit, &ChannelLimit::rule>("rule"),
            column<ChannelLimit, &ChannelLimit::kind>("kind"),
            column<ChannelLimit, &ChannelLimit::limit>("most")}};
    return spec;
}

template<>
const RowSpec<Snippet> &rowSpec<Snippet>()
{
    static const RowSpec<Snippet> spec {u"snippet"_s,
        {column<Snippet, &Snippet::use>("purpose"), column<Snippet, &Snippet::name>("name"),
            column<Snippet, &Snippet::text>("text"), column<Snippet, &Snippet::network>("network"),
            column<Snippet, &Snippet::position>("position")}};
    return spec;
}

template<>
const RowSpec<DictionaryWord> &rowSpec<DictionaryWord>()
{
    static const RowSpec<DictionaryWord> spec {u"dictionary_word"_s,
        {column<DictionaryWord, &DictionaryWord::language>("language"),
            column<DictionaryWord, &DictionaryWord::word>("word")}};
    return spec;
}

template<>
const RowSpec<Overlay> &rowSpec<Overlay>()
{
    static const RowSpec<Overlay> spec {u"overlay"_s,
        {column<Overlay, &Overlay::name>("name"), column<Overlay, &Overlay::colour>("colour"),
            column<Overlay, &Overlay::place>("place"), column<Overlay, &Overlay::shown>("shown")}};
    return spec;
}

template<>
const RowSpec<OverlayDay> &rowSpec<OverlayDay>()
{
    static const RowSpec<OverlayDay> spec {u"overlay_day"_s,
        {column<OverlayDay, &OverlayDay::overlay>("overlay_id"),
            column<OverlayDay, &OverlayDay::from>("from_day"),
            column<OverlayDay, &OverlayDay::to>("to_day"),
            column<OverlayDay, &OverlayDay::name>("name")}};
    return spec;
}

template<>
const RowSpec<PostComment> &rowSpec<PostComment>()
{
    static const RowSpec<PostComment> spec {u"post_comment"_s,
        {column<PostComment, &PostComment::post>("post_id"),
            column<PostComment, &PostComment::variant>("variant_id"),
            column<PostComment, &PostComment::author>("author_id"),
            column<PostComment, &PostComment::at>("at"),
            column<PostComment, &PostComment::text>("text"),
            column<PostComment, &PostComment::audience>("audience"),
            column<PostComment, &PostComment::resolvedAt>("resolved_at")}};
    return spec;
}

template<>
const RowSpec<ChecklistItem> &rowSpec<ChecklistItem>()
{
    static const RowSpec<ChecklistItem> spec {u"checklist_item"_s,
        {column<ChecklistItem, &ChecklistItem::post>("post_id"),
            column<ChecklistItem, &ChecklistItem::position>("position"),
            column<ChecklistItem, &ChecklistItem::text>("text"),
            column<ChecklistItem, &ChecklistItem::doneAt>("done_at"),
            column<ChecklistItem, &ChecklistItem::doneBy>("done_by_id")}};
    return spec;
}

template<>
const RowSpec<TextVersion> &rowSpec<TextVersion>()
{
    static const RowSpec<TextVersion> spec {u"text_version"_s,
        {column<TextVersion, &TextVersion::post>("post_id"),
            column<TextVersion, &TextVersion::variant>("variant_id"),
            column<TextVersion, &TextVersion::text>("text"),
            column<TextVersion, &TextVersion::status>("status"),
            column<TextVersion, &TextVersion::author>("author_id"),
            column<TextVersion, &TextVersion::at>("at")}};
    return spec;
}

template<>
const RowSpec<PostingSlot> &rowSpec<PostingSlot>()
{
    static const RowSpec<PostingSlot> spec {u"posting_slot"_s,
        {column<PostingSlot, &PostingSlot::channel>("channel_id"),
            column<PostingSlot, &PostingSlot::weekday>("weekday"),
            column<PostingSlot, &PostingSlot::time>("local_time"),
            column<PostingSlot, &PostingSlot::queue>("queue")}};
    return spec;
}

template<>
const RowSpec<Series> &rowSpec<Series>()
{
    static const RowSpec<Series> spec {u"series"_s,
        {column<Series, &Series::rule>("rule"), column<Series, &Series::start>("start_day"),
            column<Series, &Series::time>("local_time"), column<Series, &Series::zone>("zone"),
            column<Series, &Series::skipped>("skipped")}};
    return spec;
}

template<>
const RowSpec<ProfileCopy> &rowSpec<ProfileCopy>()
{
    static const RowSpec<ProfileCopy> spec {u"profile_copy"_s,
        {column<ProfileCopy, &ProfileCopy::channel>("channel_id"),
            column<ProfileCopy, &ProfileCopy::surface>("surface"),
            column<ProfileCopy, &ProfileCopy::version>("version"),
            column<ProfileCopy, &ProfileCopy::text>("text"),
            column<ProfileCopy, &ProfileCopy::status>("status"),
            column<ProfileCopy, &ProfileCopy::liveSince>("live_since"),
            column<ProfileCopy, &ProfileCopy::liveUntil>("live_until"),
            column<ProfileCopy, &ProfileCopy::author>("author_id"),
            column<ProfileCopy, &ProfileCopy::createdAt>("created_at")}};
    return spec;
}
