// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/filtermenu.h"

#include "ui_common/chips.h"

#include <QMenu>

#include <utility>

namespace {
constexpr int MostCharacters = 18; // a longer choice stands in the list and the tool tip
}

FilterMenu::FilterMenu(QString title, QString any, QWidget *parent)
    : QToolButton(parent)
    , m_title(std::move(title))
    , m_any(std::move(any))
    , m_menu(new QMenu(this))
{
    m_menu->setTitle(m_title);
    makeFilterButton(this, m_menu);
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
    QString shown = m_any;
    if (!chosen.isEmpty() && chosen.size() <= mostNamed)
        shown = chosen.join(tr(", ", "between names"));
    else if (!chosen.isEmpty())
        shown = tr("%1: %2", "what is filtered by, how many are chosen")
                    .arg(m_title)
                    .arg(chosen.size());
    setText(fontMetrics().elidedText(
        shown, Qt::ElideRight, MostCharacters * fontMetrics().averageCharWidth()));
    setChecked(!chosen.isEmpty());
    setAccessibleName(chosen.isEmpty()
            ? tr("Filter by %1").arg(m_title.toLower())
            : tr("%1: %2").arg(m_title, chosen.join(tr(", ", "between names"))));
    setToolTip(chosen.join(tr(", ", "between names")));
    setEnabled(!m_entries.isEmpty());
}
