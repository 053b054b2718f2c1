// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/droptarget.h"

#include <QDropEvent>
#include <QWidget>

#include <utility>

DropTarget::DropTarget(QWidget *surface)
    : QObject(surface)
{
    surface->setAcceptDrops(true);
    surface->installEventFilter(this);
}

bool DropTarget::isWelcome(const QMimeData *data) const
{
    if (!Drops::isWelcome(data))
        return false;
    if (!takesMediaOnly)
        return true;
    const auto content = Drops::contentOf(data);
    return content && content->hasMedia();
}

bool DropTarget::move(QDropEvent &event)
{
    const QPoint point = event.position().toPoint();
    if (mayDropAt && !mayDropAt(point)) {
        if (unmark)
            unmark();
        event.ignore();
        return true;
    }
    if (mark)
        mark(point, m_title);
    // What is dropped stays where it was.
    event.setDropAction(Qt::CopyAction);
    event.accept();
    return true;
}

bool DropTarget::drop(QDropEvent &event)
{
    const QPoint point = event.position().toPoint();
    const auto content = Drops::contentOf(event.mimeData());
    end();
    if (!content || (mayDropAt && !mayDropAt(point)))
        return true;
    event.setDropAction(Qt::CopyAction);
    event.accept();
    emit dropped(*content, point);
    return true;
}

void DropTarget::end()
{
    m_dragging = false;
    if (unmark)
        unmark();
}

bool DropTarget::eventFilter(QObject * /*watched*/, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *enter = static_cast<QDropEvent *>(event);
        m_dragging = isWelcome(enter->mimeData());
        if (!m_dragging)
            return false;
        const auto content = Drops::contentOf(enter->mimeData());
        m_title = content ? content->headline() : QString();
        enter->setDropAction(Qt::CopyAction);
        enter->accept();
        return true;
    }
    case QEvent::DragMove:
        return m_dragging && move(*static_cast<QDropEvent *>(event));
    case QEvent::DragLeave:
        if (!m_dragging)
            return false;
        end();
        return true;
    case QEvent::Drop:
        return m_dragging && drop(*static_cast<QDropEvent *>(event));
    default:
        return false;
    }
}
