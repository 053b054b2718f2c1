// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediastriplist.h"

#include "ui_common/theme.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int ThumbSide = 64; // pixels
const QString &ownFormat()
{
    static const QString name = u"application/x-pullpush-medium"_s;
    return name;
}
} // namespace

MediaStripList::MediaStripList(QWidget *parent)
    : QListView(parent)
    , m_model(new MediaCellModel<PostMediaId>(this))
{
    setObjectName(u"mediaStrip"_s);
    setAccessibleName(tr("Pictures and videos of the post"));
    setFrameShape(QFrame::NoFrame);
    setFlow(LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setModel(m_model);
    connect(this, &QListView::doubleClicked, this, [this] { emit openRequested(); });
}

void MediaStripList::setLook(const MediaLook &look)
{
    m_look = look;
    auto *before = itemDelegate();
    setItemDelegate(new MediaCellDelegate(look, ThumbSide, 0, this));
    if (qobject_cast<MediaCellDelegate *>(before))
        before->deleteLater();
}

void MediaStripList::setMedia(
    const PostWithVariants &post, const QList<PostMedia> &media, VariantId variant)
{
    const PostMediaId chosen = current();
    const int row = currentIndex().row();
    QList<PostMediaId> ids;
    QList<MediaCell> cells;
    QStringList names;
    for (const PostMedia &one : media) {
        const Media *known = m_look.find(one.media);
        MediaCell cell {one.media, cropOf(post, one.id, variant)};
        QStringList name {known ? known->name : tr("Picture that is gone")};
        if (known && known->kind == MediaKind::Picture) {
            cell.isMuted = one.altText.trimmed().isEmpty();
            //: On a small picture: it has an alternative text.
            cell.badge = cell.isMuted ? tr("no alt") : tr("alt");
            name << (cell.isMuted ? tr("without alternative text") : one.altText);
        }
        if (!one.variant.isNull())
            name << tr("for this channel alone");
        ids << one.id;
        cells << cell;
        names << name.join(u", "_s);
    }
    m_model->setRows(ids, cells, names);
    int now = m_model->rowOf(chosen);
    if (now < 0 && !media.isEmpty())
        now = std::clamp(row, 0, int(media.size()) - 1);
    if (now != currentIndex().row())
        setCurrentIndex(m_model->index(now));
    updateGeometry();
    viewport()->update();
}

PostMediaId MediaStripList::current() const
{
    return m_model->idAt(currentIndex().row());
}

void MediaStripList::setCurrent(PostMediaId medium)
{
    const int row = m_model->rowOf(medium);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
}

QSize MediaStripList::sizeHint() const
{
    const int height = sizeHintForRow(0);
    const int bar = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0;
    return {4 * ThumbSide, std::max(height, ThumbSide) + bar};
}

QSize MediaStripList::minimumSizeHint() const
{
    return {ThumbSide, sizeHint().height()};
}

void MediaStripList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentMediumChanged();
}

void MediaStripList::move(int by)
{
    const int row = currentIndex().row();
    const int to = row + by;
    if (!m_isLocked && row >= 0 && to >= 0 && to < m_model->rowCount())
        emit moveRequested(current(), to);
}

void MediaStripList::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    if (event->matches(QKeySequence::Paste)) {
        emit pasteRequested();
    } else if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Left) {
        move(-forward);
    } else if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Right) {
        move(forward);
    } else if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Delete) {
        if (!m_isLocked && !current().isNull())
            emit removeRequested(current());
    } else if (modifiers == Qt::NoModifier
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit openRequested();
    } else {
        QListView::keyPressEvent(event);
    }
}

void MediaStripList::startDrag(Qt::DropActions /*actions*/)
{
    const QModelIndex index = currentIndex();
    if (m_isLocked || !index.isValid())
        return;
    const QRect rect = visualRect(index);
    auto *drag = new QDrag(this);
    auto *dragged = new QMimeData;
    dragged->setData(ownFormat(), {});
    drag->setMimeData(dragged);
    drag->setPixmap(viewport()->grab(rect));
    drag->setHotSpot(rect.center() - rect.topLeft());
    drag->exec(Qt::MoveAction, Qt::MoveAction);
}

int MediaStripList::gapAt(QPoint point) const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QRect rect = visualRect(m_model->index(row));
        const bool isBefore = layoutDirection() == Qt::RightToLeft ? point.x() > rect.center().x()
                                                                   : point.x() < rect.center().x();
        if (isBefore)
            return row;
    }
    return m_model->rowCount();
}

void MediaStripList::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() == this && event->mimeData()->hasFormat(ownFormat()))
        event->acceptProposedAction();
    else
        event->ignore();
}

void MediaStripList::dragMoveEvent(QDragMoveEvent *event)
{
    m_gap = gapAt(event->position().toPoint());
    viewport()->update();
    event->acceptProposedAction();
}

void MediaStripList::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_gap = -1;
    viewport()->update();
    event->accept();
}

void MediaStripList::dropEvent(QDropEvent *event)
{
    const int gap = std::exchange(m_gap, -1);
    viewport()->update();
    event->acceptProposedAction();
    const int row = currentIndex().row();
    const int to = gap > row ? gap - 1 : gap;
    if (row >= 0 && to != row)
        emit moveRequested(current(), to);
}

void MediaStripList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_gap < 0 || m_model->rowCount() == 0)
        return;
    const bool isBehind = m_gap >= m_model->rowCount();
    const QRect rect = visualRect(m_model->index(isBehind ? m_gap - 1 : m_gap));
    const bool atRight = isBehind != (layoutDirection() == Qt::RightToLeft);
    const int x = atRight ? rect.right() - 1 : rect.left();
    QPainter painter(viewport());
    painter.fillRect(QRect(x, rect.top(), 3, rect.height()), colour(ColourRole::Pull, palette()));
}
