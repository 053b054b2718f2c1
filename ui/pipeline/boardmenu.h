// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chartsets.h"
#include "report/boardplan.h"

#include <QMenu>

#include <functional>

class Workspace;

/// The boards that were saved: choosing one shows it; the one that is shown is saved under a name, renamed, replaced, deleted.
class BoardMenu : public QMenu
{
    Q_OBJECT
public:
    explicit BoardMenu(Workspace &workspace, QWidget *parent = nullptr);

    /// What is shown now.
    void setPlan(const std::function<BoardPlan()> &plan) { m_plan = plan; }

signals:
    void planChosen(const BoardPlan &plan);

private:
    void fill();
    void fillManaging(QMenu *menu, const SavedBoard &board);
    void addName(QMenu *menu, const QString &name, const QString &text,
        const std::function<void(const QString &)> &done);
    void apply(const SavedBoard &board);

    Workspace &m_workspace;
    std::function<BoardPlan()> m_plan = [] { return BoardPlan(); };
};
