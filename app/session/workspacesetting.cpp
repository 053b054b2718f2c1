// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspacesetting.h"

#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/settingtable.h"

#include <utility>

WorkspaceSetting::WorkspaceSetting(Workspace &workspace, QString key, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_key(std::move(key))
{
    auto settings = workspace.database()->read(
        [](Connection &connection) { return SettingTable::all(connection); });
    whenReady(std::move(settings), this, [this](const Result<QHash<QString, QString>> &all) {
        if (!all || all->value(m_key) == m_value)
            return;
        m_value = all->value(m_key);
        emit changed();
    });
}

void WorkspaceSetting::set(const QString &value)
{
    if (value == m_value)
        return;
    const QString before = std::exchange(m_value, value);
    emit changed();
    auto written = m_workspace.database()->write([key = m_key, value](Transaction &transaction) {
        return SettingTable::set(transaction, key, value);
    });
    whenReady(std::move(written), this, [this, before, value](const Result<> &done) {
        if (done || m_value != value)
            return;
        m_value = before;
        emit m_workspace.notice({Notice::Severity::Error, done.error().message});
        emit changed();
    });
}
