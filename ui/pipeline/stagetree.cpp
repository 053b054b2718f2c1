// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/stagetree.h"

#include <QDropEvent>
#include <QPainter>

StageTree::StageTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setDragDropMode(QAbstractItemView::InternalMove);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers); // one column can be edited, see the page
    setItemsExpandable(false);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
}

StageId StageTree::stageOf(const QTreeWidgetItem *item)
{
    return item == nullptr ? StageId() : StageId(item->data(0, IdRole).toLongLong());
}

QTreeWidgetItem *StageTree::itemOf(StageId id) const
{
    for (int side = 0; side < topLevelItemCount(); ++side) {
        QTreeWidgetItem *heading = topLevelItem(side);
        for (int i = 0; i < heading->childCount(); ++i) {
            if (stageOf(heading->child(i)) == id)
                return heading->child(i);
        }
    }
    return nullptr;
}

StageId StageTree::stageBehind(QTreeWidgetItem *item)
{
    QTreeWidget *tree = item->treeWidget();
    for (QTreeWidgetItem *next = tree->itemBelow(item); next; next = tree->itemBelow(next)) {
        if (const StageId id = stageOf(next); !id.isNull())
            return id;
    }
    return {};
}

void StageTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (selectionModel()->isSelected(index))
        painter->fillRect(rect, palette().color(QPalette::Highlight)); // the items begin behind it
    QTreeWidget::drawBranches(painter, rect, index);
}

void StageTree::dropEvent(QDropEvent *event)
{
    const StageId dragged = currentStage();
    QTreeWidgetItem *at = itemAt(event->position().toPoint());
    // The pipeline is told, and shows itself anew: nothing is taken from the tree.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    if (event->source() != this || dragged.isNull() || at == nullptr)
        return;
    const QTreeWidgetItem *heading = at->parent() == nullptr ? at : at->parent();
    const QVariant side = heading->data(0, SideRole);
    if (!side.isValid()) // those that are retired
        return;
    const StageId target = stageOf(at);
    const bool isAbove = !target.isNull() && dropIndicatorPosition() == AboveItem;
    emit placed(dragged, isAbove ? target : stageBehind(at), Side(side.toInt()));
}
