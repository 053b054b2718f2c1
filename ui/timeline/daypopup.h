// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/tilemodel.h"

#include <QFrame>

class QLabel;
class TileList;

/// All posts of one day, over the month: "+3 more" opens it.
class DayPopup : public QFrame
{
    Q_OBJECT
public:
    explicit DayPopup(QWidget *parent = nullptr);

    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] TileList *list() const { return m_list; }
    void setDay(QDate day, const QList<Tile> &tiles);
    /// Shows it at \a where (global), inside the screen.
    void popup(QPoint where);

protected:
    /// It goes with what it lies over.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QDate m_day;
    TileModel *m_model;
    QLabel *m_heading;
    TileList *m_list;
};
