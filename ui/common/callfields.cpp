// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/callfields.h"

#include "ui_common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostMinutes = 24 * 60;
constexpr int MinuteSeconds = 60;
} // namespace

CallFields::CallFields(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_result(new QComboBox(this))
    , m_minutes(new QSpinBox(this))
{
    m_result->setObjectName(prefix + u".result"_s);
    m_result->setAccessibleName(tr("How the call ended"));
    m_result->setToolTip(m_result->accessibleName());
    m_result->addItem(tr("Answered"), int(CallResult::Answered));
    m_result->addItem(tr("No answer"), int(CallResult::NoAnswer));
    m_result->addItem(tr("Voicemail"), int(CallResult::Voicemail));
    m_result->addItem(tr("Declined"), int(CallResult::Declined));
    m_minutes->setObjectName(prefix + u".minutes"_s);
    m_minutes->setAccessibleName(tr("Minutes"));
    m_minutes->setToolTip(
        tr("How long it took. The first letter of “%1”, typed here, chooses how the call ended.")
            .arg(m_result->itemText(1)));
    m_minutes->setRange(0, MostMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_minutes->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::Small);
    row->addWidget(m_result);
    row->addWidget(m_minutes);
    connect(m_result, &QComboBox::currentIndexChanged, this, [this] {
        showParts();
        emit changed();
    });
    connect(m_minutes, &QSpinBox::valueChanged, this, &CallFields::changed);
    showParts();
}

void CallFields::setMedium(Medium medium)
{
    m_medium = medium;
    showParts();
}

bool CallFields::isSpoken() const
{
    return m_medium == Medium::Call || m_medium == Medium::Meeting;
}

void CallFields::showParts()
{
    const bool isCall = m_medium == Medium::Call;
    m_result->setVisible(isCall);
    m_minutes->setVisible(isSpoken());
    m_minutes->setEnabled(!isCall || result() == CallResult::Answered);
    setVisible(isSpoken());
}

CallResult CallFields::result() const
{
    return m_medium == Medium::Call ? CallResult(m_result->currentData().toInt())
                                    : CallResult::None;
}

int CallFields::seconds() const
{
    return isSpoken() && m_minutes->isEnabled() ? m_minutes->value() * MinuteSeconds : 0;
}

void CallFields::setCall(CallResult result, int seconds)
{
    m_result->setCurrentIndex(std::max(0, m_result->findData(int(result))));
    m_minutes->setValue((seconds + MinuteSeconds / 2) / MinuteSeconds);
}

bool CallFields::isBegun() const
{
    return isSpoken() && (seconds() > 0 || m_result->currentIndex() > 0);
}

bool CallFields::takeKeyboard()
{
    if (!isSpoken() || !m_minutes->isEnabled())
        return false;
    m_minutes->setFocus(Qt::ShortcutFocusReason);
    m_minutes->selectAll();
    return true;
}

bool CallFields::chooseBy(const QString &letter)
{
    const int count = m_result->count();
    for (int step = 1; step <= count; ++step) {
        const int index = (m_result->currentIndex() + step) % count;
        if (m_result->itemText(index).startsWith(letter, Qt::CaseInsensitive)) {
            m_result->setCurrentIndex(index);
            return true;
        }
    }
    return false;
}

bool CallFields::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_minutes && event->type() == QEvent::KeyPress && m_medium == Medium::Call) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const QString text = key->text();
        const bool isPlain = (key->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
        if (isPlain && !text.isEmpty() && text.front().isLetter() && chooseBy(text))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}
