// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tile.h"

#include <QRect>

class QWidget;

/// A view that shows days in rows and columns and posts within them: what assistive programs need to know of it.
class DayTable
{
public:
    DayTable() = default;
    virtual ~DayTable() = default;
    DayTable(const DayTable &) = delete;
    DayTable &operator=(const DayTable &) = delete;

    [[nodiscard]] virtual int dayRows() const = 0;
    [[nodiscard]] virtual int dayColumns() const = 0;
    /// Invalid outside of the table.
    [[nodiscard]] virtual QDate dayAt(int row, int column) const = 0;
    /// The day and how much is planned, as one says it.
    [[nodiscard]] virtual QString dayText(QDate day) const = 0;
    /// The name of a \a row or, where it is -1, of a \a column.
    [[nodiscard]] virtual QString headerText(int row, int column) const = 0;
    /// Places in the viewport; empty where something is not visible.
    [[nodiscard]] virtual QRect dayRect(QDate day) const = 0;
    [[nodiscard]] virtual QRect headerRect(int column) const = 0;
    [[nodiscard]] virtual QRect tileRect(QDate day, PostId post) const = 0;
    /// The tiles of a day that are visible, in their order.
    [[nodiscard]] virtual QList<Tile> visibleTiles(QDate day) const = 0;
    /// Whether the cursor, or a mark, is on \a post, or on the day itself where it is null.
    [[nodiscard]] virtual bool isSelected(QDate day, PostId post) const = 0;
    /// Puts the cursor there.
    virtual void choose(QDate day, PostId post) = 0;
    /// What Enter does.
    virtual void activateCurrent() = 0;
    [[nodiscard]] virtual QDate cursorDay() const = 0;
    /// To which places refer.
    [[nodiscard]] virtual const QWidget *surface() const = 0;
};
