// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

/// The narrow side of the calendar: one page at a time, with tabs where there are several.
class SideTray : public QWidget
{
    Q_OBJECT
public:
    explicit SideTray(QWidget *parent = nullptr);

    void addPage(const QString &title, QWidget *page);
    void showPage(int index);
    [[nodiscard]] int page() const;

private:
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
};
