// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/boardplan.h"
#include "ui_common/savedmenu.h"

#include <functional>

class Workspace;

/// The boards that were saved: choosing one shows it; the one that is shown is saved under a name, renamed, replaced, deleted.
class BoardMenu : public SavedMenu
{
    Q_OBJECT
public:
    explicit BoardMenu(Workspace &workspace, QWidget *parent = nullptr);

    /// What is shown now.
    void setPlan(const std::function<BoardPlan()> &plan) { m_plan = plan; }

signals:
    void planChosen(const BoardPlan &plan);

private:
    [[nodiscard]] QList<Entry> entries() const override;
    void chooseEntry(qint64 id) override;
    void addEntry(const QString &name, bool forTeam) override;
    void renameEntry(qint64 id, const QString &name) override;
    void replaceEntry(qint64 id) override;
    void removeEntry(qint64 id) override;

    Workspace &m_workspace;
    std::function<BoardPlan()> m_plan = [] { return BoardPlan(); };
};
