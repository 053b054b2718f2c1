// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/choicebutton.h"

#include <QListWidget>
#include <QMenu>
#include <QSet>
#include <QSignalBlocker>
#include <QWidgetAction>

#include <algorithm>

ChoiceButton::ChoiceButton(const QString &all, QWidget *parent)
    : QPushButton(parent)
    , m_all(all)
    , m_list(new QListWidget)
{
    auto *menu = new QMenu(this);
    QAction *everything = menu->addAction(all);
    connect(everything, &QAction::triggered, this, [this] {
        setChosen(std::nullopt);
        emit chosenChanged();
    });
    auto *action = new QWidgetAction(menu);
    m_list->setAccessibleName(all);
    m_list->setFrameShape(QFrame::NoFrame);
    action->setDefaultWidget(m_list);
    menu->addAction(action);
    setMenu(menu);
    // As wide as the button and as high as its items, within reason.
    connect(menu, &QMenu::aboutToShow, this, [this] {
        constexpr int mostRows = 12;
        const int rows = std::min(m_list->count(), mostRows);
        m_list->setFixedHeight(rows * m_list->sizeHintForRow(0));
        m_list->setFixedWidth(width() - 2);
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        m_wanted = chosen();
        updateText();
        emit chosenChanged();
    });
    updateText();
}

void ChoiceButton::setChoices(const QList<Choice> &choices)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Choice &choice : choices) {
            auto *item = new QListWidgetItem(choice.text, m_list);
            item->setData(Qt::UserRole, choice.key);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
        }
    }
    setEnabled(!choices.isEmpty());
    showChosen();
}

std::optional<QStringList> ChoiceButton::chosen() const
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            keys.append(m_list->item(row)->data(Qt::UserRole).toString());
    }
    return keys.isEmpty() ? std::nullopt : std::optional(keys);
}

void ChoiceButton::setChosen(const std::optional<QStringList> &keys)
{
    m_wanted = keys;
    showChosen();
}

void ChoiceButton::showChosen()
{
    const QSignalBlocker quiet(m_list);
    const QStringList keys = m_wanted.value_or(QStringList());
    const QSet<QString> wanted(keys.begin(), keys.end()); // both can be many
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const bool checked = wanted.contains(item->data(Qt::UserRole).toString());
        item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    }
    updateText();
}

void ChoiceButton::updateText()
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            texts.append(m_list->item(row)->text());
    }
    if (texts.isEmpty())
        setText(m_all);
    else if (texts.size() == 1)
        setText(texts.first());
    else
        setText(tr("%Ln chosen", nullptr, int(texts.size())));
    setToolTip(texts.join(tr(", ", "between the items of a list")));
}
