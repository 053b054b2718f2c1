// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/whenedit.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

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
    , m_slot(new QToolButton(this))
    , m_zoneButton(new QToolButton(this))
    , m_zone(new QComboBox(this))
{
    build();
    connect(m_plan, &QPushButton::clicked, this, [this] {
        change({m_suggested, m_when.time, m_when.zone});
        m_dayEdit->setFocus();
    });
    connect(m_dayEdit, &QDateEdit::dateChanged, this, [this](QDate day) {
        change({day, m_when.time, m_when.zone});
    });
    connect(m_addTime, &QPushButton::clicked, this, [this] {
        change({m_when.day, QTime(MorningHour, 0), m_when.zone});
        m_timeEdit->setFocus();
    });
    connect(m_timeEdit, &QTimeEdit::timeChanged, this, [this](QTime time) {
        change({m_when.day, time, m_when.zone});
    });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        change({m_when.time ? m_when.day : std::nullopt, std::nullopt, m_when.zone});
    });
    connect(m_slot, &QToolButton::clicked, this, &WhenEdit::nextSlotRequested);
    connect(m_zoneButton, &QToolButton::toggled, this, [this](bool asks) {
        m_asksZone = asks;
        refresh();
    });
    connect(m_zone, &QComboBox::activated, this, [this](int index) {
        change({m_when.day, m_when.time, m_zone->itemData(index).toString()});
    });
    refresh();
}

void WhenEdit::build()
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
    m_slot->setObjectName(u"nextSlot"_s);
    m_slot->setIcon(Icons::named(u"go-jump"_s));
    m_slot->setAccessibleName(tr("Next free slot"));
    m_slot->setToolTip(tr("Next free slot of the channel"));
    m_slot->hide();
    m_zoneButton->setObjectName(u"askZone"_s);
    m_zoneButton->setIcon(Icons::named(u"globe"_s));
    m_zoneButton->setAccessibleName(tr("Time zone"));
    m_zoneButton->setCheckable(true);
    m_zone->setObjectName(u"zone"_s);
    m_zone->setAccessibleName(tr("Time zone of this time"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (QToolButton *button : {m_clear, m_slot, m_zoneButton})
        button->setAutoRaise(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::Tiny);
    row->addWidget(m_plan);
    row->addWidget(m_dayEdit);
    row->addWidget(m_addTime);
    row->addWidget(m_timeEdit);
    row->addWidget(m_slot);
    row->addWidget(m_zoneButton);
    row->addWidget(m_clear);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(row);
    layout->addWidget(m_zone);
}

void WhenEdit::setWhen(const PlannedTime &when)
{
    m_when = when;
    refresh();
}

void WhenEdit::setZones(const QString &workspaceZone, const QStringList &offered)
{
    const bool isSame = workspaceZone == m_workspaceZone && offered == m_offeredZones;
    if (isSame && m_zone->count() > 0)
        return;
    m_workspaceZone = workspaceZone;
    m_offeredZones = offered;
    m_zone->clear();
    m_zone->addItem(tr("Workspace: %1").arg(workspaceZone), QString());
    for (const QString &zone : offered) {
        if (zone != workspaceZone)
            m_zone->addItem(zone, zone);
    }
    m_zone->insertSeparator(m_zone->count());
    const QList<QByteArray> all = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : all) {
        // Of a place: the others are old names and offsets.
        if (zone.contains('/') && !zone.startsWith("Etc/"))
            m_zone->addItem(QString::fromUtf8(zone), QString::fromUtf8(zone));
    }
    refresh();
}

void WhenEdit::setHasSlots(bool hasSlots)
{
    m_slot->setVisible(hasSlots);
}

void WhenEdit::setSuggestedDay(QDate day)
{
    m_suggested = day;
    m_plan->setEnabled(day.isValid());
}

void WhenEdit::change(const PlannedTime &when)
{
    if (when == m_when)
        return;
    m_when = when;
    refresh();
    emit whenChanged();
}

void WhenEdit::refresh()
{
    const QSignalBlocker dayBlocker(m_dayEdit);
    const QSignalBlocker timeBlocker(m_timeEdit);
    const bool hasDay = m_when.day.has_value();
    const bool hasTime = hasDay && m_when.time;
    if (hasDay)
        m_dayEdit->setDate(*m_when.day);
    if (hasTime)
        m_timeEdit->setTime(*m_when.time);
    m_plan->setVisible(!hasDay);
    m_dayEdit->setVisible(hasDay);
    m_addTime->setVisible(hasDay && !hasTime);
    m_timeEdit->setVisible(hasTime);
    m_clear->setVisible(hasDay);
    const QString clearText =
        m_when.time ? tr("Remove the time") : tr("Remove the day: back to an idea");
    m_clear->setAccessibleName(clearText);
    m_clear->setToolTip(clearText);
    const bool isElsewhere = !m_when.zone.isEmpty() && m_when.zone != m_workspaceZone;
    m_zoneButton->setVisible(hasTime && !isElsewhere);
    m_zoneButton->setToolTip(tr("In the zone %1").arg(m_workspaceZone));
    m_zone->setVisible(hasTime && (isElsewhere || m_asksZone));
    m_zone->setCurrentIndex(std::max(0, m_zone->findData(m_when.zone)));
}
