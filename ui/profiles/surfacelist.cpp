// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/surfacelist.h"

#include "ui_profiles/surfacemodel.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

SurfaceList::SurfaceList(QWidget *parent)
    : QListView(parent)
{
    setObjectName(u"surfaces"_s);
    setAccessibleName(tr("Surfaces of all channels"));
    setFrameShape(NoFrame);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    // A press shows the copy; a second press, or Enter, goes on to write.
    connect(this, &QListView::doubleClicked, this, &SurfaceList::openRequested);
}

std::optional<SurfaceList::Place> SurfaceList::current() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return std::nullopt;
    const auto row = index.data(SurfaceModel::RowRole).value<SurfaceRow>();
    if (!row.surface)
        return std::nullopt;
    return Place {row.channel.id, *row.surface};
}

void SurfaceList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && current()) {
        emit openRequested();
        return;
    }
    QListView::keyPressEvent(event);
}

void SurfaceList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint where =
        byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    emit menuRequested(index.data(SurfaceModel::RowRole).value<SurfaceRow>().channel.id, where);
}

void SurfaceList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // the height of a line follows from the width
}

void SurfaceList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentPlaceChanged();
}
