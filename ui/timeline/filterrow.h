// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/calendarfilter.h"
#include "ui_timeline/tile.h"

#include <QWidget>

class FilterMenu;
class QToolButton;

/// What the calendar is filtered by: channel, campaign, status.
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

signals:
    void filterChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void onChanged();

    TileSources m_sources;
    FilterMenu *m_channels;
    FilterMenu *m_campaigns;
    FilterMenu *m_statuses;
    QToolButton *m_clear;
};
