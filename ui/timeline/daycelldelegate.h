// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarview.h"
#include "ui_timeline/daycelllayout.h"
#include "ui_timeline/tile.h"

#include <QStyledItemDelegate>

#include <optional>

/// What the view adds to the model's values: cursor, pointer and a drag under way.
struct MonthViewState
{
    QDate cursorDay;
    PostId cursorPost; ///< null: the cursor is on the day itself
    bool focused = false;
    QHash<QDate, QStringList> places; ///< signs of the channels with a free place
    DayMarks marks; ///< what stands over the days
    QDate hoverDay;
    DayCellLayout::Hit hover;
    QDate dropDay; ///< where a dragged tile would land
    std::optional<Tile> ghost; ///< that tile
    QList<PlacedPost> marked; ///< beside the cursor
    PostId dragged; ///< the tile leaves its day; null while copying
};

/// Paints one day of the month.
class DayCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \a state belongs to the view and outlives the delegate.
    explicit DayCellDelegate(const MonthViewState &state, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    /// The tiles of a day as they are shown, with the one that would land there.
    [[nodiscard]] static QList<Tile> shownTiles(
        const MonthViewState &state, QDate day, const QList<Tile> &tiles);
    /// The first tile shown: 0, or more where the cursor is on one that would not fit.
    [[nodiscard]] static int firstShown(const MonthViewState &state, QDate day,
        const QList<Tile> &tiles, const DayCellLayout &layout);

private:
    void paintGround(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// Returns what it takes of the header, from the leading edge.
    static int paintNumber(QPainter &painter, const QStyleOptionViewItem &option,
        const QModelIndex &index, QRect header);
    /// The names over the day and, quietly, that there is a free place, where \a taken pixels are gone.
    void paintHeadings(QPainter &painter, const QStyleOptionViewItem &option, QDate day,
        QRect header, int taken) const;
    static void paintPlaces(
        QPainter &painter, const QStyleOptionViewItem &option, const QString &signs, QRect header);

    const MonthViewState &m_state;
};
