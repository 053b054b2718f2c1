// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/messagepages.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "storage/bulkinsert.h"
#include "storage/database.h"
#include "storage/rowedit.h"
#include "storage/tables.h"
#include "storage/visible.h"
#include "test_support/teamworkspace.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Second = 1000;
constexpr int Many = 5 * MessagePages::PageSize + 17;
} // namespace

/// Threads of any length, on both databases.
class TestMessagePages : public QObject
{
    Q_OBJECT
private slots:
    void cleanup();
    void readsNewestThenAll_data() { TeamWorkspace::addBackends(); }
    void readsNewestThenAll();
    void isInOrderOverConversations_data() { TeamWorkspace::addBackends(); }
    void isInOrderOverConversations();
    void showsOnlyWhatTheViewerMaySee_data() { TeamWorkspace::addBackends(); }
    void showsOnlyWhatTheViewerMaySee();
    void followsEditsAndUndo_data() { TeamWorkspace::addBackends(); }
    void followsEditsAndUndo();
    void followsOtherWindows_data() { TeamWorkspace::addBackends(); }
    void followsOtherWindows();
    void followsWhoMaySeeIt_data() { TeamWorkspace::addBackends(); }
    void followsWhoMaySeeIt();
    void keepsFewWords();
    void readsWhereOneStops();
    void forgetsWhatIsGone();
    void readsOneConversation();

private:
    /// The reason why there is none, or an empty text.
    QString open(bool onServer);
    /// As the program itself, which may write what belongs to others.
    [[nodiscard]] Result<> write(const RowEdits &edits)
    {
        m_workspace->database()->setViewer({});
        auto written = m_workspace->database()
                           ->write([edits](Transaction &transaction) {
                               return applyEdits(transaction, edits);
                           })
                           .result();
        m_workspace->database()->setViewer(m_workspace->viewer());
        return written;
    }
    [[nodiscard]] Conversation conversation(
        qint64 id, Privacy privacy = Privacy::Team, UserId owner = {})
    {
        Conversation made;
        made.id = ConversationId(id);
        made.prospect = m_prospect;
        made.owner = owner.isNull() ? m_workspace->viewer().user : owner;
        made.privacy = privacy;
        return made;
    }
    /// \a number tells the time: one a second.
    [[nodiscard]] static Message message(qint64 conversation, int number)
    {
        Message made;
        made.id = MessageId(1'000'000 + number);
        made.conversation = ConversationId(conversation);
        made.direction = number % 2 == 0 ? Direction::Ours : Direction::Theirs;
        made.sentAt = {FakeClock::Start + number * Second, Precision::Exact};
        made.body = u"Word %1"_s.arg(number);
        return made;
    }
    [[nodiscard]] Result<> writeMany(qint64 conversation, int count)
    {
        return m_workspace->database()
            ->write([conversation, count](Transaction &transaction) -> Result<> {
                BulkInsert<Message> messages(transaction);
                for (int i = 0; i < count; ++i) {
                    if (auto done = messages.add(message(conversation, i)); !done)
                        return done;
                }
                return {};
            })
            .result();
    }
    [[nodiscard]] QList<int> numbers() const
    {
        QList<int> all;
        for (const MessageKey &key : m_pages->keys())
            all << int(key.id.value() - 1'000'000);
        return all;
    }
    [[nodiscard]] bool isInOrder() const
    {
        return std::ranges::is_sorted(m_pages->keys(), isEarlierMessage);
    }

    std::unique_ptr<TeamWorkspace> m_test;
    Workspace *m_workspace = nullptr;
    std::unique_ptr<MessagePages> m_pages;
    ProspectId m_prospect;
};

void TestMessagePages::cleanup()
{
    m_pages.reset();
    m_test.reset();
}

QString TestMessagePages::open(bool onServer)
{
    m_test = std::make_unique<TeamWorkspace>();
    if (QString reason = m_test->open(onServer, {}, "UTC"); !reason.isEmpty())
        return reason;
    m_workspace = m_test->get();
    m_prospect = m_test->person(u"Nora Field"_s);
    m_pages = std::make_unique<MessagePages>(*m_workspace, nullptr);
    return m_prospect.isNull() ? u"not written"_s : QString();
}

void TestMessagePages::readsNewestThenAll()
{
    OPEN_BACKEND(*this);
    QVERIFY(write({insertion(conversation(7))}));
    QVERIFY(writeMany(7, Many));
    const auto first = std::make_shared<int>(-1);
    connect(m_pages.get(), &MessagePages::changed, this, [this, first] {
        if (*first < 0 && m_pages->state() == StoreState::Ready)
            *first = int(m_pages->keys().size());
    });
    m_pages->open({m_prospect, {}});
    QCOMPARE(m_pages->state(), StoreState::Loading);
    QTRY_VERIFY(m_pages->isComplete());
    QCOMPARE(*first, MessagePages::PageSize); // the end came first
    QCOMPARE(m_pages->keys().size(), Many);
    QVERIFY(isInOrder());
    QVERIFY(m_pages->message(message(7, Many - 1).id));
    QVERIFY(!m_pages->message(message(7, 0).id));
    // From the other end, and in the middle.
    m_pages->want(0, 3);
    QTRY_VERIFY(m_pages->message(message(7, 0).id));
    QCOMPARE(m_pages->message(message(7, 0).id)->body, u"Word 0"_s);
    QVERIFY(m_pages->message(message(7, MessagePages::PageSize - 1).id)); // a page at a time
    QVERIFY(!m_pages->message(message(7, MessagePages::PageSize).id));
    const int middle = 2 * MessagePages::PageSize + 5;
    m_pages->want(middle, middle + MessagePages::PageSize);
    QTRY_VERIFY(m_pages->message(message(7, middle).id));
    QVERIFY(m_pages->message(message(7, middle + MessagePages::PageSize).id));
    QCOMPARE(m_pages->indexOf(message(7, middle).id), middle);
    // What is here is not read again.
    QSignalSpy read(m_pages.get(), &MessagePages::wordsRead);
    m_pages->want(0, 3);
    m_pages->want(Many - 1, Many - 1);
    m_pages->want(MessagePages::PageSize, MessagePages::PageSize);
    QTRY_VERIFY(m_pages->message(message(7, MessagePages::PageSize).id));
    QCOMPARE(read.count(), 1);
    std::optional<QList<Message>> fetched;
    m_pages->fetch({message(7, 300).id, message(7, 3).id}, this,
        [&fetched](const Result<QList<Message>> &messages) {
            fetched = messages.value_or(QList<Message>());
        });
    QTRY_VERIFY(fetched.has_value());
    QCOMPARE(fetched->size(), 2);
    QCOMPARE(fetched->first().body, u"Word 3"_s);
}

void TestMessagePages::isInOrderOverConversations()
{
    OPEN_BACKEND(*this);
    QVERIFY(write({insertion(conversation(7)), insertion(conversation(8))}));
    RowEdits edits;
    for (int i = 0; i < 40; ++i)
        edits << insertion(message(7 + i % 2, 39 - i));
    Message unknown = message(7, 90);
    unknown.sentAt.precision = Precision::Unknown;
    edits << insertion(unknown);
    QVERIFY(write(edits));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    QCOMPARE(numbers().first(), 90); // nobody knows when: before all
    QCOMPARE(m_pages->keys().first().at, 0);
    for (int i = 0; i < 40; ++i)
        QCOMPARE(numbers().at(i + 1), i);
    QVERIFY(m_pages->keys().at(1).conversation != m_pages->keys().at(2).conversation);
}

void TestMessagePages::showsOnlyWhatTheViewerMaySee()
{
    OPEN_BACKEND(*this);
    User colleague;
    colleague.id = UserId(55);
    colleague.login = u"ben"_s;
    colleague.name = u"Ben"_s;
    const UserId self = m_workspace->viewer().user;
    ConversationShare share;
    share.id = ConversationShareId(3);
    share.conversation = ConversationId(9);
    share.member = self;
    QVERIFY(write({insertion(colleague), insertion(conversation(7, Privacy::Private)),
        insertion(conversation(8, Privacy::Private, colleague.id)),
        insertion(conversation(9, Privacy::Shared, colleague.id)),
        insertion(conversation(10, Privacy::Shared, colleague.id)), insertion(share)}));
    QVERIFY(write({insertion(message(7, 1)), insertion(message(8, 2)), insertion(message(9, 3)),
        insertion(message(10, 4))}));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    QCOMPARE(numbers(), (QList {1, 3}));
    std::optional<QList<Message>> fetched;
    m_pages->fetch({message(8, 2).id, message(10, 4).id, message(9, 3).id}, this,
        [&fetched](const Result<QList<Message>> &messages) {
            fetched = messages.value_or(QList<Message>());
        });
    QTRY_VERIFY(fetched.has_value());
    QCOMPARE(fetched->size(), 1);
    QCOMPARE(fetched->first().id, message(9, 3).id);
    const auto keys = m_workspace->database()
                          ->read([](Connection &connection) {
                              return Visible::messageKeys(connection, {{}, ConversationId(8)});
                          })
                          .result();
    QVERIFY(keys && keys->isEmpty());
}

void TestMessagePages::followsEditsAndUndo()
{
    OPEN_BACKEND(*this);
    QVERIFY(write({insertion(conversation(7)), insertion(message(7, 10)), insertion(message(7, 20)),
        insertion(message(7, 30))}));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    const int before = m_workspace->undoStack()->count();
    m_workspace->commit({insertion(message(7, 15))}, u"add"_s);
    QCOMPARE(numbers(), (QList {10, 15, 20, 30})); // at once
    QCOMPARE(m_pages->message(message(7, 15).id)->body, u"Word 15"_s);
    Message later = message(7, 15);
    later.sentAt.ms += 10 * Second;
    later.body = u"Later"_s;
    m_workspace->commit({update(message(7, 15), later)}, u"change"_s);
    QCOMPARE(numbers(), (QList {10, 20, 15, 30}));
    QCOMPARE(m_pages->message(later.id)->body, u"Later"_s);
    m_workspace->commit({removal(message(7, 20))}, u"remove"_s);
    QCOMPARE(numbers(), (QList {10, 15, 30}));
    QTRY_COMPARE(m_workspace->undoStack()->count(), before + 3);
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(numbers(), (QList {10, 20, 15, 30}));
    QTRY_VERIFY(!m_workspace->isWriting());
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(numbers(), (QList {10, 15, 20, 30}));
    QTRY_VERIFY(!m_workspace->isWriting());
    // As it is written.
    m_pages->open({});
    QVERIFY(m_pages->keys().isEmpty());
    m_pages->open({m_prospect, {}});
    QTRY_COMPARE(numbers(), (QList {10, 15, 20, 30}));
}

void TestMessagePages::followsOtherWindows()
{
    OPEN_BACKEND(*this);
    QVERIFY(
        write({insertion(conversation(7)), insertion(message(7, 10)), insertion(message(7, 30))}));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    const auto other = m_test->another();
    QVERIFY(other);
    Message changed = message(7, 30);
    changed.body = u"Changed"_s;
    const RowEdits edits {
        insertion(message(7, 20)), removal(message(7, 10)), update(message(7, 30), changed)};
    QVERIFY(
        other->database()
            ->write([edits](Transaction &transaction) { return applyEdits(transaction, edits); })
            .result());
    QTRY_COMPARE(numbers(), (QList {20, 30}));
    QCOMPARE(m_pages->message(message(7, 20).id)->body, u"Word 20"_s);
    QCOMPARE(m_pages->message(message(7, 30).id)->body, u"Changed"_s);
}

void TestMessagePages::followsWhoMaySeeIt()
{
    OPEN_BACKEND(*this);
    User colleague;
    colleague.id = UserId(55);
    colleague.login = u"ben"_s;
    colleague.name = u"Ben"_s;
    const Conversation shut = conversation(8, Privacy::Private, colleague.id);
    QVERIFY(write({insertion(colleague), insertion(conversation(7)), insertion(shut),
        insertion(message(7, 1)), insertion(message(8, 2))}));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    QCOMPARE(numbers(), (QList {1}));
    Conversation shown = shut;
    shown.privacy = Privacy::Team;
    QVERIFY(write({update(shut, shown)}));
    QTRY_COMPARE(numbers(), (QList {1, 2}));
    Conversation away = conversation(7);
    away.prospect = {};
    QVERIFY(write({update(conversation(7), away)}));
    QTRY_COMPARE(numbers(), (QList {2}));
}

void TestMessagePages::keepsFewWords()
{
    const QString reason = open(false);
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    const int count = MessagePages::MostKept + 3 * MessagePages::PageSize;
    QVERIFY(write({insertion(conversation(7))}));
    QVERIFY(writeMany(7, count));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    for (int first = 0; first < count; first += MessagePages::PageSize) {
        m_pages->want(first, first);
        QTRY_VERIFY(m_pages->message(message(7, first).id));
    }
    QVERIFY(!m_pages->message(message(7, 0).id)); // far away by now
    m_pages->want(0, 0);
    QTRY_VERIFY(m_pages->message(message(7, 0).id));
}

void TestMessagePages::readsWhereOneStops()
{
    const QString reason = open(false);
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    constexpr int Page = MessagePages::PageSize;
    QVERIFY(write({insertion(conversation(7))}));
    QVERIFY(writeMany(7, 20 * Page));
    m_pages->open({m_prospect, {}});
    QTRY_VERIFY(m_pages->isComplete());
    for (int page = 15; page >= 0; --page)
        m_pages->want(page * Page, page * Page); // scrolled past, but for the first and the last
    QTRY_VERIFY(m_pages->message(message(7, 0).id));
    QVERIFY(m_pages->message(message(7, 15 * Page).id));
    QVERIFY(!m_pages->message(message(7, 8 * Page).id));
}

void TestMessagePages::forgetsWhatIsGone()
{
    const QString reason = open(false);
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    QVERIFY(write({insertion(conversation(7)), insertion(conversation(8)), insertion(message(7, 1)),
        insertion(message(8, 2))}));
    m_pages->open({m_prospect, {}});
    QTRY_COMPARE(numbers(), (QList {1, 2}));
    QVERIFY(m_pages->message(message(7, 1).id));
    const int before = m_workspace->undoStack()->count();
    m_workspace->commit({removal(conversation(7))}, u"remove"_s);
    QCOMPARE(numbers(), QList {2});
    QVERIFY(!m_pages->message(message(7, 1).id));
    QTRY_COMPARE(m_workspace->undoStack()->count(), before + 1);
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(numbers(), (QList {1, 2})); // it comes back with its messages
}

void TestMessagePages::readsOneConversation()
{
    const QString reason = open(false);
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    QVERIFY(write({insertion(conversation(7)), insertion(conversation(8)), insertion(message(7, 1)),
        insertion(message(8, 2))}));
    m_pages->open({{}, ConversationId(8)});
    QTRY_VERIFY(m_pages->isComplete());
    QCOMPARE(numbers(), (QList {2}));
    m_workspace->commit({insertion(message(7, 3)), insertion(message(8, 4))}, u"add"_s);
    QCOMPARE(numbers(), (QList {2, 4}));
}

PULLPUSH_TEST(TestMessagePages)
#include "tst_messagepages.moc"
