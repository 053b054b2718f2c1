// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/queuemodel.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_timeline/zonewords.h"

#include <QDateTime>

#include <algorithm>

namespace {
constexpr quintptr QueueRow = 0; // id of a queue; that of a slot is one more than its queue's row
}

QueueModel::QueueModel(const QLocale &locale, QObject *parent)
    : QAbstractItemModel(parent)
    , m_locale(locale)
{ }

void QueueModel::setSections(
    const QList<QueueSection> &sections, const QHash<PostId, Tile> &tiles, const ShownZone &zone)
{
    beginResetModel();
    m_sections = sections;
    m_tiles = tiles;
    m_zone = zone;
    endResetModel();
}

const QueueSection *QueueModel::sectionAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    const auto row =
        index.internalId() == QueueRow ? qsizetype(index.row()) : qsizetype(index.internalId()) - 1;
    return row < m_sections.size() ? &m_sections.at(row) : nullptr;
}

const QueuePlace *QueueModel::placeAt(const QModelIndex &index) const
{
    const QueueSection *section = sectionAt(index);
    if (!section || index.internalId() == QueueRow || index.row() >= section->places.size())
        return nullptr;
    return &section->places.at(index.row());
}

QModelIndex QueueModel::indexOf(const QueueId &queue, qint64 at) const
{
    const auto section = std::ranges::find(m_sections, queue, &QueueSection::queue);
    if (section == m_sections.end())
        return {};
    const auto place = std::ranges::find(section->places, at, &QueuePlace::at);
    return place == section->places.end() ? QModelIndex()
                                          : createIndex(int(place - section->places.begin()), 0,
                                              quintptr(section - m_sections.begin()) + 1);
}

QModelIndex QueueModel::indexOf(PostId post) const
{
    if (post.isNull())
        return {};
    for (const QueueSection &section : m_sections) {
        const auto place = std::ranges::find(section.places, post, &QueuePlace::post);
        if (place != section.places.end())
            return indexOf(section.queue, place->at);
    }
    return {};
}

QDateTime QueueModel::shownAt(const QModelIndex &index) const
{
    const QueuePlace *place = placeAt(index);
    if (!place)
        return {};
    return QDateTime::fromMSecsSinceEpoch(place->at, m_zone.of(sectionAt(index)->queue.channel));
}

QModelIndex QueueModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : QueueRow);
}

QModelIndex QueueModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == QueueRow)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, QueueRow);
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    if (parent.internalId() != QueueRow || parent.column() != 0)
        return 0;
    return int(m_sections.at(parent.row()).places.size());
}

int QueueModel::columnCount(const QModelIndex & /*parent*/) const
{
    return Columns;
}

QString QueueModel::whenText(const QModelIndex &index) const
{
    const QDateTime at = shownAt(index);
    //: A slot of a queue: %1 is the day of the week, %2 the day, %3 the time.
    return tr("%1, %2, %3")
        .arg(m_locale.standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat),
            Formatting::dayMonth(at.date(), m_locale), Formatting::time(at.time(), m_locale));
}

QVariant QueueModel::sectionData(const QueueSection &section, int column, int role) const
{
    if (column != 0 || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const auto free = std::ranges::count_if(
        section.places, [](const QueuePlace &place) { return place.post.isNull(); });
    //: A queue: %1 is its name.
    return tr("%1, %n free slot(s)", nullptr, int(free)).arg(section.name);
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QueuePlace *place = placeAt(index);
    if (!place)
        return sectionData(*sectionAt(index), index.column(), role);
    const bool isFree = place->post.isNull();
    const Tile tile = m_tiles.value(place->post);
    const QString free = tr("Free", "a slot of a queue");
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == When)
            return whenText(index);
        if (index.column() == Text)
            return isFree ? free : tile.text;
        if (isFree)
            return {};
        return tile.missed ? tr("Missed") : statusName(tile.status);
    case Qt::AccessibleTextRole:
        if (index.column() == When)
            //: A slot of a queue and what stands there.
            return tr("%1: %2").arg(whenText(index), isFree ? free : describe(tile));
        return data(index, Qt::DisplayRole);
    case Qt::ToolTipRole:
        return isFree ? tr("A free slot. Press Enter to write a post for it, or drop one here.")
                      : plainTip(describe(tile));
    case TileRole:
        return isFree ? QVariant() : QVariant::fromValue(tile);
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const bool isHome = m_zone.kind() == ShownZone::Kind::Workspace;
    //: The head of a column: %1 is the place whose clocks show the times.
    const QStringList names {
        isHome ? tr("Slot") : tr("Slot, %1").arg(nameOf(m_zone)), tr("Post"), tr("Status")};
    return names.value(section);
}

Qt::ItemFlags QueueModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    const QueuePlace *place = placeAt(index);
    if (place && !place->post.isNull() && !place->isFixed)
        flags |= Qt::ItemIsDragEnabled;
    if (place && !place->isFixed)
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}
