// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/duelist.h"

#include "base/moment.h"
#include "ui_common/theme.h"
#include "ui_timeline/tilelist.h"

#include <QDateTime>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostDue = 5;
} // namespace

DueList::DueList(QWidget *parent)
    : QWidget(parent)
    , m_model(new TileModel(this))
    , m_heading(headingLabel({}, this))
    , m_list(new TileList(TileModel::TileRole, this))
{
    setObjectName(u"dueList"_s);
    m_heading->setContentsMargins(Metrics::Medium, Metrics::Small, Metrics::Medium, 0);
    m_heading->setBuddy(m_list);
    m_list->setObjectName(u"due"_s);
    m_list->setAccessibleName(tr("Due"));
    m_list->setModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_heading);
    layout->addWidget(m_list);
    connect(m_list, &TileList::openRequested, this, &DueList::openRequested);
    connect(m_list, &TileList::clicked, this,
        [this](const QModelIndex &index) { emit openRequested(m_model->postAt(index)); });
    hide();
}

void DueList::setDue(
    const QList<DuePost> &due, const TileSources &sources, const QTimeZone &zone, QDate today)
{
    const QList<Tile> tiles =
        tilesByPost(due, sources, [&zone, today](Tile &tile, const DuePost &entry) {
            tile.time = QDateTime::fromMSecsSinceEpoch(entry.at, zone).time();
            tile.status = PostStatus::Scheduled;
            tile.missed = localDay(entry.at, zone) < today;
        });
    m_model->setTiles(tiles);
    m_heading->setText(tr("Due (%1)").arg(tiles.size()));
    setVisible(!tiles.isEmpty());
    m_list->fitRows(MostDue);
}
