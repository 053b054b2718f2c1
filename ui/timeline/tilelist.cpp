// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/tilelist.h"

#include "ui_common/theme.h"
#include "ui_timeline/postmime.h"
#include "ui_timeline/tilepainter.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QDragEnterEvent>
#include <QMenu>
#include <QMetaMethod>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace {
constexpr int RowGap = 3;

class TileDelegate final : public QStyledItemDelegate
{
public:
    TileDelegate(int tileRole, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_tileRole(tileRole)
    { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override
    {
        TileLook look;
        look.hovered = option.state & QStyle::State_MouseOver;
        look.current = option.state & QStyle::State_Selected;
        look.focused =
            option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
        const TilePainter tilePainter(option.font, option.palette, option.direction, option.locale);
        tilePainter.paint(*painter,
            option.rect.adjusted(Metrics::Small, 0, -Metrics::Small, -RowGap),
            index.data(m_tileRole).value<Tile>(), look);
    }
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const override
    {
        return {0, option.fontMetrics.height() + Metrics::Small + RowGap};
    }

private:
    int m_tileRole;
};
} // namespace

TileList::TileList(int tileRole, QWidget *parent)
    : QListView(parent)
    , m_tileRole(tileRole)
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new TileDelegate(tileRole, this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { emit openRequested(postAt(index)); });
}

void TileList::setTakesPosts(bool takes)
{
    m_takesPosts = takes;
    setDragDropMode(takes ? DragDrop : DragOnly);
    viewport()->setAcceptDrops(takes);
}

void TileList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        // A post that was deleted from here leaves the keyboard at its neighbour.
        const int row = std::min(m_row, this->model()->rowCount() - 1);
        if (row >= 0 && hasFocus())
            setCurrentIndex(this->model()->index(row, 0));
    });
}

PostId TileList::postAt(const QModelIndex &index) const
{
    return index.isValid() ? index.data(m_tileRole).value<Tile>().post : PostId();
}

PostId TileList::currentPost() const
{
    return postAt(currentIndex());
}

void TileList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid())
        m_row = current.row();
    emit currentPostChanged(postAt(current));
}

void TileList::keyPressEvent(QKeyEvent *event)
{
    const PostId post = currentPost();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (post.isNull())
        QListView::keyPressEvent(event);
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit openRequested(post);
    else if (plain && event->key() == Qt::Key_Delete)
        emit deleteRequested(post);
    else if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_D)
        emit duplicateRequested(post);
    else
        QListView::keyPressEvent(event);
}

void TileList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    const PostId post = postAt(index);
    if (post.isNull())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu, post](const QString &text, const QKeySequence &key,
                         void (TileList::*signal)(PostId)) {
        if (!isSignalConnected(QMetaMethod::fromSignal(signal)))
            return;
        menu->addAction(text + u'\t' + key.toString(QKeySequence::NativeText), this,
            [this, post, signal] { emit(this->*signal)(post); });
    };
    add(tr("Open"), Qt::Key_Return, &TileList::openRequested);
    add(tr("Duplicate"), Qt::CTRL | Qt::Key_D, &TileList::duplicateRequested);
    addQueueMenu(*menu, post);
    menu->addSeparator();
    add(tr("Delete"), Qt::Key_Delete, &TileList::deleteRequested);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void TileList::addQueueMenu(QMenu &menu, PostId post)
{
    if (m_queues.isEmpty()
        || !isSignalConnected(QMetaMethod::fromSignal(&TileList::queueRequested)))
        return;
    QMenu *queues = menu.addMenu(tr("Add to queue"));
    for (const auto &[queue, name] : std::as_const(m_queues)) {
        QString text = name;
        queues->addAction(text.replace(u'&', QStringLiteral("&&")), this,
            [this, post, wanted = queue] { emit queueRequested(post, wanted); });
    }
}

void TileList::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    const QModelIndexList dragged {index};
    if (!index.isValid())
        return;
    const QRect rect = visualRect(index).adjusted(Metrics::Small, 0, -Metrics::Small, -RowGap);
    auto *drag = new QDrag(this);
    drag->setMimeData(model()->mimeData(dragged));
    drag->setPixmap(viewport()->grab(rect));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - rect.topLeft());
    // Where it was dropped, the owner of the values takes it away from here.
    drag->exec(actions, Qt::MoveAction);
}

void TileList::fitRows(int most)
{
    if (const int rows = model()->rowCount(); rows > 0)
        setFixedHeight(std::min(rows, most) * sizeHintForRow(0) + Metrics::Tiny);
}

void TileList::setDropping(bool dropping)
{
    m_dropping = dropping;
    viewport()->update();
}

void TileList::dragEnterEvent(QDragEnterEvent *event)
{
    const auto dragged = PostMime::decode(event->mimeData());
    if (!m_takesPosts || !dragged || !dragged->from().isValid())
        return;
    setDropping(true);
    event->acceptProposedAction();
}

void TileList::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(m_dropping);
}

void TileList::dragLeaveEvent(QDragLeaveEvent *event)
{
    setDropping(false);
    event->accept();
}

void TileList::dropEvent(QDropEvent *event)
{
    setDropping(false);
    const auto post = PostMime::decode(event->mimeData());
    if (!post || !post->from().isValid())
        return;
    event->acceptProposedAction();
    QList<PostId> posts;
    for (const PlacedPost &placed : std::as_const(post->posts))
        posts.append(placed.post);
    emit dropped(posts);
}

void TileList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (!m_dropping)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(ColourRole::Pull, palette()), 2, Qt::DashLine));
    painter.drawRoundedRect(
        QRectF(viewport()->rect()).adjusted(4, 4, -4, -4), Metrics::Radius, Metrics::Radius);
}
