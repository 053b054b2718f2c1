// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/conversioncredit.h"
#include "analytics/funnel.h"
#include "report/comparison.h"

#include <QByteArray>

#include <optional>

/// The pipeline's question as bytes, for the next start.
namespace ChartQuestionState {
struct State
{
    QString report; ///< id of the chart or "board", empty where none was chosen
    FunnelQuery query;
    bool showsTable = false;
    CreditRule credit = {};
    Comparison compare = Comparison::None;
    std::optional<QStringList> board = {}; ///< its charts; nothing where nobody chose
};
[[nodiscard]] QByteArray toBytes(const State &state);
/// Nothing for another version or garbage.
[[nodiscard]] std::optional<State> fromBytes(const QByteArray &bytes);
} // namespace ChartQuestionState
