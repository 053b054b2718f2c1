// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/planrowsmodel.h"

#include "ui_common/formatting.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/severity.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {
QIcon iconOf(PlanFate fate)
{
    switch (fate) {
    case PlanFate::Rejected:
        return severityIcon(NoticeSeverity::Error);
    case PlanFate::Known:
        return Icons::named(u"checkmark"_s, u"dialog-ok"_s);
    case PlanFate::Differs:
        return severityIcon(NoticeSeverity::Warning);
    case PlanFate::Updated:
        return Icons::named(u"document-edit"_s);
    case PlanFate::Created:
        return Icons::named(u"list-add"_s);
    }
    Q_UNREACHABLE();
}

QString dayText(const PlanRow &row)
{
    if (row.day)
        return Formatting::date(*row.day);
    return row.fate == PlanFate::Rejected ? QString() : PlanRowsModel::tr("idea, no day");
}

QString timeText(const PlanRow &row)
{
    if (!row.time)
        return {};
    const QString time = Formatting::time(*row.time);
    return row.zone.isEmpty() ? time : u"%1 %2"_s.arg(time, row.zone);
}

QString shown(const PlanRow &row, int column)
{
    switch (PlanRowsModel::Column(column)) {
    case PlanRowsModel::Fate:
        return PlanRowsModel::fateText(row.fate);
    case PlanRowsModel::Day:
        return dayText(row);
    case PlanRowsModel::Time:
        return timeText(row);
    case PlanRowsModel::Channels:
        return row.channels.join(u", "_s);
    case PlanRowsModel::Words:
        return row.headline;
    case PlanRowsModel::Media:
        return row.media > 0 ? Formatting::number(row.media) : QString();
    case PlanRowsModel::Note:
        return row.note;
    case PlanRowsModel::ColumnCount:
        break;
    }
    return {};
}
} // namespace

void PlanRowsModel::setRows(const QList<PlanRow> &rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QString PlanRowsModel::fateText(PlanFate fate)
{
    switch (fate) {
    case PlanFate::Rejected:
        return tr("Rejected", "a row of a file");
    case PlanFate::Known:
        return tr("Known", "a row of a file");
    case PlanFate::Differs:
        return tr("Differs", "a row of a file, from what is here");
    case PlanFate::Updated:
        return tr("Update", "a row of a file changes what is here");
    case PlanFate::Created:
        return tr("New", "a row of a file");
    }
    Q_UNREACHABLE();
}

int PlanRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PlanRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlanRow &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole)
        return shown(row, index.column());
    if (role == Qt::ToolTipRole)
        return plainTip(shown(row, index.column()));
    if (role == Qt::DecorationRole && index.column() == Fate)
        return iconOf(row.fate);
    if (role == Qt::TextAlignmentRole && index.column() == Media)
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    return {};
}

QVariant PlanRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return QVariant::fromValue(
            (section == Media ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_rows.value(section).line;
    switch (Column(section)) {
    case Fate:
        return tr("Post", "head of a column: what becomes of it");
    case Day:
        return tr("Day");
    case Time:
        return tr("Time");
    case Channels:
        return tr("Channels");
    case Words:
        return tr("First words");
    case Media:
        return tr("Media");
    case Note:
        return tr("Notes");
    case ColumnCount:
        break;
    }
    return {};
}
