// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/surfacedelegate.h"

#include "ui_common/theme.h"
#include "ui_profiles/copywords.h"
#include "ui_profiles/statusmark.h"
#include "ui_profiles/surfacemodel.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int BadgeSize = 24;
constexpr int NameWidth = 128;
constexpr int StateWidth = 188;
constexpr int Indent = Metrics::Large + BadgeSize + Metrics::Medium;
constexpr int NarrowText = 200; ///< below this the states stand under the name
constexpr int MostLines = 4;
constexpr int MarkSize = 12;
constexpr qreal LargeText = 1.2;

QFont copyFont(const QFont &base)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * LargeText);
    else
        font.setPixelSize(qRound(font.pixelSize() * LargeText));
    return font;
}

/// What a line says, and whether that is out in the world.
struct SurfaceWords
{
    QString text;
    bool isLive = false;
};

SurfaceWords wordsOf(const SurfaceRow &row)
{
    if (row.live && !row.live->text.isEmpty())
        return {row.live->text, true};
    if (row.pending && !row.pending->text.isEmpty())
        return {row.pending->text, false};
    return {};
}

/// \a text broken to \a width, at most MostLines; the last ends in an ellipsis where there is more.
QStringList brokenLines(const QString &text, const QFont &font, int width)
{
    QString flowing = text;
    flowing.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(flowing, font);
    QStringList lines;
    layout.beginLayout();
    while (true) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        const QString rest = flowing.mid(line.textStart());
        if (lines.size() == MostLines - 1) {
            lines.append(QFontMetrics(font).elidedText(rest.simplified(), Qt::ElideRight, width));
            break;
        }
        lines.append(rest.left(line.textLength()).remove(QChar::LineSeparator));
    }
    layout.endLayout();
    return lines;
}

/// Where the parts of a surface's line are, for painting and for its height.
struct LineLayout
{
    LineLayout(const QRect &line, const QFont &font, const SurfaceRow &row)
        : copy(copyFont(font))
        , words(wordsOf(row))
    {
        const QFontMetrics small(font);
        const int textWidth =
            line.width() - Indent - NameWidth - StateWidth - 2 * Metrics::Medium - Metrics::Large;
        const bool narrow = textWidth < NarrowText;
        const int top = line.top() + Metrics::Small;
        const int left = line.left() + Indent;
        const int states = std::max(1, int(row.live.has_value()) + int(row.pending.has_value()));
        const int stateHeight = states * (small.height() + 2);
        name = QRect(left, top, NameWidth, small.height() + 4);
        const int width =
            narrow ? line.right() - Metrics::Large - name.right() - Metrics::Medium : textWidth;
        text = QRect(name.right() + Metrics::Medium, top, std::max(width, 40), 0);
        lines = brokenLines(words.text, copy, text.width());
        text.setHeight(
            int(std::max<qsizetype>(1, lines.size())) * QFontMetrics(copy).lineSpacing());
        state = narrow
            ? QRect(text.left(), text.bottom() + Metrics::Tiny, text.width(), stateHeight)
            : QRect(text.right() + Metrics::Medium, top + 1, StateWidth, stateHeight);
        height = std::max(text.bottom(), state.bottom()) - line.top() + Metrics::Small;
    }

    QFont copy;
    SurfaceWords words;
    QStringList lines;
    QRect name;
    QRect text;
    QRect state;
    int height = 0;
};

int headingHeight(const QFont &font)
{
    return std::max(BadgeSize, QFontMetrics(headingFont(font)).height()) + Metrics::Wide
        + Metrics::Tiny;
}
} // namespace

SurfaceDelegate::SurfaceDelegate(const QTimeZone &zone, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_zone(zone)
{ }

QSize SurfaceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(SurfaceModel::RowRole).value<SurfaceRow>();
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (!row.surface)
        return {width, headingHeight(option.font)};
    return {width, LineLayout(QRect(0, 0, width, 0), option.font, row).height};
}

void SurfaceDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(SurfaceModel::RowRole).value<SurfaceRow>();
    painter->save();
    if (!row.surface) {
        paintHeading(painter, option, row);
        painter->restore();
        return;
    }
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : nullptr;
    if (style)
        style->drawControl(QStyle::CE_ItemViewItem, &panel, painter, option.widget);

    const QPalette &palette = option.palette;
    const LineLayout layout(option.rect, option.font, row);
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const auto flags =
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    painter->setFont(option.font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(mirrored(layout.name), flags,
        painter->fontMetrics().elidedText(
            CopyWords::surface(*row.surface), Qt::ElideRight, layout.name.width()));
    painter->setFont(layout.words.text.isEmpty() ? option.font : layout.copy);
    painter->setPen(
        palette.color(layout.words.isLive ? QPalette::Text : QPalette::PlaceholderText));
    if (layout.words.text.isEmpty())
        painter->drawText(mirrored(layout.text), flags, tr("No copy yet"));
    QRect line = layout.text;
    line.setHeight(QFontMetrics(layout.copy).lineSpacing());
    for (const QString &words : layout.lines) {
        painter->drawText(mirrored(line), flags, words);
        line.translate(0, line.height());
    }
    paintStates(painter, option, layout.state, row);
    painter->restore();
}

void SurfaceDelegate::paintStates(QPainter *painter, const QStyleOptionViewItem &option,
    const QRect &where, const SurfaceRow &row) const
{
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    const QFontMetrics metrics(option.font);
    QRect line = where;
    line.setHeight(metrics.height() + 2);
    const auto state = [&](const ProfileCopy &copy) {
        const QRect mark(line.left(), line.center().y() - MarkSize / 2, MarkSize, MarkSize);
        const QRect text = line.adjusted(MarkSize + Metrics::Tiny + 2, 0, 0, 0);
        paintStatusMark(*painter, QStyle::visualRect(option.direction, option.rect, mark),
            copy.status, option.palette);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, text),
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
            metrics.elidedText(CopyWords::status(copy, m_zone), Qt::ElideRight, text.width()));
        line.translate(0, line.height());
    };
    if (row.live)
        state(*row.live);
    if (row.pending)
        state(*row.pending);
}

void SurfaceDelegate::paintHeading(
    QPainter *painter, const QStyleOptionViewItem &option, const SurfaceRow &row) const
{
    const QRect &rect = option.rect;
    const auto mirrored = [&option](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    const auto leading =
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter);
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect badge(rect.left() + Metrics::Large,
        rect.bottom() - Metrics::Small - BadgeSize + Metrics::Tiny, BadgeSize, BadgeSize);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tint(ColourRole::Pull, option.palette));
    painter->drawRoundedRect(mirrored(badge), Metrics::Radius, Metrics::Radius);
    painter->setFont(strongFont(option.font));
    painter->setPen(colour(ColourRole::PullText, option.palette));
    painter->drawText(mirrored(badge), Qt::AlignCenter, row.sign);

    const QFont heading = headingFont(option.font);
    const QFontMetrics metrics(heading);
    const int room = rect.right() - Metrics::Large - rect.left() - Indent;
    const QString title = metrics.elidedText(row.channel.name, Qt::ElideRight, room);
    QRect text(rect.left() + Indent, badge.top(), metrics.horizontalAdvance(title) + 1, BadgeSize);
    painter->setFont(heading);
    painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
    painter->drawText(mirrored(text), leading, title);
    text.setLeft(text.right() + Metrics::Small);
    text.setRight(rect.right() - Metrics::Large);
    const QString where = row.channel.handle.isEmpty()
        ? row.network
        : tr("%1 · %2").arg(row.network, row.channel.handle);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Active, QPalette::PlaceholderText));
    painter->drawText(mirrored(text), leading,
        QFontMetrics(option.font).elidedText(where, Qt::ElideRight, text.width()));
}
