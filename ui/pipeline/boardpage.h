// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QFrame>
#include <QHash>
#include <QList>
#include <QStackedWidget>

class EmptyState;
class FunnelView;
class PlotView;
class QGridLayout;
class QLabel;
class QScrollArea;

/// A chart made small, to be looked at only: the pointer and the keyboard are whose it is part of.
class BoardPicture : public QStackedWidget
{
    Q_OBJECT
public:
    explicit BoardPicture(QWidget *parent = nullptr);

    [[nodiscard]] FunnelView *funnel() const { return m_funnel; }
    [[nodiscard]] PlotView *plot() const { return m_plot; }
    /// Shows \a report, of the funnel by its own picture, without how it is counted.
    void setReport(const Report &report);
    /// How high it is, \a width wide, where it is read without effort.
    [[nodiscard]] int readableHeight(int width) const;

private:
    FunnelView *m_funnel;
    PlotView *m_plot;
};

/// One chart on a board: its name, the chart made small, and below it that of the earlier time with which it is compared. It has the keyboard as a whole; Enter, a double click or a screen reader's press asks for it large.
class BoardTile : public QFrame
{
    Q_OBJECT
public:
    /// \a kind must outlive it.
    explicit BoardTile(const ReportKind &kind, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const { return m_id; }
    /// How wide it is at least. It is as high as its charts need to be read at that width.
    void setColumnWidth(int width);
    /// Before the first one it says that figures are made.
    void setReport(const Report &report);
    /// Asks for it large.
    void open();
    /// The finding that is shown; empty before the first report.
    [[nodiscard]] QString finding() const { return m_finding; }
    [[nodiscard]] BoardPicture *picture() const { return m_picture; }
    /// Of the earlier time, hidden where there is none.
    [[nodiscard]] BoardPicture *earlierPicture() const { return m_earlierPicture; }

signals:
    void opened(const QString &id);
    /// The keyboard goes to a neighbour: so many columns towards the trailing edge, so many rows down.
    void left(int columns, int rows);
    /// The keyboard has come, not by a click.
    void reached();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showEarlier(const Report *earlier);
    void makeRoom();

    QString m_id;
    QString m_name;
    QString m_finding;
    int m_columnWidth;
    QLabel *m_title;
    QStackedWidget *m_pages;
    QLabel *m_loading;
    QWidget *m_pictures;
    BoardPicture *m_picture;
    QLabel *m_earlierName;
    BoardPicture *m_earlierPicture;
};

/// The manager's board: a grid of charts, as many beside each other as there is room for.
class BoardPage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit BoardPage(QWidget *parent = nullptr);

    /// The charts in order; those that stay keep what they show. Ids that are no report's are left out.
    void setReports(const QStringList &ids);
    [[nodiscard]] QStringList reports() const;
    /// Nothing happens where the board has no such chart.
    void setReport(const QString &id, const Report &report);
    /// What was shown last, in the order of the board; charts that were never made are left out.
    [[nodiscard]] QList<Report> shown() const;
    [[nodiscard]] BoardTile *tile(const QString &id) const;

signals:
    void opened(const QString &id);
    /// Nothing stands on the board, and the user wants to choose.
    void chooseRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void go(const BoardTile *from, int columns, int rows);
    void scrollTo(BoardTile *tile);
    void measureTiles();
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] int columnWidth() const;

    EmptyState *m_empty;
    QScrollArea *m_scroll;
    QWidget *m_ground;
    QGridLayout *m_grid;
    QList<BoardTile *> m_tiles;
    QHash<QString, Report> m_reports;
    int m_columns = 0;
};
