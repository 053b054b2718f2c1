// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"

#include <QObject>

class QComboBox;
class QDateEdit;
class QFormLayout;

/// Edits a span of local days in three rows of a form: a period that ends today or was a year, or a first and a last day.
class SpanFields : public QObject
{
    Q_OBJECT
public:
    /// What a field is called: its label with a mnemonic, and its accessible name.
    struct Name
    {
        QString label;
        QString name;
    };

    /// Adds the rows to \a form, which must outlive it.
    SpanFields(QFormLayout *form, QDate today, const Name &period, const Name &from,
        const Name &until, QObject *parent);

    [[nodiscard]] DateSpan span() const;
    /// Emits nothing.
    void setSpan(const DateSpan &span);
    void setToday(QDate today) { m_today = today; }
    /// What the period is of, with a mnemonic.
    void setLabel(const QString &label);
    void setToolTip(const QString &text);

signals:
    /// The user chose otherwise.
    void changed();

private:
    enum Period { AnyTime, Last90Days, Last12Months, ThisYear, LastYear, Between };

    [[nodiscard]] DateSpan spanOf(Period period) const;
    [[nodiscard]] DateSpan editedSpan() const;
    void setDays(const DateSpan &span);
    void onPeriodChosen();
    void onDayChanged();
    void showDays();

    QFormLayout *m_form;
    QDate m_today;
    bool m_setting = false;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_until;
};
