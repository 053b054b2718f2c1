// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_profiles/surfacemodel.h"

#include "ui_common/formatting.h"
#include "ui_profiles/copywords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
bool isSameLine(const SurfaceRow &one, const SurfaceRow &other)
{
    return one.channel.id == other.channel.id && one.surface == other.surface;
}
} // namespace

SurfaceModel::SurfaceModel(const QTimeZone &zone, QObject *parent)
    : QAbstractListModel(parent)
    , m_zone(zone)
{ }

void SurfaceModel::setRows(const QList<SurfaceRow> &rows)
{
    if (!std::ranges::equal(rows, m_rows, isSameLine)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int i = 0; i < int(rows.size()); ++i) {
        if (rows.at(i) == m_rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        emit dataChanged(index(i), index(i));
    }
}

QModelIndex SurfaceModel::indexOf(ChannelId channel, Surface surface) const
{
    const auto found = std::ranges::find_if(m_rows,
        [&](const SurfaceRow &row) { return row.channel.id == channel && row.surface == surface; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

int SurfaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SurfaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SurfaceRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.surface ? CopyWords::surface(*row.surface) : row.channel.name;
    case Qt::AccessibleTextRole:
        return spoken(row);
    case RowRole:
        return QVariant::fromValue(row);
    default:
        return {};
    }
}

Qt::ItemFlags SurfaceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).surface)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString SurfaceModel::spoken(const SurfaceRow &row) const
{
    if (!row.surface)
        return Formatting::channel(row.channel.name, row.network);
    //: A surface and its channel: "Bio, Kettle · X".
    QStringList parts {tr("%1, %2").arg(
        CopyWords::surface(*row.surface), Formatting::channel(row.channel.name, row.network))};
    if (row.live)
        parts << CopyWords::status(*row.live, m_zone) << row.live->text;
    else
        parts << tr("Nothing is live");
    if (row.pending)
        parts << CopyWords::status(*row.pending, m_zone);
    return parts.join(u". "_s);
}
