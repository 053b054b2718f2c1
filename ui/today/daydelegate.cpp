// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/daydelegate.h"

#include "ui_common/sidelook.h"
#include "ui_common/theme.h"
#include "ui_today/daymodel.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int Spare = 2; // pixels: parts of one would elide a word that fits
// In average letters, so that a large font is not cut earlier.
constexpr int WidestStage = 22;
constexpr int WidestWhen = 32;

int alignment(Qt::LayoutDirection direction, Qt::Alignment side)
{
    return int(QStyle::visualAlignment(direction, side | Qt::AlignVCenter)) | Qt::TextSingleLine;
}

/// Draws \a text elided at the leading edge of \a line and returns what is left of it.
QRect drawLeading(
    QPainter &painter, Qt::LayoutDirection direction, const QRect &line, const QString &text)
{
    if (text.isEmpty() || line.width() <= 0)
        return line;
    const QFontMetrics metrics(painter.font());
    const QString shown = metrics.elidedText(text, Qt::ElideRight, line.width());
    painter.drawText(line, alignment(direction, Qt::AlignLeft), shown);
    const int used = std::min(metrics.horizontalAdvance(shown) + Metrics::Small, line.width());
    return QStyle::visualRect(direction, line, line.adjusted(used, 0, 0, 0));
}
} // namespace

DayDelegate::DayDelegate(const DayModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{ }

QSize DayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    switch (m_model.kindOf(index)) {
    case DayModel::Kind::Heading:
        return {0, QFontMetrics(headingFont(option.font)).height() + Metrics::Wide};
    case DayModel::Kind::Row:
        return {0, 2 * line + Metrics::Small + 2 * Metrics::Tiny};
    case DayModel::Kind::Field:
        return {0, m_model.fieldHeight()};
    case DayModel::Kind::More:
        return {0, line + Metrics::Medium};
    }
    Q_UNREACHABLE();
}

void DayDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver)
        && option.state.testFlag(QStyle::State_Enabled))
        painter->fillRect(option.rect, colour(ColourRole::Hover, option.palette));
    const QRect inner = option.rect.adjusted(Metrics::Large, 0, -Metrics::Large, 0);
    switch (m_model.kindOf(index)) {
    case DayModel::Kind::Heading:
        painter->setFont(headingFont(option.font));
        painter->setPen(option.palette.color(QPalette::Active, QPalette::Text));
        drawLeading(*painter, option.direction, inner.adjusted(0, Metrics::Small, 0, 0),
            index.data(Qt::DisplayRole).toString());
        break;
    case DayModel::Kind::Row:
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
            colour(ColourRole::Hairline, option.palette));
        paintRow(*painter, option, *m_model.rowAt(index), rowLines(option, index));
        break;
    case DayModel::Kind::More:
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::Link));
        drawLeading(*painter, option.direction, inner, index.data(Qt::DisplayRole).toString());
        break;
    case DayModel::Kind::Field:
        break;
    }
    painter->restore();
}

bool DayDelegate::setButtons(const QModelIndex &index, QSize size)
{
    if (m_buttonRow == index && m_buttons == size)
        return false;
    m_buttonRow = index;
    m_buttons = size;
    return true;
}

DayDelegate::RowLines DayDelegate::rowLines(
    const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect inner =
        option.rect.adjusted(Metrics::Large, Metrics::Tiny, -Metrics::Large, -Metrics::Tiny);
    const int height = inner.height() / 2;
    RowLines lines {QRect(inner.left(), inner.top(), inner.width(), height),
        QRect(inner.left(), inner.top() + height, inner.width(), height)};
    if (!index.isValid() || m_buttonRow != index)
        return lines;
    const int covered = option.rect.bottom() - m_buttons.height(); // from here on
    for (QRect *line : {&lines.upper, &lines.lower}) {
        const int letters = (line->height() + option.fontMetrics.height()) / 2 + 1;
        if (line->top() + letters > covered)
            *line = QStyle::visualRect(option.direction, *line,
                line->adjusted(0, 0, -std::min(m_buttons.width(), line->width()), 0));
    }
    return lines;
}

void DayDelegate::paintRow(
    QPainter &painter, const QStyleOptionViewItem &option, const WorkRow &row, RowLines lines) const
{
    const DayContext &context = m_model.context();
    QRect upper = lines.upper;
    QRect lower = lines.lower;

    const QString when = DayWords::when(row, context);
    if (!when.isEmpty()) {
        const bool isLate = DayWords::isOverdue(row, context);
        painter.setFont(option.font);
        painter.setPen(
            colour(isLate ? ColourRole::DangerText : ColourRole::QuietText, option.palette));
        const int width = std::min({option.fontMetrics.horizontalAdvance(when) + Spare,
            WidestWhen * option.fontMetrics.averageCharWidth(), upper.width() / 2});
        painter.drawText(upper, alignment(option.direction, Qt::AlignRight),
            option.fontMetrics.elidedText(when, Qt::ElideRight, width));
        upper = QStyle::visualRect(
            option.direction, upper, upper.adjusted(0, 0, -width - Metrics::Medium, 0));
    }
    painter.setFont(strongFont(option.font));
    painter.setPen(option.palette.color(QPalette::Text));
    upper = drawLeading(painter, option.direction, upper, DayWords::name(row));
    painter.setFont(option.font);
    painter.setPen(colour(ColourRole::QuietText, option.palette));
    drawLeading(painter, option.direction, upper, DayWords::beside(row));
    lower = paintStage(painter, option, row, lower);
    painter.setPen(option.palette.color(QPalette::Text));
    drawLeading(painter, option.direction, lower, DayWords::why(row, context));
}

QRect DayDelegate::paintStage(QPainter &painter, const QStyleOptionViewItem &option,
    const WorkRow &row, const QRect &line) const
{
    const Stage *stage = m_model.stageOf(row);
    if (stage == nullptr || line.width() <= 0)
        return line;
    QRect room = line;
    room.setWidth(std::min(line.width(), WidestStage * option.fontMetrics.averageCharWidth()));
    room = QStyle::visualRect(option.direction, line, room);
    const QRect pill = SideLook::paintPill(
        painter, room, stage->name, stage->side, option.palette, option.direction);
    if (pill.isNull())
        return line;
    return QStyle::visualRect(
        option.direction, line, line.adjusted(pill.width() + Metrics::Small, 0, 0, 0));
}
