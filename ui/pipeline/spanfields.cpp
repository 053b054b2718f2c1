// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/spanfields.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLabel>

namespace {

/// The value of a date that is open; Qt's date fields cannot be empty.
constexpr QDate OpenDate = QDate::fromJulianDay(2440588); // 1970-01-01

QDateEdit *dateField(const QString &name, const QString &open)
{
    auto *field = new QDateEdit;
    field->setAccessibleName(name);
    field->setCalendarPopup(true);
    field->setMinimumDate(OpenDate);
    field->setSpecialValueText(open);
    field->setKeyboardTracking(false);
    return field;
}

} // namespace

SpanFields::SpanFields(QFormLayout *form, QDate today, const Name &period, const Name &from,
    const Name &until, QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_today(today)
    , m_period(new QComboBox)
    , m_from(dateField(from.name, tr("the beginning")))
    , m_until(dateField(until.name, tr("today")))
{
    m_period->addItem(tr("Any time"), AnyTime);
    m_period->addItem(tr("The last 90 days"), Last90Days);
    m_period->addItem(tr("The last 12 months"), Last12Months);
    m_period->addItem(tr("This year"), ThisYear);
    m_period->addItem(tr("Last year"), LastYear);
    m_period->addItem(tr("Between two days"), Between);
    m_period->setAccessibleName(period.name);
    form->addRow(period.label, m_period);
    form->addRow(from.label, m_from);
    form->addRow(until.label, m_until);
    connect(m_period, &QComboBox::activated, this, &SpanFields::onPeriodChosen);
    connect(m_from, &QDateEdit::dateChanged, this, &SpanFields::onDayChanged);
    connect(m_until, &QDateEdit::dateChanged, this, &SpanFields::onDayChanged);
    setSpan({});
}

DateSpan SpanFields::span() const
{
    const auto period = Period(m_period->currentData().toInt());
    return period == Between ? editedSpan() : spanOf(period);
}

void SpanFields::setSpan(const DateSpan &span)
{
    Period period = Between;
    for (const Period candidate : {AnyTime, Last90Days, Last12Months, ThisYear, LastYear}) {
        if (span == spanOf(candidate))
            period = candidate;
    }
    m_period->setCurrentIndex(m_period->findData(period));
    setDays(span);
    showDays();
}

void SpanFields::setLabel(const QString &label)
{
    if (auto *shown = qobject_cast<QLabel *>(m_form->labelForField(m_period)))
        shown->setText(label);
    m_period->setAccessibleName(QString(label).remove(u'&'));
}

void SpanFields::setToolTip(const QString &text)
{
    m_period->setToolTip(text);
}

DateSpan SpanFields::spanOf(Period period) const
{
    const QDate tomorrow = m_today.addDays(1);
    const QDate newYear(m_today.year(), 1, 1);
    switch (period) {
    case AnyTime:
    case Between:
        return {};
    case Last90Days:
        return {tomorrow.addDays(-90), tomorrow};
    case Last12Months:
        return {tomorrow.addMonths(-12), tomorrow};
    case ThisYear:
        return {newYear, newYear.addYears(1)};
    case LastYear:
        return {newYear.addYears(-1), newYear};
    }
    Q_UNREACHABLE();
}

DateSpan SpanFields::editedSpan() const
{
    DateSpan span;
    if (m_from->date() != OpenDate)
        span.from = m_from->date();
    if (m_until->date() != OpenDate)
        span.to = m_until->date().addDays(1); // the last day is part of it
    return span;
}

void SpanFields::setDays(const DateSpan &span)
{
    m_setting = true;
    m_from->setDate(span.from.value_or(OpenDate));
    m_until->setDate(span.to ? span.to->addDays(-1) : OpenDate);
    m_setting = false;
}

/// A chosen period shows its days, so that "between" starts from them.
void SpanFields::onPeriodChosen()
{
    const auto period = Period(m_period->currentData().toInt());
    if (period != Between)
        setDays(spanOf(period));
    showDays();
    emit changed();
}

void SpanFields::onDayChanged()
{
    if (!m_setting)
        emit changed();
}

void SpanFields::showDays()
{
    const bool shown = m_period->currentData().toInt() == Between;
    m_form->setRowVisible(m_from, shown);
    m_form->setRowVisible(m_until, shown);
}
