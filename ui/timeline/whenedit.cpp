// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/whenedit.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
constexpr int MorningHour = 9;
}

WhenEdit::WhenEdit(QWidget *parent)
    : QWidget(parent)
    , m_plan(new QPushButton(tr("No day: an idea. Plan it"), this))
    , m_dayEdit(new QDateEdit(this))
    , m_addTime(new QPushButton(tr("Add a time"), this))
    , m_timeEdit(new QTimeEdit(this))
    , m_clear(new QToolButton(this))
{
    m_plan->setObjectName(u"planDay"_s);
    m_dayEdit->setObjectName(u"day"_s);
    m_dayEdit->setAccessibleName(tr("Day"));
    m_dayEdit->setCalendarPopup(true);
    m_addTime->setObjectName(u"addTime"_s);
    m_timeEdit->setObjectName(u"time"_s);
    m_timeEdit->setAccessibleName(tr("Time"));
    static const QRegularExpression seconds(u"[:.]ss?"_s);
    m_timeEdit->setDisplayFormat(locale().timeFormat(QLocale::ShortFormat).remove(seconds));
    m_clear->setObjectName(u"clearWhen"_s);
    m_clear->setIcon(Icons::named(u"edit-clear"_s));
    m_clear->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_plan);
    layout->addWidget(m_dayEdit);
    layout->addWidget(m_addTime);
    layout->addWidget(m_timeEdit);
    layout->addWidget(m_clear);
    layout->addStretch();

    connect(m_plan, &QPushButton::clicked, this, [this] {
        change(m_suggested, m_time);
        m_dayEdit->setFocus();
    });
    connect(m_dayEdit, &QDateEdit::dateChanged, this, [this](QDate day) { change(day, m_time); });
    connect(m_addTime, &QPushButton::clicked, this, [this] {
        change(m_day, QTime(MorningHour, 0));
        m_timeEdit->setFocus();
    });
    connect(m_timeEdit, &QTimeEdit::timeChanged, this, [this](QTime time) { change(m_day, time); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        if (m_time)
            change(m_day, std::nullopt);
        else
            change(std::nullopt, std::nullopt);
    });
    refresh();
}

void WhenEdit::setWhen(std::optional<QDate> day, std::optional<QTime> time)
{
    m_day = day;
    m_time = time;
    refresh();
}

void WhenEdit::setSuggestedDay(QDate day)
{
    m_suggested = day;
    m_plan->setEnabled(day.isValid());
}

void WhenEdit::change(std::optional<QDate> day, std::optional<QTime> time)
{
    if (day == m_day && time == m_time)
        return;
    m_day = day;
    m_time = time;
    refresh();
    emit whenChanged();
}

void WhenEdit::refresh()
{
    const QSignalBlocker dayBlocker(m_dayEdit);
    const QSignalBlocker timeBlocker(m_timeEdit);
    if (m_day)
        m_dayEdit->setDate(*m_day);
    if (m_time)
        m_timeEdit->setTime(*m_time);
    m_plan->setVisible(!m_day);
    m_dayEdit->setVisible(m_day.has_value());
    m_addTime->setVisible(m_day && !m_time);
    m_timeEdit->setVisible(m_day && m_time);
    m_clear->setVisible(m_day.has_value());
    const QString clearText =
        m_time ? tr("Remove the time") : tr("Remove the day: back to an idea");
    m_clear->setAccessibleName(clearText);
    m_clear->setToolTip(clearText);
}
