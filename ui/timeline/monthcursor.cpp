// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthcursor.h"

#include <algorithm>

namespace {
qsizetype placeOf(const QList<Tile> &tiles, PostId post)
{
    const auto tile = std::ranges::find(tiles, post, &Tile::post);
    return tile == tiles.end() ? -1 : tile - tiles.begin();
}
} // namespace

void MonthCursor::set(QDate day, PostId post)
{
    m_day = day;
    m_post = post;
    m_place = -1;
}

MonthCursor MonthCursor::at(const MonthModel &model, QDate day, qsizetype place) const
{
    const QList<Tile> &tiles = model.tilesOn(day);
    MonthCursor cursor;
    cursor.m_day = day;
    cursor.m_place = std::min(place, tiles.size() - 1);
    if (cursor.m_place >= 0)
        cursor.m_post = tiles.at(cursor.m_place).post;
    return cursor;
}

MonthCursor MonthCursor::stepped(const MonthModel &model, Step step) const
{
    const QList<Tile> &tiles = model.tilesOn(m_day);
    const qsizetype place = m_post.isNull() ? -1 : placeOf(tiles, m_post);
    const QDate weekStart =
        m_day.addDays(-(model.grid().first.daysTo(m_day) % MonthGrid::DaysPerWeek));
    switch (step) {
    case Step::PreviousDay:
        return at(model, m_day.addDays(-1), place);
    case Step::NextDay:
        return at(model, m_day.addDays(1), place);
    case Step::Up:
        if (place >= 0)
            return at(model, m_day, place - 1);
        return at(model, m_day.addDays(-MonthGrid::DaysPerWeek),
            model.tilesOn(m_day.addDays(-MonthGrid::DaysPerWeek)).size() - 1);
    case Step::Down:
        if (place + 1 < tiles.size())
            return at(model, m_day, place + 1);
        return at(model, m_day.addDays(MonthGrid::DaysPerWeek), -1);
    case Step::WeekStart:
        return at(model, weekStart, place);
    case Step::WeekEnd:
        return at(model, weekStart.addDays(MonthGrid::DaysPerWeek - 1), place);
    }
    Q_UNREACHABLE();
}

MonthCursor MonthCursor::following(const MonthModel &model) const
{
    if (m_post.isNull())
        return *this;
    const qsizetype place = placeOf(model.tilesOn(m_day), m_post);
    if (place >= 0)
        return at(model, m_day, place);
    if (const QDate day = model.dayOf(m_post); day.isValid())
        return at(model, day, placeOf(model.tilesOn(day), m_post));
    return at(model, m_day, std::max<qsizetype>(m_place, 0));
}
