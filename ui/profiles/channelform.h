// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"
#include "domain/schedule.h"

#include <QWidget>

class ChannelPlan;
class ChannelRules;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

/// A few fields above the list: which network, how the channel is called, its handle, how it is planned and what is particular about it. Enter takes it, Escape leaves it.
class ChannelForm : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelForm(NetworkTable networks, QWidget *parent = nullptr);

    /// Shows an empty form for a new channel.
    void startAdding();
    /// Shows \a channel to be changed; its network stays. \a postingSlots and \a limits may hold those of others too.
    void startChanging(const Channel &channel, const QList<PostingSlot> &postingSlots,
        const QList<ChannelLimit> &limits);

signals:
    /// A channel with a null id is new. Its name is never empty.
    void submitted(const Channel &channel, const QList<PostingSlot> &postingSlots,
        const QList<ChannelLimit> &limits);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void showNetwork();

    NetworkTable m_networks;
    Channel m_channel;
    QLabel *m_heading;
    QComboBox *m_network;
    QLineEdit *m_name;
    QLineEdit *m_handle;
    ChannelPlan *m_plan;
    ChannelRules *m_rules;
    QLabel *m_fault;
    QPushButton *m_take;
    QPushButton *m_cancel;
};
