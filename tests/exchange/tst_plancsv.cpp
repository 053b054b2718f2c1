// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plancsv.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// What a reader found, in one line: what a table of rows can be compared by.
QString told(const PlannedPost &post)
{
    QStringList channels;
    for (const PlannedChannel &channel : post.channels)
        channels << channel.network + (channel.name.isEmpty() ? QString() : u'/' + channel.name);
    QStringList media;
    for (const PlannedMedia &one : post.media)
        media << one.place + (one.altText.isEmpty() ? QString() : u'=' + one.altText);
    return QStringList {post.text, post.day ? post.day->toString(Qt::ISODate) : u"-"_s,
        post.time ? post.time->toString(u"HH:mm"_s) : u"-"_s, post.zone, channels.join(u'+'),
        media.join(u'+'), post.labels.join(u'+'), post.link, post.firstComment}
        .join(u'|');
}
} // namespace

class PlanCsvTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &text, const QString &name = u"plan.csv"_s)
    {
        QFile out(m_folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }
    Result<PlanFile> read(const QByteArray &text, const CsvMapping &mapping = {})
    {
        return readPlan(file(text), mapping, QTimeZone("Europe/Berlin"));
    }

private slots:
    void readsPlanners_data()
    {
        QTest::addColumn<QString>("system");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("posts");
        const auto row = [](const char *system, const QByteArray &text, const QStringList &posts) {
            QTest::newRow(system) << QString::fromLatin1(system).section(u' ', 0, 0) << text
                                  << posts;
        };
        row("buffer",
            "Text,Image URL,Tags,Posting Time\n\"Hello, "
            "\"\"you\"\"\nthere\",https://a.example/1.jpg,\"one, two\",2026-12-24 09:05\nIdea,,,\n",
            {u"Hello, \"you\"\nthere|2026-12-24|09:05|||https://a.example/1.jpg|one+two||"_s,
                u"Idea|-|-||||||"_s});
        row("hootsuite", "12/24/2026 09:05,Hello,https://a.example\n01/02/2026 10:00,Again,\n",
            {u"Hello|2026-12-24|09:05|||||https://a.example|"_s,
                u"Again|2026-01-02|10:00||||||"_s});
        row("hootsuite without links", "2026-12-24 09:05,Hello\n",
            {u"Hello|2026-12-24|09:05||||||"_s});
        row("sprout", "date,time_24hr,message_text\n24/12/2026,17:30,Hello\n",
            {u"Hello|2026-12-24|17:30||||||"_s});
        row("metricool",
            "\xEF\xBB\xBFText,Date,Time,Draft,Facebook,Twitter/X,LinkedIn,Picture Url 1,Picture "
            "Url 2,Alt text picture 1,Alt text picture 2,First Comment Text,Something new,Brand "
            "name\n"
            "Hello,2026-12-24,14:30:00,false,true,TRUE,false,https://a.example/1.jpg,https://"
            "a.example/2.jpg,,Two,First!,,Brew\n",
            {u"Hello|2026-12-24|14:30||Facebook+Twitter/X|https://a.example/1.jpg+https://a.example/2.jpg=Two|||First!"_s});
        row("publer",
            "Date,Message,Link,Media URL(s),Title,Label(s)\n2026/12/24 "
            "09:00,Hello,https://a.example,https://a.example/1.jpg,A title,one\n",
            {u"Hello|2026-12-24|09:00|||https://a.example/1.jpg|one|https://a.example|"_s});
        row("socialbee",
            "text,link,imageUrls,gifUrls,videoUrls,postAtSpecificTime\nHello,,\"https://a.example/"
            "1.jpg,https://a.example/2,3.jpg\",,,2026-12-24 09:00\n",
            {u"Hello|2026-12-24|09:00|||https://a.example/1.jpg+https://a.example/2,3.jpg|||"_s});
        row("highlevel",
            "postAtSpecificTime (YYYY-MM-DD HH:mm:ss),content,link "
            "(OGmetaUrl),imageUrls,gifUrl,videoUrls,tags,followUpComment\n"
            "2026-12-24 09:00:00,Hello,https://a.example,,,,one;two,First!\n,Draft,,,,,,\n",
            {u"Hello|2026-12-24|09:00||||one+two|https://a.example|First!"_s,
                u"Draft|-|-||||||"_s});
        row("ayrshare",
            "post,platforms,mediaUrls,scheduleDate\nHello,\"twitter,facebook\",,2026-12-24T08:00:"
            "00Z\n",
            {u"Hello|2026-12-24|09:00|Europe/Berlin|twitter+facebook||||"_s});
        row("postfast",
            "scheduled_at,account_id,content,media_urls,first_comment\n2026-07-24T08:00:00-04:00,"
            "brew,Hello,,First!\n",
            {u"Hello|2026-07-24|14:00|Europe/Berlin|/brew||||First!"_s});
        row("schedulin", "channel,caption,media_url,scheduled_at,placement\ninstagram,Hello,,,\n",
            {u"Hello|-|-||instagram||||"_s});
        row("plan of common words",
            "Title;Platforms;Publish date;Publish time;Caption;Hashtags\nT;\"ig, "
            "li\";24.12.2026;9:15 PM;Hello;a,b\n",
            {u"Hello|2026-12-24|21:15||ig+li||a+b||"_s});
        row("oktopost",
            "Network,Message,LinkUrl,LinkTitle,ImageUrl\nLinkedIn,Hello,https://a.example,,\n",
            {u"Hello|-|-||LinkedIn|||https://a.example|"_s});
    }
    void readsPlanners()
    {
        QFETCH(QString, system);
        QFETCH(QByteArray, text);
        QFETCH(QStringList, posts);
        const auto plan = read(text);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(plan->system, system);
        QStringList found;
        for (const PlannedPost &post : plan->posts)
            found << told(post);
        QCOMPARE(found, posts);
        QVERIFY(plan->rejected.isEmpty());
        QVERIFY(isPlan(file(text)));
        const auto preview = previewPlan(file(text));
        QVERIFY(preview);
        QCOMPARE(preview->rows.size(), posts.size());
        QVERIFY(!preview->needsDateOrder);
    }

    void readsSamples_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("posts");
        QTest::addColumn<QStringList>("rejected");
        QTest::newRow("bulk") << u"bulk-schedule.csv"_s << 5 << QStringList();
        QTest::newRow("minimal") << u"minimal.csv"_s << 3 << QStringList();
        QTest::newRow("faulty") << u"sample-posts.csv"_s << 3
                                << QStringList {u"4 bad-date"_s, u"6 short-row"_s};
    }
    void readsSamples()
    {
        QFETCH(QString, name);
        QFETCH(int, posts);
        QFETCH(QStringList, rejected);
        const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        if (folder.isEmpty())
            QSKIP("PULLPUSH_SHARED_DATA is not set");
        const QString path =
            folder + "/exports/scheduler-calendar/entrebot__social-scheduler/"_L1 + name;
        QVERIFY(isPlan(path));
        const auto plan = readPlan(path, {}, QTimeZone::utc());
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(plan->posts.size(), posts);
        QStringList faults;
        for (const ImportIssue &issue : plan->issues)
            faults << QString::number(issue.line) + u' ' + issue.code;
        QCOMPARE(faults, rejected);
        QVERIFY(plan->posts.first().channels.size() == 1);
    }

    void asksForTheDateOrder()
    {
        const QByteArray text(
            "date,message_text,time_24hr\n01/02/2026,One,09:00\n03/04/2026,Two,09:00\n");
        const auto plan = read(text);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, Error::Code::Rejected);
        QVERIFY(plan.error().message.contains(u"--date-order"_s));
        QVERIFY(previewPlan(file(text))->needsDateOrder);
        CsvMapping mapping;
        mapping.dateOrder = DateOrder::DayFirst;
        QCOMPARE(read(text, mapping)->posts.first().day, QDate(2026, 2, 1));
        mapping.dateOrder = DateOrder::MonthFirst;
        QCOMPARE(read(text, mapping)->posts.first().day, QDate(2026, 1, 2));
        // One date that speaks settles the others.
        QCOMPARE(read(text + "25/04/2026,Three,09:00\n")->posts.first().day, QDate(2026, 2, 1));
    }

    void takesAMapping()
    {
        CsvMapping mapping;
        mapping.fields = {
            {u"text"_s, u"What"_s}, {u"when"_s, u"On"_s}, {u"channels"_s, u"Where"_s}};
        mapping.constants = {{u"campaign"_s, u"Harvest"_s}, {u"channels"_s, u"bluesky"_s}};
        const auto plan =
            read("What,On,Where\nHello,2026-12-24 09:00,x\nAgain,2026-12-25,\n", mapping);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QCOMPARE(told(plan->posts.at(0)), u"Hello|2026-12-24|09:00||x||||"_s);
        QCOMPARE(told(plan->posts.at(1)), u"Again|2026-12-25|-||bluesky||||"_s);
        QCOMPARE(plan->posts.at(1).campaign, u"Harvest"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("told");
        QTest::newRow("no text") << QByteArray("a,b\n1,2\n") << QString() << QString() << u"text"_s;
        QTest::newRow("no column") << QByteArray("a,b\n1,2\n") << u"text"_s << u"c"_s << u"a, b"_s;
        QTest::newRow("no field") << QByteArray("a,b\n1,2\n") << u"colour"_s << u"a"_s
                                  << u"colour"_s;
        QTest::newRow("cut off") << QByteArray("caption,platform\n\"Hello") << QString()
                                 << QString() << QString();
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, field);
        QFETCH(QString, column);
        QFETCH(QString, told);
        CsvMapping mapping;
        if (!field.isEmpty())
            mapping.fields = {{field, column}};
        const auto plan = read(text, mapping);
        QVERIFY(!plan);
        QCOMPARE(plan.error().code, Error::Code::Rejected);
        QVERIFY2(plan.error().message.contains(told), qPrintable(plan.error().message));
    }

    void rejectsRows()
    {
        const auto plan = read("caption,platform,date,time,timezone\nA,x,2026-02-30,,\nB,x,soon,,\n"
                               "C,x,2026-01-01,25:00,\n,x,2026-01-01,,\nD,x,2026-01-01,,Mars\n"
                               "E,x\nF,x,2026-01-01,9:00,W. Europe Standard Time\n");
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        QStringList faults;
        for (const ImportIssue &issue : plan->issues)
            faults << QString::number(issue.line) + u' ' + issue.code;
        QCOMPARE(faults,
            (QStringList {u"2 bad-date"_s, u"3 bad-date"_s, u"4 bad-date"_s, u"5 empty-post"_s,
                u"6 bad-value"_s, u"7 short-row"_s}));
        QCOMPARE(plan->rejected.size(), 6);
        QCOMPARE(told(plan->posts.first()), u"F|2026-01-01|09:00|Europe/Berlin|x||||"_s);
    }

    void leavesPeopleAlone()
    {
        QVERIFY(!isPlan(file("name,email,message,date\nAda,ada@example.org,Hello,2026-01-01\n")));
        QVERIFY(!isPlan(file("Record ID,Deal Name,Deal Stage,Create Date\n1,A,B,2026-01-01\n")));
        QVERIFY(!isPlan(file("some,columns\n1,2\n")));
        QVERIFY(!isPlan(file("")));
    }
};

PULLPUSH_TEST(PlanCsvTest)
#include "tst_plancsv.moc"
