// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/queueview.h"

#include "ui_common/emptystate.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/queuemodel.h"
#include "ui_timeline/statusdot.h"

#include <QDateTime>
#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int DaysShown = 28;
constexpr int SlotMarkSize = 9;

/// Queues in bold, free slots quietly, and the mark of a status before its name.
class QueueDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        QStyleOptionViewItem shown = option;
        const bool isQueue = !index.parent().isValid();
        const QVariant value = index.data(QueueModel::TileRole);
        if (isQueue)
            shown.font = strongFont(option.font);
        else if (!value.isValid() && index.column() == QueueModel::Text)
            shown.palette.setColor(QPalette::Text, colour(ColourRole::QuietText, option.palette));
        if (value.isValid() && index.column() == QueueModel::Status) {
            const Tile tile = value.value<Tile>();
            const QRectF mark = QStyle::visualRect(option.direction, option.rect,
                QRect(option.rect.x() + Metrics::Tiny, option.rect.center().y() - SlotMarkSize / 2,
                    SlotMarkSize, SlotMarkSize));
            constexpr int room = SlotMarkSize + Metrics::Small;
            shown.rect = QStyle::visualRect(
                option.direction, option.rect, option.rect.adjusted(room, 0, 0, 0));
            QStyledItemDelegate::paint(painter, shown, index);
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            paintStatusDot(*painter, mark, tile.status, tile.missed, option.palette);
            painter->restore();
            return;
        }
        QStyledItemDelegate::paint(painter, shown, index);
    }
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + Metrics::Small);
        return size;
    }
};

QString queueName(const QueueId &queue, const TileSources &sources)
{
    const auto channel = std::ranges::find(sources.channels, queue.channel, &Channel::id);
    if (channel == sources.channels.end())
        return queue.queue;
    const QString name =
        Formatting::channel(channel->name, sources.networks.nameOf(channel->network));
    //: A queue: %1 is the channel, %2 the name of the queue.
    return queue.queue.isEmpty() ? name : QueueView::tr("%1: %2").arg(name, queue.queue);
}
} // namespace

QueueView::QueueView(QWidget *parent)
    : PostTree(parent)
    , m_model(new QueueModel(QLocale(), this))
    , m_empty(new EmptyState(tr("No channel has slots yet. Give it some in Profiles, and name "
                                "queues for what comes again and again."),
          tr("Open Profiles"), viewport()))
{
    setObjectName(u"queue"_s);
    setAccessibleName(tr("Queue"));
    setModel(m_model);
    setItemDelegate(new QueueDelegate(this));
    setRootIsDecorated(true);
    const int character = fontMetrics().averageCharWidth();
    header()->resizeSection(QueueModel::When, 28 * character);
    header()->resizeSection(QueueModel::Status, 26 * character);
    header()->setSectionResizeMode(QueueModel::Text, QHeaderView::Stretch);
    m_empty->hide();
    connect(m_empty, &EmptyState::triggered, wishes(), &CalendarWishes::slotsRequested);
    connect(this, &QTreeView::clicked, this, [this] {
        if (!currentPost().isNull())
            emit wishes()->postClicked(currentPost());
    });
}

void QueueView::showSpan(QDate day)
{
    // What a day of the span asks for is there already; the first span begins today.
    if (m_first.isValid() && days().contains(day))
        return;
    const QDate begin = m_today.isValid() ? m_today : day;
    const qint64 away = begin.daysTo(day);
    const qint64 spans = away >= 0 ? away / DaysShown : -((DaysShown - 1 - away) / DaysShown);
    m_first = begin.addDays(spans * DaysShown);
}

DateSpan QueueView::days() const
{
    return {.from = m_first, .to = m_first.addDays(DaysShown)};
}

QString QueueView::title() const
{
    const QDate last = m_first.addDays(DaysShown - 1);
    //: The title of some weeks: their first and their last day.
    return tr("%1 – %2").arg(
        Formatting::dayMonth(m_first, locale()), Formatting::date(last, locale()));
}

QDate QueueView::neighbour(int direction) const
{
    return m_first.addDays(qint64(direction) * DaysShown);
}

void QueueView::setNow(QDate today, QTime /*now*/)
{
    m_today = today;
}

void QueueView::setContent(const CalendarContent &content)
{
    m_tiles = packDays(content.planned, content.sources, m_today);
    QHash<PostId, Tile> tiles;
    // A slot is taken whether or not the filter shows what stands there.
    const QList<Tile> whole = wholeTiles(content.taken, content.sources, m_today);
    for (const Tile &tile : whole)
        tiles.insert(tile.post, tile);
    QList<QueueSection> sections;
    QueueQuery query {.postingSlots = content.postingSlots,
        .posts = content.taken,
        .zone = content.zone.workspace(),
        .days = days(),
        .after = content.now};
    const QList<QueueId> queues = queuesOf(content.channels, content.postingSlots);
    for (const QueueId &queue : queues) {
        query.channel = *std::ranges::find(content.channels, queue.channel, &Channel::id);
        query.queue = queue.queue;
        sections.append({queue, queueName(queue, content.sources), queueOf(query)});
    }
    const PostId post = currentPost();
    const QueueSection *section = m_model->sectionAt(currentIndex());
    const QueuePlace *place = m_model->placeAt(currentIndex());
    const QueueId queue = section ? section->queue : QueueId();
    const qint64 at = place ? place->at : 0;
    const QList<QueueId> folded = foldedQueues();
    m_isFilling = true;
    m_model->setSections(sections, tiles, content.zone);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        setExpanded(index, !folded.contains(m_model->sectionAt(index)->queue));
        setFirstColumnSpanned(row, {}, true);
    }
    const QModelIndex moved = m_model->indexOf(post);
    setCurrentIndex(moved.isValid() ? moved : m_model->indexOf(queue, at));
    m_isFilling = false;
    m_empty->setVisible(sections.isEmpty());
    // The post that the cursor was on has left the queues; anything else is news that moves nothing.
    if (!post.isNull() && currentPost() != post && m_model->placeAt(currentIndex()))
        emit wishes()->currentChanged(currentPost(), currentDay());
}

QList<QueueId> QueueView::foldedQueues() const
{
    QList<QueueId> folded;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (!isExpanded(index))
            folded << m_model->sectionAt(index)->queue;
    }
    return folded;
}

QDate QueueView::dayOf(PostId post) const
{
    return m_model->shownAt(m_model->indexOf(post)).date();
}

PostId QueueView::currentPost() const
{
    const QueuePlace *place = m_model->placeAt(currentIndex());
    return place ? place->post : PostId();
}

QDate QueueView::currentDay() const
{
    const QDateTime at = m_model->shownAt(currentIndex());
    return at.isValid() ? at.date() : m_first; // on the name of a queue
}

CalendarSpot QueueView::currentSpot() const
{
    const QDateTime at = m_model->shownAt(currentIndex());
    if (!at.isValid())
        return {m_today};
    return {at.date(), false, at.time(), m_model->sectionAt(currentIndex())->queue.channel};
}

void QueueView::setCurrent(QDate /*day*/, PostId post)
{
    const QModelIndex there = m_model->indexOf(post);
    if (there.isValid() && post != currentPost())
        setCurrentIndex(there);
}

QPoint QueueView::currentPlace() const
{
    return viewport()->mapToGlobal(visualRect(currentIndex()).center());
}

void QueueView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    if (!m_isFilling && m_model->placeAt(current))
        emit wishes()->currentChanged(currentPost(), currentDay());
}

bool QueueView::mayTake(PostId post, const QModelIndex &index) const
{
    const QueuePlace *place = m_model->placeAt(index);
    if (!place || place->isFixed || place->post == post)
        return false;
    if (place->post.isNull())
        return true;
    // What stands there goes where the post comes from, which is a slot of the same queue.
    const QueueSection *section = m_model->sectionAt(index);
    const auto own = std::ranges::find(section->places, post, &QueuePlace::post);
    return own != section->places.end() && !own->isFixed;
}

void QueueView::put(PostId post, const QModelIndex &index)
{
    if (!mayTake(post, index))
        return;
    // Copies: whoever hears of it may bring new content before it reads them.
    const QueueSection section = *m_model->sectionAt(index);
    const QueuePlace place = *m_model->placeAt(index);
    const auto own = std::ranges::find(section.places, post, &QueuePlace::post);
    const SlotTime freed = own == section.places.end() ? SlotTime() : own->slot;
    emit wishes()->slotRequested(post, section.queue, place.slot, place.post, freed);
}

void QueueView::step(int direction)
{
    const QueueSection *section = m_model->sectionAt(currentIndex());
    if (!section || currentPost().isNull())
        return;
    const auto next = neighbourInQueue(section->places, currentIndex().row(), direction);
    if (next >= 0)
        put(currentPost(), currentIndex().siblingAtRow(int(next)));
}

void QueueView::keyPressEvent(QKeyEvent *event)
{
    const bool isAlt = (event->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    if (isAlt && event->key() == Qt::Key_Up)
        step(-1);
    else if (isAlt && event->key() == Qt::Key_Down)
        step(1);
    else if (!m_model->placeAt(currentIndex()) || !handleKey(*event))
        QTreeView::keyPressEvent(event);
}

void QueueView::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : currentPlace());
}

void QueueView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_model->placeAt(indexAt(event->pos())))
        openCurrent();
    else
        QTreeView::mouseDoubleClickEvent(event);
}

void QueueView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
}

void QueueView::startDrag(Qt::DropActions /*actions*/)
{
    const QVariant value = currentIndex().data(QueueModel::TileRole);
    if (!value.isValid() || !currentIndex().flags().testFlag(Qt::ItemIsDragEnabled))
        return;
    const Tile tile = value.value<Tile>();
    carry(tile, {{currentPost(), currentDay()}}, Qt::MoveAction);
}

void QueueView::setDropIndex(const QModelIndex &index)
{
    m_drop = index.siblingAtColumn(0);
    viewport()->update();
}

void QueueView::dragMoveEvent(QDragMoveEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool takes = dragged && mayTake(dragged->posts.first().post, index);
    setDropIndex(takes ? index : QModelIndex());
    if (takes)
        event->acceptProposedAction();
    else
        event->ignore();
}

void QueueView::dragLeaveEvent(QDragLeaveEvent *event)
{
    setDropIndex({});
    event->accept();
}

void QueueView::dropEvent(QDropEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    const QModelIndex index = indexAt(event->position().toPoint());
    setDropIndex({});
    if (!dragged || !mayTake(dragged->posts.first().post, index))
        return;
    event->acceptProposedAction();
    put(dragged->posts.first().post, index);
}

void QueueView::drawRow(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isQueue = !index.parent().isValid();
    if (isQueue)
        paintHeadingGround(*painter, option.rect);
    else if (m_drop.isValid() && index.siblingAtColumn(0) == m_drop)
        painter->fillRect(option.rect, tint(ColourRole::Pull, palette(), 0.12));
    QTreeView::drawRow(painter, option, index);
    if (isQueue)
        paintHeadingLine(*painter, option.rect);
}
