// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/tilepainter.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/daycelllayout.h"
#include "ui_timeline/statusdot.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int TileRadius = 4;
constexpr int MaxSigns = 3;
constexpr qreal SmallScale = 0.88;
/// Below this many characters the words matter more than time and signs.
constexpr int MinCharacters = 6;
constexpr int LeastCharacters = 3; // fewer say nothing

QString signsText(const QStringList &signs)
{
    if (signs.size() <= MaxSigns)
        return signs.join(u' ');
    return u"%1 +%2"_s.arg(signs.mid(0, MaxSigns - 1).join(u' ')).arg(signs.size() - MaxSigns + 1);
}
} // namespace

void paintDayMark(QPainter &painter, QRect day, const DayMark &mark, const QPalette &palette)
{
    constexpr int lineWidth = 2;
    QColor ground = campaignColour(mark.colour, palette);
    QColor line = ground;
    ground.setAlphaF(0.07F);
    line.setAlphaF(0.55F);
    painter.fillRect(day, ground);
    painter.fillRect(QRect(day.x(), day.y(), day.width(), lineWidth), line);
}

TilePainter::TilePainter(
    const QFont &font, QPalette palette, Qt::LayoutDirection direction, const QLocale &locale)
    : m_font(font)
    , m_smallFont(font)
    , m_palette(std::move(palette))
    , m_direction(direction)
    , m_locale(locale)
{
    if (font.pointSizeF() > 0)
        m_smallFont.setPointSizeF(font.pointSizeF() * SmallScale);
    else
        m_smallFont.setPixelSize(qRound(font.pixelSize() * SmallScale));
}

void TilePainter::paintGround(
    QPainter &painter, QRect rect, const Tile &tile, const TileLook &look) const
{
    const bool coloured = tile.colour >= 0;
    const QColor mark =
        coloured ? campaignColour(tile.colour, m_palette) : colour(ColourRole::Exit, m_palette);
    QColor ground =
        tint(mark, m_palette, look.hovered || look.current || look.marked ? 0.26 : 0.13);
    QPen outline(Qt::NoPen);
    if (look.ghost) {
        ground = tint(ColourRole::Pull, m_palette, 0.10);
        outline = QPen(colour(ColourRole::Pull, m_palette), 1, Qt::DashLine);
    } else if (look.current || look.marked) {
        outline = QPen(colour(look.focused ? ColourRole::Pull : ColourRole::Exit, m_palette),
            look.focused && look.current ? 2 : 1);
    }
    painter.setPen(outline);
    painter.setBrush(ground);
    const qreal inset = outline.style() == Qt::NoPen ? 0 : outline.widthF() / 2;
    painter.drawRoundedRect(
        QRectF(rect).adjusted(inset, inset, -inset, -inset), TileRadius, TileRadius);
}

void TilePainter::paint(QPainter &painter, QRect rect, const Tile &tile, const TileLook &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.faded)
        painter.setOpacity(0.55);
    paintGround(painter, rect, tile, look);

    const QFontMetrics metrics(m_font);
    const QFontMetrics small(m_smallFont);
    const QString time = tile.time ? Formatting::time(*tile.time, m_locale) : QString();
    QString signs = signsText(tile.signs);
    const auto layOut = [&] {
        return TileLayout::of(rect, time.isEmpty() ? 0 : small.horizontalAdvance(time),
            signs.isEmpty() ? 0 : small.horizontalAdvance(signs),
            metrics.averageCharWidth() * MinCharacters, m_direction);
    };
    TileLayout layout = layOut();
    const int fewWords = metrics.averageCharWidth() * MinCharacters;
    if (tile.signs.size() > 1 && (layout.signs.isEmpty() || layout.text.width() < fewWords)) {
        signs = tile.signs.first() + u'+'; // better one of the networks than none
        layout = layOut();
    }
    if (tile.colour >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(campaignColour(tile.colour, m_palette));
        painter.drawRoundedRect(layout.stripe, 1.5, 1.5);
    }
    const auto alignment = QStyle::visualAlignment(m_direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.setFont(m_smallFont);
    painter.setPen(colour(ColourRole::QuietText, m_palette));
    if (!layout.time.isEmpty())
        painter.drawText(layout.time, int(alignment), time);
    if (!layout.signs.isEmpty()) {
        painter.setPen(colour(ColourRole::PullText, m_palette));
        painter.drawText(layout.signs, int(alignment), signs);
    }
    painter.setFont(m_font);
    painter.setPen(m_palette.color(QPalette::Text));
    if (tile.evergreen)
        layout.text = paintAgain(painter, layout.text);
    if (layout.text.width() >= metrics.averageCharWidth() * LeastCharacters)
        painter.drawText(layout.text, int(alignment) | Qt::TextSingleLine,
            metrics.elidedText(tile.text, Qt::ElideRight, layout.text.width()));
    paintStatusDot(painter, layout.dot, tile.status, tile.missed, m_palette);
    painter.restore();
}

QRect TilePainter::paintAgain(QPainter &painter, QRect words) const
{
    constexpr int size = 9;
    constexpr int gap = 4;
    QRect logical = QStyle::visualRect(m_direction, words, words);
    if (words.width() < size + gap)
        return words;
    const QRectF ring = QStyle::visualRect(
        m_direction, words, QRect(logical.x() + 1, logical.center().y() - size / 2, size, size));
    // An arrow that comes round, open at the upper right.
    painter.save();
    painter.setPen(QPen(colour(ColourRole::QuietText, m_palette), 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(ring.adjusted(1, 1, -1, -1), 60 * 16, 300 * 16);
    const QPointF tip(ring.center().x() + 2.5, ring.top() + 1.2);
    painter.drawLine(tip, tip + QPointF(-3, -1.4));
    painter.drawLine(tip, tip + QPointF(-1.6, 2.6));
    painter.restore();
    logical.setLeft(logical.left() + size + gap);
    return QStyle::visualRect(m_direction, words, logical);
}

void TilePainter::paintCard(QPainter &painter, QRect rect, const Tile &tile, const QString &when,
    const TileLook &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter, rect, tile, look);
    const QFontMetrics metrics(m_font);
    const QRect first(rect.x(), rect.y() + 3, rect.width(), metrics.height());
    const QRect second = first.translated(0, metrics.height());
    const TileLayout layout = TileLayout::of(first, 0, 0, 0, m_direction);
    if (tile.colour >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(campaignColour(tile.colour, m_palette));
        QRect stripe = layout.stripe;
        stripe.setTop(rect.top());
        stripe.setBottom(rect.bottom());
        painter.drawRoundedRect(stripe, 1.5, 1.5);
    }
    const auto leading =
        int(QStyle::visualAlignment(m_direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter.setFont(m_font);
    painter.setPen(m_palette.color(QPalette::Text));
    painter.drawText(layout.text, leading | Qt::TextSingleLine,
        metrics.elidedText(tile.text, Qt::ElideRight, layout.text.width()));
    paintStatusDot(painter, layout.dot, tile.status, tile.missed, m_palette);
    painter.setFont(m_smallFont);
    const QFontMetrics small(m_smallFont);
    const QString signs = signsText(tile.signs);
    const int signsWidth = signs.isEmpty() ? 0 : small.horizontalAdvance(signs) + 6;
    QRect line = second;
    line.setLeft(rect.left() + 8);
    line.setRight(rect.right() - 5);
    painter.setPen(colour(ColourRole::PullText, m_palette));
    painter.drawText(QStyle::visualRect(m_direction, rect, line), leading, signs);
    line.setLeft(line.left() + signsWidth);
    painter.setPen(colour(ColourRole::QuietText, m_palette));
    painter.drawText(QStyle::visualRect(m_direction, rect, line), leading,
        small.elidedText(when, Qt::ElideRight, line.width()));
    painter.restore();
}

void TilePainter::paintHidden(QPainter &painter, QRect rect, int count, bool hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(ColourRole::Hairline, m_palette), 1));
    painter.setBrush(
        hovered ? colour(ColourRole::Hover, m_palette) : m_palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), TileRadius, TileRadius);
    painter.setFont(m_smallFont);
    painter.setPen(m_palette.color(QPalette::Text));
    //: How many posts have no room.
    const QString text = QCoreApplication::translate("TilePainter", "+%1");
    painter.drawText(rect, Qt::AlignCenter, text.arg(m_locale.toString(count)));
    painter.restore();
}

void TilePainter::paintMore(QPainter &painter, QRect rect, int count, bool hovered) const
{
    painter.save();
    QFont font = m_smallFont;
    font.setUnderline(hovered);
    painter.setFont(font);
    painter.setPen(
        hovered ? m_palette.color(QPalette::Text) : colour(ColourRole::QuietText, m_palette));
    const QString text = QCoreApplication::translate("TilePainter", "+%n more", nullptr, count);
    painter.drawText(rect.adjusted(8, 0, -8, 0),
        int(QStyle::visualAlignment(m_direction, Qt::AlignLeft | Qt::AlignVCenter)), text);
    painter.restore();
}

QPixmap pictureOf(const Tile &tile, QSize size, const QWidget &view)
{
    const qreal ratio = view.devicePixelRatioF();
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    {
        QPainter painter(&picture);
        TilePainter(view.font(), view.palette(), view.layoutDirection(), view.locale())
            .paint(painter, QRect({}, size), tile, {.hovered = true});
    }
    return picture;
}
