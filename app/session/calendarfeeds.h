// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/planexport.h"

#include <QList>
#include <QObject>
#include <QSettings>
#include <QTimer>

#include <memory>

class Workspace;

/// A calendar file that other programs subscribe to, so that it has to follow the plan.
struct CalendarFeed
{
    QString path; ///< absolute
    QString channel; ///< as PlanExportOptions' channel; empty: all
    QList<PostStatus> statuses; ///< empty: all
    qint64 writtenAt = 0; ///< Unix milliseconds of the last success in this session; 0 before
    QString problem; ///< why the last writing failed; empty where it did not

    friend bool operator==(const CalendarFeed &, const CalendarFeed &) = default;
};

/// The calendar files of a workspace that are kept up to date while it is open. They are remembered on
/// this computer, by the workspace's location. Each is written anew as a whole a moment after the
/// plan changed, and once when the workspace is opened, on a worker; events keep their UIDs. A
/// failure is told once, until a writing succeeds again.
class CalendarFeeds : public QObject
{
    Q_OBJECT
public:
    /// How long the plan has to rest before the files are written.
    static constexpr int RestMs = 2000;

    CalendarFeeds(
        Workspace &workspace, std::unique_ptr<QSettings> settings, QObject *parent = nullptr);
    ~CalendarFeeds() override;

    [[nodiscard]] const QList<CalendarFeed> &feeds() const { return m_feeds; }
    /// Begins to keep \a feed, in place of one with the same path, and writes it.
    void keep(CalendarFeed feed);
    /// Leaves the file as it is from now on. An unknown path does nothing.
    void stop(const QString &path);
    /// Begins to write what still waits for the plan to rest: the workspace is about to be closed.
    void flush();

signals:
    /// One came, went, was written or failed.
    void changed();

private:
    void read();
    void save();
    [[nodiscard]] static PlanExportOptions optionsOf(const CalendarFeed &feed);
    void write();
    void writeNext();
    void onWritten(const QString &path, const Result<PlanExportReport> &report);

    Workspace &m_workspace;
    std::unique_ptr<QSettings> m_settings;
    QList<CalendarFeed> m_feeds;
    QStringList m_waiting; ///< paths to be written, the first of them now
    bool m_writing = false;
    QTimer m_rest;
};
