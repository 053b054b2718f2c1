// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/changeset.h"

#include <QObject>
#include <QTimer>

#include <memory>

class Database;

/// Tells what was committed, by whomever: reads the change table after each write of ours, and looks now and then whether others wrote.
class ChangeFeed : public QObject
{
    Q_OBJECT
public:
    ChangeFeed(std::shared_ptr<Database> database, qint64 cursor, QObject *parent);

signals:
    void changed(const ChangeSet &changes);

private:
    void poll();
    void fetch();

    std::shared_ptr<Database> m_database;
    qint64 m_cursor;
    qint64 m_dataVersion = 0;
    bool m_polling = false;
    bool m_fetching = false;
    bool m_again = false;
    QTimer m_timer;
};
