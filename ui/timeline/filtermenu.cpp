// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/filtermenu.h"

#include "ui_common/style.h"

#include <QMenu>

#include <utility>

FilterMenu::FilterMenu(QString title, QWidget *parent)
    : QToolButton(parent)
    , m_title(std::move(title))
    , m_menu(new QMenu(this))
{
    setCheckable(true);
    // Not setMenu(): its arrow has no room in a chip.
    connect(this, &QToolButton::clicked, this,
        [this] { m_menu->popup(mapToGlobal(rect().bottomLeft())); });
    connect(m_menu, &QMenu::aboutToShow, this, &FilterMenu::showChoice);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setProperty(PullpushStyle::ChipProperty, -1);
    showChoice();
}

void FilterMenu::setEntries(const QList<Entry> &entries)
{
    const QList<qint64> checked = checkedKeys();
    m_menu->clear();
    m_entries.clear();
    for (const Entry &entry : entries) {
        QAction *action =
            m_menu->addAction(QString(entry.text).replace(u'&', QStringLiteral("&&")));
        action->setData(entry.key);
        action->setCheckable(true);
        action->setChecked(checked.contains(entry.key));
        if (!entry.mark.isNull())
            action->setIcon(entry.mark);
        connect(action, &QAction::triggered, this, [this] {
            showChoice();
            emit filterChanged();
        });
        m_entries.append(action);
    }
    showChoice();
}

QList<qint64> FilterMenu::checkedKeys() const
{
    QList<qint64> keys;
    for (const QAction *entry : m_entries) {
        if (entry->isChecked())
            keys.append(entry->data().toLongLong());
    }
    return keys;
}

void FilterMenu::setCheckedKeys(const QList<qint64> &keys)
{
    for (QAction *entry : std::as_const(m_entries))
        entry->setChecked(keys.contains(entry->data().toLongLong()));
    showChoice();
}

void FilterMenu::showChoice()
{
    QStringList chosen;
    for (const QAction *entry : std::as_const(m_entries)) {
        if (entry->isChecked())
            chosen.append(entry->text());
    }
    constexpr int mostNamed = 2;
    QString shown = m_title;
    if (!chosen.isEmpty() && chosen.size() <= mostNamed)
        shown = chosen.join(tr(", ", "between names"));
    else if (!chosen.isEmpty())
        shown = tr("%1: %2", "what is filtered by, how many are chosen")
                    .arg(m_title)
                    .arg(chosen.size());
    setText(shown + QStringLiteral(" \u25be"));
    setChecked(!chosen.isEmpty());
    setAccessibleName(chosen.isEmpty()
            ? tr("Filter by %1").arg(m_title.toLower())
            : tr("%1: %2").arg(m_title, chosen.join(tr(", ", "between names"))));
    setEnabled(!m_entries.isEmpty());
}
