// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/funnel.h"

#include <QByteArray>

#include <optional>

/// The pipeline's question as bytes, for the next start.
namespace ChartQuestionState {
struct State
{
    QString report; ///< id of the chart, empty where none was chosen
    FunnelQuery query;
    bool showsTable = false;
};
[[nodiscard]] QByteArray toBytes(const State &state);
/// Nothing for another version or garbage.
[[nodiscard]] std::optional<State> fromBytes(const QByteArray &bytes);
} // namespace ChartQuestionState
