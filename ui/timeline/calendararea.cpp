// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendararea.h"

#include "base/clock.h"
#include "base/text.h"
#include "domain/postedits.h"
#include "session/calendarfeeds.h"
#include "session/plansets.h"
#include "session/postreviewstore.h"
#include "session/poststore.h"
#include "session/workspace.h"
#include "ui_common/icons.h"
#include "ui_timeline/calendaractions.h"
#include "ui_timeline/calendarbar.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/calendarstate.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/daypopup.h"
#include "ui_timeline/filterrow.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/mediadesk.h"
#include "ui_timeline/paperactions.h"
#include "ui_timeline/scopeactions.h"
#include "ui_timeline/teamactions.h"
#include "ui_timeline/tilelist.h"

#include <QAction>
#include <QDateTime>
#include <QSplitter>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CalendarArea::CalendarArea(Workspace &workspace)
    : m_workspace(workspace)
    , m_actions(new CalendarActions(this))
    , m_page(new CalendarPage)
    , m_bar(new CalendarBar(*m_actions))
    , m_composer(new Composer([this] { return VariantId::create(m_workspace.ids()); }))
    , m_popup(new DayPopup(m_page))
{
    m_page->addActions({m_actions->create, m_actions->previous, m_actions->next, m_actions->today,
        m_actions->duplicate});
    m_page->addActions(m_actions->views);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, this, &CalendarArea::followDay);
    m_minute.start();
    for (int kind = 0; kind < CalendarViewKinds; ++kind)
        connectView(*m_page->view(CalendarViewKind(kind)));
    connectPopup();
    connectTray();
    makeScopeActions();
    makePaperActions();
    connectInspector();
    connectActions();
    connectMedia();
    connectDisplay();
    connectWorkspace();
    if (auto networks = builtInNetworks())
        m_sources.networks = *networks;
    refreshSources();
    showDay(m_workspace.today());
}

CalendarArea::~CalendarArea()
{
    if (m_feeds)
        m_feeds->flush();
    // Without a window nobody owns them.
    for (QWidget *part : {static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_bar),
             static_cast<QWidget *>(m_composer)}) {
        if (part && !part->parent())
            delete part;
    }
}

QString CalendarArea::id() const
{
    return u"calendar"_s;
}

QString CalendarArea::title() const
{
    return tr("Calendar");
}

QIcon CalendarArea::icon() const
{
    return Icons::named(u"view-calendar"_s);
}

QWidget *CalendarArea::widget()
{
    return m_page;
}

QWidget *CalendarArea::inspector()
{
    return m_composer;
}

QWidget *CalendarArea::titleWidget()
{
    return m_bar;
}

QList<QAction *> CalendarArea::actions() const
{
    return m_actions->all() + m_media->actions() + m_scope->all() + m_team->all() + m_paper->all();
}

void CalendarArea::connectView(const CalendarView &view)
{
    const CalendarWishes *wishes = view.wishes();
    connect(wishes, &CalendarWishes::currentChanged, this, [this](PostId post, QDate day) {
        m_composer->setSuggestedDay(day);
        setSelected(post);
    });
    connect(wishes, &CalendarWishes::openRequested, this, &CalendarArea::open);
    connect(wishes, &CalendarWishes::postClicked, this, [this] {
        if (host())
            host()->showInspector(this, true);
    });
    connect(wishes, &CalendarWishes::createRequested, this, &CalendarArea::create);
    connect(wishes, &CalendarWishes::moveRequested, this, &CalendarArea::move);
    connect(wishes, &CalendarWishes::copyRequested, this, &CalendarArea::copy);
    connect(wishes, &CalendarWishes::duplicateRequested, this, &CalendarArea::duplicate);
    connect(wishes, &CalendarWishes::deleteRequested, this, &CalendarArea::remove);
    connect(wishes, &CalendarWishes::undateRequested, this, &CalendarArea::undate);
    connect(wishes, &CalendarWishes::statusRequested, this, &CalendarArea::setStatus);
    connect(wishes, &CalendarWishes::queueRequested, this, &CalendarArea::addToQueue);
    connect(wishes, &CalendarWishes::slotRequested, this, &CalendarArea::putInSlot);
    connect(wishes, &CalendarWishes::slotsRequested, this, [this] {
        if (host())
            host()->showArea(u"profiles"_s);
    });
    connect(wishes, &CalendarWishes::showRequested, this, &CalendarArea::showDay);
    connect(wishes, &CalendarWishes::dayRequested, this, &CalendarArea::showDayPopup);
}

void CalendarArea::connectPopup()
{
    const TileList *list = m_popup->list();
    connect(list, &TileList::currentPostChanged, this, &CalendarArea::setSelected);
    connect(list, &TileList::openRequested, this, [this](PostId post) {
        m_popup->hide();
        open(post);
    });
    connect(list, &TileList::deleteRequested, this, [this](PostId post) { remove({post}); });
    connect(list, &TileList::duplicateRequested, this, [this](PostId post) { duplicate({post}); });
}

void CalendarArea::connectTray()
{
    const IdeaTray *tray = m_page->tray();
    connect(tray, &IdeaTray::ideaEntered, this, &CalendarArea::createIdea);
    connect(tray, &IdeaTray::currentPostChanged, this, [this](PostId post) {
        if (!post.isNull())
            setSelected(post);
    });
    connect(tray, &IdeaTray::openRequested, this, &CalendarArea::open);
    connect(tray, &IdeaTray::deleteRequested, this, [this](PostId post) { remove({post}); });
    connect(tray, &IdeaTray::duplicateRequested, this, [this](PostId post) { duplicate({post}); });
    connect(tray, &IdeaTray::queueRequested, this,
        [this](PostId post, const QueueId &queue) { addToQueue({post}, queue); });
    connect(tray, &IdeaTray::undateRequested, this, &CalendarArea::undate);
    connect(m_page, &CalendarPage::createRequested, this,
        [this] { create(m_page->view()->currentSpot()); });
    connect(m_page, &CalendarPage::dayRequested, this, &CalendarArea::showDay);
    connect(m_page, &CalendarPage::clearFilterRequested, this, [this] {
        m_filter.words.clear();
        if (host())
            host()->setSearchText(this, {});
        m_bar->filters()->clear();
    });
    connect(m_page, &CalendarPage::retryRequested, this, &CalendarArea::showPosts);
    connect(m_bar->filters(), &FilterRow::filterChanged, this, &CalendarArea::applyFilter);
}

void CalendarArea::connectActions()
{
    connect(m_actions->create, &QAction::triggered, this, [this] {
        const CalendarSpot spot = m_page->view()->currentSpot();
        create(spot.day.isValid() ? spot : CalendarSpot {m_workspace.today()});
    });
    connect(m_actions->open, &QAction::triggered, this, [this] { open(m_selected); });
    connect(m_actions->duplicate, &QAction::triggered, this, [this] { duplicate(chosen()); });
    connect(m_actions->undate, &QAction::triggered, this, [this] { undate(chosen()); });
    connect(m_actions->remove, &QAction::triggered, this, [this] { remove(chosen()); });
    connect(m_actions->previous, &QAction::triggered, this,
        [this] { showDay(m_page->view()->neighbour(-1)); });
    connect(m_actions->next, &QAction::triggered, this,
        [this] { showDay(m_page->view()->neighbour(1)); });
    for (int kind = 0; kind < CalendarViewKinds; ++kind)
        connect(m_actions->views.at(kind), &QAction::triggered, this,
            [this, kind] { showView(CalendarViewKind(kind)); });
    connect(m_actions->fill, &QAction::triggered, this, &CalendarArea::showFilling);
    connect(m_actions->today, &QAction::triggered, this, [this] { showDay(m_workspace.today()); });
}

void CalendarArea::connectMedia()
{
    m_media = new MediaDesk(m_workspace, *m_composer, *m_page, this);
    m_media->host = [this] { return host(); };
    m_media->draftAt = [this](const CalendarSpot &spot) { return draftAt(spot); };
    m_page->addActions(m_media->actions());
    connect(m_media, &MediaDesk::postMade, this, &CalendarArea::add);
    connect(
        m_media, &MediaDesk::postRequested, this, [this](PostId post, std::optional<QDate> day) {
            if (host())
                host()->showArea(id());
            if (day)
                showDay(*day);
            m_toOpen = post;
            setSelected(post);
            refreshInspector();
        });
}

void CalendarArea::connectWorkspace()
{
    connect(&m_workspace.posts(), &PostStore::changed, this, &CalendarArea::refreshPosts);
    connect(&m_workspace, &Workspace::edited, this, &CalendarArea::selectWhatCameBack);
    connect(&m_workspace.plan(), &PlanSets::changed, this, [this] {
        refreshSources();
        refreshPosts();
    });
}

void CalendarArea::selectWhatCameBack(const QList<RowEdit> &edits)
{
    for (const RowEdit &edit : edits) {
        const PostId post(edit.id);
        if (edit.table == "post"_L1 && edit.op == RowEdit::Op::Insert && m_removed.contains(post)) {
            m_removed.clear();
            if (m_page)
                select(post);
            return;
        }
    }
}

void CalendarArea::refreshSources()
{
    if (!m_page || !m_bar || !m_composer)
        return; // the window is on its way out
    const QString words = m_filter.words;
    m_sources.channels = m_workspace.plan().channels();
    m_sources.campaigns = m_workspace.plan().campaigns();
    m_sources.pillars = m_workspace.plan().pillars();
    m_sources.labels = m_workspace.plan().labels();
    m_sources.users = m_workspace.users();
    m_composer->setSources(m_sources);
    m_composer->setLimits(m_workspace.plan().channelLimits());
    m_composer->setSeries(m_workspace.plan().series());
    m_composer->setPostingSlots(m_workspace.plan().postingSlots());
    m_bar->filters()->setSources(m_sources);
    m_filter = m_bar->filters()->filter(); // without what was deleted
    m_filter.words = words;
    offerQueues();
    refreshDisplay();
}

void CalendarArea::followDay()
{
    if (!m_composer)
        return; // the window is on its way out
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_workspace.clock().now(), m_zone.base());
    m_page->view()->setNow(now.date(), now.time());
    m_composer->setToday(m_workspace.today());
}

void CalendarArea::showDay(QDate day)
{
    if (!day.isValid())
        return;
    followDay();
    m_page->view()->showSpan(day);
    m_bar->setTitle(m_page->view()->title());
    m_composer->setSuggestedDay(day);
    showPosts();
    m_page->view()->setCurrent(day, m_selected);
}

void CalendarArea::showView(CalendarViewKind kind)
{
    if (kind == m_page->kind())
        return;
    m_popup->hide(); // its day may not be in the other view
    const QDate day = m_page->view()->currentDay();
    m_page->setKind(kind);
    m_actions->follow(kind);
    showDay(day.isValid() ? day : m_workspace.today());
}

void CalendarArea::showPosts()
{
    const DateSpan days = m_page->view()->days();
    m_isStale = true; // unless the store says that it begins to read
    m_workspace.posts().show({days.from->addDays(-1), days.to->addDays(1)});
    if (m_isStale)
        refreshPosts();
}

void CalendarArea::applyFilter()
{
    const QString words = m_filter.words;
    m_filter = m_bar->filters()->filter();
    m_filter.words = words;
    refreshPosts();
}

void CalendarArea::refreshPosts()
{
    if (!m_page || !m_bar || !m_composer)
        return;
    m_isStale = false;
    const PostStore &store = m_workspace.posts();
    if (host())
        host()->setLoading(this, store.state() == StoreState::Loading);
    m_page->setError(store.state() == StoreState::Failed ? store.error() : Error());
    const QList<PostWithVariants> all = shownPosts();
    const QList<PostWithVariants> planned = filtered(m_filter, all);
    const PlanSets &plan = m_workspace.plan();
    m_page->view()->setContent({planned, filtered(m_filter, store.ideas()), m_sources,
        shownPlaces(), m_workspace.viewer().user,
        dayMarks(plan.overlays(), plan.overlayDays(), m_page->view()->days()), m_zone,
        shownChannels(), plan.postingSlots(), m_workspace.clock().now(), plan.channelLimits(),
        all});
    m_page->tray()->setPosts(filtered(m_filter, store.ideas()), m_sources,
        !m_filter.isEmpty() && !store.ideas().isEmpty());
    auto hint = CalendarPage::Hint::None;
    const auto isInside = [days = m_page->view()->days()](
                              const PostWithVariants &post) { return isPlannedWithin(post, days); };
    if (store.state() == StoreState::Ready && std::ranges::none_of(planned, isInside))
        hint = std::ranges::none_of(all, isInside) ? CalendarPage::Hint::NothingPlanned
                                                   : CalendarPage::Hint::NothingMatches;
    if (hint == CalendarPage::Hint::NothingPlanned && m_page->kind() != CalendarViewKind::Month
        && m_page->kind() != CalendarViewKind::List)
        hint = CalendarPage::Hint::None; // a quiet day is nothing to speak of
    m_page->setHint(hint);
    if (hint != CalendarPage::Hint::None && !m_filter.words.isEmpty())
        lookElsewhere();
    if (m_popup->isVisible())
        m_popup->setDay(m_popup->day(), m_page->view()->tilesOn(m_popup->day()));
    if (m_reselect && store.find(m_selected)) {
        m_reselect = false;
        select(m_selected);
    }
    refreshInspector();
}

QList<Channel> CalendarArea::shownChannels() const
{
    QList<Channel> channels = m_sources.channels;
    if (!m_filter.channels.isEmpty())
        erase_if(channels,
            [this](const Channel &channel) { return !m_filter.channels.contains(channel.id); });
    return channels;
}

QList<FreePlace> CalendarArea::shownPlaces() const
{
    return freePlaces({.channels = shownChannels(),
        .postingSlots = m_workspace.plan().postingSlots(),
        .posts = m_workspace.posts().planned(),
        .networks = m_sources.networks,
        .zone = m_workspace.zone(),
        .shown = m_zone,
        .days = m_page->view()->days(),
        .after = m_workspace.clock().now()});
}

void CalendarArea::lookElsewhere()
{
    constexpr int mostLookedAt = 200;
    const QString words = m_filter.words;
    const DateSpan days = m_page->view()->days();
    const QDate middle = days.from->addDays(days.from->daysTo(*days.to) / 2);
    m_workspace.posts().search(
        words, mostLookedAt, this, [this, words, days, middle](const Result<QList<Post>> &found) {
            if (!found || !m_page || words != m_filter.words || days != m_page->view()->days())
                return; // something else is asked for by now
            QDate nearest;
            for (const Post &post : *found) {
                if (post.day
                    && (!nearest.isValid()
                        || qAbs(post.day->daysTo(middle)) < qAbs(nearest.daysTo(middle))))
                    nearest = *post.day;
            }
            const bool isShown = nearest.isValid() && !days.contains(nearest);
            if (isShown)
                m_page->setElsewhere(nearest);
        });
}

void CalendarArea::refreshInspector()
{
    const PostStore &store = m_workspace.posts();
    const PostWithVariants *post = store.find(m_selected);
    m_actions->update(post != nullptr, post && post->post.day);
    m_scope->update(post && !post->post.campaign.isNull());
    if (post)
        m_composer->setPost(*post);
    else if (m_selected.isNull() || store.state() == StoreState::Ready)
        m_composer->clear();
    m_workspace.review().open(m_composer->post());
    followActivity();
    if (post && m_selected == m_toOpen) {
        m_toOpen = {};
        open(m_selected);
    }
}

QList<PostId> CalendarArea::chosen() const
{
    QList<PostId> posts;
    const QList<PlacedPost> selected = m_page->view()->selection();
    for (const PlacedPost &placed : selected)
        posts.append(placed.post);
    if (posts.contains(m_selected))
        return posts;
    return m_selected.isNull() ? QList<PostId>() : QList {m_selected}; // in the tray
}

void CalendarArea::setSelected(PostId post)
{
    if (post == m_selected)
        return;
    m_selected = post;
    refreshInspector();
}

void CalendarArea::select(PostId post)
{
    const PostWithVariants *found = m_workspace.posts().find(post);
    setSelected(post);
    if (found && !found->post.day)
        m_page->tray()->setCurrent(post);
    else if (const QDate day = m_page->view()->dayOf(post); day.isValid())
        m_page->view()->setCurrent(day, post);
}

void CalendarArea::open(PostId post)
{
    if (post.isNull())
        return;
    select(post);
    if (host())
        host()->showInspector(this, true);
    m_composer->startWriting();
}

void CalendarArea::showDayPopup(QDate day, QPoint where)
{
    m_popup->setDay(day, m_page->view()->tilesOn(day));
    m_popup->popup(where);
}

void CalendarArea::activate()
{
    followDay();
    m_page->view()->widget()->setFocus();
}

void CalendarArea::search(const QString &text)
{
    m_filter.words = foldText(text);
    refreshPosts();
}

QString CalendarArea::searchHint() const
{
    return tr("Search posts");
}

QByteArray CalendarArea::saveState() const
{
    if (!m_page)
        return {};
    CalendarState state;
    state.view = m_page->kind();
    state.day = m_page->view()->currentDay();
    state.selected = m_selected;
    state.splitter = m_page->splitter()->saveState();
    state.filter = m_bar->filters()->filter();
    state.zoneKind = m_zoneKind;
    state.zone = m_chosenZone;
    return toBytes(state);
}

void CalendarArea::restoreState(const QByteArray &bytes)
{
    const auto state = calendarStateFrom(bytes);
    if (!state)
        return;
    m_page->splitter()->restoreState(state->splitter);
    m_bar->filters()->setFilter(state->filter);
    m_zoneKind = state->zoneKind;
    m_chosenZone = state->zone;
    refreshDisplay();
    applyFilter();
    m_selected = state->selected;
    m_reselect = !m_selected.isNull();
    m_page->setKind(state->view);
    m_actions->follow(state->view);
    showDay(state->day.isValid() ? state->day : m_workspace.today());
}
