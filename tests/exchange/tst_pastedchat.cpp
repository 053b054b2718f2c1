// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pastedchat.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// Saturday, 28 November 2026, 18:00 UTC.
constexpr qint64 Now = 1'795'888'800'000;

PasteOptions options(DateOrder order = DateOrder::DayFirst)
{
    PasteOptions made;
    made.dateOrder = order;
    made.now = Now;
    return made;
}

/// What was read, a line for each message: kind, sender, time and words.
QStringList told(const PastedChat &chat)
{
    QStringList lines;
    for (const PastedMessage &message : chat.messages) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(message.sentAt.ms, Qt::UTC);
        QString when;
        switch (message.sentAt.precision) {
        case Precision::Exact:
            when = at.toString(u"yyyy-MM-dd HH:mm:ss"_s);
            break;
        case Precision::Minute:
            when = at.toString(u"yyyy-MM-dd HH:mm"_s);
            break;
        case Precision::Day:
            when = at.toString(u"yyyy-MM-dd"_s);
            break;
        case Precision::Unknown:
            when = u"?"_s;
            break;
        }
        const QString who = message.kind == PastedMessage::Kind::Said ? message.sender
            : message.kind == PastedMessage::Kind::Notice             ? u"(notice)"_s
                                                                      : u"(unread)"_s;
        lines << who + u'|' + when + u'|' + QString(message.body).replace(u'\n', u'/');
    }
    return lines;
}

/// A message as it is rendered and read again.
struct SaidOnce
{
    int speaker = 0;
    int minutes = 0; ///< since the message before
    QString body;
};

QString lineOfWords()
{
    static const std::vector<std::u16string> words {u"bread", u"rye", u"ok", u"größe", u"👍🏽",
        u"(two)", u"at noon", u"no. 7", u"शुभ", u"https://x.example/a:b", u"[sic]", u"{name}",
        u"50%"};
    const auto some = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<std::u16string>>(rc::gen::elementOf(words)));
    QStringList line;
    for (const std::u16string &word : some)
        line << QString::fromStdU16String(word);
    return u"and "_s + line.join(u' ');
}

QString someBody()
{
    QStringList lines {lineOfWords()};
    const int more = *rc::gen::inRange(0, 3);
    for (int i = 0; i < more; ++i) {
        if (*rc::gen::inRange(0, 3) == 0)
            lines << QString();
        lines << lineOfWords();
    }
    return lines.join(u'\n');
}

enum class Rendering { Web, WebOfStates, Exported, Comma, Inline, Stacked, Plain };

QString rendered(
    Rendering how, const QString &name, const QDateTime &at, bool isNewDay, const QString &body)
{
    const QString day =
        isNewDay ? u'\n' + QLocale::c().toString(at.date(), u"d MMMM yyyy"_s) + u'\n' : QString();
    const QString clock = QLocale::c().toString(at.time(), u"h:mm AP"_s);
    switch (how) {
    case Rendering::Web:
        return u"[%1] %2: %3\n"_s.arg(at.toString(u"HH:mm, dd.MM.yyyy"_s), name, body);
    case Rendering::WebOfStates:
        return u"[%1, %2] %3: %4\n"_s.arg(clock, at.toString(u"M/d/yyyy"_s), name, body);
    case Rendering::Exported:
        return u"%1 - %2: %3\n"_s.arg(at.toString(u"dd/MM/yyyy, HH:mm"_s), name, body);
    case Rendering::Comma:
        return u"%1, [%2]:\n%3\n\n"_s.arg(name, at.toString(u"dd.MM.yyyy HH:mm"_s), body);
    case Rendering::Inline:
        return day + u"%1  %2\n%3\n"_s.arg(name, clock, body);
    case Rendering::Stacked:
        return day + u"%1\n%2\n%3\n"_s.arg(name, clock, body);
    case Rendering::Plain:
        return u"%1: %2\n"_s.arg(name, body);
    }
    return {};
}
} // namespace

/// All people are invented.
class TestPastedChat : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("messages");
        QTest::newRow("time first in brackets")
            << u"[12:31, 28.11.2026] Anna Bell: Hi\nthere\n[12:35, 28.11.2026] Ben Stone: Hello"_s
            << QStringList {
                   u"Anna Bell|2026-11-28 12:31|Hi/there"_s, u"Ben Stone|2026-11-28 12:35|Hello"_s};
        QTest::newRow("with afternoon, month first by its dates")
            << u"[9:05 PM, 11/27/2026] Anna Bell: Hi\n[12:01\u202FAM, 11/28/2026] Ben: Yo"_s
            << QStringList {u"Anna Bell|2026-11-27 21:05|Hi"_s, u"Ben|2026-11-28 00:01|Yo"_s};
        QTest::newRow("exported, with a notice")
            << u"28/11/2026, 11:40 - Messages are end-to-end encrypted.\n"
               "28/11/2026, 11:41 - Anna Bell: Hi"_s
            << QStringList {u"(notice)|2026-11-28 11:40|Messages are end-to-end encrypted."_s,
                   u"Anna Bell|2026-11-28 11:41|Hi"_s};
        QTest::newRow("exported, with seconds and marks")
            << u"\u200E[31/12/2025, 11:40:26] ~\u202FAnna Bell: Hi"_s
            << QStringList {u"Anna Bell|2025-12-31 11:40:26|Hi"_s};
        QTest::newRow("ISO in brackets")
            << u"[2026-05-29, 15:04] Me: text\n[2026-05-29, 15:05] Anna: more"_s
            << QStringList {u"Me|2026-05-29 15:04|text"_s, u"Anna|2026-05-29 15:05|more"_s};
        QTest::newRow("name, then date and time in brackets")
            << u"Anna Bell, [28.11.2026 12:31]:\nHi\n\nBen Stone, [28.11.26 12:32]\nHello"_s
            << QStringList {
                   u"Anna Bell|2026-11-28 12:31|Hi"_s, u"Ben Stone|2026-11-28 12:32|Hello"_s};
        QTest::newRow("name and time, with days between")
            << u"Thursday\nAnna Bell  12:31 PM\nHi\n\nToday\nBen Stone  9:02 AM\nHello\nagain"_s
            << QStringList {
                   u"Anna Bell|2026-11-26 12:31|Hi"_s, u"Ben Stone|2026-11-28 09:02|Hello/again"_s};
        QTest::newRow("a date between name and time")
            << u"anna — Yesterday at 12:31\nHi\nBen Stone 27.11.2026 13:00\nHello"_s
            << QStringList {u"anna|2026-11-27 12:31|Hi"_s, u"Ben Stone|2026-11-27 13:00|Hello"_s};
        QTest::newRow("one below the other")
            << u"Anna Bell sent the following message at 12:31 PM\nView Anna’s profile\n"
               "Anna Bell\n12:31 PM\nHi\n"
               "Ben Stone sent the following message at 12:40 PM\nView Ben’s profile\n"
               "Ben Stone\n12:40 PM\nHello"_s
            << QStringList {
                   u"(unread)|?|Anna Bell sent the following message at 12:31 PM/View Anna’s profile"_s,
                   u"Anna Bell|?|Hi"_s, u"Ben Stone|?|Hello"_s};
        QTest::newRow("one below the other, with dates")
            << u"Anna Bell\nNov 27, 2026, 12:31 PM\nHi\nBen Stone\nNov 27, 2026, 1:00 PM\nHello"_s
            << QStringList {
                   u"Anna Bell|2026-11-27 12:31|Hi"_s, u"Ben Stone|2026-11-27 13:00|Hello"_s};
        QTest::newRow("names alone")
            << u"Me: Hi, three things: rye, oat and salt\nAnna: Hello\nand so on\nMe: ok"_s
            << QStringList {u"Me|?|Hi, three things: rye, oat and salt"_s,
                   u"Anna|?|Hello/and so on"_s, u"Me|?|ok"_s};
        QTest::newRow("the begin of a sentence is no name")
            << u"Me: Hi\nAnna: Hello\nNote: bring rye\nMe: ok\nAnna: yes"_s
            << QStringList {
                   u"Me|?|Hi"_s, u"Anna|?|Hello/Note: bring rye"_s, u"Me|?|ok"_s, u"Anna|?|yes"_s};
        QTest::newRow("what stands before")
            << u"see below\n[12:31, 28.11.2026] Anna: Hi"_s
            << QStringList {u"(unread)|?|see below"_s, u"Anna|2026-11-28 12:31|Hi"_s};
        QTest::newRow("no chat") << u"one line\nand another"_s
                                 << QStringList {u"(unread)|?|one line/and another"_s};
        QTest::newRow("a weekday that somebody said")
            << u"Anna Bell  12:31 PM\nWhen?\nBen Stone  12:32 PM\n\nMonday\n\nAnna Bell  12:33 PM\nok"_s
            << QStringList {u"Anna Bell|?|When?"_s, u"Ben Stone|?|Monday"_s, u"Anna Bell|?|ok"_s};
        QTest::newRow("a name and a time that somebody said")
            << u"Anna Bell  12:31 PM\nWho?\nBen Stone  12:32 PM\nAnna Bell  12:33 PM\nok"_s
            << QStringList {u"Anna Bell|?|Who?/Ben Stone  12:32 PM"_s, u"Anna Bell|?|ok"_s};
        QTest::newRow("nothing") << u" \n"_s << QStringList();
    }
    void reads()
    {
        QFETCH(QString, text);
        QTEST(told(readPastedChat(text, options())), "messages");
    }

    void theOptionsDecideWhatDatesLeaveOpen()
    {
        const QString text = u"[12:31, 1/2/2026] Anna: Hi"_s;
        QCOMPARE(told(readPastedChat(text, options(DateOrder::DayFirst))),
            QStringList {u"Anna|2026-02-01 12:31|Hi"_s});
        QCOMPARE(told(readPastedChat(text, options(DateOrder::MonthFirst))),
            QStringList {u"Anna|2026-01-02 12:31|Hi"_s});
    }

    void aDayMayBeGiven()
    {
        const QString text = u"Anna Bell  12:31 PM\nHi\nBen Stone  12:32 PM\nHello"_s;
        const PastedChat open = readPastedChat(text, options());
        QVERIFY(open.lacksDays);
        QCOMPARE(open.speakers, (QStringList {u"Anna Bell"_s, u"Ben Stone"_s}));
        PasteOptions dated = options();
        dated.undated = QDate(2026, 11, 3);
        const PastedChat given = readPastedChat(text, dated);
        QVERIFY(given.lacksDays); // so that another can be given
        QCOMPARE(told(given),
            (QStringList {
                u"Anna Bell|2026-11-03 12:31|Hi"_s, u"Ben Stone|2026-11-03 12:32|Hello"_s}));
    }

    void whatTellsNoTimeStandsBesideItsNeighbours()
    {
        const PastedChat chat =
            readPastedChat(u"before\n[12:31, 28.11.2026] Anna: Hi"_s, options());
        QCOMPARE(chat.messages.size(), 2);
        QCOMPARE(chat.messages.first().sentAt.ms, chat.messages.last().sentAt.ms);
        QCOMPARE(readPastedChat(u"Me: a\nAnna: b"_s, options()).messages.first().sentAt.ms, Now);
    }

    void tellsWhatLooksLikeOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isChat");
        QTest::newRow("one with date and time") << u"[12:31, 28.11.2026] Anna: Hi"_s << true;
        QTest::newRow("two names") << u"Me: Hi\nAnna: Hello"_s << true;
        QTest::newRow("one name") << u"Hello Anna: here it is"_s << false;
        QTest::newRow("words") << u"We open at 7:30\nand close at 18:00"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void tellsWhatLooksLikeOne()
    {
        QFETCH(QString, text);
        QTEST(looksLikePastedChat(text), "isChat");
    }

    void readsWhatWasRendered()
    {
        QVERIFY(rc::check("messages rendered and read", [] {
            const auto how = Rendering(*rc::gen::inRange(0, int(Rendering::Plain) + 1));
            const QStringList names = *rc::gen::element(QStringList {u"Anna Bell"_s, u"Me"_s},
                QStringList {u"Zoë van Dijk"_s, u"李雷"_s}, QStringList {u"You"_s, u"Ben Stone"_s});
            const int count = *rc::gen::inRange(1, 8);
            QDateTime at(QDate(2026, 10, 3), QTime(9, 0), Qt::UTC);
            QDate day;
            QString text;
            QStringList expected;
            for (int i = 0; i < count; ++i) {
                at = at.addSecs(60LL * *rc::gen::inRange(0, 3000));
                const QString &name = names.at(*rc::gen::inRange(0, 2));
                const QString body = someBody();
                text += rendered(how, name, at, at.date() != day, body);
                day = at.date();
                const QString when =
                    how == Rendering::Plain ? u"?"_s : at.toString(u"yyyy-MM-dd HH:mm"_s);
                expected << name + u'|' + when + u'|' + QString(body).replace(u'\n', u'/');
            }
            const auto order =
                how == Rendering::WebOfStates ? DateOrder::MonthFirst : DateOrder::DayFirst;
            const QStringList read = told(readPastedChat(text, options(order)));
            if (read != expected)
                RC_FAIL((text + u"\n=> "_s + read.join(u'\n')).toStdString());
        }));
    }

    /// Every word of a text, whatever it is, is in what was read: as a name, a time or words.
    void losesNoWord()
    {
        QVERIFY(rc::check("words kept", [] {
            static const std::vector<std::u16string> pieces {u"Anna Bell", u"12:31", u"Monday",
                u"\n", u"\n", u"\n\n", u": ", u" ", u"  ", u"bread", u"[", u"]", u", ",
                u"28.11.2026", u"PM", u"Ben"};
            const auto parts =
                *rc::gen::container<std::vector<std::u16string>>(rc::gen::elementOf(pieces));
            QString text;
            for (const std::u16string &part : parts)
                text += QString::fromStdU16String(part);
            const PastedChat chat = readPastedChat(text, options());
            QString all;
            for (const PastedMessage &message : chat.messages)
                all += message.body + u'\n';
            const qsizetype kept = all.count(u"bread"_s);
            qsizetype named = 0;
            for (const PastedMessage &message : chat.messages)
                named += message.sender.count(u"bread"_s);
            if (kept + named != text.count(u"bread"_s))
                RC_FAIL((text + u"\n=> "_s + told(chat).join(u'\n')).toStdString());
        }));
    }
};

PULLPUSH_TEST(TestPastedChat)
#include "tst_pastedchat.moc"
