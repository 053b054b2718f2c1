// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "base/result.h"
#include "domain/evergreen.h"

#include <QObject>

#include <functional>

class Workspace;

/// Evergreen posts that fill free slots. Whoever needs it makes one.
class EvergreenService : public QObject
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the service.
    explicit EvergreenService(Workspace &workspace, QObject *parent = nullptr);

    /// Looks on a reader for what could stand in the free slots of \a days (both ends given) on \a channels (none: all).
    void propose(const DateSpan &days, const QList<ChannelId> &channels, QObject *context,
        std::function<void(Result<EvergreenPlan>)> callback) const;
    /// Makes a draft of each of the plan's proposals, as one undoable command.
    void accept(const EvergreenPlan &plan);

private:
    [[nodiscard]] PostWithVariants draftFor(
        const PostWithVariants &source, const EvergreenProposal &proposal);

    Workspace &m_workspace;
};
