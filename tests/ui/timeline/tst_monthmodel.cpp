// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_timeline/monthcursor.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/tilemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

class TestMonthModel : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_model = std::make_unique<MonthModel>(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setSources(sources());
        m_model->setToday(QDate(2026, 11, 19));
        m_model->setMonth(QDate(2026, 11, 5));
    }
    void cleanup() { m_tester.reset(); }

    void knowsTheDays()
    {
        QCOMPARE(m_model->rowCount(), 6);
        QCOMPARE(m_model->columnCount(), 7);
        QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Mon"_s);
        const QModelIndex today = m_model->indexOf(QDate(2026, 11, 19));
        QCOMPARE(today.row(), 3);
        QCOMPARE(today.column(), 3);
        QVERIFY(today.data(MonthModel::TodayRole).toBool());
        QVERIFY(!today.data(MonthModel::WeekendRole).toBool());
        QVERIFY(m_model->indexOf(QDate(2026, 11, 21)).data(MonthModel::WeekendRole).toBool());
        QVERIFY(!m_model->index(0, 0).data(MonthModel::InMonthRole).toBool());
        QVERIFY(!m_model->indexOf(QDate(2027, 1, 1)).isValid());
        QVERIFY(today.data(Qt::AccessibleTextRole).toString().startsWith(u"Today, "));
    }

    void saysWhichDaysChanged()
    {
        const QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
        PostWithVariants one = post(1, u"one"_s, QDate(2026, 11, 12));
        const PostWithVariants two = post(2, u"two"_s, QDate(2026, 11, 13));
        m_model->setPosts({one, two});
        QCOMPARE(changes.count(), 2);
        one.post.title = u"renamed"_s;
        m_model->setPosts({one, two});
        QCOMPARE(changes.count(), 3);
        QCOMPARE(changes.last().first().toModelIndex(), m_model->indexOf(QDate(2026, 11, 12)));
        m_model->setPosts({one, two});
        QCOMPARE(changes.count(), 3);
        one.post.day = QDate(2026, 11, 20);
        m_model->setPosts({one, two});
        QCOMPARE(changes.count(), 5);
        QCOMPARE(m_model->dayOf(PostId(1)), QDate(2026, 11, 20));
        QVERIFY(!m_model->dayOf(PostId(3)).isValid());
        QVERIFY(m_model->indexOf(QDate(2026, 11, 20))
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"1 post"));
    }

    void stepsThroughDaysAndPosts()
    {
        const QDate day(2026, 11, 12);
        m_model->setPosts({post(1, u"a"_s, day, QTime(8, 0)), post(2, u"b"_s, day, QTime(9, 0)),
            post(3, u"c"_s, day.addDays(7)), post(4, u"d"_s, day.addDays(1))});
        using Step = MonthCursor::Step;
        MonthCursor cursor;
        cursor.set(day);
        const auto step = [&](Step which) { cursor = cursor.stepped(*m_model, which); };
        const auto is = [&](QDate wantedDay, qint64 wantedPost) {
            return cursor.day() == wantedDay && cursor.post() == PostId(wantedPost);
        };
        step(Step::Down);
        QVERIFY(is(day, 1));
        step(Step::Down);
        QVERIFY(is(day, 2));
        step(Step::NextDay); // the second place is not there: the last
        QVERIFY(is(day.addDays(1), 4));
        step(Step::PreviousDay);
        QVERIFY(is(day, 1));
        step(Step::Down);
        step(Step::Down);
        QVERIFY(is(day.addDays(7), 0));
        step(Step::Down);
        QVERIFY(is(day.addDays(7), 3));
        step(Step::Up);
        step(Step::Up);
        QVERIFY(is(day, 2));
        step(Step::WeekStart);
        QVERIFY(is(QDate(2026, 11, 9), 0));
        step(Step::WeekEnd);
        QVERIFY(is(QDate(2026, 11, 15), 0));
    }

    void followsAPost()
    {
        const QDate day(2026, 11, 12);
        m_model->setPosts({post(1, u"a"_s, day), post(2, u"b"_s, day)});
        MonthCursor cursor;
        cursor.set(day, PostId(1));
        cursor = cursor.following(*m_model);
        m_model->setPosts({post(1, u"a"_s, day.addDays(2)), post(2, u"b"_s, day)});
        QCOMPARE(cursor.following(*m_model).day(), day.addDays(2));
        QCOMPARE(cursor.following(*m_model).post(), PostId(1));
        m_model->setPosts({post(2, u"b"_s, day)}); // deleted: the nearest
        QCOMPARE(cursor.following(*m_model).day(), day);
        QCOMPARE(cursor.following(*m_model).post(), PostId(2));
        m_model->setPosts({});
        QCOMPARE(cursor.following(*m_model).day(), day);
        QVERIFY(cursor.following(*m_model).post().isNull());
    }

    void listsIdeasNewestFirst()
    {
        TileModel ideas;
        const QAbstractItemModelTester tester(&ideas);
        ideas.setTiles(ideaTiles({post(1, u"old"_s, {}), post(2, u"planned"_s, QDate(2026, 11, 12)),
                                     post(3, u"new"_s, {})},
            sources()));
        QCOMPARE(ideas.rowCount(), 2);
        QCOMPARE(ideas.index(0).data(Qt::DisplayRole).toString(), u"new"_s);
        QCOMPARE(ideas.postAt(ideas.index(1)), PostId(1));
        QVERIFY(!ideas.indexOf(PostId(2)).isValid());
        const QSignalSpy changes(&ideas, &QAbstractItemModel::dataChanged);
        const QSignalSpy resets(&ideas, &QAbstractItemModel::modelReset);
        ideas.setTiles(ideaTiles({post(1, u"renamed"_s, {}), post(3, u"new"_s, {})}, sources()));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(resets.count(), 0);
    }

private:
    std::unique_ptr<MonthModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

PULLPUSH_TEST(TestMonthModel)
#include "tst_monthmodel.moc"
