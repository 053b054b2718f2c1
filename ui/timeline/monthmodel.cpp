// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthmodel.h"

#include <QLocale>

#include <algorithm>

MonthModel::MonthModel(const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent)
    , m_locale(locale)
{ }

void MonthModel::setMonth(QDate day)
{
    const MonthGrid grid = monthGrid(day, m_locale.firstDayOfWeek());
    if (grid == m_grid)
        return;
    beginResetModel();
    m_grid = grid;
    endResetModel();
}

void MonthModel::setToday(QDate today)
{
    if (today == m_today)
        return;
    m_today = today;
    m_days = packDays(m_posts, m_sources, m_today);
    if (m_grid.weeks > 0)
        emit dataChanged(index(0, 0), index(m_grid.weeks - 1, MonthGrid::DaysPerWeek - 1));
}

void MonthModel::setSources(const TileSources &sources)
{
    m_sources = sources;
    repack();
}

void MonthModel::setPosts(const QList<PostWithVariants> &posts)
{
    m_posts = posts;
    repack();
}

void MonthModel::setContent(const QList<PostWithVariants> &posts, const TileSources &sources)
{
    m_sources = sources;
    setPosts(posts);
}

void MonthModel::repack()
{
    const TilesByDay before = std::exchange(m_days, packDays(m_posts, m_sources, m_today));
    for (int week = 0; week < m_grid.weeks; ++week) {
        for (int column = 0; column < MonthGrid::DaysPerWeek; ++column) {
            const QDate day = m_grid.dayAt(week, column);
            if (before.value(day) == m_days.value(day))
                continue;
            const QModelIndex changed = index(week, column);
            emit dataChanged(
                changed, changed, {TilesRole, Qt::DisplayRole, Qt::AccessibleTextRole});
        }
    }
}

const QList<Tile> &MonthModel::tilesOn(QDate day) const
{
    static const QList<Tile> none;
    const auto tiles = m_days.constFind(day);
    return tiles == m_days.cend() ? none : *tiles;
}

QDate MonthModel::dayOf(PostId post) const
{
    for (QDate day = m_grid.first; day < m_grid.end(); day = day.addDays(1)) {
        const QList<Tile> &tiles = tilesOn(day);
        if (std::ranges::find(tiles, post, &Tile::post) != tiles.end())
            return day;
    }
    return {};
}

QModelIndex MonthModel::indexOf(QDate day) const
{
    const auto position = m_grid.find(day);
    return position ? index(position->week, position->column) : QModelIndex();
}

int MonthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_grid.weeks;
}

int MonthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : MonthGrid::DaysPerWeek;
}

QVariant MonthModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QDate day = m_grid.dayAt(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole:
        return m_locale.toString(day.day());
    case Qt::AccessibleTextRole:
        return describeDay(day, day == m_today, int(tilesOn(day).size()), m_locale);
    case DayRole:
        return day;
    case TilesRole:
        return QVariant::fromValue(tilesOn(day));
    case InMonthRole:
        return m_grid.isInMonth(day);
    case TodayRole:
        return day == m_today;
    case WeekendRole:
        return !m_locale.weekdays().contains(Qt::DayOfWeek(day.dayOfWeek()));
    default:
        return {};
    }
}

QVariant MonthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= MonthGrid::DaysPerWeek)
        return {};
    const int day = m_grid.weeks > 0 ? m_grid.dayAt(0, section).dayOfWeek() : section + 1;
    if (role == Qt::DisplayRole)
        return m_locale.standaloneDayName(day, QLocale::ShortFormat);
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return m_locale.standaloneDayName(day, QLocale::LongFormat);
    return {};
}
