// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/planwriter.h"

#include "base/formulas.h"
#include "base/moment.h"
#include "exchange/csvwriter.h"
#include "exchange/messages.h"
#include "exchange/planfields.h"
#include "exchange/xlsxwriter.h"
#include "exchange/zonenames.h"

#include <QDateTime>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
/// Metricool's columns as of 2026, in its order; it reads them by name. Three exporters and an importer's
/// template in public repositories agree.
constexpr const char *MetricoolHeader =
    "Text,Date,Time,Draft,Facebook,Twitter/X,LinkedIn,GBP,Instagram,Pinterest,TikTok,Youtube,"
    "Threads,Bluesky,Picture Url 1,Picture Url 2,Picture Url 3,Picture Url 4,Picture Url 5,"
    "Picture Url 6,Picture Url 7,Picture Url 8,Picture Url 9,Picture Url 10,Alt text picture 1,"
    "Alt text picture 2,Alt text picture 3,Alt text picture 4,Alt text picture 5,"
    "Alt text picture 6,Alt text picture 7,Alt text picture 8,Alt text picture 9,"
    "Alt text picture 10,Document title,Shortener,Video Thumbnail Url,Video Cover Frame,"
    "Twitter/X Can reply,Twitter/X Type,Twitter/X Poll Duration minutes,Twitter/X Poll Option 1,"
    "Twitter/X Poll Option 2,Twitter/X Poll Option 3,Twitter/X Poll Option 4,Pinterest Board,"
    "Pinterest Pin Title,Pinterest Pin Link,Pinterest Pin New Format,Instagram Post Type,"
    "Instagram Show Reel On Feed,Instagram Trial Reel Share Automatically,Youtube Video Title,"
    "Youtube Video Type,Youtube Video Privacy,Youtube video for kids,"
    "Youtube AI generated content,Youtube notify subscribers,Youtube Video Category,"
    "Youtube Video Tags,Youtube playlist,GBP Post Type,Facebook Post Type,Facebook Title,"
    "First Comment Text,TikTok Title,TikTok disable comments,TikTok disable duet,"
    "TikTok disable stitch,TikTok Post Privacy,TikTok Branded Content,TikTok Your Brand,"
    "TikTok Auto Add Music,TikTok Photo Cover Index,TikTok musicId,TikTok music title,"
    "TikTok music author,TikTok music previewUrl,TikTok music thumbnailUrl,"
    "TikTok music soundVolume,TikTok music originalVolume,TikTok music startMillis,"
    "TikTok music endMillis,TikTok Ai generated content,LinkedIn Type,LinkedIn Poll Question,"
    "LinkedIn Poll Option 1,LinkedIn Poll Option 2,LinkedIn Poll Option 3,"
    "LinkedIn Poll Option 4,LinkedIn Poll Duration,LinkedIn Show link preview,"
    "LinkedIn Images as Carousel,Threads Reply Control,Threads Is Spoiler,Threads Post Type,"
    "Brand name";

QString metricoolNetwork(const QString &network)
{
    static const QHash<QString, QString> names {{u"facebook-page"_s, u"Facebook"_s},
        {u"x"_s, u"Twitter/X"_s}, {u"linkedin-page"_s, u"LinkedIn"_s},
        {u"linkedin-member"_s, u"LinkedIn"_s}, {u"google-business"_s, u"GBP"_s},
        {u"instagram"_s, u"Instagram"_s}, {u"pinterest"_s, u"Pinterest"_s},
        {u"tiktok"_s, u"TikTok"_s}, {u"youtube"_s, u"Youtube"_s}, {u"threads"_s, u"Threads"_s},
        {u"bluesky"_s, u"Bluesky"_s}};
    return names.value(network);
}

bool isAddress(const QString &place)
{
    return place.startsWith("https://"_L1) || place.startsWith("http://"_L1);
}

QList<PlannedMedia> loadable(const PlannedPost &post)
{
    QList<PlannedMedia> media = effectiveMedia(post);
    media.removeIf([](const PlannedMedia &one) { return !isAddress(one.place); });
    return media;
}

bool isReady(const PlannedPost &post)
{
    return post.status == "scheduled"_L1 || post.status == "approved"_L1
        || post.status == "posted"_L1;
}

class Writer
{
public:
    Writer(PlanTableFormat format, PlanTableOptions options)
        : m_format(format)
        , m_options(std::move(options))
    { }

    [[nodiscard]] QByteArray text(const QList<PlannedPost> &posts)
    {
        QByteArray bytes = m_format == PlanTableFormat::OurCsv ? "\xEF\xBB\xBF" : "";
        bytes += header().toUtf8();
        for (const PlannedPost &post : posts) {
            const QStringList cells = row(post);
            if (cells.isEmpty()) {
                ++m_result.leftOut;
                continue;
            }
            ++m_result.written;
            bytes += csvRow(cells).toUtf8();
        }
        return bytes;
    }
    [[nodiscard]] const WrittenPlan &result() const { return m_result; }

private:
    [[nodiscard]] QString header() const
    {
        switch (m_format) {
        case PlanTableFormat::OurCsv:
        case PlanTableFormat::OurXlsx:
            return csvRow(planFieldNames());
        case PlanTableFormat::Buffer:
            return u"Text,Image URL,Tags,Posting Time\r\n"_s;
        case PlanTableFormat::Metricool:
            return QString::fromLatin1(MetricoolHeader) + u"\r\n"_s;
        case PlanTableFormat::Hootsuite:
            return {};
        }
        Q_UNREACHABLE();
    }

    /// Empty where the format cannot carry the post.
    [[nodiscard]] QStringList row(const PlannedPost &post)
    {
        switch (m_format) {
        case PlanTableFormat::OurCsv:
        case PlanTableFormat::OurXlsx:
            return ourRow(post);
        case PlanTableFormat::Buffer:
            return bufferRow(post);
        case PlanTableFormat::Hootsuite:
            return hootsuiteRow(post);
        case PlanTableFormat::Metricool:
            return metricoolRow(post);
        }
        Q_UNREACHABLE();
    }

    static QStringList ourRow(const PlannedPost &post)
    {
        QStringList cells;
        for (const QString &name : planFieldNames())
            cells << withGuard(planField(post, name));
        return cells;
    }

    /// When the post is planned, as clocks in the export's zone show it; nothing without a day. A day without a
    /// time keeps none.
    [[nodiscard]] std::optional<WallTime> when(const PlannedPost &post) const
    {
        const auto day = effectiveDay(post);
        if (!day)
            return {};
        const auto time = effectiveTime(post);
        const QTimeZone own = zoneNamed(effectiveZone(post), m_options.zone);
        if (!time || own == m_options.zone)
            return WallTime {*day, time};
        const QDateTime local =
            QDateTime::fromMSecsSinceEpoch(localToInstant(*day, *time, own), m_options.zone);
        return WallTime {local.date(), local.time()};
    }

    /// A planner that takes no day without a time gets the morning.
    static QString written(const WallTime &at, const QString &dayFormat)
    {
        return at.day.toString(dayFormat) + u' '
            + at.time.value_or(QTime(9, 0)).toString(u"HH:mm"_s);
    }

    void countMedia(const PlannedPost &post, qsizetype carried)
    {
        m_result.withoutMedia += effectiveMedia(post).size() > carried ? 1 : 0;
    }

    QStringList bufferRow(const PlannedPost &post)
    {
        const auto at = when(post);
        const QList<PlannedMedia> media = loadable(post);
        countMedia(post, media.isEmpty() ? 0 : 1);
        return {effectiveText(post), media.isEmpty() ? QString() : media.first().place,
            post.labels.join(u","_s), at ? written(*at, u"yyyy-MM-dd"_s) : QString()};
    }

    QStringList hootsuiteRow(const PlannedPost &post)
    {
        const auto at = when(post);
        if (!at)
            return {};
        countMedia(post, 0);
        return {written(*at, u"MM/dd/yyyy"_s), effectiveText(post), post.link};
    }

    QStringList metricoolRow(const PlannedPost &post)
    {
        constexpr qsizetype MostPictures = 10;
        static const QStringList columns = QString::fromLatin1(MetricoolHeader).split(u',');
        const QString network =
            metricoolNetwork(post.channels.isEmpty() ? QString() : post.channels.first().network);
        if (network.isEmpty())
            return {};
        QHash<QString, QString> values {{u"Text"_s, effectiveText(post)}, {network, u"true"_s},
            {u"Draft"_s, isReady(post) ? u"false"_s : u"true"_s},
            {u"First Comment Text"_s, post.firstComment}};
        if (const auto at = when(post)) {
            values.insert(u"Date"_s, at->day.toString(Qt::ISODate));
            values.insert(u"Time"_s, at->time.value_or(QTime(9, 0)).toString(u"HH:mm:ss"_s));
        }
        const QList<PlannedMedia> media = loadable(post);
        const qsizetype carried = std::min(MostPictures, media.size());
        for (qsizetype i = 0; i < carried; ++i) {
            values.insert(u"Picture Url %1"_s.arg(i + 1), media.at(i).place);
            values.insert(u"Alt text picture %1"_s.arg(i + 1), media.at(i).altText);
        }
        countMedia(post, carried);
        for (const QString &name : columns.sliced(4, 10)) {
            if (name != network)
                values.insert(name, u"false"_s);
        }
        QStringList cells;
        for (const QString &column : columns)
            cells << values.value(column);
        return cells;
    }

    const PlanTableFormat m_format;
    const PlanTableOptions m_options;
    WrittenPlan m_result;
};
} // namespace

Result<WrittenPlan> writePlan(const QString &path, const QList<PlannedPost> &posts,
    PlanTableFormat format, const PlanTableOptions &options)
{
    WrittenPlan result {int(posts.size()), 0, 0};
    QByteArray bytes;
    if (format == PlanTableFormat::OurXlsx) {
        auto workbook = planWorkbook(posts, options.writtenAt);
        if (!workbook)
            return tl::unexpected(std::move(workbook).error());
        bytes = std::move(*workbook);
    } else {
        Writer writer(format, options);
        bytes = writer.text(posts);
        result = writer.result();
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.commit())
        return fail(Error::Code::Io,
            Exchange::tr("The plan could not be written to %1: %2")
                .arg(QFileInfo(path).fileName(), file.errorString()));
    return result;
}
