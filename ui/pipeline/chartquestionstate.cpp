// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/chartquestionstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
constexpr int Version = 1;

QJsonValue dayOf(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

std::optional<QDate> dayOf(const QJsonValue &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? std::optional<QDate>(day) : std::nullopt;
}
} // namespace

QByteArray ChartQuestionState::toBytes(const State &shown)
{
    const FunnelQuery &query = shown.query;
    QJsonObject state {{u"version"_s, Version}, {u"report"_s, shown.report},
        {u"from"_s, dayOf(query.entered.from)}, {u"to"_s, dayOf(query.entered.to)},
        {u"reached"_s, toText(query.reached)}, {u"by"_s, toText(query.by)},
        {u"table"_s, shown.showsTable}, {u"compare"_s, toText(shown.compare)},
        {u"model"_s, toText(shown.credit.model)}, {u"creditTo"_s, toText(shown.credit.to)}};
    if (shown.credit.lookBackDays)
        state.insert(u"lookBack"_s, *shown.credit.lookBackDays);
    if (shown.board)
        state.insert(u"board"_s, QJsonArray::fromStringList(*shown.board));
    if (query.windowDays)
        state.insert(u"window"_s, *query.windowDays);
    if (query.sources)
        state.insert(u"sources"_s, QJsonArray::fromStringList(*query.sources));
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

std::optional<ChartQuestionState::State> ChartQuestionState::fromBytes(const QByteArray &bytes)
{
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    if (state.value(u"version"_s).toInt() != Version)
        return std::nullopt;
    State restored;
    restored.report = state.value(u"report"_s).toString();
    restored.query.entered = {dayOf(state.value(u"from"_s)), dayOf(state.value(u"to"_s))};
    restored.query.reached =
        fromText<ReachedRule>(state.value(u"reached"_s).toString()).value_or(ReachedRule::Passed);
    restored.query.by =
        fromText<Breakdown>(state.value(u"by"_s).toString()).value_or(Breakdown::None);
    if (state.contains(u"window"_s))
        restored.query.windowDays = state.value(u"window"_s).toInt();
    if (state.contains(u"sources"_s)) {
        QStringList sources;
        const QJsonArray list = state.value(u"sources"_s).toArray();
        for (const auto &source : list)
            sources << source.toString();
        restored.query.sources = sources;
    }
    restored.compare =
        fromText<Comparison>(state.value(u"compare"_s).toString()).value_or(Comparison::None);
    if (state.contains(u"board"_s)) {
        restored.board.emplace();
        const QJsonArray board = state.value(u"board"_s).toArray();
        for (const auto &id : board)
            *restored.board << id.toString();
    }
    restored.showsTable = state.value(u"table"_s).toBool();
    CreditRule &credit = restored.credit;
    credit.model =
        fromText<AttributionModel>(state.value(u"model"_s).toString()).value_or(credit.model);
    credit.to = fromText<CreditTo>(state.value(u"creditTo"_s).toString()).value_or(credit.to);
    if (state.contains(u"lookBack"_s))
        credit.lookBackDays = state.value(u"lookBack"_s).toInt();
    return restored;
}
