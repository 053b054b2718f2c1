// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/erasure.h"
#include "domain/prospect.h"

#include <QObject>

class RetentionDialog;
class Workspace;

/// The duties to the people in the workspace: everything about one of them in a file, one of them erased, old conversations let go.
class PersonDesk : public QObject
{
    Q_OBJECT
public:
    /// \a window asks the questions; it and \a workspace are borrowed and outlive the desk.
    PersonDesk(Workspace &workspace, QWidget *window);

    /// Asks for a file and writes JSON, a page or PDF into it, by its ending.
    void exportPerson(const Prospect &prospect);
    /// Says what would go, asks, and erases for good.
    void erase(const Prospect &prospect);
    void showRetention();

    /// What the question says before somebody is erased.
    [[nodiscard]] static QString erasureText(const ErasureCounts &counts);

signals:
    /// Work that takes a while began or ended.
    void busyChanged(bool busy);
    void erased(ProspectId id);

private:
    void eraseNow(ProspectId id);

    Workspace &m_workspace;
    QWidget *m_window;
    RetentionDialog *m_retention = nullptr;
};
