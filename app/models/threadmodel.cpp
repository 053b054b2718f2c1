// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/threadmodel.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

ThreadModel::ThreadModel(QObject *parent)
    : QAbstractListModel(parent)
{ }

void ThreadModel::setEntries(const QList<ThreadEntry> &entries)
{
    const auto [mine, theirs] = std::ranges::mismatch(std::as_const(m_entries), entries);
    const qsizetype head = mine - m_entries.cbegin();
    const qsizetype most = std::min(m_entries.size(), entries.size()) - head;
    qsizetype tail = 0;
    while (tail < most
        && m_entries.at(m_entries.size() - 1 - tail) == entries.at(entries.size() - 1 - tail))
        ++tail;
    const qsizetype gone = m_entries.size() - head - tail;
    const qsizetype come = entries.size() - head - tail;
    if (gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone) - 1);
        m_entries.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, int(head), int(head + come) - 1);
        m_entries = entries;
        endInsertRows();
    }
}

QString ThreadModel::copyText(int row) const
{
    const ThreadEntry entry = m_entries.value(row);
    if (entry.kind == ThreadEntry::Kind::Day || entry.kind == ThreadEntry::Kind::Earlier)
        return words(entry);
    const QLocale locale;
    QStringList head;
    if (entry.day.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.at.ms, m_zone);
        const bool hasTime =
            entry.at.precision == Precision::Exact || entry.at.precision == Precision::Minute;
        head << (hasTime ? locale.toString(at, QLocale::ShortFormat)
                         : locale.toString(entry.day, QLocale::ShortFormat));
    }
    if (!entry.who.isEmpty())
        head << entry.who;
    else if (entry.kind == ThreadEntry::Kind::Message && entry.direction == Direction::Ours)
        head << tr("We");
    else if (entry.kind == ThreadEntry::Kind::Message && entry.direction == Direction::Theirs)
        head << tr("They");
    const QString text = words(entry);
    return head.isEmpty() ? text : tr("%1: %2", "when and who: what").arg(head.join(", "_L1), text);
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return words(m_entries.at(index.row()));
    case Qt::AccessibleTextRole:
        return copyText(index.row());
    default:
        return {};
    }
}

Qt::ItemFlags ThreadModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (index.isValid() && m_entries.at(index.row()).kind == ThreadEntry::Kind::Day)
        flags.setFlag(Qt::ItemIsSelectable, false);
    return flags;
}

QString ThreadModel::words(const ThreadEntry &entry) const
{
    if (entry.kind == ThreadEntry::Kind::Day)
        return entry.day.isValid() ? QLocale().toString(entry.day, QLocale::LongFormat)
                                   : tr("Date unknown");
    if (entry.title.isEmpty())
        return entry.text;
    return entry.text.isEmpty() ? entry.title : tr("%1: %2").arg(entry.title, entry.text);
}
