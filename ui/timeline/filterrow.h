// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/tile.h"

#include <QWidget>

class FilterMenu;
class QToolButton;

/// What the calendar is filtered by: channel, campaign, status. Three buttons, or one that holds the three where there is no room for them.
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

    /// Room for the three.
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
    /// What the clear button needs, while it is there.
    [[nodiscard]] int clearWidth() const;

    TileSources m_sources;
    QToolButton *m_all; ///< instead of the three
    FilterMenu *m_channels;
    FilterMenu *m_campaigns;
    FilterMenu *m_statuses;
    QToolButton *m_clear;
};
