// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/activitywords.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Op = ActivityRow::Op;

Q_DECLARE_METATYPE(QList<ActivityRow>)
Q_DECLARE_METATYPE(PersonChange)

namespace {
constexpr qint64 Spring = 21;
constexpr qint64 Craft = 22;
constexpr qint64 Eco = 23;
constexpr qint64 Photo = 24;
constexpr qint64 Alt = 25;
constexpr qint64 Table = 26;

ActivityWords words()
{
    return {[](PostStatus status) { return toText(status); },
        [](QDate day) { return day.toString(u"d.M."_s); },
        [](QTime time) { return time.toString(u"HH:mm"_s); }};
}

ActivityRow row(const QString &table, Op op, const QVariantMap &before = {},
    const QVariantMap &after = {}, qint64 channel = 0, qint64 subject = 0)
{
    ActivityRow made;
    made.at = 1000;
    made.who = UserId(1);
    made.table = table;
    made.op = op;
    made.fields = before.keys();
    made.before = before;
    made.after = after;
    made.post = PostId(5);
    made.channel = ChannelId(channel);
    made.subject = subject;
    return made;
}

ActivityRow step(const char *from, const char *to, qint64 channel)
{
    return row(u"variant"_s, Op::Update, {{u"status"_s, QString::fromLatin1(from)}},
        {{u"status"_s, QString::fromLatin1(to)}}, channel);
}

ActivityRow changed(const QString &table, const QString &field, qint64 channel = 0)
{
    return row(table, Op::Update, {{field, QVariant()}}, {}, channel);
}

ActivityRow ofPerson(const QString &table, Op op)
{
    ActivityRow made = row(table, op);
    made.post = {};
    made.prospect = ProspectId(31);
    return made;
}

PersonChange state(
    const QString &table, const char *from, const char *to, const QString &subject = {})
{
    return {table, Op::Update, {u"state"_s, u"decided_at"_s},
        {{u"state"_s, QString::fromLatin1(from)}}, {{u"state"_s, QString::fromLatin1(to)}}, {},
        subject};
}

PersonChange came(const QString &table, const QString &word = {}, const QString &subject = {})
{
    return {table, Op::Insert, {}, {}, {}, word, subject};
}

ActivityPage pageOf(const QList<ActivityRow> &oldestFirst)
{
    ActivityPage page;
    qint64 seq = 0;
    for (ActivityRow row : oldestFirst) {
        row.seq = ++seq;
        page.rows.prepend(row);
    }
    page.names = {{11, u"Main"_s}, {12, u"Firm"_s}, {Spring, u"Spring"_s}, {Craft, u"Craft"_s},
        {Eco, u"eco"_s}, {Photo, u"100%1.jpg"_s}, {Alt, u"Alt text"_s}};
    page.posts = {{PostId(5), {u"First words"_s, QDate(2026, 3, 2), true}},
        {PostId(6), {u"Second"_s, {}, false}}};
    page.people = {
        {ProspectId(31), {u"Nora Field"_s, true}}, {ProspectId(32), {u"N. Field"_s, false}}};
    page.files = {{BatchId(7), u"plan.csv\nmore.csv"_s}};
    return page;
}
} // namespace

class TestActivityWords : public QObject
{
    Q_OBJECT
private slots:
    void tells_data();
    void tells()
    {
        QFETCH(QList<ActivityRow>, rows);
        QFETCH(QStringList, sentences);
        const QList<ActivityEntry> story = storyOf(pageOf(rows), words());
        if (sentences.isEmpty()) {
            QVERIFY(story.isEmpty());
            return;
        }
        QCOMPARE(story.size(), 1);
        QCOMPARE(story.first().sentences, sentences);
        QVERIFY(!story.first().continues);
    }

    void groupsWhatOneCommandChanged()
    {
        ActivityRow older = changed(u"post"_s, u"title"_s);
        older.at = 500;
        ActivityRow other = step("draft", "in-review", 11);
        other.post = PostId(6);
        const QList<ActivityEntry> story =
            storyOf(pageOf({older, step("draft", "in-review", 11), other}), words());
        QCOMPARE(story.size(), 3);
        QCOMPARE(story.at(0).headline, u"Second"_s);
        QVERIFY(!story.at(0).isThere);
        QVERIFY(!story.at(0).continues);
        QCOMPARE(story.at(1).headline, u"First words"_s);
        QCOMPARE(story.at(1).day, std::optional(QDate(2026, 3, 2)));
        QVERIFY(story.at(1).isThere);
        QVERIFY(story.at(1).continues);
        QCOMPARE(story.at(2).sentences, QStringList {u"Title changed"_s});
        QVERIFY(!story.at(2).continues);
    }

    void namesTheProspectAndKeepsThemApart()
    {
        ActivityRow offered = ofPerson(u"handover"_s, Op::Insert);
        ActivityRow other = ofPerson(u"handover"_s, Op::Insert);
        other.prospect = ProspectId(32);
        ActivityRow post = changed(u"post"_s, u"title"_s);
        const QList<ActivityEntry> story = storyOf(pageOf({post, other, offered}), words());
        QCOMPARE(story.size(), 3);
        QCOMPARE(story.at(0).prospect, ProspectId(31));
        QVERIFY(story.at(0).post.isNull());
        QCOMPARE(story.at(0).headline, u"Nora Field"_s);
        QCOMPARE(story.at(0).who, UserId(1));
        QCOMPARE(story.at(0).at, 1000);
        QVERIFY(story.at(0).isThere);
        QVERIFY(!story.at(1).isThere); // merged into another record
        QVERIFY(story.at(1).continues);
        QCOMPARE(story.at(2).sentences, QStringList {u"Title changed"_s});
    }

    void tellsWhatSalesDid_data();
    void tellsWhatSalesDid()
    {
        QFETCH(PersonChange, change);
        QFETCH(QString, sentence);
        QCOMPARE(personSentence(change), sentence);
        ActivityRow row = ofPerson(change.table, change.op);
        row.fields = change.fields;
        row.after = change.after;
        row.after.insert(u"word"_s, change.word);
        row.subject = Table;
        ActivityPage page = pageOf({row});
        page.names.insert(Table, change.subject);
        const QList<ActivityEntry> story = storyOf(page, words());
        QCOMPARE(story.size(), sentence.isEmpty() ? 0 : 1);
        if (!story.isEmpty())
            QCOMPARE(story.first().sentences, QStringList {sentence});
    }

    void keepsPeopleApart()
    {
        ActivityRow other = changed(u"post"_s, u"title"_s);
        other.who = UserId(2);
        QCOMPARE(storyOf(pageOf({changed(u"post"_s, u"notes"_s), other}), words()).size(), 2);
    }
};

void TestActivityWords::tells_data()
{
    QTest::addColumn<QList<ActivityRow>>("rows");
    QTest::addColumn<QStringList>("sentences");
    using Rows = QList<ActivityRow>;
    const auto day = u"planned_day"_s;
    const auto time = u"planned_time"_s;
    const ActivityRow made = row(u"variant"_s, Op::Insert, {}, {}, 11);
    QTest::newRow("created") << Rows {row(u"post"_s, Op::Insert), made,
        row(u"post_label"_s, Op::Insert, {}, {}, 0, Eco)}
                             << QStringList {u"Created for Main"_s};
    QTest::newRow("an idea") << Rows {row(u"post"_s, Op::Insert)} << QStringList {u"Created"_s};
    QTest::newRow("deleted") << Rows {row(u"variant"_s, Op::Remove, {}, {}, 11),
        row(u"post"_s, Op::Remove)}
                             << QStringList {u"Deleted"_s};
    QTest::newRow("restored") << Rows {row(u"post"_s, Op::Restore),
        row(u"variant"_s, Op::Restore, {}, {}, 11)}
                              << QStringList {u"Restored"_s};
    QTest::newRow("planned") << Rows {row(u"post"_s, Op::Update,
        {{day, QVariant()}, {time, QVariant()}}, {{day, u"2026-03-02"_s}, {time, u"09:00"_s}})}
                             << QStringList {u"Planned for 2.3., 09:00"_s};
    QTest::newRow("moved") << Rows {row(
        u"post"_s, Op::Update, {{day, u"2026-03-02"_s}}, {{day, u"2026-03-04"_s}})}
                           << QStringList {u"Moved from 2.3. to 4.3."_s};
    QTest::newRow("moved for a channel")
        << Rows {row(u"variant"_s, Op::Update, {{time, u"08:00"_s}}, {{time, u"09:30"_s}}, 12)}
        << QStringList {u"Moved for Firm from 08:00 to 09:30"_s};
    QTest::newRow("back to the ideas")
        << Rows {row(u"post"_s, Op::Update, {{day, u"2026-03-02"_s}}, {{day, QVariant()}})}
        << QStringList {u"Moved from 2.3. to the ideas"_s};
    QTest::newRow("status") << Rows {step("draft", "in-review", 11), step("draft", "in-review", 12)}
                            << QStringList {u"Main, Firm: from “draft” to “in-review”"_s};
    QTest::newRow("two steps") << Rows {step("draft", "in-review", 11),
        step("approved", "scheduled", 12)}
                               << QStringList {u"Main: from “draft” to “in-review”"_s,
                                      u"Firm: from “approved” to “scheduled”"_s};
    QTest::newRow("words") << Rows {changed(u"post"_s, u"text"_s),
        changed(u"variant"_s, u"text"_s, 11)}
                           << QStringList {u"Words changed"_s, u"Words for Main changed"_s};
    QTest::newRow("own words") << Rows {row(u"variant"_s, Op::Update,
        {{u"detached"_s, 0}, {u"text"_s, QVariant()}}, {{u"detached"_s, 1}}, 11)}
                               << QStringList {u"Main has words of its own"_s};
    QTest::newRow("campaign") << Rows {row(u"post"_s, Op::Update,
        {{u"campaign_id"_s, QVariant()}, {u"pillar_id"_s, Craft}},
        {{u"campaign_id"_s, Spring}, {u"pillar_id"_s, QVariant()}})}
                              << QStringList {u"Put into the campaign “Spring”"_s,
                                     u"Taken from the pillar “Craft”"_s};
    QTest::newRow("labels") << Rows {row(u"post_label"_s, Op::Insert, {}, {}, 0, Eco)}
                            << QStringList {u"Labelled “eco”"_s};
    QTest::newRow("media") << Rows {row(u"post_media"_s, Op::Insert, {}, {}, 11, Photo),
        row(u"post_media"_s, Op::Remove, {}, {}, 0,
            Photo)} << QStringList {u"“100%1.jpg” attached for Main"_s, u"“100%1.jpg” taken off"_s};
    QTest::newRow("comment") << Rows {row(
        u"post_comment"_s, Op::Insert, {}, {{u"word"_s, u"client"_s}})}
                             << QStringList {u"Comment, for the client too"_s};
    QTest::newRow("resolved") << Rows {row(
        u"post_comment"_s, Op::Update, {{u"resolved_at"_s, 0}}, {{u"resolved_at"_s, 5}})}
                              << QStringList {u"Comment resolved"_s};
    QTest::newRow("ticked") << Rows {row(
        u"checklist_item"_s, Op::Update, {{u"done_at"_s, 0}}, {{u"done_at"_s, 5}}, 0, Alt)}
                            << QStringList {u"“Alt text” ticked"_s};
    QTest::newRow("a version of a step")
        << Rows {row(u"text_version"_s, Op::Insert, {}, {{u"word"_s, u"approved"_s}})}
        << QStringList();
    QTest::newRow("a kept version")
        << Rows {row(u"text_version"_s, Op::Insert, {}, {{u"word"_s, u"draft"_s}})}
        << QStringList {u"Version of the words kept"_s};
    ActivityRow import = row(u"post"_s, Op::Import);
    import.batch = BatchId(7);
    QTest::newRow("imported") << Rows {import}
                              << QStringList {u"Imported from plan.csv, more.csv"_s};
    import.post = {};
    import.count = 3;
    QTest::newRow("an import") << Rows {import}
                               << QStringList {u"3 post(s) imported from plan.csv, more.csv"_s};
    ActivityRow update = changed(u"post"_s, u"title"_s);
    update.batch = BatchId(7);
    QTest::newRow("changed by an import") << Rows {
        update} << QStringList {u"Changed by the import of plan.csv, more.csv: Title changed"_s};
    ActivityRow renamed =
        row(u"label"_s, Op::Update, {{u"name"_s, u"green"_s}}, {{u"name"_s, u"eco"_s}}, 0, Eco);
    renamed.post = {};
    QTest::newRow("renamed") << Rows {renamed} << QStringList {u"Label “green” renamed “eco”"_s};
}

void TestActivityWords::tellsWhatSalesDid_data()
{
    QTest::addColumn<PersonChange>("change");
    QTest::addColumn<QString>("sentence");
    const auto handover = u"handover"_s;
    const auto offer = u"offer"_s;
    const auto merge = u"merge"_s;
    QTest::newRow("offered") << came(handover) << u"Offered to sales"_s;
    QTest::newRow("accepted") << state(handover, "offered", "accepted", u"a reason of before"_s)
                              << u"Accepted by sales"_s;
    QTest::newRow("returned") << state(handover, "offered", "returned", u"Too early"_s)
                              << u"Returned to marketing: “Too early”"_s;
    QTest::newRow("withdrawn") << state(handover, "offered", "withdrawn")
                               << u"Handover withdrawn"_s;
    QTest::newRow("undone") << state(handover, "accepted", "offered")
                            << u"Offered to sales again"_s;
    QTest::newRow("offer made") << came(offer, u"offer"_s, u"100%1 oak"_s)
                                << u"Offer made: “100%1 oak”"_s;
    QTest::newRow("nudge made") << came(offer, u"nudge"_s, u"Come by"_s)
                                << u"Nudge made: “Come by”"_s;
    QTest::newRow("won") << state(offer, "open", "won", u"Table"_s) << u"Offer won: “Table”"_s;
    QTest::newRow("lost") << state(offer, "open", "lost", u"Table"_s) << u"Offer lost: “Table”"_s;
    QTest::newRow("open again") << state(offer, "lost", "open", u"Table"_s)
                                << u"Offer opened again: “Table”"_s;
    QTest::newRow("given") << came(u"consent"_s, u"consent"_s) << u"Consent given"_s;
    QTest::newRow("taken back") << came(u"consent"_s, u"withdrawn"_s) << u"Consent withdrawn"_s;
    QTest::newRow("contract") << came(u"consent"_s, u"contract"_s, u"By post"_s)
                              << u"Contract recorded as the legal basis: “By post”"_s;
    QTest::newRow("homework") << came(u"fact"_s) << u"Added to the homework"_s;
    QTest::newRow("in order") << PersonChange {u"fact"_s, Op::Update, {u"position"_s}, {}, {}, {},
        u"Oak"_s} << u"Homework put in order"_s;
    QTest::newRow("dated anew") << PersonChange {u"fact"_s, Op::Update, {u"dated_on"_s}, {}, {}, {},
        u"Oak"_s} << u"Homework dated anew: “Oak”"_s;
    QTest::newRow("merged") << came(merge, {}, u"N. Field"_s)
                            << u"Merged with another record: “N. Field”"_s;
    QTest::newRow("taken out") << PersonChange {merge, Op::Update, {u"undone_at"_s},
        {{u"undone_at"_s, 0}}, {{u"undone_at"_s, 5}}, {}, u"N. Field"_s}
                               << u"Merged record taken out again: “N. Field”"_s;
    QTest::newRow("went along with a merge") << PersonChange {offer, Op::Update, {u"prospect_id"_s},
        {}, {}, {}, u"Table"_s} << QString();
}

PULLPUSH_TEST(TestActivityWords)
#include "tst_activitywords.moc"
