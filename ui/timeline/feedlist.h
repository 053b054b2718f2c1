// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/calendarfeeds.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

class QLabel;
class QVBoxLayout;

/// The calendar files that are kept up to date, each with what it holds, how it is, and a way to stop it.
class FeedList : public QWidget
{
    Q_OBJECT
public:
    /// \a feeds is borrowed and outlives the list. \a channelNames: by what a feed calls its channel.
    FeedList(CalendarFeeds &feeds, QHash<QString, QString> channelNames, const QTimeZone &zone,
        QWidget *parent = nullptr);

private:
    void refresh();
    [[nodiscard]] QWidget *rowOf(const CalendarFeed &feed, int index);
    [[nodiscard]] QString about(const CalendarFeed &feed) const;

    CalendarFeeds &m_feeds;
    QHash<QString, QString> m_channelNames;
    QTimeZone m_zone;
    QLabel *m_empty;
    QVBoxLayout *m_lines;
    QList<QWidget *> m_rows;
};
