// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/repeatform.h"

#include "domain/seriesedits.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostInterval = 99;
constexpr int DaysOfAQuarter = 91;
constexpr auto WeekdayProperty = "weekday";
} // namespace

RepeatForm::RepeatForm(QWidget *parent)
    : QWidget(parent)
    , m_interval(new QSpinBox(this))
    , m_unit(new QComboBox(this))
    , m_weekdayRow(new QWidget(this))
    , m_end(new QComboBox(this))
    , m_until(new QDateEdit(this))
    , m_times(new QSpinBox(this))
    , m_summary(quietLabel({}, this))
    , m_take(new QPushButton(tr("Repeat it"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(u"repeatForm"_s);
    build();
    connect(m_interval, &QSpinBox::valueChanged, this, &RepeatForm::refresh);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &RepeatForm::refresh);
    connect(m_end, &QComboBox::currentIndexChanged, this, &RepeatForm::refresh);
    connect(m_until, &QDateEdit::dateChanged, this, &RepeatForm::refresh);
    connect(m_times, &QSpinBox::valueChanged, this, &RepeatForm::refresh);
    connect(m_take, &QPushButton::clicked, this, [this] { emit submitted(toRule(choice())); });
    connect(m_cancel, &QPushButton::clicked, this, &RepeatForm::cancelled);
}

void RepeatForm::build()
{
    m_interval->setObjectName(u"repeat.interval"_s);
    m_interval->setAccessibleName(tr("Every how many"));
    m_interval->setRange(1, MostInterval);
    m_unit->setObjectName(u"repeat.unit"_s);
    m_unit->setAccessibleName(tr("Days, weeks or months"));
    m_unit->addItems({tr("days"), tr("weeks"), tr("months")});
    m_end->setObjectName(u"repeat.end"_s);
    m_end->setAccessibleName(tr("How it ends"));
    m_end->addItems({tr("for"), tr("until")});
    m_until->setObjectName(u"repeat.until"_s);
    m_until->setAccessibleName(tr("Last day"));
    m_until->setCalendarPopup(true);
    m_times->setObjectName(u"repeat.times"_s);
    m_times->setAccessibleName(tr("How many posts"));
    m_times->setRange(2, SeriesEdits::MostOccurrences);
    m_times->setSuffix(tr(" posts"));
    m_take->setObjectName(u"repeat.take"_s);
    m_cancel->setObjectName(u"repeat.cancel"_s);
    makePrimary(m_take);

    auto *days = new QHBoxLayout(m_weekdayRow);
    days->setContentsMargins(0, 0, 0, 0);
    days->setSpacing(2);
    constexpr int daysPerWeek = 7;
    for (int i = 0; i < daysPerWeek; ++i) {
        const int weekday = (int(locale().firstDayOfWeek()) - 1 + i) % daysPerWeek + 1;
        auto *button = new QToolButton(m_weekdayRow);
        button->setObjectName("repeat.day"_L1 + QString::number(weekday));
        button->setText(locale().standaloneDayName(weekday, QLocale::ShortFormat));
        button->setAccessibleName(locale().standaloneDayName(weekday, QLocale::LongFormat));
        button->setToolTip(button->accessibleName());
        button->setCheckable(true);
        button->setProperty(WeekdayProperty, weekday);
        connect(button, &QToolButton::toggled, this, &RepeatForm::refresh);
        days->addWidget(button);
        m_weekdays << button;
    }
    days->addStretch();

    auto *every = new QLabel(tr("Every"), this);
    every->setBuddy(m_interval);
    auto *first = new QHBoxLayout;
    first->setSpacing(Metrics::Tiny);
    first->addWidget(every);
    first->addWidget(m_interval);
    first->addWidget(m_unit);
    first->addStretch();
    auto *last = new QHBoxLayout;
    last->setSpacing(Metrics::Tiny);
    last->addWidget(m_end);
    last->addWidget(m_until);
    last->addWidget(m_times);
    last->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::Small);
    buttons->addWidget(m_take);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Metrics::Small);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(first);
    layout->addWidget(m_weekdayRow);
    layout->addLayout(last);
    layout->addWidget(m_summary);
    layout->addLayout(buttons);
}

void RepeatForm::start(QDate day)
{
    m_day = day;
    {
        const QSignalBlocker interval(m_interval);
        const QSignalBlocker unit(m_unit);
        const QSignalBlocker end(m_end);
        const QSignalBlocker until(m_until);
        const QSignalBlocker times(m_times);
        m_interval->setValue(1);
        m_unit->setCurrentIndex(int(RuleChoice::Unit::Week));
        m_end->setCurrentIndex(0);
        m_until->setMinimumDate(day);
        m_until->setDate(day.addDays(DaysOfAQuarter));
        m_times->setValue(RuleChoice().times);
        for (QToolButton *button : std::as_const(m_weekdays)) {
            const QSignalBlocker blocker(button);
            button->setChecked(button->property(WeekdayProperty).toInt() == day.dayOfWeek());
        }
    }
    refresh();
    show();
    m_interval->setFocus(Qt::OtherFocusReason);
}

RuleChoice RepeatForm::choice() const
{
    RuleChoice choice;
    choice.unit = RuleChoice::Unit(m_unit->currentIndex());
    choice.interval = m_interval->value();
    choice.times = m_times->value();
    if (m_end->currentIndex() == 1)
        choice.until = m_until->date();
    if (choice.unit != RuleChoice::Unit::Week)
        return choice;
    for (const QToolButton *button : m_weekdays) {
        if (button->isChecked())
            choice.weekdays << button->property(WeekdayProperty).toInt();
    }
    return choice;
}

void RepeatForm::refresh()
{
    const bool isUntil = m_end->currentIndex() == 1;
    m_until->setVisible(isUntil);
    m_times->setVisible(!isUntil);
    m_weekdayRow->setVisible(m_unit->currentIndex() == int(RuleChoice::Unit::Week));
    Series series;
    series.rule = toRule(choice());
    series.start = m_day;
    const auto days = SeriesEdits::daysOf(series);
    m_take->setEnabled(days && days->size() > 1);
    if (!days)
        m_summary->setText(days.error().message);
    else
        m_summary->setText(tr("%n post(s), the last on %1", nullptr, int(days->size()))
                               .arg(Formatting::date(days->last())));
}

void RepeatForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_take->click();
    else
        QWidget::keyPressEvent(event);
}
