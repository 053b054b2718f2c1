// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/planmapping.h"

#include "exchange/datetext.h"
#include "exchange/planfields.h"

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace {
/// A column as bare() has it, and the field that it gives.
struct KnownColumn
{
    QLatin1StringView column;
    QLatin1StringView field;
};

/// Lower case, without spaces, signs and what stands in parentheses: "Media URL(s)" is "mediaurl".
QString bare(const QString &column)
{
    QString result;
    const QString name = column.section(u'(', 0, 0).toLower();
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            result += c;
    }
    return result;
}

struct Planner
{
    QLatin1StringView system;
    std::span<const QLatin1StringView> needed; ///< a header with all of them is this planner's
    std::span<const KnownColumn> columns;
};

constexpr std::array bufferNeeded {"text"_L1, "postingtime"_L1};
constexpr std::array bufferColumns {KnownColumn {"text"_L1, "text"_L1},
    KnownColumn {"imageurl"_L1, "media"_L1}, KnownColumn {"tags"_L1, "labels"_L1},
    KnownColumn {"postingtime"_L1, "when"_L1}};

constexpr std::array sproutNeeded {"date"_L1, "time24hr"_L1, "messagetext"_L1};
constexpr std::array sproutColumns {KnownColumn {"date"_L1, "day"_L1},
    KnownColumn {"time24hr"_L1, "time"_L1}, KnownColumn {"messagetext"_L1, "text"_L1},
    KnownColumn {"link"_L1, "link"_L1}, KnownColumn {"linkurl"_L1, "link"_L1},
    KnownColumn {"imageurl"_L1, "media"_L1}, KnownColumn {"image"_L1, "media"_L1},
    KnownColumn {"tags"_L1, "labels"_L1}, KnownColumn {"tag"_L1, "labels"_L1}};

constexpr std::array metricoolNeeded {"text"_L1, "date"_L1, "time"_L1, "draft"_L1, "twitterx"_L1};
constexpr std::array metricoolColumns {KnownColumn {"text"_L1, "text"_L1},
    KnownColumn {"date"_L1, "day"_L1}, KnownColumn {"time"_L1, "time"_L1},
    KnownColumn {"firstcommenttext"_L1, "first_comment"_L1},
    KnownColumn {"facebook"_L1, "on:Facebook"_L1}, KnownColumn {"twitterx"_L1, "on:Twitter/X"_L1},
    KnownColumn {"linkedin"_L1, "on:LinkedIn"_L1}, KnownColumn {"gbp"_L1, "on:GBP"_L1},
    KnownColumn {"instagram"_L1, "on:Instagram"_L1},
    KnownColumn {"pinterest"_L1, "on:Pinterest"_L1}, KnownColumn {"tiktok"_L1, "on:TikTok"_L1},
    KnownColumn {"youtube"_L1, "on:Youtube"_L1}, KnownColumn {"threads"_L1, "on:Threads"_L1},
    KnownColumn {"bluesky"_L1, "on:Bluesky"_L1}, KnownColumn {"pictureurl1"_L1, "media"_L1},
    KnownColumn {"pictureurl2"_L1, "media"_L1}, KnownColumn {"pictureurl3"_L1, "media"_L1},
    KnownColumn {"pictureurl4"_L1, "media"_L1}, KnownColumn {"pictureurl5"_L1, "media"_L1},
    KnownColumn {"pictureurl6"_L1, "media"_L1}, KnownColumn {"pictureurl7"_L1, "media"_L1},
    KnownColumn {"pictureurl8"_L1, "media"_L1}, KnownColumn {"pictureurl9"_L1, "media"_L1},
    KnownColumn {"pictureurl10"_L1, "media"_L1}, KnownColumn {"alttextpicture1"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture2"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture3"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture4"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture5"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture6"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture7"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture8"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture9"_L1, "alt_texts"_L1},
    KnownColumn {"alttextpicture10"_L1, "alt_texts"_L1}};

constexpr std::array publerNeeded {"date"_L1, "message"_L1, "mediaurl"_L1};
constexpr std::array publerColumns {KnownColumn {"date"_L1, "when"_L1},
    KnownColumn {"message"_L1, "text"_L1}, KnownColumn {"link"_L1, "link"_L1},
    KnownColumn {"mediaurl"_L1, "media"_L1}, KnownColumn {"title"_L1, "title"_L1},
    KnownColumn {"label"_L1, "labels"_L1}, KnownColumn {"labels"_L1, "labels"_L1}};

constexpr std::array socialbeeNeeded {"text"_L1, "postatspecifictime"_L1};
constexpr std::array highlevelNeeded {"postatspecifictime"_L1, "content"_L1};
constexpr std::array postAtColumns {KnownColumn {"text"_L1, "text"_L1},
    KnownColumn {"content"_L1, "text"_L1}, KnownColumn {"link"_L1, "link"_L1},
    KnownColumn {"imageurls"_L1, "media"_L1}, KnownColumn {"gifurls"_L1, "media"_L1},
    KnownColumn {"gifurl"_L1, "media"_L1}, KnownColumn {"videourls"_L1, "media"_L1},
    KnownColumn {"postatspecifictime"_L1, "when"_L1}, KnownColumn {"tags"_L1, "labels"_L1},
    KnownColumn {"category"_L1, "labels"_L1},
    KnownColumn {"followupcomment"_L1, "first_comment"_L1}};

constexpr std::array ayrshareNeeded {"post"_L1, "platforms"_L1};
constexpr std::array ayrshareColumns {KnownColumn {"post"_L1, "text"_L1},
    KnownColumn {"platforms"_L1, "channels"_L1}, KnownColumn {"mediaurls"_L1, "media"_L1},
    KnownColumn {"scheduledate"_L1, "when"_L1}};

constexpr std::array postfastNeeded {"scheduledat"_L1, "accountid"_L1, "content"_L1};
constexpr std::array postfastColumns {KnownColumn {"scheduledat"_L1, "when"_L1},
    KnownColumn {"accountid"_L1, "channel"_L1}, KnownColumn {"content"_L1, "text"_L1},
    KnownColumn {"mediaurls"_L1, "media"_L1}, KnownColumn {"firstcomment"_L1, "first_comment"_L1}};

constexpr std::array schedulinNeeded {"channel"_L1, "caption"_L1, "scheduledat"_L1};
constexpr std::array schedulinColumns {KnownColumn {"channel"_L1, "channels"_L1},
    KnownColumn {"caption"_L1, "text"_L1}, KnownColumn {"mediaurl"_L1, "media"_L1},
    KnownColumn {"scheduledat"_L1, "when"_L1}};

constexpr std::array oktopostNeeded {"network"_L1, "message"_L1, "linkurl"_L1};
constexpr std::array oktopostColumns {KnownColumn {"network"_L1, "channels"_L1},
    KnownColumn {"message"_L1, "text"_L1}, KnownColumn {"linkurl"_L1, "link"_L1},
    KnownColumn {"linktitle"_L1, "title"_L1}, KnownColumn {"imageurl"_L1, "media"_L1}};

constexpr std::array planners {Planner {"metricool"_L1, metricoolNeeded, metricoolColumns},
    Planner {"buffer"_L1, bufferNeeded, bufferColumns},
    Planner {"sprout"_L1, sproutNeeded, sproutColumns},
    Planner {"highlevel"_L1, highlevelNeeded, postAtColumns},
    Planner {"socialbee"_L1, socialbeeNeeded, postAtColumns},
    Planner {"ayrshare"_L1, ayrshareNeeded, ayrshareColumns},
    Planner {"postfast"_L1, postfastNeeded, postfastColumns},
    Planner {"schedulin"_L1, schedulinNeeded, schedulinColumns},
    Planner {"publer"_L1, publerNeeded, publerColumns},
    Planner {"oktopost"_L1, oktopostNeeded, oktopostColumns}};

/// Words that BrightBean and many others accept. Earlier columns of one field win.
constexpr std::array commonWords {KnownColumn {"caption"_L1, "text"_L1},
    KnownColumn {"text"_L1, "text"_L1}, KnownColumn {"content"_L1, "text"_L1},
    KnownColumn {"message"_L1, "text"_L1}, KnownColumn {"body"_L1, "text"_L1},
    KnownColumn {"copy"_L1, "text"_L1}, KnownColumn {"textcontent"_L1, "text"_L1},
    KnownColumn {"title"_L1, "title"_L1}, KnownColumn {"headline"_L1, "title"_L1},
    KnownColumn {"date"_L1, "day"_L1}, KnownColumn {"publishdate"_L1, "day"_L1},
    KnownColumn {"scheduleddate"_L1, "day"_L1}, KnownColumn {"postdate"_L1, "day"_L1},
    KnownColumn {"day"_L1, "day"_L1}, KnownColumn {"scheduledat"_L1, "day"_L1},
    KnownColumn {"scheduledpostdate"_L1, "day"_L1}, KnownColumn {"datetime"_L1, "day"_L1},
    KnownColumn {"time"_L1, "time"_L1}, KnownColumn {"publishtime"_L1, "time"_L1},
    KnownColumn {"scheduledtime"_L1, "time"_L1}, KnownColumn {"posttime"_L1, "time"_L1},
    KnownColumn {"timezone"_L1, "zone"_L1}, KnownColumn {"zone"_L1, "zone"_L1},
    KnownColumn {"platform"_L1, "channels"_L1}, KnownColumn {"platforms"_L1, "channels"_L1},
    KnownColumn {"channel"_L1, "channels"_L1}, KnownColumn {"channels"_L1, "channels"_L1},
    KnownColumn {"network"_L1, "channels"_L1}, KnownColumn {"networks"_L1, "channels"_L1},
    KnownColumn {"platformname"_L1, "channels"_L1},
    KnownColumn {"platformaccount"_L1, "channel"_L1}, KnownColumn {"account"_L1, "channel"_L1},
    KnownColumn {"mediaurl"_L1, "media"_L1}, KnownColumn {"mediaurls"_L1, "media"_L1},
    KnownColumn {"mediapaths"_L1, "media"_L1}, KnownColumn {"media"_L1, "media"_L1},
    KnownColumn {"imageurl"_L1, "media"_L1}, KnownColumn {"image"_L1, "media"_L1},
    KnownColumn {"videourl"_L1, "media"_L1}, KnownColumn {"featuredimagefilename"_L1, "media"_L1},
    KnownColumn {"alttext"_L1, "alt_texts"_L1}, KnownColumn {"link"_L1, "link"_L1},
    KnownColumn {"url"_L1, "link"_L1}, KnownColumn {"contentcategory"_L1, "pillar"_L1},
    KnownColumn {"category"_L1, "pillar"_L1}, KnownColumn {"pillar"_L1, "pillar"_L1},
    KnownColumn {"campaign"_L1, "campaign"_L1}, KnownColumn {"tags"_L1, "labels"_L1},
    KnownColumn {"labels"_L1, "labels"_L1}, KnownColumn {"tag"_L1, "labels"_L1},
    KnownColumn {"hashtags"_L1, "labels"_L1}, KnownColumn {"firstcomment"_L1, "first_comment"_L1},
    KnownColumn {"comment"_L1, "first_comment"_L1}, KnownColumn {"notes"_L1, "notes"_L1}};

bool mayRepeat(const QString &field)
{
    return field == "media"_L1 || field == "alt_texts"_L1 || field == "labels"_L1;
}

QList<FieldMapping> fieldsFrom(const QStringList &header, std::span<const KnownColumn> known)
{
    QList<FieldMapping> fields;
    for (const KnownColumn &entry : known) {
        const auto column = std::ranges::find_if(
            header, [&entry](const QString &name) { return bare(name) == entry.column; });
        const bool isTaken = std::ranges::any_of(
            fields, [&entry](const FieldMapping &field) { return field.field == entry.field; });
        if (column != header.end() && (!isTaken || mayRepeat(entry.field)))
            fields.append({QString(entry.field), *column});
    }
    return fields;
}

bool hasAnyField(const QList<FieldMapping> &fields, std::initializer_list<QLatin1StringView> wanted)
{
    return std::ranges::any_of(fields, [wanted](const FieldMapping &field) {
        return std::ranges::any_of(
            wanted, [&field](QLatin1StringView name) { return field.field == name; });
    });
}

/// Our own files have more columns than anybody else's, under our own names.
bool isOurs(const QStringList &header)
{
    return header.contains("own_text"_L1) && header.contains("text"_L1)
        && header.contains("network"_L1) && header.contains("day"_L1);
}

GuessedMapping ourMapping(const QStringList &header)
{
    GuessedMapping guess;
    guess.system = u"pullpush"_s;
    for (const QString &column : header) {
        if (planFieldNames().contains(column))
            guess.mapping.fields.append({column, column});
    }
    return guess;
}

/// A time without a day column is a column of both.
void joinLoneTime(QList<FieldMapping> &fields)
{
    for (FieldMapping &field : fields) {
        if (field.field == "time"_L1 && !hasAnyField(fields, {"day"_L1, "when"_L1}))
            field.field = u"when"_s;
    }
}

bool namesSomebody(const GuessedMapping &guess)
{
    return hasAnyField(guess.mapping.fields,
               {"id"_L1, "name"_L1, "first_name"_L1, "last_name"_L1, "email"_L1, "phone"_L1,
                   "company"_L1, "stage"_L1})
        || std::ranges::any_of(guess.mapping.fields, [](const FieldMapping &field) {
               return field.field.startsWith("handle:"_L1) || field.field.startsWith("entered:"_L1);
           });
}
} // namespace

GuessedMapping guessPlan(const QStringList &firstRow)
{
    QStringList header;
    std::ranges::transform(
        firstRow, std::back_inserter(header), [](const QString &cell) { return cell.trimmed(); });
    if (isOurs(header))
        return ourMapping(header);
    GuessedMapping guess;
    QStringList bareNames;
    std::ranges::transform(header, std::back_inserter(bareNames), bare);
    const auto planner = std::ranges::find_if(planners, [&bareNames](const Planner &candidate) {
        return std::ranges::all_of(candidate.needed,
            [&bareNames](QLatin1StringView column) { return bareNames.contains(column); });
    });
    if (planner != planners.end()) {
        guess.system = planner->system;
        guess.mapping.fields = fieldsFrom(header, planner->columns);
        return guess;
    }
    const bool isTable = header.size() == 2 || header.size() == 3;
    if (isTable && dateEvidence(header.first()) != DateEvidence::None) {
        guess.system = u"hootsuite"_s;
        guess.mapping.fields = {{u"when"_s, u"1"_s}, {u"text"_s, u"2"_s}};
        if (header.size() == 3)
            guess.mapping.fields.append({u"link"_s, u"3"_s});
        return guess;
    }
    guess.mapping.fields = fieldsFrom(header, commonWords);
    joinLoneTime(guess.mapping.fields);
    if (hasAnyField(guess.mapping.fields, {"text"_L1})
        && hasAnyField(guess.mapping.fields, {"day"_L1, "when"_L1, "channels"_L1}))
        guess.system = u"plan"_s;
    return guess;
}

bool isPlanField(const QString &field)
{
    return planFieldNames().contains(field) || field == "when"_L1 || field == "channels"_L1
        || (field.startsWith("on:"_L1) && field.size() > 3);
}

bool looksLikePlan(const QStringList &firstRow)
{
    const QString system = guessPlan(firstRow).system;
    if (system != "plan"_L1)
        return !system.isEmpty();
    const GuessedMapping people = guessMapping(firstRow);
    return people.system.isEmpty() && !namesSomebody(people);
}
