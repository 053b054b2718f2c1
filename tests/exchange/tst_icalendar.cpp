// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/icalendar.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Stamp = 1'795'168'800'000; // Friday, 20 November 2026, 10:00 UTC

CalendarOptions options(const QByteArray &zone = "Europe/Berlin")
{
    return {Stamp, QTimeZone(zone), u"Plan"_s};
}

/// A post with all that a file can hold.
PlannedPost fullPost()
{
    PlannedPost post;
    post.isOurs = true;
    post.uid = u"variant-7001@pullpush"_s;
    post.group = u"7000"_s;
    post.title = u"Autumn; launch, 1 \\ 2"_s;
    post.text =
        u"Café \"Grün\", 50 % 🍂👩‍👩‍👧 …\n\nTwo lines below; a long one that has to be folded because it is much longer than seventy-five bytes, ünd nöt only åscii: हिन्दी สวัสดี"_s;
    post.day = QDate(2026, 10, 25);
    post.time = QTime(9, 30);
    post.zone = u"Europe/Berlin"_s;
    post.link = u"https://example.org/a?b=c&d=%20"_s;
    post.media = {{u"https://example.org/one.jpg"_s, u"A tree,\nall red"_s},
        {u"two \\ three.mp4"_s, QString()}};
    post.labels = {u"autumn"_s, u"tips, tricks"_s};
    post.campaign = u"Harvest 2026"_s;
    post.pillar = u"Craft"_s;
    post.notes = u"\tAsk Mira.\nTwice. "_s;
    post.firstComment = u"| Link below 👇"_s;
    post.channels = {{u"bluesky"_s, u"@brew.example"_s, u"Brew on Bluesky"_s}};
    post.detached = true;
    post.ownText = u"=SUM(A1) is no formula"_s;
    post.ownDay = QDate(2026, 10, 26);
    post.ownTime = QTime(17, 5, 30);
    post.ownZone = u"America/New_York"_s;
    post.ownMedia = {{u"own.png"_s, u"Own"_s}};
    post.status = u"posted"_s;
    post.postedAt = 1'793'048'730'123;
    post.postedLink = u"https://bsky.example/post/1"_s;
    return post;
}

PlannedPost simplePost(
    const QString &uid, QDate day, std::optional<QTime> time, const QString &zone = {})
{
    PlannedPost post;
    post.isOurs = true;
    post.uid = uid;
    post.group = uid;
    post.text = u"Hello"_s;
    post.day = day;
    post.time = time;
    post.zone = zone;
    post.status = u"draft"_s;
    post.channels = {{u"x"_s, u"@brew"_s, u"Brew"_s}};
    return post;
}
} // namespace

class ICalendarTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &text)
    {
        QFile out(m_folder.filePath(u"calendar.ics"_s));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }
    Result<CalendarFile> read(const QByteArray &text, const QByteArray &zone = "Europe/Berlin")
    {
        return readCalendar(file(text), QTimeZone(zone));
    }
    Result<CalendarFile> readEvent(
        const QByteArray &lines, const QByteArray &zone = "Europe/Berlin")
    {
        return read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:One\n" + lines
                + "\nEND:VEVENT\nEND:VCALENDAR\n",
            zone);
    }
    static QStringList codes(const CalendarFile &calendar)
    {
        QStringList list;
        for (const ImportIssue &issue : calendar.issues)
            list << issue.code;
        return list;
    }

private slots:
    void countsTheDaysOfAnEvent_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("days");
        QTest::newRow("a day") << QByteArray("DTSTART;VALUE=DATE:20261120") << 1;
        QTest::newRow("an exclusive end")
            << QByteArray("DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261123") << 3;
        QTest::newRow("an end that is none")
            << QByteArray("DTSTART;VALUE=DATE:20261120\nDTEND;VALUE=DATE:20261120") << 1;
        QTest::newRow("a duration") << QByteArray("DTSTART;VALUE=DATE:20261120\nDURATION:P1W") << 7;
        QTest::newRow("an hour") << QByteArray("DTSTART:20261120T090000\nDTEND:20261120T100000")
                                 << 1;
        QTest::newRow("up to midnight")
            << QByteArray("DTSTART:20261120T200000\nDTEND:20261121T000000") << 1;
        QTest::newRow("over midnight")
            << QByteArray("DTSTART:20261120T200000\nDTEND:20261121T013000") << 2;
    }
    void countsTheDaysOfAnEvent()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, days);
        const auto calendar = readEvent(lines);
        QVERIFY(calendar);
        QCOMPARE(calendar->posts.first().days, days);
    }

    void knowsTheNameOfTheCalendar()
    {
        const auto named = [this](const QByteArray &line) {
            const auto calendar = read("BEGIN:VCALENDAR\n" + line
                + "\nBEGIN:VEVENT\nSUMMARY:One\nNAME:Not this\nDTSTART:20261120\n"
                  "END:VEVENT\nEND:VCALENDAR\n");
            return calendar ? calendar->name : u"failed"_s;
        };
        QCOMPARE(named("X-WR-CALNAME:Feiertage\\, Berlin\r\n  und Umland"),
            u"Feiertage, Berlin und Umland"_s);
        QCOMPARE(named("NAME;LANGUAGE=en:Bank holidays"), u"Bank holidays"_s);
        QCOMPARE(named("PRODID:-//Nobody//EN"), QString());
    }

    void countsWhatIsStated_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("calendars");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("others");
        const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        QFile sources(folder + u"/exports/SOURCES.tsv"_s);
        if (folder.isEmpty() || !sources.open(QIODevice::ReadOnly)) {
            QTest::newRow("none") << QString() << 0 << 0 << 0;
            return;
        }
        // The figures count lines that begin a component, wherever they stand.
        static const QRegularExpression figures(
            u"VCALENDAR (\\d+), VEVENT (\\d+), VTODO (\\d+), VJOURNAL (\\d+)"_s);
        for (const QString &row : QString::fromUtf8(sources.readAll()).split(u'\n')) {
            const QStringList fields = row.split(u'\t');
            const auto match = figures.match(fields.last());
            if (fields.first().startsWith(u"ical/"_s) && match.hasMatch())
                QTest::newRow(qPrintable(fields.first()))
                    << folder + u"/exports/"_s + fields.first() << match.captured(1).toInt()
                    << match.captured(2).toInt()
                    << match.captured(3).toInt() + match.captured(4).toInt();
        }
    }
    void countsWhatIsStated()
    {
        QFETCH(QString, path);
        QFETCH(int, calendars);
        QFETCH(int, events);
        QFETCH(int, others);
        if (path.isEmpty())
            QSKIP("PULLPUSH_SHARED_DATA is not set");
        const auto calendar = readCalendar(path, QTimeZone("Europe/Berlin"));
        if (calendars + events + others == 0 && !calendar) {
            QCOMPARE(calendar.error().code, Error::Code::Rejected);
            return;
        }
        QVERIFY2(calendar, calendar ? "" : qPrintable(calendar.error().message));
        QCOMPARE(calendar->calendars, calendars);
        QCOMPARE(calendar->events, events);
        QCOMPARE(calendar->others, others);
        QVERIFY(calendar->posts.size() + calendar->rejected.size() <= events);
        for (const PlannedPost &post : calendar->posts) {
            QVERIFY(post.line > 0);
            QVERIFY(post.day && post.day->isValid());
            QVERIFY(post.zone.isEmpty() || QTimeZone(post.zone.toUtf8()).isValid());
        }
    }

    void bringsBackAllOfOurs()
    {
        QList<PlannedPost> posts {fullPost(),
            simplePost(u"variant-2@pullpush"_s, QDate(2026, 1, 5), {}),
            simplePost(
                u"variant-3@pullpush"_s, QDate(2026, 3, 29), QTime(2, 30), u"Europe/Berlin"_s),
            simplePost(u"variant-4@pullpush"_s, QDate(2026, 7, 1), QTime(12, 0), u"UTC"_s),
            simplePost(
                u"post-5@pullpush"_s, QDate(2026, 7, 2), QTime(8, 0), u"America/New_York"_s)};
        posts.last().channels.clear();
        const QByteArray text = calendarText(posts, options());
        QCOMPARE(calendarText(posts, options()), text);
        for (const QByteArray &line : text.split('\n'))
            QVERIFY2(line.size() <= 76, line.constData());
        const auto calendar = read(text);
        QVERIFY(calendar);
        QVERIFY2(calendar->issues.isEmpty(),
            calendar->issues.isEmpty() ? "" : qPrintable(calendar->issues.first().text));
        QCOMPARE(calendar->posts.size(), posts.size());
        for (qsizetype i = 0; i < posts.size(); ++i) {
            PlannedPost back = calendar->posts.at(i);
            back.line = 0;
            QCOMPARE(back.text, posts.at(i).text);
            QCOMPARE(back.ownText, posts.at(i).ownText);
            QCOMPARE(back.media, posts.at(i).media);
            QCOMPARE(back.labels, posts.at(i).labels);
            QCOMPARE(back.ownTime, posts.at(i).ownTime);
            QCOMPARE(back, posts.at(i));
        }
    }

    void letsWhatChangedElsewhereWin()
    {
        QByteArray text = calendarText({simplePost(u"variant-3@pullpush"_s, QDate(2026, 6, 1),
                                           QTime(9, 0), u"Europe/Berlin"_s)},
            options());
        text.replace("DTSTART;TZID=Europe/Berlin:20260601T090000",
            "DTSTART;TZID=Europe/Berlin:20260602T110000");
        text.replace("DESCRIPTION:Hello", "DESCRIPTION:Hello again");
        const auto calendar = read(text);
        QVERIFY(calendar);
        const PlannedPost post = calendar->posts.first();
        QCOMPARE(effectiveDay(post), QDate(2026, 6, 2));
        QCOMPARE(effectiveTime(post), QTime(11, 0));
        QCOMPARE(effectiveText(post), u"Hello again"_s);
        QCOMPARE(post.status, u"draft"_s);
    }

    void leavesUndatedOut()
    {
        PlannedPost idea;
        idea.uid = u"post-1@pullpush"_s;
        idea.text = u"Some day"_s;
        const QString path = m_folder.filePath(u"out.ics"_s);
        const auto written = writeCalendar(
            path, {idea, simplePost(u"variant-2@pullpush"_s, QDate(2026, 1, 5), {})}, options());
        QVERIFY(written);
        QCOMPARE(*written, 1);
        QVERIFY(!writeCalendar(m_folder.filePath(u"missing/out.ics"_s), {}, options()));
    }

    void findsZones_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &lines, const QString &zone,
                             QTime time, const QString &code = {}) {
            QTest::newRow(name) << lines << zone << time << code;
        };
        row("IANA", "DTSTART;TZID=America/New_York:20260601T090000", u"America/New_York"_s, {9, 0});
        row("UTC", "DTSTART:20260601T090000Z", u"UTC"_s, {9, 0});
        row("floating", "DTSTART:20260601T090000", {}, {9, 0});
        row("Windows", "DTSTART;TZID=W. Europe Standard Time:20260601T090000", u"Europe/Berlin"_s,
            {9, 0});
        row("quoted Windows", "DTSTART;TZID=\"Eastern Standard Time\":20260601T090000",
            u"America/New_York"_s, {9, 0});
        row("behind a path",
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20260601T090000",
            u"Europe/Paris"_s, {9, 0});
        row("nonsense", "DTSTART;TZID=Middle Earth:20260601T090000", {}, {9, 0}, u"unknown-zone"_s);
        row("told by its location",
            "DTSTART;TZID=Ours:20260601T090000\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:Ours\n"
            "X-LIC-LOCATION:Asia/"
            "Tokyo\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0900\n"
            "TZOFFSETTO:+0900\nEND:STANDARD\nEND:VTIMEZONE",
            u"Asia/Tokyo"_s, {9, 0});
        // 09:00 five hours behind UTC is 16:00 in Berlin's summer.
        row("described, without a name",
            "DTSTART;TZID=Ours:20260601T090000\nEND:VEVENT\nBEGIN:VTIMEZONE\nTZID:Ours\n"
            "BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:-0500\nTZOFFSETTO:-0500\n"
            "END:STANDARD\nEND:VTIMEZONE",
            u"Europe/Berlin"_s, {16, 0}, u"unnamed-zone"_s);
    }
    void findsZones()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, zone);
        QFETCH(QTime, time);
        QFETCH(QString, code);
        const auto calendar = readEvent(lines);
        QVERIFY(calendar);
        QCOMPARE(calendar->posts.size(), 1);
        QCOMPARE(calendar->posts.first().zone, zone);
        QCOMPARE(calendar->posts.first().time, time);
        QCOMPARE(codes(*calendar).join(u' '), code);
    }

    void readsWholeDays()
    {
        const auto calendar =
            readEvent("DTSTART;VALUE=DATE:20261224\nURL:https://example.org\n"
                      "DESCRIPTION:a\\, b\\nc\nCATEGORIES:one,two\nCATEGORIES:three");
        QVERIFY(calendar);
        const PlannedPost post = calendar->posts.first();
        QCOMPARE(post.day, QDate(2026, 12, 24));
        QVERIFY(!post.time);
        QCOMPARE(post.title, u"One"_s);
        QCOMPARE(post.text, u"a, b\nc"_s);
        QCOMPARE(post.link, u"https://example.org"_s);
        QCOMPARE(post.labels, (QStringList {u"one"_s, u"two"_s, u"three"_s}));
        QCOMPARE(post.line, 2);
    }

    void readsRecurrence()
    {
        const auto calendar = readEvent(
            "DTSTART;TZID=Europe/Berlin:20261019T090000\n"
            "RRULE:FREQ=WEEKLY;UNTIL=20261109T080000Z\nEXDATE;TZID=Europe/Berlin:20261026T090000\n"
            "RDATE;TZID=Europe/Berlin:20261201T100000,20261202T100000\nEND:VEVENT\n"
            "BEGIN:VEVENT\nUID:1\nSUMMARY:Moved\nRECURRENCE-ID;TZID=Europe/Berlin:20261102T090000\n"
            "DTSTART;TZID=Europe/Berlin:20261103T120000");
        QVERIFY(calendar);
        QCOMPARE(calendar->posts.size(), 2);
        QList<ImportIssue> issues;
        const auto all = expanded(calendar->posts, {500, QDate(2027, 1, 1)}, u"x"_s, issues);
        QStringList times;
        for (const PlannedPost &post : all)
            times << post.uid + u' ' + post.day->toString(Qt::ISODate) + u' '
                    + post.time->toString(u"HH:mm"_s);
        QCOMPARE(times,
            (QStringList {u"1/20261019T090000 2026-10-19 09:00"_s,
                u"1/20261109T090000 2026-11-09 09:00"_s, u"1/20261201T100000 2026-12-01 10:00"_s,
                u"1/20261202T100000 2026-12-02 10:00"_s, u"1/20261102T090000 2026-11-03 12:00"_s}));
        QVERIFY(issues.isEmpty());
    }

    void saysWhatIsNotListed()
    {
        const auto calendar =
            readEvent("DTSTART:20260101T090000\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
                      "BEGIN:VEVENT\nUID:2\nDTSTART:20260101\nRRULE:FREQ=DAILY;COUNT=700\n"
                      "END:VEVENT\nBEGIN:VEVENT\nUID:3\nDTSTART:20260101T090000\n"
                      "RRULE:FREQ=YEARLY;BYWEEKNO=1;BYMONTHDAY=30;COUNT=2");
        QVERIFY(calendar);
        QList<ImportIssue> issues;
        const auto all = expanded(calendar->posts, {500, QDate(2026, 1, 11)}, u"x"_s, issues);
        QCOMPARE(all.size(), 10 + 500 + 1);
        QCOMPARE(issues.size(), 3);
        QCOMPARE(issues.at(0).code, u"endless-rule"_s);
        QCOMPARE(issues.at(1).code, u"capped-rule"_s);
        QCOMPARE(issues.at(2).code, u"bad-rule"_s);
    }

    void leavesCancelledOut()
    {
        const auto calendar = readEvent(
            "DTSTART:20260101T090000\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\n"
            "RECURRENCE-ID:20260102T090000\nDTSTART:20260102T090000\nSTATUS:CANCELLED\nEND:VEVENT\n"
            "BEGIN:VEVENT\nUID:2\nDTSTART:20260105T090000\nSTATUS:CANCELLED\nEND:VEVENT\n"
            "BEGIN:VTODO\nUID:3\nSUMMARY:Buy "
            "milk\nEND:VTODO\nBEGIN:VEVENT\nUID:4\nDTSTART:20260106");
        QVERIFY(calendar);
        QCOMPARE(codes(*calendar), (QStringList {u"cancelled"_s, u"no-post"_s}));
        QList<ImportIssue> issues;
        QCOMPARE(expanded(calendar->posts, {}, u"x"_s, issues).size(), 3);
    }

    void rejectsWhatHasNoStart()
    {
        const auto calendar = read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\nEND:VEVENT\r\n"
                                   "BEGIN:VEVENT\r\nDTSTART:20261331T250000\r\nEND:VEVENT\r\n"
                                   "BEGIN:VEVENT\r\nDTSTART:20260101\r\nSUMMARY:cut o");
        QVERIFY(calendar);
        QCOMPARE(calendar->events, 3);
        QVERIFY(calendar->posts.isEmpty());
        QCOMPARE(calendar->rejected.size(), 3);
        QCOMPARE(calendar->rejected.at(0).line, 2);
        QCOMPARE(calendar->rejected.at(1).line, 5);
        QCOMPARE(calendar->rejected.at(2).line, 8);
    }

    void guessesTheEncoding()
    {
        const auto calendar = readEvent("DTSTART:20260101T090000\nDESCRIPTION:Gr\xFC\xDF"
                                        "e aus M\xFCnchen");
        QVERIFY(calendar);
        QCOMPARE(calendar->posts.first().text, u"Grüße aus München"_s);
        QVERIFY(codes(*calendar).contains(u"encoding-guessed"_s));
    }

    void refusesOther()
    {
        QCOMPARE(read("name,day\nOne,2026-01-01\n").error().code, Error::Code::Rejected);
        QCOMPARE(
            readCalendar(u"/nowhere.ics"_s, QTimeZone::utc()).error().code, Error::Code::NotFound);
    }

    /// Another reader finds the instants that we mean, before and after each change of the clocks.
    void meansTheSameElsewhere_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("Berlin") << QByteArray("Europe/Berlin");
        QTest::newRow("New York") << QByteArray("America/New_York");
        QTest::newRow("Sydney") << QByteArray("Australia/Sydney");
        QTest::newRow("Kolkata") << QByteArray("Asia/Kolkata");
    }
    void meansTheSameElsewhere()
    {
        QFETCH(QByteArray, zone);
        const QString python = u"/usr/bin/python3"_s;
        QProcess probe;
        probe.start(python, {u"-c"_s, u"import icalendar"_s});
        if (!probe.waitForFinished() || probe.exitCode() != 0)
            QSKIP("python3-icalendar is not installed");
        QList<PlannedPost> posts;
        QByteArrayList expected;
        for (QDate day(2026, 1, 1); day < QDate(2028, 1, 1); day = day.addDays(1)) {
            posts << simplePost(
                u"v-%1@pullpush"_s.arg(posts.size()), day, QTime(9, 0), QString::fromUtf8(zone));
            expected << QByteArray::number(
                QDateTime(day, QTime(9, 0), QTimeZone(zone)).toSecsSinceEpoch());
        }
        // Its own time zones must not help: the file's description is all there is.
        const QByteArray text = calendarText(posts, options()).replace(zone, "Nowhere/" + zone);
        const QString script = uR"(
import sys, icalendar
cal = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
zone = [t.to_tz() for t in cal.walk('VTIMEZONE')][0]
for event in cal.walk('VEVENT'):
    naive = event['DTSTART'].dt.replace(tzinfo=None)
    print(int(zone.localize(naive).timestamp()))
)"_s;
        QProcess reader;
        reader.start(python, {u"-c"_s, script, file(text)});
        QVERIFY(reader.waitForFinished());
        QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
        QCOMPARE(reader.readAllStandardOutput().trimmed().split('\n'), expected);
    }
};

PULLPUSH_TEST(ICalendarTest)
#include "tst_icalendar.moc"
