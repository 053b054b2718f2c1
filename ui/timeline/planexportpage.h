// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/network.h"
#include "session/planexport.h"

#include <QDate>
#include <QWidget>

class CalendarFeeds;
class FilterMenu;
class LoadingBar;
class QCheckBox;
class QComboBox;
class QDateEdit;
class QFormLayout;
class QLabel;
class QPushButton;

/// Writes the plan to a file: as what, which channel, days and statuses, and afterwards what went into it.
class PlanExportPage : public QWidget
{
    Q_OBJECT
public:
    /// \a month is a day of the month that the calendar shows. \a feeds may be null: then no file is kept
    /// up to date. All are borrowed and outlive the page.
    PlanExportPage(
        Workspace &workspace, CalendarFeeds *feeds, QDate month, QWidget *parent = nullptr);

    /// What the user chose.
    [[nodiscard]] PlanExportOptions options() const;
    /// Writes the file; exported() or a message on the page follows.
    void exportTo(const QString &path);

signals:
    void exported(const PlanExportReport &report);
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Days { Month, All, Chosen };

    void build();
    void fillChannels();
    [[nodiscard]] QWidget *daysRow();
    void buildButtons();
    void refresh();
    [[nodiscard]] PlanExportFormat format() const;
    [[nodiscard]] QString suggestedName() const;
    void chooseFile();
    void onDone(const QString &path, const Result<PlanExportReport> &report);

    Workspace &m_workspace;
    CalendarFeeds *m_feeds;
    const QDate m_month; ///< its first day
    NetworkTable m_networks;
    QComboBox *m_format;
    QLabel *m_about;
    QComboBox *m_channel;
    QLabel *m_channelProblem;
    QComboBox *m_days;
    QDateEdit *m_from;
    QDateEdit *m_to;
    FilterMenu *m_statuses;
    QCheckBox *m_keep;
    LoadingBar *m_loading;
    QLabel *m_outcome;
    QPushButton *m_export;
    QPushButton *m_folder;
    QPushButton *m_close;
    QString m_written; ///< the file of the last success
    bool m_running = false;
};
