// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/importservice.h"
#include "ui_import/importfields.h"

#include <QWidget>

class ImportPreviewModel;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QStandardItemModel;
class QTableView;

/// How a CSV of prospects is to be read: a line for each of its columns with the field it tells, what else has to be known, and the
/// first rows as they would be read. A problem stands under the line it concerns.
class CsvMappingPane : public QWidget
{
    Q_OBJECT
public:
    explicit CsvMappingPane(const QList<Stage> &stages, QWidget *parent = nullptr);

    /// Shows a file, with what its header tells already chosen. Says nothing.
    void setPreview(const ImportPreview &preview);
    /// What the user chose.
    [[nodiscard]] ImportOptions options() const;
    /// Why it cannot be imported yet, one sentence; empty where it can.
    [[nodiscard]] QString obstacle() const;

signals:
    /// The user chose something else.
    void changed();

private:
    struct Choice
    {
        int column = 0; ///< of the file
        QString field; ///< empty: ignored
    };

    void build();
    /// What a column can tell, and a line for each thing that the header says it tells.
    void fillChoices();
    /// A line for each of \a choices, which stand in the order of the columns.
    void buildLines(const QList<Choice> &choices);
    void buildLine(QGridLayout *grid, const Choice &choice);
    /// Lets the column of line \a line tell a second thing.
    void addLine(int line);
    void onChosen();
    void refresh();
    [[nodiscard]] QStringList targets() const;

    struct Line
    {
        int column = 0;
        QComboBox *field = nullptr;
        QLabel *problem = nullptr;
    };

    QList<Stage> m_stages;
    NetworkTable m_networks;
    ImportPreview m_file;
    ImportFields::Problems m_problems;
    QList<Line> m_lines;
    QStandardItemModel *m_choices = nullptr;
    ImportPreviewModel *m_rows;
    QTableView *m_view;
    QLabel *m_recognised;
    QLabel *m_general;
    QScrollArea *m_scroll;
    QComboBox *m_dateOrder;
    QLabel *m_dateLabel;
    QLabel *m_dateProblem;
    QLineEdit *m_idSpace;
    QLabel *m_idSpaceLabel;
    QComboBox *m_stage;
    bool m_building = false;
};
