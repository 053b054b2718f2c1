// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class Workspace;

/// One setting of the open workspace, which everybody who works in it shares: read once, written on the database's thread.
class WorkspaceSetting : public QObject
{
    Q_OBJECT
public:
    WorkspaceSetting(Workspace &workspace, QString key, QObject *parent = nullptr);

    /// Empty until it is read, and where it was never set.
    [[nodiscard]] const QString &value() const { return m_value; }
    /// Takes effect at once; where it cannot be written, the old value comes back and the reason is told.
    void set(const QString &value);

signals:
    void changed();

private:
    Workspace &m_workspace;
    QString m_key;
    QString m_value;
};
