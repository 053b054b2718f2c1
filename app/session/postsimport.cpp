// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/postsimport.h"

#include "exchange/csvwriter.h"
#include "exchange/icalendar.h"
#include "exchange/plancsv.h"
#include "exchange/planfields.h"
#include "session/importjob.h"
#include "session/importwords.h"
#include "session/planupdate.h"
#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/plantable.h"
#include "storage/searchindex.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype PostsPerChunk = 400;

QByteArray hashed(const QStringList &parts)
{
    return QCryptographicHash::hash(parts.join(u'\x1f').toUtf8(), QCryptographicHash::Sha256);
}

/// "variant-7@pullpush" is 7 of the workspace that wrote it.
qint64 idIn(const QString &uid)
{
    return uid.endsWith("@pullpush"_L1) ? uid.section(u'-', 1).section(u'@', 0, 0).toLongLong() : 0;
}

QList<qint64> idsOfOurs(const QList<PlannedPost> &posts)
{
    QList<qint64> ids;
    for (const PlannedPost &post : posts) {
        if (const qint64 id = idIn(post.uid); post.isOurs && id != 0)
            ids << id;
    }
    return ids;
}

/// A channel is said once for all rows and is no column.
CsvMapping withoutChannelField(CsvMapping mapping)
{
    mapping.constants.remove(u"channel"_s);
    return mapping;
}
} // namespace

PostsImport::PostsImport(ImportJob &job, QString path, QString format)
    : m_job(job)
    , m_path(std::move(path))
    , m_fileName(QFileInfo(m_path).fileName())
    , m_format(std::move(format))
    , m_matcher(job, m_fileName, job.options().mapping.constants.value(u"channel"_s))
{ }

Result<PlanFile> PostsImport::read() const
{
    CsvMapping mapping = withoutChannelField(m_job.options().mapping);
    if (m_job.options().dateOrder)
        mapping.dateOrder = m_job.options().dateOrder;
    if (m_format != "ics"_L1)
        return readPlan(m_path, mapping, m_job.zone());
    auto calendar = readCalendar(m_path, m_job.zone());
    if (!calendar)
        return tl::unexpected(std::move(calendar).error());
    for (PlannedPost &post : calendar->posts) {
        for (auto it = mapping.constants.cbegin(); it != mapping.constants.cend(); ++it) {
            if (!isPlanField(it.key()))
                return fail(Error::Code::Rejected,
                    ImportWords::tr("“%1” is no field of a post.").arg(it.key()));
            if (planField(post, it.key()).isEmpty() && !setPlanField(post, it.key(), it.value()))
                return fail(Error::Code::Rejected,
                    ImportWords::tr("“%1” is no value of the field %2.").arg(it.value(), it.key()));
        }
    }
    return PlanFile(std::move(*calendar));
}

Result<> PostsImport::run()
{
    auto file = read();
    if (!file)
        return tl::unexpected(std::move(file).error());
    m_header = file->header.isEmpty() ? QStringList {u"event"_s} : file->header;
    m_rejected = file->rejected;
    for (const RejectedRow &row : std::as_const(m_rejected))
        m_rows.add(row);
    m_cells = file->cells;
    m_job.report().issues << file->issues;
    const QDate today = localDay(m_job.context().now, m_job.context().zone);
    QList<PlannedPost> posts =
        expanded(file->posts, {500, today.addYears(1)}, m_fileName, m_job.report().issues);
    for (PlannedPost &post : posts)
        place(post);
    if (auto done = readKnown(posts); !done)
        return done;
    const QList<Rows> all = grouped(posts);
    for (qsizetype first = 0; first < all.size(); first += PostsPerChunk) {
        const QList<Rows> chunk = all.mid(first, PostsPerChunk);
        auto done = m_job.write(
            [this, &chunk](Transaction &transaction) { return write(transaction, chunk); });
        if (!done)
            return done;
        if (!m_job.tell(double(first) / double(all.size())))
            return fail(Error::Code::Cancelled, ImportWords::tr("The import was cancelled."));
    }
    keepRejected();
    m_job.report().planRows << m_rows.taken(m_fileName, m_job.report().issues);
    return {};
}

/// The rejected rows as they stand in the file, with the reason, once the import is visible.
void PostsImport::keepRejected()
{
    m_job.report().rejected += int(m_rejected.size());
    const ImportOptions &options = m_job.options();
    if (m_rejected.isEmpty() || options.dryRun || options.strict || !options.writeRejected)
        return;
    m_job.afterwards(
        [&job = m_job, path = m_path, header = m_header, rejected = m_rejected]() -> Result<> {
            const QString target = path + ".rejected.csv"_L1;
            auto written = writeRejectedRows(target, header, rejected);
            if (written)
                job.report().rejectedFiles << target;
            return written;
        });
}

/// Wall times as the workspace keeps them: no zone where it is the workspace's own.
void PostsImport::place(PlannedPost &post) const
{
    const QTimeZone &workspace = m_job.context().zone;
    const QString own = QString::fromUtf8(workspace.id());
    if (!post.isOurs && post.zone == "UTC"_L1 && post.day && post.time) {
        // Programs write UTC for what people see in their own zone.
        const QDateTime local = QDateTime(*post.day, *post.time, Qt::UTC).toTimeZone(m_job.zone());
        post.day = local.date();
        post.time = local.time();
        post.zone = QString::fromUtf8(m_job.zone().id());
    }
    if (post.zone.isEmpty())
        post.zone = QString::fromUtf8(m_job.zone().id());
    if (post.zone == own)
        post.zone.clear();
}

QList<PostsImport::Rows> PostsImport::grouped(const QList<PlannedPost> &posts) const
{
    QList<Rows> groups;
    QHash<QString, qsizetype> places;
    for (const PlannedPost &post : posts) {
        const auto known = places.constFind(post.group);
        if (!post.group.isEmpty() && known != places.constEnd()) {
            groups[*known].append(post);
            continue;
        }
        if (!post.group.isEmpty())
            places.insert(post.group, groups.size());
        groups.append({post});
    }
    return groups;
}

void PostsImport::remember(const QList<PostWithVariants> &known)
{
    QSet<QByteArray> &posts = m_job.plan().posts;
    for (const PostWithVariants &one : known) {
        const Post &post = one.post;
        if (one.variants.isEmpty())
            posts.insert(
                fingerprint(post.text.isEmpty() ? post.title : post.text, plannedTime(post), {}));
        for (const Variant &variant : one.variants) {
            const QString text = effectiveText(post, variant);
            posts.insert(fingerprint(
                text.isEmpty() ? post.title : text, plannedTime(post, variant), variant.channel));
        }
    }
}

/// What all files of the import are matched with.
Result<> PostsImport::readWorkspace(Connection &connection)
{
    KnownPlan &plan = m_job.plan();
    if (plan.isRead)
        return {};
    auto sets = PlanTable::sets(connection);
    if (!sets)
        return tl::unexpected(sets.error());
    if (plan.hasLabels)
        sets->labels = plan.sets.labels; // some are made by this import, and nobody reads them yet
    plan.sets = std::move(*sets);
    auto media = PlanTable::media(connection);
    if (!media)
        return tl::unexpected(media.error());
    plan.media = std::move(*media);
    const auto undated = PlanTable::undated(connection);
    if (!undated)
        return tl::unexpected(undated.error());
    remember(*undated);
    plan.isRead = true;
    return {};
}

Result<> PostsImport::readKnown(const QList<PlannedPost> &posts)
{
    DateSpan days;
    for (const PlannedPost &post : posts) {
        // The same moment may be the day before or after in another zone.
        if (const auto day = effectiveDay(post)) {
            days.from = std::min(days.from.value_or(*day), day->addDays(-1));
            days.to = std::max(days.to.value_or(*day), day->addDays(2));
        }
    }
    return m_job.read([&](Connection &connection) -> Result<> {
        if (auto done = readWorkspace(connection); !done)
            return done;
        const auto ours = PlanTable::livePlanIds(connection, idsOfOurs(posts));
        if (!ours)
            return tl::unexpected(ours.error());
        m_job.plan().ids.unite(*ours);
        if (!days.from)
            return {};
        const auto planned = PlanTable::planned(connection, days);
        if (!planned)
            return tl::unexpected(planned.error());
        remember(*planned);
        return {};
    });
}

QString PostsImport::localZone(const PlannedPost &row) const
{
    const QString zone = effectiveZone(row);
    return zone.isEmpty() ? QString::fromUtf8(m_job.context().zone.id()) : zone;
}

QByteArray PostsImport::fingerprint(
    const QString &text, const PlannedTime &when, ChannelId channel) const
{
    // Planners write the same moment in other zones, and lose white space at the ends.
    const auto instant = when.time ? instantOf(when, m_job.context().zone) : std::nullopt;
    const QString day = when.day ? when.day->toString(Qt::ISODate) : QString();
    return hashed({text.trimmed(), instant ? QString::number(*instant) : day, channel.toString()});
}

QByteArray PostsImport::fingerprint(const PlannedPost &row, ChannelId channel) const
{
    const QString text = effectiveText(row);
    return fingerprint(text.isEmpty() ? row.title : text,
        {effectiveDay(row), effectiveTime(row), localZone(row)}, channel);
}

/// Where the row comes from: the name that its program gave it, else all that makes it what it is.
std::pair<QString, QString> PostsImport::sourceOf(const PlannedPost &row) const
{
    if (!row.uid.isEmpty())
        return {row.isOurs ? u"pullpush"_s : m_format, row.uid};
    QStringList parts {effectiveText(row), row.title, localZone(row)};
    if (const auto day = effectiveDay(row))
        parts << day->toString(Qt::ISODate);
    if (const auto time = effectiveTime(row))
        parts << time->toString(Qt::ISODate);
    for (const PlannedChannel &channel : row.channels)
        parts << channel.network << channel.handle << channel.name;
    parts << m_job.options().mapping.constants.value(u"channel"_s);
    return {u"row"_s, QString::fromLatin1(hashed(parts).toHex())};
}

/// The post that came from where \a row comes from, or null.
PostId PostsImport::knownPost(const PlannedPost &row) const
{
    const auto [space, source] = sourceOf(row);
    if (const PostId known = m_sources.value(space).value(source); !known.isNull())
        return known;
    const bool isHere = row.isOurs && m_job.plan().ids.contains(idIn(row.uid));
    return isHere ? PostId(row.group.toLongLong()) : PostId();
}

PlanFate PostsImport::fateOf(const PlannedPost &row, const QList<ChannelId> &channels)
{
    if (const auto known = m_known.find(knownPost(row)); known != m_known.end())
        return differing(row, *known);
    const QList<ChannelId> each = channels.isEmpty() ? QList<ChannelId> {ChannelId()} : channels;
    const bool isKnown = std::ranges::all_of(each, [this, &row](ChannelId channel) {
        return m_job.plan().posts.contains(fingerprint(row, channel));
    });
    // One that this import made already is known too, and nothing is to be compared.
    return isKnown || !knownPost(row).isNull() ? PlanFate::Known : PlanFate::Created;
}

PlanFate PostsImport::differing(const PlannedPost &row, ToldPost &known)
{
    const PostWithVariants told = asTold(known, row, VariantId(row.isOurs ? idIn(row.uid) : 0));
    const RowEdits edits = editsBetween(known.told, told);
    if (edits.isEmpty())
        return PlanFate::Known;
    const bool mayChange = isDraft(known.told);
    if (mayChange && m_job.options().updateKnown) {
        for (const RowEdit &edit : edits)
            m_job.later(edit);
        known.told = told; // the next row of the same post begins there, also in another file
        m_job.plan().told.insert(told.post.id, known);
        return PlanFate::Updated;
    }
    m_job.report().issues.append({m_fileName, row.line, Severity::Info, u"kept"_s,
        mayChange
            ? ImportWords::tr(
                "The post is here already and differs from the file. It was left as it is.")
            : ImportWords::tr(
                "The post is here already, further than a draft, and differs from the file. It "
                "was left as it is.")});
    return PlanFate::Differs;
}

Result<> PostsImport::readSources(Connection &connection, const QList<Rows> &posts)
{
    m_sources.clear();
    m_known.clear();
    QHash<QString, QStringList> wanted;
    for (const Rows &rows : posts) {
        for (const PlannedPost &row : rows) {
            const auto [space, source] = sourceOf(row);
            wanted[space] << source;
        }
    }
    constexpr qsizetype AtOnce = 400;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        for (qsizetype first = 0; first < it->size(); first += AtOnce) {
            const auto known =
                BatchTable::knownPosts(connection, it.key(), it->mid(first, AtOnce), m_job.batch());
            if (!known)
                return tl::unexpected(known.error());
            m_sources[it.key()].insert(*known);
        }
    }
    QSet<PostId> ids;
    for (const Rows &rows : posts) {
        for (const PlannedPost &row : rows)
            ids.insert(knownPost(row));
    }
    ids.remove(PostId());
    if (ids.isEmpty())
        return {};
    const auto known = PlanTable::some(connection, ids.values());
    if (!known)
        return tl::unexpected(known.error());
    for (const PostWithVariants &post : *known)
        m_known.insert(post.post.id, m_job.plan().told.value(post.post.id, {post, post}));
    return {};
}

Result<> PostsImport::write(Transaction &transaction, const QList<Rows> &posts)
{
    if (auto done = readSources(transaction.connection(), posts); !done)
        return done;
    for (const Rows &rows : posts) {
        if (auto done = writeOne(transaction, rows); !done)
            return done;
    }
    return {};
}

void PostsImport::reject(const PlannedPost &row, const QString &reason)
{
    m_rejected.append({row.line, reason, m_cells.value(row.line, {headline(row)})});
    m_job.report().issues.append({m_fileName, row.line, Severity::Error, u"no-channel"_s, reason});
}

Result<> PostsImport::writeOne(Transaction &transaction, const Rows &rows)
{
    Rows fresh;
    QList<QList<ChannelId>> channels;
    QList<QList<ChannelId>> all;
    PlanFate fate = PlanFate::Rejected;
    for (const PlannedPost &row : rows) {
        const auto found = m_matcher.channels(transaction, row);
        if (!found && found.error().code == Error::Code::Rejected) {
            reject(row, found.error().message);
            continue;
        }
        if (!found)
            return tl::unexpected(found.error());
        all << *found;
        const PlanFate one = fateOf(row, *found);
        fate = std::max(fate, one);
        if (one != PlanFate::Created)
            continue;
        fresh << row;
        channels << *found;
    }
    count(rows, all, fate);
    return fresh.isEmpty() ? Result<>() : make(transaction, fresh, channels);
}

void PostsImport::count(const Rows &rows, const QList<QList<ChannelId>> &channels, PlanFate fate)
{
    ImportReport &report = m_job.report();
    report.posts.created += fate == PlanFate::Created ? 1 : 0;
    report.posts.updated += fate == PlanFate::Updated ? 1 : 0;
    report.posts.skipped += fate == PlanFate::Known || fate == PlanFate::Differs ? 1 : 0;
    if (fate == PlanFate::Differs) {
        const auto known = m_known.constFind(knownPost(rows.first()));
        ++report.differing;
        report.changeable += known != m_known.cend() && isDraft(known->told) ? 1 : 0;
    }
    if (fate == PlanFate::Created || fate == PlanFate::Updated) {
        for (const PlannedPost &row : rows) {
            if (const auto day = effectiveDay(row))
                report.firstDay = std::min(report.firstDay.value_or(*day), *day);
        }
    }
    if (m_rows.isFull())
        return;
    QStringList names;
    for (const QList<ChannelId> &ids : channels) {
        for (const ChannelId id : ids) {
            const auto channel = std::ranges::find(m_job.plan().sets.channels, id, &Channel::id);
            if (channel != m_job.plan().sets.channels.end() && !names.contains(channel->name))
                names << channel->name;
        }
    }
    m_rows.add(rows, names, fate);
}

Result<Post> PostsImport::postOf(Transaction &transaction, const PlannedPost &planned)
{
    Post post;
    post.id = PostId::create(*m_job.context().ids);
    post.title = planned.title;
    post.text = planned.text;
    post.day = planned.day;
    post.time = planned.time;
    post.zone = planned.zone;
    post.link = planned.link;
    post.tracksLink = planned.tracksLink;
    post.language = planned.language;
    post.notes = planned.notes;
    post.coolDownDays = planned.coolDownDays;
    post.evergreenQueue = planned.evergreenQueue;
    post.tracksLink = planned.tracksLink;
    post.language = planned.language;
    post.author = m_job.context().viewer.user;
    post.createdAt = m_job.context().now;
    post.batch = m_job.batch();
    const auto campaign = m_matcher.campaign(transaction, planned.campaign);
    if (!campaign)
        return tl::unexpected(campaign.error());
    post.campaign = *campaign;
    const auto pillar = m_matcher.pillar(transaction, planned.pillar);
    if (!pillar)
        return tl::unexpected(pillar.error());
    post.pillar = *pillar;
    return post;
}

PostStatus PostsImport::statusOf(const PlannedPost &planned)
{
    const auto status = fromText<PostStatus>(planned.status);
    if (!planned.isOurs || !status)
        return PostStatus::Draft;
    const bool lacksTime =
        *status == PostStatus::Scheduled && (!effectiveDay(planned) || !effectiveTime(planned));
    if (!lacksTime && (*status != PostStatus::Posted || planned.postedAt != 0))
        return *status;
    m_job.report().issues.append({m_fileName, planned.line, Severity::Warning, u"no-time"_s,
        ImportWords::tr("The post is said to be %1, but not when. It is a draft.")
            .arg(planned.status)});
    return PostStatus::Draft;
}

Variant PostsImport::variantOf(const PlannedPost &planned, PostId post, ChannelId channel)
{
    Variant variant;
    variant.id = VariantId::create(*m_job.context().ids);
    variant.post = post;
    variant.channel = channel;
    variant.detached = planned.detached;
    variant.text = planned.ownText;
    variant.status = statusOf(planned);
    variant.day = planned.ownDay;
    variant.time = planned.ownTime;
    variant.zone = planned.ownZone;
    variant.postedAt = planned.isOurs ? planned.postedAt : 0;
    variant.link = planned.postedLink;
    variant.firstComment = planned.firstComment;
    variant.thread = fromText<ThreadStyle>(planned.thread).value_or(ThreadStyle::None);
    variant.batch = m_job.batch();
    return variant;
}

Result<> PostsImport::addMedia(Transaction &transaction, const QList<PlannedMedia> &media,
    PostId post, VariantId variant, QList<PostMedia> &attached)
{
    for (const PlannedMedia &one : media) {
        if (one.place.isEmpty())
            continue;
        const auto id = m_matcher.media(transaction, one.place);
        if (!id)
            return tl::unexpected(id.error());
        PostMedia made;
        made.id = PostMediaId::create(*m_job.context().ids);
        made.post = post;
        made.variant = variant;
        made.media = *id;
        made.position = int(attached.size());
        made.altText = one.altText;
        made.batch = m_job.batch();
        if (auto done = BulkInsert<PostMedia>(transaction).add(made); !done)
            return done;
        attached << made;
    }
    return {};
}

Result<> PostsImport::addVariant(Transaction &transaction, const PlannedPost &row, PostId post,
    ChannelId channel, QList<PostMedia> &attached)
{
    const Variant variant = variantOf(row, post, channel);
    auto done = BulkInsert<Variant>(transaction).add(variant);
    if (done)
        done = addMedia(transaction, row.ownMedia, post, variant.id, attached);
    if (done)
        addCrops(row, variant, attached);
    return done;
}

/// Crops have no batch of their own: they come with its last transaction, are hidden with the posts
/// that an undo hides, and are erased with them.
void PostsImport::addCrops(
    const PlannedPost &row, const Variant &variant, const QList<PostMedia> &attached)
{
    for (const PlannedCrop &planned : row.crops) {
        int number = planned.number;
        const auto media = std::ranges::find_if(attached, [&](const PostMedia &one) {
            return one.variant == (planned.isOwn ? variant.id : VariantId()) && --number == 0;
        });
        if (media == attached.end())
            continue;
        MediaCrop crop;
        crop.id = MediaCropId::create(*m_job.context().ids);
        crop.post = variant.post;
        crop.media = media->id;
        crop.variant = variant.id;
        crop.left = planned.left;
        crop.top = planned.top;
        crop.width = planned.width;
        crop.height = planned.height;
        m_job.later(insertion(crop));
    }
}

Result<> PostsImport::make(
    Transaction &transaction, const Rows &rows, const QList<QList<ChannelId>> &channels)
{
    const PlannedPost &first = rows.first();
    const auto post = postOf(transaction, first);
    if (!post)
        return tl::unexpected(post.error());
    Result<> done = BulkInsert<Post>(transaction).add(*post);
    QList<PostMedia> media;
    if (done)
        done = addMedia(transaction, first.media, post->id, {}, media);
    for (qsizetype i = 0; i < first.labels.size() && done; ++i) {
        const auto label = m_matcher.label(transaction, first.labels.at(i));
        if (!label)
            return tl::unexpected(label.error());
        PostLabel attached;
        attached.id = PostLabelId::create(*m_job.context().ids);
        attached.post = post->id;
        attached.label = *label;
        attached.batch = m_job.batch();
        if (!label->isNull())
            done = BulkInsert<PostLabel>(transaction).add(attached);
    }
    for (qsizetype i = 0; i < rows.size() && done; ++i) {
        for (const ChannelId channel : channels.at(i)) {
            done = addVariant(transaction, rows.at(i), post->id, channel, media);
            if (!done)
                return done;
            m_job.plan().posts.insert(fingerprint(rows.at(i), channel));
        }
        if (channels.at(i).isEmpty())
            m_job.plan().posts.insert(fingerprint(rows.at(i), {}));
        const auto [space, source] = sourceOf(rows.at(i));
        m_sources[space].insert(source, post->id);
        done = BatchTable::rememberPost(transaction, space, source, post->id, m_job.batch());
    }
    if (done)
        done = SearchIndex::refresh(transaction, post->id);
    return done;
}
