// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/filtertold.h"
#include "report/reports.h"
#include "test_support/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum ToldStage : qint64 { Cold = 1, Warm = 2 };

/// Three came cold on 1, 2 and 3 March 2026; the last one is warm since.
ColumnsPointer three()
{
    const QTimeZone zone("Europe/Berlin");
    ColumnsBuilder builder(defaultPipeline(), zone);
    for (qint64 id = 1; id <= 3; ++id)
        builder.addProspect(id, u"fair"_s, 0, id == 3 ? Warm : Cold);
    for (int id = 1; id <= 3; ++id)
        builder.addMove(id, Cold, {startOfDay(QDate(2026, 3, id), zone), Precision::Day});
    builder.addMove(3, Warm, {startOfDay(QDate(2026, 3, 9), zone), Precision::Day});
    return builder.finish();
}

Report reportFor(const QString &id, const ChartFilter &filter)
{
    ReportQuestion question;
    question.filter = filter;
    question.filter.asOf = startOfDay(QDate(2026, 6, 10), QTimeZone("Europe/Berlin"));
    return makeReport(*reportKind(id), {three(), {}}, question);
}

QStringList chartIds()
{
    QStringList ids;
    for (const ReportKind &kind : reportKinds()) {
        if (kind.needs.of({}).isEmpty())
            ids << kind.id;
    }
    return ids;
}

} // namespace

/// What charts say of whom they count.
class TestFilterTold : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void saysNothingOfEverybody()
    {
        for (const QString &id : chartIds()) {
            const Report report = reportFor(id, {});
            QVERIFY2(!report.document.toJson().contains(u"filter"_s), qPrintable(id));
            QVERIFY2(!report.chart.subtitle.contains(u"only who"_s), qPrintable(id));
        }
    }

    void everyChartSaysWhomItCounts_data()
    {
        QTest::addColumn<QString>("id");
        const QStringList ids = chartIds();
        for (const QString &id : ids)
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyChartSaysWhomItCounts()
    {
        QFETCH(QString, id);
        const Report report = reportFor(id,
            {.sources = QStringList {u"fair"_s},
                .owners = QList<UserId> {UserId()},
                .cohort = {QDate(2026, 3, 2), QDate(2026, 3, 5)},
                .stages = QList<StageId> {StageId(Warm), StageId()},
                .people = PeopleSet(u"Guests"_s, {2, 3, 9})});
        const QString warm = defaultPipeline().at(1).name;
        const QString words = u"only who entered from 2 Mar 2026 to 4 Mar 2026 · only who is at "
                              "%1, no stage now · only people of “Guests”"_s.arg(warm);
        for (const Chart &told : {report.chart, report.table}) {
            QVERIFY2(told.subtitle.endsWith(words), qPrintable(told.subtitle));
            QVERIFY2(told.definition.contains(u"“Guests” are those whom the list"_s),
                qPrintable(told.definition));
        }
        if (report.funnel)
            QCOMPARE(report.funnel->chart.subtitle, report.chart.subtitle);
        const QJsonObject filter = report.document.value(u"filter"_s).toObject();
        QCOMPARE(filter.value(u"sources"_s).toArray(), QJsonArray {u"fair"_s});
        QCOMPARE(filter.value(u"owners"_s).toArray(), QJsonArray {QJsonValue()});
        QCOMPARE(filter.value(u"cohort"_s)[u"from"_s].toString(), u"2026-03-02"_s);
        QCOMPARE(filter.value(u"cohort"_s)[u"to"_s].toString(), u"2026-03-05"_s);
        QCOMPARE(filter.value(u"stages"_s).toArray(),
            (QJsonArray {defaultPipeline().at(1).key, QJsonValue()}));
        QCOMPARE(filter.value(u"people"_s)[u"name"_s].toString(), u"Guests"_s);
        QCOMPARE(filter.value(u"people"_s)[u"count"_s].toInt(), 3);
    }

    void aRetiredStageIsCalledSo()
    {
        QList<Stage> stages = defaultPipeline();
        stages[1].retiredAt = 1;
        Report report;
        tellFilter(report, {.stages = QList<StageId> {StageId(Warm), StageId(Cold)}}, stages);
        QCOMPARE(report.chart.subtitle, u"only who is at Warm (retired), Cold now"_s);
    }

    void theFunnelAndItsPeopleAreThoseOfTheFilter()
    {
        const Report report = reportFor(u"funnel"_s,
            {.cohort = {QDate(2026, 3, 2), {}}, .people = PeopleSet(u"Guests"_s, {1, 3})});
        QCOMPARE(report.document.value(u"cohort"_s).toInt(), 1);
        QCOMPARE(report.people(0), QList<ProspectId> {ProspectId(3)});
        QCOMPARE(report.people(1), QList<ProspectId> {ProspectId(3)});
    }
};

PULLPUSH_TEST(TestFilterTold)
#include "tst_filtertold.moc"
