// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportwords.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class WordsOfReports
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

QJsonObject rateToJson(const std::optional<double> &rate, const std::optional<Interval> &interval)
{
    return {{u"rate"_s, ReportWords::json(rate)},
        {u"low"_s, interval ? QJsonValue(interval->low) : QJsonValue::Null},
        {u"high"_s, interval ? QJsonValue(interval->high) : QJsonValue::Null}};
}

} // namespace

QString ReportWords::asOf(qint64 asOf, const QTimeZone &zone)
{
    return asOf == 0 ? QString()
                     : WordsOfReports::tr("as of %1").arg(dayText(localDay(asOf, zone)));
}

QString ReportWords::during(const DateSpan &span)
{
    if (span.from && span.to) {
        return WordsOfReports::tr("from %1 to %2")
            .arg(dayText(*span.from), dayText(span.to->addDays(-1)));
    }
    if (span.from)
        return WordsOfReports::tr("since %1").arg(dayText(*span.from));
    if (span.to)
        return WordsOfReports::tr("until %1").arg(dayText(span.to->addDays(-1)));
    return WordsOfReports::tr("at any time");
}

QString ReportWords::onlySources(const std::optional<QStringList> &sources)
{
    if (!sources)
        return {};
    QStringList names;
    for (const QString &source : *sources) {
        names << (source.isEmpty() ? WordsOfReports::tr("without a source")
                                   : WordsOfReports::tr("“%1”").arg(source));
    }
    //: Whom a chart counts: the sources that were chosen.
    return WordsOfReports::tr("only %1").arg(names.join(WordsOfReports::tr(", ")));
}

QString ReportWords::onlyOwners(
    const std::optional<QList<UserId>> &owners, const QHash<QString, QString> &names)
{
    if (!owners)
        return {};
    QStringList texts;
    for (const UserId owner : *owners) {
        if (owner.isNull()) {
            texts << WordsOfReports::tr("nobody", "an owner");
            continue;
        }
        const QString name = names.value(owner.toString());
        if (name.isEmpty())
            return WordsOfReports::tr("only those of %Ln owner(s)", nullptr, int(owners->size()));
        texts << name;
    }
    //: Whom a chart counts: the prospects of the owners that were chosen, "only those of Ada, Ben".
    return WordsOfReports::tr("only those of %1").arg(texts.join(WordsOfReports::tr(", ")));
}

QString ReportWords::notApplicable(qint64 count, const QString &stage)
{
    if (count == 0)
        return {};
    //: %1 is a stage that a pipeline has not had from the beginning.
    return WordsOfReports::tr(
        "%Ln left out, who had passed %1 before it existed", nullptr, int(count))
        .arg(stage);
}

QString ReportWords::saleNotApplicable(qint64 count, const QList<Stage> &stages)
{
    const auto won = std::ranges::find(stages, StageKind::Won, &Stage::kind);
    return won == stages.end() ? QString() : notApplicable(count, won->name);
}

QString ReportWords::stageCounts(const QList<Stage> &steps, const QList<qint64> &counts)
{
    QStringList texts;
    for (qsizetype step = 0; step < std::min(steps.size(), counts.size()); ++step) {
        if (const qint64 count = counts.at(step)) {
            //: A stage and how many.
            texts << WordsOfReports::tr("%1 %2", "stage and count")
                         .arg(steps.at(step).name, QLocale().toString(count));
        }
    }
    return texts.join(WordsOfReports::tr(", "));
}

QString ReportWords::onlyEntered(const DateSpan &cohort)
{
    if (!cohort.from && !cohort.to)
        return {};
    //: Whom a chart counts. %1 is a time: "from 1 May to 31 May 2026".
    return WordsOfReports::tr("only who entered %1").arg(during(cohort));
}

QString ReportWords::onlyAt(const std::optional<QList<StageId>> &chosen, const QList<Stage> &stages)
{
    if (!chosen)
        return {};
    QStringList names;
    for (const StageId id : *chosen) {
        const auto found = std::ranges::find(stages, id, &Stage::id);
        if (found != stages.end())
            names << markedName(*found);
        else
            names << (id.isNull() ? WordsOfReports::tr("no stage")
                                  : WordsOfReports::tr("a stage that is gone"));
    }
    //: Whom a chart counts: those who are now at the stages that were chosen, "only who is at Warm, Talk now".
    return WordsOfReports::tr("only who is at %1 now").arg(names.join(WordsOfReports::tr(", ")));
}

QString ReportWords::onlyPeople(const QString &name)
{
    //: Whom a chart counts: those whom a saved filter finds, or of whom a field says something.
    return name.isEmpty() ? QString() : WordsOfReports::tr("only people of “%1”").arg(name);
}

QString ReportWords::aboutRates()
{
    return WordsOfReports::tr(
        "Intervals are Wilson’s, 95 %; rates of fewer than %1 prospects are not shown.")
        .arg(FewestForARate);
}

QString ReportWords::subtitle(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    //: Between the parts of a chart's subtitle.
    return said.join(WordsOfReports::tr(" · "));
}

QString ReportWords::sentences(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

PlotInk ReportWords::inkOf(const QList<Stage> &stages, qsizetype index)
{
    const Stage &stage = stages.at(index);
    if (stage.kind == StageKind::Exit)
        return {PlotInk::Kind::Lost, Side::Exit, 0};
    const auto before = std::count_if(stages.begin(), stages.begin() + index,
        [&stage](const Stage &other) { return other.side == stage.side; });
    return {PlotInk::Kind::Side, stage.side, int(before)};
}

int ReportWords::seamAfter(const QList<Stage> &steps)
{
    for (qsizetype k = 0; k + 1 < steps.size(); ++k) {
        if (steps[k].side == Side::Pull && steps[k + 1].side == Side::Push)
            return int(k);
    }
    return -1;
}

QJsonValue ReportWords::json(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonValue ReportWords::json(const std::optional<QDate> &day)
{
    return day ? QJsonValue(day->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonObject ReportWords::json(const Proportion &share)
{
    return rateToJson(share.rate(), share.interval());
}

QJsonObject ReportWords::json(const Estimate &estimate)
{
    return rateToJson(estimate.rate, estimate.interval);
}

QJsonObject ReportWords::head(const QString &report, qint64 asOf, const DateSpan &span)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(asOf, Qt::UTC);
    return {{u"report"_s, report}, {u"asOf"_s, moment.toString(Qt::ISODate)},
        {u"from"_s, json(span.from)}, {u"to"_s, json(span.to)}};
}
