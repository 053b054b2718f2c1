// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"
#include "test_support/testprogram.h"
#include "ui_prospects/threadview.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Noon = 1'795'176'000'000; // Friday, 20 November 2026, 12:00 UTC
constexpr qint64 Minute = 60'000;

Message invented(int number)
{
    Message message;
    message.id = MessageId(number + 1);
    message.conversation = ConversationId(1);
    message.direction = number % 3 == 0 ? Direction::Ours : Direction::Theirs;
    message.sentAt = {Noon + number * Minute, Precision::Minute};
    message.body =
        u"Message %1: "_s.arg(number) + u"words that go on for a while "_s.repeated(number % 9);
    return message;
}

/// Any number of invented messages, of which the words are read when they are wanted.
class FakeThread
{
public:
    ThreadSource source(int from, int count)
    {
        ThreadSource made;
        for (int i = from; i < from + count; ++i)
            made.keys << messageKeyOf(invented(i));
        made.message = [this](MessageId id) -> const Message * {
            const auto found = m_read.find(id.value());
            return found == m_read.end() ? nullptr : &found->second;
        };
        made.want = [this, from](int first, int last) {
            wanted << std::pair(from + first, from + last);
            most = std::max(most, last - first + 1);
            for (int i = from + first; i <= from + last && !isSlow; ++i)
                m_read.insert({i + 1, invented(i)});
        };
        made.fetch = [](const QList<MessageId> &ids,
                         const std::function<void(const QList<Message> &)> &callback) {
            QList<Message> messages;
            for (const MessageId id : ids)
                messages << invented(int(id.value()) - 1);
            callback(messages);
        };
        return made;
    }
    /// The words of all messages from \a first to \a last are here.
    void read(int first, int last)
    {
        for (int i = first; i <= last; ++i)
            m_read.insert({i + 1, invented(i)});
    }

    QList<std::pair<int, int>> wanted;
    int most = 0; ///< wanted at once
    bool isSlow = false; ///< nothing comes without read()

private:
    std::map<qint64, Message> m_read;
};

/// Messages whose words are here.
ThreadSource messages(int from, int count)
{
    ThreadSource source;
    for (int i = from; i < from + count; ++i)
        source.messages << invented(i);
    return source;
}
} // namespace

class TestThreadView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void beginsAndStaysAtTheEnd();
    void keepsItsPlaceWhenEarlierComes();
    void measuresOnlyWhatIsNear();
    void scrollsToTheFirstPage();
    void readsWhereItLooks();
    void keepsItsPlaceWhileWordsCome();
    void walksWithTheKeyboard();
    void keepsTheSelection();
    void copiesEntries();
    void copiesWordsThatAreNotRead();
    void asksForDeletion();
    void showsAMessageWhereverItIs();
    void decidesHopsFromTheMenu();
    void opensLinksAndFiles();
    void tellsAssistivePrograms();
    void saysThatNothingWasSaid();
    void offersToReadAgain();
    void paintsMirrored();

private:
    [[nodiscard]] int measured() const
    {
        int count = 0;
        for (int row = 0; row < m_view->rows().size(); ++row)
            count += m_view->rows().isMeasured(row) ? 1 : 0;
        return count;
    }
    /// The words of a fake source came.
    void come() const { m_view->threadModel()->refreshWords(); }
    [[nodiscard]] QScrollBar *bar() const { return m_view->verticalScrollBar(); }
    [[nodiscard]] int rowOf(int number) const
    {
        return m_view->threadModel()->rowOf(MessageId(number + 1));
    }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<ThreadView> m_view;
};

void TestThreadView::init()
{
    m_view = std::make_unique<ThreadView>();
    m_view->resize(480, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestThreadView::beginsAndStaysAtTheEnd()
{
    m_view->setThread(1, messages(0, 60));
    QVERIFY(bar()->maximum() > 400);
    QCOMPARE(bar()->value(), bar()->maximum());
    m_view->setThread(1, messages(0, 61));
    QCOMPARE(bar()->value(), bar()->maximum());
    m_view->resize(380, 300);
    QTRY_COMPARE(m_view->rows().viewHeight(), m_view->viewport()->height());
    QCOMPARE(bar()->value(), bar()->maximum());
    QCOMPARE(m_view->rowRect(m_view->rows().size() - 1).bottom() + 1, m_view->viewport()->height());
    bar()->setValue(0);
    m_view->setThread(2, messages(0, 80)); // another begins at its end
    QCOMPARE(bar()->value(), bar()->maximum());
}

void TestThreadView::keepsItsPlaceWhenEarlierComes()
{
    m_view->setThread(1, messages(100, 60));
    bar()->setValue(bar()->maximum() / 2);
    const int seen = m_view->rowAt(QPoint(100, 200));
    QVERIFY(seen > 0);
    const qint64 id = m_view->threadModel()->lines().at(seen).id;
    const int top = m_view->rowRect(seen).top();
    m_view->setThread(1, messages(40, 120));
    const int now = m_view->threadModel()->rowOf(MessageId(id));
    QCOMPARE(now, seen + 60);
    QCOMPARE(m_view->rowRect(now).top(), top);
    // A new word does not pull somebody who reads above to the end.
    m_view->setThread(1, messages(40, 121));
    QCOMPARE(m_view->rowRect(m_view->threadModel()->rowOf(MessageId(id))).top(), top);
}

void TestThreadView::measuresOnlyWhatIsNear()
{
    FakeThread fake;
    m_view->setThread(1, fake.source(0, 100'000));
    come();
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(measured() > 5);
    QVERIFY2(measured() < 200, qPrintable(QString::number(measured())));
    QVERIFY(fake.most < 200);
    QVERIFY(m_view->rows().isMeasured(m_view->rows().size() - 1));
    QVERIFY(!m_view->rows().isMeasured(0));
    bar()->setValue(bar()->maximum() / 2);
    come();
    QVERIFY(measured() < 400);
    const QPixmap picture = m_view->grab();
    QVERIFY(!picture.isNull());
}

void TestThreadView::scrollsToTheFirstPage()
{
    FakeThread fake;
    m_view->setThread(1, fake.source(0, 100'000));
    come();
    bar()->setValue(0);
    come();
    QCOMPARE(bar()->value(), 0);
    QCOMPARE(fake.wanted.last().first, 0);
    QVERIFY(m_view->rows().isMeasured(1));
    QCOMPARE(m_view->threadModel()->entry(1).text, invented(0).body);
    QCOMPARE(m_view->rowRect(0).top(), 0);
}

void TestThreadView::readsWhereItLooks()
{
    FakeThread fake;
    m_view->setThread(1, fake.source(0, 100'000));
    bar()->setValue(bar()->maximum() / 2);
    const auto [first, last] = fake.wanted.last();
    QVERIFY2(first > 40'000 && last < 60'000, qPrintable(QString::number(first)));
}

void TestThreadView::keepsItsPlaceWhileWordsCome()
{
    FakeThread fake;
    fake.isSlow = true;
    m_view->setThread(1, fake.source(0, 1000));
    QCOMPARE(bar()->value(), bar()->maximum());
    fake.read(900, 999);
    come();
    QCOMPARE(bar()->value(), bar()->maximum()); // still at the end, whatever came above
    bar()->setValue(bar()->maximum() / 2);
    const int seen = m_view->rows().seen().first;
    const int top = m_view->rowRect(seen).top();
    const int above = m_view->threadModel()->lines().at(seen).index;
    fake.read(0, above - 1); // only what stands above it
    come();
    QCOMPARE(m_view->rows().seen().first, seen);
    QCOMPARE(m_view->rowRect(seen).top(), top);
}

void TestThreadView::walksWithTheKeyboard()
{
    m_view->setThread(1, messages(0, 60));
    const int last = rowOf(59);
    press(Qt::Key_Up); // from nowhere to the last entry: who waits
    const int end = m_view->rows().size() - 1;
    QCOMPARE(m_view->currentRow(), end);
    press(Qt::Key_Up);
    QCOMPARE(m_view->currentRow(), last);
    press(Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedRows(), (QList {last - 1, last}));
    QCOMPARE(m_view->selectedMessage(), 0);
    press(Qt::Key_Home);
    QCOMPARE(m_view->currentRow(), 1); // a day is passed over
    QCOMPARE(bar()->value(), 0);
    QCOMPARE(m_view->selectedMessage(), 1);
    press(Qt::Key_PageDown);
    QVERIFY(m_view->currentRow() > 2);
    QVERIFY(m_view->viewport()->rect().contains(m_view->rowRect(m_view->currentRow()).center()));
    const int page = m_view->currentRow();
    press(Qt::Key_PageUp);
    QVERIFY(m_view->currentRow() < page);
    press(Qt::Key_End);
    QCOMPARE(m_view->currentRow(), end);
    QCOMPARE(bar()->value(), bar()->maximum());
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedRows().size(), end); // all but the day
}

void TestThreadView::keepsTheSelection()
{
    m_view->setThread(1, messages(100, 20));
    m_view->setCurrentRow(rowOf(110));
    m_view->setThread(1, messages(60, 61));
    QCOMPARE(m_view->currentRow(), rowOf(110));
    QCOMPARE(m_view->selectedMessage(), 111);
    ThreadSource source = messages(60, 61);
    source.messages.removeAt(50); // the selected one
    m_view->setThread(1, source);
    QCOMPARE(m_view->currentRow(), rowOf(111));
    m_view->setThread(2, messages(0, 3));
    QCOMPARE(m_view->currentRow(), -1);
}

void TestThreadView::copiesEntries()
{
    m_view->setThread(1, messages(0, 3));
    m_view->setCurrentRow(rowOf(0));
    m_view->setCurrentRow(rowOf(2), true);
    press(Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).contains(u"We: Message 0"_s));
    QVERIFY(lines.at(1).contains(u"They: Message 1"_s));
}

void TestThreadView::copiesWordsThatAreNotRead()
{
    FakeThread fake;
    fake.isSlow = true;
    m_view->setThread(1, fake.source(0, 500));
    m_view->selectAll();
    m_view->copySelection();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 501); // and who waits
    QVERIFY(lines.at(17).endsWith(invented(17).body));
}

void TestThreadView::asksForDeletion()
{
    m_view->setThread(1, messages(0, 3));
    QSignalSpy asked(m_view.get(), &ThreadView::deleteRequested);
    press(Qt::Key_Delete); // nothing is selected
    QCOMPARE(asked.count(), 0);
    m_view->setCurrentRow(rowOf(1));
    press(Qt::Key_Delete);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toLongLong(), 2);
}

void TestThreadView::showsAMessageWhereverItIs()
{
    FakeThread fake;
    m_view->setThread(1, fake.source(99'000, 1000));
    m_view->showMessage(MessageId(501)); // not there yet
    QCOMPARE(m_view->currentRow(), -1);
    m_view->setThread(1, fake.source(0, 100'000));
    QCOMPARE(m_view->selectedMessage(), 501);
    come();
    QVERIFY(m_view->viewport()->rect().contains(m_view->rowRect(rowOf(500)).center()));
    m_view->showMessage(MessageId(70'001));
    come();
    QCOMPARE(m_view->selectedMessage(), 70'001);
    QVERIFY(m_view->viewport()->rect().contains(m_view->rowRect(rowOf(70'000)).center()));
}

void TestThreadView::decidesHopsFromTheMenu()
{
    ThreadSource source = messages(0, 2);
    Hop hop;
    hop.id = HopId(77);
    hop.conversation = ConversationId(1);
    hop.proposedAt = {Noon + 5 * Minute, Precision::Minute};
    source.hops = {hop};
    m_view->setThread(1, source);
    const auto lines = m_view->threadModel()->lines();
    const auto found = std::ranges::find(lines, ThreadEntry::Kind::Hop, &ThreadLine::kind);
    QVERIFY(found != lines.end());
    m_view->setCurrentRow(int(found - lines.begin()));
    QSignalSpy decided(m_view.get(), &ThreadView::hopDecided);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
    QApplication::sendEvent(m_view->viewport(), &event);
    auto *menu = m_view->findChild<QMenu *>();
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    const auto declined = std::ranges::find(actions, u"It was declined"_s, &QAction::text);
    QVERIFY(declined != actions.end());
    (*declined)->trigger();
    QCOMPARE(decided.count(), 1);
    QCOMPARE(decided.first().at(0).value<HopId>(), HopId(77));
    QCOMPARE(decided.first().at(1).value<HopState>(), HopState::Declined);
    menu->close();
}

void TestThreadView::opensLinksAndFiles()
{
    ThreadSource source = messages(0, 1);
    source.messages[0].body = u"https://example.org/a"_s;
    source.files[MessageId(1)] = {{AttachmentId(9), u"offer.pdf"_s, 1000}};
    m_view->setThread(1, source);
    QSignalSpy shown(m_view.get(), &ThreadView::attachmentActivated);
    const QRect rect = m_view->rowRect(rowOf(0));
    // Ours is at the right; somewhere in it are the name of the file and the link.
    for (int y = rect.bottom(); y > rect.top() && shown.isEmpty(); y -= 4) {
        for (int x = rect.right(); x > rect.left() && shown.isEmpty(); x -= 4) {
            QMouseEvent move(QEvent::MouseMove, QPointF(x, y),
                m_view->viewport()->mapToGlobal(QPointF(x, y)), Qt::NoButton, Qt::NoButton,
                Qt::NoModifier);
            QApplication::sendEvent(m_view->viewport(), &move);
            if (m_view->viewport()->cursor().shape() == Qt::PointingHandCursor)
                QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(x, y));
        }
    }
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown.first().first().value<AttachmentId>(), AttachmentId(9));
}

void TestThreadView::tellsAssistivePrograms()
{
    m_view->setThread(1, messages(0, 60));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    const auto [first, last] = m_view->nearRows();
    QCOMPARE(list->childCount(), last - first + 1);
    QAccessibleInterface *entry = list->child(rowOf(59) - first);
    QVERIFY(entry);
    QCOMPARE(entry->role(), QAccessible::ListItem);
    QVERIFY(entry->text(QAccessible::Name).contains(u"They: Message 59"_s));
    QVERIFY(!entry->rect().isEmpty());
    QVERIFY(!entry->state().selected);
    QVERIFY(!entry->state().offscreen);
    m_view->setCurrentRow(rowOf(59));
    QVERIFY(entry->state().selected);
    QCOMPARE(list->indexOfChild(entry), rowOf(59) - first);
    QVERIFY(!list->child(list->childCount()));
    QVERIFY(list->child(0)->state().offscreen); // near, above what is seen
}

void TestThreadView::saysThatNothingWasSaid()
{
    m_view->setThread(1, messages(0, 2));
    m_view->setThread(1, {});
    QCOMPARE(m_view->rows().size(), 0);
    QCOMPARE(bar()->maximum(), 0);
    press(Qt::Key_Down);
    QCOMPARE(m_view->currentRow(), -1);
    QVERIFY(!m_view->grab().isNull());
}

void TestThreadView::offersToReadAgain()
{
    auto *error = m_view->findChild<QWidget *>(u"thread.error"_s);
    m_view->setThread(1, messages(0, 2));
    QVERIFY(!error->isVisible());
    m_view->setError(Error {Error::Code::Unreachable, u"The words cannot be read."_s, {}});
    QVERIFY(error->isVisible());
    QCOMPARE(error->geometry(), m_view->viewport()->rect());
    m_view->resize(m_view->width(), m_view->height() + 40);
    QTRY_COMPARE(error->geometry(), m_view->viewport()->rect());
    QSignalSpy asked(m_view.get(), &ThreadView::retryRequested);
    auto *again = error->findChild<QPushButton *>();
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QCOMPARE(asked.size(), 1);
    m_view->setError({});
    QVERIFY(!error->isVisible());
}

void TestThreadView::paintsMirrored()
{
    ThreadSource source = messages(0, 1);
    source.messages[0].body = u"x"_s; // ours: at the end of the line
    m_view->setThread(1, source);
    const auto halves = [this] {
        const QRect rect = m_view->rowRect(rowOf(0));
        const QImage picture =
            m_view->viewport()->grab(rect).toImage().convertToFormat(QImage::Format_RGB32);
        const QRgb ground = m_view->palette().color(QPalette::Base).rgb();
        const int y = picture.height() / 2;
        const int step = picture.width() / 8;
        return std::pair(
            picture.pixel(step, y) != ground, picture.pixel(picture.width() - step, y) != ground);
    };
    QCOMPARE(halves(), std::pair(false, true));
    m_view->setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(halves(), std::pair(true, false));
}

PULLPUSH_WINDOW_TEST(TestThreadView)
#include "tst_threadview.moc"
