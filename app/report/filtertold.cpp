// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/filtertold.h"

#include "report/reportwords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class FilterText
{
    Q_DECLARE_TR_FUNCTIONS(FilterTold)
};

QJsonArray ownersJson(const QList<UserId> &owners)
{
    QJsonArray ids;
    for (const UserId owner : owners)
        ids.append(owner.isNull() ? QJsonValue() : QJsonValue(owner.toString()));
    return ids;
}

QJsonArray stagesJson(const QList<StageId> &chosen, const QList<Stage> &stages)
{
    QJsonArray keys;
    for (const StageId id : chosen) {
        const auto found = std::ranges::find(stages, id, &Stage::id);
        keys.append(found == stages.end() ? QJsonValue() : QJsonValue(found->key));
    }
    return keys;
}

QJsonObject filterJson(const ChartFilter &filter, const QList<Stage> &stages)
{
    QJsonObject parts;
    if (filter.sources)
        parts.insert(u"sources"_s, QJsonArray::fromStringList(*filter.sources));
    if (filter.owners)
        parts.insert(u"owners"_s, ownersJson(*filter.owners));
    if (filter.cohort != DateSpan()) {
        parts.insert(u"cohort"_s,
            QJsonObject {{u"from"_s, ReportWords::json(filter.cohort.from)},
                {u"to"_s, ReportWords::json(filter.cohort.to)}});
    }
    if (filter.stages)
        parts.insert(u"stages"_s, stagesJson(*filter.stages, stages));
    if (filter.people) {
        parts.insert(u"people"_s,
            QJsonObject {{u"name"_s, filter.people->name()},
                {u"count"_s, qint64(filter.people->ids().size())}});
    }
    return parts;
}

/// Of a report's own chart; its table says the same.
void tellIn(Chart &chart, const QStringList &words, const QString &definition)
{
    chart.subtitle = ReportWords::subtitle(QStringList {chart.subtitle} + words);
    chart.definition = ReportWords::sentences({chart.definition, definition});
}

} // namespace

void tellFilter(Report &report, const ChartFilter &filter, const QList<Stage> &stages)
{
    const QJsonObject parts = filterJson(filter, stages);
    if (parts.isEmpty())
        return;
    report.document.insert(u"filter"_s, parts);
    const QStringList words {ReportWords::onlyEntered(filter.cohort),
        ReportWords::onlyAt(filter.stages, stages),
        ReportWords::onlyPeople(filter.people ? filter.people->name() : QString())};
    const QString definition = !filter.people
        ? QString()
        : FilterText::tr("“%1” are those whom the list of prospects finds today. Whom it does not "
                         "show, as people of a colleague’s private circle, is not counted.")
              .arg(filter.people->name());
    tellIn(report.chart, words, definition);
    tellIn(report.table, words, definition);
    if (report.funnel)
        tellIn(report.funnel->chart, words, definition);
}
