// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/boardplan.h"

#include <QByteArray>

#include <optional>

/// The pipeline's question as bytes, for the next start.
namespace ChartQuestionState {
struct State
{
    QString report; ///< id of the chart or "board", empty where none was chosen
    BoardPlan plan; ///< the question of all of them, and the charts of the board
    bool showsTable = false;
};
[[nodiscard]] QByteArray toBytes(const State &state);
/// Nothing for another version or garbage.
[[nodiscard]] std::optional<State> fromBytes(const QByteArray &bytes);
} // namespace ChartQuestionState
