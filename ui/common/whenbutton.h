// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"

#include <QToolButton>

#include <functional>
#include <optional>

class QCheckBox;
class QDateTimeEdit;

/// When something was said: now, unless an earlier time or day is chosen behind it.
class WhenButton : public QToolButton
{
    Q_OBJECT
public:
    /// \a now tells Unix milliseconds; times are those of \a zone.
    WhenButton(const QTimeZone &zone, std::function<qint64()> now, QWidget *parent = nullptr);

    /// Nothing: now. Else to the minute or to the day.
    [[nodiscard]] std::optional<Moment> moment() const;
    /// What moment() told before; nothing: now.
    void setMoment(const std::optional<Moment> &moment);
    /// Now again.
    void reset();

private:
    void makeMenu();
    void refresh();

    QTimeZone m_zone;
    std::function<qint64()> m_now;
    bool m_isNow = true;
    QDateTimeEdit *m_edit = nullptr;
    QCheckBox *m_dayAlone = nullptr;
};
