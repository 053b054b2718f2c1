// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/posttree.h"

#include "ui_common/theme.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/tilepainter.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QPainter>

namespace {
constexpr int CarriedWidth = 240;
} // namespace

PostTree::PostTree(QWidget *parent)
    : QTreeView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setDragEnabled(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false);
    header()->setAccessibleName(tr("Columns"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
}

void PostTree::carry(const Tile &tile, const QList<PlacedPost> &posts, Qt::DropActions actions)
{
    const QSize size(CarriedWidth, fontMetrics().height() + Metrics::Tiny);
    auto *drag = new QDrag(this);
    drag->setMimeData(PostMime::encode(tile, posts));
    drag->setPixmap(pictureOf(tile, size, *this));
    drag->exec(actions, Qt::MoveAction);
}

void PostTree::paintHeadingGround(QPainter &painter, const QRect &rect) const
{
    painter.fillRect(rect, colour(ColourRole::Surface, palette()));
}

void PostTree::paintHeadingLine(QPainter &painter, const QRect &rect) const
{
    painter.fillRect(
        QRect(rect.x(), rect.bottom(), rect.width(), 1), colour(ColourRole::Hairline, palette()));
}

void PostTree::dragEnterEvent(QDragEnterEvent *event)
{
    if (PostMime::decode(event->mimeData()))
        event->acceptProposedAction();
}
