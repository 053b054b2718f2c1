// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/copycheck.h"

#include <QWidget>

class QLabel;

/// Below a text: how far it is from the network's limit, and a line for each limit that it passes.
class LimitLine : public QWidget
{
    Q_OBJECT
public:
    explicit LimitLine(QWidget *parent = nullptr);

    /// Shows what \a check found of \a text. Without a limit: the length alone.
    void setText(const QString &text, const CopyCheck &check);

protected:
    void changeEvent(QEvent *event) override;

private:
    QString m_text;
    CopyCheck m_check;
    QLabel *m_counter;
    QLabel *m_over;
    QLabel *m_unwise;
};
