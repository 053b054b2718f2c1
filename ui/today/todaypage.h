// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStackedWidget>

class DayList;
class EmptyState;
class ErrorState;
class QPushButton;

/// The list, or what stands in its place: nothing waits, or why it could not be read. Whoever gives the page the keyboard gives it to what is shown.
class TodayPage : public QStackedWidget
{
    Q_OBJECT
public:
    explicit TodayPage(QWidget *parent = nullptr);

    [[nodiscard]] DayList *list() const { return m_list; }
    void showList();
    /// \a sentence says that nothing waits.
    void showEmpty(const QString &sentence);
    /// Of what waits nothing has the words \a text.
    void showNothingFound(const QString &text);
    void showError(const Error &error);

signals:
    void prospectsRequested();
    void retryRequested();
    /// Everything is to be shown again.
    void clearSearchRequested();
    void searchEverywhereRequested();

private:
    void showPart(QWidget *part, QWidget *keyboard);

    DayList *m_list;
    EmptyState *m_empty;
    EmptyState *m_unfound;
    ErrorState *m_error;
};
