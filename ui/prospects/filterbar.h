// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"
#include "domain/stage.h"

#include <QStringList>
#include <QWidget>

class FilterChips;
class ProspectFilterMenu;
class QAction;
class QHBoxLayout;
class QToolButton;
class SavedFilterMenu;
class Workspace;

/// By what the list is filtered: the sides of the pipeline as chips, stages, source and owner as menus, everything else in one menu, and what was
/// saved. Narrow, the chips give way.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(Workspace &workspace, QWidget *parent = nullptr);

    /// Shows the filters of \a query. Emits nothing.
    void setQuery(const ProspectQuery &query);
    void setSources(const QStringList &sources);
    /// Buttons for \a views, of which one is on.
    void addViews(const QList<QAction *> &views);
    [[nodiscard]] SavedFilterMenu &saved() { return *m_savedMenu; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The user changed a filter; the rest is as it was set.
    void queryChanged(const ProspectQuery &query);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showQuery();
    void fillStages();
    void fillSources();
    void fillOwners();
    [[nodiscard]] QList<StageId> stagesOf(Side side) const;
    void change(const ProspectQuery &query);
    [[nodiscard]] int menusWidth() const;
    [[nodiscard]] bool isChecked(Side side) const;
    [[nodiscard]] QString stagesText() const;
    [[nodiscard]] QString ownerText() const;

    Workspace &m_workspace;
    ProspectQuery m_query;
    QStringList m_sources;
    FilterChips *m_chips;
    QToolButton *m_stages;
    QToolButton *m_source;
    QToolButton *m_owner;
    QToolButton *m_more = nullptr;
    QToolButton *m_saved = nullptr;
    ProspectFilterMenu *m_moreMenu;
    SavedFilterMenu *m_savedMenu;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_views;
};
