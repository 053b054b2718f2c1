// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/boardplan.h"

#include "report/reports.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {
constexpr int BoardVersion = 1;

QJsonValue boardDay(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue();
}

std::optional<QDate> boardDay(const QJsonValue &value)
{
    const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
    return day.isValid() ? std::optional<QDate>(day) : std::nullopt;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray list = value.toArray();
    for (const auto &text : list)
        texts << text.toString();
    return texts;
}
} // namespace

QStringList firstBoard()
{
    return {u"funnel"_s, u"flow"_s, u"moves"_s, u"trend"_s};
}

QJsonObject queryObject(const FunnelQuery &query)
{
    QJsonObject object {{u"from"_s, boardDay(query.entered.from)},
        {u"to"_s, boardDay(query.entered.to)}, {u"reached"_s, toText(query.reached)},
        {u"by"_s, toText(query.by)}};
    if (query.windowDays)
        object.insert(u"window"_s, *query.windowDays);
    if (query.sources)
        object.insert(u"sources"_s, QJsonArray::fromStringList(*query.sources));
    if (query.owners) {
        QJsonArray owners;
        for (const UserId owner : *query.owners)
            owners.append(owner.toString());
        object.insert(u"owners"_s, owners);
    }
    if (query.cohort != DateSpan()) {
        object.insert(u"cohortFrom"_s, boardDay(query.cohort.from));
        object.insert(u"cohortTo"_s, boardDay(query.cohort.to));
    }
    if (query.stages) {
        QJsonArray stages;
        for (const StageId stage : *query.stages)
            stages.append(stage.toString());
        object.insert(u"stages"_s, stages);
    }
    return object;
}

FunnelQuery queryOf(const QJsonObject &object)
{
    FunnelQuery query;
    query.entered = {boardDay(object.value(u"from"_s)), boardDay(object.value(u"to"_s))};
    query.reached =
        fromText<ReachedRule>(object.value(u"reached"_s).toString()).value_or(ReachedRule::Passed);
    query.by = fromText<Breakdown>(object.value(u"by"_s).toString()).value_or(Breakdown::None);
    if (object.contains(u"window"_s))
        query.windowDays = object.value(u"window"_s).toInt();
    if (object.contains(u"sources"_s))
        query.sources = textsOf(object.value(u"sources"_s));
    if (object.contains(u"owners"_s)) {
        query.owners.emplace();
        const QStringList owners = textsOf(object.value(u"owners"_s));
        for (const QString &owner : owners)
            query.owners->append(UserId(owner.toLongLong()));
    }
    query.cohort = {boardDay(object.value(u"cohortFrom"_s)), boardDay(object.value(u"cohortTo"_s))};
    if (object.contains(u"stages"_s)) {
        query.stages.emplace();
        const QStringList stages = textsOf(object.value(u"stages"_s));
        for (const QString &stage : stages)
            query.stages->append(StageId(stage.toLongLong()));
    }
    return query;
}

QJsonObject questionObject(const BoardPlan &plan)
{
    QJsonObject object = queryObject(plan.query);
    object.insert(u"model"_s, toText(plan.credit.model));
    object.insert(u"creditTo"_s, toText(plan.credit.to));
    if (plan.credit.lookBackDays)
        object.insert(u"lookBack"_s, *plan.credit.lookBackDays);
    if (plan.ages) {
        QJsonArray ages;
        for (const qint64 age : *plan.ages)
            ages.append(age);
        object.insert(u"ages"_s, ages);
    }
    return object;
}

BoardPlan planOf(const QJsonObject &question)
{
    BoardPlan plan {.query = queryOf(question)};
    CreditRule &credit = plan.credit;
    credit.model =
        fromText<AttributionModel>(question.value(u"model"_s).toString()).value_or(credit.model);
    credit.to = fromText<CreditTo>(question.value(u"creditTo"_s).toString()).value_or(credit.to);
    if (question.contains(u"lookBack"_s))
        credit.lookBackDays = question.value(u"lookBack"_s).toInt();
    if (question.contains(u"ages"_s)) {
        plan.ages.emplace();
        const QJsonArray ages = question.value(u"ages"_s).toArray();
        for (const auto &age : ages)
            plan.ages->append(age.toInteger());
    }
    return plan;
}

QJsonObject peopleObject(const PeopleChoice &people)
{
    return {{u"name"_s, people.name}, {u"query"_s, queryText(people.query)}};
}

std::optional<PeopleChoice> peopleOf(const QJsonObject &object)
{
    const auto query = queryFromText(object.value(u"query"_s).toString());
    if (!query)
        return std::nullopt;
    return PeopleChoice {object.value(u"name"_s).toString(), *query};
}

QString boardText(const BoardPlan &plan)
{
    QJsonObject object {{u"version"_s, BoardVersion},
        {u"reports"_s, QJsonArray::fromStringList(plan.reports)},
        {u"query"_s, questionObject(plan)}, {u"compare"_s, toText(plan.compare)}};
    if (plan.people)
        object.insert(u"people"_s, peopleObject(*plan.people));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<BoardPlan> boardFromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.value(u"version"_s).toInt() != BoardVersion)
        return std::nullopt;
    BoardPlan plan = planOf(object.value(u"query"_s).toObject());
    const QStringList reports = textsOf(object.value(u"reports"_s));
    for (const QString &report : reports) {
        if (reportKind(report) && !plan.reports.contains(report))
            plan.reports.append(report);
    }
    plan.compare =
        fromText<Comparison>(object.value(u"compare"_s).toString()).value_or(Comparison::None);
    if (object.contains(u"people"_s)) {
        plan.people = peopleOf(object.value(u"people"_s).toObject());
        if (!plan.people)
            return std::nullopt;
    }
    return plan;
}
