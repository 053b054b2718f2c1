// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/chartquestionstate.h"

#include "report/boardplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
constexpr int Version = 1;
} // namespace

QByteArray ChartQuestionState::toBytes(const State &shown)
{
    QJsonObject state = questionObject(shown.plan);
    state.insert(u"version"_s, Version);
    state.insert(u"report"_s, shown.report);
    state.insert(u"table"_s, shown.showsTable);
    state.insert(u"compare"_s, toText(shown.plan.compare));
    state.insert(u"board"_s, QJsonArray::fromStringList(shown.plan.reports));
    if (shown.plan.people)
        state.insert(u"people"_s, peopleObject(*shown.plan.people));
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

std::optional<ChartQuestionState::State> ChartQuestionState::fromBytes(const QByteArray &bytes)
{
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    if (state.value(u"version"_s).toInt() != Version)
        return std::nullopt;
    State restored {.report = state.value(u"report"_s).toString(),
        .plan = planOf(state),
        .showsTable = state.value(u"table"_s).toBool()};
    restored.plan.compare =
        fromText<Comparison>(state.value(u"compare"_s).toString()).value_or(Comparison::None);
    restored.plan.reports = firstBoard(); // of one that was left before there were boards
    if (state.contains(u"board"_s)) {
        restored.plan.reports.clear();
        const QJsonArray board = state.value(u"board"_s).toArray();
        for (const auto &id : board)
            restored.plan.reports << id.toString();
    }
    if (state.contains(u"people"_s)) {
        restored.plan.people = peopleOf(state.value(u"people"_s).toObject());
        if (!restored.plan.people) // without them more people would count
            return std::nullopt;
    }
    return restored;
}
