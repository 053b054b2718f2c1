// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread.h"

#include <QAbstractListModel>

/// A thread as a list. What stays the same between two setEntries() keeps its rows, so that selection and scroll position survive a new message.
class ThreadModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ThreadModel(QObject *parent = nullptr);

    void setEntries(const QList<ThreadEntry> &entries);
    [[nodiscard]] const QList<ThreadEntry> &entries() const { return m_entries; }
    /// What "Copy" takes of a row: when, who and the words.
    [[nodiscard]] QString copyText(int row) const;
    /// Local times are shown in \a zone.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString words(const ThreadEntry &entry) const;

    QList<ThreadEntry> m_entries;
    QTimeZone m_zone = QTimeZone::utc();
};
