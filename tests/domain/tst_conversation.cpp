// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conversation.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// A thread as a word: o ours, t theirs, n a note of ours, s a system line, a call of ours (v) and one of theirs (m) without an answer, words on
/// voicemail (w); one minute apart from minute 1 on.
QList<Message> said(const QString &word)
{
    QList<Message> messages;
    for (qsizetype i = 0; i < word.size(); ++i) {
        Message message;
        message.id = MessageId(i + 1);
        message.sentAt = {(i + 1) * 60000, Precision::Exact};
        const QChar sign = word.at(i);
        message.direction = sign == u't' || sign == u'm' ? Direction::Theirs
            : sign == u's'                               ? Direction::System
                                                         : Direction::Ours;
        message.medium = sign == u'n' ? Medium::Note : Medium::DirectMessage;
        if (sign == u'v' || sign == u'm' || sign == u'w') {
            message.medium = Medium::Call;
            message.callResult = sign == u'w' ? CallResult::Voicemail : CallResult::NoAnswer;
        }
        messages.append(message);
    }
    return messages;
}

Conversation counted(const QList<Message> &messages)
{
    Conversation conversation;
    for (const Message &message : messages)
        conversation = afterMessage(conversation, message);
    return conversation;
}
} // namespace

class TestConversation : public QObject
{
    Q_OBJECT
private slots:
    void countsWhatWaits_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<Turn>("turn");
        QTest::addColumn<int>("unanswered");
        QTest::addColumn<int>("unreturned");
        QTest::addColumn<int>("lastMinute");
        QTest::newRow("nothing") << u""_s << Turn::Nobody << 0 << 0 << 0;
        QTest::newRow("they wrote") << u"ott"_s << Turn::We << 2 << 0 << 3;
        QTest::newRow("we answered") << u"tto"_s << Turn::They << 0 << 1 << 3;
        QTest::newRow("a note is nobody's word") << u"tn"_s << Turn::We << 1 << 0 << 2;
        QTest::newRow("a system line is nobody's word") << u"os"_s << Turn::They << 0 << 1 << 2;
        QTest::newRow("notes alone") << u"nn"_s << Turn::Nobody << 0 << 0 << 2;
        QTest::newRow("we wrote twice") << u"too"_s << Turn::They << 0 << 2 << 3;
        QTest::newRow("a call in vain answers nothing") << u"ttv"_s << Turn::We << 2 << 1 << 3;
        QTest::newRow("a call in vain waits with our word") << u"ov"_s << Turn::They << 0 << 2 << 2;
        QTest::newRow("a call in vain begins nothing") << u"v"_s << Turn::Nobody << 0 << 1 << 1;
        QTest::newRow("words on voicemail are words") << u"tw"_s << Turn::They << 0 << 1 << 2;
        QTest::newRow("a call of theirs that we missed") << u"om"_s << Turn::We << 1 << 0 << 2;
    }
    void countsWhatWaits()
    {
        QFETCH(QString, word);
        const Conversation conversation = counted(said(word));
        QTEST(conversation.turn, "turn");
        QTEST(conversation.unanswered, "unanswered");
        QTEST(conversation.unreturned, "unreturned");
        QFETCH(int, lastMinute);
        QCOMPARE(conversation.lastMessageAt, lastMinute * 60000);
    }

    void anOldWordChangesNothing()
    {
        const Conversation before = counted(said(u"ot"_s));
        Message late;
        late.direction = Direction::Ours;
        late.sentAt = {30000, Precision::Exact};
        QCOMPARE(afterMessage(before, late), before);
    }

    /// Where all is known, what is left counts as if the removed word had never been said.
    void aRemovedWordWasNeverSaid_data()
    {
        QTest::addColumn<QString>("word");
        for (const char *word :
            {"o", "t", "ot", "to", "ott", "tto", "otnt", "tnso", "ttt", "nn", "tvo", "ovv", "twm"})
            QTest::newRow(word) << QString::fromLatin1(word);
    }
    void aRemovedWordWasNeverSaid()
    {
        QFETCH(QString, word);
        const QList<Message> all = said(word);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QList<Message> rest = all;
            const Message removed = rest.takeAt(i);
            QCOMPARE(afterRemoval(counted(all), removed, rest, false), counted(rest));
        }
    }

    /// More stands before what was read: `hidden`, then the `word` of which one is removed.
    void keepsWhatOlderWordsSay_data()
    {
        QTest::addColumn<QString>("hidden");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("removed");
        QTest::newRow("their newest of many") << u"ott"_s << u"tt"_s << 1;
        QTest::newRow("their oldest of many") << u"ott"_s << u"tt"_s << 0;
        QTest::newRow("a note among theirs") << u"ott"_s << u"ntt"_s << 0;
        QTest::newRow("answered within what was read") << u"tt"_s << u"ot"_s << 1;
        QTest::newRow("our newest, answered before it") << u"t"_s << u"oto"_s << 2;
        QTest::newRow("a note after our word") << u"to"_s << u"nn"_s << 1;
        QTest::newRow("our newest of many") << u"too"_s << u"oo"_s << 1;
        QTest::newRow("a call in vain among ours") << u"too"_s << u"ovo"_s << 1;
        QTest::newRow("they spoke within what was read") << u"oo"_s << u"too"_s << 2;
    }
    void keepsWhatOlderWordsSay()
    {
        QFETCH(QString, hidden);
        QFETCH(QString, word);
        QFETCH(int, removed);
        const QList<Message> all = said(hidden + word);
        QList<Message> known = all.mid(hidden.size());
        QList<Message> rest = all;
        const Message gone = known.takeAt(removed);
        rest.removeAt(hidden.size() + removed);
        const Conversation expected = counted(rest);
        const Conversation after = afterRemoval(counted(all), gone, known, true);
        QCOMPARE(after.turn, expected.turn);
        QCOMPARE(after.unanswered, expected.unanswered);
        QCOMPARE(after.unreturned, expected.unreturned);
        QCOMPARE(after.lastMessageAt, expected.lastMessageAt);
    }

    void leavesTheRestOfTheConversationAlone()
    {
        Conversation before = counted(said(u"ot"_s));
        before.id = ConversationId(7);
        before.title = u"Bread"_s;
        before.privacy = Privacy::Team;
        Conversation expected = before;
        expected.turn = Turn::They;
        expected.unanswered = 0;
        expected.unreturned = 1;
        expected.lastMessageAt = 60000;
        const QList<Message> all = said(u"ot"_s);
        QCOMPARE(afterRemoval(before, all.at(1), {all.at(0)}, false), expected);
    }

    void aNewWordOpensAndEndsTheSnooze()
    {
        Conversation resting = counted(said(u"ot"_s));
        resting.closedAt = 150000;
        resting.snoozedUntil = QDate(2026, 12, 1);
        const auto after = [&resting](const QString &sign, qint64 ms) {
            Message message = said(sign).first();
            message.sentAt.ms = ms;
            return afterMessage(resting, message);
        };
        QCOMPARE(after(u"t"_s, 180000).closedAt, 0);
        QVERIFY(!after(u"o"_s, 180000).snoozedUntil);
        QCOMPARE(after(u"t"_s, 140000).closedAt, 150000); // said before that was closed
        for (const QString &sign : {u"n"_s, u"s"_s, u"v"_s}) {
            QCOMPARE(after(sign, 180000).closedAt, 150000);
            QCOMPARE(after(sign, 180000).snoozedUntil, resting.snoozedUntil);
        }
        const QList<Message> all = said(u"ot"_s);
        const Conversation less = afterRemoval(resting, all.at(1), {all.at(0)}, false);
        QCOMPARE(less.closedAt, 150000);
        QCOMPARE(less.snoozedUntil, resting.snoozedUntil);
    }

    void theLastWordTellsTheMedium()
    {
        QCOMPARE(mediumOfLastWord({}, {}), Medium::DirectMessage);
        QCOMPARE(mediumOfLastWord(said(u"om"_s), {}), Medium::Call);
        QCOMPARE(mediumOfLastWord(said(u"ovns"_s), {}), Medium::DirectMessage); // no words
        QCOMPARE(mediumOfLastWord(said(u"om"_s), ConversationId(9)), Medium::DirectMessage);
    }

    void anEntryAcceptsTheHopToItsMedium_data()
    {
        QTest::addColumn<Medium>("medium");
        QTest::addColumn<CallResult>("result");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<Precision>("precision");
        QTest::addColumn<qint64>("decidedAt"); // 0: it stays open
        const auto row = [](const char *name, Medium medium, CallResult result, qint64 at,
                             Precision precision, qint64 decided) {
            QTest::newRow(name) << medium << result << at << precision << decided;
        };
        using enum CallResult;
        row("a call", Medium::Call, Answered, DayMs + 5, Precision::Exact, DayMs + 5);
        row("nobody said how", Medium::Call, None, DayMs + 5, Precision::Exact, DayMs + 5);
        row("no answer", Medium::Call, NoAnswer, DayMs + 5, Precision::Exact, 0);
        row("voicemail", Medium::Call, Voicemail, DayMs + 5, Precision::Exact, 0);
        row("another medium", Medium::Email, None, DayMs + 5, Precision::Exact, 0);
        row("a note", Medium::Note, None, DayMs + 5, Precision::Exact, 0);
        row("before the proposal", Medium::Call, Answered, DayMs - 5, Precision::Exact, 0);
        row("on its day", Medium::Call, Answered, DayMs - 5, Precision::Day, DayMs - 5);
        row("who knows when", Medium::Call, Answered, 5, Precision::Unknown, 7 * DayMs);
    }
    void anEntryAcceptsTheHopToItsMedium()
    {
        QFETCH(Medium, medium);
        QFETCH(CallResult, result);
        QFETCH(qint64, at);
        QFETCH(Precision, precision);
        QFETCH(qint64, decidedAt);
        Message message;
        message.conversation = ConversationId(3);
        message.medium = medium;
        message.callResult = result;
        message.sentAt = {at, precision};
        Hop open;
        open.id = HopId(1);
        open.conversation = message.conversation;
        open.proposedAt.ms = DayMs;
        Hop elsewhere = open;
        elsewhere.conversation = ConversationId(4);
        Hop over = open;
        over.state = HopState::Declined;
        const QList<Hop> accepted = hopsAcceptedBy(message, {elsewhere, over, open}, 7 * DayMs);
        QCOMPARE(accepted.size(), decidedAt == 0 ? 0 : 1);
        if (decidedAt == 0)
            return;
        open.state = HopState::Accepted;
        open.decidedAt = decidedAt;
        QCOMPARE(accepted.first(), open);
    }

    void findsWhatIsThereAlready()
    {
        const QTimeZone zone = QTimeZone::utc();
        const auto message = [](qint64 ms, Precision precision, const QString &body) {
            Message made;
            made.direction = Direction::Theirs;
            made.sentAt = {ms, precision};
            made.body = body;
            return made;
        };
        const QList<Message> known {message(61'500, Precision::Exact, u"Hi  there"_s),
            message(61'700, Precision::Exact, u"ok"_s)};
        QList<Message> fresh {message(60'000, Precision::Minute, u"Hi there"_s),
            message(60'000, Precision::Minute, u"ok"_s),
            message(60'000, Precision::Minute, u"ok"_s), // said once more
            message(120'000, Precision::Minute, u"Hi there"_s)};
        QCOMPARE(knownAmong(known, fresh, zone), (QList<bool> {true, true, false, false}));
        fresh = {
            message(0, Precision::Day, u"ok"_s), message(0, Precision::Unknown, u"Hi there"_s)};
        QCOMPARE(knownAmong(known, fresh, zone), (QList<bool> {true, true}));
        fresh.first().direction = Direction::Ours;
        QCOMPARE(knownAmong(known, fresh, zone), (QList<bool> {false, true}));
        fresh = {message(2 * DayMs, Precision::Day, u"ok"_s)};
        QCOMPARE(knownAmong(known, fresh, zone), QList<bool> {false});
    }
};

PULLPUSH_TEST(TestConversation)
#include "tst_conversation.moc"
