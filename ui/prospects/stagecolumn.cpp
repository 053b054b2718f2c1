// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stagecolumn.h"

#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospectcard.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
const auto CardFormat = "application/x-pullpush-prospect"_L1;

ProspectId draggedCard(const QMimeData *data)
{
    return ProspectId(data->data(CardFormat).toLongLong());
}
} // namespace

StageColumn::StageColumn(Workspace &workspace, const Stage &stage, QWidget *parent)
    : QListView(parent)
    , m_stage(stage)
    , m_people(new ProspectListModel(workspace, this))
{
    setObjectName("board."_L1 + stage.key);
    setFrameShape(QFrame::NoFrame);
    setModel(m_people);
    setModelColumn(ProspectListModel::Name);
    setItemDelegate(new ProspectCardDelegate(stage.kind != StageKind::Exit, this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragEnabled(true);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    setDropIndicatorShown(false);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::doubleClicked, this,
        [this](const QModelIndex &index) { emit cardOpened(m_people->idAt(index)); });
    connect(&m_people->list(), &ProspectList::changed, this, [this] {
        viewport()->update();
        emit cardsChanged();
    });
}

void StageColumn::setQuery(const ProspectQuery &query)
{
    m_people->list().setQuery(query);
}

ProspectId StageColumn::current() const
{
    return m_people->idAt(currentIndex());
}

bool StageColumn::setCurrent(ProspectId id)
{
    const QModelIndex found = m_people->indexOf(id);
    if (!found.isValid())
        return false;
    setCurrentIndex(found);
    scrollTo(found);
    return true;
}

void StageColumn::setTakes(bool takes)
{
    m_takes = takes;
    viewport()->update();
}

QString StageColumn::emptyText() const
{
    const ProspectList &list = m_people->list();
    if (list.size() > 0)
        return {};
    if (list.state() == StoreState::Failed)
        return list.error().message;
    if (list.state() != StoreState::Ready)
        return {};
    ProspectQuery stageAlone = withoutFilters(list.query());
    stageAlone.stages = list.query().stages;
    return list.query() == stageAlone ? tr("Nobody is in this stage.") : tr("Nobody here matches.");
}

void StageColumn::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit currentCardChanged();
}

void StageColumn::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    emit keyPressed(event);
    if (!event->isAccepted())
        QListView::keyPressEvent(event);
}

void StageColumn::startDrag(Qt::DropActions /*actions*/)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QRect card = ProspectCardDelegate::cardRect(visualRect(index));
    auto *data = new QMimeData;
    data->setData(CardFormat, QByteArray::number(current().value()));
    auto *drag = new QDrag(this);
    drag->setMimeData(data);
    drag->setPixmap(viewport()->grab(card));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - card.topLeft());
    emit dragBegan();
    const QPointer<StageColumn> alive(this);
    drag->exec(Qt::MoveAction, Qt::MoveAction);
    if (alive)
        emit dragEnded();
}

void StageColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_takes || draggedCard(event->mimeData()).isNull())
        return;
    m_isOver = true;
    viewport()->update();
    event->acceptProposedAction();
}

void StageColumn::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(m_isOver);
}

void StageColumn::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_isOver = false;
    viewport()->update();
    event->accept();
}

void StageColumn::dropEvent(QDropEvent *event)
{
    const ProspectId card = draggedCard(event->mimeData());
    if (!std::exchange(m_isOver, false) || card.isNull())
        return;
    event->acceptProposedAction();
    emit dropped(card);
}

void StageColumn::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    if (const QString text = emptyText(); !text.isEmpty()) {
        painter.setPen(colour(ColourRole::QuietText, palette()));
        painter.drawText(
            viewport()->rect().adjusted(Metrics::Small, Metrics::Large, -Metrics::Small, 0),
            int(Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap), text);
    }
    if (!m_takes)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(ColourRole::Pull, palette()), m_isOver ? 2 : 1, Qt::DashLine));
    painter.drawRoundedRect(
        QRectF(viewport()->rect()).adjusted(2, 2, -2, -2), Metrics::Radius, Metrics::Radius);
}
