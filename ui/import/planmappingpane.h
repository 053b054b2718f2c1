// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"
#include "session/importservice.h"
#include "ui_import/plancolumns.h"

#include <QWidget>

class PlanRowsModel;
class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QScrollArea;
class QStandardItemModel;
class QTableView;

/// How a table of posts or a calendar is to be read: a line for each column with the field it tells, which
/// channel the posts are for, in which zone their times are and in which order their dates, and below
/// the first posts as they become.
class PlanMappingPane : public QWidget
{
    Q_OBJECT
public:
    explicit PlanMappingPane(QWidget *parent = nullptr);

    /// The channels that posts can be for, and the IANA name of the workspace's zone.
    void setWorkspace(const QList<Channel> &channels, const QString &zone);
    /// Shows a file, with what its header tells already chosen. Says nothing.
    void setPreview(const ImportPreview &preview);
    /// Shows what becomes of its posts.
    void setReport(const ImportReport &report);
    /// Whether the choices can be changed; the posts stay readable.
    void setChoosable(bool choosable);
    /// Forgets that, while it is found out anew.
    void clearReport();
    /// What the user chose.
    [[nodiscard]] ImportOptions options() const;
    /// Why it cannot be imported yet, one sentence; empty where it can.
    [[nodiscard]] QString obstacle() const;

signals:
    /// The user chose something else.
    void changed();

private:
    struct Line
    {
        QComboBox *field = nullptr;
        QLabel *problem = nullptr;
    };

    void build();
    void buildForm(QGridLayout *form);
    void buildTable();
    void fillZones(const QString &own);
    void fillChannels();
    void fillColumns();
    void buildLine(QGridLayout *grid, int column, const QString &field);
    void showRows(const QList<PlanRow> &rows);
    void onChosen();
    void refresh();
    [[nodiscard]] bool isCalendar() const;
    [[nodiscard]] bool namesChannels() const;
    [[nodiscard]] bool needsDateOrder() const;
    [[nodiscard]] QStringList targets() const;
    [[nodiscard]] QString about() const;

    ImportPreview m_file;
    QList<Channel> m_channels;
    NetworkTable m_networks;
    PlanColumns::Problems m_problems;
    QList<Line> m_lines;
    QStandardItemModel *m_choices;
    PlanRowsModel *m_rows;
    QTableView *m_view;
    QLabel *m_noRows;
    QWidget *m_choicesPart = nullptr;
    QLabel *m_recognised;
    QLabel *m_general;
    QScrollArea *m_scroll;
    QComboBox *m_channel;
    QLabel *m_channelLabel;
    QLabel *m_channelProblem;
    QComboBox *m_zone;
    QComboBox *m_dateOrder;
    QLabel *m_dateLabel;
    QLabel *m_dateProblem;
    QCheckBox *m_update;
    bool m_building = false;
};
