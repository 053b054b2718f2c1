// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/reminderspage.h"

#include "ui_common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimeEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int EarlyMinutes = 15;
constexpr int WidestText = 560;
} // namespace

RemindersPage::RemindersPage(const ReminderSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_on(new QCheckBox(tr("&Remind me on the desktop when a post is due"), this))
    , m_lead(new QComboBox(this))
    , m_quiet(new QCheckBox(tr("&Quiet hours, from"), this))
    , m_from(new QTimeEdit(settings.quietFrom, this))
    , m_to(new QTimeEdit(settings.quietTo, this))
{
    m_on->setChecked(settings.isOn);
    m_lead->addItem(tr("At the time"), 0);
    m_lead->addItem(tr("15 minutes before"), EarlyMinutes);
    m_lead->setCurrentIndex(std::max(0, m_lead->findData(settings.leadMinutes)));
    m_quiet->setChecked(settings.hasQuietHours);
    build();
    connect(m_on, &QCheckBox::toggled, this, &RemindersPage::onChanged);
    connect(m_lead, &QComboBox::activated, this, &RemindersPage::onChanged);
    connect(m_quiet, &QCheckBox::toggled, this, &RemindersPage::onChanged);
    connect(m_from, &QTimeEdit::timeChanged, this, &RemindersPage::onChanged);
    connect(m_to, &QTimeEdit::timeChanged, this, &RemindersPage::onChanged);
    onChanged();
}

void RemindersPage::build()
{
    m_on->setObjectName(u"remind"_s);
    m_lead->setObjectName(u"remindLead"_s);
    m_lead->setAccessibleName(tr("When to remind"));
    m_quiet->setObjectName(u"remindQuiet"_s);
    m_from->setObjectName(u"quietFrom"_s);
    m_from->setAccessibleName(tr("Quiet from"));
    m_to->setObjectName(u"quietTo"_s);
    m_to->setAccessibleName(tr("Quiet until"));
    static const QRegularExpression seconds(u"[:.]ss?"_s);
    for (QTimeEdit *field : {m_from, m_to})
        field->setDisplayFormat(locale().timeFormat(QLocale::ShortFormat).remove(seconds));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"closeReminders"_s);
    connect(close, &QPushButton::clicked, this, &RemindersPage::closeRequested);
    auto *said = quietLabel(
        tr("A reminder names the post’s title and its channel. Open, copy or put it off from "
           "there. "
           "What is due is listed in the calendar and below the window too, whatever is set here. "
           "These settings are of this computer alone."),
        this);
    said->setMaximumWidth(WidestText);
    auto *lead = new QHBoxLayout;
    lead->setSpacing(Metrics::Small);
    lead->addSpacing(Metrics::Wide);
    lead->addWidget(m_lead);
    lead->addStretch(1);
    auto *quiet = new QHBoxLayout;
    quiet->setSpacing(Metrics::Small);
    quiet->addWidget(m_quiet);
    quiet->addWidget(m_from);
    //: Between two times: "quiet hours, from 22:00 until 07:00".
    quiet->addWidget(new QLabel(tr("until"), this));
    quiet->addWidget(m_to);
    quiet->addStretch(1);
    auto *head = new QHBoxLayout;
    head->addWidget(m_on);
    head->addStretch(1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    layout->setSpacing(Metrics::Medium);
    layout->addLayout(head);
    layout->addLayout(lead);
    layout->addLayout(quiet);
    layout->addWidget(said);
    layout->addStretch(1);
    setFocusProxy(m_on);
}

ReminderSettings RemindersPage::settings() const
{
    return {m_on->isChecked(), m_lead->currentData().toInt(), m_quiet->isChecked(), m_from->time(),
        m_to->time()};
}

void RemindersPage::onChanged()
{
    m_lead->setEnabled(m_on->isChecked());
    m_quiet->setEnabled(m_on->isChecked());
    const bool isQuiet = m_on->isChecked() && m_quiet->isChecked();
    m_from->setEnabled(isQuiet);
    m_to->setEnabled(isQuiet);
    emit settingsChanged(settings());
}

void RemindersPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}
