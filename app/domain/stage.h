// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QList>

/// Marketing pulls, sales pushes, and after the sale the customer pulls the next ones in.
enum class Side { Pull, Push, After, Exit };
enum class StageKind { Open, Won, Exit };

template<>
struct EnumText<Side>
{
    static constexpr std::pair<Side, std::string_view> values[] {
        {Side::Pull, "pull"}, {Side::Push, "push"}, {Side::After, "after"}, {Side::Exit, "exit"}};
};
template<>
struct EnumText<StageKind>
{
    static constexpr std::pair<StageKind, std::string_view> values[] {
        {StageKind::Open, "open"}, {StageKind::Won, "won"}, {StageKind::Exit, "exit"}};
};

/// Where a prospect can be. `key` is stable and used on the command line; `name` is the team's own.
struct Stage
{
    StageId id;
    QString key;
    QString name;
    Side side = Side::Pull;
    StageKind kind = StageKind::Open;
    int position = 0; ///< 0-based order in the pipeline; exits stand after all others
    qint64 since = 0; ///< Unix milliseconds; 0 is "from the beginning"
    qint64 retiredAt = 0; ///< Unix milliseconds; 0: it is in use
    qint64 rowVersion = 1;

    /// A retired stage is named by histories and charts and offered no more.
    [[nodiscard]] bool isRetired() const { return retiredAt != 0; }

    friend bool operator==(const Stage &, const Stage &) = default;
};

/// The default pipeline: cold, warm, conversation, offer, customer, loyal, advocate; exit: lost.
/// Ids are 1…8 in that order.
[[nodiscard]] QList<Stage> defaultPipeline();
/// Those of \a stages that are in use, in their order: what may be chosen.
[[nodiscard]] QList<Stage> offeredStages(const QList<Stage> &stages);
/// All of \a stages, by which people are found: those in use, then the retired ones, each in their order. At one of these stand who left by it, who was of a
/// colleague's private circle when it was retired, and who came back to it by an undo.
[[nodiscard]] QList<Stage> stagesOfPeople(const QList<Stage> &stages);
/// The stage's name; of a retired one with the word that it is: "Offer (retired)".
[[nodiscard]] QString markedName(const Stage &stage);
/// The stages of \a stages that are in use and not exits, by position: the funnel's steps.
[[nodiscard]] QList<Stage> pipelineSteps(const QList<Stage> &stages);
/// The first of the steps, where somebody starts of whom nothing else is known. \a stages has at least one that is no exit.
[[nodiscard]] Stage firstStep(const QList<Stage> &stages);
/// Index of the stage with that id, key or name (folded), or -1.
[[nodiscard]] int indexOfStage(const QList<Stage> &stages, StageId id);
[[nodiscard]] int indexOfStage(const QList<Stage> &stages, QStringView keyOrName);
