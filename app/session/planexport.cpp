// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/planexport.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/whenready.h"
#include "domain/network.h"
#include "domain/plannedpost.h"
#include "domain/postwords.h"
#include "exchange/icalendar.h"
#include "exchange/planwriter.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/plantable.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
struct PlanExportWords
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

/// All that an export reads, as values.
struct Plan
{
    PlanSetValues sets;
    QList<Media> media;
    QList<PostWithVariants> posts;
};

struct ExportContext
{
    std::shared_ptr<Database> database;
    QTimeZone zone;
    QString name;
    qint64 now = 0;
};

Result<Plan> readPlan(Connection &connection, const DateSpan &days)
{
    Plan plan;
    auto sets = PlanTable::sets(connection);
    if (!sets)
        return tl::unexpected(sets.error());
    plan.sets = std::move(*sets);
    auto media = PlanTable::media(connection);
    if (!media)
        return tl::unexpected(media.error());
    plan.media = std::move(*media);
    auto posts = PlanTable::planned(connection, days);
    if (!posts)
        return tl::unexpected(posts.error());
    plan.posts = std::move(*posts);
    if (days.from || days.to)
        return plan;
    auto undated = PlanTable::undated(connection);
    if (!undated)
        return tl::unexpected(undated.error());
    plan.posts << *undated;
    return plan;
}

template<typename T, typename Id>
QString nameOf(const QList<T> &values, Id id)
{
    const auto found = std::ranges::find(values, id, &T::id);
    return found == values.end() ? QString() : found->name;
}

QString listed(const QList<Channel> &channels)
{
    QStringList names;
    for (const Channel &channel : channels)
        names << u'“' + channel.name + u'”';
    return names.join(u", "_s);
}

class Exporting
{
public:
    Exporting(ExportContext context, PlanExportOptions options)
        : m_context(std::move(context))
        , m_options(std::move(options))
    { }

    [[nodiscard]] Result<PlanExportReport> run(const QString &path)
    {
        auto plan = m_context.database
                        ->read([days = m_options.days](
                                   Connection &connection) { return readPlan(connection, days); })
                        .result();
        if (!plan)
            return tl::unexpected(std::move(plan).error());
        m_plan = std::move(*plan);
        if (auto found = findChannel(); !found)
            return tl::unexpected(std::move(found).error());
        for (const PostWithVariants &post : std::as_const(m_plan.posts))
            add(post);
        if (auto one = requireOneChannel(); !one)
            return tl::unexpected(std::move(one).error());
        return write(path);
    }

private:
    [[nodiscard]] bool takesOneChannel() const
    {
        return m_options.format == PlanExportFormat::Buffer
            || m_options.format == PlanExportFormat::Hootsuite;
    }

    Result<> findChannel()
    {
        if (m_options.channel.isEmpty())
            return {};
        auto found = PlanExport::channelNamed(m_plan.sets.channels, m_options.channel);
        if (!found)
            return tl::unexpected(std::move(found).error());
        m_channel = *found;
        return {};
    }

    [[nodiscard]] Result<> requireOneChannel() const
    {
        QList<Channel> used;
        std::ranges::copy_if(m_plan.sets.channels, std::back_inserter(used),
            [this](const Channel &channel) { return m_used.contains(channel.id); });
        if (!takesOneChannel() || used.size() <= 1)
            return {};
        return fail(Error::Code::Rejected,
            PlanExportWords::tr(
                "A file for this planner holds one channel. Say which (on the command line: "
                "--channel NAME): %1.")
                .arg(listed(used)));
    }

    [[nodiscard]] bool isWanted(PostStatus status) const
    {
        return m_options.statuses.isEmpty() || m_options.statuses.contains(status);
    }
    [[nodiscard]] bool isWanted(const std::optional<QDate> &day) const
    {
        const bool isAny = !m_options.days.from && !m_options.days.to;
        return isAny || (day && m_options.days.contains(*day));
    }

    void add(const PostWithVariants &post)
    {
        const qsizetype before = m_rows.size();
        const PlannedPost common = commonOf(post);
        if (post.variants.isEmpty() && m_options.channel.isEmpty() && !takesOneChannel()
            && isWanted(PostStatus::Idea) && isWanted(post.post.day))
            m_rows << common;
        for (const Variant &variant : post.variants) {
            if ((!m_channel.id.isNull() && variant.channel != m_channel.id)
                || !isWanted(variant.status) || !isWanted(plannedTime(post.post, variant).day))
                continue;
            m_used.insert(variant.channel);
            m_rows << rowOf(post, variant, common);
        }
        m_report.posts += m_rows.size() > before ? 1 : 0;
    }

    [[nodiscard]] PlannedPost commonOf(const PostWithVariants &one) const
    {
        const Post &post = one.post;
        PlannedPost row;
        row.isOurs = true;
        row.group = post.id.toString();
        row.uid = "post-"_L1 + post.id.toString() + "@pullpush"_L1;
        row.title = post.title;
        row.text = post.text;
        row.day = post.day;
        row.time = post.time;
        // The file may be read where another zone is at home.
        row.zone = post.zone.isEmpty() ? QString::fromUtf8(m_context.zone.id()) : post.zone;
        row.link = post.link;
        row.tracksLink = post.tracksLink;
        row.language = post.language;
        row.media = mediaOf(one, {});
        for (const PostLabel &label : one.labels)
            row.labels << nameOf(m_plan.sets.labels, label.label);
        row.campaign = nameOf(m_plan.sets.campaigns, post.campaign);
        row.pillar = nameOf(m_plan.sets.pillars, post.pillar);
        row.notes = post.notes;
        row.coolDownDays = post.coolDownDays;
        row.evergreenQueue = post.evergreenQueue;
        row.tracksLink = post.tracksLink;
        row.language = post.language;
        return row;
    }

    [[nodiscard]] PlannedPost rowOf(
        const PostWithVariants &one, const Variant &variant, const PlannedPost &common) const
    {
        PlannedPost row = common;
        row.uid = "variant-"_L1 + variant.id.toString() + "@pullpush"_L1;
        const auto channel = std::ranges::find(m_plan.sets.channels, variant.channel, &Channel::id);
        if (channel != m_plan.sets.channels.end())
            row.channels = {{channel->network, channel->handle, channel->name}};
        row.detached = variant.detached;
        row.ownText = variant.text;
        row.ownDay = variant.day;
        row.ownTime = variant.time;
        row.ownZone = variant.zone;
        row.ownMedia = mediaOf(one, variant.id);
        row.status = toText(variant.status);
        row.firstComment = variant.firstComment;
        if (channel != m_plan.sets.channels.end() && !isOwnFormat())
            resolve(row, one.post, variant, *channel);
        row.postedAt = variant.postedAt;
        row.postedLink = variant.link;
        if (variant.thread != ThreadStyle::None)
            row.thread = toText(variant.thread);
        row.crops = cropsOf(one, variant.id);
        return row;
    }

    /// Numbers count what mediaOf() lists.
    [[nodiscard]] QList<PlannedCrop> cropsOf(const PostWithVariants &post, VariantId variant) const
    {
        QList<PlannedCrop> list;
        int common = 0;
        int own = 0;
        for (const PostMedia &attached : post.media) {
            if (std::ranges::find(m_plan.media, attached.media, &Media::id) == m_plan.media.end())
                continue;
            common += attached.variant.isNull() ? 1 : 0;
            own += attached.variant == variant ? 1 : 0;
            const auto crop = std::ranges::find_if(post.crops, [&](const MediaCrop &one) {
                return one.media == attached.id && one.variant == variant;
            });
            if (crop != post.crops.end())
                list.append({!attached.variant.isNull(), attached.variant.isNull() ? common : own,
                    crop->left, crop->top, crop->width, crop->height});
        }
        return list;
    }

    [[nodiscard]] bool isOwnFormat() const
    {
        return m_options.format == PlanExportFormat::Csv
            || m_options.format == PlanExportFormat::Xlsx
            || m_options.format == PlanExportFormat::Calendar;
    }

    /// Another planner knows no placeholders: it gets the words as they go out.
    void resolve(
        PlannedPost &row, const Post &post, const Variant &variant, const Channel &channel) const
    {
        const QList<Campaign> &campaigns = m_plan.sets.campaigns;
        row.text = publishedText(post, variant, channel, campaigns);
        row.ownText = row.text;
        row.firstComment = publishedComment(post, variant, channel, campaigns);
        row.link = linkFor(post, channel, campaigns);
    }

    [[nodiscard]] QList<PlannedMedia> mediaOf(const PostWithVariants &post, VariantId variant) const
    {
        QList<PlannedMedia> list;
        for (const PostMedia &attached : post.media) {
            const auto media = std::ranges::find(m_plan.media, attached.media, &Media::id);
            if (attached.variant == variant && media != m_plan.media.end())
                list.append(
                    {media->place.isEmpty() ? media->name : media->place, attached.altText});
        }
        return list;
    }

    [[nodiscard]] QTimeZone channelZone() const
    {
        const bool hasOwn = !m_channel.zone.isEmpty();
        const QTimeZone own = hasOwn ? QTimeZone(m_channel.zone.toUtf8()) : QTimeZone();
        return own.isValid() ? own : m_context.zone;
    }

    [[nodiscard]] Result<PlanExportReport> write(const QString &path)
    {
        PlanTableFormat format = PlanTableFormat::OurCsv;
        switch (m_options.format) {
        case PlanExportFormat::Calendar:
            return writeCalendar(path, m_rows, {m_context.now, m_context.zone, m_context.name})
                .map([this](int written) {
                    m_report.rows = written;
                    m_report.leftOut = int(m_rows.size()) - written;
                    return m_report;
                });
        case PlanExportFormat::Csv:
            break;
        case PlanExportFormat::Xlsx:
            format = PlanTableFormat::OurXlsx;
            break;
        case PlanExportFormat::Buffer:
            format = PlanTableFormat::Buffer;
            break;
        case PlanExportFormat::Hootsuite:
            format = PlanTableFormat::Hootsuite;
            break;
        case PlanExportFormat::Metricool:
            format = PlanTableFormat::Metricool;
            break;
        }
        return writePlan(path, m_rows, format, {channelZone(), m_context.now})
            .map([this](const WrittenPlan &plan) {
                m_report.rows = plan.written;
                m_report.leftOut = plan.leftOut;
                m_report.withoutMedia = plan.withoutMedia;
                return m_report;
            });
    }

    const ExportContext m_context;
    const PlanExportOptions m_options;
    Plan m_plan;
    Channel m_channel;
    QSet<ChannelId> m_used;
    QList<PlannedPost> m_rows;
    PlanExportReport m_report;
};

ExportContext exportContextOf(Workspace &workspace)
{
    return {
        workspace.database(), workspace.zone(), workspace.displayName(), workspace.clock().now()};
}
} // namespace

Result<Channel> PlanExport::channelNamed(const QList<Channel> &channels, const QString &named)
{
    const QString wanted = foldText(named);
    const NetworkTable networks = builtInNetworks().value_or(NetworkTable {});
    const Network *network = networks.findNamed(named);
    QList<Channel> exact;
    QList<Channel> ofNetwork;
    for (const Channel &channel : channels) {
        if (foldText(channel.name) == wanted || foldText(channel.handle) == wanted
            || channel.id.toString() == named)
            exact << channel;
        if (network && channel.network == network->key)
            ofNetwork << channel;
    }
    const QList<Channel> found = exact.isEmpty() ? ofNetwork : exact;
    if (found.isEmpty())
        return fail(Error::Code::NotFound,
            PlanExportWords::tr("There is no channel “%1”. The channels are: %2.")
                .arg(named, listed(channels)));
    if (found.size() > 1)
        return fail(Error::Code::Rejected,
            PlanExportWords::tr("“%1” can be %2. Name one of them.").arg(named, listed(found)));
    return found.first();
}

void PlanExport::run(Workspace &workspace, const QString &path, const PlanExportOptions &options,
    QObject *context, Done done)
{
    whenReady(QtConcurrent::run([exportContext = exportContextOf(workspace), path, options] {
        return Exporting(exportContext, options).run(path);
    }),
        context, std::move(done));
}

Result<PlanExportReport> PlanExport::runNow(
    Workspace &workspace, const QString &path, const PlanExportOptions &options)
{
    return Exporting(exportContextOf(workspace), options).run(path);
}
