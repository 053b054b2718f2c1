// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarview.h"

#include "domain/rescheduling.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

PostWithVariants movedTo(const PostWithVariants &post, QDate from, const CalendarSpot &to)
{
    if (to.keepsTime || to.time)
        return movedTo(post, from, to.day, to.time);
    return movedTo(withoutTime(post, from), from, to.day);
}

CalendarView::CalendarView()
    : m_wishes(std::make_unique<CalendarWishes>())
{ }

CalendarView::~CalendarView() = default;

std::optional<CalendarSpot> CalendarView::spotAt(QPoint /*point*/) const
{
    return std::nullopt;
}

void CalendarView::markSpot(const std::optional<CalendarSpot> & /*spot*/, const QString & /*title*/)
{ }

QList<PlacedPost> CalendarView::selection() const
{
    const PlacedPost current {currentPost(), currentDay()};
    QList<PlacedPost> selected = m_marked;
    if (selected.isEmpty() && !current.post.isNull())
        return {current};
    if (const auto place = selected.indexOf(current); place > 0)
        selected.move(place, 0);
    return selected;
}

QList<PostId> CalendarView::selectedPosts() const
{
    QList<PostId> posts;
    const QList<PlacedPost> selected = selection();
    for (const PlacedPost &placed : selected) {
        if (!posts.contains(placed.post))
            posts.append(placed.post);
    }
    return posts;
}

void CalendarView::openCurrent()
{
    if (!currentPost().isNull())
        emit m_wishes->openRequested(currentPost());
    else if (currentSpot().time || tilesOn(currentDay()).isEmpty())
        createHere();
    else
        emit m_wishes->dayRequested(currentDay(), currentPlace());
}

void CalendarView::createHere()
{
    if (currentSpot().day.isValid())
        emit m_wishes->createRequested(currentSpot());
}

void CalendarView::moveSelection(int days)
{
    QList<PlacedPost> posts = selection();
    erase_if(posts, [](const PlacedPost &placed) { return !placed.day.isValid(); });
    if (posts.isEmpty() || days == 0)
        return;
    const QDate to = posts.first().day.addDays(days);
    emit m_wishes->moveRequested(posts, {to});
    if (!this->days().contains(to))
        emit m_wishes->showRequested(to);
}

void CalendarView::duplicateSelection()
{
    if (const QList<PostId> posts = selectedPosts(); !posts.isEmpty())
        emit m_wishes->duplicateRequested(posts);
}

void CalendarView::deleteSelection()
{
    if (const QList<PostId> posts = selectedPosts(); !posts.isEmpty())
        emit m_wishes->deleteRequested(posts);
}

void CalendarView::undateSelection()
{
    if (const QList<PostId> posts = selectedPosts(); !posts.isEmpty())
        emit m_wishes->undateRequested(posts);
}

bool CalendarView::handleKey(const QKeyEvent &event)
{
    const bool plain = (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool control = event.modifiers() == Qt::ControlModifier;
    if (plain && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter))
        openCurrent();
    else if (plain && event.key() == Qt::Key_Delete)
        deleteSelection();
    else if (plain && event.key() == Qt::Key_Backspace)
        undateSelection();
    else if (plain && event.key() == Qt::Key_N)
        createHere();
    else if (control && event.key() == Qt::Key_D)
        duplicateSelection();
    else if (control && event.key() == Qt::Key_Space && !currentPost().isNull())
        toggleMark({currentPost(), currentDay()});
    else if (plain && event.key() == Qt::Key_Escape && !m_marked.isEmpty())
        clearMarks();
    else
        return false;
    return true;
}

void CalendarView::addStatusMenu(QMenu &menu)
{
    QList<PostStatus> steps;
    const QList<PlacedPost> selected = selection();
    for (const PlacedPost &placed : selected) {
        const QList<Tile> tiles = tilesOn(placed.day);
        const auto tile = std::ranges::find(tiles, placed.post, &Tile::post);
        if (tile == tiles.end() || tile->channels.isEmpty())
            continue; // a status belongs to a channel
        const QList<PostStatus> allowed = allowedTransitions(tile->status);
        for (const PostStatus status : allowed) {
            if (!steps.contains(status))
                steps.append(status);
        }
    }
    std::ranges::sort(steps);
    QMenu *statuses = menu.addMenu(tr("Status"));
    statuses->setEnabled(!steps.isEmpty());
    for (const PostStatus status : std::as_const(steps)) {
        statuses->addAction(statusName(status), m_wishes.get(),
            [this, status] { emit m_wishes->statusRequested(selectedPosts(), status); });
    }
}

void CalendarView::addQueueMenu(QMenu &menu)
{
    QMenu *queues = menu.addMenu(tr("Add to queue"));
    queues->setEnabled(!m_queues.isEmpty());
    for (const auto &[queue, name] : std::as_const(m_queues)) {
        QString text = name;
        queues->addAction(text.replace(u'&', QStringLiteral("&&")), m_wishes.get(),
            [this, wanted = queue] { emit m_wishes->queueRequested(selectedPosts(), wanted); });
    }
}

void CalendarView::showMenu(QPoint globalPosition)
{
    auto *menu = new QMenu(widget());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // The keys are shown here, and handled by the view itself.
    const auto add = [this, menu](const QString &text, const QKeySequence &key, auto slot) {
        menu->addAction(
            text + u'\t' + key.toString(QKeySequence::NativeText), m_wishes.get(), slot);
    };
    if (const QList<PlacedPost> selected = selection(); !selected.isEmpty()) {
        if (!currentPost().isNull())
            add(tr("Open"), Qt::Key_Return, [this] { openCurrent(); });
        add(tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this] { duplicateSelection(); });
        addStatusMenu(*menu);
        addQueueMenu(*menu);
        menu->addSeparator();
        if (selected.first().day.isValid()) {
            add(tr("A day earlier"), Qt::ALT | Qt::Key_Left, [this] { moveSelection(-1); });
            add(tr("A day later"), Qt::ALT | Qt::Key_Right, [this] { moveSelection(1); });
            add(tr("Move to the ideas"), Qt::Key_Backspace, [this] { undateSelection(); });
            menu->addSeparator();
        }
        add(tr("Delete"), Qt::Key_Delete, [this] { deleteSelection(); });
        menu->addSeparator();
    }
    add(tr("New post"), Qt::Key_N, [this] { createHere(); });
    menu->popup(globalPosition);
}

void CalendarView::clearMarks()
{
    m_endsMarks = false;
    if (m_marked.isEmpty())
        return;
    m_marked.clear();
    marksChanged();
}

void CalendarView::toggleMark(const PlacedPost &post)
{
    const PlacedPost current {currentPost(), currentDay()};
    if (m_marked.isEmpty() && !current.post.isNull() && current != post)
        m_marked.append(current);
    if (!m_marked.removeOne(post))
        m_marked.append(post);
    marksChanged();
}

void CalendarView::followMarks()
{
    if (m_marked.isEmpty())
        return;
    QList<PlacedPost> followed;
    for (const PlacedPost &placed : std::as_const(m_marked)) {
        const QList<Tile> tiles = tilesOn(placed.day);
        const bool isThere = std::ranges::find(tiles, placed.post, &Tile::post) != tiles.end();
        const PlacedPost now {placed.post, isThere ? placed.day : dayOf(placed.post)};
        if (now.day.isValid() && !followed.contains(now))
            followed.append(now);
    }
    m_marked = followed;
    marksChanged();
}

void CalendarView::pressAt(const PlacedPost &post, Qt::KeyboardModifiers modifiers)
{
    m_endsMarks = false;
    if (modifiers.testFlag(Qt::ControlModifier) && !post.post.isNull())
        toggleMark(post);
    else if (isMarked(post))
        m_endsMarks = true;
    else
        clearMarks();
}

void CalendarView::clickEnded()
{
    if (m_endsMarks)
        clearMarks();
}

QList<PlacedPost> CalendarView::draggedFrom(const PlacedPost &grabbed) const
{
    QList<PlacedPost> dragged {grabbed};
    if (!isMarked(grabbed))
        return dragged;
    for (const PlacedPost &placed : m_marked) {
        if (placed != grabbed)
            dragged.append(placed);
    }
    return dragged;
}
