// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/hops.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

qint64 noon(int dayOfMarch)
{
    return localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone());
}

ColumnsPointer columnsOf(int prospects)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (int id = 1; id <= prospects; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, id, 0);
    for (int id = 1; id <= prospects; ++id)
        builder.addMove(id, 1, {noon(1), Precision::Exact});
    return builder.finish();
}

HopFacts::Talk talk(int first, int moved = 0, qint64 messages = 0)
{
    return {noon(first), moved ? noon(moved) : 0, messages, false, false};
}

HopFacts::Row row(qint64 prospect, const HopFacts::Talk &talk, bool isSeen = true)
{
    return {ProspectId(prospect), talk, isSeen ? talk : HopFacts::Talk()};
}

HopFacts::Proposal proposal(
    qint64 prospect, HopState state, int decided = 0, int at = 2, bool isSeen = true)
{
    return {ProspectId(prospect), HopId(prospect), Medium::Call, noon(at), state,
        decided ? noon(decided) : 0, isSeen};
}

HopFacts four()
{
    HopFacts facts;
    facts.rows = {
        row(1, talk(1, 3, 4)), row(2, talk(1)), row(3, talk(10, 11, 1)), row(4, talk(30))};
    facts.proposals = {proposal(1, HopState::Accepted, 3), proposal(2, HopState::Ignored),
        proposal(3, HopState::Declined, 5), proposal(4, HopState::Proposed)};
    return facts;
}

ChartFilter asked(int asOf = 28)
{
    return {.asOf = noon(asOf)};
}

} // namespace

class TestHops : public QObject
{
    Q_OBJECT
private slots:
    void whoMovedOnAndWhen()
    {
        const HopFigures figures = hopFigures(*columnsOf(4), four(), asked());
        QCOMPARE(figures.people, 3);
        QCOMPARE(figures.moved, 2);
        QCOMPARE(figures.staying.n, 3);
        QCOMPARE(figures.staying.censored, 1);
        QCOMPARE(figures.staying.at(1)->survival, 2.0 / 3);
        QCOMPARE(figures.staying.median(), std::optional<qint64>(2));
        QCOMPARE(figures.medianMessages, std::optional<qint64>(1));
        QCOMPARE(figures.p90Messages, std::optional<qint64>(4));
        QVERIFY(!figures.areHiddenTalksCounted);
    }

    void halfIsSaidOnlyWhereHalfMoved()
    {
        HopFacts facts;
        facts.rows = {row(1, talk(1, 3, 4)), row(2, talk(1)), row(3, talk(1))};
        QCOMPARE(hopFigures(*columnsOf(3), facts, asked()).staying.median(), std::nullopt);
    }

    void aMoveKnownToTheDayIsTheSameDay()
    {
        HopFacts facts;
        HopFacts::Talk known = talk(3, 3, 1);
        known.movedAt = startOfDay(QDate(2026, 3, 3), zone());
        known.movedIsDay = true;
        facts.rows = {row(1, known)};
        const HopFigures figures = hopFigures(*columnsOf(1), facts, asked());
        QCOMPARE(figures.staying.n, 1);
        QCOMPARE(figures.staying.steps.first().age, 0);
    }

    void whatCameLaterHasNotHappened()
    {
        const HopFigures figures = hopFigures(*columnsOf(4), four(), asked(2));
        QCOMPARE(figures.people, 2);
        QCOMPARE(figures.moved, 0);
        QCOMPARE(figures.medianMessages, std::nullopt);
        QCOMPARE(figures.accepted, 0);
        QCOMPARE(figures.open, 3);
        QCOMPARE(figures.ignored, 1);
    }

    void proposalsByWhatBecameOfThem()
    {
        const HopFigures figures = hopFigures(*columnsOf(4), four(), asked());
        QCOMPARE(figures.proposed, 4);
        QCOMPARE(figures.accepted, 1);
        QCOMPARE(figures.declined, 1);
        QCOMPARE(figures.ignored, 1);
        QCOMPARE(figures.open, 1);
    }

    void onlyTheseSpansAndSources()
    {
        ChartFilter filter = asked();
        filter.span = {QDate(2026, 3, 10), QDate(2026, 3, 12)};
        QCOMPARE(hopFigures(*columnsOf(4), four(), filter).people, 1);
        QCOMPARE(hopFigures(*columnsOf(4), four(), filter).proposed, 0);
        filter = asked();
        filter.sources = QStringList {u"fair"_s};
        QCOMPARE(hopFigures(*columnsOf(4), four(), filter).people, 1);
    }

    void hiddenConversationsCountOfFivePeopleOrMore_data()
    {
        QTest::addColumn<int>("hidden");
        QTest::addColumn<int>("people");
        QTest::newRow("four") << 4 << 1;
        QTest::newRow("five") << 5 << 6;
    }
    void hiddenConversationsCountOfFivePeopleOrMore()
    {
        QFETCH(int, hidden);
        QFETCH(int, people);
        HopFacts facts;
        facts.rows = {row(1, talk(1, 2, 1))};
        facts.proposals = {proposal(1, HopState::Accepted)};
        for (int i = 0; i < hidden; ++i) {
            facts.rows.push_back(row(2 + i, talk(1, 2, 1), false));
            facts.proposals.push_back(proposal(2 + i, HopState::Accepted, 0, 2, false));
        }
        const auto columns = columnsOf(6);
        const HopFigures figures = hopFigures(*columns, facts, asked());
        QCOMPARE(figures.people, people);
        QCOMPARE(figures.accepted, people);
        QCOMPARE(figures.areHiddenTalksCounted, people > 1);
        // Nobody is named with whom the viewer may not read a word.
        QCOMPARE(prospectsOfHops(*columns, facts, asked(), HopGroup::Moved), QList {ProspectId(1)});
        QCOMPARE(
            prospectsOfHops(*columns, facts, asked(), HopGroup::Accepted), QList {ProspectId(1)});
    }

    void thoseBehindAFigure()
    {
        const auto columns = columnsOf(4);
        const auto idsOf = [&](HopGroup group) {
            return prospectsOfHops(*columns, four(), asked(), group);
        };
        QCOMPARE(idsOf(HopGroup::Talked), QList({ProspectId(1), ProspectId(2), ProspectId(3)}));
        QCOMPARE(idsOf(HopGroup::Moved), QList({ProspectId(1), ProspectId(3)}));
        QCOMPARE(idsOf(HopGroup::Stayed), QList {ProspectId(2)});
        QCOMPARE(idsOf(HopGroup::Proposed).size(), 4);
        QCOMPARE(idsOf(HopGroup::Declined), QList {ProspectId(3)});
        QCOMPARE(idsOf(HopGroup::Open), QList {ProspectId(4)});
    }
};

PULLPUSH_TEST(TestHops)
#include "tst_hops.moc"
