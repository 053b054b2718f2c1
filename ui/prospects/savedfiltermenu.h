// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "domain/savedfilter.h"
#include "ui_common/savedmenu.h"

class Workspace;

/// The saved filters of the list of prospects. The first of them have shortcuts.
class SavedFilterMenu : public SavedMenu
{
    Q_OBJECT
public:
    /// How many have a shortcut.
    static constexpr int ShortcutCount = 9;

    explicit SavedFilterMenu(Workspace &workspace, QWidget *parent = nullptr);

    /// What would be saved.
    void setQuery(const ProspectQuery &query) { m_query = query; }
    /// Applies the saved filter at that place, if there is one.
    void choose(int place);
    [[nodiscard]] static QKeySequence shortcutOf(int place);

signals:
    void queryChosen(const ProspectQuery &query);

private:
    [[nodiscard]] QList<Entry> entries() const override;
    void chooseEntry(qint64 id) override;
    void addEntry(const QString &name, bool forTeam) override;
    void renameEntry(qint64 id, const QString &name) override;
    void replaceEntry(qint64 id) override;
    void removeEntry(qint64 id) override;

    Workspace &m_workspace;
    ProspectQuery m_query;
};
