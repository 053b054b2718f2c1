// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/conversion.h"
#include "analytics/velocity.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Customer = 5, Lost = 8, Gone };

/// A day counted from 1 March 2026.
Moment day(int day)
{
    return {startOfDay(QDate(2026, 3, 1).addDays(day), QTimeZone::utc()), Precision::Day};
}

/// As of noon of 1 April.
ChartFilter asked()
{
    return {.asOf = day(31).ms + DayMs / 2};
}

/// All came cold on 1 March: 1…15 were won after 10 days, 16…30 after 20, 31…60 left after 4. 61…100 came 20 days later and are open.
ColumnsPointer hundred()
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    for (int id = 1; id <= 100; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, 0, 0);
    for (int id = 1; id <= 100; ++id) {
        builder.addMove(id, Cold, day(id <= 60 ? 0 : 20));
        if (id <= 30)
            builder.addMove(id, Customer, day(id <= 15 ? 10 : 20));
        else if (id <= 60)
            builder.addMove(id, Lost, day(4));
    }
    return builder.finish();
}

/// 1…30 were won after 10 days, 31…60 left after 4, so that 10 days are the limit of cold. Open are: 61, cold for 16 days; 62, for exactly 11; 63, for 5; 64,
/// warm; 65, cold since nobody knows when; and 66, who left first and came back.
ColumnsPointer someRotten()
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    for (int id = 1; id <= 66; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= 60; ++id) {
        builder.addMove(id, Cold, day(0));
        builder.addMove(id, id <= 30 ? Customer : Lost, day(id <= 30 ? 10 : 4));
    }
    builder.addMove(61, Cold, day(15));
    builder.addMove(62, Cold, {day(20).ms + DayMs / 2, Precision::Exact});
    builder.addMove(63, Cold, day(26));
    builder.addMove(64, Warm, day(1));
    builder.addMove(65, Cold, {0, Precision::Unknown});
    builder.addMove(66, Cold, day(0));
    builder.addMove(66, Lost, day(1));
    builder.addMove(66, Cold, day(2));
    return builder.finish();
}

/// All came cold on 1 March. 1 left and came back as a customer, 2 left twice, 3 left as a customer, 4 went from one exit to the other, and 5 was moved back
/// after the sale and left then.
ColumnsPointer someWhoCameBack()
{
    QList<Stage> stages = defaultPipeline();
    Stage gone = stages.last();
    gone.id = StageId(Gone);
    gone.key = u"gone"_s;
    ++gone.position;
    stages.append(gone);
    ColumnsBuilder builder(stages, QTimeZone::utc());
    for (int id = 1; id <= 5; ++id)
        builder.addProspect(id, u"web"_s, 0, 0);
    for (int id = 1; id <= 5; ++id)
        builder.addMove(id, Cold, day(0));
    builder.addMove(1, Lost, day(5));
    builder.addMove(1, Customer, day(20));
    builder.addMove(2, Lost, day(5));
    builder.addMove(2, Warm, day(8));
    builder.addMove(2, Lost, day(12));
    builder.addMove(3, Customer, day(6));
    builder.addMove(3, Lost, day(9));
    builder.addMove(4, Lost, day(5));
    builder.addMove(4, Gone, day(18));
    builder.addMove(5, Customer, day(6));
    builder.addMove(5, Warm, day(8));
    builder.addMove(5, Lost, day(19));
    return builder.finish();
}

/// The closings within \a span, and whose they are, found by reading each path slowly.
struct PlainClosings
{
    Proportion wins;
    QList<ProspectId> won;
    QList<ProspectId> closed;

    PlainClosings(const ProspectColumns &columns, const DateSpan &span)
    {
        for (const auto &chunk : columns.chunks()) {
            for (size_t row = 0; row < size_t(chunk->size()); ++row)
                read(columns, *chunk, row, span);
        }
    }

private:
    void read(
        const ProspectColumns &columns, const ColumnChunk &chunk, size_t row, const DateSpan &span)
    {
        if (chunk.fate[row] == 0) // never entered the pipeline
            return;
        const auto isIn = [&](bool isDated, quint32 at) {
            return (!span.from && !span.to)
                || (isDated && span.contains(localDay(qint64(at) * 1000, columns.zone())));
        };
        const auto winning = winningStages(columns.stages());
        qint64 losses = 0;
        bool isUnderWay = true;
        bool isCustomer = false;
        chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
            const bool isExit = columns.stages().at(to).kind == StageKind::Exit;
            const bool isDated = !(flags & ColumnChunk::Moves::HasNoArrival);
            isCustomer = isCustomer || winning[to];
            if (isExit && isUnderWay && !isCustomer && isIn(isDated, at))
                ++losses;
            isUnderWay = !isExit;
        });
        const ConversionMove sale = conversionOf(chunk, row, winning);
        const bool isWon = sale.isConverted && isIn(sale.isDated, sale.at);
        const ProspectId id(chunk.ids[row]);
        wins.k += isWon ? 1 : 0;
        wins.n += losses + (isWon ? 1 : 0);
        if (isWon)
            won.append(id);
        if (isWon || losses > 0)
            closed.append(id);
    }
};

DealFacts::Offered wonOffer(qint64 prospect, qint64 id, qint64 minor, int decided)
{
    DealFacts::Offered offer;
    offer.prospect = ProspectId(prospect);
    offer.id = OfferId(id);
    offer.minor = minor;
    offer.currency = u"EUR"_s;
    offer.madeAt = day(0);
    offer.state = OfferState::Won;
    offer.decidedAt = day(decided).ms;
    return offer;
}

/// 1…20 are worth 300.00 each; the first bought for 600.00, later for more, and once more after the figures were read.
DealFacts twenty()
{
    DealFacts deals;
    for (int id = 1; id <= 20; ++id)
        deals.worths.push_back({ProspectId(id), 30'000, u"EUR"_s});
    deals.offers = {
        wonOffer(1, 1, 900'000, 15), wonOffer(1, 2, 60'000, 10), wonOffer(2, 3, 700'000, 40)};
    return deals;
}

bool isNear(const std::optional<double> &value, double expected)
{
    return value && std::abs(*value - expected) < 1e-6;
}

} // namespace

class TestVelocity : public QObject
{
    Q_OBJECT
private slots:
    void theFourFiguresAndTheirProduct()
    {
        const Velocity found = velocity(*hundred(), twenty(), asked());
        QCOMPARE(found.open, 40);
        QCOMPARE(found.wins, (Proportion {30, 60}));
        QCOMPARE(found.valued, 20);
        QCOMPARE(found.values.size(), 1);
        const Velocity::Value euro = found.values.first();
        QCOMPARE(euro, (Velocity::Value {u"EUR"_s, 60'000 + 19 * 30'000, 20}));
        QVERIFY(isNear(found.mean(euro), 31'500));
        QCOMPARE(found.cycles, 30);
        QCOMPARE(found.observed, 100);
        // At 4 days S = .7; at 10 F = .15 and S = .55; 40 are open for 11; at 20 all the rest: F = .7.
        QVERIFY(isNear(found.cycleDays, (10 * .15 + 20 * .55) / .7));
        QVERIFY(isNear(found.wonDays, 15));
        QVERIFY(isNear(found.perDay(euro), 35'280)); // 40 × .5 × 31 500 × .7 / 12.5
        const auto range = found.perDayInterval(euro);
        QVERIFY(range);
        const Interval rate = *wilson(30, 60);
        QVERIFY(isNear(range->low, 70'560 * rate.low));
        QVERIFY(isNear(range->high, 70'560 * rate.high));
    }

    void theSpanIsThatOfTheClosing()
    {
        ChartFilter filter = asked();
        filter.span = {QDate(2026, 3, 6), QDate(2026, 3, 13)};
        const Velocity found = velocity(*hundred(), twenty(), filter);
        QCOMPARE(found.open, 40);
        QCOMPARE(found.wins, (Proportion {15, 15}));
        QCOMPARE(found.valued, 15);
        QCOMPARE(found.values.first().sumMinor, 60'000 + 14 * 30'000);
        QCOMPARE(found.cycles, 30); // of all times
        QCOMPARE(closedProspects(*hundred(), filter, false).size(), 15);
        QCOMPARE(openProspects(*hundred(), filter).size(), 40);
    }

    void rottenOnesAreLostInTheSecondRate()
    {
        const Velocity found = velocity(*someRotten(), {}, asked());
        QCOMPARE(found.wins, (Proportion {30, 61}));
        QCOMPARE(found.rotten, 3); // who came back is under way anew
        QCOMPARE(found.unjudged, 2);
        QCOMPARE(found.winsWithRotten(), (Proportion {30, 64}));
        const QList<ProspectId> ids = closedOrRottenProspects(*someRotten(), asked());
        QCOMPARE(ids.size(), 63); // 66 was lost and is rotten
        QCOMPARE(ids.last(), ProspectId(66));
        QVERIFY(ids.contains(ProspectId(61)) && ids.contains(ProspectId(62)));
        QCOMPARE(closedProspects(*someRotten(), asked(), false).size(), 61);
    }

    void theyCountOnTheDayOnWhichTheyCameToBe()
    {
        // 66 was back for 11 days on 14 March, 61 was there so long on 27 March, 62 on 1 April.
        const QDate first(2026, 3, 27);
        const QDate last(2026, 4, 1);
        QList<qint64> rotten;
        QList<qint64> counted;
        QList<qint64> people;
        for (const DateSpan &span : {DateSpan {{}, first}, DateSpan {first, first.addDays(1)},
                 DateSpan {first.addDays(1), last}, DateSpan {last, {}}}) {
            ChartFilter filter = asked();
            filter.span = span;
            const Velocity found = velocity(*someRotten(), {}, filter);
            rotten << found.rotten;
            counted << found.winsWithRotten().n;
            people << closedOrRottenProspects(*someRotten(), filter).size();
        }
        QCOMPARE(rotten, (QList<qint64> {1, 1, 0, 1}));
        QCOMPARE(counted, (QList<qint64> {62, 1, 0, 1}));
        QCOMPARE(people, (QList<qint64> {61, 1, 0, 1}));
    }

    void whoCameBackClosesAgain()
    {
        const auto columns = someWhoCameBack();
        const Velocity found = velocity(*columns, {}, asked());
        QCOMPARE(found.wins, (Proportion {3, 7})); // lost are 1 and 4, and 2 twice
        QCOMPARE(found.open, 0);
        QCOMPARE(found.rotten, 0);
        QCOMPARE(found.unjudged, 0);
        QCOMPARE(found.cycles, 2); // of 1 the exit counts there
        const QList<ProspectId> won {ProspectId(1), ProspectId(3), ProspectId(5)};
        QCOMPARE(closedProspects(*columns, asked(), true), won);
        QCOMPARE(closedProspects(*columns, asked(), false).size(), 5);
        QCOMPARE(closedOrRottenProspects(*columns, asked()).size(), 5);
    }

    void theyCloseWhenTheyComeBack()
    {
        const auto columns = someWhoCameBack();
        ChartFilter filter = asked();
        filter.span = {{}, QDate(2026, 3, 10)};
        QCOMPARE(velocity(*columns, {}, filter).wins, (Proportion {2, 5}));
        filter.span = {QDate(2026, 3, 10), QDate(2026, 3, 16)};
        QCOMPARE(velocity(*columns, {}, filter).wins, (Proportion {0, 1})); // 2 once more
        QCOMPARE(closedProspects(*columns, filter, false), {ProspectId(2)});
        // 3, 4 and 5 left too, but had closed before.
        filter.span = {QDate(2026, 3, 16), {}};
        QCOMPARE(velocity(*columns, {}, filter).wins, (Proportion {1, 1}));
        QCOMPARE(closedProspects(*columns, filter, false), {ProspectId(1)});
        QCOMPARE(closedProspects(*columns, filter, true), {ProspectId(1)});
    }

    void closingsAreThePlainOnes()
    {
        QVERIFY(rc::check("whatever people did", [] {
            const auto columns = RandomWalks::any().columns();
            ChartFilter filter = RandomWalks::anyFilter(80, u"a"_s);
            filter.sources.reset();
            filter.asOf = RandomWalks::at(100);
            const PlainClosings plain(*columns, filter.span);
            RC_ASSERT(velocity(*columns, {}, filter).wins == plain.wins);
            RC_ASSERT(closedProspects(*columns, filter, true) == plain.won);
            RC_ASSERT(closedProspects(*columns, filter, false) == plain.closed);
        }));
    }

    void withoutALossThereIsNoProduct()
    {
        ChartFilter filter = asked();
        filter.span = {QDate(2026, 3, 6), QDate(2026, 3, 13)};
        const Velocity found = velocity(*hundred(), twenty(), filter);
        QCOMPARE(found.wins.rate(), std::optional<double>(1));
        QVERIFY(!found.hasLoss());
        QVERIFY(found.mean(found.values.first()));
        QVERIFY(!found.perDay(found.values.first()));
        QVERIFY(!found.perDayInterval(found.values.first()));
        QVERIFY(velocity(*hundred(), twenty(), asked()).hasLoss());
    }

    void onlyTheseSources()
    {
        ChartFilter filter = asked();
        filter.sources = QStringList {u"web"_s};
        const Velocity found = velocity(*hundred(), twenty(), filter);
        QCOMPARE(found.open, 20);
        QCOMPARE(found.wins, (Proportion {15, 30}));
        QCOMPARE(found.values.first().sumMinor, 60'000 + 9 * 30'000);
    }

    void currenciesAreNotAddedUp()
    {
        DealFacts deals = twenty();
        deals.worths.back() = {ProspectId(20), 1'000, u"USD"_s};
        const Velocity found = velocity(*hundred(), deals, asked());
        QCOMPARE(found.valued, 20);
        QCOMPARE(
            found.values, QList<Velocity::Value>({{u"EUR"_s, 600'000, 19}, {u"USD"_s, 1'000, 1}}));
        QVERIFY(isNear(found.mean(found.values[0]), 30'000));
        QVERIFY(isNear(found.mean(found.values[1]), 50));
    }

    void whatIsMissingMakesNoProduct()
    {
        const Velocity nothing = velocity(*hundred(), {}, asked());
        QCOMPARE(nothing.valued, 0);
        QVERIFY(nothing.values.isEmpty());
        QVERIFY(!nothing.mean({u"EUR"_s, 0, 0}));
        QVERIFY(!nothing.perDay({u"EUR"_s, 0, 0}));
        const auto nobody = ColumnsBuilder(defaultPipeline(), QTimeZone::utc()).finish();
        const Velocity empty = velocity(*nobody, twenty(), asked());
        QCOMPARE(empty.open, 0);
        QVERIFY(!empty.wins.rate());
        QVERIFY(!empty.cycleDays);
        QVERIFY(!empty.perDayInterval({u"EUR"_s, 100, 1}));
    }

    void thoseBehindAFigure()
    {
        QCOMPARE(openProspects(*hundred(), asked()).first(), ProspectId(61));
        QCOMPARE(closedProspects(*hundred(), asked(), false).size(), 60);
        QCOMPARE(closedProspects(*hundred(), asked(), true).last(), ProspectId(30));
    }
};

PULLPUSH_TEST(TestVelocity)
#include "tst_velocity.moc"
