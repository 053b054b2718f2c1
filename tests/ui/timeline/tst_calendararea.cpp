// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "session/channelservice.h"
#include "session/overlayservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "test_support/fakeclock.h"
#include "test_support/testprogram.h"
#include "ui_common/copyeditor.h"
#include "ui_timeline/approvallist.h"
#include "ui_timeline/calendaractions.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/calendarstate.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/daypopup.h"
#include "ui_timeline/filterrow.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/monthview.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/sidetray.h"
#include "ui_timeline/tilelist.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCalendarArea : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void createsWritesAndUndoes();
    void movesByKeysAndUndoes();
    void plansAnIdeaAndTakesItBack();
    void copiesAndDeletes();
    void selectsWhatComesBack();
    void saysWhichStayAndWhy();
    void changesTheMonth();
    void changesTheView();
    void treatsSeveralAsOne();
    void opensTheWholeDay();
    void filtersAndSearches();
    void saysWhenThereIsNothing();
    void comesBackAsItWasLeft();
    void remembersInBytes();
    void movesAWeekAndCopiesACampaign();
    void looksFromAnotherZone();
    void showsWhatStandsBehindThePosts();
    void putsPostsIntoQueues();
    void ideasTakeNoSelection();
    void showsWhatWaitsForApproval();

private:
    [[nodiscard]] PostStore &posts() const { return m_workspace->posts(); }
    [[nodiscard]] MonthView *month() const
    {
        return static_cast<CalendarPage *>(m_area->widget())->month();
    }
    [[nodiscard]] IdeaTray *tray() const
    {
        return static_cast<CalendarPage *>(m_area->widget())->tray();
    }
    [[nodiscard]] Composer *composer() const
    {
        return static_cast<Composer *>(m_area->inspector());
    }
    void trigger(const char *id) const;
    PostId add(const QString &title, std::optional<QDate> day, std::optional<QTime> time = {});
    void undo();
    [[nodiscard]] bool isQuiet() const
    {
        return !m_workspace->isWriting() && posts().state() == StoreState::Ready;
    }

    const QDate m_today {2026, 11, 19};
    FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<CalendarArea> m_area;
    ChannelId m_x;
    ChannelId m_bluesky;
};

void TestCalendarArea::init()
{
    m_clock.set(localToInstant(m_today, QTime(10, 0), QTimeZone("Europe/Berlin")));
    m_folder = std::make_unique<QTemporaryDir>();
    Workspace::CreateOptions options;
    options.zone = "Europe/Berlin";
    auto workspace = Workspace::createNow(m_folder->filePath(u"team.pullpush"_s), options, m_clock);
    QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message));
    m_workspace = *workspace;
    Channel channel;
    channel.network = u"x"_s;
    channel.name = u"Kettle"_s;
    m_x = ChannelService::add(*m_workspace, channel);
    channel.network = u"bluesky"_s;
    m_bluesky = ChannelService::add(*m_workspace, channel);
    QTRY_VERIFY(!m_workspace->isWriting());
    m_area = std::make_unique<CalendarArea>(*m_workspace);
    m_area->widget()->resize(1000, 700);
    m_area->widget()->show();
    m_area->inspector()->resize(360, 700);
    m_area->inspector()->show();
    m_area->activate();
    QTRY_VERIFY(isQuiet());
}

void TestCalendarArea::cleanup()
{
    m_area.reset();
    m_workspace.reset();
    m_folder.reset();
}

void TestCalendarArea::trigger(const char *id) const
{
    QList<QAction *> actions = m_area->actions();
    for (qsizetype i = 0; i < actions.size(); ++i) {
        if (const QMenu *menu = actions.at(i)->menu())
            actions << menu->actions();
        else if (actions.at(i)->objectName() == QLatin1String(id))
            actions.at(i)->trigger();
    }
}

PostId TestCalendarArea::add(
    const QString &title, std::optional<QDate> day, std::optional<QTime> time)
{
    PostWithVariants post;
    post.post.title = title;
    post.post.day = day;
    post.post.time = time;
    Variant variant;
    variant.channel = m_x;
    post.variants.append(variant);
    return posts().create(post);
}

void TestCalendarArea::undo()
{
    QTRY_VERIFY(isQuiet());
    m_workspace->undoStack()->undo();
    QTRY_VERIFY(isQuiet());
}

void TestCalendarArea::createsWritesAndUndoes()
{
    month()->setCurrent(QDate(2026, 11, 24));
    QTest::keyClick(month(), Qt::Key_N);
    QCOMPARE(posts().planned().size(), 1);
    const PostId id = posts().planned().first().post.id;
    QCOMPARE(posts().planned().first().variants.size(), 2);
    QCOMPARE(composer()->post(), id);
    QCOMPARE(month()->currentPost(), id);
    QTest::keyClicks(composer()->findChild<QLineEdit *>(u"title"_s), u"Launch"_s);
    QTest::keyClicks(composer()->findChild<CopyEditor *>(u"text"_s), u"Come and see"_s);
    composer()->flush();
    QCOMPARE(posts().find(id)->post.title, u"Launch"_s);
    QCOMPARE(posts().find(id)->post.text, u"Come and see"_s);
    QCOMPARE(month()->monthModel()->tilesOn(QDate(2026, 11, 24)).first().text, u"Launch"_s);
    QTRY_COMPARE(m_workspace->undoStack()->count(), 5); // two channels, post, title, words
    undo();
    QVERIFY(posts().find(id));
    QVERIFY(posts().find(id)->post.text.isEmpty());
    QCOMPARE(posts().find(id)->post.title, u"Launch"_s);
    QTRY_VERIFY(composer()->findChild<CopyEditor *>(u"text"_s)->toPlainText().isEmpty());
    undo();
    QVERIFY(posts().find(id)->post.title.isEmpty());
    undo();
    QVERIFY(!posts().find(id));
    QVERIFY(composer()->post().isNull());
}

void TestCalendarArea::selectsWhatComesBack()
{
    const PostId one = add(u"One"_s, m_today, QTime(9, 0));
    const PostId two = add(u"Two"_s, m_today, QTime(10, 0));
    QTRY_VERIFY(isQuiet());
    month()->setCurrent(m_today, one);
    QTest::keyClick(month(), Qt::Key_Delete);
    QTRY_VERIFY(isQuiet());
    QVERIFY(!posts().find(one));
    month()->setCurrent(m_today, two);
    QCOMPARE(composer()->post(), two);
    undo();
    QTRY_COMPARE(composer()->post(), one);
    QCOMPARE(month()->currentPost(), one);
}

void TestCalendarArea::saysWhichStayAndWhy()
{
    const PostId bare = add(u"Bare"_s, m_today, QTime(9, 0));
    QTRY_VERIFY(isQuiet());
    QSignalSpy notices(m_workspace.get(), &Workspace::notice);
    emit month()->wishes()->statusRequested({bare}, PostStatus::Posted);
    QCOMPARE(notices.count(), 1);
    const auto said = notices.first().first().value<Notice>();
    QVERIFY2(said.text.contains(u"Bare"_s), qPrintable(said.text));
    QCOMPARE(said.severity, Notice::Severity::Warning);
}

void TestCalendarArea::movesByKeysAndUndoes()
{
    const PostId id = add(u"Moving"_s, m_today, QTime(9, 0));
    month()->setCurrent(m_today, id);
    QTest::keyClick(month(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(posts().find(id)->post.day, std::optional(m_today.addDays(1)));
    QCOMPARE(month()->currentDay(), m_today.addDays(1));
    QCOMPARE(month()->currentPost(), id);
    QTest::keyClick(month(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(posts().find(id)->post.day, std::optional(m_today.addDays(8)));
    QCOMPARE(posts().find(id)->post.time, std::optional(QTime(9, 0)));
    QTRY_COMPARE(m_workspace->undoStack()->count(), 5);
    undo();
    undo();
    QCOMPARE(posts().find(id)->post.day, std::optional(m_today));
    QCOMPARE(month()->currentDay(), m_today);
    // Out of what is shown: the month follows.
    const QDate last = month()->monthModel()->grid().end().addDays(-1);
    const PostId edge = add(u"Edge"_s, last);
    QTRY_VERIFY(isQuiet());
    month()->setCurrent(last, edge);
    QTest::keyClick(month(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(month()->monthModel()->grid().month, QDate(2026, 12, 1));
    QTRY_COMPARE(month()->currentPost(), edge);
    QCOMPARE(month()->currentDay(), last.addDays(1));
}

void TestCalendarArea::plansAnIdeaAndTakesItBack()
{
    QTest::keyClicks(tray()->field(), u"A letter from the garden"_s);
    QTest::keyClick(tray()->field(), Qt::Key_Return);
    QVERIFY(tray()->field()->text().isEmpty());
    QCOMPARE(posts().ideas().size(), 1);
    const PostId id = posts().ideas().first().post.id;
    QCOMPARE(tray()->list()->model()->rowCount(), 1);
    tray()->setCurrent(id);
    QCOMPARE(composer()->post(), id);
    const QModelIndex idea = tray()->list()->currentIndex();
    const std::unique_ptr<QMimeData> data(tray()->list()->model()->mimeData({idea}));
    const QPoint where = month()->dayRect(m_today).center();
    QDragEnterEvent enter(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(month()->viewport(), &enter);
    QDropEvent drop(where, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(month()->viewport(), &drop);
    QCOMPARE(posts().find(id)->post.day, std::optional(m_today));
    QVERIFY(posts().ideas().isEmpty());
    QCOMPARE(month()->currentPost(), id);
    QTest::keyClick(month(), Qt::Key_Backspace);
    QCOMPARE(posts().ideas().size(), 1);
    QVERIFY(month()->currentPost().isNull());
    QCOMPARE(composer()->post(), id); // it is still what is edited
}

void TestCalendarArea::copiesAndDeletes()
{
    const PostId id = add(u"Original"_s, m_today);
    month()->setCurrent(m_today, id);
    trigger("post.duplicate");
    QCOMPARE(posts().planned().size(), 2);
    QVERIFY(month()->currentPost() != id);
    const PostId copy = month()->currentPost();
    QTest::keyClick(month(), Qt::Key_Delete);
    QVERIFY(!posts().find(copy));
    QVERIFY(posts().find(id));
    undo();
    QVERIFY(posts().find(copy));
}

void TestCalendarArea::changesTheMonth()
{
    trigger("calendar.next");
    QCOMPARE(month()->monthModel()->grid().month, QDate(2026, 12, 1));
    trigger("calendar.previous");
    trigger("calendar.previous");
    QCOMPARE(month()->monthModel()->grid().month, QDate(2026, 10, 1));
    trigger("calendar.today");
    QCOMPARE(month()->currentDay(), m_today);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(month()->days().from, std::optional(QDate(2026, 10, 26)));
}

void TestCalendarArea::changesTheView()
{
    const PostId id = add(u"Moving"_s, m_today, QTime(9, 0));
    QTRY_VERIFY(isQuiet());
    month()->setCurrent(m_today, id);
    auto *page = static_cast<CalendarPage *>(m_area->widget());
    trigger("calendar.week");
    QCOMPARE(page->kind(), CalendarViewKind::Week);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(page->view()->days().from, std::optional(QDate(2026, 11, 16)));
    QCOMPARE(page->view()->currentPost(), id);
    QTest::keyClick(page->view()->widget(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(posts().find(id)->post.time, std::optional(QTime(9, 15)));
    QCOMPARE(page->view()->currentPost(), id);
    trigger("calendar.next");
    QTRY_VERIFY(isQuiet());
    QCOMPARE(page->view()->currentDay(), m_today.addDays(7));
    const QByteArray state = m_area->saveState();
    m_area = std::make_unique<CalendarArea>(*m_workspace);
    m_area->restoreState(state);
    page = static_cast<CalendarPage *>(m_area->widget());
    QCOMPARE(page->kind(), CalendarViewKind::Week);
    QCOMPARE(page->view()->currentDay(), m_today.addDays(7));
    trigger("calendar.day");
    QCOMPARE(page->view()->days(), (DateSpan {m_today.addDays(7), m_today.addDays(8)}));
}

void TestCalendarArea::treatsSeveralAsOne()
{
    const PostId one = add(u"One"_s, m_today, QTime(9, 0));
    const PostId two = add(u"Two"_s, m_today.addDays(1), QTime(12, 0));
    QTRY_COMPARE(m_workspace->undoStack()->count(), 4);
    CalendarWishes *wishes = month()->wishes();
    const QList<PlacedPost> both {{one, m_today}, {two, m_today.addDays(1)}};
    emit wishes->moveRequested(both, {m_today.addDays(2), false, QTime(10, 30)});
    QCOMPARE(posts().find(one)->post.day, std::optional(m_today.addDays(2)));
    QCOMPARE(posts().find(one)->post.time, std::optional(QTime(10, 30)));
    QCOMPARE(posts().find(two)->post.day, std::optional(m_today.addDays(3)));
    QCOMPARE(posts().find(two)->post.time, std::optional(QTime(13, 30)));
    QTRY_COMPARE(m_workspace->undoStack()->count(), 5);
    emit wishes->statusRequested({one, two}, PostStatus::InReview);
    QCOMPARE(posts().find(two)->variants.first().status, PostStatus::InReview);
    QTRY_COMPARE(m_workspace->undoStack()->count(), 6);
    emit wishes->duplicateRequested({one, two});
    QCOMPARE(posts().planned().size(), 4);
    QTRY_COMPARE(m_workspace->undoStack()->count(), 7);
    emit wishes->undateRequested({one, two});
    QCOMPARE(posts().ideas().size(), 2);
    QTRY_COMPARE(m_workspace->undoStack()->count(), 8);
    emit wishes->deleteRequested({one, two});
    QVERIFY(posts().ideas().isEmpty());
    QTRY_COMPARE(m_workspace->undoStack()->count(), 9);
    for (int i = 0; i < 5; ++i)
        undo();
    QCOMPARE(posts().find(one)->post.time, std::optional(QTime(9, 0)));
    QCOMPARE(posts().find(two)->post.day, std::optional(m_today.addDays(1)));
}

void TestCalendarArea::opensTheWholeDay()
{
    for (int i = 0; i < 12; ++i)
        add(u"Post %1"_s.arg(i), m_today, QTime(8, i));
    QTRY_VERIFY(isQuiet());
    month()->setCurrent(m_today);
    QTest::keyClick(month(), Qt::Key_Return);
    auto *popup = m_area->widget()->findChild<DayPopup *>();
    QVERIFY(popup->isVisible());
    TileList *list = popup->list();
    QCOMPARE(list->model()->rowCount(), 12);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->model()->rowCount(), 11);
    QCOMPARE(posts().planned().at(1).post.title, u"Post 2"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!popup->isVisible());
    QCOMPARE(composer()->post(), month()->currentPost());
    QVERIFY(!composer()->post().isNull());
}

void TestCalendarArea::filtersAndSearches()
{
    add(u"Tea harvest"_s, m_today);
    PostWithVariants other;
    other.post.title = u"Čaj a chléb"_s;
    other.post.day = m_today;
    Variant variant;
    variant.channel = m_bluesky;
    other.variants.append(variant);
    posts().create(other);
    const auto shown = [this] { return month()->monthModel()->tilesOn(m_today).size(); };
    QCOMPARE(shown(), 2);
    m_area->search(u"caj CHLEB"_s);
    QCOMPARE(shown(), 1);
    m_area->search({});
    auto *filters = m_area->titleWidget()->findChild<FilterRow *>();
    CalendarFilter filter;
    filter.channels = {m_x};
    filters->setFilter(filter);
    emit filters->filterChanged();
    QCOMPARE(shown(), 1);
    filter.statuses = {PostStatus::Approved};
    filters->setFilter(filter);
    emit filters->filterChanged();
    QCOMPARE(shown(), 0);
    QTRY_VERIFY(isQuiet());
    QCOMPARE(
        static_cast<CalendarPage *>(m_area->widget())->hint(), CalendarPage::Hint::NothingMatches);
    filters->clear();
    QCOMPARE(shown(), 2);
}

void TestCalendarArea::saysWhenThereIsNothing()
{
    const auto *page = static_cast<CalendarPage *>(m_area->widget());
    QCOMPARE(page->hint(), CalendarPage::Hint::NothingPlanned);
    const PostId id = add(u"Something"_s, m_today);
    QCOMPARE(page->hint(), CalendarPage::Hint::None);
    posts().remove({id});
    QCOMPARE(page->hint(), CalendarPage::Hint::NothingPlanned);
}

void TestCalendarArea::comesBackAsItWasLeft()
{
    const PostId id = add(u"Selected"_s, QDate(2026, 12, 3));
    m_area->showDay(QDate(2026, 12, 3));
    QTRY_VERIFY(isQuiet());
    m_area->select(id);
    const QByteArray state = m_area->saveState();
    m_area = std::make_unique<CalendarArea>(*m_workspace);
    m_area->restoreState("nonsense");
    QCOMPARE(month()->monthModel()->grid().month, QDate(2026, 11, 1));
    m_area->restoreState(state);
    QCOMPARE(month()->monthModel()->grid().month, QDate(2026, 12, 1));
    QTRY_COMPARE(month()->currentPost(), id);
    QTRY_COMPARE(composer()->post(), id);
}

void TestCalendarArea::remembersInBytes()
{
    CalendarState state;
    state.day = m_today;
    state.selected = PostId(7);
    state.filter.channels = {ChannelId(1), ChannelId(2)};
    state.filter.campaigns = {CampaignId()};
    state.filter.statuses = {PostStatus::Draft};
    state.filter.pillars = {PillarId(3)};
    state.filter.labels = {LabelId(), LabelId(4)};
    state.filter.authors = {UserId(5)};
    state.view = CalendarViewKind::Board;
    state.zoneKind = ShownZone::Kind::Chosen;
    state.zone = "Asia/Tokyo";
    QCOMPARE(calendarStateFrom(toBytes(state)), std::optional(state));
    QVERIFY(!calendarStateFrom({}));
    QVERIFY(!calendarStateFrom(toBytes(state).chopped(3)));
}

void TestCalendarArea::movesAWeekAndCopiesACampaign()
{
    Campaign campaign;
    campaign.name = u"Harvest"_s;
    campaign.startsOn = QDate(2026, 11, 16);
    campaign.endsOn = QDate(2026, 11, 25); // ten days: the copy comes two weeks later
    const CampaignId harvest = m_workspace->plan().addCampaign(campaign);
    const PostId thursday = add(u"Thursday"_s, m_today, QTime(9, 0));
    const PostId nextWeek = add(u"Next week"_s, m_today.addDays(5));
    QTRY_VERIFY(isQuiet());
    PostWithVariants inCampaign = *posts().find(nextWeek);
    inCampaign.post.campaign = harvest;
    posts().change(PostWithVariants(*posts().find(nextWeek)), inCampaign);
    m_area->select(thursday);
    trigger("week.earlier");
    QTRY_COMPARE(posts().find(thursday)->post.day, std::optional(m_today.addDays(-7)));
    QCOMPARE(posts().find(nextWeek)->post.day, std::optional(m_today.addDays(5)));
    QTRY_VERIFY(isQuiet());
    trigger("campaign.copy"); // the post has none
    QCOMPARE(m_workspace->plan().campaigns().size(), 1);
    m_area->select(nextWeek);
    trigger("campaign.copy");
    QTRY_COMPARE(m_workspace->plan().campaigns().size(), 2);
    QCOMPARE(m_workspace->plan().campaigns().last().startsOn, std::optional(QDate(2026, 11, 30)));
    QTRY_VERIFY(isQuiet());
    undo();
    QTRY_COMPARE(m_workspace->plan().campaigns().size(), 1);
}

void TestCalendarArea::looksFromAnotherZone()
{
    const Channel *x = m_workspace->plan().channel(m_x);
    QVERIFY(x);
    Channel away = *x;
    away.zone = u"America/New_York"_s;
    ChannelService::change(*m_workspace, away, {});
    QTRY_VERIFY(isQuiet());
    const QDate day(2026, 11, 24);
    const PostId post = add(u"Early"_s, day, QTime(3, 0));
    QTRY_VERIFY(isQuiet());
    QCOMPARE(month()->dayOf(post), day);
    trigger("calendar.audience");
    // Three in Berlin is nine in the evening before in New York.
    QCOMPARE(month()->dayOf(post), day.addDays(-1));
    const Tile tile = month()->tilesOn(day.addDays(-1)).first();
    QCOMPARE(tile.time, std::optional(QTime(21, 0)));
    QCOMPARE(tile.zone, u"New York"_s);
    emit month()->wishes()->moveRequested({{post, day.addDays(-1)}}, {day.addDays(2)});
    QTRY_VERIFY(isQuiet());
    QCOMPARE(posts().find(post)->post.day, std::optional(day.addDays(3)));
    QCOMPARE(posts().find(post)->post.time, std::optional(QTime(3, 0)));
    QVERIFY(posts().find(post)->post.zone.isEmpty());
    // The first day of the month before the one that is shown: the post is read although its day is not.
    const PostId last = add(u"Over the edge"_s, month()->days().to, QTime(2, 0));
    QTRY_VERIFY(isQuiet());
    QCOMPARE(month()->dayOf(last), month()->days().to->addDays(-1));
    const QByteArray state = m_area->saveState();
    QCOMPARE(calendarStateFrom(state)->zoneKind, ShownZone::Kind::Audience);
    trigger("calendar.audience");
    QCOMPARE(month()->dayOf(post), day.addDays(3));
    QCOMPARE(month()->dayOf(last), QDate());
}

void TestCalendarArea::showsWhatStandsBehindThePosts()
{
    OverlayService overlays(*m_workspace);
    const QDate day(2026, 11, 22);
    const OverlayId id = overlays.add(u"Holidays"_s, {}, {{{}, {}, day, day, u"Remembrance"_s}});
    QTRY_VERIFY(isQuiet());
    QVERIFY(month()->dayText(day).contains(u"Remembrance"_s));
    QVERIFY(!month()->dayText(day.addDays(1)).contains(u"Remembrance"_s));
    trigger("calendar.list");
    const CalendarView *list = static_cast<CalendarPage *>(m_area->widget())->view();
    QVERIFY(list->tilesOn(day).isEmpty());
    trigger("calendar.week");
    trigger("calendar.month");
    overlays.setShown(id, false);
    QTRY_VERIFY(isQuiet());
    QVERIFY(!month()->dayText(day).contains(u"Remembrance"_s));
}

void TestCalendarArea::putsPostsIntoQueues()
{
    PostingSlot slot;
    slot.weekday = 1;
    slot.time = QTime(9, 0);
    slot.queue = u"tips"_s;
    ChannelService::change(*m_workspace, *m_workspace->plan().channel(m_x), {{slot}});
    const PostId idea = add(u"Idea"_s, {});
    QTRY_VERIFY(isQuiet());
    const QueueId queue {m_x, u"tips"_s};
    emit month()->wishes()->queueRequested({idea}, queue);
    QTRY_COMPARE(posts().find(idea)->post.day, std::optional(QDate(2026, 11, 23)));
    QTRY_VERIFY(isQuiet());
    trigger("calendar.queue");
    QTRY_VERIFY(isQuiet());
    CalendarView *view = static_cast<CalendarPage *>(m_area->widget())->view();
    QCOMPARE(view->dayOf(idea), QDate(2026, 11, 23));
    emit view->wishes()->slotRequested(idea, queue, {QDate(2026, 11, 30), QTime(9, 0), u"tips"_s},
        PostId(), {QDate(2026, 11, 23), QTime(9, 0), u"tips"_s});
    QTRY_VERIFY(isQuiet());
    QCOMPARE(view->dayOf(idea), QDate(2026, 11, 30));
    undo();
    QCOMPARE(view->dayOf(idea), QDate(2026, 11, 23));
    const PostId another = add(u"Another"_s, {});
    QTRY_VERIFY(isQuiet());
    emit tray()->list()->queueRequested(another, queue);
    QTRY_COMPARE(posts().find(another)->post.day, std::optional(QDate(2026, 11, 30)));
}

void TestCalendarArea::ideasTakeNoSelection()
{
    const PostId idea = add(u"Idea"_s, {});
    const PostId planned = add(u"Planned"_s, m_today);
    QTRY_VERIFY(isQuiet());
    tray()->setCurrent(idea);
    QCOMPARE(composer()->post(), idea);
    month()->setCurrent(m_today, planned);
    QCOMPARE(composer()->post(), planned);
    add(u"Another idea"_s, {});
    QTRY_VERIFY(isQuiet());
    QCOMPARE(composer()->post(), planned);
}

void TestCalendarArea::showsWhatWaitsForApproval()
{
    const PostId post = add(u"Ready"_s, m_today);
    QTRY_VERIFY(isQuiet());
    const PostWithVariants before = *posts().find(post);
    PostWithVariants after = before;
    Variant variant;
    variant.channel = m_x;
    variant.status = PostStatus::InReview;
    after.variants << variant;
    posts().change(before, after);
    QTRY_VERIFY(!tray()->approvals()->isHidden());
    auto *page = static_cast<CalendarPage *>(m_area->widget());
    page->side()->showPage(1);
    QVERIFY(!tray()->approvals()->isVisible());
    trigger("calendar.review");
    QVERIFY(tray()->approvals()->isVisible());
    trigger("calendar.board");
    QVERIFY(!tray()->approvals()->isVisible());
    trigger("calendar.review");
    QVERIFY(tray()->approvals()->isVisible());
}

PULLPUSH_WINDOW_TEST(TestCalendarArea)
#include "tst_calendararea.moc"
