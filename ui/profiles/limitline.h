// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/limit.h"

#include <QWidget>

class QLabel;

/// Below a text: how far it is from the network's limit, and a line for each limit that it passes.
class LimitLine : public QWidget
{
    Q_OBJECT
public:
    explicit LimitLine(QWidget *parent = nullptr);

    /// Counts \a text against \a limits; all of them hold at once. No limits: the length alone.
    void setText(const QString &text, const QList<Limit> &limits);
    /// The first place (UTF-16) where a hard limit of the length is passed; -1 where all hold.
    [[nodiscard]] qsizetype overAt() const { return m_overAt; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QString m_text;
    QList<Limit> m_limits;
    QLabel *m_counter;
    QLabel *m_over;
    QLabel *m_unwise;
    qsizetype m_overAt = -1;
};
