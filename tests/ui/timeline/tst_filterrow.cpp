// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_timeline/filtermenu.h"
#include "ui_timeline/filterrow.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestFilterRow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void standsAsThreeWhereThereIsRoom();
    void foldsIntoOne();
    void countsWhatIsChosen();
    void choosesInTheFoldedMenu();
    void theClearButtonNeedsRoomToo();
    void holdsTheRareOnesInOneMenu();

private:
    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return m_row->findChild<QToolButton *>(QLatin1String(name));
    }
    [[nodiscard]] bool shows(const char *name) const { return button(name)->isVisible(); }
    [[nodiscard]] bool isFolded() const
    {
        return shows("filterAll") && !shows("filterChannel") && !shows("filterCampaign")
            && !shows("filterStatus");
    }
    [[nodiscard]] bool isUnfolded() const
    {
        return !shows("filterAll") && shows("filterChannel") && shows("filterCampaign")
            && shows("filterStatus");
    }
    void widen(int width) const { m_row->resize(width, m_row->sizeHint().height()); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    FilterRow *m_row = nullptr;
    const CalendarFilter m_three {.channels = {ChannelId(1), ChannelId(2)},
        .campaigns = {},
        .statuses = {PostStatus::Draft},
        .words = {}};
};

void TestFilterRow::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
}

void TestFilterRow::init()
{
    m_window = std::make_unique<QWidget>(); // a window itself would not be narrower than its layout
    m_window->resize(1200, 60);
    m_row = new FilterRow(m_window.get());
    m_row->setSources(SamplePosts::sources());
    widen(m_row->sizeHint().width());
    m_window->show();
}

void TestFilterRow::standsAsThreeWhereThereIsRoom()
{
    QVERIFY(isUnfolded()); // in just the room it asks for
    QVERIFY(!shows("clearFilter"));
    for (const char *name : {"filterChannel", "filterCampaign", "filterStatus"})
        QTRY_VERIFY2(m_row->rect().contains(button(name)->geometry()), name);
}

void TestFilterRow::foldsIntoOne()
{
    widen(m_row->sizeHint().width() - 1);
    QVERIFY(isFolded());
    QCOMPARE(button("filterAll")->text(), u"Filter"_s);
    QVERIFY(!button("filterAll")->isChecked());
    widen(m_row->minimumSizeHint().width());
    QVERIFY(isFolded());
    QTRY_VERIFY(m_row->rect().contains(button("filterAll")->geometry()));
    widen(m_row->sizeHint().width());
    QVERIFY(isUnfolded());
    QVERIFY(m_row->minimumSizeHint().width() < m_row->sizeHint().width() / 2);
}

void TestFilterRow::countsWhatIsChosen()
{
    m_row->setFilter(m_three);
    QCOMPARE(m_row->filter().channels, m_three.channels);
    QCOMPARE(m_row->filter().statuses, m_three.statuses);
    widen(m_row->minimumSizeHint().width());
    QVERIFY(isFolded());
    const QToolButton *all = button("filterAll");
    QCOMPARE(all->text(), u"Filter: 3"_s);
    QCOMPARE(all->accessibleName(), u"Filter: 3"_s);
    QVERIFY(all->isChecked());
    QVERIFY(shows("clearFilter"));
    QTRY_VERIFY(m_row->rect().contains(button("clearFilter")->geometry()));
    QTRY_VERIFY(!all->geometry().intersects(button("clearFilter")->geometry()));

    QSignalSpy changes(m_row, &FilterRow::filterChanged);
    button("clearFilter")->click();
    QCOMPARE(changes.count(), 1);
    QVERIFY(m_row->filter().channels.isEmpty() && m_row->filter().statuses.isEmpty());
    QCOMPARE(all->text(), u"Filter"_s);
    QVERIFY(!all->isChecked());
    QVERIFY(!shows("clearFilter"));
}

void TestFilterRow::choosesInTheFoldedMenu()
{
    widen(m_row->minimumSizeHint().width());
    const QToolButton *all = button("filterAll");
    QList<QAction *> kinds = all->menu()->actions();
    erase_if(kinds, [](const QAction *kind) { return !kind->isVisible(); }); // nothing to choose
    QCOMPARE(kinds.size(), 3);
    QStringList titles;
    for (const QAction *kind : kinds) {
        QVERIFY(kind->menu() != nullptr && !kind->menu()->isEmpty());
        titles << kind->text();
    }
    QCOMPARE(titles, (QStringList {u"Channel"_s, u"Campaign"_s, u"Status"_s}));
    const QSignalSpy changes(m_row, &FilterRow::filterChanged);
    kinds.at(0)->menu()->actions().at(1)->trigger();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_row->filter().channels, QList<ChannelId> {ChannelId(2)});
    QCOMPARE(all->text(), u"Filter: 1"_s);
    // Unfolded, the choice is where it belongs.
    widen(m_row->sizeHint().width());
    QVERIFY(isUnfolded());
    QVERIFY(button("filterChannel")->isChecked());
    QVERIFY(!button("filterStatus")->isChecked());
    QVERIFY(button("filterChannel")->text().contains(u"Kettle"_s));
}

void TestFilterRow::theClearButtonNeedsRoomToo()
{
    const int room = m_row->sizeHint().width();
    m_row->setFilter(m_three);
    QVERIFY(m_row->sizeHint().width() > room);
    QVERIFY(isFolded()); // at once, without another resize
    m_row->clear();
    QVERIFY(isUnfolded());
}

void TestFilterRow::holdsTheRareOnesInOneMenu()
{
    QVERIFY(!shows("filterMore")); // nothing to choose from
    TileSources sources = SamplePosts::sources();
    sources.pillars = {{PillarId(1), u"Craft"_s}};
    sources.labels = {{LabelId(2), u"Video"_s}};
    sources.users = {{.id = UserId(1), .login = u"a"_s, .name = u"Ada"_s}};
    m_row->setSources(sources);
    widen(m_row->sizeHint().width());
    QVERIFY(shows("filterMore") && isUnfolded());
    const QList<QAction *> lists = button("filterMore")->menu()->actions();
    QCOMPARE(lists.size(), 3);
    QVERIFY(lists.at(0)->isVisible() && lists.at(1)->isVisible());
    QVERIFY(!lists.at(2)->isVisible()); // one author is no choice
    const QSignalSpy changes(m_row, &FilterRow::filterChanged);
    lists.at(1)->menu()->actions().first()->trigger();
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_row->filter().labels, QList {LabelId(2)});
    QVERIFY(button("filterMore")->isChecked());
    CalendarFilter filter;
    filter.pillars = {PillarId(1), PillarId()};
    m_row->setFilter(filter);
    QCOMPARE(m_row->filter(), filter);
}

PULLPUSH_WINDOW_TEST(TestFilterRow)
#include "tst_filterrow.moc"
