// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_common/theme.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <optional>

class QMenu;
class QToolButton;

/// One filter that can be on or off. \a key is stable and never shown.
struct Chip
{
    QString key;
    QString text;
    std::optional<ColourRole> mark = {}; ///< a dot of that colour before the text
};

/// A row of chips to filter by. Several can be on at once unless exclusive; none on means
/// "everything".
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// Replaces the chips; those that stay keep their state. Emits nothing.
    void setChips(const QList<Chip> &chips);
    /// At most one is on; pressing it again switches it off.
    void setExclusive(bool exclusive);
    /// The keys that are on, in the order of the chips.
    [[nodiscard]] QStringList checkedKeys() const;
    /// Unknown keys are left out. Emits nothing.
    void setCheckedKeys(const QStringList &keys);

signals:
    /// The user switched one.
    void checkedKeysChanged(const QStringList &keys);

private:
    void onToggled(QToolButton *toggled);

    QList<QToolButton *> m_buttons;
    bool m_exclusive = false;
};

/// Makes \a button open \a menu, which chooses what is filtered by; checked while something is.
void makeFilterButton(QToolButton *button, QMenu *menu);
