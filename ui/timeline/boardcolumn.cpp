// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/boardcolumn.h"

#include "ui_common/theme.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/tilepainter.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>

#include <utility>

namespace {
constexpr int CardGap = 4;

class CardDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        TileLook look;
        look.hovered = option.state & QStyle::State_MouseOver;
        look.current = option.state & QStyle::State_Selected;
        look.focused = option.widget && option.widget->hasFocus();
        TilePainter(option.font, option.palette, option.direction, option.locale)
            .paintCard(*painter, option.rect.adjusted(Metrics::Tiny, 0, -Metrics::Tiny, -CardGap),
                index.data(BoardModel::TileRole).value<Tile>(),
                index.data(BoardModel::WhenRole).toString(), look);
    }
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, 2 * option.fontMetrics.height() + Metrics::Small + CardGap};
    }
};
} // namespace

BoardColumn::BoardColumn(PostStatus status, QWidget *parent)
    : QListView(parent)
    , m_status(status)
    , m_cards(new BoardModel(QLocale(), this))
{
    setFrameShape(QFrame::NoFrame);
    setModel(m_cards);
    setItemDelegate(new CardDelegate(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { emit cardOpened(m_cards->postAt(index).post); });
    connect(this, &QListView::clicked, this,
        [this](const QModelIndex &index) { emit cardClicked(m_cards->postAt(index).post); });
}

QList<PlacedPost> BoardColumn::selected() const
{
    QList<PlacedPost> posts;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        posts.append(m_cards->postAt(row));
    if (const auto place = posts.indexOf(current()); place > 0)
        posts.move(place, 0);
    if (posts.isEmpty() && !current().post.isNull())
        posts.append(current());
    return posts;
}

void BoardColumn::setTakes(std::optional<bool> takes)
{
    m_takes = takes;
    viewport()->update();
}

void BoardColumn::setDropping(bool dropping)
{
    m_isOver = dropping;
    setTakes(dropping ? std::optional(true) : std::nullopt);
}

void BoardColumn::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentCardChanged();
}

void BoardColumn::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    emit keyPressed(event);
    if (!event->isAccepted())
        QListView::keyPressEvent(event);
}

void BoardColumn::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->reason() == QContextMenuEvent::Mouse
            ? event->globalPos()
            : viewport()->mapToGlobal(visualRect(currentIndex()).center()));
}

void BoardColumn::startDrag(Qt::DropActions /*actions*/)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QRect rect = visualRect(index).adjusted(Metrics::Tiny, 0, -Metrics::Tiny, -CardGap);
    auto *drag = new QDrag(this);
    drag->setMimeData(PostMime::encode(index.data(BoardModel::TileRole).value<Tile>(), selected()));
    drag->setPixmap(viewport()->grab(rect));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - rect.topLeft());
    emit dragBegan();
    const QPointer<BoardColumn> alive(this);
    drag->exec(Qt::MoveAction, Qt::MoveAction);
    if (alive)
        emit dragEnded();
}

void BoardColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_takes.value_or(false) || !PostMime::decode(event->mimeData()))
        return;
    m_isOver = true;
    viewport()->update();
    event->acceptProposedAction();
}

void BoardColumn::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(m_isOver);
}

void BoardColumn::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_isOver = false;
    viewport()->update();
    event->accept();
}

void BoardColumn::dropEvent(QDropEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    if (!std::exchange(m_isOver, false) || !dragged)
        return;
    event->acceptProposedAction();
    QList<PostId> posts;
    for (const PlacedPost &placed : dragged->posts)
        posts.append(placed.post);
    emit dropped(posts);
}

void BoardColumn::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_takes)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (!*m_takes) { // nothing can come here
        QColor veil = palette().color(QPalette::Window);
        veil.setAlphaF(0.72F);
        painter.fillRect(viewport()->rect(), veil);
        painter.setPen(colour(ColourRole::QuietText, palette()));
        painter.drawText(
            viewport()->rect().adjusted(Metrics::Small, Metrics::Large, -Metrics::Small, 0),
            int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap),
            tr("No step leads here from where it is."));
        return;
    }
    painter.setPen(QPen(colour(ColourRole::Pull, palette()), m_isOver ? 2 : 1, Qt::DashLine));
    painter.drawRoundedRect(
        QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), Metrics::Radius, Metrics::Radius);
}
