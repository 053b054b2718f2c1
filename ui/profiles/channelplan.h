// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/channel.h"
#include "domain/schedule.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

/// How a channel is planned: its zone, whose approval its posts need, and when it posts on each day of the week.
class ChannelPlan : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelPlan(QWidget *parent = nullptr);

    void setPlan(const Channel &channel, const QList<PostingSlot> &postingSlots);
    /// Writes zone and approval rule.
    void readInto(Channel &channel) const;
    /// Errors: Rejected, naming the day and what is no time.
    [[nodiscard]] Result<QList<PostingSlot>> postingSlots() const;

private:
    QList<PostingSlot> m_had;
    QComboBox *m_zone;
    QComboBox *m_approval;
    QList<QLineEdit *> m_days; ///< in the order of the locale's week
};
