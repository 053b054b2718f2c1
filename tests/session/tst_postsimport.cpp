// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importservice.h"
#include "session/notice.h"
#include "storage/batchtable.h"
#include "storage/database.h"
#include "storage/rowspec.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"
#include "wholeplan.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QStringList told(const Plan &plan)
{
    QStringList lines;
    for (const PostWithVariants &one : plan.posts) {
        QStringList channels;
        for (const Variant &variant : one.variants) {
            const auto channel =
                std::ranges::find(plan.sets.channels, variant.channel, &Channel::id);
            channels << channel->name + u'=' + toText(variant.status);
        }
        lines << one.post.text + u'|'
                + (one.post.day ? one.post.day->toString(Qt::ISODate) : u"-"_s) + u'|'
                + (one.post.time ? one.post.time->toString(u"HH:mm"_s) : u"-"_s) + u'|'
                + one.post.zone + u'|' + channels.join(u'+');
    }
    return lines;
}

QStringList codes(const ImportReport &report)
{
    QStringList list;
    for (const ImportIssue &issue : report.issues)
        list << issue.code;
    list.removeAll(u"new-channel"_s);
    return list;
}
} // namespace

class TestPostsImport : public QObject
{
    Q_OBJECT

    static Result<ImportReport> run(TestWorkspace &test, const QByteArray &bytes,
        const ImportOptions &options = {}, const QString &name = u"plan.csv"_s)
    {
        return ImportService::runNow(*test, {test.file(name, bytes)}, options);
    }
    /// A file of our own: a post on two channels and another, with these texts.
    static QByteArray ours(
        const QByteArray &first, const QByteArray &second, const QByteArray &third)
    {
        return "post,uid,text,day,time,network,status,own_text\n1,v1," + first
            + ",09:00,x,draft,\n1,v2," + second + ",09:00,bluesky,draft,\n2,v3," + third
            + ",10:00,x,draft,\n";
    }
    static ImportOptions updating()
    {
        ImportOptions options;
        options.updateKnown = true;
        return options;
    }
    /// As a colleague would.
    static bool setStatus(TestWorkspace &test, const QString &text, PostStatus status)
    {
        const Plan plan = planOf(*test);
        const auto post = std::ranges::find_if(
            plan.posts, [&text](const PostWithVariants &one) { return one.post.text == text; });
        if (post == plan.posts.end())
            return false;
        Variant after = post->variants.first();
        after.status = status;
        const RowEdit edit = update(post->variants.first(), after);
        return test->database()
            ->write([&edit](Transaction &transaction) { return applyEdit(transaction, edit); })
            .result()
            .has_value();
    }
    static ImportOptions onChannel(const QString &name)
    {
        ImportOptions options;
        options.mapping.constants.insert(u"channel"_s, name);
        return options;
    }

private slots:
    void makesDraftsAndWhatTheyName()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QByteArray file("caption,platforms,date,time,campaign,category,tags,media_url,link\n"
                              "One,\"ig, twitter\",2026-03-01,09:00,Spring,Craft,\"a, "
                              "b\",https://x.example/1.jpg,https://x.example\n"
                              "Two,Instagram,,,spring,,B,https://x.example/1.jpg,\n");
        const auto report = run(test, file);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->format, u"posts-csv"_s);
        QCOMPARE(report->posts.created, 2);
        QCOMPARE(report->issues.size(), 2); // the two channels
        const Plan plan = planOf(*test);
        QCOMPARE(told(plan),
            (QStringList {u"One|2026-03-01|09:00||Instagram=draft+X=draft"_s,
                u"Two|-|-||Instagram=draft"_s}));
        QCOMPARE(plan.sets.campaigns.size(), 1);
        QCOMPARE(plan.sets.pillars.size(), 1);
        QCOMPARE(plan.sets.labels.size(), 2);
        QCOMPARE(plan.media.size(), 1);
        QCOMPARE(plan.media.first().place, u"https://x.example/1.jpg"_s);
        QCOMPARE(plan.posts.at(0).media.size(), 1);
        QCOMPARE(plan.posts.at(0).labels.size(), 2);
        QCOMPARE(plan.posts.at(1).post.campaign, plan.posts.at(0).post.campaign);

        const auto again = run(test, file);
        QVERIFY(again);
        QCOMPARE(again->posts.created, 0);
        QCOMPARE(again->posts.skipped, 2);
        QVERIFY(again->issues.isEmpty());
        QCOMPARE(told(planOf(*test)), told(plan));
        // The same post in another planner's words.
        const auto other =
            run(test, "Text,Image URL,Tags,Posting Time\nTwo,,,\nThree,,,2026-03-02 10:00\n",
                onChannel(u"instagram"_s));
        QVERIFY(other);
        QCOMPARE(other->posts.created, 1);
        QCOMPARE(other->posts.skipped, 1);

        QVERIFY(ImportService::undoNow(*test, other->batch));
        QVERIFY(ImportService::undoNow(*test, report->batch));
        const Plan empty = planOf(*test);
        QVERIFY(empty.posts.isEmpty());
        QVERIFY(empty.sets.channels.isEmpty() && empty.sets.campaigns.isEmpty());
        QVERIFY(
            empty.sets.pillars.isEmpty() && empty.sets.labels.isEmpty() && empty.media.isEmpty());
        // What was undone may come again.
        QCOMPARE(run(test, file)->posts.created, 2);
    }

    void asksWhichChannel()
    {
        TestWorkspace test;
        QVERIFY(run(test, "caption,network\nA,x\n"));
        const auto own = [](const QByteArray &name) {
            return "post,uid,text,day,network,handle,channel,own_text\n" + name + ",u" + name
                + ",A,,x,@" + name + ",Brew " + name + ",\n";
        };
        QVERIFY(run(test, own("nord")));
        const auto report =
            run(test, "caption,platform\nTwo,twitter\nThree,brew nord\nFour,Orkut\n");
        QVERIFY(report);
        QCOMPARE(report->posts.created, 1);
        QCOMPARE(report->rejected, 2);
        QVERIFY(report->issues.first().text.contains(u"Brew nord"_s));
        QCOMPARE(report->rejectedFiles.size(), 1);
        QFile rejected(report->rejectedFiles.first());
        QVERIFY(rejected.open(QIODevice::ReadOnly));
        QVERIFY(rejected.readAll().startsWith("caption,platform,line,reason\r\nTwo,twitter,2,"));
        const auto told = run(test, "caption,platform\nTwo,twitter\n", onChannel(u"Brew nord"_s));
        QVERIFY(told);
        QCOMPARE(told->posts.created, 1);
        const auto all = run(test, "caption,platform\nFive,all\n");
        QVERIFY(all);
        const Plan plan = planOf(*test);
        QVERIFY(std::ranges::any_of(plan.posts, [](const PostWithVariants &one) {
            return one.post.text == u"Five"_s && one.variants.size() == 2;
        }));
    }

    void strictOrTriedKeepsNothing()
    {
        TestWorkspace test;
        const QByteArray faulty("caption,platform,date\nOne,x,soon\nTwo,x,2026-01-01\n");
        ImportOptions options;
        options.strict = true;
        QVERIFY(!run(test, faulty, options));
        options = {};
        options.dryRun = true;
        QCOMPARE(run(test, faulty, options)->posts.created, 1);
        QVERIFY(planOf(*test).posts.isEmpty());
        QVERIFY(planOf(*test).sets.channels.isEmpty());
    }

    void keepsTheStatusOfOurs()
    {
        TestWorkspace test;
        const auto report = run(test,
            "post,uid,text,day,time,network,status,posted_at,own_text\n"
            "1,v1,A,2026-01-01,09:00,x,scheduled,,\n1,v2,A,2026-01-01,09:00,bluesky,posted,2026-01-"
            "01T08:00:00.000Z,\n"
            "2,v3,B,2026-01-01,09:00,x,posted,,\n3,v4,C,,,x,scheduled,,\n4,v5,D,,,x,idea,,\n");
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->posts.created, 4);
        QCOMPARE(codes(*report), (QStringList {u"no-time"_s, u"no-time"_s}));
        QStringList lines = told(planOf(*test));
        lines.sort();
        QCOMPARE(lines,
            (QStringList {u"A|2026-01-01|09:00||X=scheduled+Bluesky=posted"_s,
                u"B|2026-01-01|09:00||X=draft"_s, u"C|-|-||X=draft"_s, u"D|-|-||X=idea"_s}));
    }

    void readsCalendars()
    {
        TestWorkspace test;
        const QByteArray calendar(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=Europe/Berlin:20261024T090000\n"
            "SUMMARY:Weekly\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:b\n"
            "DTSTART:20260701T100000Z\nSUMMARY:Utc\nEND:VEVENT\nBEGIN:VEVENT\nUID:c\n"
            "DTSTART;TZID=Asia/"
            "Tokyo:20260702T100000\nSUMMARY:Tokyo\nEND:VEVENT\nBEGIN:VEVENT\nUID:d\n"
            "DTSTART;VALUE=DATE:20260101\nRRULE:FREQ=MONTHLY\nSUMMARY:Endless\nEND:VEVENT\n"
            "BEGIN:VTODO\nUID:e\nEND:VTODO\nEND:VCALENDAR\n");
        const auto report = run(test, calendar, {}, u"plan.ics"_s);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->format, u"ics"_s);
        QCOMPARE(report->posts.created, 3 + 1 + 1 + 12);
        QCOMPARE(codes(*report), (QStringList {u"no-post"_s, u"endless-rule"_s}));
        QStringList lines = told(planOf(*test)).filter(QRegularExpression(u"Weekly|Utc|Tokyo"_s));
        QCOMPARE(lines,
            (QStringList {u"Utc|2026-07-01|12:00||"_s, u"Tokyo|2026-07-02|10:00|Asia/Tokyo|"_s,
                u"Weekly|2026-10-24|09:00||"_s, u"Weekly|2026-10-31|09:00||"_s,
                u"Weekly|2026-11-07|09:00||"_s}));
        const auto again = run(test, calendar, {}, u"plan.ics"_s);
        QCOMPARE(again->posts.created, 0);
        QCOMPARE(again->posts.skipped, 17);
        // An event that moved is known by its name, and what is here stays.
        QByteArray moved = calendar;
        moved.replace("20260702T100000", "20260703T100000");
        const auto kept = run(test, moved, {}, u"plan.ics"_s);
        QCOMPARE(kept->posts.created, 0);
        QVERIFY(codes(*kept).contains(u"kept"_s));
        QCOMPARE(kept->differing, 1);
        QCOMPARE(kept->changeable, 1);
        // Unless it is to be as the file has it; undone as one.
        ImportOptions options;
        options.updateKnown = true;
        const auto updated = run(test, moved, options, u"plan.ics"_s);
        QCOMPARE(updated->posts.updated, 1);
        QCOMPARE(updated->differing, 0);
        QCOMPARE(updated->firstDay, QDate(2026, 7, 3));
        const QString there = u"Tokyo|2026-07-03|10:00|Asia/Tokyo|"_s;
        QVERIFY(told(planOf(*test)).contains(there));
        QCOMPARE(run(test, moved, {}, u"plan.ics"_s)->differing, 0);
        QVERIFY(ImportService::undoNow(*test, updated->batch));
        QVERIFY(!told(planOf(*test)).contains(there));
        QCOMPARE(run(test, moved, {}, u"plan.ics"_s)->differing, 1);
    }

    void severalFilesTellTheSameChange()
    {
        TestWorkspace test;
        QVERIFY(run(test, ours("A,2026-01-01", "A,2026-01-01", "C,2026-01-02")));
        const QByteArray changed = ours("B,2026-01-01", "B,2026-01-01", "C,2026-01-02");
        const QString one = test.file(u"one.csv"_s, changed);
        const QString two = test.file(u"two.csv"_s, changed);
        // The post as it was in a third does not take the change back.
        const QString three =
            test.file(u"three.csv"_s, ours("A,2026-01-01", "A,2026-01-01", "D,2026-01-02"));
        const auto report = ImportService::runNow(*test, {one, two, three}, updating());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->posts.updated, 2);
        QCOMPARE(report->posts.skipped, 4);
        QCOMPARE(told(planOf(*test)),
            (QStringList {
                u"B|2026-01-01|09:00||X=draft+Bluesky=draft"_s, u"D|2026-01-02|10:00||X=draft"_s}));
        QVERIFY(ImportService::undoNow(*test, report->batch));
        QCOMPARE(told(planOf(*test)),
            (QStringList {
                u"A|2026-01-01|09:00||X=draft+Bluesky=draft"_s, u"C|2026-01-02|10:00||X=draft"_s}));
    }

    void anEditOfOneRowStands_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("first") << ours("B,2026-01-05", "A,2026-01-01", "C,2026-01-02");
        QTest::newRow("second") << ours("A,2026-01-01", "B,2026-01-05", "C,2026-01-02");
        QTest::newRow("one field each") << ours("B,2026-01-01", "A,2026-01-05", "C,2026-01-02");
    }
    void anEditOfOneRowStands()
    {
        QFETCH(QByteArray, file);
        TestWorkspace test;
        QVERIFY(run(test, ours("A,2026-01-01", "A,2026-01-01", "C,2026-01-02")));
        const auto report = run(test, file, updating());
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->posts.updated, 1);
        QCOMPARE(report->posts.skipped, 1);
        QVERIFY(told(planOf(*test)).contains(u"B|2026-01-05|09:00||X=draft+Bluesky=draft"_s));
        QCOMPARE(run(test, file)->posts.skipped, 2);
    }

    void undoLeavesWhatIsApprovedSince()
    {
        TestWorkspace test;
        QVERIFY(run(test, ours("A,2026-01-01", "A,2026-01-01", "C,2026-01-02")));
        const auto report =
            run(test, ours("B,2026-01-01", "B,2026-01-01", "D,2026-01-02"), updating());
        QVERIFY(report);
        QCOMPARE(report->posts.updated, 2);
        QVERIFY(setStatus(test, u"B"_s, PostStatus::Scheduled));
        QStringList notices;
        connect(test.operator->(), &Workspace::notice, this,
            [&notices](const Notice &notice) { notices << notice.text; });
        std::optional<Result<>> undone;
        test->imports().undo(
            report->batch, this, [&undone](const Result<> &done) { undone = done; });
        QTRY_VERIFY(undone);
        QVERIFY(*undone);
        QCOMPARE(told(planOf(*test)),
            (QStringList {u"B|2026-01-01|09:00||X=scheduled+Bluesky=draft"_s,
                u"C|2026-01-02|10:00||X=draft"_s}));
        QTRY_COMPARE(notices.size(), 1);
        QVERIFY(notices.first().contains(u'1'));
    }

    void undoCountsWhatItLeaves()
    {
        TestWorkspace test;
        QVERIFY(run(test, ours("A,2026-01-01", "A,2026-01-01", "C,2026-01-02")));
        const auto report =
            run(test, ours("B,2026-01-01", "B,2026-01-01", "D,2026-01-02"), updating());
        QVERIFY(report);
        QVERIFY(setStatus(test, u"B"_s, PostStatus::InReview)); // its words may still change
        QVERIFY(setStatus(test, u"D"_s, PostStatus::Approved));
        const auto kept = ImportService::undoNow(*test, report->batch);
        QVERIFY(kept);
        QCOMPARE(*kept, 1);
        QCOMPARE(told(planOf(*test)),
            (QStringList {u"A|2026-01-01|09:00||X=in-review+Bluesky=draft"_s,
                u"D|2026-01-02|10:00||X=approved"_s}));
    }

    void anUndoneImportWithCropsGoes()
    {
        TestWorkspace test;
        const auto report = run(test,
            "post,uid,text,day,network,media,crops,own_text\n"
            "1,v1,A,2026-01-01,x,cup.jpg,1 0 0 40 30,\n");
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(planOf(*test).posts.first().crops.size(), 1);
        QVERIFY(ImportService::undoNow(*test, report->batch));
        test.reopen();
        const auto batches = test->database()->read(&BatchTable::all).result();
        QVERIFY(batches);
        QVERIFY(batches->isEmpty());
    }

    void openWindowFollows()
    {
        TestWorkspace test;
        bool hasPosts = false;
        connect(
            test.operator->(), &Workspace::changed, this, [&hasPosts](const ChangeSet &changes) {
                hasPosts = hasPosts || changes.touches(u"post"_s);
            });
        QVERIFY(run(test, "caption,platform,date\nOne,x,2026-01-05\n"));
        QTRY_VERIFY(hasPosts);
    }

    void refusesWhatIsNone()
    {
        TestWorkspace test;
        ImportOptions options;
        options.format = u"ics"_s;
        QVERIFY(!run(test, "a,b\n1,2\n", options));
        options.format = u"posts-csv"_s;
        QVERIFY(!run(test, "a,b\n1,2\n", options));
        const auto ambiguous = run(test, "caption,date\nOne,01/02/2026\n");
        QVERIFY(!ambiguous);
        QVERIFY(ambiguous.error().message.contains(u"--date-order"_s));
        options = {};
        options.dateOrder = DateOrder::MonthFirst;
        QVERIFY(run(test, "caption,date\nOne,01/02/2026\n", options));
    }
};

PULLPUSH_TEST(TestPostsImport)
#include "tst_postsimport.moc"
