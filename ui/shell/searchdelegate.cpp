// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/searchdelegate.h"

#include "ui_common/theme.h"
#include "ui_shell/searchmodel.h"

#include <QAction>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int TextLines = 2;

/// How a text with marks is to be drawn.
struct MarkedLook
{
    QFont font;
    QColor colour;
    int lines = 1; ///< at most
    Qt::LayoutDirection direction = Qt::LeftToRight; ///< of the window
};

void applyMarks(QTextLayout &layout, const MarkedText &marked, qsizetype length)
{
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setFontUnderline(true);
    QList<QTextLayout::FormatRange> ranges;
    for (const TextRange &mark : marked.marks) {
        const qsizetype end = std::min(mark.end(), length);
        if (mark.start < end)
            ranges.append({int(mark.start), int(end - mark.start), format});
    }
    layout.setFormats(ranges);
}

/// Sets the lines of \a layout; the offset of what does not fit, or -1.
int layOutLines(QTextLayout &layout, const MarkedLook &look, int width)
{
    const QString text = layout.text();
    QTextOption options;
    options.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    options.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    options.setAlignment(
        Qt::AlignAbsolute | (look.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    layout.setTextOption(options);
    layout.beginLayout();
    qreal top = 0;
    int rest = -1;
    for (int i = 0;; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        if (i == look.lines) {
            rest = line.textStart();
            break;
        }
        line.setPosition({0, top});
        top += line.height();
    }
    layout.endLayout();
    return rest;
}

void drawMarked(
    QPainter &painter, const QRect &rect, const MarkedText &marked, const MarkedLook &look)
{
    QString text = marked.text;
    QTextLayout layout(text, look.font);
    applyMarks(layout, marked, text.size());
    const int rest = layOutLines(layout, look, rect.width());
    if (rest > 1) {
        qsizetype end = rest - 1;
        if (text.at(end).isLowSurrogate())
            --end;
        text = text.left(end) + u'…';
        layout.setText(text);
        applyMarks(layout, marked, end);
        (void)layOutLines(layout, look, rect.width());
    }
    painter.setPen(look.colour);
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
}

QRect innerOf(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(Metrics::Medium, Metrics::Small, -Metrics::Medium, -Metrics::Small);
}

int linesOf(const SearchHit &hit)
{
    if (hit.text.text.isEmpty())
        return 0;
    return hit.kind == SearchKind::Prospect ? 1 : TextLines;
}
} // namespace

SearchDelegate::SearchDelegate(const SearchModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{ }

void SearchDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem copy = option;
    initStyleOption(&copy, index);
    painter->save();
    if (m_model.rowKind(index) == SearchModel::RowKind::Heading) {
        paintHeading(*painter, copy, index);
        painter->restore();
        return;
    }
    if (copy.state.testFlag(QStyle::State_Selected))
        painter->fillRect(copy.rect, copy.palette.color(QPalette::Highlight));
    else if (copy.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(copy.rect, colour(ColourRole::Hover, copy.palette));
    paintHit(*painter, copy, index);
    painter->restore();
}

void SearchDelegate::paintHeading(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect inner = innerOf(option);
    const QRect sign = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
        QSize(Metrics::Icon, Metrics::Icon), inner);
    m_model.headingIcon(index).paint(&painter, sign);
    const QRect words = QStyle::visualRect(
        option.direction, inner, inner.adjusted(Metrics::Icon + Metrics::Small, 0, 0, 0));
    painter.setFont(strongFont(option.font));
    painter.setPen(colour(ColourRole::QuietText, option.palette));
    painter.drawText(words,
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextSingleLine,
        option.text);
}

void SearchDelegate::paintHit(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect inner = innerOf(option);
    inner = QStyle::visualRect(
        option.direction, inner, inner.adjusted(Metrics::Icon + Metrics::Small, 0, 0, 0));
    const SearchHit *hit = m_model.hit(index);
    const int height = option.fontMetrics.height();
    QRect line(inner.left(), inner.top(), inner.width(), height);
    MarkedLook look {option.font, option.palette.color(QPalette::Text), 1, option.direction};
    const QAction *command = m_model.command(index);
    if (!hit && !command) {
        look.colour = colour(ColourRole::QuietText, option.palette);
        drawMarked(painter, line, {option.text, {}}, look);
        return;
    }
    const QString when =
        hit ? m_model.when(*hit) : command->shortcut().toString(QKeySequence::NativeText);
    if (!when.isEmpty()) {
        const int width = option.fontMetrics.horizontalAdvance(when);
        painter.setFont(option.font);
        painter.setPen(colour(ColourRole::QuietText, option.palette));
        painter.drawText(line,
            int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter))
                | Qt::TextSingleLine,
            when);
        line = QStyle::visualRect(
            option.direction, line, line.adjusted(0, 0, -width - Metrics::Medium, 0));
    }
    drawMarked(painter, line, hit ? hit->title : MarkedText {option.text, {}}, look);
    if (!hit)
        return;
    look.colour = colour(ColourRole::QuietText, option.palette);
    look.lines = linesOf(*hit);
    if (look.lines > 0)
        drawMarked(painter,
            QRect(inner.left(), inner.top() + height, inner.width(), look.lines * height),
            hit->text, look);
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem copy = option;
    initStyleOption(&copy, index);
    const SearchHit *hit = m_model.hit(index);
    const int lines = 1 + (hit ? linesOf(*hit) : 0);
    return {0, lines * copy.fontMetrics.height() + 2 * Metrics::Small};
}
