// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/network.h"
#include "domain/stage.h"
#include "session/importservice.h"

#include <QWidget>

class QLabel;
class QTableWidget;

/// What an import will do, or did: counts in words, and its issues in a table.
class ImportOutcome : public QWidget
{
    Q_OBJECT
public:
    /// \a stages are those that people are imported into.
    explicit ImportOutcome(const QList<Stage> &stages, QWidget *parent = nullptr);

    void setReport(const ImportReport &report);
    /// One sentence in place of a report: what is awaited.
    void setHint(const QString &hint);
    /// What went wrong and what to do, in place of a report.
    void setProblem(const QString &problem);

private:
    /// A line for each of \a columns that is like a field, and one for the others.
    [[nodiscard]] QStringList unusedLines(const QList<UnusedColumn> &columns) const;
    void showIssues(const ImportReport &report);

    QList<Stage> m_stages;
    NetworkTable m_networks;
    QLabel *m_heading;
    QLabel *m_counts;
    QLabel *m_problem;
    QLabel *m_issuesHeading;
    QTableWidget *m_issues;
};
