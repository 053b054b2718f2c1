// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stagecolumn.h"

#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "ui_prospects/prospectcard.h"

#include <QMimeData>
#include <QPainter>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace {
const auto CardFormat = "application/x-pullpush-prospect"_L1;

ProspectId draggedCard(const QMimeData *data)
{
    return ProspectId(data->data(CardFormat).toLongLong());
}
} // namespace

StageColumn::StageColumn(Workspace &workspace, const Stage &stage, QWidget *parent)
    : CardColumn(parent)
    , m_stage(stage)
    , m_people(new ProspectListModel(workspace, this))
{
    setObjectName("board."_L1 + stage.key);
    setModel(m_people);
    setModelColumn(ProspectListModel::Name);
    setItemDelegate(new ProspectCardDelegate(stage.kind != StageKind::Exit, this));
    setSelectionMode(SingleSelection);
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

void StageColumn::focusInEvent(QFocusEvent *event)
{
    const QScopedValueRollback led(m_isLed, true);
    CardColumn::focusInEvent(event);
}

void StageColumn::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const QScopedValueRollback led(m_isLed, true);
    CardColumn::rowsAboutToBeRemoved(parent, start, end);
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

void StageColumn::startDrag(Qt::DropActions /*actions*/)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const QRect card = ProspectCardDelegate::cardRect(visualRect(index));
    auto *data = new QMimeData;
    data->setData(CardFormat, QByteArray::number(current().value()));
    carry(data, card);
}

bool StageColumn::takes(const QMimeData *data) const
{
    return m_takes && !draggedCard(data).isNull();
}

void StageColumn::drop(const QMimeData *data)
{
    emit dropped(draggedCard(data));
}

void StageColumn::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    if (const QString text = emptyText(); !text.isEmpty())
        paintSentence(painter, text);
    if (m_takes)
        paintTarget(painter);
}
