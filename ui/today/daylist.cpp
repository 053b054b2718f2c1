// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/daylist.h"

#include "ui_common/theme.h"
#include "ui_today/daydelegate.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
int heightWithin(const QWidget &field, int width)
{
    return field.hasHeightForWidth() ? field.heightForWidth(width) : field.sizeHint().height();
}
} // namespace

DayList::DayList(QWidget *parent)
    : QListView(parent)
    , m_days(new DayModel(this))
    , m_delegate(new DayDelegate(*m_days, this))
    , m_buttons(new QWidget(viewport()))
{
    setObjectName(u"today.list"_s);
    setAccessibleName(tr("What waits today"));
    setFrameShape(QFrame::NoFrame);
    setModel(m_days);
    setItemDelegate(m_delegate);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    m_buttons->setObjectName(u"today.buttons"_s);
    m_buttons->setAutoFillBackground(true);
    m_buttons->setBackgroundRole(
        QPalette::Window); // not the list's own: it takes the colour of its row
    m_buttons->setCursor(Qt::ArrowCursor);
    m_buttons->hide();
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(Metrics::Tiny, 0, Metrics::Tiny, 0);
    row->setSpacing(Metrics::Tiny);
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_days->rowAt(index) != nullptr)
            emit rowActivated();
    });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_days->kindOf(index) == DayModel::Kind::More)
            emit moreRequested(m_days->sectionAt(index));
    });
}

void DayList::setRowActions(const QList<QAction *> &actions, Fits fits)
{
    m_fits = std::move(fits);
    addActions(actions);
    for (QAction *action : actions) {
        auto *button = new QToolButton(m_buttons);
        button->setObjectName(action->objectName());
        button->setIcon(action->icon());
        button->setIconSize({Metrics::Icon, Metrics::Icon});
        button->setAccessibleName(action->text().remove(u'&'));
        button->setToolTip(action->toolTip());
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // the keyboard has the actions' own keys
        connect(button, &QToolButton::clicked, this, [this, action] {
            const QModelIndex index = m_hovered.isValid() ? QModelIndex(m_hovered) : currentIndex();
            setCurrentIndex(index);
            action->trigger();
        });
        m_buttons->layout()->addWidget(button);
        m_rowButtons.append({action, button});
    }
}

void DayList::setSections(
    const QList<DayModel::Section> &sections, const QList<Stage> &stages, const DayContext &context)
{
    const QList<DayKey> before = m_days->keys();
    std::optional<DayKey> key = m_days->keyAt(currentIndex());
    if (!key)
        key = std::exchange(m_kept, std::nullopt);
    const int scrolled = verticalScrollBar()->value();
    m_isFilling = true;
    m_days->setSections(sections, stages, context);
    if (m_field && !m_days->fieldIndex().isValid())
        closeField();
    doItemsLayout();
    QModelIndex next = key ? m_days->indexOf(*key) : QModelIndex();
    if (key && !next.isValid()) {
        next = nearest(*key, before);
        if (const std::optional<DayKey> heir = m_days->keyAt(next))
            m_departures.append({*key, *heir});
    } else if (key && !m_field) {
        if (const QModelIndex back = comeBack(*key); back.isValid())
            next = back;
    }
    if (!next.isValid())
        next = m_days->selectable(0, 1);
    if (!next.isValid())
        m_kept = key;
    setCurrentIndex(next);
    verticalScrollBar()->setValue(scrolled);
    if (key && m_days->keyAt(next) != key)
        scrollTo(next);
    m_isFilling = false;
    placeParts();
    emit currentLineChanged();
}

QModelIndex DayList::nearest(const DayKey &key, const QList<DayKey> &before) const
{
    const qsizetype place = before.indexOf(key);
    for (qsizetype i = place; i >= 0 && i < before.size(); ++i) {
        if (const QModelIndex found = m_days->indexOf(before.at(i)); found.isValid())
            return found;
    }
    for (qsizetype i = place - 1; i >= 0; --i) {
        if (const QModelIndex found = m_days->indexOf(before.at(i)); found.isValid())
            return found;
    }
    return {};
}

QModelIndex DayList::comeBack(const DayKey &key)
{
    if (m_departures.isEmpty() || m_departures.last().heir != key)
        return {};
    const QModelIndex back = m_days->indexOf(m_departures.last().key);
    if (back.isValid())
        m_departures.removeLast();
    return back;
}

std::optional<WorkRow> DayList::currentRow() const
{
    const WorkRow *row = m_days->rowAt(currentIndex());
    return row == nullptr ? std::nullopt : std::optional<WorkRow>(*row);
}

void DayList::openField(QWidget *field)
{
    closeField();
    const std::optional<DayKey> key = m_days->keyAt(currentIndex());
    if (!key || m_days->rowAt(currentIndex()) == nullptr) {
        field->deleteLater();
        return;
    }
    m_field = field;
    field->setParent(viewport());
    field->ensurePolished();
    m_days->setField(key, heightWithin(*field, viewport()->width()));
    placeParts();
    field->show();
    field->installEventFilter(this);
    scrollTo(m_days->fieldIndex());
}

void DayList::closeField()
{
    if (!m_field)
        return;
    QWidget *field = std::exchange(m_field, {}).data();
    const bool hadKeyboard = field->isAncestorOf(window()->focusWidget());
    m_days->setField(std::nullopt);
    field->hide();
    field->deleteLater(); // it may be what asked for this
    if (hadKeyboard)
        setFocus();
    placeParts();
}

bool DayList::fitField()
{
    const int height = m_field ? heightWithin(*m_field, viewport()->width()) : 0;
    if (!m_field || height == m_days->fieldHeight())
        return false;
    m_days->setFieldHeight(height);
    scheduleDelayedItemsLayout();
    return true;
}

bool DayList::eventFilter(QObject *watched, QEvent *event)
{
    const bool isLaidOut = event->type() == QEvent::LayoutRequest && watched == m_field;
    if (isLaidOut && fitField() && m_field->isAncestorOf(window()->focusWidget()))
        scrollTo(m_days->fieldIndex());
    return QListView::eventFilter(watched, event);
}

bool DayList::hasFieldUnderCurrent() const
{
    const QModelIndex place = m_days->fieldIndex();
    return m_field && place.isValid() && place.row() == currentIndex().row() + 1;
}

QPoint DayList::menuPlace() const
{
    const QRect rect = visualRect(currentIndex()).intersected(viewport()->rect());
    return viewport()->mapToGlobal(QPoint(rect.center().x(), rect.bottom()));
}

void DayList::doItemsLayout()
{
    QListView::doItemsLayout();
    placeParts();
}

void DayList::placeParts()
{
    if (m_field) {
        const QRect place = visualRect(m_days->fieldIndex());
        if (place.isValid())
            m_field->setGeometry(place);
    }
    placeButtons();
}

void DayList::placeButtons()
{
    const bool isHovered = m_hovered.isValid() && m_days->rowAt(m_hovered) != nullptr;
    const QModelIndex index = isHovered ? QModelIndex(m_hovered) : currentIndex();
    const WorkRow *row = m_days->rowAt(index);
    if (row == nullptr || !m_fits) {
        m_buttons->hide();
        if (m_delegate->setButtons({}, {}))
            viewport()->update();
        return;
    }
    for (const RowButton &entry : std::as_const(m_rowButtons))
        entry.button->setVisible(m_fits(*entry.action, *row));
    QPalette ground = palette();
    ground.setColor(QPalette::Window,
        index == currentIndex() ? ground.color(QPalette::Highlight)
                                : colour(ColourRole::Hover, ground));
    m_buttons->setPalette(ground);
    m_buttons->layout()->activate();
    const QRect line = visualRect(index);
    const QSize size = m_buttons->sizeHint().boundedTo(line.size());
    m_buttons->setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignBottom,
        size, line.adjusted(Metrics::Small, 0, -Metrics::Small, -1)));
    m_buttons->show();
    m_buttons->raise();
    if (m_delegate->setButtons(index, size))
        viewport()->update(); // both rows are written anew
}

void DayList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_isFilling)
        return;
    m_departures.clear(); // somebody chose
    placeButtons();
    emit currentLineChanged();
}

QModelIndex DayList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int line = currentIndex().row();
    const int last = m_days->rowCount() - 1;
    QModelIndex next;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        next = m_days->selectable(line - 1, -1);
        break;
    case MoveDown:
    case MoveNext:
        next = m_days->selectable(line + 1, 1);
        break;
    case MoveHome:
        next = m_days->selectable(0, 1);
        break;
    case MoveEnd:
        next = m_days->selectable(last, -1);
        break;
    default: {
        const QModelIndex page = QListView::moveCursor(action, modifiers);
        next = m_days->selectable(page.row(), 1);
        if (!next.isValid())
            next = m_days->selectable(std::min(page.row(), last), -1);
    }
    }
    return next.isValid() ? next : currentIndex();
}

void DayList::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_days->kindOf(currentIndex()) == DayModel::Kind::More) {
        emit moreRequested(m_days->sectionAt(currentIndex()));
        return;
    }
    const auto held = event->modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::ControlModifier
        && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        const int direction = event->key() == Qt::Key_Down ? 1 : -1;
        const QModelIndex start = m_days->sectionStart(currentIndex().row(), direction);
        if (start.isValid()) {
            setCurrentIndex(start);
            scrollTo(start.siblingAtRow(start.row() - 1), PositionAtTop); // with its heading
        }
        return;
    }
    const QKeySequence pressed(event->key() | int(held));
    const auto known = actions();
    for (QAction *action : known) {
        if (action->isEnabled() && action->shortcuts().contains(pressed)) {
            action->trigger();
            return;
        }
    }
    QListView::keyPressEvent(event);
}

void DayList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index == m_hovered)
        return;
    m_hovered = index;
    placeButtons();
}

bool DayList::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave && m_hovered.isValid()) {
        m_hovered = QModelIndex();
        placeButtons();
    }
    return QListView::viewportEvent(event);
}

void DayList::contextMenuEvent(QContextMenuEvent *event)
{
    if (currentRow())
        emit menuRequested(
            event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : menuPlace());
}

void DayList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        placeParts(); // the buttons stand where lines end
}

void DayList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    fitField();
    placeParts();
}

void DayList::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    placeParts();
}
