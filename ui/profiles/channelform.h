// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

/// A few fields above the list: which network, how the channel is called, and its handle. Enter takes it, Escape leaves it.
class ChannelForm : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelForm(NetworkTable networks, QWidget *parent = nullptr);

    /// Shows an empty form for a new channel.
    void startAdding();
    /// Shows \a channel to be renamed; its network stays.
    void startChanging(const Channel &channel);

signals:
    /// A channel with a null id is new. Its name is never empty.
    void submitted(const Channel &channel);
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
    QPushButton *m_take;
    QPushButton *m_cancel;
};
