// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/daycelldelegate.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/monthmodel.h"
#include "ui_timeline/tilepainter.h"

#include <QPainter>

#include <algorithm>

namespace {
constexpr int RingSize = 8; // of a free place
} // namespace

DayCellDelegate::DayCellDelegate(const MonthViewState &state, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_state(state)
{ }

QList<Tile> DayCellDelegate::shownTiles(
    const MonthViewState &state, QDate day, const QList<Tile> &tiles)
{
    if (!state.ghost || day != state.dropDay)
        return tiles;
    QList<Tile> shown = tiles;
    shown.insert(
        std::ranges::upper_bound(tiles, *state.ghost, isBefore) - tiles.cbegin(), *state.ghost);
    return shown;
}

int DayCellDelegate::firstShown(
    const MonthViewState &state, QDate day, const QList<Tile> &tiles, const DayCellLayout &layout)
{
    if (layout.hidden() == 0 || day != state.cursorDay || state.cursorPost.isNull())
        return 0;
    const auto tile = std::ranges::find(tiles, state.cursorPost, &Tile::post);
    const int place = tile == tiles.end() ? 0 : int(tile - tiles.begin());
    return std::max(0, place - layout.shown() + 1);
}

void DayCellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    const QDate day = index.data(MonthModel::DayRole).toDate();
    const auto tiles =
        shownTiles(m_state, day, index.data(MonthModel::TilesRole).value<QList<Tile>>());
    const DayCellLayout layout(
        option.rect, DayCellMetrics::of(option.fontMetrics), int(tiles.size()), option.direction);
    paintGround(*painter, option, index);
    const int taken = paintNumber(*painter, option, index, layout.header());
    paintHeadings(*painter, option, day, layout.header(), taken);

    const TilePainter tilePainter(option.font, option.palette, option.direction, option.locale);
    const bool otherMonth = !index.data(MonthModel::InMonthRole).toBool();
    const int first = firstShown(m_state, day, tiles, layout);
    for (int i = 0; i < layout.shown(); ++i) {
        const Tile &tile = tiles.at(first + i);
        TileLook look;
        look.ghost = m_state.ghost && day == m_state.dropDay && tile == *m_state.ghost;
        look.current = !look.ghost && day == m_state.cursorDay && tile.post == m_state.cursorPost;
        look.marked = !look.ghost && m_state.marked.size() > 1
            && m_state.marked.contains(PlacedPost {tile.post, day});
        look.focused = m_state.focused;
        look.hovered = day == m_state.hoverDay && m_state.hover.tile == i;
        look.faded = otherMonth
            || (!look.ghost && !m_state.dragged.isNull() && tile.post == m_state.dragged);
        tilePainter.paint(*painter, layout.tile(i), tile, look);
    }
    if (layout.hidden() > 0) {
        const bool hovered =
            day == m_state.hoverDay && m_state.hover.part == DayCellLayout::Part::More;
        tilePainter.paintMore(*painter, layout.more(), layout.hidden(), hovered);
    }
    painter->restore();
}

void DayCellDelegate::paintGround(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QDate day = index.data(MonthModel::DayRole).toDate();
    const QPalette &palette = option.palette;
    QColor ground = palette.color(QPalette::Base);
    if (!index.data(MonthModel::InMonthRole).toBool())
        ground = palette.color(QPalette::Window);
    else if (index.data(MonthModel::WeekendRole).toBool())
        ground = colour(ColourRole::Surface, palette);
    if (day == m_state.dropDay)
        ground = tint(ColourRole::Pull, palette, 0.10);
    painter.fillRect(option.rect, ground);
    if (const QList<DayMark> marks = m_state.marks.value(day); !marks.isEmpty())
        paintDayMark(painter, option.rect, marks.first(), palette);

    painter.setPen(colour(ColourRole::Hairline, palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool last = index.column() == index.model()->columnCount() - 1;
    if (!last && option.direction == Qt::LeftToRight)
        painter.drawLine(option.rect.topRight(), option.rect.bottomRight());
    else if (!last)
        painter.drawLine(option.rect.topLeft(), option.rect.bottomLeft());

    const bool cursor = day == m_state.cursorDay && m_state.focused && m_state.cursorPost.isNull();
    if (cursor || day == m_state.dropDay) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(ColourRole::Pull, palette), 2));
        painter.drawRoundedRect(
            QRectF(option.rect).adjusted(1, 1, -2, -2), Metrics::Radius - 2, Metrics::Radius - 2);
    }
}

void DayCellDelegate::paintHeadings(
    QPainter &painter, const QStyleOptionViewItem &option, QDate day, QRect header, int taken) const
{
    constexpr int leastCharacters = 6; // of a name beside the free places
    const QString signs = m_state.places.value(day).join(u' ');
    const QString names = namesOf(m_state.marks.value(day));
    const QFontMetrics &metrics = option.fontMetrics;
    const int room = header.width() - taken - Metrics::Small;
    int places = signs.isEmpty() ? 0 : metrics.horizontalAdvance(signs) + RingSize + Metrics::Small;
    const int least =
        names.isEmpty() ? 0 : metrics.averageCharWidth() * leastCharacters + Metrics::Tiny;
    if (places + least > room)
        places = 0;
    if (places > 0)
        paintPlaces(painter, option, signs, header);
    if (names.isEmpty())
        return;
    QRect place = header.adjusted(taken + Metrics::Tiny, 0, -Metrics::Tiny - places, 0);
    painter.setFont(option.font);
    painter.setPen(colour(ColourRole::QuietText, option.palette));
    const auto alignment =
        QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(QStyle::visualRect(option.direction, header, place),
        int(alignment) | Qt::TextSingleLine,
        metrics.elidedText(names, Qt::ElideRight, place.width()));
}

void DayCellDelegate::paintPlaces(
    QPainter &painter, const QStyleOptionViewItem &option, const QString &signs, QRect header)
{
    const int width = option.fontMetrics.horizontalAdvance(signs);
    QRect place = header.adjusted(0, 0, -Metrics::Small, 0);
    place.setLeft(place.right() - width);
    QRectF ring(place.left() - RingSize - Metrics::Tiny, header.center().y() - RingSize / 2.0,
        RingSize, RingSize);
    if (option.direction == Qt::RightToLeft)
        ring.moveLeft(header.left() + header.right() - ring.right());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(ColourRole::Exit, option.palette), 1, Qt::DashLine));
    painter.drawEllipse(ring);
    painter.setFont(option.font);
    painter.setPen(colour(ColourRole::QuietText, option.palette));
    painter.drawText(QStyle::visualRect(option.direction, header, place), Qt::AlignCenter, signs);
    painter.restore();
}

int DayCellDelegate::paintNumber(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect header)
{
    const QDate day = index.data(MonthModel::DayRole).toDate();
    const bool today = index.data(MonthModel::TodayRole).toBool();
    const bool inMonth = index.data(MonthModel::InMonthRole).toBool();
    const QString text = day.day() == 1 ? Formatting::dayMonth(day, option.locale)
                                        : index.data(Qt::DisplayRole).toString();
    painter.setFont(today || day.day() == 1 ? strongFont(option.font) : option.font);
    const QFontMetrics metrics(painter.font());
    QRect rect = header.adjusted(Metrics::Tiny, 3, -Metrics::Tiny, -3);
    rect.setWidth(std::max(metrics.horizontalAdvance(text) + 10, rect.height()));
    rect = QStyle::visualRect(option.direction, header, rect);
    if (today) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(ColourRole::AccentFill, option.palette));
        painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    }
    ColourRole role = ColourRole::QuietText;
    if (today)
        role = ColourRole::AccentText;
    const bool quiet = today || !inMonth || index.data(MonthModel::WeekendRole).toBool();
    painter.setPen(quiet ? colour(role, option.palette) : option.palette.color(QPalette::Text));
    painter.drawText(rect, Qt::AlignCenter, text);
    return Metrics::Tiny + rect.width();
}
