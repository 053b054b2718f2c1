// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/format.h"
#include "exchange/whatsapp.h"
#include "test_support/testprogram.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {
qint64 utc(const QString &text)
{
    return QDateTime::fromString(text + u'Z', Qt::ISODate).toMSecsSinceEpoch();
}

/// Senders and how much each said.
QStringList counts(const ChatRecord &chat)
{
    std::map<QString, int> said;
    for (const MessageRecord &message : chat.messages)
        ++said[message.sender.isEmpty() ? u"-"_s : message.sender];
    QStringList list;
    for (const auto &[sender, count] : said)
        list.append(sender + u'=' + QString::number(count));
    return list;
}

QSet<QString> keys(const ChatRecord &chat)
{
    QSet<QString> all;
    for (const MessageRecord &message : chat.messages)
        all.insert(message.dedupeKey);
    return all;
}
} // namespace

class TestWhatsApp : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<WhatsAppChat> read(const QString &text, const QString &name = u"_chat.txt"_s,
        const WhatsAppOptions &options = {})
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return fail(Error::Code::Io, u"no test file"_s);
        file.write(text.toUtf8());
        file.close();
        return readWhatsApp(file.fileName(), options);
    }

private slots:
    void readsAPrivateChat()
    {
        const auto read1 =
            read(u"03.08.21, 12:29 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.\r\n"
                 "03.08.21, 12:30 - Ada Example: Hallo\r\n"
                 "zweite Zeile: mit Doppelpunkt\r\n"
                 "\r\n"
                 "12/12/2024 ist der Tag\r\n"
                 "03.08.21, 12:30 - Bo: ok\r\n"
                 "03.08.21, 12:30 - Bo: ok\r\n"
                 "03.08.21, 12:31 - Ada Example: <Medien ausgeschlossen>\r\n"_s,
                u"WhatsApp Chat mit Ada Example.txt"_s, {QTimeZone("Europe/Berlin"), {}});
        QVERIFY2(read1, read1 ? "" : qPrintable(read1.error().message));
        const ChatRecord &chat = read1->chat;
        QCOMPARE(chat.title, u"Ada Example"_s);
        QCOMPARE(chat.file, u"WhatsApp Chat mit Ada Example.txt"_s);
        QVERIFY(!chat.isGroup);
        QCOMPARE(chat.senders, (QStringList {u"Ada Example"_s, u"Bo"_s}));
        QCOMPARE(counts(chat), (QStringList {u"-=1"_s, u"Ada Example=2"_s, u"Bo=2"_s}));
        QCOMPARE(chat.messages.at(1).body,
            u"Hallo\nzweite Zeile: mit Doppelpunkt\n\n12/12/2024 ist der Tag"_s);
        QCOMPARE(chat.messages.at(1).line, 2);
        QCOMPARE(chat.messages.at(2).line, 6);
        QCOMPARE(chat.messages.at(1).sentAt,
            (Moment {utc(u"2021-08-03T10:30:00"_s), Precision::Minute}));
        QCOMPARE(chat.messages.at(4).body, u"<Medien ausgeschlossen>"_s);
        QCOMPARE(
            keys(chat).size(), chat.messages.size()); // also of the same word twice in a minute
        QVERIFY(read1->issues.isEmpty());
    }

    void readsAGroup()
    {
        const auto read1 =
            read(u"[05/12/2024, 08:00:15] \u200EMessages and calls are end-to-end encrypted.\n"
                 "[05/12/2024, 08:05:32] Ada created group \u201CBakers: the group\u201D\n"
                 "[13/12/2024, 08:05:33] Bakers: \u200EAda added Bo\n"
                 "[13/12/2024, 08:05:34] Ada changed the subject to \"Bakers: all\"\n"
                 "\u200E[13/12/2024, 08:10:00] ~\u202FBo: \u200Eimage omitted\n"
                 "[13/12/2024, 08:10:01] ~ Bo: look\n"
                 "[13/12/2024, 08:11:00] Ada:\n"_s);
        QVERIFY2(read1, read1 ? "" : qPrintable(read1.error().message));
        const ChatRecord &chat = read1->chat;
        QVERIFY(chat.isGroup);
        QCOMPARE(chat.title, u"Bakers: all"_s);
        QCOMPARE(chat.senders, (QStringList {u"Bo"_s, u"Ada"_s}));
        QCOMPARE(counts(chat), (QStringList {u"-=4"_s, u"Ada=1"_s, u"Bo=2"_s}));
        QCOMPARE(chat.messages.at(4).body, u"image omitted"_s);
        QCOMPARE(chat.messages.at(6).body, QString());
        QCOMPARE(
            chat.messages.at(6).sentAt, (Moment {utc(u"2024-12-13T08:11:00"_s), Precision::Exact}));
    }

    /// Somebody who asks about encryption is not the program.
    void tellsNoticesFromTalk()
    {
        const auto chat = read(
            u"31/12/2022, 11:40 - Ada: Messages and calls are end-to-end encrypted. Learn more.\n"
            "31/12/2022, 11:41 - Ada: is your shop end-to-end encrypted?\n"
            "31/12/2022, 11:42 - Bo: \u200EThis chat is now with a business account.\n"
            "31/12/2022, 11:43 - Bo: my business account is closed\n"_s);
        QVERIFY(chat);
        QCOMPARE(counts(chat->chat), (QStringList {u"-=2"_s, u"Ada=1"_s, u"Bo=1"_s}));
    }

    void joinsNamesWithColon()
    {
        QString text;
        for (int i = 0; i < 6; ++i)
            text +=
                u"31/12/2022, 11:4%1 - Shop: Orders: number %1\n31/12/2022, 11:4%1 - Ada: note: %1\n"_s
                    .arg(i);
        text += u"31/12/2022, 11:46 - Ada: thanks\n"_s;
        const auto chat = read(text);
        QVERIFY(chat);
        QCOMPARE(chat->chat.senders, (QStringList {u"Shop: Orders"_s, u"Ada"_s}));
        QCOMPARE(chat->chat.messages.at(0).body, u"number 0"_s);
        QCOMPARE(chat->chat.messages.at(1).body, u"note: 0"_s);
    }

    void findsTheOrder_data()
    {
        QTest::addColumn<QString>("dates"); // headers, divided by |
        QTest::addColumn<QString>("order"); // empty: asks
        QTest::newRow("a day above 12") << u"1/2/23, 10:00 AM|25/2/23, 10:00 AM"_s << u"dmy"_s;
        QTest::newRow("a month would be above 12") << u"1/2/23, 10:00|2/25/23, 10:00"_s << u"mdy"_s;
        QTest::newRow("only days first do not go back")
            << u"5/1/23, 10:00 AM|1/2/23, 10:00 AM"_s << u"dmy"_s;
        QTest::newRow("only months first do not go back")
            << u"1/5/23, 10:00|2/1/23, 10:00"_s << u"mdy"_s;
        QTest::newRow("days change more often")
            << u"1/2/23, 10:00 AM|2/2/23, 10:00 AM|3/2/23, 10:00 AM"_s << u"dmy"_s;
        QTest::newRow("second changes more often")
            << u"2/1/23, 10:00 AM|2/2/23, 10:00 AM|2/3/23, 10:00 AM"_s << u"mdy"_s;
        QTest::newRow("dots") << u"1.2.23, 10:00"_s << u"dmy"_s;
        QTest::newRow("24 hours") << u"10/12/2024, 14:30"_s << u"dmy"_s;
        QTest::newRow("zeros") << u"05/12/2024, 2:30 pm"_s << u"dmy"_s;
        QTest::newRow("spelled marker") << u"5/12/24, 2:30 p. m."_s << u"dmy"_s;
        QTest::newRow("united states") << u"5/12/24, 2:30 PM"_s << u"mdy"_s;
        QTest::newRow("both the same") << u"5/5/24, 2:30 PM"_s << u"dmy"_s;
        QTest::newRow("year first") << u"2024/12/01, 2:30 PM"_s << u"ymd"_s;
        QTest::newRow("two digits, year first")
            << u"1/2/23, 2:30 PM|99/12/24, 2:30 PM"_s << u"ymd"_s;
        QTest::newRow("nothing tells") << u"10/12/24, 2:30 PM"_s << QString();
        QTest::newRow("nothing tells, long year") << u"5/12/2024, 2:30 PM"_s << QString();
    }
    void findsTheOrder()
    {
        QFETCH(QString, dates);
        QFETCH(QString, order);
        QString text;
        for (const QString &date : dates.split(u'|'))
            text += u'[' + date + u"] Ada: secret words\n"_s;
        const auto chat = read(text);
        QCOMPARE(chat.has_value(), !order.isEmpty());
        if (chat) {
            QCOMPARE(toText(chat->dateOrder), order);
            return;
        }
        QCOMPARE(chat.error().code, Error::Code::Rejected);
        QVERIFY(chat.error().message.contains(u"--date-order"_s));
        QVERIFY(!chat.error().message.contains(u"secret"_s));
        QVERIFY(read(text, u"_chat.txt"_s, {QTimeZone::utc(), DateOrder::MonthFirst}));
    }

    /// A longer export of the same chat has the same id and all keys of the shorter one, even when
    /// somebody joined, the file has another name, the zone is another and the media were left out.
    void isStable()
    {
        const QString begin = u"31/12/2022, 11:39 - Messages and calls are end-to-end encrypted.\n"
                              "31/12/2022, 11:40 - Ada: good morning\n"
                              "31/12/2022, 11:41 - Bo: IMG-20221231-WA0001.jpg (file attached)\n"
                              "31/12/2022, 11:42 - Bo: ok\n"
                              "31/12/2022, 11:42 - Bo: ok\n"_s;
        const auto shorter = read(begin, u"WhatsApp Chat with Bo.txt"_s);
        QString more = begin;
        more.replace(u"IMG-20221231-WA0001.jpg (file attached)"_s, u"<Media omitted>"_s);
        const auto longer =
            read(more + u"01/01/2023, 09:00 - Ada added Cem\n01/01/2023, 09:01 - Cem: hello\n"_s,
                u"_chat.txt"_s, {QTimeZone("Asia/Tokyo"), {}});
        QVERIFY(shorter && longer);
        QCOMPARE(longer->chat.externalId, shorter->chat.externalId);
        QVERIFY(keys(longer->chat).contains(keys(shorter->chat)));
        QCOMPARE(keys(longer->chat).size(), keys(shorter->chat).size() + 2);
        const auto other = read(
            QString(begin).replace(u"morning"_s, u"evening"_s), u"WhatsApp Chat with Bo.txt"_s);
        QVERIFY(other);
        QVERIFY(other->chat.externalId != shorter->chat.externalId);
        QVERIFY(!shorter->chat.externalId.contains(u"morning"_s));
    }

    void keepsSilentAboutTexts()
    {
        const auto chat = read(
            u"secret preamble\n31/12/2022, 11:40 - Ada: secret\n45/45/2022, 11:40 - Bo: secret too\n31/12/2022, 11:41 - Bo: x\n"_s);
        QVERIFY(chat);
        QCOMPARE(chat->issues.size(), 2);
        QCOMPARE(chat->issues.at(0).code, u"text-before-first"_s);
        QCOMPARE(chat->issues.at(0).line, 1);
        QCOMPARE(chat->issues.at(1).code, u"bad-date"_s);
        QCOMPARE(chat->issues.at(1).line, 3);
        for (const ImportIssue &issue : chat->issues)
            QVERIFY(!issue.text.contains(u"secret"_s));
        QCOMPARE(chat->chat.messages.size(), 2);
    }

    void refuses()
    {
        const auto letter = read(u"Dear Ada,\nthis is a letter.\n"_s);
        QVERIFY(!letter);
        QCOMPARE(letter.error().code, Error::Code::Rejected);
        QVERIFY(letter.error().message.contains(u"_chat.txt"_s));
        QVERIFY(!read(QString()));
        QVERIFY(!read(u"<!doctype html><html>"_s));
        QCOMPARE(readWhatsApp(m_folder.filePath(u"nowhere.txt"_s), {}).error().code,
            Error::Code::NotFound);
        // An order that most dates contradict is no order of this chat.
        const auto wrong = read(u"31/12/2022, 11:40 - Ada: x\n30/12/2022, 11:40 - Ada: x\n"_s,
            u"_chat.txt"_s, {QTimeZone::utc(), DateOrder::MonthFirst});
        QVERIFY(!wrong);
        QFile file(m_folder.filePath(u"stop.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("31/12/2022, 11:40 - Ada: x\n");
        file.close();
        const auto stopped =
            readWhatsApp(file.fileName(), {}, [](qint64, qint64) { return false; });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Error::Code::Cancelled);
    }

    void findsTitles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("title");
        QTest::newRow("english") << u"WhatsApp Chat with Ada Example.txt"_s << u"Ada Example"_s;
        QTest::newRow("ios zip") << u"WhatsApp Chat - Ada.zip"_s << u"Ada"_s;
        QTest::newRow("ios folder") << u"WhatsApp Chat - Ada"_s << u"Ada"_s;
        QTest::newRow("spanish") << u"Chat de WhatsApp con Ada.txt"_s << u"Ada"_s;
        QTest::newRow("german") << u"WhatsApp Chat mit Bäckerei (2).txt"_s << u"Bäckerei"_s;
        QTest::newRow("portuguese") << u"Conversa do WhatsApp com Ada.txt"_s << u"Ada"_s;
        QTest::newRow("french") << u"Discussion WhatsApp avec Ada.txt"_s << u"Ada"_s;
        QTest::newRow("emoji") << u"WhatsApp Chat with Bakers 👨‍👩‍👧‍👦.txt"_s
                               << u"Bakers 👨‍👩‍👧‍👦"_s;
        QTest::newRow("number") << u"WhatsApp Chat with +12 345 67 89.txt"_s << u"+12 345 67 89"_s;
        QTest::newRow("none") << u"_chat.txt"_s << QString();
    }
    void findsTitles()
    {
        QFETCH(QString, file);
        QFETCH(QString, title);
        QCOMPARE(chatTitleFromFileName(file), title);
    }

    void survivesAnything()
    {
        QRandomGenerator random(5);
        const QStringList pieces {u"31/12/2022, 11:40 - "_s, u"[1.2.23 1:02:03 PM] "_s, u"Ada"_s,
            u": "_s, u":"_s, u"\n"_s, u"\r"_s, u"\u200E"_s, u"\u202F"_s, u" - "_s, u"]"_s, u"x"_s,
            u"99"_s, u"/"_s, u"\""_s, u"~"_s, u"👋"_s};
        for (int round = 0; round < 500; ++round) {
            QString text = round % 2 == 0 ? u"31/12/2022, 11:40 - "_s : QString();
            for (int i = random.bounded(60); i > 0; --i)
                text += pieces.at(random.bounded(pieces.size()));
            const auto chat = read(text);
            if (chat)
                QCOMPARE(keys(chat->chat).size(), chat->chat.messages.size());
            else
                QVERIFY(!chat.error().message.isEmpty());
        }
    }

    void agreesWithStatedFigures_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("entries");
        QTest::addColumn<QStringList>("senders");
        QTest::addColumn<int>("multiline");
        QTest::addColumn<QString>("first");
        const QString folder = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        QFile sources(folder + u"/exports/SOURCES.tsv"_s);
        if (folder.isEmpty() || !sources.open(QIODevice::ReadOnly)) {
            QTest::newRow("none") << QString() << 0 << QStringList() << 0 << QString();
            return;
        }
        // What is stated counts every `name: ` as a sender. Here what the program itself says is a
        // system line although a name stands before it: the notices about encryption and about
        // businesses, and the names "System", "Système", "Sistema".
        const std::map<QString, QString> notices {{u"asian-ampm-format-test"_s, u"Alice"_s},
            {u"chat_loaders/data/whatsapp_chat"_s, u"Dr. Feather"_s},
            {u"ios-format-test"_s, u"Amazon EG"_s}};
        static const QRegularExpression figures(
            u"entries with a date header (\\d+), of these with a sender (\\d+) and without \\(system\\) (\\d+); senders \\{(.*?)\\}; multi-line entries (\\d+) .*?; first \"(.*?)\""_s);
        static const QRegularExpression sender(u"'([^']+)': (\\d+)"_s);
        for (const QString &row : QString::fromUtf8(sources.readAll()).split(u'\n')) {
            const QStringList fields = row.split(u'\t');
            const auto match = figures.match(fields.last());
            if (!row.startsWith(u"whatsapp/"_s) || !match.hasMatch())
                continue;
            std::map<QString, int> expected;
            if (match.captured(3).toInt() > 0)
                expected[u"-"_s] = match.captured(3).toInt();
            for (auto it = sender.globalMatch(match.captured(4)); it.hasNext();) {
                const auto one = it.next();
                const QString name = one.captured(1);
                const bool pseudo =
                    name == u"System"_s || name == u"Système"_s || name == u"Sistema"_s;
                expected[pseudo ? u"-"_s : name] += one.captured(2).toInt();
            }
            for (const auto &[file, name] : notices) {
                if (fields.first().contains(file)) {
                    --expected[name];
                    ++expected[u"-"_s];
                }
            }
            QStringList senders;
            for (const auto &[name, count] : expected)
                senders.append(name + u'=' + QString::number(count));
            QTest::newRow(qPrintable(fields.first()))
                << folder + u"/exports/"_s + fields.first() << match.captured(1).toInt() << senders
                << match.captured(5).toInt() << match.captured(6);
        }
    }
    void agreesWithStatedFigures()
    {
        QFETCH(QString, path);
        QFETCH(int, entries);
        QFETCH(QStringList, senders);
        QFETCH(int, multiline);
        QFETCH(QString, first);
        if (path.isEmpty())
            QSKIP("PULLPUSH_SHARED_DATA is not set");
        const auto format = detectFormat(path);
        QVERIFY2(format, format ? "" : qPrintable(format.error().message));
        QCOMPARE(format->format, u"whatsapp"_s);
        const auto chat = readWhatsApp(path, {});
        QVERIFY2(chat, chat ? "" : qPrintable(chat.error().message));
        QCOMPARE(chat->chat.messages.size(), entries);
        QCOMPARE(counts(chat->chat), senders);
        QCOMPARE(std::ranges::count_if(
                     chat->chat.messages, [](const auto &m) { return m.body.contains(u'\n'); }),
            multiline);
        QVERIFY(chat->issues.isEmpty());
        QCOMPARE(keys(chat->chat).size(), entries);
        // All chats here but one are day first where it is not the year; the dates never go back in
        // those of one phone.
        const bool american = first.startsWith(u"8/15/23"_s);
        if (!path.contains(u"langchain"_s)) {
            QVERIFY(chat->dateOrder != DateOrder::MonthFirst);
            QVERIFY(std::ranges::is_sorted(
                        chat->chat.messages, {}, [](const auto &m) { return m.sentAt.ms; })
                || path.contains(u"bracketed-year-first"_s) || path.contains(u"ios-format"_s)
                || path.contains(u"european-ampm"_s) || path.contains(u"dot-time-klo"_s));
        } else {
            QCOMPARE(chat->dateOrder, DateOrder::MonthFirst);
            QVERIFY(!american
                || chat->chat.messages.front().sentAt
                    == (Moment {utc(u"2023-08-15T09:12:33"_s), Precision::Exact}));
        }
        const bool group = path.contains(u"group"_s) || path.contains(u"examples/whatsapp_chat"_s)
            || path.contains(u"android_chat"_s) || path.contains(u"french"_s)
            || path.contains(u"german"_s) || path.contains(u"spanish"_s);
        QCOMPARE(chat->chat.isGroup, group);
        QVERIFY(!chat->chat.title.isEmpty());
    }
};

PULLPUSH_TEST(TestWhatsApp)
#include "tst_whatsapp.moc"
