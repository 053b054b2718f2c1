// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"

#include <QList>
#include <QWidget>

class QGridLayout;
class QLineEdit;
class QToolButton;

/// What is particular about a channel: limits that differ from its network's, and how its links name it. Folded until it is wanted; an empty field is
/// what is usual, which it shows.
class ChannelRules : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelRules(QWidget *parent = nullptr);

    /// Shows the fields that a channel of \a network may have limits for, empty.
    void setNetwork(const QString &network, const NetworkTable &networks);
    /// Fills in what \a channel has; \a limits may hold those of others too. Unfolds where that is anything.
    void setRules(const Channel &channel, const QList<ChannelLimit> &limits);
    /// Writes how links name it.
    void readInto(Channel &channel) const;
    /// Those that differ; known ones keep their id.
    [[nodiscard]] QList<ChannelLimit> limits() const;

private:
    struct Field
    {
        Limit usual;
        QLineEdit *edit = nullptr;
    };

    void addFields(const QString &surface, const QString &field, const QString &name,
        const QList<Limit> &limits);
    void unfold(bool open);

    QToolButton *m_fold;
    QWidget *m_body;
    QWidget *m_limits;
    QGridLayout *m_grid;
    QLineEdit *m_source;
    QLineEdit *m_medium;
    QList<Field> m_fields;
    QList<ChannelLimit> m_had;
};
