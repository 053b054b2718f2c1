// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/mediagrid.h"

#include "base/text.h"
#include "ui_common/theme.h"
#include "ui_timeline/dropcontent.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

MediaGrid::MediaGrid(int side, int captionLines, QWidget *parent)
    : QListView(parent)
    , m_model(new MediaCellModel<MediaId>(this))
    , m_side(side)
    , m_captionLines(captionLines)
{
    setObjectName(u"mediaGrid"_s);
    setAccessibleName(tr("Media library"));
    setFrameShape(QFrame::NoFrame);
    setViewMode(IconMode);
    setMovement(Static);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setSpacing(Metrics::Tiny);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setAcceptDrops(false);
    setModel(m_model);
    connect(this, &QListView::doubleClicked, this, [this] { emit openRequested(current()); });
}

void MediaGrid::setLook(const MediaLook &look)
{
    m_look = look;
    auto *before = itemDelegate();
    setItemDelegate(new MediaCellDelegate(look, m_side, m_captionLines, this));
    if (qobject_cast<MediaCellDelegate *>(before))
        before->deleteLater();
}

void MediaGrid::setMedia(
    const QList<Media> &media, const std::function<int(MediaId)> &useCount, const QString &words)
{
    const QList<MediaId> chosen = selected();
    const MediaId at = current();
    const int row = currentIndex().row();
    QList<MediaId> ids;
    QList<MediaCell> cells;
    QStringList names;
    for (const Media &one : media) {
        if (!words.isEmpty() && !foldText(one.name + u' ' + one.rights).contains(words))
            continue;
        const int uses = useCount(one.id);
        const bool isMissing = m_look.isMissing(one.id);
        MediaCell cell {.media = one.id, .caption = one.name};
        cell.note = uses == 0 ? tr("not used") : tr("on %n post(s)", nullptr, uses);
        if (isMissing)
            //: On a small picture: its file is not there.
            cell.badge = tr("missing");
        cell.isMuted = isMissing;
        ids << one.id;
        cells << cell;
        //: A medium for readers: its name, what it is, where it is used.
        names << tr("%1, %2, %3")
                     .arg(one.name, isMissing ? tr("missing") : mediaFacts(one), cell.note);
    }
    m_model->setRows(ids, cells, names);
    if (selected().isEmpty() && count() > 0) {
        const int now = m_model->rowOf(at);
        const bool isThere = now >= 0;
        if (isThere || row >= 0)
            setCurrentIndex(m_model->index(isThere ? now : std::min(row, count() - 1)));
        for (const MediaId id : chosen) {
            const int place = m_model->rowOf(id);
            if (place >= 0)
                selectionModel()->select(m_model->index(place), QItemSelectionModel::Select);
        }
    }
    emit selectionMoved();
}

int MediaGrid::count() const
{
    return m_model->rowCount();
}

MediaId MediaGrid::current() const
{
    return m_model->idAt(currentIndex().row());
}

QList<MediaId> MediaGrid::selected() const
{
    QList<int> rows;
    const QModelIndexList indexes = selectionModel()->selectedIndexes();
    for (const QModelIndex &index : indexes)
        rows << index.row();
    std::ranges::sort(rows);
    QList<MediaId> media;
    for (const int row : std::as_const(rows))
        media << m_model->idAt(row);
    return media;
}

void MediaGrid::setCurrent(MediaId media)
{
    const int row = m_model->rowOf(media);
    if (row >= 0)
        setCurrentIndex(m_model->index(row));
}

void MediaGrid::refresh(MediaId media)
{
    const int row = m_model->rowOf(media);
    if (row >= 0)
        update(m_model->index(row));
}

void MediaGrid::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Paste))
        emit pasteRequested();
    else if (plain && event->key() == Qt::Key_Delete && !selected().isEmpty())
        emit removeRequested();
    else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && !current().isNull())
        emit openRequested(current());
    else
        QListView::keyPressEvent(event);
}

void MediaGrid::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](const QString &text, Qt::Key key, auto slot) {
        menu->addAction(
            text + u'\t' + QKeySequence(key).toString(QKeySequence::NativeText), this, slot);
    };
    add(tr("Open"), Qt::Key_Return, [this] { emit openRequested(current()); });
    menu->addSeparator();
    add(tr("Remove from the media…"), Qt::Key_Delete, [this] { emit removeRequested(); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void MediaGrid::startDrag(Qt::DropActions /*actions*/)
{
    const QList<MediaId> media = selected();
    if (media.isEmpty())
        return;
    const QRect rect = visualRect(currentIndex());
    auto *drag = new QDrag(this);
    drag->setMimeData(Drops::encode(media));
    drag->setPixmap(viewport()->grab(rect));
    drag->setHotSpot(rect.center() - rect.topLeft());
    drag->exec(Qt::CopyAction, Qt::CopyAction);
}

void MediaGrid::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    emit selectionMoved();
}

void MediaGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit selectionMoved();
}
