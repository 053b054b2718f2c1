// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QMenu>

#include <functional>

class Workspace;

/// Everything that prospects can be filtered by, besides what has a button of its own: a submenu for each part. Filled when it opens.
class ProspectFilterMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ProspectFilterMenu(Workspace &workspace, QWidget *parent = nullptr);

    /// What is chosen now. Emits nothing.
    void setQuery(const ProspectQuery &query) { m_query = query; }
    /// Fills the menu with what can be chosen now.
    void fill();

signals:
    void queryChosen(const ProspectQuery &query);

private:
    using Change = std::function<void(ProspectQuery &)>;
    QAction *addChoice(QMenu *menu, const QString &text, bool checked, const Change &change);
    QMenu *addPart(const QString &name, const QString &text);
    void addText(QMenu *menu, const QString &name, const QString &text,
        const std::function<void(ProspectQuery &, const QString &)> &change);
    void fillTurn();
    void fillLastWord();
    void fillSteps();
    void fillNetworks();
    void fillLabels();
    void fillTouches();
    void askForPost();
    void fillFields();
    void fillContact();

    Workspace &m_workspace;
    ProspectQuery m_query;
};
