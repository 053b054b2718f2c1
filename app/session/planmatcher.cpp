// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planmatcher.h"

#include "base/text.h"
#include "session/importjob.h"
#include "session/importlabels.h"
#include "session/importwords.h"
#include "storage/bulkinsert.h"

#include <QCoreApplication>
#include <QMimeDatabase>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int Colours = 8; ///< of the palettes of campaigns, pillars and labels

/// A handle or name as people write either: "@Brew" and "brew" are one.
QString account(const QString &text)
{
    const QString folded = foldText(text);
    return folded.startsWith(u'@') ? folded.mid(1) : folded;
}

bool isNamed(const Channel &channel, const QString &name)
{
    return !name.isEmpty()
        && (account(channel.handle) == account(name) || foldText(channel.name) == foldText(name)
            || channel.id.toString() == name);
}

MediaKind kindOf(const QString &name)
{
    const QString type =
        QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    if (type.startsWith("video/"_L1) || type.startsWith("audio/"_L1))
        return MediaKind::Video;
    if (type.startsWith("text/"_L1) || type == "application/pdf"_L1)
        return MediaKind::Document;
    return MediaKind::Picture;
}

/// The id of the value named \a name, made where there is none.
template<typename T, typename Id>
Result<Id> findOrMake(
    ImportJob &job, Transaction &transaction, QList<T> &values, const QString &name)
{
    const QString wanted = foldText(name);
    if (wanted.isEmpty())
        return Id();
    const auto found = std::ranges::find_if(
        values, [&wanted](const T &value) { return foldText(value.name) == wanted; });
    if (found != values.end())
        return found->id;
    T made;
    made.id = Id::create(*job.context().ids);
    made.name = name.trimmed();
    made.colour = int(values.size() % Colours);
    if constexpr (std::is_same_v<T, Pillar>)
        made.position = values.isEmpty() ? 0 : values.last().position + 1;
    made.batch = job.batch();
    if (auto done = BulkInsert<T>(transaction).add(made); !done)
        return tl::unexpected(done.error());
    values.append(made);
    return made.id;
}
} // namespace

PlanMatcher::PlanMatcher(ImportJob &job, QString file, QString constant)
    : m_job(job)
    , m_file(std::move(file))
    , m_constant(std::move(constant))
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
{ }

QString PlanMatcher::nameOf(const Channel &channel) const
{
    return ImportWords::tr("“%1” (%2)").arg(channel.name, m_networks.nameOf(channel.network));
}

Result<QList<ChannelId>> PlanMatcher::channels(Transaction &transaction, const PlannedPost &post)
{
    QList<PlannedChannel> wanted = post.channels;
    if (wanted.isEmpty() && !m_constant.isEmpty())
        wanted.append({QString(), QString(), m_constant});
    QList<ChannelId> ids;
    for (const PlannedChannel &one : std::as_const(wanted)) {
        auto found = channel(transaction, one, post.line);
        if (!found)
            return found;
        for (const ChannelId id : *found) {
            if (!ids.contains(id))
                ids << id;
        }
    }
    return ids;
}

QList<Channel> PlanMatcher::candidates(const PlannedChannel &wanted) const
{
    const QList<Channel> &all = m_job.plan().sets.channels;
    const Network *network = m_networks.findNamed(wanted.network);
    QList<Channel> found;
    const auto take = [&](auto fits) {
        std::ranges::copy_if(all, std::back_inserter(found), fits);
    };
    if (!network) {
        // Some write an account where others write a network.
        const QString named = wanted.network.isEmpty()
            ? (wanted.handle.isEmpty() ? wanted.name : wanted.handle)
            : wanted.network;
        take([&named](const Channel &channel) { return isNamed(channel, named); });
        return found;
    }
    take([network](const Channel &channel) { return channel.network == network->key; });
    const bool isExact = wanted.network.compare(network->key, Qt::CaseInsensitive) == 0;
    if (found.isEmpty() && !isExact && network->key.contains(u'-')) {
        // "LinkedIn" may mean a member's profile as well as a page.
        const QString family = network->key.section(u'-', 0, 0) + u'-';
        take([&family](const Channel &channel) { return channel.network.startsWith(family); });
    }
    const auto isTheOne = [&wanted](const Channel &channel) {
        return wanted.handle.isEmpty() ? isNamed(channel, wanted.name)
                                       : account(channel.handle) == account(wanted.handle);
    };
    if (!wanted.handle.isEmpty() || !wanted.name.isEmpty())
        found.removeIf([&isTheOne](const Channel &channel) { return !isTheOne(channel); });
    return found;
}

Result<QList<ChannelId>> PlanMatcher::choose(
    const QList<Channel> &found, const PlannedChannel &wanted) const
{
    if (found.size() == 1)
        return QList<ChannelId> {found.first().id};
    QStringList names;
    for (const Channel &channel : found) {
        if (isNamed(channel, m_constant) || (!wanted.name.isEmpty() && channel.name == wanted.name))
            return QList<ChannelId> {channel.id};
        names << nameOf(channel);
    }
    const QString text = wanted.network.isEmpty() ? wanted.name : wanted.network;
    return fail(Error::Code::Rejected,
        ImportWords::tr("“%1” can be %2. Say which the posts are for (on the command line: --const "
                        "channel=NAME).")
            .arg(text, names.join(u", "_s)));
}

Result<QList<ChannelId>> PlanMatcher::channel(
    Transaction &transaction, const PlannedChannel &wanted, qint64 line)
{
    if (wanted.network.compare("all"_L1, Qt::CaseInsensitive) == 0) {
        QList<ChannelId> all;
        for (const Channel &channel : std::as_const(m_job.plan().sets.channels))
            all << channel.id;
        if (all.isEmpty())
            return fail(Error::Code::Rejected,
                ImportWords::tr("“all” means every channel, and the workspace has none yet."));
        return all;
    }
    if (const QList<Channel> found = candidates(wanted); !found.isEmpty())
        return choose(found, wanted);
    const Network *network = m_networks.findNamed(wanted.network);
    if (!network)
        return fail(Error::Code::Rejected,
            ImportWords::tr("There is no network and no channel “%1”.")
                .arg(wanted.network.isEmpty() ? wanted.handle + wanted.name : wanted.network));
    return make(transaction, wanted, network->key, line);
}

Result<QList<ChannelId>> PlanMatcher::make(
    Transaction &transaction, const PlannedChannel &wanted, const QString &network, qint64 line)
{
    QList<Channel> &all = m_job.plan().sets.channels;
    Channel channel;
    channel.id = ChannelId::create(*m_job.context().ids);
    channel.network = network;
    channel.handle = wanted.handle;
    channel.name = wanted.name.isEmpty() ? wanted.handle : wanted.name;
    if (channel.name.isEmpty())
        channel.name = m_networks.nameOf(network);
    channel.position = all.isEmpty() ? 0 : all.last().position + 1;
    channel.batch = m_job.batch();
    if (auto done = BulkInsert<Channel>(transaction).add(channel); !done)
        return tl::unexpected(done.error());
    all.append(channel);
    m_job.report().issues.append({m_file, line, Severity::Info, u"new-channel"_s,
        ImportWords::tr("There was no channel for it: %1 was made.").arg(nameOf(channel))});
    return QList<ChannelId> {channel.id};
}

Result<CampaignId> PlanMatcher::campaign(Transaction &transaction, const QString &name)
{
    return findOrMake<Campaign, CampaignId>(m_job, transaction, m_job.plan().sets.campaigns, name);
}

Result<PillarId> PlanMatcher::pillar(Transaction &transaction, const QString &name)
{
    return findOrMake<Pillar, PillarId>(m_job, transaction, m_job.plan().sets.pillars, name);
}

Result<LabelId> PlanMatcher::label(Transaction &transaction, const QString &name)
{
    return ImportLabels::named(m_job, transaction, name);
}

Result<MediaId> PlanMatcher::media(Transaction &transaction, const QString &place)
{
    const bool isName = !place.contains(u'/') && !place.contains(u'\\');
    QList<Media> &all = m_job.plan().media;
    const auto found = std::ranges::find_if(all, [&](const Media &media) {
        return isName ? media.name == place && media.place.isEmpty() : media.place == place;
    });
    if (found != all.end())
        return found->id;
    Media made;
    made.id = MediaId::create(*m_job.context().ids);
    made.name = place.section(u'?', 0, 0).section(u'/', -1);
    if (made.name.isEmpty())
        made.name = place;
    made.kind = kindOf(made.name);
    if (!isName)
        made.place = place;
    made.createdAt = m_job.context().now;
    made.batch = m_job.batch();
    if (auto done = BulkInsert<Media>(transaction).add(made); !done)
        return tl::unexpected(done.error());
    all.append(made);
    return made.id;
}
