// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/plancolumns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr auto On = "on:"_L1;

/// The context of these texts.
class PlanColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanColumns)
};

constexpr std::array Offered {"text"_L1, "title"_L1, "when"_L1, "day"_L1, "time"_L1, "zone"_L1,
    "channels"_L1, "channel"_L1, "network"_L1, "handle"_L1, "link"_L1, "media"_L1, "alt_texts"_L1,
    "labels"_L1, "campaign"_L1, "pillar"_L1, "first_comment"_L1, "notes"_L1};

QString columnText(const QString &field)
{
    const QHash<QString, QString> words {
        {u"text"_s, PlanColumnWords::tr("Text", "of a post")},
        {u"title"_s, PlanColumnWords::tr("Title", "of a post")},
        {u"when"_s, PlanColumnWords::tr("Day and time")},
        {u"day"_s, PlanColumnWords::tr("Day")},
        {u"time"_s, PlanColumnWords::tr("Time")},
        {u"zone"_s, PlanColumnWords::tr("Time zone")},
        {u"channels"_s, PlanColumnWords::tr("Channels or networks")},
        {u"channel"_s, PlanColumnWords::tr("Channel, by its name")},
        {u"network"_s, PlanColumnWords::tr("Network")},
        {u"handle"_s, PlanColumnWords::tr("Handle of the channel")},
        {u"link"_s, PlanColumnWords::tr("Link")},
        {u"media"_s, PlanColumnWords::tr("Pictures and videos")},
        {u"alt_texts"_s, PlanColumnWords::tr("Alternative texts")},
        {u"labels"_s, PlanColumnWords::tr("Labels")},
        {u"campaign"_s, PlanColumnWords::tr("Campaign")},
        {u"pillar"_s, PlanColumnWords::tr("Pillar")},
        {u"first_comment"_s, PlanColumnWords::tr("First comment")},
        {u"notes"_s, PlanColumnWords::tr("Notes")},
        {u"post"_s, PlanColumnWords::tr("Post that the row belongs to")},
        {u"uid"_s, PlanColumnWords::tr("Id", "of a row in the file")},
        {u"status"_s, PlanColumnWords::tr("Status")},
        {u"detached"_s, PlanColumnWords::tr("Own text applies")},
        {u"own_text"_s, PlanColumnWords::tr("Own text of the channel")},
        {u"own_day"_s, PlanColumnWords::tr("Own day of the channel")},
        {u"own_time"_s, PlanColumnWords::tr("Own time of the channel")},
        {u"own_zone"_s, PlanColumnWords::tr("Own time zone of the channel")},
        {u"own_media"_s, PlanColumnWords::tr("Own pictures of the channel")},
        {u"own_alt_texts"_s, PlanColumnWords::tr("Own alternative texts of the channel")},
        {u"posted_at"_s, PlanColumnWords::tr("Posted at")},
        {u"tracks_link"_s, PlanColumnWords::tr("Link tells where it is followed from")},
        {u"language"_s, PlanColumnWords::tr("Language")},
        {u"thread"_s, PlanColumnWords::tr("Posted as a thread")},
        {u"crops"_s, PlanColumnWords::tr("Parts of pictures that are shown")},
        {u"cool_down_days"_s, PlanColumnWords::tr("Days of rest before it comes again")},
        {u"evergreen_queue"_s, PlanColumnWords::tr("Queue of an evergreen post")},
        {u"posted_link"_s, PlanColumnWords::tr("Link to what was posted")},
    };
    return words.value(field, field);
}

/// Several columns may tell one of these.
bool mayRepeat(const QString &field)
{
    return field == "media"_L1 || field == "alt_texts"_L1 || field == "labels"_L1;
}

QString conflictIn(const QStringList &targets)
{
    if (targets.contains("when"_L1) && targets.contains("day"_L1))
        return PlanColumnWords::tr(
            "The day stands in two columns. Choose “Day and time” for one of them, or "
            "“Day” and “Time” for two.");
    if (targets.contains("time"_L1) && !targets.contains("when"_L1) && !targets.contains("day"_L1))
        return PlanColumnWords::tr("A time needs a day. Choose the column that holds it.");
    return {};
}
} // namespace

QList<PlanColumns::Choice> PlanColumns::choices()
{
    QList<Choice> all {{QString(), PlanColumnWords::tr("Ignore")}};
    for (const auto field : Offered)
        all.append({field, columnText(field)});
    return all;
}

QString PlanColumns::text(const QString &field)
{
    if (field.isEmpty())
        return PlanColumnWords::tr("Ignore");
    if (field.startsWith(On))
        return PlanColumnWords::tr("Whether it is for %1").arg(field.mid(On.size()));
    return columnText(field);
}

bool PlanColumns::nameChannels(const QStringList &targets)
{
    return std::ranges::any_of(targets, [](const QString &field) {
        return field == "channels"_L1 || field == "channel"_L1 || field == "network"_L1
            || field == "handle"_L1 || field.startsWith(On);
    });
}

bool PlanColumns::isDate(const QString &field)
{
    return field == "when"_L1 || field == "day"_L1;
}

QString PlanColumns::programName(const QString &system)
{
    static const QHash<QString, QString> names {{u"pullpush"_s, u"Pullpush"_s},
        {u"buffer"_s, u"Buffer"_s}, {u"hootsuite"_s, u"Hootsuite"_s},
        {u"sprout"_s, u"Sprout Social"_s}, {u"metricool"_s, u"Metricool"_s},
        {u"publer"_s, u"Publer"_s}, {u"socialbee"_s, u"SocialBee"_s},
        {u"highlevel"_s, u"HighLevel"_s}, {u"ayrshare"_s, u"Ayrshare"_s},
        {u"postfast"_s, u"PostFast"_s}, {u"schedulin"_s, u"Schedulin"_s},
        {u"oktopost"_s, u"Oktopost"_s}};
    return names.value(system);
}

PlanColumns::Problems PlanColumns::check(const QStringList &header, const QStringList &targets)
{
    Problems problems;
    QHash<QString, int> taken;
    for (int column = 0; column < int(targets.size()); ++column) {
        const QString &field = targets.at(column);
        if (field.isEmpty() || mayRepeat(field))
            continue;
        if (const auto other = taken.constFind(field); other != taken.cend())
            problems.ofColumn.insert(column,
                PlanColumnWords::tr(
                    "The column “%1” tells this already. Choose another, or ignore one of them.")
                    .arg(header.value(*other)));
        else
            taken.insert(field, column);
    }
    if (!taken.contains(u"text"_s) && !taken.contains(u"title"_s) && !taken.contains(u"own_text"_s))
        problems.general =
            PlanColumnWords::tr("Choose the column that holds the text of the posts.");
    else
        problems.general = conflictIn(targets);
    return problems;
}
