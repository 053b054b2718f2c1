// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prospectlistmodel.h"

#include "base/moment.h"
#include "base/timetext.h"
#include "domain/moneytext.h"
#include "models/networkwords.h"
#include "session/plansets.h"
#include "session/prospectlist.h"
#include "session/workspace.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

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
    const bool isOwn = role > ProspectRole::Id && role <= ProspectRole::IsLoaded;
    if (!isText && !isOwn)
        return {}; // no page is read for roles that nobody answers
    const std::optional<ProspectRow> row = m_list->rowAt(index.row());
    if (role == ProspectRole::IsLoaded)
        return row.has_value();
    if (!row)
        return isText && index.column() == Name ? QVariant(u"…"_s) : QVariant();
    if (isText)
        return role == Qt::AccessibleTextRole && index.column() == Name
            ? spoken(*row)
            : text(*row, index.column());
    return own(*row, index.column(), role);
}

QVariant ProspectListModel::own(const ProspectRow &row, int column, int role) const
{
    switch (role) {
    case ProspectRole::Sort:
        return sortValue(row, column);
    case ProspectRole::Company:
        return row.company;
    case ProspectRole::StageIndex:
        return indexOfStage(m_workspace.stages(), row.stage);
    case ProspectRole::Waiting:
        return row.unanswered;
    case ProspectRole::Turn:
        return int(row.turn);
    case ProspectRole::NextStep:
        return row.nextStep;
    case ProspectRole::IsOverdue:
        return isOverdue(row);
    case ProspectRole::QuietDays:
        return quietDays(row);
    case ProspectRole::DoNotContact:
        return row.doNotContact;
    default:
        return {};
    }
}

Qt::ItemFlags ProspectListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
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
    case TurnColumn:
        return tr("Turn", "column: who owes the next word");
    case LastWord:
        return tr("Last word");
    case NextStep:
        return tr("Next step");
    case Offers:
        return tr("Open offers");
    case Labels:
        return tr("Labels");
    case Networks:
        return tr("Networks");
    case FirstSeen:
        return tr("First seen");
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
        return timeOrDay(row.lastActivityAt);
    case Waiting:
        return row.unanswered > 0 ? QLocale().toString(row.unanswered) : QString();
    case TurnColumn:
        return row.turn == Turn::We ? tr("Ours")
                                    : (row.turn == Turn::They ? tr("Theirs") : QString());
    case LastWord:
        return timeOrDay(row.lastWordAt);
    case NextStep:
        return dayText(row.nextStep);
    case Offers:
        return offersText(row);
    case Labels:
        return labelsText(row);
    case Networks: {
        QStringList names;
        for (const QString &network : row.networks)
            names << networkWord(network);
        return names.join(", "_L1);
    }
    case FirstSeen:
        return row.firstSeen.precision == Precision::Unknown
            ? QString()
            : dayText(localDay(row.firstSeen.ms, m_workspace.zone()));
    default:
        return {};
    }
}

QVariant ProspectListModel::sortValue(const ProspectRow &row, int column) const
{
    switch (column) {
    case LastActivity:
        return qlonglong(row.lastActivityAt);
    case LastWord:
        return qlonglong(row.lastWordAt);
    case Waiting:
        return row.unanswered;
    case NextStep:
        return row.nextStep;
    case FirstSeen:
        return qlonglong(row.firstSeen.ms);
    default:
        return text(row, column);
    }
}

QString ProspectListModel::timeOrDay(qint64 ms) const
{
    if (ms == 0)
        return {};
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, m_workspace.zone());
    return at.date() == m_workspace.today() ? timeText(at.time(), QLocale()) : dayText(at.date());
}

QString ProspectListModel::dayText(QDate day) const
{
    if (!day.isValid())
        return {};
    switch (m_workspace.today().daysTo(day)) {
    case -1:
        return tr("Yesterday");
    case 0:
        return tr("Today");
    case 1:
        return tr("Tomorrow");
    default:
        return day.year() == m_workspace.today().year() ? dayMonthText(day, QLocale())
                                                        : dateText(day, QLocale());
    }
}

QString ProspectListModel::offersText(const ProspectRow &row) const
{
    QStringList sums;
    for (const ValueSum &sum : row.openOffers)
        sums << moneyText(sum.minor, sum.currency, QLocale());
    return sums.join(" + "_L1);
}

QString ProspectListModel::labelsText(const ProspectRow &row) const
{
    QStringList names;
    for (const Label &label : m_workspace.plan().labels()) {
        if (row.labels.contains(label.id))
            names << label.name;
    }
    return names.join(", "_L1);
}

bool ProspectListModel::isOverdue(const ProspectRow &row) const
{
    return row.nextStep.isValid() && row.nextStep < m_workspace.today();
}

int ProspectListModel::quietDays(const ProspectRow &row) const
{
    if (row.lastWordAt == 0)
        return -1;
    const QDate day = localDay(row.lastWordAt, m_workspace.zone());
    return std::max(0, int(day.daysTo(m_workspace.today())));
}

QString ProspectListModel::spoken(const ProspectRow &row) const
{
    QStringList who {text(row, Name), row.company, text(row, StageColumn)};
    who.removeAll(QString());
    QStringList sentences;
    if (row.unanswered > 0)
        sentences << tr("%n message(s) are not answered.", nullptr, row.unanswered);
    if (row.nextStep.isValid())
        sentences << stepSentence(row.nextStep);
    if (row.doNotContact)
        sentences << tr("Do not contact them.");
    const QString named = who.join(", "_L1);
    //: A row for readers: %1 is a name, company and stage, %2 are sentences about what waits.
    return sentences.isEmpty() ? named : tr("%1. %2").arg(named, sentences.join(u' '));
}

QString ProspectListModel::stepSentence(QDate due) const
{
    switch (m_workspace.today().daysTo(due)) {
    case -1:
        return tr("The next step was due yesterday.");
    case 0:
        return tr("The next step is due today.");
    case 1:
        return tr("The next step is due tomorrow.");
    default:
        return (due < m_workspace.today() ? tr("The next step was due on %1.")
                                          : tr("The next step is due on %1."))
            .arg(QLocale().toString(due, QLocale::ShortFormat));
    }
}
