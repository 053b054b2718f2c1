// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/activitywords.h"

#include <QAbstractTableModel>
#include <QTimeZone>

#include <functional>

/// What was done in the whole plan, a command and post a row, newest first.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Of, ColumnCount };

    explicit ChangesModel(QObject *parent = nullptr);

    struct Context
    {
        std::function<QString(UserId)> nameOf;
        QTimeZone zone;
        QDate today;
    };
    void setContext(const Context &context) { m_context = context; }
    /// News at either end come in without moving what is there.
    void setEntries(const QList<ActivityEntry> &entries);
    [[nodiscard]] const ActivityEntry *entryAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString textOf(const ActivityEntry &entry, int column) const;

    Context m_context;
    QList<ActivityEntry> m_entries;
};
