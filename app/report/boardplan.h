// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/funnel.h"
#include "report/comparison.h"

#include <QJsonObject>
#include <QStringList>

/// Which charts stand on a board, and the one question that all of them answer.
struct BoardPlan
{
    QStringList reports = {}; ///< ids, in order
    FunnelQuery query = {}; ///< its asOf says nothing
    Comparison compare = Comparison::None;

    friend bool operator==(const BoardPlan &, const BoardPlan &) = default;
};

/// The charts that a board has where nobody chose.
[[nodiscard]] QStringList firstBoard();

/// The question as an object, and back; what is not there is as in a new question.
[[nodiscard]] QJsonObject queryObject(const FunnelQuery &query);
[[nodiscard]] FunnelQuery queryOf(const QJsonObject &object);
/// The plan as text, and back; nothing for another version or garbage. Reports that do not exist are left out.
[[nodiscard]] QString boardText(const BoardPlan &plan);
[[nodiscard]] std::optional<BoardPlan> boardFromText(const QString &text);
