// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"
#include "ui_timeline/daytable.h"
#include "ui_timeline/hourslayout.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

class TilePainter;

/// Days beside each other with their hours: a week, or one day. Posts stand at their time, side by side where they meet; those without a time above.
///
/// Keyboard: Up and Down go through posts and half hours, Left and Right to another day, Alt and arrows move the post by a day or a quarter of an hour,
/// Page Up and Page Down change the span; the rest as in all views.
class HoursView : public QAbstractScrollArea, public CalendarView, public DayTable
{
    Q_OBJECT
public:
    enum class Span { Week, Day };
    explicit HoursView(Span span, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *widget() override { return this; }
    void showSpan(QDate day) override;
    [[nodiscard]] DateSpan days() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QDate neighbour(int direction) const override;
    void setContent(const CalendarContent &content) override;
    void setNow(QDate today, QTime now) override;
    [[nodiscard]] QList<Tile> tilesOn(QDate day) const override { return m_tiles.value(day); }
    [[nodiscard]] QDate dayOf(PostId post) const override;
    [[nodiscard]] PostId currentPost() const override { return m_cursor.post; }
    [[nodiscard]] QDate currentDay() const override { return m_cursorDay; }
    [[nodiscard]] CalendarSpot currentSpot() const override;
    void setCurrent(QDate day, PostId post = {}) override;
    [[nodiscard]] std::optional<CalendarSpot> spotAt(QPoint point) const override;
    void markSpot(const std::optional<CalendarSpot> &spot, const QString &title) override;
    [[nodiscard]] QWidget *surfaceForDrops() override { return viewport(); }
    /// Puts the cursor between posts.
    void setCurrentTime(QDate day, std::optional<QTime> time);

    [[nodiscard]] int dayRows() const override { return 1; }
    [[nodiscard]] int dayColumns() const override { return m_count; }
    [[nodiscard]] QDate dayAt(int row, int column) const override;
    [[nodiscard]] QString dayText(QDate day) const override;
    [[nodiscard]] QString headerText(int row, int column) const override;
    [[nodiscard]] QRect dayRect(QDate day) const override;
    [[nodiscard]] QRect headerRect(int column) const override;
    [[nodiscard]] QRect tileRect(QDate day, PostId post) const override;
    [[nodiscard]] QList<Tile> visibleTiles(QDate day) const override;
    [[nodiscard]] bool isSelected(QDate day, PostId post) const override;
    void choose(QDate day, PostId post) override { setCurrent(day, post); }
    void activateCurrent() override { openCurrent(); }
    [[nodiscard]] QDate cursorDay() const override { return m_cursorDay; }
    [[nodiscard]] const QWidget *surface() const override { return viewport(); }
    /// Where things are just now.
    [[nodiscard]] HoursLayout geometryNow() const;
    /// Where the tile that is dragged here would land.
    [[nodiscard]] std::optional<CalendarSpot> landing() const { return m_landing; }

protected:
    [[nodiscard]] QPoint currentPlace() const override;
    void marksChanged() override { viewport()->update(); }
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Place
    {
        enum class Part { None, Header, Strip, Time, Free, Tile, Hidden };
        Part part = Part::None;
        QDate day; ///< invalid beside the days
        PostId post;
        std::optional<QTime> time; ///< the half hour, for Part::Time; that of the free place
        ChannelId channel; ///< of the free place

        friend bool operator==(const Place &, const Place &) = default;
    };
    [[nodiscard]] Place placeAt(QPoint point) const;
    [[nodiscard]] int columnOf(QDate day) const;
    [[nodiscard]] const Tile *tileOf(QDate day, PostId post) const;
    [[nodiscard]] int stripShown(const HoursPlan &plan) const;
    [[nodiscard]] QRect cursorRect() const;
    void plan();
    void planDay(int column);
    void updateScrollBar();
    void setCursorTo(QDate day, const HourStop &stop);
    void ensureCursorVisible();
    bool stepBy(const QKeyEvent &event);
    void step(int stops);
    void toDay(QDate day);
    void shiftTime(int quarters);
    void dragTile();
    void setHover(const Place &place);
    [[nodiscard]] std::optional<CalendarSpot> landingAt(QPoint point) const;
    void endDrag();

    void paintGrounds(QPainter &painter, const HoursLayout &layout) const;
    void paintHours(QPainter &painter, const HoursLayout &layout) const;
    void paintHeader(QPainter &painter, const HoursLayout &layout) const;
    void paintMarks(QPainter &painter, QRect header, int taken, const QList<DayMark> &marks) const;
    void paintTiles(QPainter &painter, const HoursLayout &layout) const;
    void paintFree(QPainter &painter, const HoursLayout &layout, int column) const;
    void paintStrip(QPainter &painter, const HoursLayout &layout, const TilePainter &tiles) const;
    void paintGhost(QPainter &painter, const HoursLayout &layout, const TilePainter &tiles) const;
    void paintNow(QPainter &painter, const HoursLayout &layout) const;
    void paintCursor(QPainter &painter) const;

    int m_count; ///< of days
    QDate m_first;
    QDate m_today;
    QTime m_now;
    TilesByDay m_tiles;
    QHash<QDate, QList<FreePlace>> m_places;
    DayMarks m_marks;
    ShownZone m_zone;
    QList<HoursPlan> m_plans; ///< by column
    int m_stripRows = 1;
    LaneRoom m_room;
    bool m_hasScrolled = false; ///< to the working hours, once
    QDate m_cursorDay;
    HourStop m_cursor {PostId(), QTime(9, 0)};
    Place m_hover;
    QPoint m_pressedAt;
    bool m_mayDrag = false;
    int m_grabbedAt = 0; ///< pixels below the upper edge of the dragged tile
    PostId m_dragged; ///< leaves its place; null while copying
    std::optional<Tile> m_ghost;
    std::optional<CalendarSpot> m_landing;
    QBasicTimer m_scrolling; ///< while something is dragged over an edge
    int m_scrollStep = 0;
};
