// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/queuemodel.h"
#include "ui_timeline/queueview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QDate monday(2026, 11, 23);

PostWithVariants post(
    qint64 id, const QString &title, QDate day, PostStatus status = PostStatus::Draft)
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.title = title;
    made.post.day = day;
    made.post.time = QTime(9, 0);
    Variant variant;
    variant.id = VariantId(id * 10);
    variant.channel = ChannelId(1);
    variant.status = status;
    made.variants = {variant};
    return made;
}

/// Every weekday at nine; "One" on Monday, "Two" on Tuesday, posted on Wednesday, nothing after that.
CalendarContent content()
{
    CalendarContent made;
    Channel channel;
    channel.id = ChannelId(1);
    channel.network = u"x"_s;
    channel.name = u"Kettle & Co"_s;
    made.channels = {channel};
    made.sources.channels = {channel};
    for (int weekday = 1; weekday <= 5; ++weekday)
        made.postingSlots << PostingSlot {
            PostingSlotId(weekday), ChannelId(1), weekday, QTime(9, 0), {}};
    made.planned = {post(1, u"One"_s, monday), post(2, u"Two"_s, monday.addDays(1)),
        post(3, u"Out"_s, monday.addDays(2), PostStatus::Posted)};
    made.taken = made.planned;
    made.zone = ShownZone(ShownZone::Kind::Workspace, QTimeZone("Europe/Berlin"), made.channels);
    made.now = localToInstant(monday, QTime(0, 0), QTimeZone("Europe/Berlin"));
    return made;
}
} // namespace

class TestQueueView : public QObject
{
    Q_OBJECT

    std::unique_ptr<QueueView> m_view;

    [[nodiscard]] QModelIndex place(int row) const
    {
        return m_view->model()->index(row, 0, m_view->model()->index(0, 0));
    }
    [[nodiscard]] QString text(int row) const
    {
        return place(row).siblingAtColumn(QueueModel::Text).data().toString();
    }

private slots:
    void init()
    {
        m_view = std::make_unique<QueueView>();
        m_view->resize(700, 500);
        m_view->setNow(monday, QTime(8, 0));
        m_view->showSpan(monday);
        new QAbstractItemModelTester(
            m_view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_view.get());
        m_view->setContent(content());
    }

    void showsSlotsInOrder()
    {
        QCOMPARE(m_view->days(), (DateSpan {monday, monday.addDays(28)}));
        QCOMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(m_view->model()->rowCount(m_view->model()->index(0, 0)), 20);
        QCOMPARE(text(0), u"One"_s);
        QCOMPARE(text(1), u"Two"_s);
        QCOMPARE(text(2), u"Out"_s);
        QCOMPARE(text(3), u"Free"_s);
        QVERIFY(place(0).data().toString().contains(u"09:00"_s));
        QCOMPARE(m_view->dayOf(PostId(2)), monday.addDays(1));
    }

    void movesByKeys()
    {
        QSignalSpy wanted(m_view->wishes(), &CalendarWishes::slotRequested);
        m_view->setCurrentIndex(place(0));
        QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(wanted.size(), 0); // it is the first
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).value<PostId>(), PostId(1));
        QCOMPARE(wanted.first().at(2).value<SlotTime>().day, monday.addDays(1));
        QCOMPARE(wanted.first().at(3).value<PostId>(), PostId(2));
        QCOMPARE(wanted.first().at(4).value<SlotTime>().day, monday);
        m_view->setCurrentIndex(place(1));
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(wanted.size(), 2); // past what was posted, to the free place
        QCOMPARE(wanted.last().at(2).value<SlotTime>().day, monday.addDays(3));
        QVERIFY(wanted.last().at(3).value<PostId>().isNull());
        m_view->setCurrentIndex(place(2));
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(wanted.size(), 2);
    }

    void followsWhatMoved()
    {
        m_view->setCurrentIndex(place(0));
        CalendarContent moved = content();
        std::swap(moved.planned[0].post.day, moved.planned[1].post.day);
        moved.taken = moved.planned;
        m_view->setContent(moved);
        QCOMPARE(text(0), u"Two"_s);
        QCOMPARE(m_view->currentPost(), PostId(1));
        QCOMPARE(m_view->currentDay(), monday.addDays(1));
    }

    void newsMoveNothing()
    {
        m_view->setCurrentIndex(place(0));
        const QSignalSpy moved(m_view->wishes(), &CalendarWishes::currentChanged);
        m_view->setContent(content());
        QCOMPARE(moved.size(), 0);
        m_view->setCurrentIndex(place(4)); // free
        QCOMPARE(moved.size(), 1);
        m_view->setContent(content());
        QCOMPARE(moved.size(), 1);
        m_view->setCurrentIndex(place(0));
        CalendarContent without = content();
        without.planned.removeFirst();
        without.taken = without.planned;
        m_view->setContent(without);
        QCOMPARE(moved.size(), 3);
        QVERIFY(moved.last().first().value<PostId>() != PostId(1));
    }

    void keepsWhatIsFolded()
    {
        const auto queue = [this] { return m_view->model()->index(0, 0); };
        QVERIFY(m_view->isExpanded(queue()));
        m_view->collapse(queue());
        m_view->setContent(content());
        QVERIFY(!m_view->isExpanded(queue()));
    }

    void showsWhatTheFilterHidesInItsSlot()
    {
        CalendarContent filtered = content();
        filtered.planned = {filtered.planned.at(1)};
        m_view->setContent(filtered);
        QCOMPARE(text(0), u"One"_s);
        QCOMPARE(text(1), u"Two"_s);
        QCOMPARE(text(2), u"Out"_s);
        QCOMPARE(text(3), u"Free"_s);
        m_view->setCurrentIndex(place(0));
        QCOMPARE(m_view->currentPost(), PostId(1)); // Enter opens it and writes no second one
    }

    void writesForAFreeSlot()
    {
        QSignalSpy created(m_view->wishes(), &CalendarWishes::createRequested);
        m_view->setCurrentIndex(place(3));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(created.size(), 1);
        const auto spot = created.first().first().value<CalendarSpot>();
        QCOMPARE(spot, (CalendarSpot {monday.addDays(3), false, QTime(9, 0), ChannelId(1)}));
    }

    void takesWhatIsDropped_data()
    {
        QTest::addColumn<qint64>("post");
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("takes");
        QTest::newRow("an idea to a free slot") << qint64(9) << 3 << true;
        QTest::newRow("an idea to a taken slot") << qint64(9) << 1 << false;
        QTest::newRow("one of the queue to a taken slot") << qint64(1) << 1 << true;
        QTest::newRow("to what was posted") << qint64(1) << 2 << false;
        QTest::newRow("to itself") << qint64(1) << 0 << false;
    }
    void takesWhatIsDropped()
    {
        QFETCH(qint64, post);
        QFETCH(int, row);
        QFETCH(bool, takes);
        m_view->show();
        QSignalSpy wanted(m_view->wishes(), &CalendarWishes::slotRequested);
        Tile tile;
        tile.post = PostId(post);
        const std::unique_ptr<QMimeData> data(PostMime::encode(tile, {{PostId(post), QDate()}}));
        const QPoint where = m_view->visualRect(place(row)).center();
        QDragEnterEvent enter(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &enter);
        QDropEvent event(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        QCOMPARE(wanted.size(), takes ? 1 : 0);
    }

    void saysWhatToDoWhereThereIsNothing()
    {
        m_view->show();
        m_view->setContent({});
        auto *button = m_view->findChild<QAbstractButton *>();
        QVERIFY(button);
        QVERIFY(button->isVisible());
        QSignalSpy wanted(m_view->wishes(), &CalendarWishes::slotsRequested);
        button->click();
        QCOMPARE(wanted.size(), 1);
    }
};

PULLPUSH_WINDOW_TEST(TestQueueView)
#include "tst_queueview.moc"
