// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/reports.h"

#include <QScrollArea>

class ChartTableModel;
class QLabel;
class QTableView;

/// A chart's figures as a table between the words that its picture has: the finding and who is counted above, how it is counted below.
/// Where all of it is higher than the page, the page scrolls.
class ChartTablePage : public QScrollArea
{
    Q_OBJECT
public:
    explicit ChartTablePage(QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// Shows the figures of \a report, not of the earlier one that it is compared with.
    void setReport(const Report &report);

protected:
    void changeEvent(QEvent *event) override;

private:
    void alignWords();

    QLabel *m_title;
    QLabel *m_subtitle;
    QTableView *m_table;
    QLabel *m_definition;
    ChartTableModel *m_model;
};
