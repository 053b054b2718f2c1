// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
    invalidate();
}

int FlowLayout::count() const
{
    return int(m_items.size());
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return m_items.value(index, nullptr);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= m_items.size())
        return nullptr;
    QLayoutItem *taken = m_items.takeAt(index);
    invalidate();
    return taken;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize least(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    (void)arrange(rect, true);
}

int FlowLayout::widthOf(const QLayoutItem *item, int most)
{
    return std::max(std::min(item->sizeHint().width(), most), item->minimumSize().width());
}

int FlowLayout::arrange(const QRect &rect, bool places) const
{
    const QRect inner = rect.marginsRemoved(contentsMargins());
    QList<QLayoutItem *> line;
    int width = 0; // of the line
    int height = 0; // of the line
    int top = inner.top();
    const auto end = [&] {
        if (places)
            placeLine(QRect(inner.left(), top, inner.width(), height), line);
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int wanted = widthOf(item, inner.width());
        if (!line.isEmpty() && width + spacing() + wanted > inner.width()) {
            end();
            top += height + spacing();
            width = height = 0;
        }
        width += (line.isEmpty() ? 0 : spacing()) + wanted;
        height = std::max(height, item->sizeHint().height());
        line.append(item);
    }
    end();
    return top + height - rect.top() + contentsMargins().bottom();
}

void FlowLayout::placeLine(const QRect &line, const QList<QLayoutItem *> &items) const
{
    const Qt::LayoutDirection direction =
        parentWidget() == nullptr ? Qt::LeftToRight : parentWidget()->layoutDirection();
    int left = line.left();
    for (QLayoutItem *item : items) {
        const QSize size(
            widthOf(item, line.width()), std::min(item->sizeHint().height(), line.height()));
        const QRect place(QPoint(left, line.top() + (line.height() - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(direction, line, place));
        left += size.width() + spacing();
    }
}
