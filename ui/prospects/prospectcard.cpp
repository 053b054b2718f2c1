// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectcard.h"

#include "domain/conversation.h"
#include "models/prospectlistmodel.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QPainter>

#include <algorithm>

namespace {
constexpr int CardSpacing = 4;

int cardLeading(const QStyleOptionViewItem &option)
{
    return int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
        | Qt::TextSingleLine;
}

void drawCardLine(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &line, const QString &text)
{
    painter.drawText(line, cardLeading(option),
        painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

/// Draws \a text at the end of \a line and returns what is left before it.
QRect drawAtEnd(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &line, const QString &text)
{
    const int width = painter.fontMetrics().horizontalAdvance(text);
    painter.drawText(line,
        int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter))
            | Qt::TextSingleLine,
        text);
    return QStyle::visualRect(
        option.direction, line, line.adjusted(0, 0, -width - Metrics::Tiny, 0));
}
} // namespace

ProspectCardDelegate::ProspectCardDelegate(bool wantsStep, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_wantsStep(wantsStep)
{ }

QRect ProspectCardDelegate::cardRect(const QRect &rect)
{
    return rect.adjusted(Metrics::Tiny, 0, -Metrics::Tiny, -CardSpacing);
}

QSize ProspectCardDelegate::sizeHint(
    const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, 3 * option.fontMetrics.height() + 2 * Metrics::Tiny + Metrics::Small + CardSpacing};
}

void ProspectCardDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const QRect inner =
        cardRect(option.rect)
            .adjusted(Metrics::Small, Metrics::Tiny, -Metrics::Small, -Metrics::Tiny);
    const int height = option.fontMetrics.height() + Metrics::Tiny / 2;
    const QRect first(inner.left(), inner.top(), inner.width(), height);
    const QRect name = paintWaiting(*painter, option, index, first);
    painter->setFont(strongFont(option.font));
    painter->setPen(option.palette.color(QPalette::Text));
    drawCardLine(*painter, option, name, index.data(Qt::DisplayRole).toString());
    painter->setFont(option.font);
    painter->setPen(colour(ColourRole::QuietText, option.palette));
    drawCardLine(*painter, option, first.translated(0, height),
        index.data(ProspectRole::Company).toString());
    if (index.data(ProspectRole::IsLoaded).toBool())
        paintStep(*painter, option, index, first.translated(0, 2 * height));
    painter->restore();
}

void ProspectCardDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool focused = current && option.widget != nullptr && option.widget->hasFocus();
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setPen(QPen(focused ? colour(ColourRole::Pull, option.palette)
                                : colour(ColourRole::Hairline, option.palette),
        focused ? 2 : 1));
    painter.setBrush(current ? option.palette.color(QPalette::Highlight)
            : hovered        ? colour(ColourRole::Hover, option.palette)
                             : option.palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(cardRect(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5),
        Metrics::Radius, Metrics::Radius);
}

QRect ProspectCardDelegate::paintWaiting(QPainter &painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const QRect &line) const
{
    const int waiting = index.data(ProspectRole::Waiting).toInt();
    const int turn = index.data(ProspectRole::Turn).toInt();
    QString text;
    if (waiting > 0)
        //: On a card: so many of their messages wait for an answer.
        text = tr("%1 waiting").arg(Formatting::number(waiting));
    else if (turn == int(Turn::We))
        text = tr("Our turn");
    if (text.isEmpty())
        return line;
    painter.setFont(strongFont(option.font));
    painter.setPen(colour(ColourRole::PushText, option.palette));
    return drawAtEnd(painter, option, line, text);
}

void ProspectCardDelegate::paintStep(QPainter &painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const QRect &line) const
{
    QRect rest = line;
    const int quiet = index.data(ProspectRole::QuietDays).toInt();
    if (quiet >= 0) {
        painter.setPen(colour(ColourRole::QuietText, option.palette));
        //: On a card: days since the last word.
        rest = drawAtEnd(painter, option, line, tr("%1 d").arg(Formatting::number(quiet)));
    }
    const QString day = index.siblingAtColumn(ProspectListModel::NextStep).data().toString();
    if (index.data(ProspectRole::IsOverdue).toBool()) {
        painter.setFont(strongFont(option.font));
        painter.setPen(colour(ColourRole::DangerText, option.palette));
        //: A day that has passed, on which something was to be done.
        drawCardLine(painter, option, rest, tr("%1, overdue").arg(day));
        return;
    }
    if (!day.isEmpty() || !m_wantsStep) {
        drawCardLine(painter, option, rest, day);
        return;
    }
    // A sign and a word, not the colour alone.
    const int size = std::min(option.fontMetrics.height() - 2, rest.width());
    const QRect sign = QStyle::alignedRect(
        option.direction, Qt::AlignLeft | Qt::AlignVCenter, QSize(size, size), rest);
    painter.setFont(strongFont(option.font));
    painter.setPen(QPen(colour(ColourRole::WarningText, option.palette), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(sign).adjusted(1, 1, -1, -1));
    painter.drawText(sign, Qt::AlignCenter, QStringLiteral("!"));
    drawCardLine(painter, option,
        QStyle::visualRect(option.direction, rest, rest.adjusted(size + Metrics::Tiny, 0, 0, 0)),
        tr("No next step"));
}
