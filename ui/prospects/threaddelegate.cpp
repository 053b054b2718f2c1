// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threaddelegate.h"

#include "models/threadmodel.h"
#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/stagepill.h"

#include <QDateTime>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {
using Kind = ThreadEntry::Kind;

constexpr int Pad = Metrics::Small;
constexpr int Gap = Metrics::Tiny;
constexpr int Margin = Metrics::Large; ///< between the entries and the edges of the view
constexpr qreal BubbleShare = 0.74;
/// Beyond this a thread is read in a program of its own; bounds the work of one row.
constexpr int MostCharacters = 20'000;

QFont smallFont(const QFont &font)
{
    QFont small = font;
    if (font.pointSizeF() > 0)
        small.setPointSizeF(font.pointSizeF() * 0.88);
    else
        small.setPixelSize(qRound(font.pixelSize() * 0.88));
    return small;
}

bool isBlock(const ThreadEntry &entry)
{
    return entry.kind == Kind::Message || entry.kind == Kind::Touch
        || (entry.kind == Kind::Move && !entry.text.isEmpty())
        || (entry.kind == Kind::Step && !entry.text.isEmpty());
}

bool isBubble(const ThreadEntry &entry)
{
    return entry.kind == Kind::Message && entry.medium != Medium::Note
        && entry.direction != Direction::System;
}

QString shown(const QString &text)
{
    QString words = text.left(MostCharacters);
    return words.replace(u'\n', QChar::LineSeparator);
}

/// Breaks \a text into lines of at most \a width.
QSizeF layOut(QTextLayout &layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    qreal height = 0;
    qreal widest = 0;
    layout.beginLayout();
    for (;;) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
        widest = std::max(widest, line.naturalTextWidth());
    }
    layout.endLayout();
    return {std::min<qreal>(widest, width), height};
}
QIcon signOf(const ThreadEntry &entry)
{
    switch (entry.kind) {
    case Kind::Message:
        return entry.direction == Direction::System ? Icons::named(u"help-about"_s)
                                                    : ProspectLook::mediumIcon(entry.medium);
    case Kind::Touch:
        return Icons::named(u"emblem-favorite"_s, u"rating"_s);
    case Kind::Step:
        return Icons::named(entry.isOpen ? u"appointment-reminder"_s : u"dialog-ok-apply"_s);
    case Kind::Move:
    case Kind::Day:
    case Kind::Hop:
    case Kind::Earlier:
        return Icons::named(u"go-next"_s);
    }
    Q_UNREACHABLE();
}

QColor groundOf(const ThreadEntry &entry, const QPalette &palette)
{
    if (isBubble(entry))
        return entry.direction == Direction::Ours ? tint(ColourRole::Pull, palette, 0.13)
                                                  : colour(ColourRole::Hover, palette);
    if (entry.kind == Kind::Touch || entry.kind == Kind::Move)
        return tint(ProspectLook::markOf(entry.side), palette, 0.08);
    return colour(ColourRole::Surface, palette);
}
} // namespace

/// Where the parts of a block are, from its own top left corner, not mirrored.
struct ThreadDelegate::Place
{
    int height = 0;
    int textWidth = 0; ///< at most
};

ThreadDelegate::ThreadDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{ }

const ThreadEntry *ThreadDelegate::entryOf(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ThreadModel *>(index.model());
    return model != nullptr && index.row() < model->entries().size()
        ? &model->entries().at(index.row())
        : nullptr;
}

ThreadDelegate::Place ThreadDelegate::placeOf(
    const ThreadEntry &entry, int width, const QFont &font) const
{
    const QFontMetrics metrics(font);
    const QFontMetrics small(smallFont(font));
    Place place;
    if (!isBlock(entry)) {
        place.height = entry.kind == Kind::Day ? small.height() + Metrics::Wide
                                               : small.height() + Metrics::Large;
        return place;
    }
    const int whole = std::max(width - 2 * Margin, 80);
    place.textWidth = (isBubble(entry) ? int(whole * BubbleShare) : whole) - 2 * Pad
        - (isBubble(entry) ? 0 : Metrics::Icon + Metrics::Small);
    int text = 0;
    if (!entry.text.isEmpty()) {
        const bool oneLine =
            !entry.text.contains(u'\n') && entry.text.size() * metrics.maxWidth() < place.textWidth;
        if (oneLine) {
            text = int(std::ceil(QFontMetricsF(font).height()));
        } else {
            QTextLayout layout(shown(entry.text), font);
            text = int(std::ceil(layOut(layout, place.textWidth).height()));
        }
    }
    place.height = small.height() + text + 2 * Pad + (text > 0 ? 2 : 0) + Gap;
    return place;
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThreadEntry *entry = entryOf(index);
    if (entry == nullptr)
        return {};
    const int width = option.rect.width();
    const auto key = std::pair(entry->id, width * 8 + int(entry->kind)); // ids use all 63 bits
    if (entry->id != 0) {
        if (const auto known = m_heights.constFind(key); known != m_heights.constEnd())
            return {width, *known};
    }
    const int height = placeOf(*entry, width, option.font).height;
    if (entry->id != 0)
        m_heights.insert(key, height);
    return {width, height};
}

QString ThreadDelegate::timeOf(const ThreadEntry &entry, const QModelIndex &index) const
{
    const bool known =
        entry.at.precision == Precision::Exact || entry.at.precision == Precision::Minute;
    const auto *model = qobject_cast<const ThreadModel *>(index.model());
    if (!known || model == nullptr)
        return {};
    return Formatting::time(QDateTime::fromMSecsSinceEpoch(entry.at.ms, model->zone()).time());
}

QString ThreadDelegate::headOf(const ThreadEntry &entry, const QModelIndex &index) const
{
    QStringList parts;
    if (entry.kind == Kind::Message && !entry.who.isEmpty())
        parts << entry.who;
    if (!entry.title.isEmpty())
        parts << entry.title;
    if (entry.minutes > 0)
        parts << tr("%n minute(s)", nullptr, entry.minutes);
    if (entry.kind == Kind::Move && !entry.who.isEmpty())
        parts << entry.who;
    if (const QString time = timeOf(entry, index); !time.isEmpty())
        parts << time;
    return parts.join(u" · "_s);
}

void ThreadDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ThreadEntry *entry = entryOf(index);
    if (entry == nullptr)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QStyleOptionViewItem copy = option;
    copy.text = headOf(*entry, index);
    if (isBlock(*entry))
        paintBlock(*painter, copy, *entry, index);
    else
        paintLine(*painter, copy, *entry);
    painter->restore();
}

void ThreadDelegate::paintLine(
    QPainter &painter, const QStyleOptionViewItem &option, const ThreadEntry &entry) const
{
    QString text = option.text;
    QColor ink = colour(ColourRole::QuietText, option.palette);
    QIcon icon;
    if (entry.kind == Kind::Day) {
        text =
            entry.day.isValid() ? Formatting::relativeDay(entry.day, m_today) : tr("Date unknown");
    } else if (entry.kind == Kind::Move) {
        ink = colour(ProspectLook::textOf(entry.side), option.palette);
    } else if (entry.kind == Kind::Hop) {
        text = entry.title;
        icon = ProspectLook::mediumIcon(entry.medium);
    } else if (entry.kind == Kind::Earlier) {
        text = entry.title;
        ink = option.palette.color(QPalette::Link);
    }
    const QFont font = entry.kind == Kind::Day || entry.kind == Kind::Move
        ? strongFont(smallFont(option.font))
        : smallFont(option.font);
    const QFontMetrics metrics(font);
    const QRect whole = option.rect.adjusted(Margin, 0, -Margin, 0);
    text = metrics.elidedText(text, Qt::ElideRight, whole.width() - 2 * Metrics::Wide);
    const int sign = icon.isNull() ? 0 : Metrics::Icon + Metrics::Tiny;
    const int width = metrics.horizontalAdvance(text) + sign;
    const QRect words = QStyle::alignedRect(
        option.direction, Qt::AlignCenter, QSize(width + 2, metrics.height()), whole);
    const int y = words.center().y();
    painter.setPen(colour(ColourRole::Hairline, option.palette));
    if (entry.kind == Kind::Day || entry.kind == Kind::Move) {
        painter.drawLine(whole.left(), y, words.left() - Metrics::Small, y);
        painter.drawLine(words.right() + Metrics::Small, y, whole.right(), y);
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(QPalette::Highlight));
        painter.drawRoundedRect(words.adjusted(-Metrics::Small, -2, Metrics::Small, 2),
            Metrics::Radius, Metrics::Radius);
    }
    if (!icon.isNull()) {
        const QRect place = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
            QSize(Metrics::Icon, Metrics::Icon), words);
        painter.drawPixmap(
            place, Icons::tinted(icon, ink, Metrics::Icon, painter.device()->devicePixelRatioF()));
    }
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(option.direction, words, words.adjusted(sign, 0, 0, 0)),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), text);
}

void ThreadDelegate::paintBlock(QPainter &painter, const QStyleOptionViewItem &option,
    const ThreadEntry &entry, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const Place place = placeOf(entry, option.rect.width(), option.font);
    const QFont headFont = smallFont(option.font);
    const QFontMetrics head(headFont);
    const bool bubble = isBubble(entry);
    const int signWidth = bubble ? 0 : Metrics::Icon + Metrics::Small;
    QTextLayout layout(shown(entry.text), option.font);
    const QSizeF text = entry.text.isEmpty() ? QSizeF() : layOut(layout, place.textWidth);
    const QRect whole = option.rect.adjusted(Margin, 0, -Margin, -Gap);
    const int wanted = std::min<int>(place.textWidth,
        std::max(int(std::ceil(text.width())) + 1, head.horizontalAdvance(option.text) + 2));
    const int width = bubble ? wanted + 2 * Pad : whole.width();
    const bool ours = bubble && entry.direction == Direction::Ours;
    const QRect ground = QStyle::alignedRect(option.direction,
        (ours ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop, QSize(width, whole.height()),
        whole);

    const QColor fill = groundOf(entry, option.palette);
    painter.setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.setPen(QPen(option.palette.color(QPalette::Link), 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(
        QRectF(ground).adjusted(0.75, 0.75, -0.75, -0.75), Metrics::Radius, Metrics::Radius);

    const QRect inner = ground.adjusted(Pad, Pad, -Pad, -Pad);
    QColor headInk = colour(ColourRole::QuietText, option.palette);
    if (!bubble) {
        if (entry.kind == Kind::Touch || entry.kind == Kind::Move)
            headInk = colour(ProspectLook::textOf(entry.side), option.palette);
        const QRect signRect = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignTop,
            QSize(Metrics::Icon, Metrics::Icon), inner);
        painter.drawPixmap(signRect,
            Icons::tinted(
                signOf(entry), headInk, Metrics::Icon, painter.device()->devicePixelRatioF()));
    }
    const QRect words =
        QStyle::visualRect(option.direction, inner, inner.adjusted(signWidth, 0, 0, 0));
    painter.setFont(headFont);
    painter.setPen(headInk);
    painter.drawText(QRect(words.left(), words.top(), words.width(), head.height()),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        head.elidedText(option.text, Qt::ElideRight, words.width()));
    if (!entry.text.isEmpty()) {
        painter.setPen(option.palette.color(QPalette::Text));
        layout.draw(&painter, QPointF(words.left(), words.top() + head.height() + 2));
    }
}
