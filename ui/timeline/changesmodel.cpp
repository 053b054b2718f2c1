// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/changesmodel.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

ChangesModel::ChangesModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void ChangesModel::setEntries(const QList<ActivityEntry> &entries)
{
    const qsizetype was = m_entries.size();
    const qsizetype more = entries.size() - was;
    if (entries == m_entries)
        return;
    if (was > 0 && more > 0 && entries.first(was) == m_entries) {
        beginInsertRows({}, int(was), int(entries.size()) - 1);
        m_entries = entries;
        endInsertRows();
    } else if (was > 0 && more > 0 && entries.last(was) == m_entries) {
        beginInsertRows({}, 0, int(more) - 1);
        m_entries = entries;
        endInsertRows();
    } else {
        beginResetModel();
        m_entries = entries;
        endResetModel();
    }
}

const ActivityEntry *ChangesModel::entryAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_entries.size() ? &m_entries.at(index.row()) : nullptr;
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ChangesModel::textOf(const ActivityEntry &entry, int column) const
{
    switch (column) {
    case When:
        return Formatting::dateTime(
            QDateTime::fromMSecsSinceEpoch(entry.at, m_context.zone), m_context.today);
    case Who: {
        const QString name = m_context.nameOf(entry.who);
        return name.isEmpty() ? tr("The program") : name;
    }
    case What:
        //: Between the sentences of one change.
        return entry.sentences.join(tr("; "));
    case Of:
        if (entry.post.isNull() && entry.prospect.isNull())
            return {};
        return !entry.headline.isEmpty() ? entry.headline
            : entry.post.isNull()        ? tr("Without a name")
                                         : tr("Untitled");
    default:
        return {};
    }
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    const ActivityEntry *entry = entryAt(index);
    if (!entry)
        return {};
    const bool isSaidAbove = entry->continues && (index.column() == When || index.column() == Who);
    switch (role) {
    case Qt::DisplayRole:
        return isSaidAbove ? QString() : textOf(*entry, index.column());
    case Qt::ToolTipRole:
        if (!entry->post.isNull() && !entry->isThere)
            return tr("This post was deleted.");
        if (!entry->prospect.isNull() && !entry->isThere)
            return tr("This prospect is no record of their own any more.");
        return plainTip(
            index.column() == What ? entry->sentences.join(u'\n') : textOf(*entry, index.column()));
    case Qt::AccessibleTextRole:
        return textOf(*entry, index.column());
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What was done");
    case Of:
        return tr("Post or prospect");
    default:
        return {};
    }
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex &index) const
{
    return entryAt(index) ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren
                          : Qt::NoItemFlags;
}
