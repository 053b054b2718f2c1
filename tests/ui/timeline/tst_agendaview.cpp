// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/agendamodel.h"
#include "ui_timeline/agendaview.h"
#include "ui_timeline/postmime.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestAgendaView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void groupsByDay();
    void selectsSeveral();
    void keepsWhatIsSelected();
    void keysSayWhatIsWanted();
    void dropsOnADay();
    void showsTenThousand();

private:
    [[nodiscard]] AgendaModel *model() const { return static_cast<AgendaModel *>(m_view->model()); }
    [[nodiscard]] QPoint centre(QDate day, qint64 id) const
    {
        return m_view->visualRect(model()->indexOf(day, PostId(id))).center();
    }

    const QDate m_day {2026, 11, 12};
    QList<PostWithVariants> m_posts;
    std::unique_ptr<AgendaView> m_view;
    QList<std::pair<QList<PlacedPost>, CalendarSpot>> m_moved;
};

void TestAgendaView::init()
{
    m_view = std::make_unique<AgendaView>();
    new QAbstractItemModelTester(
        m_view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, m_view.get());
    m_view->setNow(m_day, QTime(12, 0));
    m_view->showSpan(m_day);
    m_posts = {on(post(1, u"first"_s, m_day, QTime(8, 0)), 1, PostStatus::Draft),
        post(2, u"second"_s, m_day, QTime(9, 0)), post(3, u"third"_s, m_day.addDays(2)),
        post(4, u"next month"_s, QDate(2026, 12, 1))};
    m_view->setContent({m_posts, {}, sources()});
    m_moved.clear();
    connect(m_view->wishes(), &CalendarWishes::moveRequested, this,
        [this](const QList<PlacedPost> &posts, const CalendarSpot &spot) {
            m_moved.append({posts, spot});
        });
    m_view->resize(900, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestAgendaView::groupsByDay()
{
    QCOMPARE(m_view->days(), (DateSpan {QDate(2026, 11, 1), QDate(2026, 12, 1)}));
    QCOMPARE(model()->rowCount(), 2);
    const QModelIndex day = model()->index(0, 0);
    QVERIFY(day.data().toString().startsWith(u"Today"_s));
    QCOMPARE(model()->rowCount(day), 2);
    const QModelIndex first = model()->index(0, 0, day);
    QCOMPARE(first.siblingAtColumn(AgendaModel::Channels).data().toString(), u"X"_s);
    QCOMPARE(first.siblingAtColumn(AgendaModel::Text).data().toString(), u"first"_s);
    QCOMPARE(first.siblingAtColumn(AgendaModel::Status).data().toString(), u"Draft"_s);
    QCOMPARE(first.parent(), day);
    QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(u"first"_s));
    QCOMPARE(m_view->dayOf(PostId(3)), m_day.addDays(2));
    QVERIFY(!m_view->dayOf(PostId(4)).isValid());
}

void TestAgendaView::selectsSeveral()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QCOMPARE(m_view->currentPost(), PostId(1));
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, centre(m_day.addDays(2), 3));
    // The day between is no post.
    QCOMPARE(m_view->selection(),
        (QList<PlacedPost> {
            {PostId(3), m_day.addDays(2)}, {PostId(1), m_day}, {PostId(2), m_day}}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(m_day, 2));
    QCOMPARE(m_view->selection().size(), 2);
    m_view->setCurrent(m_day, PostId(1));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(m_view->selection().size(), 2);
    QCOMPARE(m_view->currentPost(), PostId(2));
}

void TestAgendaView::keepsWhatIsSelected()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, centre(m_day, 1));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, centre(m_day, 2));
    m_posts[0].post.day = m_day.addDays(5);
    m_posts[1].post.day = m_day.addDays(5);
    m_view->setContent({m_posts, {}, sources()});
    QCOMPARE(m_view->selection(),
        (QList<PlacedPost> {{PostId(2), m_day.addDays(5)}, {PostId(1), m_day.addDays(5)}}));
    QCOMPARE(m_view->currentDay(), m_day.addDays(5));
    m_view->setContent({{}, {}, sources()});
    QVERIFY(m_view->selection().isEmpty());
}

void TestAgendaView::keysSayWhatIsWanted()
{
    const QSignalSpy opened(m_view->wishes(), &CalendarWishes::openRequested);
    const QSignalSpy deleted(m_view->wishes(), &CalendarWishes::deleteRequested);
    const QSignalSpy created(m_view->wishes(), &CalendarWishes::createRequested);
    m_view->setCurrent(m_day, PostId(2));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QTest::keyClick(m_view.get(), Qt::Key_Delete);
    QTest::keyClick(m_view.get(), Qt::Key_N);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(deleted.count(), 1);
    QCOMPARE(created.first().first().value<CalendarSpot>().day, m_day);
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_moved.last().second, CalendarSpot {m_day.addDays(1)});
    QTest::keyClick(m_view.get(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_moved.last().second, CalendarSpot {m_day.addDays(-7)});
}

void TestAgendaView::dropsOnADay()
{
    const std::unique_ptr<QMimeData> data(
        PostMime::encode(m_view->tilesOn(m_day).first(), {{PostId(1), m_day}}));
    const QPoint where = centre(m_day.addDays(2), 3);
    QDragEnterEvent enter(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &enter);
    QDropEvent drop(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_view->viewport(), &drop);
    QCOMPARE(m_moved.last().second, CalendarSpot {m_day.addDays(2)});
}

void TestAgendaView::showsTenThousand()
{
    QList<PostWithVariants> many;
    for (int i = 0; i < 10000; ++i)
        many.append(on(post(i + 1, u"Post %1"_s.arg(i), QDate(2026, 11, 1 + i % 30),
                           QTime(7, 0).addSecs(i % 700 * 60)),
            1 + i % 2, PostStatus(i % 8)));
    m_view->setContent({many, {}, sources()});
    QCOMPARE(model()->rowCount(), 30);
}

PULLPUSH_WINDOW_TEST(TestAgendaView)
#include "tst_agendaview.moc"
