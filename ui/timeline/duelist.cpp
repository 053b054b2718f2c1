// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/duelist.h"

#include "base/moment.h"
#include "ui_common/theme.h"
#include "ui_timeline/tilelist.h"

#include <QDateTime>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostDue = 5;

/// A tile for each post, with the signs of all its channels that are due.
QList<Tile> tilesOf(
    const QList<DuePost> &due, const TileSources &sources, const QTimeZone &zone, QDate today)
{
    QList<Tile> tiles;
    for (const DuePost &entry : due) {
        auto tile = std::ranges::find(tiles, entry.post, &Tile::post);
        if (tile == tiles.end()) {
            Tile made;
            made.post = entry.post;
            made.text = entry.text.isEmpty() ? DueList::tr("Untitled") : entry.text;
            made.time = QDateTime::fromMSecsSinceEpoch(entry.at, zone).time();
            made.status = PostStatus::Scheduled;
            made.missed = localDay(entry.at, zone) < today;
            tiles.append(made);
            tile = std::prev(tiles.end());
        }
        const auto channel = std::ranges::find(sources.channels, entry.channel, &Channel::id);
        if (channel != sources.channels.end())
            tile->signs << sources.networks.signOf(channel->network);
    }
    return tiles;
}
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
    const QList<Tile> tiles = tilesOf(due, sources, zone, today);
    m_model->setTiles(tiles);
    m_heading->setText(tr("Due (%1)").arg(tiles.size()));
    setVisible(!tiles.isEmpty());
    if (!tiles.isEmpty())
        m_list->setFixedHeight(
            std::min(int(tiles.size()), MostDue) * m_list->sizeHintForRow(0) + Metrics::Tiny);
}
