// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/evergreenrow.h"

#include "domain/evergreen.h"
#include "ui_common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int DefaultDays = 30;
constexpr int MostDays = 3650;
} // namespace

EvergreenRow::EvergreenRow(QWidget *parent)
    : QWidget(parent)
    , m_on(new QCheckBox(tr("Evergreen"), this))
    , m_details(new QWidget(this))
    , m_days(new QSpinBox(m_details))
    , m_queueBox(new QComboBox(m_details))
    , m_repetition(quietLabel(tr("A repetition of an evergreen post"), this))
{
    m_on->setObjectName(u"evergreen"_s);
    m_on->setToolTip(tr("It comes again: “Fill free slots” offers it when it has rested"));
    m_days->setObjectName(u"coolDown"_s);
    m_days->setAccessibleName(tr("Days to rest before it comes again"));
    m_days->setToolTip(m_days->accessibleName());
    m_days->setRange(1, MostDays);
    m_days->setKeyboardTracking(false);
    m_queueBox->setObjectName(u"evergreenQueue"_s);
    m_queueBox->setAccessibleName(tr("Queue whose free slots it fills"));
    m_queueBox->setToolTip(m_queueBox->accessibleName());
    m_queueBox->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_queueBox->setMinimumContentsLength(10);
    auto *details = new QHBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(Metrics::Small);
    details->addWidget(m_days);
    details->addWidget(m_queueBox, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_on);
    layout->addWidget(m_details, 1);
    layout->addWidget(m_repetition, 1);
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        if (m_isShowing)
            return;
        refresh(on);
        tell();
    });
    connect(m_days, &QSpinBox::valueChanged, this, &EvergreenRow::tell);
    connect(m_queueBox, &QComboBox::activated, this, &EvergreenRow::tell);
    setPost({});
}

void EvergreenRow::setQueues(const QStringList &queues)
{
    m_queues = queues;
    refresh(m_on->isChecked());
}

void EvergreenRow::setPost(const Post &post)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const bool isRepetition = !post.evergreen.isNull();
    m_on->setVisible(!isRepetition);
    m_repetition->setVisible(isRepetition);
    m_on->setChecked(isEvergreen(post));
    m_days->setValue(post.coolDownDays > 0 ? post.coolDownDays : DefaultDays);
    m_queue = post.evergreenQueue;
    refresh(isEvergreen(post));
}

void EvergreenRow::refresh(bool isOn)
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QString chosen = m_queue;
    m_queueBox->clear();
    m_queueBox->addItem(tr("Ordinary slots"), QString());
    QStringList queues = m_queues;
    if (!chosen.isEmpty() && !queues.contains(chosen))
        queues.append(chosen); // its slots are gone, its wish is not
    for (const QString &queue : std::as_const(queues)) {
        if (!queue.isEmpty())
            m_queueBox->addItem(tr("Queue: %1").arg(queue), queue);
    }
    m_queueBox->setCurrentIndex(std::max(0, m_queueBox->findData(chosen)));
    m_details->setVisible(isOn);
    m_queueBox->setVisible(m_queueBox->count() > 1);
    //: How long an evergreen post rests.
    m_days->setSuffix(tr(" day(s) of rest", nullptr, m_days->value()));
}

void EvergreenRow::tell()
{
    if (m_isShowing)
        return;
    m_queue = m_queueBox->currentData().toString();
    m_days->setSuffix(tr(" day(s) of rest", nullptr, m_days->value()));
    emit changed(m_on->isChecked() ? m_days->value() : 0, m_on->isChecked() ? m_queue : QString());
}
