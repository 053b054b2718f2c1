// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/cardcolumn.h"

#include "ui_common/theme.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>

#include <utility>

CardColumn::CardColumn(QWidget *parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false);
    viewport()->setAutoFillBackground(false);
}

void CardColumn::carry(QMimeData *data, const QRect &card)
{
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(viewport()->grab(card));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - card.topLeft());
    emit dragBegan();
    const QPointer<CardColumn> alive(this);
    drag->exec(Qt::MoveAction, Qt::MoveAction);
    if (alive)
        emit dragEnded();
}

void CardColumn::setOver(bool isOver)
{
    m_isOver = isOver;
    viewport()->update();
}

void CardColumn::paintSentence(QPainter &painter, const QString &sentence) const
{
    painter.setPen(colour(ColourRole::QuietText, palette()));
    painter.drawText(
        viewport()->rect().adjusted(Metrics::Small, Metrics::Large, -Metrics::Small, 0),
        int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap), sentence);
}

void CardColumn::paintTarget(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(ColourRole::Pull, palette()), m_isOver ? 2 : 1, Qt::DashLine));
    painter.drawRoundedRect(
        QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), Metrics::Radius, Metrics::Radius);
}

void CardColumn::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentCardChanged();
}

void CardColumn::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    emit keyPressed(event);
    if (!event->isAccepted())
        QListView::keyPressEvent(event);
}

void CardColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (!takes(event->mimeData()))
        return;
    setOver(true);
    event->acceptProposedAction();
}

void CardColumn::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(m_isOver);
}

void CardColumn::dragLeaveEvent(QDragLeaveEvent *event)
{
    setOver(false);
    event->accept();
}

void CardColumn::dropEvent(QDropEvent *event)
{
    if (!std::exchange(m_isOver, false) || !takes(event->mimeData()))
        return;
    event->acceptProposedAction();
    drop(event->mimeData());
}
