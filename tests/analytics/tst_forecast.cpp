// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/forecast.h"
#include "analytics/velocity.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Customer = 5, Lost = 8 };

/// A day counted from 1 March 2026.
Moment day(int day)
{
    return {startOfDay(QDate(2026, 3, 1).addDays(day), QTimeZone::utc()), Precision::Day};
}

/// As of noon of a day, by default of 1 April.
ChartFilter asked(int at = 31)
{
    return {.asOf = day(at).ms + DayMs / 2};
}

/// All came cold on 1 March: 1…30 were won after 10 days, 31…60 left after 4. 61 and 63 came cold 20 days later, 62 warm: these are open.
ColumnsPointer sixty()
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    for (int id = 1; id <= 63; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, 0, 0);
    for (int id = 1; id <= 60; ++id) {
        builder.addMove(id, Cold, day(0));
        builder.addMove(id, id <= 30 ? Customer : Lost, day(id <= 30 ? 10 : 4));
    }
    for (int id = 61; id <= 63; ++id)
        builder.addMove(id, id == 62 ? Warm : Cold, day(20));
    return builder.finish();
}

DealFacts::Offered offerOf(qint64 prospect, qint64 id, qint64 minor, QDate expected = {})
{
    DealFacts::Offered offer;
    offer.prospect = ProspectId(prospect);
    offer.id = OfferId(id);
    offer.minor = minor;
    offer.currency = u"EUR"_s;
    offer.madeAt = day(20);
    offer.expectedOn = expected;
    return offer;
}

DealFacts::Offered lostOffer(qint64 prospect, qint64 id, qint64 minor, int decided)
{
    DealFacts::Offered offer = offerOf(prospect, id, minor);
    offer.state = OfferState::Lost;
    offer.decidedAt = day(decided).ms;
    return offer;
}

DealFacts someDeals()
{
    DealFacts deals;
    deals.offers = {offerOf(1, 1, 99'999), offerOf(31, 2, 88'888),
        offerOf(61, 3, 100'000, QDate(2026, 4, 15)), offerOf(61, 4, 50'000),
        lostOffer(61, 5, 70'000, 25), offerOf(61, 6, 60'000),
        offerOf(62, 7, 20'000, QDate(2026, 4, 20))};
    deals.offers[5].madeAt = day(40);
    deals.worths = {{ProspectId(2), 11'111, u"EUR"_s}, {ProspectId(61), 33'333, u"EUR"_s},
        {ProspectId(63), 40'000, u"USD"_s}};
    return deals;
}

bool isNear(double value, double expected)
{
    return std::abs(value - expected) < 1e-6;
}

/// Ten go each way, so that there are enough of them for a chance.
RandomWalks tenfold(const RandomWalks &walks)
{
    RandomWalks all = walks;
    for (int i = 1; i < 10; ++i) {
        all.stages += walks.stages;
        for (RandomWalks::Move move : walks.moves) {
            move.prospect += qint64(i) * walks.prospects;
            all.moves.append(move);
        }
    }
    all.prospects *= 10;
    return all;
}

DealFacts::Offered anyOffer(qint64 prospects)
{
    using rc::gen::inRange;
    DealFacts::Offered offer = offerOf(
        *inRange<qint64>(1, prospects + 1), *inRange(1, 1'000'000), *inRange<qint64>(1, 1'000'000));
    offer.madeAt = day(*inRange(0, 110));
    if (*rc::gen::arbitrary<bool>())
        offer.expectedOn = QDate(2026, 3, 1).addDays(*inRange(0, 150));
    if (*rc::gen::arbitrary<bool>())
        offer.currency = u"USD"_s;
    return offer;
}

void sortOffers(DealFacts &deals)
{
    std::ranges::stable_sort(deals.offers, {},
        [](const DealFacts::Offered &offer) { return std::tuple(offer.prospect, offer.id); });
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT
private slots:
    void theChanceOfAStage()
    {
        const QList<StageChance> chances = forecast(*sixty(), {}, asked()).chances;
        QCOMPARE(chances.size(), 4);
        // At 4 days S = 32/62; at 10 F = 32/62 × 30/32; two are open for 11.
        const StageChance &cold = chances[0];
        QCOMPARE(cold.stage, 0);
        QCOMPARE(cold.n, 62);
        QCOMPARE(cold.won, 30);
        QCOMPARE(cold.lost, 30);
        QVERIFY(cold.rate);
        QVERIFY(isNear(*cold.rate, 30. / 62));
        QVERIFY(cold.interval.low > .3 && cold.interval.low < 30. / 62);
        QVERIFY(cold.interval.high < .7 && cold.interval.high > 30. / 62);
        QCOMPARE(chances[1].n, 1);
        QVERIFY(!chances[1].rate);
        QVERIFY(!chances[2].rate);
    }

    void aChanceOfNothingHasWilsonsInterval()
    {
        ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
        for (int id = 1; id <= 20; ++id)
            builder.addProspect(id, u"web"_s, 0, 0);
        for (int id = 1; id <= 20; ++id) {
            builder.addMove(id, Cold, day(0));
            builder.addMove(id, Lost, day(4));
        }
        const StageChance cold = forecast(*builder.finish(), {}, asked()).chances.first();
        QCOMPARE(cold.rate, std::optional<double>(0));
        QCOMPARE(cold.interval, *wilson(0, 20));
    }

    void aChanceOfTooFewIsInNoSum()
    {
        for (const int lost : {15, 16}) {
            ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
            for (int id = 1; id <= 14 + lost + 1; ++id)
                builder.addProspect(id, u"web"_s, 0, 0);
            for (int id = 1; id <= 14 + lost + 1; ++id)
                builder.addMove(id, Cold, day(0));
            for (int id = 1; id <= 14 + lost; ++id)
                builder.addMove(id, id <= 14 ? Customer : Lost, day(4));
            DealFacts deals;
            deals.worths = {{ProspectId(14 + lost + 1), 10'000, u"EUR"_s}};
            const Forecast found = forecast(*builder.finish(), deals, asked());
            QVERIFY(found.chances.first().rate);
            const bool isFew = lost == 15;
            QCOMPARE(found.chances.first().isFew(), isFew);
            QCOMPARE(found.rows.size(), 1);
            QCOMPARE(found.rows[0].amountMinor, 10'000);
            QCOMPARE(found.rows[0].unweighted, isFew ? 1 : 0);
            QCOMPARE(found.rows[0].unweightedMinor, isFew ? 10'000 : 0);
            QCOMPARE(found.rows[0].valueMinor > 0, !isFew);
            QCOMPARE(found.rows[0].highMinor > 0, !isFew);
        }
    }

    void openDealsByMonthAndCurrency()
    {
        const Forecast found = forecast(*sixty(), someDeals(), asked());
        const double rate = 30. / 62;
        QCOMPARE(found.rows.size(), 3);
        const Forecast::Row &april = found.rows[0];
        QCOMPARE(april.month, QDate(2026, 4, 1));
        QCOMPARE(april.currency, u"EUR"_s);
        QCOMPARE(april.deals, 2);
        QCOMPARE(april.amountMinor, 120'000);
        QCOMPARE(april.unweighted, 1); // of the one who is warm nothing is known
        QCOMPARE(april.unweightedMinor, 20'000);
        QVERIFY(isNear(april.valueMinor, 100'000 * rate));
        QVERIFY(isNear(april.lowMinor, 100'000 * found.chances[0].interval.low));
        QVERIFY(isNear(april.highMinor, 100'000 * found.chances[0].interval.high));
        const Forecast::Row &undated = found.rows[1];
        QVERIFY(!undated.month.isValid());
        QCOMPARE(undated.deals, 1); // neither the lost one nor that which is made later
        QCOMPARE(undated.amountMinor, 50'000);
        const Forecast::Row &worth = found.rows[2];
        QCOMPARE(worth.currency, u"USD"_s);
        QCOMPARE(worth.amountMinor, 40'000);
        QVERIFY(isNear(worth.valueMinor, 40'000 * rate));
    }

    void whatWasDecidedLaterIsOpen()
    {
        const Forecast found = forecast(*sixty(), someDeals(), asked(24));
        QCOMPARE(found.rows[1].amountMinor, 120'000);
    }

    void ofWhoWasErasedNothingIsExpectedAnyMore()
    {
        DealFacts deals = someDeals();
        const Forecast before = forecast(*sixty(), deals, asked());
        deals.erased = {{ProspectId(1), day(25).ms}, {ProspectId(62), day(30).ms},
            {ProspectId(63), day(32).ms}};
        const Forecast found = forecast(*sixty(), deals, asked());
        QVERIFY((found.chances == before.chances));
        QCOMPARE(found.rows.size(), 3);
        QCOMPARE(found.rows[0].amountMinor, 100'000);
        QVERIFY((found.rows[1] == before.rows[1]));
        QVERIFY((found.rows[2] == before.rows[2])); // erased later
        QVERIFY(prospectsForecast(*sixty(), deals, asked(33), {}, u"USD"_s).isEmpty());
        QCOMPARE(forecast(*sixty(), deals, asked(33)).rows.size(), 2);
        // What was expected before stands.
        QVERIFY(
            (forecast(*sixty(), deals, asked(24)) == forecast(*sixty(), someDeals(), asked(24))));
    }

    void theSpanIsThatOfTheDecision()
    {
        ChartFilter filter = asked();
        filter.span = {QDate(2026, 4, 1), QDate(2026, 4, 16)};
        const Forecast found = forecast(*sixty(), someDeals(), filter);
        QCOMPARE(found.rows.size(), 1);
        QCOMPARE(found.rows[0].amountMinor, 100'000);
        filter.sources = QStringList {u"fair"_s};
        QVERIFY(forecast(*sixty(), someDeals(), filter).rows.isEmpty());
    }

    void thoseBehindARow()
    {
        const auto columns = sixty();
        const QDate april(2026, 4, 1);
        QCOMPARE(prospectsForecast(*columns, someDeals(), asked(), april, u"EUR"_s),
            QList({ProspectId(61), ProspectId(62)}));
        QCOMPARE(prospectsForecast(*columns, someDeals(), asked(), {}, u"EUR"_s),
            QList {ProspectId(61)});
        QCOMPARE(prospectsForecast(*columns, someDeals(), asked(), {}, u"USD"_s),
            QList {ProspectId(63)});
        QCOMPARE(prospectsForecast(*columns, someDeals(), asked(), april, u"USD"_s), {});
    }

    void theRangeHoldsTheValueAndLostDealsAddNothing()
    {
        QVERIFY(rc::check([] {
            const RandomWalks some = RandomWalks::any();
            const RandomWalks walks = tenfold(some);
            const auto columns = walks.columns();
            const ChartFilter filter = asked(100);
            DealFacts deals;
            for (int i = walks.prospects == 0 ? 0 : *rc::gen::inRange(0, 12); i > 0; --i)
                deals.offers.push_back(anyOffer(walks.prospects));
            sortOffers(deals);
            const Forecast found = forecast(*columns, deals, filter);
            const QList<ProspectId> open = openProspects(*columns, filter);
            for (const Forecast::Row &row : found.rows) {
                RC_ASSERT(row.lowMinor <= row.valueMinor + 1e-6);
                RC_ASSERT(row.valueMinor <= row.highMinor + 1e-6);
                RC_ASSERT(row.highMinor <= double(row.amountMinor - row.unweightedMinor) + 1e-6);
                RC_ASSERT(row.lowMinor >= 0);
                RC_ASSERT(row.unweighted <= row.deals);
                RC_ASSERT((row.unweighted == 0) == (row.unweightedMinor == 0));
                RC_ASSERT(row.unweighted < row.deals || row.unweightedMinor == row.amountMinor);
                const auto people =
                    prospectsForecast(*columns, deals, filter, row.month, row.currency);
                RC_ASSERT(!people.isEmpty());
                for (const ProspectId id : people)
                    RC_ASSERT(open.contains(id));
            }
            DealFacts more = deals;
            for (int i = 1; i <= some.prospects; ++i) {
                DealFacts::Offered lost = anyOffer(walks.prospects);
                lost.state = OfferState::Lost;
                lost.decidedAt = day(*rc::gen::inRange(0, 100)).ms;
                more.offers.push_back(lost);
            }
            sortOffers(more);
            RC_ASSERT((forecast(*columns, more, filter) == found));
        }));
    }
};

PULLPUSH_TEST(TestForecast)
#include "tst_forecast.moc"
