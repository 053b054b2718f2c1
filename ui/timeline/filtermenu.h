// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPixmap>
#include <QToolButton>

class QMenu;

/// A button that opens a list to filter by. Several entries can be on; none means everything.
class FilterMenu : public QToolButton
{
    Q_OBJECT
public:
    struct Entry
    {
        qint64 key = 0;
        QString text;
        QPixmap mark = {};
    };

    /// \a title is what is filtered by, "Channel"; \a any stands while nothing is, "Any channel".
    FilterMenu(QString title, QString any, QWidget *parent = nullptr);

    /// Replaces the entries; those that stay keep their state. Says nothing.
    void setEntries(const QList<Entry> &entries);
    /// The list, titled, to stand within another menu.
    [[nodiscard]] QMenu *choices() const { return m_menu; }
    [[nodiscard]] QList<qint64> checkedKeys() const;
    /// Unknown keys are left out. Says nothing.
    void setCheckedKeys(const QList<qint64> &keys);

signals:
    /// The user switched one.
    void filterChanged();

private:
    void showChoice();

    QString m_title;
    QString m_any;
    QMenu *m_menu;
    QList<QAction *> m_entries;
};
