// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/postqueue.h"

#include <QObject>

class Workspace;

/// Puts posts into the slots of queues. Each is one undoable command; what was posted stays, which is said. Whoever needs it makes one.
class QueueService : public QObject
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the service.
    explicit QueueService(Workspace &workspace, QObject *parent = nullptr);

    /// Puts \a posts, in their order, into the next free slots of \a queue. Says where the first went, or that there are too few within a year.
    void add(const QList<PostWithVariants> &posts, const QueueId &queue);
    /// Puts \a post at a free place of \a queue.
    void move(const PostWithVariants &post, const SlotTime &slot, const QueueId &queue);
    /// The two change places: \a post goes to \a slot, \a other to \a otherSlot.
    void swap(const PostWithVariants &post, const SlotTime &slot, const PostWithVariants &other,
        const SlotTime &otherSlot, const QueueId &queue);

signals:
    /// add() has put the first of them on \a day, as the channel's clocks count.
    void added(PostId post, QDate day);

private:
    [[nodiscard]] PlannedTime timeOf(const SlotTime &slot, ChannelId channel) const;
    /// Says so where \a post was posted there, and may not move.
    [[nodiscard]] bool mayMove(const PostWithVariants &post, ChannelId channel) const;
    [[nodiscard]] QString nameOf(const QueueId &queue) const;

    Workspace &m_workspace;
};
