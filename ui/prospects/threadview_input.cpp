// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard, the pointer and the menu of the thread.
#include "models/threadmodel.h"
#include "ui_common/icons.h"
#include "ui_prospects/threadaccessible.h"
#include "ui_prospects/threadlinks.h"
#include "ui_prospects/threadview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

int ThreadView::nextRow(int from, int step) const
{
    int row = from + step;
    while (row >= 0 && row < m_rows.size() && !isSelectable(row))
        row += step;
    return row >= 0 && row < m_rows.size() ? row : -1;
}

/// About a page up (-1) or down (1) from where the keyboard stands.
int ThreadView::pageRow(int direction) const
{
    const int page = std::max(m_rows.viewHeight() - fontMetrics().height() * 2, 1);
    int row = m_rows.entryAt(m_rows.yOf(m_current) + qint64(direction) * page);
    if (row == m_current)
        row += direction;
    row = std::clamp(row, 0, m_rows.size() - 1);
    if (isSelectable(row))
        return row;
    const int onward = nextRow(row, direction);
    return onward >= 0 ? onward : nextRow(row, -direction);
}

std::optional<int> ThreadView::rowForKey(int key) const
{
    const int last = m_rows.size();
    switch (key) {
    case Qt::Key_Up:
        return nextRow(m_current < 0 ? last : m_current, -1);
    case Qt::Key_Down:
        return m_current < 0 ? nextRow(last, -1) : nextRow(m_current, 1);
    case Qt::Key_PageUp:
        return m_current < 0 ? nextRow(last, -1) : pageRow(-1);
    case Qt::Key_PageDown:
        return m_current < 0 ? nextRow(last, -1) : pageRow(1);
    case Qt::Key_Home:
        return nextRow(-1, 1);
    case Qt::Key_End:
        return nextRow(last, -1);
    default:
        return std::nullopt;
    }
}

void ThreadView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->key() == Qt::Key_Delete && selectedMessage() != 0) {
        emit deleteRequested(selectedMessage());
    } else if (const auto row = rowForKey(event->key()); row && m_rows.size() > 0) {
        if (*row >= 0)
            setCurrentRow(*row, event->modifiers().testFlag(Qt::ShiftModifier));
        // The line of the day above the first entry, too.
        if (event->key() == Qt::Key_Home)
            verticalScrollBar()->setValue(0);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

ThreadTarget ThreadView::targetAt(const QPoint &point) const
{
    const int row = rowAt(point);
    if (row < 0 || m_thread->lines().at(row).kind != ThreadEntry::Kind::Message)
        return {};
    return painter().targetAt(m_thread->entry(row), rowRect(row), point);
}

void ThreadView::activate(const ThreadTarget &target)
{
    if (!target.link.isEmpty())
        QDesktopServices::openUrl(target.link);
    else if (!target.file.isNull())
        emit attachmentActivated(target.file);
}

void ThreadView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->position().toPoint();
    const int row = rowAt(m_pressed);
    if (!isSelectable(row))
        return;
    const bool keeps = event->button() == Qt::RightButton && isSelected(row);
    if (!keeps)
        select(row, event->modifiers().testFlag(Qt::ShiftModifier));
}

void ThreadView::mouseMoveEvent(QMouseEvent *event)
{
    const bool leads = !targetAt(event->position().toPoint()).isNull();
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ThreadView::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const bool isClick = event->button() == Qt::LeftButton
        && (point - m_pressed).manhattanLength() < QApplication::startDragDistance()
        && !event->modifiers().testFlag(Qt::ShiftModifier);
    if (isClick)
        activate(targetAt(point));
}

bool ThreadView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ThreadTarget target = targetAt(help->pos());
    // The real target, whatever the words say.
    const QString text = target.link.isEmpty() ? target.fileName.toHtmlEscaped()
                                               : QString::fromUtf8(target.link.toEncoded());
    QToolTip::showText(help->globalPos(), text, viewport());
    return true;
}

void ThreadView::contextMenuEvent(QContextMenuEvent *event)
{
    if (selectedRows().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect rect = rowRect(m_current).intersected(viewport()->rect());
    menu->popup(byKey ? viewport()->mapToGlobal(rect.center()) : event->globalPos());
}

void ThreadView::fillMenu(QMenu &menu)
{
    QAction *copy = menu.addAction(Icons::named(u"edit-copy"_s), tr("Copy"));
    copy->setObjectName(u"thread.copy"_s);
    connect(copy, &QAction::triggered, this, &ThreadView::copySelection);
    if (m_from != m_current || !isSelectable(m_current))
        return;
    const ThreadEntry entry = m_thread->entry(m_current);
    addTargets(menu, entry);
    addOutcomes(menu, entry);
    if (const qint64 message = selectedMessage(); message != 0) {
        QAction *remove = menu.addAction(Icons::named(u"edit-delete"_s), tr("Delete entry"));
        remove->setObjectName(u"thread.delete"_s);
        connect(
            remove, &QAction::triggered, this, [this, message] { emit deleteRequested(message); });
    }
}

/// Links and files, for those who have no pointer.
void ThreadView::addTargets(QMenu &menu, const ThreadEntry &entry)
{
    constexpr int Most = 8;
    if (entry.kind != ThreadEntry::Kind::Message)
        return;
    const QList<ThreadLink> links = threadLinks(entry.text).mid(0, Most);
    for (const ThreadLink &link : links) {
        QString target = QString::fromUtf8(link.target.toEncoded());
        target.replace(u'&', "&&"_L1);
        QAction *open =
            menu.addAction(Icons::named(u"internet-services"_s), tr("Open %1").arg(target));
        connect(open, &QAction::triggered, this,
            [url = link.target] { QDesktopServices::openUrl(url); });
    }
    for (const ThreadFile &file : entry.files) {
        QString name = file.name;
        name.replace(u'&', "&&"_L1);
        QAction *show =
            menu.addAction(Icons::named(u"mail-attachment"_s), tr("Show “%1”").arg(name));
        connect(show, &QAction::triggered, this,
            [this, id = file.id] { emit attachmentActivated(id); });
    }
}

void ThreadView::addOutcomes(QMenu &menu, const ThreadEntry &entry)
{
    if (entry.kind != ThreadEntry::Kind::Hop || !entry.isRecord)
        return;
    const std::pair<HopState, QString> outcomes[] {{HopState::Accepted, tr("It was accepted")},
        {HopState::Declined, tr("It was declined")}, {HopState::Ignored, tr("It was ignored")},
        {HopState::Proposed, tr("It is not decided yet")}};
    for (const auto &[state, text] : outcomes) {
        QAction *choose = menu.addAction(text);
        choose->setCheckable(true);
        choose->setChecked(state == entry.hopState);
        connect(choose, &QAction::triggered, this,
            [this, hop = HopId(entry.id), chosen = state] { emit hopDecided(hop, chosen); });
    }
}

void ThreadView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    announceCurrentRow(this);
    viewport()->update();
}

void ThreadView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}
