// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stage.h"

#include <optional>

/// The stages that the product's own rules lead to. They are found by what they are, since a team may rename, add and reorder its stages; where a team
/// has none, there is nothing to move to.
namespace Landmarks {
/// The last step of the pull: who stands there is warm.
[[nodiscard]] std::optional<Stage> warm(const QList<Stage> &stages);
/// The first step of the push: the conversation.
[[nodiscard]] std::optional<Stage> conversation(const QList<Stage> &stages);
/// The step whose key is "offer".
[[nodiscard]] std::optional<Stage> offer(const QList<Stage> &stages);
/// The first step that is won.
[[nodiscard]] std::optional<Stage> won(const QList<Stage> &stages);
/// The first exit.
[[nodiscard]] std::optional<Stage> lost(const QList<Stage> &stages);

/// Whether \a current is a step that comes before \a step. An exit, and a stage that is not there, come before nothing.
[[nodiscard]] bool isBefore(const QList<Stage> &stages, StageId current, const Stage &step);
[[nodiscard]] bool isExit(const QList<Stage> &stages, StageId id);
/// Whether who stands there bought once: at a won stage, or after the sale.
[[nodiscard]] bool isCustomer(const QList<Stage> &stages, StageId id);
} // namespace Landmarks
