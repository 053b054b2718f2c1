// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/whenbutton.h"

#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QWidgetAction>

#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr QKeyCombination WhenShortcut = Qt::ALT | Qt::Key_W;
}

WhenButton::WhenButton(const QTimeZone &zone, std::function<qint64()> now, QWidget *parent)
    : QToolButton(parent)
    , m_zone(zone)
    , m_now(std::move(now))
{
    setAutoRaise(true);
    setPopupMode(InstantPopup);
    setToolTip(tr("When it was said (%1)")
                   .arg(QKeySequence(WhenShortcut).toString(QKeySequence::NativeText)));
    makeMenu();
    refresh();
}

void WhenButton::makeMenu()
{
    auto *menu = new QMenu(this);
    auto *fields = new QWidget(menu);
    m_edit = new QDateTimeEdit(fields);
    m_edit->setObjectName(u"log.at"_s);
    m_edit->setAccessibleName(tr("Day and time"));
    m_edit->setCalendarPopup(true);
    m_edit->setTimeSpec(Qt::UTC); // its fields are those of the zone, and not placed in any
    m_edit->setMinimumDate(EarliestDay);
    m_dayAlone = new QCheckBox(tr("The day alone"), fields);
    m_dayAlone->setObjectName(u"log.dayAlone"_s);
    auto *again = new QPushButton(tr("Now"), fields);
    again->setObjectName(u"log.now"_s);
    auto *layout = new QHBoxLayout(fields);
    layout->setContentsMargins(Metrics::Small, Metrics::Tiny, Metrics::Small, Metrics::Tiny);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_edit);
    layout->addWidget(m_dayAlone);
    layout->addWidget(again);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(fields);
    menu->addAction(action);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        const qint64 now = m_now();
        const QDateTime shown = QDateTime::fromMSecsSinceEpoch(now, m_zone);
        const QSignalBlocker blocker(m_edit);
        m_edit->setMaximumDateTime(QDateTime(shown.date(), QTime(23, 59), Qt::UTC));
        if (m_isNow)
            m_edit->setDateTime(QDateTime(shown.date(), shown.time(), Qt::UTC));
        m_edit->setFocus(Qt::PopupFocusReason);
    });
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_isNow = false;
        refresh();
    });
    connect(m_dayAlone, &QCheckBox::toggled, this, [this] {
        m_isNow = false;
        refresh();
    });
    connect(again, &QPushButton::clicked, this, [this, menu] {
        reset();
        menu->close();
    });
}

std::optional<Moment> WhenButton::moment() const
{
    if (m_isNow)
        return std::nullopt;
    const QDate day = m_edit->date();
    if (m_dayAlone->isChecked())
        return Moment {startOfDay(day, m_zone), Precision::Day};
    const QTime time(m_edit->time().hour(), m_edit->time().minute());
    return Moment {localToInstant(day, time, m_zone), Precision::Minute};
}

void WhenButton::setMoment(const std::optional<Moment> &moment)
{
    reset();
    if (!moment)
        return;
    const QDateTime shown = QDateTime::fromMSecsSinceEpoch(moment->ms, m_zone);
    const QSignalBlocker edited(m_edit);
    const QSignalBlocker checked(m_dayAlone);
    m_edit->setDateTime(QDateTime(shown.date(), shown.time(), Qt::UTC));
    m_dayAlone->setChecked(moment->precision == Precision::Day);
    m_isNow = false;
    refresh();
}

void WhenButton::reset()
{
    {
        const QSignalBlocker blocker(m_dayAlone);
        m_dayAlone->setChecked(false);
    }
    m_isNow = true;
    refresh();
}

void WhenButton::refresh()
{
    const QDate today = localDay(m_now(), m_zone);
    QString text = tr("Now");
    if (!m_isNow)
        text = m_dayAlone->isChecked() ? Formatting::relativeDay(m_edit->date(), today)
                                       : Formatting::dateTime(m_edit->dateTime(), today);
    m_edit->setDisplayFormat(m_dayAlone->isChecked()
            ? locale().dateFormat(QLocale::ShortFormat)
            : locale().dateTimeFormat(QLocale::ShortFormat));
    setText(text);
    setShortcut(WhenShortcut); // another text takes it away
    setAccessibleName(tr("When: %1").arg(text));
}
