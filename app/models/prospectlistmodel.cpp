// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prospectlistmodel.h"

#include "base/moment.h"
#include "base/timetext.h"
#include "session/prospectlist.h"
#include "session/workspace.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

ProspectListModel::ProspectListModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_list(new ProspectList(workspace, this))
{
    connect(m_list, &ProspectList::aboutToReset, this, [this] { beginResetModel(); });
    connect(m_list, &ProspectList::reset, this, [this] { endResetModel(); });
    connect(m_list, &ProspectList::aboutToInsert, this,
        [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(m_list, &ProspectList::inserted, this, [this] { endInsertRows(); });
    connect(m_list, &ProspectList::aboutToRemove, this,
        [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(m_list, &ProspectList::removed, this, [this] { endRemoveRows(); });
    connect(m_list, &ProspectList::rowsLoaded, this, [this](int first, int last) {
        const int end = std::min(last, m_list->size() - 1); // the list may have become shorter
        if (first <= end)
            emit dataChanged(index(first, 0), index(end, ColumnCount - 1));
    });
}

ProspectId ProspectListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_list->idAt(index.row()) : ProspectId();
}

QModelIndex ProspectListModel::indexOf(ProspectId id) const
{
    const int row = id.isNull() ? -1 : m_list->indexOf(id);
    return row < 0 ? QModelIndex() : index(row, Name);
}

int ProspectListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_list->size();
}

int ProspectListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProspectListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == ProspectRole::Id)
        return qlonglong(m_list->idAt(index.row()).value());
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    const bool isOwn = role >= ProspectRole::Sort && role <= ProspectRole::IsLoaded;
    if (!isText && !isOwn)
        return {}; // no page is read for roles that nobody answers
    const std::optional<ProspectRow> row = m_list->rowAt(index.row());
    if (role == ProspectRole::IsLoaded)
        return row.has_value();
    if (!row)
        return isText && index.column() == Name ? QVariant(u"…"_s) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(*row) : text(*row, index.column());
    case ProspectRole::Sort:
        return sortValue(*row, index.column());
    case ProspectRole::Company:
        return row->company;
    case ProspectRole::StageIndex:
        return indexOfStage(m_workspace.stages(), row->stage);
    case ProspectRole::Waiting:
        return row->unanswered;
    default:
        return {};
    }
}

QVariant ProspectListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Company:
        return tr("Company");
    case StageColumn:
        return tr("Stage");
    case Source:
        return tr("Source");
    case Owner:
        return tr("Owner");
    case LastActivity:
        return tr("Last activity");
    case Waiting:
        return tr("Waiting", "column: number of their messages that nobody answered");
    default:
        return {};
    }
}

QString ProspectListModel::text(const ProspectRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.name.isEmpty() ? tr("(no name)") : row.name;
    case Company:
        return row.company;
    case StageColumn: {
        const int stage = indexOfStage(m_workspace.stages(), row.stage);
        return stage < 0 ? QString() : m_workspace.stages().at(stage).name;
    }
    case Source:
        return row.source;
    case Owner:
        return m_workspace.userName(row.owner);
    case LastActivity:
        return activityText(row.lastActivityAt);
    case Waiting:
        return row.unanswered > 0 ? QLocale().toString(row.unanswered) : QString();
    default:
        return {};
    }
}

QVariant ProspectListModel::sortValue(const ProspectRow &row, int column) const
{
    if (column == LastActivity)
        return qlonglong(row.lastActivityAt);
    if (column == Waiting)
        return row.unanswered;
    return text(row, column);
}

QString ProspectListModel::activityText(qint64 ms) const
{
    if (ms == 0)
        return {};
    const QLocale locale;
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, m_workspace.zone());
    const QDate today = m_workspace.today();
    if (at.date() == today)
        return timeText(at.time(), locale);
    if (at.date() == today.addDays(-1))
        return tr("Yesterday");
    return locale.toString(at.date(), QLocale::ShortFormat);
}

QString ProspectListModel::spoken(const ProspectRow &row) const
{
    QStringList parts {text(row, Name), row.company, text(row, StageColumn)};
    if (row.unanswered > 0)
        parts << tr("%n unanswered message(s)", nullptr, row.unanswered);
    parts.removeAll(QString());
    return parts.join(", "_L1);
}
