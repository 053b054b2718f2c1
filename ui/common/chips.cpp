// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/chips.h"

#include "ui_common/style.h"

#include <QHBoxLayout>
#include <QToolButton>

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addStretch(1);
}

void FilterChips::setChips(const QList<Chip> &chips)
{
    const QStringList checked = checkedKeys();
    auto *row = qobject_cast<QBoxLayout *>(layout());
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Chip &chip : chips) {
        auto *button = new QToolButton(this);
        button->setObjectName(chip.key);
        button->setText(chip.text);
        button->setAccessibleName(chip.text);
        button->setCheckable(true);
        button->setChecked(checked.contains(chip.key));
        button->setProperty(
            PullpushStyle::ChipProperty, chip.mark ? static_cast<int>(*chip.mark) : -1);
        connect(button, &QToolButton::toggled, this, [this, button] { onToggled(button); });
        row->insertWidget(row->count() - 1, button); // before the stretch
        m_buttons.append(button);
    }
}

void FilterChips::setExclusive(bool exclusive)
{
    m_exclusive = exclusive;
}

QStringList FilterChips::checkedKeys() const
{
    QStringList keys;
    for (const QToolButton *button : m_buttons) {
        if (button->isChecked())
            keys.append(button->objectName());
    }
    return keys;
}

void FilterChips::setCheckedKeys(const QStringList &keys)
{
    for (QToolButton *button : std::as_const(m_buttons)) {
        const QSignalBlocker quiet(button);
        button->setChecked(keys.contains(button->objectName()));
    }
}

void FilterChips::onToggled(QToolButton *toggled)
{
    if (m_exclusive && toggled->isChecked()) {
        for (QToolButton *button : std::as_const(m_buttons)) {
            const QSignalBlocker quiet(button);
            if (button != toggled)
                button->setChecked(false);
        }
    }
    emit checkedKeysChanged(checkedKeys());
}

void makeFilterButton(QToolButton *button, QMenu *menu)
{
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    button->setCheckable(true);
}
