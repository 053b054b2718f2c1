// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changefeed.h"

#include "base/logging.h"
#include "base/whenready.h"
#include "storage/database.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int PollMs = 1500; // a colleague's change is seen within two seconds
}

ChangeFeed::ChangeFeed(std::shared_ptr<Database> database, qint64 cursor, QObject *parent)
    : QObject(parent)
    , m_database(std::move(database))
    , m_cursor(cursor)
{
    m_database->onCommitted(
        [this] { QMetaObject::invokeMethod(this, &ChangeFeed::fetch, Qt::QueuedConnection); });
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::poll);
    m_timer.start(PollMs);
}

void ChangeFeed::poll()
{
    if (std::exchange(m_polling, true))
        return;
    whenReady(m_database->dataVersion(), this, [this](Result<qint64> version) {
        m_polling = false;
        if (version && std::exchange(m_dataVersion, *version) != *version)
            fetch();
    });
}

void ChangeFeed::fetch()
{
    if (m_fetching) {
        m_again = true;
        return;
    }
    m_fetching = true;
    auto slice = m_database->read([cursor = m_cursor](Connection &connection) {
        return ChangeTable::since(connection, cursor);
    });
    whenReady(slice, this, [this](Result<ChangeTable::Slice> result) {
        m_fetching = false;
        if (result) {
            m_cursor = result->next;
            ChangeSet changes;
            for (const ChangeRow &row : std::as_const(result->rows)) {
                if (row.op == "bulk"_L1)
                    changes.whole.insert(row.table);
                else
                    changes.rows[row.table].insert(row.id);
            }
            if (!changes.isEmpty())
                emit changed(changes);
        } else {
            qCWarning(lcSession) << "the change log could not be read:" << result.error().detail;
        }
        if (std::exchange(m_again, false))
            fetch();
    });
}
