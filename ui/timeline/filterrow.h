// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/tile.h"

#include <QWidget>

class FilterMenu;
class QToolButton;

/// What the calendar is filtered by: channel, campaign, status, and more rarely pillar, label and author. Three buttons and one for the rest, or one that
/// holds all where there is no room for them.
class FilterRow : public QWidget
{
    Q_OBJECT
public:
    explicit FilterRow(QWidget *parent = nullptr);

    /// Says nothing.
    void setSources(const TileSources &sources);
    /// Without the words, which come from the search field.
    [[nodiscard]] CalendarFilter filter() const;
    /// Says nothing.
    void setFilter(const CalendarFilter &filter);
    void clear();

    /// Room for all.
    [[nodiscard]] QSize sizeHint() const override;
    /// Room for the one.
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void filterChanged();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void onChanged();
    void showState();
    [[nodiscard]] QList<FilterMenu *> menus() const;
    /// Those that stand as buttons.
    [[nodiscard]] QList<FilterMenu *> buttons() const
    {
        return {m_channels, m_campaigns, m_statuses};
    }
    void setMore();
    /// What the clear button needs, while it is there.
    [[nodiscard]] int clearWidth() const;

    TileSources m_sources;
    QToolButton *m_all; ///< instead of the others
    FilterMenu *m_channels;
    FilterMenu *m_campaigns;
    FilterMenu *m_statuses;
    FilterMenu *m_pillars; ///< these three are never shown, but their lists
    FilterMenu *m_labels;
    FilterMenu *m_authors;
    QToolButton *m_more;
    QToolButton *m_clear;
};
