// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duplicates.h"

#include <QWidget>

class QLabel;
class QPushButton;

/// Says that somebody else is here with the same address or name, and leads to them. Hidden until there is somebody.
class KnownHint : public QWidget
{
    Q_OBJECT
public:
    explicit KnownHint(QWidget *parent = nullptr);

    /// \a people have \a what, an address or a name; \a self is not told of. Hides where nobody is left.
    void show(const KnownPeople &people, const QString &what, ProspectId self);

signals:
    void openRequested(ProspectId id);
    void mergeRequested(ProspectId id);

private:
    QLabel *m_text;
    QPushButton *m_open;
    QPushButton *m_merge;
    ProspectId m_known;
};
