// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/stage.h"

#include <QList>

/// What every pipeline holds, so that whoever reads one need not ask.
namespace PipelineRules {
constexpr int MostSteps = 30; ///< in use; a chart has no room for more
constexpr int MostStages = 200; ///< retired ones too
constexpr int LongestName = 40; ///< UTF-16 units

/// Rejected, with one sentence that says why, unless \a stages hold: pull, push and after follow each other; it begins on the pull
/// side; one stage is the sale, and it is the last of the push side; there is an exit; names and keys are there once.
[[nodiscard]] Result<> check(const QList<Stage> &stages);
} // namespace PipelineRules

/// A pipeline that is being changed: each change leaves one that holds what PipelineRules asks, or changes nothing and says why (Rejected).
class PipelineEdit
{
public:
    /// Positions are made 0…n-1 anew, exits last.
    explicit PipelineEdit(QList<Stage> stages);

    /// All stages, retired ones in their old places, by position.
    [[nodiscard]] const QList<Stage> &stages() const { return m_stages; }

    /// A new stage at the end of its side, before the sale on the push side; \a since is when it begins (Unix milliseconds). Side::Exit makes an exit.
    [[nodiscard]] Result<> add(StageId id, const QString &name, Side side, qint64 since);
    /// The key stays what it was.
    [[nodiscard]] Result<> rename(StageId id, const QString &name);
    /// One place up (-1) or down (1) among those in use. Beyond the last place of a side it goes to the next side: over the seam first, then on.
    [[nodiscard]] Result<> move(StageId id, int step);
    /// As many moves as bring \a id to the place right before \a before, or with a null id behind the last.
    [[nodiscard]] Result<> place(StageId id, StageId before);
    /// To the nearest end of that side. A step never becomes an exit or an exit a step: who was there would have another past.
    [[nodiscard]] Result<> setSide(StageId id, Side side);
    /// From now on the sale is \a id: what stands before it on the way is push, what follows it after.
    [[nodiscard]] Result<> setSale(StageId id);
    /// When it began (Unix milliseconds, 0: from the beginning).
    [[nodiscard]] Result<> setSince(StageId id, qint64 since);
    [[nodiscard]] Result<> retire(StageId id, qint64 at);
    /// In use again, since \a at, at the end of its side.
    [[nodiscard]] Result<> restore(StageId id, qint64 at);

private:
    [[nodiscard]] static Result<> take(QList<Stage> &stages, QList<Stage> changed);
    [[nodiscard]] Result<qsizetype> indexOf(StageId id) const;

    QList<Stage> m_stages;
};
