// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;

/// The actions of the profiles page, each with a stable object name. Their keys act while the page or its inspector has the focus.
class ProfilesActions : public QObject
{
    Q_OBJECT
public:
    explicit ProfilesActions(QObject *parent = nullptr);

    /// In the order of the menu.
    [[nodiscard]] QList<QAction *> all() const;
    /// \a hasSurface: a surface, and so a channel, is chosen.
    void update(bool hasSurface);

    QAction *newDraft;
    QAction *edit;
    QAction *addChannel;
    QAction *renameChannel;
    QAction *removeChannel;

private:
    QAction *add(
        const char *id, const QString &text, const QKeySequence &key, const char16_t *icon);

    QAction *m_separator;
};
