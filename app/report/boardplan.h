// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/conversioncredit.h"
#include "analytics/funnel.h"
#include "domain/peoplechoice.h"
#include "report/comparison.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

/// Which charts stand on a board, and the one question that all of them answer.
struct BoardPlan
{
    QStringList reports = {}; ///< ids, in order
    FunnelQuery query = {}; ///< its asOf and its people say nothing
    Comparison compare = Comparison::None;
    CreditRule credit = {};
    std::optional<QList<qint64>> ages = {}; ///< as in ReportQuestion
    std::optional<PeopleChoice> people = {}; ///< only whom the list finds

    friend bool operator==(const BoardPlan &, const BoardPlan &) = default;
};

/// The charts that a board has where nobody chose.
[[nodiscard]] QStringList firstBoard();

/// The question as an object, and back; what is not there is as in a new question. The people are not in it.
[[nodiscard]] QJsonObject queryObject(const FunnelQuery &query);
[[nodiscard]] FunnelQuery queryOf(const QJsonObject &object);
/// All parts of a plan's question beside the comparison and the people as an object, and back: a plan with that question and without charts.
[[nodiscard]] QJsonObject questionObject(const BoardPlan &plan);
[[nodiscard]] BoardPlan planOf(const QJsonObject &question);
/// Chosen people as an object, and back; nothing where the query cannot be read, since without it more people would count.
[[nodiscard]] QJsonObject peopleObject(const PeopleChoice &people);
[[nodiscard]] std::optional<PeopleChoice> peopleOf(const QJsonObject &object);
/// The plan as text, and back; nothing for another version, for people that cannot be read, or garbage. Reports that do not exist are left out.
[[nodiscard]] QString boardText(const BoardPlan &plan);
[[nodiscard]] std::optional<BoardPlan> boardFromText(const QString &text);
