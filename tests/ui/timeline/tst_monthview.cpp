// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"
#include "ui_timeline/postmime.h"

#include <QAccessible>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestMonthView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void arrowsWalk();
    void keysSayWhatIsWanted();
    void leavingTheMonthAsksForAnother();
    void pointerSelectsAndOpens();
    void moreOpensTheDay();
    void droppingMovesOrCopies();
    void showsWhereADragLands();
    void marksSeveral();
    void mirrors();
    void namesDaysAndPostsForReaders();
    void paintsAFullMonth();

private:
    [[nodiscard]] QPoint centre(QDate day, qint64 id) const
    {
        return m_view->tileRect(day, PostId(id)).center();
    }
    void drop(const QMimeData *data, QPoint where, Qt::KeyboardModifiers modifiers);

    const QDate m_day {2026, 11, 12};
    std::unique_ptr<MonthModel> m_model;
    std::unique_ptr<MonthView> m_view;
    QList<PostId> m_opened; ///< what the view said, by signal
    QList<PostId> m_deleted;
    QList<std::pair<QList<PlacedPost>, CalendarSpot>> m_moved;
    QList<CalendarSpot> m_created;
};

void TestMonthView::init()
{
    m_view.reset();
    m_model = std::make_unique<MonthModel>(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_model->setSources(sources());
    m_model->setToday(QDate(2026, 11, 19));
    m_model->setMonth(m_day);
    m_model->setPosts(
        {post(1, u"first"_s, m_day, QTime(8, 0)), post(2, u"second"_s, m_day, QTime(9, 0)),
            post(3, u"third"_s, m_day.addDays(7), QTime(8, 30))});
    m_view = std::make_unique<MonthView>();
    m_view->setMonthModel(m_model.get());
    m_opened.clear();
    m_deleted.clear();
    m_moved.clear();
    m_created.clear();
    connect(m_view->wishes(), &CalendarWishes::openRequested, this,
        [this](PostId post) { m_opened.append(post); });
    connect(m_view->wishes(), &CalendarWishes::deleteRequested, this,
        [this](const QList<PostId> &posts) { m_deleted.append(posts); });
    connect(m_view->wishes(), &CalendarWishes::moveRequested, this,
        [this](const QList<PlacedPost> &posts, const CalendarSpot &spot) {
            m_moved.append({posts, spot});
        });
    connect(m_view->wishes(), &CalendarWishes::createRequested, this,
        [this](const CalendarSpot &spot) { m_created.append(spot); });
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setCurrent(m_day);
}

void TestMonthView::arrowsWalk()
{
    const QSignalSpy moved(m_view->wishes(), &CalendarWishes::currentChanged);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentPost(), PostId(1));
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentDay(), m_day.addDays(7));
    QVERIFY(m_view->currentPost().isNull());
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentDay(), m_day.addDays(8));
    QCOMPARE(moved.count(), 4);
}

void TestMonthView::keysSayWhatIsWanted()
{
    const QSignalSpy deleted(m_view->wishes(), &CalendarWishes::deleteRequested);
    const QSignalSpy duplicated(m_view->wishes(), &CalendarWishes::duplicateRequested);
    const QSignalSpy undated(m_view->wishes(), &CalendarWishes::undateRequested);
    QTest::keyClick(m_view.get(), Qt::Key_Delete); // no post: nothing
    QCOMPARE(deleted.count(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(m_created.value(0).day, m_day);
    m_view->setCurrent(m_day, PostId(2));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(m_opened.value(0), PostId(2));
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(m_deleted.value(0), PostId(2));
    QTest::keyClick(m_view.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(duplicated.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Backspace);
    QCOMPARE(undated.count(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_moved.size(), 2);
    QCOMPARE(m_moved.at(0).first, (QList<PlacedPost> {{PostId(2), m_day}}));
    QCOMPARE(m_moved.at(0).second, CalendarSpot {m_day.addDays(1)});
    QCOMPARE(m_moved.at(1).second, CalendarSpot {m_day.addDays(-7)});
    // Enter on an empty day begins a post there.
    m_view->setCurrent(m_day.addDays(1));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(m_created.last().day, m_day.addDays(1));
}

void TestMonthView::leavingTheMonthAsksForAnother()
{
    const QSignalSpy asked(m_view->wishes(), &CalendarWishes::showRequested);
    const QDate last = m_model->grid().end().addDays(-1);
    m_view->setCurrent(last);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(asked.last().first().toDate(), last.addDays(1));
    QCOMPARE(m_view->currentDay(), last);
    m_view->setCurrent(m_day);
    QTest::keyClick(m_view.get(), Qt::Key_PageDown);
    QCOMPARE(asked.last().first().toDate(), QDate(2026, 12, 12));
}

void TestMonthView::pointerSelectsAndOpens()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 2));
    QCOMPARE(m_view->currentPost(), PostId(2));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QCOMPARE(m_opened.value(0), PostId(1));
    QTest::mouseDClick(
        m_view->viewport(), Qt::LeftButton, {}, m_view->dayRect(m_day.addDays(2)).center());
    QCOMPARE(m_created.value(0).day, m_day.addDays(2));
}

void TestMonthView::moreOpensTheDay()
{
    QList<PostWithVariants> posts;
    for (int i = 1; i <= 20; ++i)
        posts.append(post(i, u"post %1"_s.arg(i), m_day, QTime(8, i)));
    m_model->setPosts(posts);
    const auto shown = m_view->visibleTiles(m_day).size();
    QVERIFY(shown > 1 && shown < 20);
    const QSignalSpy asked(m_view->wishes(), &CalendarWishes::dayRequested);
    const QRect last = m_view->tileRect(m_day, PostId(shown));
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, last.center() + QPoint(0, last.height() + 2));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toDate(), m_day);
    // The cursor reaches posts that do not fit, and they come into view.
    m_view->setCurrent(m_day, PostId(15));
    QVERIFY(!m_view->tileRect(m_day, PostId(15)).isEmpty());
    QVERIFY(m_view->tileRect(m_day, PostId(1)).isEmpty());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 14));
    QCOMPARE(m_view->currentPost(), PostId(14));
}

void TestMonthView::drop(const QMimeData *data, QPoint where, Qt::KeyboardModifiers modifiers)
{
    const Qt::DropAction action = modifiers & Qt::ControlModifier ? Qt::CopyAction : Qt::MoveAction;
    QDragEnterEvent enter(where, Qt::MoveAction | Qt::CopyAction, data, Qt::LeftButton, modifiers);
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QDropEvent event(where, Qt::MoveAction | Qt::CopyAction, data, Qt::LeftButton, modifiers);
    event.setDropAction(action);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void TestMonthView::droppingMovesOrCopies()
{
    const QSignalSpy copies(m_view->wishes(), &CalendarWishes::copyRequested);
    const std::unique_ptr<QMimeData> planned(
        PostMime::encode(m_model->tilesOn(m_day).first(), {{PostId(1), m_day}}));
    drop(planned.get(), m_view->dayRect(m_day.addDays(3)).center(), {});
    QCOMPARE(m_moved.size(), 1);
    QCOMPARE(m_moved.first().first, (QList<PlacedPost> {{PostId(1), m_day}}));
    QCOMPARE(m_moved.first().second, CalendarSpot {m_day.addDays(3)});
    drop(planned.get(), m_view->dayRect(m_day).center(), {}); // its own day
    QCOMPARE(int(m_moved.size()), 1);
    drop(planned.get(), m_view->dayRect(m_day).center(), Qt::ControlModifier);
    QCOMPARE(copies.count(), 1);
    QCOMPARE(int(m_moved.size()), 1);
    const std::unique_ptr<QMimeData> idea(
        PostMime::encode(ideaTile(post(7, u"idea"_s, {}), sources()), {{PostId(7), {}}}));
    drop(idea.get(), m_view->dayRect(m_day).center(), {});
    QCOMPARE(m_moved.last().first, (QList<PlacedPost> {{PostId(7), QDate()}}));
    QMimeData other;
    other.setText(u"words"_s);
    drop(&other, m_view->dayRect(m_day).center(), {});
    QCOMPARE(int(m_moved.size()), 2);
}

void TestMonthView::showsWhereADragLands()
{
    const QDate target = m_day.addDays(7);
    const std::unique_ptr<QMimeData> planned(
        PostMime::encode(m_model->tilesOn(m_day).at(1), {{PostId(2), m_day}}));
    const QPoint where = m_view->dayRect(target).center();
    QDragEnterEvent enter(where, Qt::MoveAction, planned.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(where, Qt::MoveAction, planned.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QVERIFY(move.isAccepted());
    // 09:00 lands behind 08:30.
    const QList<Tile> shown = m_view->visibleTiles(target);
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown.at(1).post, PostId(2));
    QCOMPARE(m_model->tilesOn(target).size(), 1);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QCOMPARE(m_view->visibleTiles(target).size(), 1);
}

void TestMonthView::marksSeveral()
{
    const QDate later = m_day.addDays(7);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(later, 3));
    const QList<PlacedPost> both {{PostId(3), later}, {PostId(1), m_day}};
    QCOMPARE(m_view->selection(), both); // that under the cursor first
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_moved.last().first, both);
    QCOMPARE(m_moved.last().second, CalendarSpot {later.addDays(1)});
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QCOMPARE(m_deleted, (QList {PostId(3), PostId(1)}));
    // The marks go along, without those that are gone.
    m_view->setContent(
        {{post(1, u"first"_s, m_day.addDays(1), QTime(8, 0))}, {}, SamplePosts::sources()});
    QCOMPARE(m_view->selection(), (QList<PlacedPost> {{PostId(1), m_day.addDays(1)}}));
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    m_view->setCurrent(m_day);
    QVERIFY(m_view->selection().isEmpty());
    // A click on one of them ends the marks, a second one with Ctrl takes it out.
    m_view->setContent({{post(1, u"first"_s, m_day), post(2, u"second"_s, m_day)}, {}, sources()});
    for (const qint64 id : {1, 2})
        QTest::mouseClick(
            m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(m_day, id));
    QCOMPARE(m_view->selection().size(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(m_day, 2));
    QCOMPARE(m_view->selection(), (QList<PlacedPost> {{PostId(1), m_day}}));
    QTest::keyClick(m_view.get(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(m_view->selection().size(), 2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QCOMPARE(m_view->selection(), (QList<PlacedPost> {{PostId(1), m_day}}));
}

void TestMonthView::mirrors()
{
    m_view->setLayoutDirection(Qt::RightToLeft);
    QTRY_VERIFY(m_view->dayRect(m_day).left() > m_view->dayRect(m_day.addDays(1)).left());
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentDay(), m_day.addDays(1));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QCOMPARE(m_view->currentPost(), PostId(1));
}

void TestMonthView::namesDaysAndPostsForReaders()
{
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(table);
    QVERIFY(table->tableInterface());
    QCOMPARE(table->role(), QAccessible::Table);
    QCOMPARE(table->childCount(), (m_model->rowCount() + 1) * 8);
    const auto place = m_model->grid().find(m_day);
    QAccessibleInterface *day = table->tableInterface()->cellAt(place->week, place->column);
    QVERIFY(day->text(QAccessible::Name).contains(u"2 post"_s));
    QCOMPARE(table->child(table->indexOfChild(day)), day);
    QCOMPARE(day->childCount(), 2);
    QAccessibleInterface *post = day->child(1);
    QCOMPARE(post->text(QAccessible::Name), u"09:00, second, idea"_s);
    QCOMPARE(post->parent(), day);
    QCOMPARE(day->indexOfChild(post), 1);
    QVERIFY(day->rect().contains(post->rect()));
    QCOMPARE(day->childAt(post->rect().center().x(), post->rect().center().y()), post);
    QCOMPARE(table->tableInterface()->columnDescription(0), u"Monday"_s);
    m_view->setCurrent(m_day, PostId(2));
    QVERIFY(post->state().selected);
    QVERIFY(!day->state().selected);
    const QSignalSpy opened(m_view->wishes(), &CalendarWishes::openRequested);
    post->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(opened.count(), 1);
    m_model->setPosts({});
    QVERIFY(!post->isValid());
    QCOMPARE(day->childCount(), 0);
}

void TestMonthView::paintsAFullMonth()
{
    QList<PostWithVariants> posts;
    for (int i = 0; i < 10000; ++i)
        posts.append(on(post(i + 1, u"A post with a fairly long headline %1"_s.arg(i),
                            m_model->grid().first.addDays(i % 42), QTime(8 + i % 10, 0)),
            1 + i % 2, PostStatus(i % 8)));
    m_model->setPosts(posts);
    QCOMPARE(m_model->tilesOn(m_model->grid().first).size(), 239);
    QImage image(m_view->size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    m_view->render(&image);
    QVERIFY(image.pixelColor(image.rect().center()).alpha() > 0);
}

PULLPUSH_WINDOW_TEST(TestMonthView)
#include "tst_monthview.moc"
