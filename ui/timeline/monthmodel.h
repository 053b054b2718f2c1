// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/monthgrid.h"
#include "ui_timeline/tile.h"

#include <QAbstractTableModel>

/// The days of a month as a table: a row is a week, a column a day of the week. Holds values;
/// whoever owns it keeps them up to date.
class MonthModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        DayRole = Qt::UserRole + 1, ///< QDate
        TilesRole, ///< QList<Tile>
        InMonthRole, ///< bool
        TodayRole, ///< bool
        WeekendRole, ///< bool, by the locale
    };
    Q_ENUM(Role)

    explicit MonthModel(const QLocale &locale, QObject *parent = nullptr);

    /// Shows the month of \a day. The tiles stay; those of days that were not known are empty until
    /// setPosts().
    void setMonth(QDate day);
    [[nodiscard]] const MonthGrid &grid() const { return m_grid; }
    void setToday(QDate today);
    [[nodiscard]] QDate today() const { return m_today; }
    /// What the tiles are named after.
    void setSources(const TileSources &sources);
    /// Both at once.
    void setContent(const QList<PostWithVariants> &posts, const TileSources &sources);
    /// The posts of the days shown, in any order. Only days that differ are said to have changed.
    void setPosts(const QList<PostWithVariants> &posts);

    [[nodiscard]] const QList<Tile> &tilesOn(QDate day) const;
    /// The first day shown that has a tile of \a post; invalid where there is none.
    [[nodiscard]] QDate dayOf(PostId post) const;
    /// Invalid for a day that is not shown.
    [[nodiscard]] QModelIndex indexOf(QDate day) const;
    [[nodiscard]] bool isEmpty() const { return m_days.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    void repack();

    QLocale m_locale;
    MonthGrid m_grid;
    QDate m_today;
    TileSources m_sources;
    QList<PostWithVariants> m_posts;
    TilesByDay m_days;
};
