// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadview.h"

#include "models/threadmodel.h"
#include "ui_common/icons.h"
#include "ui_prospects/threaddelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

ThreadView::ThreadView(QWidget *parent)
    : QListView(parent)
    , m_thread(new ThreadModel(this))
    , m_delegate(new ThreadDelegate(this))
{
    setObjectName(u"thread"_s);
    setAccessibleName(tr("Thread"));
    setModel(m_thread);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // widths and with them heights stay
    setResizeMode(QListView::Adjust);
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
}

void ThreadView::setThread(qint64 key, const QList<ThreadEntry> &entries)
{
    const bool other = key != m_key;
    const bool stay = !other && !isAtEnd();
    const int fromEnd = verticalScrollBar()->maximum() - verticalScrollBar()->value();
    const bool grewAbove = stay && !m_thread->entries().isEmpty() && !entries.isEmpty()
        && m_thread->entries().last() == entries.last();
    if (other) {
        m_key = key;
        m_delegate->forget();
        clearSelection();
    }
    m_thread->setEntries(entries);
    doItemsLayout();
    if (!stay)
        scrollToBottom();
    else if (grewAbove)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum() - fromEnd);
}

void ThreadView::setZone(const QTimeZone &zone, QDate today)
{
    m_thread->setZone(zone);
    m_delegate->setToday(today);
}

qint64 ThreadView::selectedMessage() const
{
    const QModelIndexList rows = selectionModel()->selectedIndexes();
    if (rows.size() != 1)
        return 0;
    const ThreadEntry &entry = m_thread->entries().at(rows.first().row());
    return entry.kind == ThreadEntry::Kind::Message ? entry.id : 0;
}

void ThreadView::copySelection() const
{
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &index : std::as_const(rows))
        lines << m_thread->copyText(index.row());
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

bool ThreadView::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 2;
}

bool ThreadView::isEarlier(const QModelIndex &index) const
{
    return index.isValid()
        && m_thread->entries().at(index.row()).kind == ThreadEntry::Kind::Earlier;
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && isEarlier(currentIndex())) {
        emit earlierRequested();
    } else if (event->key() == Qt::Key_Delete && selectedMessage() != 0) {
        emit deleteRequested(selectedMessage());
    } else {
        QListView::keyPressEvent(event);
    }
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && isEarlier(indexAt(event->pos())))
        emit earlierRequested();
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    if (selectionModel()->selectedIndexes().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(Icons::named(u"edit-copy"_s), tr("Copy"));
    connect(copy, &QAction::triggered, this, &ThreadView::copySelection);
    if (const qint64 message = selectedMessage(); message != 0) {
        QAction *remove = menu->addAction(Icons::named(u"edit-delete"_s), tr("Delete entry"));
        connect(
            remove, &QAction::triggered, this, [this, message] { emit deleteRequested(message); });
    }
    menu->popup(event->globalPos());
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    const bool atEnd = isAtEnd();
    QListView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_delegate->forget();
    doItemsLayout();
    if (atEnd)
        scrollToBottom();
}

void ThreadView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LocaleChange)
        m_delegate->forget();
}
