// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/planfields.h"

#include "domain/post.h"
#include "exchange/zonenames.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
/// Entries joined with \a separator, which is escaped within them as line breaks are.
QString joined(const QStringList &entries, QChar separator)
{
    QStringList escaped;
    for (QString entry : entries) {
        entry.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s);
        if (separator != u'\n')
            entry.replace(separator, u'\\' + QString(separator));
        escaped << entry;
    }
    return escaped.join(separator == u'\n' ? u"\n"_s : separator + u" "_s);
}

QStringList split(const QString &text, QChar separator)
{
    if (text.isEmpty())
        return {};
    QStringList entries {QString()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == separator) {
            entries << QString();
        } else if (c == u'\\' && i + 1 < text.size()) {
            const QChar next = text.at(++i);
            entries.last() += next == u'n' ? u'\n' : next;
        } else {
            entries.last() += c;
        }
    }
    return entries;
}

QString placesOf(const QList<PlannedMedia> &media)
{
    QStringList places;
    for (const PlannedMedia &one : media)
        places << one.place;
    return joined(places, u'\n');
}

/// Empty where no medium has one.
QString altTextsOf(const QList<PlannedMedia> &media)
{
    QStringList texts;
    for (const PlannedMedia &one : media)
        texts << one.altText;
    const bool hasAny = std::ranges::any_of(texts, [](const QString &t) { return !t.isEmpty(); });
    return hasAny ? joined(texts, u'\n') : QString();
}

void setEach(QList<PlannedMedia> &media, const QString &list, QString PlannedMedia::*member)
{
    const QStringList entries = split(list, u'\n');
    media.resize(std::max(media.size(), entries.size()));
    for (qsizetype i = 0; i < entries.size(); ++i)
        media[i].*member = entries.at(i);
}

QString timeOf(const std::optional<QTime> &time)
{
    if (!time)
        return {};
    return time->toString(time->second() == 0 && time->msec() == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

bool setDay(std::optional<QDate> &day, const QString &text)
{
    if (text.isEmpty())
        return true;
    const QDate read = QDate::fromString(text, Qt::ISODate);
    if (read.isValid())
        day = read;
    return read.isValid();
}

bool setTime(std::optional<QTime> &time, const QString &text)
{
    if (text.isEmpty())
        return true;
    const QTime read = QTime::fromString(text, Qt::ISODate);
    if (read.isValid())
        time = read;
    return read.isValid();
}

bool setZone(QString &zone, const QString &text)
{
    zone = ianaZone(text);
    return text.isEmpty() || !zone.isEmpty();
}

PlannedChannel &channelOf(PlannedPost &post)
{
    if (post.channels.isEmpty())
        post.channels.append(PlannedChannel());
    return post.channels.first();
}

struct Field
{
    QString name;
    QString (*get)(const PlannedPost &);
    bool (*set)(PlannedPost &, const QString &);
};

template<QString PlannedPost::*Member>
Field text(const char *name)
{
    return {QString::fromLatin1(name), [](const PlannedPost &post) { return post.*Member; },
        [](PlannedPost &post, const QString &value) {
            post.*Member = value;
            return true;
        }};
}

template<std::optional<QDate> PlannedPost::*Member>
Field day(const char *name)
{
    return {QString::fromLatin1(name),
        [](const PlannedPost &post) {
            return (post.*Member) ? (post.*Member)->toString(Qt::ISODate) : QString();
        },
        [](PlannedPost &post, const QString &value) { return setDay(post.*Member, value); }};
}

template<std::optional<QTime> PlannedPost::*Member>
Field time(const char *name)
{
    return {QString::fromLatin1(name), [](const PlannedPost &post) { return timeOf(post.*Member); },
        [](PlannedPost &post, const QString &value) { return setTime(post.*Member, value); }};
}

template<QString PlannedPost::*Member>
Field zone(const char *name)
{
    return {QString::fromLatin1(name), [](const PlannedPost &post) { return post.*Member; },
        [](PlannedPost &post, const QString &value) { return setZone(post.*Member, value); }};
}

template<QList<PlannedMedia> PlannedPost::*Member>
Field places(const char *name)
{
    return {QString::fromLatin1(name),
        [](const PlannedPost &post) { return placesOf(post.*Member); },
        [](PlannedPost &post, const QString &value) {
            setEach(post.*Member, value, &PlannedMedia::place);
            return true;
        }};
}

template<QList<PlannedMedia> PlannedPost::*Member>
Field altTexts(const char *name)
{
    return {QString::fromLatin1(name),
        [](const PlannedPost &post) { return altTextsOf(post.*Member); },
        [](PlannedPost &post, const QString &value) {
            setEach(post.*Member, value, &PlannedMedia::altText);
            return true;
        }};
}

template<QString PlannedChannel::*Member>
Field channel(const char *name)
{
    return {QString::fromLatin1(name),
        [](const PlannedPost &post) {
            return post.channels.isEmpty() ? QString() : post.channels.first().*Member;
        },
        [](PlannedPost &post, const QString &value) {
            if (!value.isEmpty())
                channelOf(post).*Member = value;
            return true;
        }};
}

Field labels()
{
    return {u"labels"_s, [](const PlannedPost &post) { return joined(post.labels, u','); },
        [](PlannedPost &post, const QString &value) {
            post.labels.clear();
            for (const QString &label : split(value, u',')) {
                if (const QString name = label.trimmed(); !name.isEmpty())
                    post.labels << name;
            }
            return true;
        }};
}

Field status()
{
    return {u"status"_s, [](const PlannedPost &post) { return post.status; },
        [](PlannedPost &post, const QString &value) {
            post.status = value.trimmed().toLower();
            return post.status.isEmpty() || fromText<PostStatus>(post.status);
        }};
}

template<bool PlannedPost::*Member>
Field flag(const char *name)
{
    return {QString::fromLatin1(name),
        [](const PlannedPost &post) { return post.*Member ? u"yes"_s : QString(); },
        [](PlannedPost &post, const QString &value) {
            const QString word = value.trimmed().toLower();
            post.*Member = word == "yes"_L1 || word == "true"_L1 || word == "1"_L1;
            return post.*Member || word.isEmpty() || word == "no"_L1 || word == "false"_L1
                || word == "0"_L1;
        }};
}

Field coolDown()
{
    return {u"cool_down_days"_s,
        [](const PlannedPost &post) {
            return post.coolDownDays == 0 ? QString() : QString::number(post.coolDownDays);
        },
        [](PlannedPost &post, const QString &value) {
            bool isNumber = value.isEmpty();
            const int days = isNumber ? 0 : value.toInt(&isNumber);
            post.coolDownDays = std::max(0, days);
            return isNumber && days >= 0;
        }};
}

Field thread()
{
    return {u"thread"_s, [](const PlannedPost &post) { return post.thread; },
        [](PlannedPost &post, const QString &value) {
            post.thread = value.trimmed().toLower();
            return post.thread.isEmpty() || fromText<ThreadStyle>(post.thread);
        }};
}

/// "1 0 0 400 300" is the first of the post's media, "own 2 …" the second of the channel's own.
std::optional<PlannedCrop> cropFrom(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    PlannedCrop crop;
    crop.isOwn = !words.isEmpty() && words.first() == "own"_L1;
    if (crop.isOwn)
        words.removeFirst();
    const std::array numbers {&crop.number, &crop.left, &crop.top, &crop.width, &crop.height};
    if (words.size() != qsizetype(numbers.size()))
        return {};
    for (size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        *numbers.at(i) = words.at(qsizetype(i)).toInt(&isNumber);
        if (!isNumber || *numbers.at(i) < 0)
            return {};
    }
    const bool isPart = crop.number > 0 && crop.width > 0 && crop.height > 0;
    return isPart ? std::optional(crop) : std::nullopt;
}

Field crops()
{
    return {u"crops"_s,
        [](const PlannedPost &post) {
            QStringList lines;
            for (const PlannedCrop &crop : post.crops)
                lines << u"%1%2 %3 %4 %5 %6"_s.arg(crop.isOwn ? u"own "_s : QString())
                             .arg(crop.number)
                             .arg(crop.left)
                             .arg(crop.top)
                             .arg(crop.width)
                             .arg(crop.height);
            return joined(lines, u'\n');
        },
        [](PlannedPost &post, const QString &value) {
            post.crops.clear();
            for (const QString &line : split(value, u'\n')) {
                const auto crop = cropFrom(line);
                if (!crop)
                    return false;
                post.crops << *crop;
            }
            return true;
        }};
}

Field postedAt()
{
    return {u"posted_at"_s,
        [](const PlannedPost &post) {
            return post.postedAt == 0 ? QString()
                                      : QDateTime::fromMSecsSinceEpoch(post.postedAt, Qt::UTC)
                                            .toString(Qt::ISODateWithMs);
        },
        [](PlannedPost &post, const QString &value) {
            if (value.isEmpty())
                return true;
            const QDateTime at = QDateTime::fromString(value, Qt::ISODateWithMs);
            post.postedAt = at.isValid() ? at.toMSecsSinceEpoch() : 0;
            return at.isValid();
        }};
}

const QList<Field> &fields()
{
    using P = PlannedPost;
    static const QList<Field> list {text<&P::group>("post"), text<&P::uid>("uid"),
        text<&P::title>("title"), text<&P::text>("text"), day<&P::day>("day"),
        time<&P::time>("time"), zone<&P::zone>("zone"),
        channel<&PlannedChannel::network>("network"), channel<&PlannedChannel::handle>("handle"),
        channel<&PlannedChannel::name>("channel"), status(), text<&P::link>("link"),
        places<&P::media>("media"), altTexts<&P::media>("alt_texts"), labels(),
        text<&P::campaign>("campaign"), text<&P::pillar>("pillar"),
        text<&P::firstComment>("first_comment"), text<&P::notes>("notes"),
        flag<&P::detached>("detached"), text<&P::ownText>("own_text"), day<&P::ownDay>("own_day"),
        time<&P::ownTime>("own_time"), zone<&P::ownZone>("own_zone"),
        places<&P::ownMedia>("own_media"), altTexts<&P::ownMedia>("own_alt_texts"), postedAt(),
        text<&P::postedLink>("posted_link"), flag<&P::tracksLink>("tracks_link"),
        text<&P::language>("language"), thread(), crops(), coolDown(),
        text<&P::evergreenQueue>("evergreen_queue")};
    return list;
}
} // namespace

const QStringList &planFieldNames()
{
    static const QStringList names = [] {
        QStringList list;
        std::ranges::transform(fields(), std::back_inserter(list), &Field::name);
        return list;
    }();
    return names;
}

QString planField(const PlannedPost &post, const QString &name)
{
    const auto found = std::ranges::find(fields(), name, &Field::name);
    return found == fields().end() ? QString() : found->get(post);
}

bool setPlanField(PlannedPost &post, const QString &name, const QString &value)
{
    const auto found = std::ranges::find(fields(), name, &Field::name);
    return found == fields().end() || found->set(post, value);
}
