// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/samplewriter.h"

#include "base/moment.h"
#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/move.h"
#include "domain/post.h"
#include "domain/profilecopy.h"
#include "domain/schedule.h"
#include "domain/snippet.h"
#include "domain/touch.h"
#include "session/picturefile.h"
#include "session/samplehistory.h"
#include "session/samplepictures.h"
#include "storage/bulkinsert.h"
#include "storage/mediatable.h"
#include "storage/searchindex.h"
#include "storage/settingtable.h"
#include "storage/visible.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
QString text(const QJsonObject &from, QLatin1StringView key)
{
    return from.value(key).toString();
}
} // namespace

SampleWriter::SampleWriter(Transaction &transaction, const QTimeZone &zone, QJsonObject sample)
    : m_transaction(transaction)
    , m_zone(zone)
    , m_sample(std::move(sample))
    , m_clock(transaction.now)
    , m_ids(m_clock, 0)
    , m_today(localDay(transaction.now, m_zone))
{ }

Result<> SampleWriter::write()
{
    auto stages = selectRows<Stage>(m_transaction.connection(), u"ORDER BY position"_s);
    if (!stages)
        return tl::unexpected(stages.error());
    m_stages = *stages;
    Result<> done = SettingTable::set(m_transaction, u"name"_s, text(m_sample, "name"_L1));
    for (auto part : {&SampleWriter::writeMembers, &SampleWriter::writePlan,
             &SampleWriter::writeThemes, &SampleWriter::writePictures, &SampleWriter::writeSnippets,
             &SampleWriter::writePosts, &SampleWriter::writeProfile}) {
        if (done)
            done = (this->*part)();
    }
    const QJsonObject history =
        SampleHistory(m_sample.value("history"_L1).toObject(), m_sample.value("posts"_L1).toArray())
            .make();
    return done.and_then([&] { return writePeople(m_sample.value("prospects"_L1).toArray()); })
        .and_then([&] { return writePeople(history.value("prospects"_L1).toArray()); })
        .and_then([&] { return writePush(m_sample.value("push"_L1).toObject()); })
        .and_then([&] { return writePush(history); })
        .and_then([&] { return SearchIndex::rebuild(m_transaction); });
}

qint64 SampleWriter::at(double day) const
{
    // Whole days are mid-morning; nothing lies in the future that has happened.
    const double whole = std::floor(day);
    const auto minutes = int(std::lround((day - whole) * 9 * 60));
    const qint64 ms =
        localToInstant(m_today.addDays(qint64(whole)), QTime(9, 30).addSecs(minutes * 60), m_zone);
    return std::min(ms, m_clock.at - 60000);
}

StageId SampleWriter::stage(const QString &key) const
{
    const int index = indexOfStage(m_stages, QStringView(key));
    return index < 0 ? StageId() : m_stages.at(index).id;
}

ProfileCopyId SampleWriter::liveCopy(const QString &surface, qint64 ms) const
{
    const QList<ProfileCopy> versions = m_profile.values(surface);
    const auto live = std::ranges::find_if(versions, [ms](const ProfileCopy &copy) {
        return copy.liveSince != 0 && copy.liveSince <= ms
            && (copy.liveUntil == 0 || ms < copy.liveUntil);
    });
    return live == versions.end() ? ProfileCopyId() : live->id;
}

Result<> SampleWriter::writeMembers()
{
    m_members << UserId(1);
    BulkInsert<User> insert(m_transaction);
    const QJsonArray members = m_sample.value("members"_L1).toArray();
    for (const auto &value : members) {
        const QJsonObject from = value.toObject();
        User member;
        member.id = UserId::create(m_ids);
        member.login = text(from, "login"_L1);
        member.name = text(from, "name"_L1);
        member.role = fromText<Role>(text(from, "role"_L1)).value_or(Role::SalesRep);
        if (auto done = insert.add(member); !done)
            return done;
        m_members << member.id;
    }
    return {};
}

Result<> SampleWriter::writePlan()
{
    BulkInsert<Channel> channels(m_transaction);
    const QJsonArray fromChannels = m_sample.value("channels"_L1).toArray();
    for (const auto &value : fromChannels) {
        const QJsonObject from = value.toObject();
        Channel channel;
        channel.id = ChannelId::create(m_ids);
        channel.network = text(from, "network"_L1);
        channel.name = text(from, "name"_L1);
        channel.handle = text(from, "handle"_L1);
        channel.position = int(m_channels.size());
        m_channels.insert(text(from, "key"_L1), channel.id);
        if (auto done = channels.add(channel); !done)
            return done;
    }
    BulkInsert<Campaign> campaigns(m_transaction);
    const QJsonArray fromCampaigns = m_sample.value("campaigns"_L1).toArray();
    for (const auto &value : fromCampaigns) {
        const QJsonObject from = value.toObject();
        Campaign campaign;
        campaign.id = CampaignId::create(m_ids);
        campaign.name = text(from, "name"_L1);
        campaign.goal = text(from, "goal"_L1);
        campaign.colour = from.value("colour"_L1).toInt();
        campaign.startsOn = m_today.addDays(from.value("starts"_L1).toInt());
        campaign.endsOn = m_today.addDays(from.value("ends"_L1).toInt());
        m_campaigns.insert(text(from, "key"_L1), campaign.id);
        if (auto done = campaigns.add(campaign); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeThemes()
{
    BulkInsert<Pillar> pillars(m_transaction);
    const QJsonArray fromPillars = m_sample.value("pillars"_L1).toArray();
    for (const auto &value : fromPillars) {
        const QJsonObject from = value.toObject();
        Pillar pillar;
        pillar.id = PillarId::create(m_ids);
        pillar.name = text(from, "name"_L1);
        pillar.colour = from.value("colour"_L1).toInt();
        pillar.position = int(m_pillars.size());
        m_pillars.insert(text(from, "key"_L1), pillar.id);
        if (auto done = pillars.add(pillar); !done)
            return done;
    }
    BulkInsert<Label> labels(m_transaction);
    const QJsonArray fromLabels = m_sample.value("labels"_L1).toArray();
    for (const auto &value : fromLabels) {
        const QJsonObject from = value.toObject();
        Label label;
        label.id = LabelId::create(m_ids);
        label.name = text(from, "name"_L1);
        label.colour = from.value("colour"_L1).toInt();
        m_labels.insert(text(from, "key"_L1), label.id);
        if (auto done = labels.add(label); !done)
            return done;
    }
    BulkInsert<PostingSlot> postingSlots(m_transaction);
    const QJsonArray fromSlots = m_sample.value("slots"_L1).toArray();
    for (const auto &value : fromSlots) {
        const QJsonObject from = value.toObject();
        PostingSlot slot;
        slot.id = PostingSlotId::create(m_ids);
        slot.channel = m_channels.value(text(from, "channel"_L1));
        slot.weekday = from.value("weekday"_L1).toInt();
        slot.time = QTime::fromString(text(from, "time"_L1), u"HH:mm"_s);
        if (auto done = postingSlots.add(slot); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writePictures()
{
    BulkInsert<Media> insert(m_transaction);
    const QJsonArray pictures = m_sample.value("pictures"_L1).toArray();
    for (const auto &value : pictures) {
        const QJsonObject from = value.toObject();
        const QByteArray bytes = PictureFile::encode(drawSamplePicture(from));
        const auto facts = PictureFile::inspect(bytes);
        if (!facts)
            return tl::unexpected(facts.error());
        Media media;
        media.id = MediaId::create(m_ids);
        media.name = text(from, "name"_L1);
        media.checksum = QString::fromLatin1(
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        media.bytes = bytes.size();
        media.width = facts->size.width();
        media.height = facts->size.height();
        media.rights = text(from, "rights"_L1);
        media.createdAt = at(-60);
        Result<> done = insert.add(media);
        if (done)
            done = MediaTable::keep(m_transaction, media.id, {bytes, facts->thumbnail});
        if (!done)
            return done;
        m_pictures.insert(text(from, "key"_L1), {media.id, text(from, "alt"_L1)});
    }
    return {};
}

Result<> SampleWriter::writeMediaOf(const QJsonObject &from, PostId post)
{
    BulkInsert<PostMedia> insert(m_transaction);
    const QJsonArray media = from.value("media"_L1).toArray();
    int position = 0;
    for (const auto &key : media) {
        const Picture picture = m_pictures.value(key.toString());
        PostMedia attached;
        attached.id = PostMediaId::create(m_ids);
        attached.post = post;
        attached.media = picture.id;
        attached.position = position++;
        attached.altText = picture.altText;
        if (auto done = insert.add(attached); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeSnippets()
{
    BulkInsert<Snippet> snippets(m_transaction);
    const QJsonArray fromSnippets = m_sample.value("snippets"_L1).toArray();
    int position = 0;
    for (const auto &value : fromSnippets) {
        const QJsonObject from = value.toObject();
        Snippet snippet;
        snippet.id = SnippetId::create(m_ids);
        snippet.use = fromText<SnippetUse>(text(from, "use"_L1)).value_or(SnippetUse::Template);
        snippet.name = text(from, "name"_L1);
        snippet.text = text(from, "text"_L1);
        snippet.network = text(from, "network"_L1);
        snippet.position = position++;
        if (auto done = snippets.add(snippet); !done)
            return done;
    }
    BulkInsert<DictionaryWord> words(m_transaction);
    const QJsonArray fromWords = m_sample.value("words"_L1).toArray();
    for (const auto &value : fromWords) {
        DictionaryWord word;
        word.id = DictionaryWordId::create(m_ids);
        word.word = value.toString();
        if (auto done = words.add(word); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writePosts()
{
    BulkInsert<PostLabel> labels(m_transaction);
    BulkInsert<Post> posts(m_transaction);
    BulkInsert<Variant> variants(m_transaction);
    const QJsonArray fromPosts = m_sample.value("posts"_L1).toArray();
    for (const auto &value : fromPosts) {
        const QJsonObject from = value.toObject();
        Post post;
        post.id = PostId::create(m_ids);
        post.title = text(from, "title"_L1);
        post.text = text(from, "text"_L1);
        post.notes = text(from, "notes"_L1);
        post.link = text(from, "link"_L1);
        post.tracksLink = from.value("tracked"_L1).toBool();
        post.campaign = m_campaigns.value(text(from, "campaign"_L1));
        post.pillar = m_pillars.value(text(from, "pillar"_L1));
        post.author = m_members.at(1);
        post.createdAt = at(-60);
        const bool isDated = from.value("day"_L1).isDouble();
        if (isDated) {
            post.day = m_today.addDays(from.value("day"_L1).toInt());
            post.time = QTime::fromString(text(from, "time"_L1), u"HH:mm"_s);
        }
        m_posts << post.id;
        Result<> done = posts.add(post);
        if (done)
            done = writeMediaOf(from, post.id);
        const QJsonArray fromLabels = from.value("labels"_L1).toArray();
        for (const auto &key : fromLabels) {
            PostLabel label;
            label.id = PostLabelId::create(m_ids);
            label.post = post.id;
            label.label = m_labels.value(key.toString());
            if (done)
                done = labels.add(label);
        }
        const bool isPast = isDated && localToInstant(*post.day, *post.time, m_zone) <= m_clock.at;
        const QJsonArray channels = from.value("channels"_L1).toArray();
        const QJsonObject own = from.value("variants"_L1).toObject();
        for (const auto &channel : channels) {
            Variant variant;
            variant.id = VariantId::create(m_ids);
            variant.post = post.id;
            variant.channel = m_channels.value(channel.toString());
            variant.text = own.value(channel.toString()).toString();
            variant.detached = !variant.text.isEmpty();
            variant.status = fromText<PostStatus>(text(from, "status"_L1))
                                 .value_or(isPast ? PostStatus::Posted : PostStatus::Scheduled);
            if (variant.status == PostStatus::Posted)
                variant.postedAt = localToInstant(*post.day, *post.time, m_zone);
            if (done)
                done = variants.add(variant);
        }
        if (!done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeProfile()
{
    BulkInsert<ProfileCopy> insert(m_transaction);
    const QJsonArray surfaces = m_sample.value("profile"_L1).toArray();
    for (const auto &value : surfaces) {
        const QJsonObject from = value.toObject();
        int version = 0;
        const QJsonArray versions = from.value("versions"_L1).toArray();
        for (const auto &entry : versions) {
            const QJsonObject fromVersion = entry.toObject();
            ProfileCopy copy;
            copy.id = ProfileCopyId::create(m_ids);
            copy.channel = m_channels.value(text(from, "channel"_L1));
            copy.surface = fromText<Surface>(text(from, "surface"_L1)).value_or(Surface::Bio);
            copy.version = ++version;
            copy.text = text(fromVersion, "text"_L1);
            copy.status =
                fromText<CopyStatus>(text(fromVersion, "status"_L1)).value_or(CopyStatus::Draft);
            copy.author = m_members.at(1);
            copy.createdAt = at(-70);
            if (fromVersion.contains("since"_L1))
                copy.liveSince = at(fromVersion.value("since"_L1).toDouble());
            if (fromVersion.contains("until"_L1))
                copy.liveUntil = at(fromVersion.value("until"_L1).toDouble());
            m_profile.insert(text(from, "channel"_L1) + u'/' + text(from, "surface"_L1), copy);
            if (auto done = insert.add(copy); !done)
                return done;
        }
    }
    return {};
}

Result<> SampleWriter::writePeople(const QJsonArray &prospects)
{
    for (const auto &prospect : prospects) {
        if (auto done = writeProspect(prospect.toObject()); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeProspect(const QJsonObject &from)
{
    Prospect prospect;
    prospect.id = ProspectId::create(m_ids);
    prospect.name = text(from, "name"_L1);
    m_prospects.insert(prospect.name, prospect.id);
    prospect.firstName = from.value("firstName"_L1).toString(prospect.name.section(u' ', 0, 0));
    prospect.lastName = from.value("lastName"_L1).toString(prospect.name.section(u' ', 1));
    prospect.title = text(from, "title"_L1);
    prospect.source = text(from, "source"_L1);
    // The first, unless another is named, so that whoever opens the sample may read its conversations.
    prospect.owner = m_members.value(from.value("owner"_L1).toInt());
    prospect.firstSeen = {at(from.value("firstSeen"_L1).toDouble()), Precision::Minute};
    prospect.createdAt = prospect.firstSeen.ms;
    prospect.lastActivityAt = prospect.firstSeen.ms;
    if (from.contains("value"_L1)) {
        prospect.valueMinor = qint64(from.value("value"_L1).toDouble());
        prospect.currency = u"EUR"_s;
    }
    Result<> done;
    const QString companyName = text(from, "company"_L1);
    if (!companyName.isEmpty()) {
        Company company;
        company.id = CompanyId::create(m_ids);
        company.name = companyName;
        prospect.company = company.id;
        done = BulkInsert<Company>(m_transaction).add(company);
    }
    QList<Move> moves;
    const QJsonArray steps = from.value("moves"_L1).toArray();
    for (const auto &value : steps) {
        const QJsonObject step = value.toObject();
        Move move;
        move.id = MoveId::create(m_ids);
        move.prospect = prospect.id;
        move.from = moves.isEmpty() ? StageId() : moves.last().to;
        move.to = stage(text(step, "to"_L1));
        move.at = {
            at(step.value("day"_L1).toDouble()) + qint64(moves.size()) * 60000, Precision::Minute};
        move.by =
            step.contains("by"_L1) ? m_members.value(step.value("by"_L1).toInt()) : prospect.owner;
        move.reason = text(step, "reason"_L1);
        move.lostReason = LostReasonId(step.value("lostReason"_L1).toInt());
        prospect.stage = move.to;
        prospect.lastActivityAt = std::max(prospect.lastActivityAt, move.at.ms);
        moves << move;
    }
    const QJsonArray touches = from.value("touches"_L1).toArray();
    for (const auto &value : touches)
        prospect.lastActivityAt =
            std::max(prospect.lastActivityAt, at(value.toObject().value("day"_L1).toDouble()));
    if (done)
        done = BulkInsert<Prospect>(m_transaction).add(prospect);
    BulkInsert<Move> insert(m_transaction);
    for (const Move &move : std::as_const(moves)) {
        if (done)
            done = insert.add(move);
    }
    return done.and_then([&] { return writeHandles(from, prospect); })
        .and_then([&] { return writeTouches(from, prospect); })
        .and_then([&] { return writeConversation(from, prospect); });
}

Result<> SampleWriter::writeHandles(const QJsonObject &from, const Prospect &prospect)
{
    BulkInsert<Handle> insert(m_transaction);
    const QJsonObject handles = from.value("handles"_L1).toObject();
    for (auto it = handles.begin(); it != handles.end(); ++it) {
        Handle handle;
        handle.id = HandleId::create(m_ids);
        handle.prospect = prospect.id;
        handle.network = it.key();
        handle.value = it.value().toString();
        if (auto done = insert.add(handle); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeTouches(const QJsonObject &from, const Prospect &prospect)
{
    BulkInsert<Touch> insert(m_transaction);
    const QJsonArray touches = from.value("touches"_L1).toArray();
    for (const auto &value : touches) {
        const QJsonObject entry = value.toObject();
        Touch touch;
        touch.id = TouchId::create(m_ids);
        touch.prospect = prospect.id;
        touch.kind = fromText<TouchKind>(text(entry, "kind"_L1)).value_or(TouchKind::Saw);
        touch.post = m_posts.value(entry.value("post"_L1).toInt(-1));
        touch.quote = text(entry, "quote"_L1);
        touch.at = {at(entry.value("day"_L1).toDouble()), Precision::Day};
        touch.profileCopy = liveCopy(text(entry, "profile"_L1), touch.at.ms);
        touch.by = m_members.at(1);
        if (auto done = insert.add(touch); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeConversation(const QJsonObject &from, const Prospect &prospect)
{
    const QJsonArray messages = from.value("messages"_L1).toArray();
    Result<> done;
    if (const QJsonObject next = from.value("followUp"_L1).toObject(); !next.isEmpty()) {
        FollowUp followUp;
        followUp.id = FollowUpId::create(m_ids);
        followUp.prospect = prospect.id;
        followUp.owner = prospect.owner;
        followUp.dueOn = m_today.addDays(next.value("day"_L1).toInt());
        followUp.what = text(next, "what"_L1);
        done = BulkInsert<FollowUp>(m_transaction).add(followUp);
    }
    if (messages.isEmpty() || !done)
        return done;
    Conversation conversation;
    conversation.id = ConversationId::create(m_ids);
    conversation.prospect = prospect.id;
    conversation.owner = prospect.owner;
    conversation.privacy = fromText<Privacy>(text(from, "privacy"_L1)).value_or(Privacy::Private);
    conversation.createdAt = at(messages.first().toObject().value("day"_L1).toDouble());
    QList<Message> entries;
    Participant us;
    us.id = ParticipantId::create(m_ids);
    us.conversation = conversation.id;
    us.isUs = true;
    us.name = u"Hearthline"_s;
    Participant them;
    them.id = ParticipantId::create(m_ids);
    them.conversation = conversation.id;
    them.prospect = prospect.id;
    them.name = prospect.name;
    for (const auto &value : messages) {
        const QJsonObject entry = value.toObject();
        Message message;
        message.conversation = conversation.id;
        message.medium = fromText<Medium>(text(entry, "medium"_L1)).value_or(Medium::DirectMessage);
        message.direction = fromText<Direction>(text(entry, "who"_L1)).value_or(Direction::Ours);
        message.sender = message.direction == Direction::Ours ? us.id : them.id;
        message.sentAt = {at(entry.value("day"_L1).toDouble()), Precision::Minute};
        const auto id = Visible::freeMessageId(m_transaction.connection(), message.sentAt.ms,
            entries.isEmpty() ? MessageId() : entries.last().id);
        if (!id)
            return tl::unexpected(id.error());
        message.id = *id;
        message.body = text(entry, "text"_L1);
        message.durationSeconds = entry.value("minutes"_L1).toInt() * 60;
        conversation = afterMessage(conversation, message);
        entries << message;
    }
    if (from.value("isClosed"_L1).toBool())
        conversation.closedAt = conversation.lastMessageAt + 60000;
    done = BulkInsert<Conversation>(m_transaction).add(conversation);
    BulkInsert<Participant> participants(m_transaction);
    for (const Participant *participant : {&us, &them})
        done = done ? participants.add(*participant) : done;
    BulkInsert<Message> insert(m_transaction);
    for (const Message &message : std::as_const(entries))
        done = done ? insert.add(message) : done;
    return done;
}
