// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "domain/savedfilter.h"

#include <QMenu>

#include <functional>

class Workspace;

/// The saved filters, the viewer's own and the team's: to choose, save, rename, bring up to date and delete. Filled when it opens.
class SavedFilterMenu : public QMenu
{
    Q_OBJECT
public:
    /// How many have a shortcut.
    static constexpr int ShortcutCount = 9;

    explicit SavedFilterMenu(Workspace &workspace, QWidget *parent = nullptr);

    /// What would be saved.
    void setQuery(const ProspectQuery &query) { m_query = query; }
    void fill();
    /// Applies the saved filter at that place, if there is one.
    void choose(int place);
    [[nodiscard]] static QKeySequence shortcutOf(int place);

signals:
    void queryChosen(const ProspectQuery &query);

private:
    void apply(const SavedFilter &filter);
    void fillManaging(QMenu *menu, const SavedFilter &filter);
    void addName(QMenu *menu, const QString &name, const QString &text,
        const std::function<void(const QString &)> &done);

    Workspace &m_workspace;
    ProspectQuery m_query;
};
