// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duepost.h"
#include "domain/shownzone.h"
#include "ui_common/area.h"
#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/calendarview.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class ActivityStore;
namespace SetUpkeep {
enum class Kind;
}
class CalendarActions;
class CalendarBar;
class CalendarPage;
class Composer;
class CalendarFeeds;
class DayPopup;
class MediaDesk;
class PaperActions;
class DesktopNotifier;
class Reminders;
class ReviewQueue;
class FillDialog;
class OverlayDialog;
class OverlayService;
class QueueService;
class ScopeActions;
class TeamActions;
class Workspace;
struct PlannedMonth;
enum class PaperSize;
struct RowEdit;

/// The calendar of a workspace: what the views want becomes commands of its stores, what the stores hold is shown.
class CalendarArea : public QObject, public Area
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the area.
    explicit CalendarArea(Workspace &workspace);
    ~CalendarArea() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QIcon icon() const override;
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QWidget *inspector() override;
    [[nodiscard]] QWidget *titleWidget() override;
    [[nodiscard]] QList<QAction *> actions() const override;
    [[nodiscard]] QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    void activate() override;
    void search(const QString &text) override;
    [[nodiscard]] QString searchHint() const override;

    /// The day in the middle of attention: the month that is shown is its month.
    void showDay(QDate day);
    /// The calendar files that are kept up to date; without them none can be. Borrowed, outlives the area.
    void setFeeds(CalendarFeeds *feeds);
    /// Brings \a post into view, which may be planned on \a day, and opens it.
    void goTo(PostId post, std::optional<QDate> day);
    /// Shows \a post in the inspector, and selects it where it is in view.
    void select(PostId post);
    /// Reminds on the desktop of what is due, through \a notifier, which it takes. \a settingsFile keeps what was put off.
    void startReminding(const QString &settingsFile, DesktopNotifier *notifier);

signals:
    /// Somebody whom the list of changes names is asked for; the area of prospects is in front already.
    void prospectRequested(ProspectId prospect);

private:
    void connectView(const CalendarView &view);
    void connectPopup();
    void connectTray();
    void connectInspector();
    void connectSeries();
    void connectReview();
    void showReview();
    void connectTeam();
    void followActivity();
    void showActivity();
    void showChanges();
    void showSets(SetUpkeep::Kind kind);
    void connectQueue();
    void showQueue();
    void goToQueue();
    void showReminders();
    void remind(const QList<DuePost> &posts);
    void onReminderAnswered(const QString &key, const QString &action);
    void showReminded(const DuePost &due);
    /// The words as they go out; a thread, and words with an open placeholder, are shown instead.
    void copyOrShow(const DuePost &due);
    void showInFront(const DuePost &due);
    void connectDue();
    void showDue();
    void planInNextSlot(ChannelId channel);
    void showFilling();
    void offerQueues();
    void addToQueue(const QList<PostId> &posts, const QueueId &queue);
    void putInSlot(PostId post, const QueueId &queue, const SlotTime &slot, PostId other,
        const SlotTime &freed);
    void connectDisplay();
    /// Tells the parts in whose zone times are, and which overlays there are.
    void refreshDisplay();
    void setZone(ShownZone::Kind kind, const QByteArray &zone);
    void showOverlays();
    void addOverlay();
    /// The posts of the days that are shown, as they are shown: not to be written.
    [[nodiscard]] QList<PostWithVariants> shownPosts() const;
    void connectActions();
    void connectMedia();
    void makeScopeActions();
    void makePaperActions();
    void exportPlan();
    void savePdf(PaperSize paper);
    /// Reads the month that is shown, as it is filtered, and hands it on.
    void withMonth(PaperSize paper, const std::function<void(const PlannedMonth &)> &use);
    void connectWorkspace();
    void selectWhatCameBack(const QList<RowEdit> &edits);
    void refreshSources();
    void refreshPosts();
    void showView(CalendarViewKind kind);
    /// Tells the parts which day it is.
    void followDay();
    /// Those that the filter lets through.
    [[nodiscard]] QList<Channel> shownChannels() const;
    /// The free places of the days and channels that are shown.
    [[nodiscard]] QList<FreePlace> shownPlaces() const;
    /// Offers the nearest match in another month.
    void lookElsewhere();
    void refreshInspector();
    void showPosts();
    void applyFilter();
    void setSelected(PostId post);
    /// A new post there, for the channels that are shown, as it would be created.
    [[nodiscard]] PostWithVariants draftAt(const CalendarSpot &spot) const;
    void create(const CalendarSpot &spot);
    /// Creates \a post and opens it.
    void add(const PostWithVariants &post);
    /// When that is, in the zone in which something new is planned.
    [[nodiscard]] PlannedTime plannedAt(const CalendarSpot &spot) const;
    void createIdea(const QString &title);
    void open(PostId post);
    void move(const QList<PlacedPost> &posts, const CalendarSpot &spot);
    void copy(const QList<PlacedPost> &posts, const CalendarSpot &spot);
    void undate(const QList<PostId> &posts);
    void duplicate(const QList<PostId> &posts);
    void remove(const QList<PostId> &posts);
    void setStatus(const QList<PostId> &posts, PostStatus status);
    /// What is treated by an action of the menu.
    [[nodiscard]] QList<PostId> chosen() const;
    void showDayPopup(QDate day, QPoint where);

    Workspace &m_workspace;
    CalendarActions *m_actions;
    ScopeActions *m_scope = nullptr;
    PaperActions *m_paper = nullptr;
    QPointer<CalendarFeeds> m_feeds;
    MediaDesk *m_media = nullptr;
    TeamActions *m_team = nullptr;
    ReviewQueue *m_queue = nullptr;
    Reminders *m_reminders = nullptr;
    DesktopNotifier *m_notifier = nullptr;
    ActivityStore *m_activity = nullptr; ///< of the post that is open, while somebody looks
    QPointer<FillDialog> m_filling;
    QueueService *m_queues = nullptr;
    OverlayService *m_overlays = nullptr;
    QPointer<OverlayDialog> m_overlayDialog;
    TileSources m_sources;
    ShownZone::Kind m_zoneKind = ShownZone::Kind::Workspace;
    QByteArray m_chosenZone; ///< IANA name, while one is chosen
    ShownZone m_zone;
    CalendarFilter m_filter;
    PostId m_selected;
    bool m_isStale = false; ///< the view has another span than its posts
    bool m_reselect = false; ///< restored: to be shown as soon as it is read
    QList<PostId> m_removed; ///< last, to be selected where it is brought back
    PostId m_toOpen; ///< just created: its words are written next, as soon as it is there
    QTimer m_minute; ///< looks whether the day has changed
    QPointer<CalendarPage> m_page;
    QPointer<CalendarBar> m_bar;
    QPointer<Composer> m_composer;
    QPointer<DayPopup> m_popup;
};
