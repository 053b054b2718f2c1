// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/hoursview.h"
#include "ui_timeline/postmime.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestHoursView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void showsItsSpan();
    void beginsAtWorkingHours();
    void arrowsWalk();
    void altMovesByDaysAndQuarters();
    void createsAtTheCursor();
    void createsAtAFreePlace();
    void dropsOnAQuarter();
    void pointerChooses();
    void mirrors();
    void namesDaysAndPostsForReaders();
    void paintsACrowdedWeek();

private:
    void send(QEvent &event) const { QCoreApplication::sendEvent(m_view->viewport(), &event); }
    [[nodiscard]] QPoint at(QDate day, int minute) const
    {
        const HoursLayout layout = m_view->geometryNow();
        return {m_view->dayRect(day).center().x(), layout.yOf(minute) + 2};
    }

    const QDate m_day {2026, 11, 19}; // a Thursday
    std::unique_ptr<HoursView> m_view;
    QList<std::pair<QList<PlacedPost>, CalendarSpot>> m_moved;
    QList<CalendarSpot> m_created;
};

void TestHoursView::init()
{
    m_view = std::make_unique<HoursView>(HoursView::Span::Week);
    m_view->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_view->setNow(m_day, QTime(11, 0));
    m_view->showSpan(m_day);
    m_view->setContent(
        {{post(1, u"first"_s, m_day, QTime(9, 0)), post(2, u"second"_s, m_day, QTime(9, 10)),
             post(3, u"third"_s, m_day.addDays(1)),
             post(4, u"fourth"_s, m_day.addDays(1), QTime(9, 30))},
            {}, sources()});
    m_moved.clear();
    m_created.clear();
    connect(m_view->wishes(), &CalendarWishes::moveRequested, this,
        [this](const QList<PlacedPost> &posts, const CalendarSpot &spot) {
            m_moved.append({posts, spot});
        });
    connect(m_view->wishes(), &CalendarWishes::createRequested, this,
        [this](const CalendarSpot &spot) { m_created.append(spot); });
    m_view->resize(1200, 640);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setCurrentTime(m_day, QTime(8, 30));
}

void TestHoursView::showsItsSpan()
{
    QCOMPARE(m_view->days(), (DateSpan {QDate(2026, 11, 16), QDate(2026, 11, 23)}));
    QCOMPARE(m_view->title(), u"16 – 22 Nov 2026"_s);
    QCOMPARE(m_view->neighbour(1), m_day.addDays(7));
    m_view->showSpan(QDate(2026, 11, 30));
    QCOMPARE(m_view->title(), u"30 Nov – 6 Dec 2026"_s);
    HoursView day(HoursView::Span::Day);
    day.setLocale(m_view->locale());
    day.showSpan(m_day);
    QCOMPARE(day.days(), (DateSpan {m_day, m_day.addDays(1)}));
    QCOMPARE(day.title(), u"Thu, 19 Nov 2026"_s);
}

void TestHoursView::beginsAtWorkingHours()
{
    const HoursLayout layout = m_view->geometryNow();
    QVERIFY(layout.hours().contains(at(m_day, 8 * 60)));
    QVERIFY(!layout.hours().contains(at(m_day, 6 * 60)));
    m_view->setCurrentTime(m_day, QTime(2, 0)); // the cursor comes into view
    QVERIFY(m_view->geometryNow().hours().contains(at(m_day, 2 * 60)));
}

void TestHoursView::arrowsWalk()
{
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentPost(), PostId(1));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentPost(), PostId(2));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->currentPost().isNull());
    QCOMPARE(m_view->currentSpot(), (CalendarSpot {m_day, false, QTime(9, 30)}));
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentPost(), PostId(4)); // at the same time
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentDay(), QDate(2026, 11, 22));
    const QSignalSpy asked(m_view->wishes(), &CalendarWishes::showRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(asked.last().first().toDate(), QDate(2026, 11, 23));
    QTest::keyClick(m_view.get(), Qt::Key_PageUp);
    QCOMPARE(asked.last().first().toDate(), QDate(2026, 11, 15));
}

void TestHoursView::altMovesByDaysAndQuarters()
{
    m_view->setCurrent(m_day, PostId(1));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_moved.last().second, CalendarSpot {m_day.addDays(1)});
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_moved.last().second, (CalendarSpot {m_day, false, QTime(9, 15)}));
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_moved.last().second, (CalendarSpot {m_day, false, QTime(8, 45)}));
    QCOMPARE(m_moved.last().first, (QList<PlacedPost> {{PostId(1), m_day}}));
    // The cursor goes along with its post.
    m_view->setContent({{post(1, u"first"_s, m_day.addDays(1), QTime(14, 0))}, {}, sources()});
    QCOMPARE(m_view->currentDay(), m_day.addDays(1));
    QCOMPARE(m_view->currentSpot().time, std::optional(QTime(14, 0)));
    m_moved.clear();
    m_view->setCurrentTime(m_day, QTime(8, 0)); // no post: nothing
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_moved.isEmpty());
}

void TestHoursView::createsAtTheCursor()
{
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(m_created.last(), (CalendarSpot {m_day, false, QTime(8, 30)}));
    m_view->setCurrentTime(m_day, std::nullopt);
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(m_created.last(), (CalendarSpot {m_day, false, {}}));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(m_day, 15 * 60 + 5));
    QCOMPARE(m_created.last(), (CalendarSpot {m_day, false, QTime(15, 0)}));
}

void TestHoursView::createsAtAFreePlace()
{
    const FreePlace place {m_day, QTime(14, 10), ChannelId(2), u"Bs"_s, u"Kettle"_s};
    m_view->setContent({{}, {}, sources(), {place}});
    m_view->setCurrentTime(m_day, QTime(13, 30));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_N);
    const CalendarSpot spot {m_day, false, QTime(14, 10), ChannelId(2)};
    QCOMPARE(m_created.last(), spot);
    m_created.clear();
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, at(m_day, 14 * 60 + 14));
    QCOMPARE(m_created.value(0), spot);
    QVERIFY(m_view->dayText(m_day).contains(u"1 free place"_s));
}

void TestHoursView::dropsOnAQuarter()
{
    const Tile tile = m_view->tilesOn(m_day).first();
    const std::unique_ptr<QMimeData> data(PostMime::encode(tile, {{PostId(1), m_day}}));
    const QDate target = m_day.addDays(2);
    const int half = m_view->geometryNow().metrics().tile / 2;
    const QPoint where = at(target, 13 * 60 + 18) + QPoint(0, half - 2);
    QDragEnterEvent enter(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    send(enter);
    QDragMoveEvent move(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    send(move);
    QVERIFY(move.isAccepted());
    const CalendarSpot landing {target, false, QTime(13, 15)};
    QCOMPARE(m_view->landing(), std::optional(landing)); // it is shown there
    QDropEvent drop(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    send(drop);
    QCOMPARE(m_moved.last().second, landing);
    QVERIFY(!m_view->landing());
    // On the strip it has no time.
    const QPoint strip(where.x(), m_view->geometryNow().strip().center().y());
    send(enter);
    QDropEvent above(strip, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    send(above);
    QCOMPARE(m_moved.last().second, (CalendarSpot {target, false, {}}));
    const QSignalSpy copies(m_view->wishes(), &CalendarWishes::copyRequested);
    QDropEvent copy(
        where, Qt::MoveAction | Qt::CopyAction, data.get(), Qt::LeftButton, Qt::ControlModifier);
    copy.setDropAction(Qt::CopyAction);
    send(enter);
    send(copy);
    QCOMPARE(copies.count(), 1);
}

void TestHoursView::pointerChooses()
{
    const QSignalSpy clicked(m_view->wishes(), &CalendarWishes::postClicked);
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, m_view->tileRect(m_day, PostId(2)).center());
    QCOMPARE(m_view->currentPost(), PostId(2));
    QCOMPARE(clicked.count(), 1);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier,
        m_view->tileRect(m_day.addDays(1), PostId(3)).center());
    QCOMPARE(m_view->selection(),
        (QList<PlacedPost> {{PostId(3), m_day.addDays(1)}, {PostId(2), m_day}}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(m_day, 12 * 60));
    QVERIFY(m_view->selection().isEmpty());
    QList<PostWithVariants> many;
    for (int i = 1; i <= 330; ++i)
        many.append(post(i, u"post %1"_s.arg(i), m_day, QTime(9, i % 60)));
    m_view->setContent({many, {}, sources()});
    const QSignalSpy whole(m_view->wishes(), &CalendarWishes::dayRequested);
    const QRect mark = m_view->geometryNow().mark(3, {9 * 60, 1});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, mark.center());
    QCOMPARE(whole.count(), 1);
    QCOMPARE(whole.first().first().toDate(), m_day);
}

void TestHoursView::mirrors()
{
    m_view->setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(m_view->dayRect(m_day).left() > m_view->dayRect(m_day.addDays(1)).left());
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentDay(), m_day.addDays(1));
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, m_view->tileRect(m_day, PostId(2)).center());
    QCOMPARE(m_view->currentPost(), PostId(2));
}

void TestHoursView::namesDaysAndPostsForReaders()
{
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(table && table->tableInterface());
    QAccessibleInterface *day = table->tableInterface()->cellAt(0, 3);
    QVERIFY(day->text(QAccessible::Name).startsWith(u"Today"_s));
    QCOMPARE(day->childCount(), 2);
    QCOMPARE(day->child(1)->text(QAccessible::Name), u"09:10, second, idea"_s);
    QVERIFY(day->rect().contains(day->child(1)->rect()));
    QCOMPARE(table->tableInterface()->columnDescription(3), u"Thursday"_s);
    const QSignalSpy opened(m_view->wishes(), &CalendarWishes::openRequested);
    day->child(1)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.count(), 1);
    QVERIFY(day->child(1)->state().selected);
}

void TestHoursView::paintsACrowdedWeek()
{
    QList<PostWithVariants> many;
    for (int i = 0; i < 2500; ++i)
        many.append(on(post(i + 1, u"A post with a fairly long headline %1"_s.arg(i),
                           m_day.addDays(i % 7 - 3), QTime(7, 0).addSecs(i % 700 * 60)),
            1 + i % 2, PostStatus(i % 8)));
    m_view->setContent({many, {}, sources()});
    QImage image(m_view->size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    m_view->render(&image);
    QVERIFY(image.pixelColor(image.rect().center()).alpha() > 0);
}

PULLPUSH_WINDOW_TEST(TestHoursView)
#include "tst_hoursview.moc"
