// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/mediarules.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
struct MediaRulesWords
{
    Q_DECLARE_TR_FUNCTIONS(MediaRules)
};

tl::unexpected<Error> faulty(const QString &section, qsizetype index, QLatin1String member)
{
    return fail(Error::Code::Rejected,
        MediaRulesWords::tr("The table of networks is faulty: row %1 of “%2” has no valid “%3”.")
            .arg(index + 1)
            .arg(section, member));
}

/// The most that a row allows: a whole number of 0 or more, 0 where it says nothing.
std::optional<qint64> most(const QJsonObject &row, QLatin1String member)
{
    const QJsonValue value = row.value(member);
    if (value.isUndefined())
        return 0;
    const qint64 number = value.toInteger(-1);
    return number < 0 ? std::nullopt : std::optional(number);
}

/// "4:5" or "1080x1350" with \a separator between the sides; 1.91 is written 191:100.
QSize sides(const QJsonObject &row, QLatin1String member, QChar separator)
{
    const QStringList parts = row.value(member).toString().split(separator);
    return parts.size() == 2 ? QSize(parts.first().toInt(), parts.last().toInt()) : QSize();
}

/// What every row has: the network and where the figures are from.
template<typename T>
QLatin1String readOrigin(const QJsonObject &row, T &into)
{
    into.network = row.value("network"_L1).toString();
    into.source = row.value("source"_L1).toString();
    into.read = row.value("read"_L1).toString();
    const auto confidence = fromText<Confidence>(row.value("confidence"_L1).toString());
    into.confidence = confidence.value_or(Confidence::Unverified);
    if (into.network.isEmpty())
        return "network"_L1;
    if (into.source.isEmpty())
        return "source"_L1;
    if (into.read.isEmpty())
        return "read"_L1;
    return confidence ? QLatin1String() : "confidence"_L1;
}

QLatin1String readRule(const QJsonObject &row, MediaRule &rule)
{
    if (const QLatin1String fault = readOrigin(row, rule); !fault.isEmpty())
        return fault;
    const auto kind = fromText<LimitKind>(row.value("kind"_L1).toString());
    if (!kind)
        return "kind"_L1;
    rule.kind = *kind;
    rule.note = row.value("note"_L1).toString();
    const std::pair<QLatin1String, int *> counts[] {{"pictures"_L1, &rule.pictures},
        {"videos"_L1, &rule.videos}, {"documents"_L1, &rule.documents},
        {"together"_L1, &rule.together}, {"least"_L1, &rule.least}};
    for (const auto &[member, target] : counts) {
        const auto number = most(row, member);
        if (!number)
            return member;
        *target = int(*number);
    }
    const auto bytes = most(row, "pictureBytes"_L1);
    if (!bytes)
        return "pictureBytes"_L1;
    rule.pictureBytes = *bytes;
    return {};
}

QLatin1String readFormat(const QJsonObject &row, PictureFormat &format)
{
    format.key = row.value("key"_L1).toString();
    format.size = sides(row, "size"_L1, u'x');
    if (format.key.isEmpty())
        return "key"_L1;
    return format.size.isEmpty() ? "size"_L1 : readOrigin(row, format);
}

QLatin1String readRange(const QJsonObject &row, RatioRange &range)
{
    range.narrowest = sides(row, "narrowest"_L1, u':');
    range.widest = sides(row, "widest"_L1, u':');
    if (range.narrowest.isEmpty())
        return "narrowest"_L1;
    return range.widest.isEmpty() ? "widest"_L1 : readOrigin(row, range);
}

double ratioOf(QSize size)
{
    return double(size.width()) / size.height();
}

template<typename T>
QList<T> ofNetwork(const QList<T> &all, QStringView network)
{
    QList<T> found;
    std::ranges::copy_if(
        all, std::back_inserter(found), [network](const T &one) { return one.network == network; });
    return found;
}

struct Counts
{
    int pictures = 0;
    int videos = 0;
    int documents = 0;

    [[nodiscard]] int all() const { return pictures + videos + documents; }
    [[nodiscard]] int kinds() const
    {
        return int(pictures > 0) + int(videos > 0) + int(documents > 0);
    }
};

Counts countsOf(const QList<AttachedMedium> &media)
{
    Counts counts;
    for (const AttachedMedium &medium : media) {
        switch (medium.kind) {
        case MediaKind::Picture:
            ++counts.pictures;
            break;
        case MediaKind::Video:
            ++counts.videos;
            break;
        case MediaKind::Document:
            ++counts.documents;
            break;
        }
    }
    return counts;
}

/// Checks media against one rule after the other and keeps what there is to say.
class Checker
{
public:
    Checker(QString name, const QList<AttachedMedium> &media)
        : m_name(std::move(name))
        , m_media(media)
        , m_counts(countsOf(media))
    { }

    void check(const MediaRule &rule)
    {
        checkNumber(rule, m_counts.pictures, rule.pictures, "media.pictures"_L1,
            MediaRulesWords::tr("%1: takes no pictures."), [](int most) {
                return MediaRulesWords::tr("%1: at most %n picture(s) in a post.", nullptr, most);
            });
        checkNumber(rule, m_counts.videos, rule.videos, "media.videos"_L1,
            MediaRulesWords::tr("%1: takes no videos."), [](int most) {
                return MediaRulesWords::tr("%1: at most %n video(s) in a post.", nullptr, most);
            });
        checkNumber(rule, m_counts.documents, rule.documents, "media.documents"_L1,
            MediaRulesWords::tr("%1: takes no documents."), [](int most) {
                return MediaRulesWords::tr("%1: at most %n document(s) in a post.", nullptr, most);
            });
        if (m_counts.kinds() > 1 && rule.together == 0)
            say(rule, "media.kinds"_L1,
                MediaRulesWords::tr("%1: pictures and a video cannot be in one post.").arg(m_name));
        else if (m_counts.kinds() > 1 && m_counts.all() > rule.together)
            say(rule, "media.together"_L1,
                MediaRulesWords::tr(
                    "%1: at most %n picture(s) and video(s) in a post.", nullptr, rule.together)
                    .arg(m_name));
        if (m_counts.all() < rule.least)
            m_issues.append({.severity = CopyIssue::Severity::Warning,
                .rule = u"media.least"_s,
                .text = (rule.pictures == 0
                        ? MediaRulesWords::tr("%1: a post needs a video.")
                        : MediaRulesWords::tr("%1: a post needs a picture or a video."))
                            .arg(m_name)});
        checkBytes(rule);
    }

    void check(const RatioRange &range)
    {
        for (const AttachedMedium &medium : m_media) {
            if (medium.kind != MediaKind::Picture || medium.size.isEmpty())
                continue;
            // A pixel more or less is nothing that a network would cut.
            const QSize wider = medium.size + QSize(1, 0);
            const QSize higher = medium.size + QSize(0, 1);
            const bool isNarrow = ratioOf(wider) < ratioOf(range.narrowest);
            if (!isNarrow && ratioOf(higher) <= ratioOf(range.widest))
                continue;
            m_issues.append({.severity = CopyIssue::Severity::Warning,
                .rule = u"media.ratio"_s,
                .text = (isNarrow
                        ? MediaRulesWords::tr("%1: “%2” is higher than the network shows. Crop it.")
                        : MediaRulesWords::tr("%1: “%2” is wider than the network shows. Crop it."))
                            .arg(m_name, medium.name)});
        }
    }

    [[nodiscard]] QList<CopyIssue> issues() const { return m_issues; }

private:
    template<typename Sentence>
    void checkNumber(const MediaRule &rule, int number, int limit, QLatin1String key,
        const QString &none, Sentence sentence)
    {
        if (number > limit)
            say(rule, key, (limit == 0 ? none : sentence(limit)).arg(m_name));
    }

    void checkBytes(const MediaRule &rule)
    {
        for (const AttachedMedium &medium : m_media) {
            if (medium.kind != MediaKind::Picture || rule.pictureBytes == 0
                || medium.bytes <= rule.pictureBytes)
                continue;
            say(rule, "media.bytes"_L1,
                MediaRulesWords::tr("%1: “%2” has %3, at most %4 are taken.")
                    .arg(m_name, medium.name, QLocale().formattedDataSize(medium.bytes),
                        QLocale().formattedDataSize(rule.pictureBytes)));
        }
    }

    /// A hard rule hides what a soft one says about the same.
    void say(const MediaRule &rule, QLatin1String key, const QString &sentence)
    {
        const bool isSaid = std::ranges::any_of(
            m_issues, [&](const CopyIssue &issue) { return issue.rule == key; });
        if (isSaid && rule.kind == LimitKind::Soft)
            return;
        m_issues.append({.severity = rule.kind == LimitKind::Hard ? CopyIssue::Severity::Error
                                                                  : CopyIssue::Severity::Warning,
            .rule = key,
            .text = rule.note.isEmpty() ? sentence : sentence + u' ' + rule.note});
    }

    QString m_name;
    const QList<AttachedMedium> &m_media;
    Counts m_counts;
    QList<CopyIssue> m_issues;
};
} // namespace

QList<MediaRule> MediaRules::of(QStringView network) const
{
    QList<MediaRule> found = ofNetwork(rules, network);
    std::ranges::stable_sort(found, [](const MediaRule &a, const MediaRule &b) {
        return a.kind == LimitKind::Hard && b.kind != LimitKind::Hard;
    });
    return found;
}

QList<PictureFormat> MediaRules::formatsOf(QStringView network) const
{
    return ofNetwork(formats, network);
}

const RatioRange *MediaRules::rangeOf(QStringView network) const
{
    const auto found = std::ranges::find(ranges, network, &RatioRange::network);
    return found == ranges.end() ? nullptr : &*found;
}

Result<MediaRules> parseMediaRules(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject table = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Code::Rejected,
            MediaRulesWords::tr("The table of networks cannot be read: %1 (at byte %2).")
                .arg(error.errorString())
                .arg(error.offset));
    MediaRules result;
    const QJsonArray rules = table.value("media"_L1).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        MediaRule rule;
        if (const QLatin1String fault = readRule(rules.at(i).toObject(), rule); !fault.isEmpty())
            return faulty(u"media"_s, i, fault);
        result.rules.append(rule);
    }
    const QJsonArray pictures = table.value("pictures"_L1).toArray();
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const QJsonObject row = pictures.at(i).toObject();
        PictureFormat format;
        RatioRange range;
        const bool isRange = row.contains("narrowest"_L1);
        const QLatin1String fault = isRange ? readRange(row, range) : readFormat(row, format);
        if (!fault.isEmpty())
            return faulty(u"pictures"_s, i, fault);
        if (isRange)
            result.ranges.append(range);
        else
            result.formats.append(format);
    }
    return result;
}

Result<MediaRules> builtInMediaRules()
{
    QFile file(u":/pullpush/networks.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::NotFound, MediaRulesWords::tr("The table of networks is missing."),
            file.errorString());
    return parseMediaRules(file.readAll());
}

QList<CopyIssue> checkMedia(const QList<AttachedMedium> &media, QStringView network,
    const QString &networkName, const MediaRules &rules)
{
    Checker checker(networkName, media);
    const QList<MediaRule> ofThis = rules.of(network);
    for (const MediaRule &rule : ofThis)
        checker.check(rule);
    if (const RatioRange *range = rules.rangeOf(network))
        checker.check(*range);
    return checker.issues();
}
