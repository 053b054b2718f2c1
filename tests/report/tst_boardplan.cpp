// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/boardplan.h"
#include "report/reports.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <limits>
#include <rapidcheck.h>

using namespace Qt::StringLiterals;

namespace {

bool toss()
{
    return *rc::gen::inRange(0, 2) == 1;
}

template<typename Value>
Value anyWordOf()
{
    const auto &values = EnumText<Value>::values;
    return values[*rc::gen::inRange<size_t>(0, std::size(values))].first;
}

std::optional<QDate> anyDay()
{
    if (toss())
        return std::nullopt;
    return QDate(1970, 1, 1).addDays(*rc::gen::inRange(0, 50000));
}

std::optional<int> anyLimit()
{
    return toss() ? std::optional(*rc::gen::inRange(0, 4000)) : std::nullopt;
}

FunnelQuery anyQuery()
{
    FunnelQuery query {.entered = {anyDay(), anyDay()},
        .windowDays = anyLimit(),
        .reached = anyWordOf<ReachedRule>(),
        .by = anyWordOf<Breakdown>()};
    if (toss()) {
        query.sources.emplace();
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            *query.sources << *RandomText::valid();
    }
    if (toss()) {
        query.owners.emplace();
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            *query.owners << UserId(
                *rc::gen::inRange<qint64>(0, std::numeric_limits<qint64>::max()));
    }
    query.cohort = {anyDay(), anyDay()};
    if (toss()) {
        query.stages.emplace();
        for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
            *query.stages << StageId(*rc::gen::inRange<qint64>(0, 9));
    }
    return query;
}

PeopleChoice anyPeople()
{
    PeopleChoice people {*RandomText::valid(), {}};
    people.query.field = CustomFieldId(*rc::gen::inRange<qint64>(1, 9));
    people.query.fieldValue = u"yes"_s;
    return people;
}

BoardPlan anyPlan()
{
    BoardPlan plan {.query = anyQuery(),
        .compare = anyWordOf<Comparison>(),
        .credit = {.to = anyWordOf<CreditTo>(),
            .model = anyWordOf<AttributionModel>(),
            .lookBackDays = anyLimit()}};
    for (const ReportKind &kind : reportKinds()) {
        if (toss())
            plan.reports << kind.id;
    }
    if (toss())
        plan.people = anyPeople();
    if (toss()) {
        plan.ages.emplace();
        for (int left = *rc::gen::inRange(0, 5); left > 0; --left)
            *plan.ages << *rc::gen::inRange<qint64>(0, 100000);
    }
    return plan;
}

} // namespace

/// How a board is kept as text.
class TestBoardPlan : public QObject
{
    Q_OBJECT
private slots:
    void everyPartComesBack()
    {
        QVERIFY(rc::check("a plan as text and back is the same", [] {
            const BoardPlan plan = anyPlan();
            RC_ASSERT(boardFromText(boardText(plan)) == plan);
        }));
        QVERIFY(rc::check("its question as an object and back is the same", [] {
            BoardPlan plan = anyPlan();
            plan.reports.clear();
            plan.compare = Comparison::None;
            plan.people.reset();
            RC_ASSERT(planOf(questionObject(plan)) == plan);
        }));
    }

    void aBoardWhosePeopleAreUnknownIsNone()
    {
        BoardPlan plan {.reports = {u"funnel"_s}};
        plan.people = PeopleChoice {u"Fair"_s, {}};
        const QString text = boardText(plan);
        QVERIFY(boardFromText(text));
        // Without them it would count more people than it was saved for.
        QVERIFY(!boardFromText(QString(text).replace("descending"_L1, "unheard-of"_L1)));
        QVERIFY(!boardFromText(uR"({"version":1,"reports":["funnel"],"people":7})"_s));
    }

    void everyPartOfAReportIsKept()
    {
        const BoardPlan plan {
            .query = {.windowDays = 3, .reached = ReachedRule::Touched, .by = Breakdown::Owner},
            .credit = {CreditTo::Campaign, AttributionModel::J, 30},
            .ages = QList<qint64> {30, 90}};
        const QJsonObject kept = questionObject(plan);
        const QJsonObject usual = questionObject({});
        for (const ReportKind &kind : reportKinds()) {
            for (const ReportKind::Part part : kind.uses) {
                const QString key = keyOf(part);
                QVERIFY2(kept.contains(key), qPrintable(key));
                QVERIFY2(kept.value(key) != usual.value(key), qPrintable(key));
            }
        }
    }

    void olderTextsReadAsBefore()
    {
        const auto old = boardFromText(
            uR"({"version":1,"reports":["attribution","cohorts"],"compare":"year",)"
            uR"("query":{"from":"2026-01-01","to":null,"reached":"touched","by":"source","window":0,)"
            uR"("sources":["a “b”",""],"owners":["7","0"]}})"_s);
        QVERIFY(old);
        const BoardPlan expected {.reports = {u"attribution"_s, u"cohorts"_s},
            .query = {.entered = {QDate(2026, 1, 1), {}},
                .windowDays = 0,
                .reached = ReachedRule::Touched,
                .by = Breakdown::Source,
                .sources = QStringList {u"a “b”"_s, QString()},
                .owners = QList<UserId> {UserId(7), UserId()}},
            .compare = Comparison::YearBefore};
        QCOMPARE(*old, expected);
        QCOMPARE(old->credit, CreditRule());
        QVERIFY(!old->ages);
    }

    void whatIsNotThereIsLeftOut()
    {
        QCOMPARE(*boardFromText(boardText({})), BoardPlan());
        QVERIFY(!boardFromText(u"x"_s));
        QVERIFY(!boardFromText(uR"({"version":2,"reports":["funnel"]})"_s));
        const auto known =
            boardFromText(uR"({"version":1,"reports":["funnel","gone","funnel"]})"_s);
        QVERIFY(known);
        QCOMPARE(known->reports, QStringList {u"funnel"_s});
        for (const QString &id : firstBoard())
            QVERIFY(reportKind(id));
    }

private:
    static QString keyOf(ReportKind::Part part)
    {
        switch (part) {
        case ReportKind::Part::Window:
            return u"window"_s;
        case ReportKind::Part::Reached:
            return u"reached"_s;
        case ReportKind::Part::Breakdown:
            return u"by"_s;
        case ReportKind::Part::Ages:
            return u"ages"_s;
        case ReportKind::Part::Model:
            return u"model"_s;
        case ReportKind::Part::CreditTo:
            return u"creditTo"_s;
        case ReportKind::Part::LookBack:
            return u"lookBack"_s;
        }
        Q_UNREACHABLE();
    }
};

PULLPUSH_TEST(TestBoardPlan)
#include "tst_boardplan.moc"
