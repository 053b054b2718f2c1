// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/idsource.h"
#include "domain/prospect.h"
#include "domain/user.h"
#include "storage/rowspec.h"
#include "storage/visible.h"
#include "storage/visiblecontacts.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
const User Ann {UserId(1), u"ann"_s, u"Ann"_s, Role::SalesRep};
const User Bob {UserId(2), u"bob"_s, u"Bob"_s, Role::SalesRep};
constexpr qint64 Start = 1'780'000'000'000;

/// What was said, one after the other, an hour apart.
struct Said
{
    Direction direction = Direction::Ours;
    Medium medium = Medium::DirectMessage;
    CallResult result = CallResult::None;
};

Said ours(Medium medium = Medium::DirectMessage, CallResult result = CallResult::None)
{
    return {Direction::Ours, medium, result};
}
Said theirs(Medium medium = Medium::DirectMessage, CallResult result = CallResult::None)
{
    return {Direction::Theirs, medium, result};
}

qint64 hour(int number)
{
    return Start + number * DayMs / 24;
}

struct Talks
{
    RowEdits edits;
    qint64 next = 1000;

    Talks() { edits << insertion(Ann) << insertion(Bob); }
    void person(qint64 id)
    {
        Prospect prospect;
        prospect.id = ProspectId(id);
        prospect.name = u"Somebody"_s;
        edits << insertion(prospect);
    }
    void talk(qint64 prospect, const QList<Said> &words, UserId owner = Ann.id,
        Privacy privacy = Privacy::Private, int from = 0)
    {
        Conversation made;
        made.id = ConversationId(++next);
        made.prospect = ProspectId(prospect);
        made.owner = owner;
        made.privacy = privacy;
        edits << insertion(made);
        for (int i = 0; i < words.size(); ++i) {
            Message message;
            message.sentAt.ms = hour(from + i);
            message.id = MessageId(IdSource::at(message.sentAt.ms));
            message.conversation = made.id;
            message.direction = words[i].direction;
            message.medium = words[i].medium;
            message.callResult = words[i].result;
            edits << insertion(message);
        }
    }
};

/// "prospect@hour" of what the viewer is told.
QStringList toldOf(const Result<std::shared_ptr<const LastContacts>> &contacts)
{
    if (!contacts)
        return {contacts.error().message + contacts.error().detail};
    QStringList told;
    for (const LastContacts::Row &row : (*contacts)->rows) {
        told << u"%1@%2"_s.arg(row.prospect.toString()).arg((row.at.ms - Start) / (DayMs / 24));
    }
    return told;
}
} // namespace

/// The last two-way word with each prospect, on both databases.
class TestVisibleContacts : public QObject
{
    Q_OBJECT
private slots:
    void theLastWordOfTheirsWhereBothHaveSpoken_data() { TestDatabase::addBackends(); }
    void theLastWordOfTheirsWhereBothHaveSpoken()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Talks talks;
        for (qint64 id = 101; id <= 108; ++id)
            talks.person(id);
        talks.talk(101, {ours(), theirs(), ours(), ours()});
        talks.talk(102, {theirs(), theirs(), ours(), theirs()});
        talks.talk(103, {ours(), ours()}); // nobody answered
        talks.talk(104, {theirs()}); // nor did we
        talks.talk(105, {theirs(), ours(Medium::Note)}); // a note is no word
        talks.talk(106, {theirs(), ours(Medium::Call, CallResult::NoAnswer)}); // nor is this
        talks.talk(107, {ours(), ours(Medium::Call, CallResult::Answered), ours()});
        talks.talk(108, {ours(), theirs()});
        talks.talk(108, {ours(Medium::Meeting)}, Ann.id, Privacy::Private, 7);
        QVERIFY(test.write([&](Transaction &t) { return applyEdits(t, talks.edits); }));
        test.database->setViewer({Ann.id, Ann.role});
        QCOMPARE(toldOf(test.read(&Visible::lastContacts)),
            QStringList({u"101@1"_s, u"102@3"_s, u"107@1"_s, u"108@7"_s}));
    }

    void whatTheViewerMayNotReadTellsNothing_data() { TestDatabase::addBackends(); }
    void whatTheViewerMayNotReadTellsNothing()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Talks talks;
        talks.person(101);
        talks.person(102);
        talks.talk(101, {ours(), theirs()}, Ann.id, Privacy::Team);
        talks.talk(101, {ours(), theirs()}, Ann.id, Privacy::Private, 5);
        talks.talk(102, {ours(), theirs()}, Ann.id, Privacy::Private);
        QVERIFY(test.write([&](Transaction &t) { return applyEdits(t, talks.edits); }));
        test.database->setViewer({Ann.id, Ann.role});
        QCOMPARE(toldOf(test.read(&Visible::lastContacts)), QStringList({u"101@6"_s, u"102@1"_s}));
        test.database->setViewer({Bob.id, Bob.role});
        QCOMPARE(toldOf(test.read(&Visible::lastContacts)), QStringList(u"101@1"_s));
    }
};

PULLPUSH_TEST(TestVisibleContacts)
#include "tst_visiblecontacts.moc"
