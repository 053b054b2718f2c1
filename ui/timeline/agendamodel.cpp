// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/agendamodel.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr quintptr DayId = 0; // of a day; that of a post is one more than its day's row
}

AgendaModel::AgendaModel(const QLocale &locale, QObject *parent)
    : QAbstractItemModel(parent)
    , m_locale(locale)
{ }

void AgendaModel::setDays(const TilesByDay &days, const DateSpan &span, QDate today,
    const DayMarks &marks, const QString &zone)
{
    beginResetModel();
    m_today = today;
    m_days = days;
    m_marks = marks;
    m_zone = zone;
    m_order.clear();
    for (auto day = days.keyBegin(); day != days.keyEnd(); ++day) {
        if (span.contains(*day))
            m_order.append(*day);
    }
    for (auto day = marks.keyBegin(); day != marks.keyEnd(); ++day) {
        if (span.contains(*day) && !days.contains(*day))
            m_order.append(*day);
    }
    std::ranges::sort(m_order);
    endResetModel();
}

QModelIndex AgendaModel::indexOf(QDate day, PostId post) const
{
    const auto row = m_order.indexOf(day);
    if (row < 0)
        return {};
    if (post.isNull())
        return createIndex(int(row), 0, DayId);
    const QList<Tile> tiles = tilesOn(day);
    const auto tile = std::ranges::find(tiles, post, &Tile::post);
    return tile == tiles.end() ? QModelIndex()
                               : createIndex(int(tile - tiles.begin()), 0, quintptr(row) + 1);
}

QDate AgendaModel::dayOf(PostId post) const
{
    const auto has = [this, post](QDate day) { return indexOf(day, post).isValid(); };
    const auto day = std::ranges::find_if(m_order, has);
    return day == m_order.end() || post.isNull() ? QDate() : *day;
}

PlacedPost AgendaModel::postAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == DayId)
        return {PostId(), m_order.value(index.row())};
    const QDate day = m_order.value(qsizetype(index.internalId()) - 1);
    return {tilesOn(day).value(index.row()).post, day};
}

QModelIndex AgendaModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : DayId);
}

QModelIndex AgendaModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == DayId)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, DayId);
}

int AgendaModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_order.size());
    if (parent.internalId() != DayId || parent.column() != 0)
        return 0;
    return int(m_days.value(m_order.at(parent.row())).size());
}

int AgendaModel::columnCount(const QModelIndex & /*parent*/) const
{
    return Columns;
}

QString AgendaModel::textOf(const Tile &tile, int column) const
{
    switch (column) {
    case Time:
        return tile.time ? Formatting::time(*tile.time, m_locale) : QString();
    case Channels:
        return tile.signs.join(u' ');
    case Text:
        return tile.text;
    case Status:
        return tile.missed ? tr("Missed") : statusName(tile.status);
    case Campaign:
        return tile.campaign;
    case Pillar:
        return tile.pillar;
    case Labels:
        return tile.labels.join(tr(", ", "between names"));
    default:
        return {};
    }
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlacedPost placed = postAt(index);
    if (role == DayRole)
        return placed.day;
    if (placed.post.isNull()) {
        const int posts = int(tilesOn(placed.day).size());
        if (index.column() != 0)
            return {};
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return withMarks(describeDay(placed.day, placed.day == m_today, posts, m_locale),
                m_marks.value(placed.day));
        if (role == MarkRole && m_marks.contains(placed.day))
            return m_marks.value(placed.day).constFirst().colour;
        return {};
    }
    const Tile tile = tilesOn(placed.day).at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(tile, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? describe(tile) : textOf(tile, index.column());
    case Qt::ToolTipRole:
        return plainTip(describe(tile));
    case TileRole:
        return QVariant::fromValue(tile);
    default:
        return {};
    }
}

QVariant AgendaModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    //: The head of a column: %1 is the place whose clocks show the times.
    const QStringList names {m_zone.isEmpty() ? tr("Time") : tr("Time, %1").arg(m_zone),
        tr("Channels"), tr("Post"), tr("Status"), tr("Campaign"), tr("Pillar"), tr("Labels")};
    return names.value(section);
}
