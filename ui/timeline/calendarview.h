// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/postqueue.h"
#include "domain/shownzone.h"
#include "ui_timeline/freeplaces.h"
#include "ui_timeline/tile.h"

#include <QCoreApplication>
#include <QObject>

class QKeyEvent;
class QMenu;
class QWidget;

/// Stored as numbers: only ever add at the end.
enum class CalendarViewKind { Month, Week, Day, List, Board, Queue };
inline constexpr int CalendarViewKinds = 6;

/// A post where a view shows it: one with variants on other days is in several places.
struct PlacedPost
{
    PostId post;
    QDate day; ///< invalid for an idea

    friend bool operator==(const PlacedPost &, const PlacedPost &) = default;
};

/// Where something is created, moved or copied to.
struct CalendarSpot
{
    QDate day;
    bool keepsTime = true; ///< every post keeps the time that it has; `time` says nothing
    std::optional<QTime> time = {}; ///< nothing: without a time
    ChannelId channel = {}; ///< what is created is for this one alone, where it is not null

    friend bool operator==(const CalendarSpot &, const CalendarSpot &) = default;
};

/// The post's tile of day \a from (invalid: an idea) at \a to.
[[nodiscard]] PostWithVariants movedTo(
    const PostWithVariants &post, QDate from, const CalendarSpot &to);

/// What the views show. Filtered already, but for `taken`.
struct CalendarContent
{
    QList<PostWithVariants> planned; ///< with a day of the span, in any order
    QList<PostWithVariants> ideas; ///< without a day
    TileSources sources;
    QList<FreePlace> places = {}; ///< of the channels shown
    UserId viewer = {}; ///< who takes steps of the work flow
    DayMarks marks = {}; ///< what stands over the days
    ShownZone zone = {}; ///< days and times are as they are shown there
    QList<Channel> channels = {}; ///< those that are shown
    QList<PostingSlot> postingSlots = {};
    qint64 now = 0; ///< Unix milliseconds
    QList<ChannelLimit> limits = {}; ///< of all channels
    QList<PostWithVariants> taken =
        {}; ///< all with a day of the span, whatever the filter leaves: what stands in slots
};

/// What is wanted in a view of the calendar. Lists of posts have that under the cursor first.
class CalendarWishes : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    /// The cursor moved; \a post is null on a day itself.
    void currentChanged(PostId post, QDate day);
    void openRequested(PostId post);
    /// The pointer chose a post.
    void postClicked(PostId post);
    /// "+3 more": show all posts of \a day, near \a where (global).
    void dayRequested(QDate day, QPoint where);
    void createRequested(const CalendarSpot &spot);
    /// The first goes to \a spot, the others as far as it goes.
    void moveRequested(const QList<PlacedPost> &posts, const CalendarSpot &spot);
    void copyRequested(const QList<PlacedPost> &posts, const CalendarSpot &spot);
    void duplicateRequested(const QList<PostId> &posts);
    void deleteRequested(const QList<PostId> &posts);
    /// They shall become ideas without a day.
    void undateRequested(const QList<PostId> &posts);
    void statusRequested(const QList<PostId> &posts, PostStatus status);
    /// They shall go to the next free slots of \a queue.
    void queueRequested(const QList<PostId> &posts, const QueueId &queue);
    /// \a post shall stand at \a slot of \a queue, and \a other, which stands there and may be null, at \a freed.
    void slotRequested(PostId post, const QueueId &queue, const SlotTime &slot, PostId other,
        const SlotTime &freed);
    /// Channels shall get slots.
    void slotsRequested();
    /// The cursor wants to be on \a day, which is not shown.
    void showRequested(QDate day);
};

/// A view of the calendar: a span of days, its posts, and a place in them where the keyboard is. It says what is wanted and changes
/// nothing itself. What all views have in common in keys and menu is here.
class CalendarView
{
    Q_DECLARE_TR_FUNCTIONS(CalendarView)
public:
    CalendarView();
    virtual ~CalendarView();
    CalendarView(const CalendarView &) = delete;
    CalendarView &operator=(const CalendarView &) = delete;

    [[nodiscard]] CalendarWishes *wishes() const { return m_wishes.get(); }
    [[nodiscard]] virtual QWidget *widget() = 0;
    /// Shows the span that \a day is in; its posts come with setContent().
    virtual void showSpan(QDate day) = 0;
    [[nodiscard]] virtual DateSpan days() const = 0;
    /// What is shown: "November 2026".
    [[nodiscard]] virtual QString title() const = 0;
    /// A day of the span before (-1) or after (1) this.
    [[nodiscard]] virtual QDate neighbour(int direction) const = 0;
    virtual void setContent(const CalendarContent &content) = 0;
    virtual void setNow(QDate today, QTime now) = 0;

    [[nodiscard]] virtual QList<Tile> tilesOn(QDate day) const = 0;
    /// The first day shown that has \a post; invalid where there is none, or where it has no day.
    [[nodiscard]] virtual QDate dayOf(PostId post) const = 0;
    /// The post under the cursor, or null.
    [[nodiscard]] virtual PostId currentPost() const = 0;
    /// May be invalid on an idea.
    [[nodiscard]] virtual QDate currentDay() const = 0;
    /// Where a new post would go.
    [[nodiscard]] virtual CalendarSpot currentSpot() const { return {currentDay()}; }
    /// Where something new that is dropped at \a point of surfaceForDrops() goes; nothing: not there.
    [[nodiscard]] virtual std::optional<CalendarSpot> spotAt(QPoint point) const;
    /// Shows that it would land there, called \a title; a null spot takes that away.
    virtual void markSpot(const std::optional<CalendarSpot> &spot, const QString &title);
    /// What the pointer is over while it drags; null where nothing new can be dropped.
    [[nodiscard]] virtual QWidget *surfaceForDrops() { return nullptr; }
    /// Puts the cursor on \a day, and on \a post where the day has it.
    virtual void setCurrent(QDate day, PostId post = {}) = 0;
    /// The marked posts, else the current one, which is the first where it is one of them. May be empty.
    [[nodiscard]] virtual QList<PlacedPost> selection() const;

    void openCurrent();
    void createHere();
    /// Moves what is selected by \a days.
    void moveSelection(int days);
    void duplicateSelection();
    void deleteSelection();
    void undateSelection();
    /// The queues that the menu offers, with their names.
    void setQueues(const QList<std::pair<QueueId, QString>> &queues) { m_queues = queues; }

protected:
    /// Enter, Delete, Backspace, N, Ctrl+D, Ctrl+Space. False for any other key.
    bool handleKey(const QKeyEvent &event);
    void showMenu(QPoint globalPosition);
    /// Near which what opens from the cursor opens, global.
    [[nodiscard]] virtual QPoint currentPlace() const = 0;
    /// The marks or what is drawn from them changed.
    virtual void marksChanged() = 0;

    /// Posts marked beside the cursor, to be treated together.
    [[nodiscard]] bool isMarked(const PlacedPost &post) const { return m_marked.contains(post); }
    void clearMarks();
    void toggleMark(const PlacedPost &post);
    /// Marks go with their posts to other days, and with those that are gone.
    void followMarks();
    /// A press on \a post, null on a day: with Ctrl it marks, else it ends the marks, at once or, where one of several is pressed that may be
    /// dragged, when it is released.
    void pressAt(const PlacedPost &post, Qt::KeyboardModifiers modifiers);
    /// The press was a click.
    void clickEnded();
    /// That which is dragged from \a grabbed: it, and the others where it is one of several.
    [[nodiscard]] QList<PlacedPost> draggedFrom(const PlacedPost &grabbed) const;

private:
    void addStatusMenu(QMenu &menu);
    void addQueueMenu(QMenu &menu);
    [[nodiscard]] QList<PostId> selectedPosts() const;

    std::unique_ptr<CalendarWishes> m_wishes;
    QList<PlacedPost> m_marked;
    QList<std::pair<QueueId, QString>> m_queues;
    bool m_endsMarks = false; ///< with the release of the button
};
