// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <QList>

#include <functional>

class QObject;
class Workspace;

/// What happens to the sets of the plan beyond one row: each is one undoable command that leaves no reference behind.
namespace SetUpkeep {
enum class Kind { Campaign, Pillar, Label, Channel };

/// How much refers to a set.
struct Use
{
    int posts = 0;
    int prospects = 0; ///< with a label
    int posted = 0; ///< of a channel: what was posted there already
    int profileCopies = 0; ///< of a channel
};
void countUse(Workspace &workspace, Kind kind, qint64 id, QObject *context,
    std::function<void(Result<Use>)> callback);

/// Deletes the set with that id. Posts and prospects keep standing, without it; with a channel goes what was planned for it, its slots, limits and profile copy.
void remove(Workspace &workspace, Kind kind, qint64 id);
/// Posts and prospects labelled \a from are labelled \a into, and \a from is deleted. That holds for people of a colleague's private circle as well, whom the
/// viewer does not learn of; undo brings all of them back.
void mergeLabels(Workspace &workspace, LabelId from, LabelId into);
/// Puts the pillars in that order; all of them are to be named.
void orderPillars(Workspace &workspace, const QList<PillarId> &order);
} // namespace SetUpkeep
