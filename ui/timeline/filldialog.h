// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/evergreen.h"
#include "ui_timeline/tile.h"

#include <QDialog>

class EmptyState;
class QDateEdit;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

/// Which evergreen posts would fill which free slots: each can be left out before they become drafts. The window behind it stays usable.
class FillDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FillDialog(QWidget *parent = nullptr);

    void setSources(const TileSources &sources);
    /// Both ends; asks for proposals at once.
    void setDays(const DateSpan &days);
    [[nodiscard]] DateSpan days() const;
    void setPlan(const EvergreenPlan &plan);
    /// The plan without what was left out.
    [[nodiscard]] EvergreenPlan chosenPlan() const;
    [[nodiscard]] QTreeWidget *list() const { return m_list; }

signals:
    void proposalsWanted(const DateSpan &days);
    void acceptRequested(const EvergreenPlan &plan);

private:
    void fill();
    void count();

    TileSources m_sources;
    EvergreenPlan m_plan;
    QDateEdit *m_from;
    QDateEdit *m_to; ///< the last day
    QStackedWidget *m_pages;
    QTreeWidget *m_list;
    EmptyState *m_empty;
    QPushButton *m_accept;
    bool m_isFilling = false;
};
