// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_timeline/monthmodel.h"

/// The keyboard's place in the month: a day, or one of its posts. Pure: it reads the model and
/// never changes it.
class MonthCursor
{
public:
    enum class Step { PreviousDay, NextDay, Up, Down, WeekStart, WeekEnd };

    [[nodiscard]] QDate day() const { return m_day; }
    /// Null on the day itself.
    [[nodiscard]] PostId post() const { return m_post; }
    void set(QDate day, PostId post = {});
    /// Where \a step leads: down through the posts of a day, then to the week below, up likewise;
    /// sideways the place in the day stays as far as there are posts. May lead to a day that the
    /// model does not show.
    [[nodiscard]] MonthCursor stepped(const MonthModel &model, Step step) const;
    /// The cursor after the model changed: with its post if that went to another day shown, else on
    /// the nearest post of its day, else on the day.
    [[nodiscard]] MonthCursor following(const MonthModel &model) const;

    friend bool operator==(const MonthCursor &a, const MonthCursor &b)
    {
        return a.m_day == b.m_day && a.m_post == b.m_post;
    }

private:
    [[nodiscard]] MonthCursor at(const MonthModel &model, QDate day, qsizetype place) const;

    QDate m_day;
    PostId m_post;
    qsizetype m_place = -1; ///< among the posts of the day when it was last known
};
