// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/conversation.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// A thread as a word: o ours, t theirs, n a note of ours, s a system line; one minute apart from minute 1 on.
QList<Message> said(const QString &word)
{
    QList<Message> messages;
    for (qsizetype i = 0; i < word.size(); ++i) {
        Message message;
        message.id = MessageId(i + 1);
        message.sentAt = {(i + 1) * 60000, Precision::Exact};
        message.direction = word.at(i) == u't' ? Direction::Theirs
            : word.at(i) == u's'               ? Direction::System
                                               : Direction::Ours;
        message.medium = word.at(i) == u'n' ? Medium::Note : Medium::DirectMessage;
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
        QTest::addColumn<int>("lastMinute");
        QTest::newRow("nothing") << u""_s << Turn::Nobody << 0 << 0;
        QTest::newRow("they wrote") << u"ott"_s << Turn::We << 2 << 3;
        QTest::newRow("we answered") << u"tto"_s << Turn::They << 0 << 3;
        QTest::newRow("a note is nobody's word") << u"tn"_s << Turn::We << 1 << 2;
        QTest::newRow("a system line is nobody's word") << u"os"_s << Turn::They << 0 << 2;
        QTest::newRow("notes alone") << u"nn"_s << Turn::Nobody << 0 << 2;
    }
    void countsWhatWaits()
    {
        QFETCH(QString, word);
        const Conversation conversation = counted(said(word));
        QTEST(conversation.turn, "turn");
        QTEST(conversation.unanswered, "unanswered");
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
        for (const char *word : {"o", "t", "ot", "to", "ott", "tto", "otnt", "tnso", "ttt", "nn"})
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
        expected.lastMessageAt = 60000;
        const QList<Message> all = said(u"ot"_s);
        QCOMPARE(afterRemoval(before, all.at(1), {all.at(0)}, false), expected);
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
