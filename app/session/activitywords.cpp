// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/activitywords.h"

#include "domain/consent.h"
#include "domain/handover.h"
#include "domain/offer.h"
#include "domain/review.h"

#include <QCoreApplication>
#include <QDate>
#include <QTime>

#include <map>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;
using Op = ActivityRow::Op;

namespace {
class Story
{
    Q_DECLARE_TR_FUNCTIONS(Story)
public:
    Story(const ActivityPage &page, const ActivityWords &words)
        : m_page(page)
        , m_words(words)
    { }

    /// \a rows of one command about one post, oldest first.
    [[nodiscard]] QStringList tell(const QList<const ActivityRow *> &rows);

private:
    [[nodiscard]] bool tellsAll(const QList<const ActivityRow *> &rows);
    void tellRow(const ActivityRow &row);
    void tellPost(const ActivityRow &row);
    void tellVariant(const ActivityRow &row);
    void tellWords(const ActivityRow &row);
    void tellPlan(const ActivityRow &row);
    void tellReference(const ActivityRow &row, const QString &field, const char *into,
        const char *instead, const char *outOf);
    void tellHanging(const ActivityRow &row);
    void tellMedia(const ActivityRow &row);
    void tellSaid(const ActivityRow &row);
    void tellItem(const ActivityRow &row);
    void tellSet(const ActivityRow &row);
    void tellPerson(const ActivityRow &row);
    void tellSteps();
    [[nodiscard]] QString nameOf(qint64 id) const;
    [[nodiscard]] QString channelOf(const ActivityRow &row) const
    {
        return nameOf(row.channel.value());
    }
    [[nodiscard]] QString planOf(const QVariantMap &values, bool hasDay, bool hasTime) const;
    /// \a all, or where \a row is about one channel \a one, which names it.
    void say(const ActivityRow &row, const QString &all, const QString &one);
    void say(const QString &sentence)
    {
        if (!m_sentences.contains(sentence))
            m_sentences << sentence;
    }

    const ActivityPage &m_page;
    const ActivityWords &m_words;
    QStringList m_sentences;
    std::map<std::pair<PostStatus, PostStatus>, QStringList> m_steps; ///< channels that took each
    bool m_isImport = false;
};

QString joined(const QStringList &names)
{
    return names.join(QCoreApplication::translate("Story", ", ", "between names"));
}

QString Story::nameOf(qint64 id) const
{
    const QString name = m_page.names.value(id);
    return name.isEmpty() ? tr("without a name") : name;
}

void Story::say(const ActivityRow &row, const QString &all, const QString &one)
{
    say(row.channel.isNull() ? all : one.arg(channelOf(row)));
}

QStringList Story::tell(const QList<const ActivityRow *> &rows)
{
    if (!tellsAll(rows)) {
        for (const ActivityRow *row : rows)
            tellRow(*row);
        tellSteps();
    }
    if (m_isImport && !m_sentences.isEmpty()) {
        const QString files =
            joined(m_page.files.value(rows.first()->batch).split(u'\n', Qt::SkipEmptyParts));
        m_sentences = {tr("Changed by the import of %1: %2").arg(files, joined(m_sentences))};
    }
    return m_sentences;
}

/// Where a post came or went, what hangs on it came and went with it.
bool Story::tellsAll(const QList<const ActivityRow *> &rows)
{
    QStringList channels;
    for (const ActivityRow *row : rows) {
        if (row->table == "variant"_L1 && row->op == Op::Insert)
            channels << channelOf(*row);
    }
    for (const ActivityRow *row : rows) {
        m_isImport = !row->batch.isNull() && row->op != Op::Import;
        if (row->op == Op::Import) {
            const QStringList files =
                m_page.files.value(row->batch).split(u'\n', Qt::SkipEmptyParts);
            say(row->post.isNull()
                    ? tr("%Ln post(s) imported from %1", nullptr, row->count).arg(joined(files))
                    : tr("Imported from %1").arg(joined(files)));
            return true;
        }
        if (row->table != "post"_L1 || row->op == Op::Update)
            continue;
        if (row->op == Op::Remove)
            say(tr("Deleted"));
        else if (row->op == Op::Restore)
            say(tr("Restored"));
        else
            say(channels.isEmpty() ? tr("Created") : tr("Created for %1").arg(joined(channels)));
        return true;
    }
    return false;
}

void Story::tellRow(const ActivityRow &row)
{
    if (!row.prospect.isNull())
        tellPerson(row);
    else if (row.table == "post"_L1)
        tellPost(row);
    else if (row.table == "variant"_L1)
        tellVariant(row);
    else if (row.table == "series"_L1)
        say(tr("How it repeats was changed"));
    else if (row.table == "post_comment"_L1)
        tellSaid(row);
    else if (row.table == "checklist_item"_L1)
        tellItem(row);
    else if (row.table == "post_media"_L1 || row.table == "media_crop"_L1)
        tellMedia(row);
    else if (row.table == "post_label"_L1 || row.table == "text_version"_L1)
        tellHanging(row);
    else
        tellSet(row);
}

QString Story::planOf(const QVariantMap &values, bool hasDay, bool hasTime) const
{
    QStringList parts;
    const QDate day = QDate::fromString(values.value(u"planned_day"_s).toString(), Qt::ISODate);
    const QTime time = QTime::fromString(values.value(u"planned_time"_s).toString(), u"HH:mm"_s);
    if (hasDay && day.isValid())
        parts << m_words.day(day);
    if (hasTime && time.isValid())
        parts << m_words.time(time);
    return joined(parts);
}

void Story::tellPlan(const ActivityRow &row)
{
    const bool hasDay = row.fields.contains(u"planned_day"_s);
    const bool hasTime = row.fields.contains(u"planned_time"_s);
    if (hasDay || hasTime) {
        const QString from = planOf(row.before, hasDay, hasTime);
        const QString to = planOf(row.after, hasDay, hasTime);
        const bool isOwn = !row.channel.isNull();
        if (from.isEmpty())
            say(isOwn ? tr("Own time for %1: %2").arg(channelOf(row), to)
                      : tr("Planned for %1").arg(to));
        else if (!to.isEmpty())
            say(isOwn ? tr("Moved for %1 from %2 to %3").arg(channelOf(row), from, to)
                      : tr("Moved from %1 to %2").arg(from, to));
        else if (isOwn)
            say(tr("%1 goes by the post’s time again").arg(channelOf(row)));
        else if (hasDay)
            say(tr("Moved from %1 to the ideas").arg(from));
        else
            say(tr("Time %1 taken away").arg(from));
    } else if (row.fields.contains(u"zone"_s)) {
        say(row, tr("Time zone changed"), tr("Time zone for %1 changed"));
    }
}

void Story::tellReference(const ActivityRow &row, const QString &field, const char *into,
    const char *instead, const char *outOf)
{
    if (!row.fields.contains(field))
        return;
    const qint64 from = row.before.value(field).toLongLong();
    const qint64 to = row.after.value(field).toLongLong();
    if (from == 0)
        say(tr(into).arg(nameOf(to)));
    else if (to != 0)
        say(tr(instead).arg(nameOf(to), nameOf(from)));
    else
        say(tr(outOf).arg(nameOf(from)));
}

void Story::tellWords(const ActivityRow &row)
{
    if (row.fields.contains(u"title"_s))
        say(tr("Title changed"));
    if (row.fields.contains(u"text"_s))
        say(row, tr("Words changed"), tr("Words for %1 changed"));
    if (row.fields.contains(u"first_comment"_s))
        say(row, tr("First comment changed"), tr("First comment for %1 changed"));
    if (row.fields.contains(u"link"_s))
        say(row, tr("Link changed"), tr("Link for %1 changed"));
    if (row.fields.contains(u"notes"_s))
        say(tr("Notes changed"));
}

void Story::tellPost(const ActivityRow &row)
{
    tellPlan(row);
    tellWords(row);
    tellReference(row, u"campaign_id"_s, QT_TR_NOOP("Put into the campaign “%1”"),
        QT_TR_NOOP("Put into the campaign “%1” instead of “%2”"),
        QT_TR_NOOP("Taken out of the campaign “%1”"));
    tellReference(row, u"pillar_id"_s, QT_TR_NOOP("Put under the pillar “%1”"),
        QT_TR_NOOP("Put under the pillar “%1” instead of “%2”"),
        QT_TR_NOOP("Taken from the pillar “%1”"));
    if (row.fields.contains(u"series_id"_s))
        say(row.after.value(u"series_id"_s).toLongLong() != 0 ? tr("Made part of a series")
                                                              : tr("Taken out of its series"));
    for (const char16_t *field :
        {u"tracks_link", u"language", u"cool_down_days", u"evergreen_queue"}) {
        if (row.fields.contains(QString::fromUtf16(field)))
            say(tr("Details changed"));
    }
}

void Story::tellVariant(const ActivityRow &row)
{
    const QString channel = channelOf(row);
    if (row.op == Op::Insert)
        say(tr("Added for %1").arg(channel));
    else if (row.op == Op::Restore)
        say(tr("Added for %1 again").arg(channel));
    else if (row.op == Op::Remove)
        say(tr("Taken off %1").arg(channel));
    if (row.op != Op::Update)
        return;
    if (row.fields.contains(u"detached"_s)) {
        const bool own = row.after.value(u"detached"_s).toLongLong() != 0;
        say(own ? tr("%1 has words of its own").arg(channel)
                : tr("%1 has the common words again").arg(channel));
    } else {
        tellWords(row);
    }
    tellPlan(row);
    if (row.fields.contains(u"thread"_s))
        say(tr("Thread for %1 changed").arg(channel));
    if (row.fields.contains(u"status"_s)) {
        const auto from = fromText<PostStatus>(row.before.value(u"status"_s).toString());
        const auto to = fromText<PostStatus>(row.after.value(u"status"_s).toString());
        if (from && to)
            m_steps[{*from, *to}] << channel;
    }
}

void Story::tellSteps()
{
    for (const auto &[step, channels] : m_steps)
        //: Channels, the status they had, and the one they have.
        say(tr("%1: from “%2” to “%3”")
                .arg(joined(channels), m_words.status(step.first), m_words.status(step.second)));
}

void Story::tellHanging(const ActivityRow &row)
{
    if (row.table == "post_label"_L1) {
        const QString name = nameOf(row.subject);
        say(row.op == Op::Remove ? tr("Label “%1” taken off").arg(name)
                                 : tr("Labelled “%1”").arg(name));
    } else if (row.op == Op::Insert
        && fromText<PostStatus>(row.after.value(u"word"_s).toString()) == PostStatus::Draft) {
        // What a step of the work flow keeps is told by the step.
        say(row, tr("Version of the words kept"), tr("Version of the words for %1 kept"));
    }
}

void Story::tellMedia(const ActivityRow &row)
{
    const QString name = nameOf(row.subject);
    if (row.table == "media_crop"_L1)
        say(tr("Picture cut for %1").arg(channelOf(row)));
    else if (row.op == Op::Remove)
        say(tr("“%1” taken off").arg(name));
    else if (row.op != Op::Update)
        say(row.channel.isNull() ? tr("“%1” attached").arg(name)
                                 : tr("“%1” attached for %2").arg(name, channelOf(row)));
    else if (row.fields.contains(u"alt_text"_s))
        say(tr("Description of “%1” changed").arg(name));
    else
        say(tr("Order of the media changed"));
}

void Story::tellSaid(const ActivityRow &row)
{
    const bool isForClient =
        fromText<Audience>(row.after.value(u"word"_s).toString()) == Audience::Client;
    switch (row.op) {
    case Op::Insert:
        say(isForClient ? tr("Comment, for the client too") : tr("Comment"));
        break;
    case Op::Remove:
        say(tr("Comment deleted"));
        break;
    case Op::Restore:
        say(tr("Comment restored"));
        break;
    case Op::Update:
        say(row.after.value(u"resolved_at"_s).toLongLong() != 0 ? tr("Comment resolved")
                                                                : tr("Comment opened again"));
        break;
    case Op::Import:
        break;
    }
}

void Story::tellItem(const ActivityRow &row)
{
    const QString name = nameOf(row.subject);
    if (row.op == Op::Remove)
        say(tr("“%1” taken off the checklist").arg(name));
    else if (row.op != Op::Update)
        say(tr("“%1” put on the checklist").arg(name));
    else if (row.fields.contains(u"done_at"_s))
        say(row.after.value(u"done_at"_s).toLongLong() != 0 ? tr("“%1” ticked").arg(name)
                                                            : tr("“%1” unticked").arg(name));
}

void Story::tellSet(const ActivityRow &row)
{
    if (row.table == "posting_slot"_L1) {
        say(tr("Posting slots of %1 changed").arg(channelOf(row)));
        return;
    }
    if (row.fields == QStringList {u"merged_into_id"_s})
        return; // that it is deleted or back is told beside it
    const bool isRenamed = row.fields.contains(u"name"_s);
    //: Four ways in which a set of the plan changes: %1 is its kind, %2 its name.
    const QString pattern = row.op == Op::Insert ? tr("%1 “%2” added")
        : row.op == Op::Restore                  ? tr("%1 “%2” restored")
        : row.op == Op::Remove                   ? tr("%1 “%2” deleted")
        : isRenamed                              ? tr("%1 “%3” renamed “%2”")
                                                 : tr("%1 “%2” changed");
    const QString kind = row.table == "campaign"_L1 ? tr("Campaign")
        : row.table == "pillar"_L1                  ? tr("Pillar")
        : row.table == "label"_L1                   ? tr("Label")
                                                    : tr("Channel");
    const QString name = isRenamed ? row.after.value(u"name"_s).toString() : nameOf(row.subject);
    QString sentence = pattern.arg(kind, name);
    if (isRenamed)
        sentence = sentence.arg(row.before.value(u"name"_s).toString());
    say(sentence);
}

void Story::tellPerson(const ActivityRow &row)
{
    const QString sentence = personSentence({row.table, row.op, row.fields, row.before, row.after,
        row.after.value(u"word"_s).toString(), m_page.names.value(row.subject)});
    if (!sentence.isEmpty())
        say(sentence);
}

/// How what sales did is said.
struct PersonStory
{
    Q_DECLARE_TR_FUNCTIONS(PersonStory)
public:
    /// \a sentence, and what it is about where that has words.
    static QString with(const QString &sentence, const QString &subject)
    {
        return subject.isEmpty()
            ? sentence
            : tr("%1: “%2”", "a sentence, what it is about").arg(sentence, subject);
    }
    static QString ofHandover(const PersonChange &change);
    static QString ofOffer(const PersonChange &change);
    static QString ofConsent(const PersonChange &change);
    static QString ofHomework(const PersonChange &change);
    static QString ofMerge(const PersonChange &change);
};

QString PersonStory::ofHandover(const PersonChange &change)
{
    if (change.op == Op::Insert)
        return tr("Offered to sales");
    if (change.op == Op::Restore)
        return tr("Handover restored");
    if (change.op == Op::Remove)
        return tr("Handover deleted");
    if (!change.fields.contains(u"state"_s))
        return {};
    switch (fromText<HandoverState>(change.after.value(u"state"_s).toString())
                .value_or(HandoverState::Offered)) {
    case HandoverState::Offered:
        return tr("Offered to sales again");
    case HandoverState::Accepted:
        return tr("Accepted by sales");
    case HandoverState::Returned:
        return with(tr("Returned to marketing"), change.subject);
    case HandoverState::Withdrawn:
        return tr("Handover withdrawn");
    }
    Q_UNREACHABLE();
}

QString PersonStory::ofOffer(const PersonChange &change)
{
    const bool isNudge = fromText<OfferKind>(change.word) == OfferKind::Nudge;
    if (change.op == Op::Insert)
        return with(isNudge ? tr("Nudge made") : tr("Offer made"), change.subject);
    if (change.op == Op::Restore)
        return with(isNudge ? tr("Nudge restored") : tr("Offer restored"), change.subject);
    if (change.op == Op::Remove)
        return with(isNudge ? tr("Nudge deleted") : tr("Offer deleted"), change.subject);
    if (!change.fields.contains(u"state"_s))
        return with(isNudge ? tr("Nudge changed") : tr("Offer changed"), change.subject);
    switch (fromText<OfferState>(change.after.value(u"state"_s).toString())
                .value_or(OfferState::Open)) {
    case OfferState::Open:
        return with(isNudge ? tr("Nudge opened again") : tr("Offer opened again"), change.subject);
    case OfferState::Won:
        return with(isNudge ? tr("Nudge won") : tr("Offer won"), change.subject);
    case OfferState::Lost:
        return with(isNudge ? tr("Nudge lost") : tr("Offer lost"), change.subject);
    case OfferState::Withdrawn:
        return with(isNudge ? tr("Nudge withdrawn") : tr("Offer withdrawn"), change.subject);
    }
    Q_UNREACHABLE();
}

QString PersonStory::ofConsent(const PersonChange &change)
{
    if (change.op == Op::Update)
        return with(tr("Consent or legal basis changed"), change.subject);
    if (change.op == Op::Remove)
        return with(tr("Consent or legal basis deleted"), change.subject);
    if (change.op == Op::Restore)
        return with(tr("Consent or legal basis restored"), change.subject);
    switch (fromText<LegalBasis>(change.word).value_or(LegalBasis::None)) {
    case LegalBasis::None:
        return with(tr("No legal basis recorded"), change.subject);
    case LegalBasis::LegitimateInterest:
        return with(tr("Legitimate interest recorded"), change.subject);
    case LegalBasis::Consent:
        return with(tr("Consent given"), change.subject);
    case LegalBasis::Contract:
        return with(tr("Contract recorded as the legal basis"), change.subject);
    case LegalBasis::Withdrawn:
        return with(tr("Consent withdrawn"), change.subject);
    }
    Q_UNREACHABLE();
}

QString PersonStory::ofHomework(const PersonChange &change)
{
    if (change.op == Op::Insert)
        return with(tr("Added to the homework"), change.subject);
    if (change.op == Op::Restore)
        return with(tr("Brought back to the homework"), change.subject);
    if (change.op == Op::Remove)
        return with(tr("Deleted from the homework"), change.subject);
    const auto isOnly = [&change](
                            const QString &field) { return change.fields == QStringList {field}; };
    if (isOnly(u"position"_s))
        return tr("Homework put in order");
    if (isOnly(u"dated_on"_s))
        return with(tr("Homework dated anew"), change.subject);
    return with(tr("Homework changed"), change.subject);
}

QString PersonStory::ofMerge(const PersonChange &change)
{
    const bool isUpdate = change.op == Op::Update;
    if (isUpdate && !change.fields.contains(u"undone_at"_s))
        return {};
    const bool isTakenOut =
        isUpdate ? change.after.value(u"undone_at"_s).toLongLong() != 0 : change.op == Op::Remove;
    if (isTakenOut)
        return with(tr("Merged record taken out again"), change.subject);
    return with(tr("Merged with another record"), change.subject);
}

/// Whether \a row is of the command that \a before, the next newer row, belongs to.
bool isSameCommand(const ActivityRow &row, const ActivityRow &before)
{
    return row.at == before.at && row.who == before.who && row.batch == before.batch
        && (row.op == Op::Import) == (before.op == Op::Import);
}
} // namespace

QString personSentence(const PersonChange &change)
{
    // A row that went to another record by a merge is told by the merge.
    const bool isTaken = change.op == Op::Update && change.fields == QStringList {u"prospect_id"_s};
    if (isTaken)
        return {};
    if (change.table == "handover"_L1)
        return PersonStory::ofHandover(change);
    if (change.table == "offer"_L1)
        return PersonStory::ofOffer(change);
    if (change.table == "consent"_L1)
        return PersonStory::ofConsent(change);
    if (change.table == "fact"_L1)
        return PersonStory::ofHomework(change);
    if (change.table == "merge"_L1)
        return PersonStory::ofMerge(change);
    return {};
}

QList<ActivityEntry> storyOf(const ActivityPage &page, const ActivityWords &words)
{
    QList<ActivityEntry> story;
    for (qsizetype first = 0, end = 0; first < page.rows.size(); first = end) {
        using Subject = std::pair<PostId, ProspectId>;
        QList<Subject> subjects; // in the order in which the command reached them last
        QHash<Subject, QList<const ActivityRow *>> bySubject;
        for (end = first;
             end < page.rows.size() && isSameCommand(page.rows.at(end), page.rows.at(first));
             ++end) {
            const ActivityRow &row = page.rows.at(end);
            const Subject subject(row.post, row.prospect);
            if (!bySubject.contains(subject))
                subjects << subject;
            bySubject[subject].prepend(&row);
        }
        bool continues = false;
        for (const Subject &subject : std::as_const(subjects)) {
            const QList<const ActivityRow *> &rows = bySubject[subject];
            const QStringList sentences = Story(page, words).tell(rows);
            if (sentences.isEmpty())
                continue;
            ActivityEntry entry;
            entry.seq = rows.last()->seq;
            entry.at = rows.last()->at;
            entry.who = rows.last()->who;
            std::tie(entry.post, entry.prospect) = subject;
            if (!entry.prospect.isNull()) {
                const ActivityPerson of = page.people.value(entry.prospect, {{}, false});
                entry.headline = of.name;
                entry.isThere = of.isThere;
            } else {
                const ActivityPost of = page.posts.value(entry.post, {{}, {}, false});
                entry.headline = of.headline;
                entry.day = of.day;
                entry.isThere = of.isThere && !entry.post.isNull();
            }
            entry.continues = std::exchange(continues, true);
            entry.sentences = sentences;
            story.append(entry);
        }
    }
    return story;
}
