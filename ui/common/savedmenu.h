// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QMenu>

#include <functional>

/// What was saved under a name, the viewer's own and the team's: to choose, save, rename, bring up to date and delete. Filled when it opens; what that means is
/// said by the class of what is saved.
class SavedMenu : public QMenu
{
    Q_OBJECT
public:
    void fill();

protected:
    struct Entry
    {
        qint64 id = 0;
        QString name;
        bool isOfTeam = false; ///< everybody in the team has it
        bool isShown = false; ///< it says what is shown now
        QKeySequence shortcut = {}; ///< told, and handled elsewhere
    };

    /// Its parts are called \a prefix with ".menu", ".ID", ".name.mine", ".name.team", ".rename.ID", ".replace.ID" and ".delete.ID"; the fields for a name have the
    /// translated name \a nameField.
    SavedMenu(const QString &prefix, QString nameField, QWidget *parent);

private:
    [[nodiscard]] virtual QList<Entry> entries() const = 0; ///< in their order
    virtual void chooseEntry(qint64 id) = 0;
    /// Saves what is shown now under \a name, as it was typed.
    virtual void addEntry(const QString &name, bool forTeam) = 0;
    virtual void renameEntry(qint64 id, const QString &name) = 0;
    /// It says from now on what is shown.
    virtual void replaceEntry(qint64 id) = 0;
    virtual void removeEntry(qint64 id) = 0;

    void addChoice(const Entry &entry);
    void fillManaging(QMenu *menu, const Entry &entry);
    void addName(QMenu *menu, const QString &objectName, const QString &text,
        const std::function<void(const QString &)> &done);

    QString m_prefix;
    QString m_nameField;
};
