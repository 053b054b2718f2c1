// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "ui_timeline/calendarview.h"

#include <QDate>
#include <QWidget>

class EmptyState;
class ErrorState;
class IdeaTray;
class MonthView;
class QSplitter;
class QStackedWidget;
class SideTray;

/// The calendar's work: the tray of ideas and a view beside it, with what is said where there is nothing to show.
class CalendarPage : public QWidget
{
    Q_OBJECT
public:
    explicit CalendarPage(QWidget *parent = nullptr);

    [[nodiscard]] IdeaTray *tray() const { return m_tray; }
    /// Beside the view: the tray and whatever is added to it.
    [[nodiscard]] SideTray *side() const { return m_side; }
    [[nodiscard]] MonthView *month() const { return m_month; }
    /// The one that is shown.
    [[nodiscard]] CalendarView *view() const { return view(m_kind); }
    [[nodiscard]] CalendarView *view(CalendarViewKind kind) const { return m_views.at(int(kind)); }
    [[nodiscard]] CalendarViewKind kind() const { return m_kind; }
    /// Shows that view; what it shows is its owner's business.
    void setKind(CalendarViewKind kind);
    [[nodiscard]] QSplitter *splitter() const { return m_splitter; }
    enum class Hint { None, NothingPlanned, NothingMatches, MatchesElsewhere };
    void setHint(Hint hint);
    /// Nothing matches in this month, but on \a day.
    void setElsewhere(QDate day);
    [[nodiscard]] Hint hint() const { return m_hint; }
    /// In place of tray and view; an error without a message shows these again.
    void setError(const Error &error);

signals:
    void createRequested();
    void clearFilterRequested();
    void dayRequested(QDate day);
    void retryRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeHint();

    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    SideTray *m_side;
    IdeaTray *m_tray;
    QStackedWidget *m_stage; ///< for the views
    MonthView *m_month;
    QList<CalendarView *> m_views; ///< by kind
    CalendarViewKind m_kind = CalendarViewKind::Month;
    QWidget *m_card;
    EmptyState *m_empty;
    ErrorState *m_error;
    Hint m_hint = Hint::None;
    QDate m_elsewhere; ///< of the hint
};
