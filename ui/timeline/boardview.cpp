// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/boardview.h"

#include "domain/postedits.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/boardcolumn.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

BoardView::BoardView(QWidget *parent)
    : QWidget(parent)
    , m_retired(new QToolButton(this))
{
    setObjectName(u"board"_s);
    setAccessibleName(tr("Board"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Small, Metrics::Small, Metrics::Small, 0);
    layout->setSpacing(Metrics::Small);
    for (const auto &[status, word] : EnumText<PostStatus>::values)
        addColumn(status);
    for (const Part &part : std::as_const(m_parts))
        layout->addWidget(part.whole, 1);
    m_retired->setObjectName(u"showRetired"_s);
    m_retired->setCheckable(true);
    m_retired->setAutoRaise(true);
    layout->addWidget(m_retired, 0, Qt::AlignTop);
    connect(m_retired, &QToolButton::toggled, this, &BoardView::setRetiredShown);
    setRetiredShown(false);
    setFocusProxy(m_parts.first().list);
    showCounts();
}

void BoardView::addColumn(PostStatus status)
{
    Part part;
    part.whole = new QWidget(this);
    part.heading = new QLabel(part.whole);
    part.heading->setFont(strongFont(font()));
    part.heading->setMinimumWidth(1); // long names give way
    part.list = new BoardColumn(status, part.whole);
    part.heading->setBuddy(part.list);
    auto *layout = new QVBoxLayout(part.whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(part.heading);
    layout->addWidget(part.list, 1);
    part.whole->setMinimumWidth(1);
    BoardColumn *list = part.list;
    connect(list, &BoardColumn::currentCardChanged, this, [this, list] { setCurrentCard(*list); });
    connect(list, &BoardColumn::cardClicked, this, [this, list](PostId post) {
        setCurrentCard(*list);
        emit wishes()->postClicked(post);
    });
    connect(list, &BoardColumn::cardOpened, wishes(), &CalendarWishes::openRequested);
    connect(list, &BoardColumn::menuRequested, this, [this](QPoint place) { showMenu(place); });
    connect(list, &BoardColumn::keyPressed, this,
        [this, list](QKeyEvent *event) { onKey(*event, *list); });
    connect(list, &BoardColumn::dragBegan, this, [this, list] { showDrop(list->selected()); });
    connect(list, &BoardColumn::dragEnded, this, [this] { showDrop({}); });
    connect(list, &BoardColumn::dropped, this, [this, status](const QList<PostId> &posts) {
        emit wishes()->statusRequested(posts, status);
    });
    m_parts.append(part);
}

void BoardView::setRetiredShown(bool shown)
{
    m_parts.at(int(PostStatus::Retired)).whole->setVisible(shown);
    m_retired->setChecked(shown);
    showCounts();
}

void BoardView::showSpan(QDate day)
{
    m_first = QDate(day.year(), day.month(), 1);
}

DateSpan BoardView::days() const
{
    return {.from = m_first, .to = m_first.addMonths(1)};
}

QString BoardView::title() const
{
    return Formatting::monthTitle(m_first, locale());
}

QDate BoardView::neighbour(int direction) const
{
    return m_first.addMonths(direction);
}

void BoardView::setNow(QDate today, QTime /*now*/)
{
    m_today = today;
}

void BoardView::setContent(const CalendarContent &content)
{
    m_content = content;
    m_posts.clear();
    QList<QList<BoardCard>> cards(m_parts.size());
    const QList<BoardCard> all = boardCards(m_content, days(), m_today);
    for (const BoardCard &card : all)
        cards[int(card.tile.status)].append(card);
    for (const auto *list : {&m_content.planned, &m_content.ideas}) {
        for (const PostWithVariants &post : *list)
            m_posts.insert(post.post.id, &post);
    }
    const bool hadFocus = hasFocus();
    const PlacedPost before = m_current;
    m_isFilling = true;
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        m_parts.at(i).list->cards()->setCards(cards.at(i));
    m_isFilling = false;
    showCounts();
    setCurrent(before.day, before.post);
    if (hadFocus)
        setFocus();
}

void BoardView::showCounts()
{
    for (const Part &part : std::as_const(m_parts)) {
        const int count = part.list->cards()->rowCount();
        const QString name = statusName(part.list->status());
        //: The head of a column: %1 is a status, %2 how many posts have it.
        part.heading->setText(tr("%1 %2").arg(name, locale().toString(count)));
        //: A column for readers: %1 is a status.
        part.list->setAccessibleName(tr("%1, %n post(s)", nullptr, count).arg(name));
    }
    const Part &retired = m_parts.at(int(PostStatus::Retired));
    m_retired->setText(m_retired->isChecked() ? u"»"_s : retired.heading->text());
    m_retired->setAccessibleName(
        m_retired->isChecked() ? tr("Fold away what is retired") : tr("Show what is retired"));
    m_retired->setToolTip(m_retired->accessibleName());
}

QList<Tile> BoardView::tilesOn(QDate day) const
{
    QList<Tile> tiles;
    for (const Part &part : m_parts) {
        const QList<BoardCard> &cards = part.list->cards()->cards();
        for (const BoardCard &card : cards) {
            if (card.day == day)
                tiles.append(card.tile);
        }
    }
    return tiles;
}

BoardColumn *BoardView::column(PostStatus status) const
{
    return m_parts.at(int(status)).list;
}

BoardColumn *BoardView::columnOf(PostId post) const
{
    const auto part = std::ranges::find_if(m_parts,
        [post](const Part &entry) { return entry.list->cards()->indexOf(post).isValid(); });
    return part == m_parts.end() || post.isNull() ? nullptr : part->list;
}

QDate BoardView::dayOf(PostId post) const
{
    const BoardColumn *list = columnOf(post);
    return list ? list->cards()->postAt(list->cards()->indexOf(post)).day : QDate();
}

CalendarSpot BoardView::currentSpot() const
{
    return {m_current.day.isValid() ? m_current.day : m_today};
}

void BoardView::setCurrent(QDate day, PostId post)
{
    BoardColumn *list = columnOf(post);
    const PlacedPost wanted {list ? post : PostId(), list ? dayOf(post) : day};
    const bool moved = wanted != m_current;
    m_current = wanted;
    m_isFilling = true;
    for (const Part &part : std::as_const(m_parts)) {
        if (part.list != list)
            part.list->clearSelection();
    }
    if (list && list->selected().size() < 2)
        list->setCurrentIndex(list->cards()->indexOf(post));
    m_isFilling = false;
    if (list)
        setFocusProxy(list);
    if (moved)
        emit wishes()->currentChanged(m_current.post, m_current.day);
}

void BoardView::setCurrentCard(const BoardColumn &column)
{
    const PlacedPost card = column.current();
    if (m_isFilling || card.post.isNull())
        return;
    m_isFilling = true;
    for (const Part &part : std::as_const(m_parts)) {
        if (part.list != &column)
            part.list->clearSelection();
    }
    m_isFilling = false;
    m_current = card;
    setFocusProxy(this->column(column.status()));
    emit wishes()->currentChanged(m_current.post, m_current.day);
}

QList<PlacedPost> BoardView::selection() const
{
    const BoardColumn *list = columnOf(m_current.post);
    return list ? list->selected() : QList<PlacedPost>();
}

bool BoardView::mayBecome(const QList<PlacedPost> &posts, PostStatus status) const
{
    const PostEdits::StatusStep by {m_content.sources.channels, m_content.viewer, 0,
        {m_content.sources.networks, m_content.limits, m_content.sources.campaigns}};
    return !posts.isEmpty() && std::ranges::all_of(posts, [&](const PlacedPost &placed) {
        const PostWithVariants *post = m_posts.value(placed.post);
        return post && PostEdits::withStatus(*post, status, by);
    });
}

void BoardView::showDrop(const QList<PlacedPost> &dragged)
{
    const BoardColumn *own = columnOf(m_current.post);
    for (const Part &part : std::as_const(m_parts)) {
        const bool isOwn = own && part.list == own;
        const bool isShown = !dragged.isEmpty() && !isOwn;
        part.list->setTakes(
            isShown ? std::optional(mayBecome(dragged, part.list->status())) : std::nullopt);
    }
}

void BoardView::stepStatus(int direction)
{
    const QList<PlacedPost> posts = selection();
    const BoardColumn *from = columnOf(m_current.post);
    if (!from)
        return;
    for (int next = int(from->status()) + direction; next >= 0 && next < m_parts.size();
         next += direction) {
        if (!mayBecome(posts, PostStatus(next)))
            continue;
        if (PostStatus(next) == PostStatus::Retired)
            return; // too far for a slip of the finger: the menu has it
        QList<PostId> ids;
        for (const PlacedPost &placed : posts)
            ids.append(placed.post);
        emit wishes()->statusRequested(ids, PostStatus(next));
        return;
    }
}

void BoardView::toColumn(const BoardColumn &from, int direction)
{
    const int row = from.currentIndex().row();
    for (int next = int(from.status()) + direction; next >= 0 && next < m_parts.size();
         next += direction) {
        BoardColumn *list = m_parts.at(next).list;
        const int count = list->cards()->rowCount();
        if (!list->isVisible() || count == 0)
            continue;
        list->setCurrentIndex(list->cards()->index(std::clamp(row, 0, count - 1)));
        list->setFocus();
        return;
    }
}

void BoardView::onKey(QKeyEvent &event, const BoardColumn &from)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isSideways = event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
    const int direction = (event.key() == Qt::Key_Right) != mirrored ? 1 : -1;
    if (isSideways && modifiers == Qt::AltModifier)
        stepStatus(direction);
    else if (isSideways && modifiers == Qt::NoModifier)
        toColumn(from, direction);
    else if (!handleKey(event))
        return;
    event.accept();
}

QPoint BoardView::currentPlace() const
{
    const BoardColumn *list = columnOf(m_current.post);
    return list ? list->viewport()->mapToGlobal(list->visualRect(list->currentIndex()).center())
                : mapToGlobal(rect().center());
}

void BoardView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(ColourRole::Surface, palette()));
    for (const Part &part : std::as_const(m_parts)) {
        if (part.whole->isVisible())
            painter.drawRoundedRect(
                part.whole->geometry().adjusted(-2, -4, 2, 0), Metrics::Radius, Metrics::Radius);
    }
}
