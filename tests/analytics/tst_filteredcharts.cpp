// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/advocacy.h"
#include "analytics/ageing.h"
#include "analytics/arrivals.h"
#include "analytics/cohorts.h"
#include "analytics/conversioncredit.h"
#include "analytics/dwell.h"
#include "analytics/forecast.h"
#include "analytics/funnel.h"
#include "analytics/handovers.h"
#include "analytics/hops.h"
#include "analytics/lostreasons.h"
#include "analytics/moves.h"
#include "analytics/outcomes.h"
#include "analytics/repactivity.h"
#include "analytics/trend.h"
#include "analytics/velocity.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <tuple>

using namespace Qt::StringLiterals;
using rc::gen::inRange;

namespace {

enum StageNumber : qint64 { Cold = 1, Warm = 2, Lost = 8 };
constexpr int MostProspects = 12;

bool flip()
{
    return *rc::gen::arbitrary<bool>();
}

QDate anyDay()
{
    return QDate(2026, 3, 1).addDays(*inRange(0, 80));
}

DateSpan anySpan()
{
    DateSpan span;
    if (flip())
        span.from = anyDay();
    if (flip())
        span.to = anyDay();
    return span;
}

qint64 anyInstant()
{
    return RandomWalks::at(*inRange(0, 80), *inRange(0, 24));
}

ProspectId anyProspect()
{
    return ProspectId(*inRange<qint64>(1, MostProspects + 2));
}

/// Ids of those whom \a filter wants.
QList<qint64> wantedBy(const ProspectColumns &columns, const ChartFilter &filter)
{
    QList<qint64> ids;
    forEachWanted(columns, filter,
        [&ids](const ColumnChunk &chunk, size_t row) { ids.append(chunk.ids[row]); });
    return ids;
}

/// The same of a funnel's question.
QList<qint64> wantedByFunnel(const ProspectColumns &columns, const ChartFilter &filter)
{
    QList<qint64> ids;
    const QList<ProspectId> found = prospectsAt(columns, funnelQuery(filter), 0);
    for (const ProspectId id : found)
        ids.append(id.value());
    return ids;
}

/// A workspace with a filter, and one that holds only those whom the filter names.
struct Narrowed
{
    ColumnsPointer all;
    ChartFilter filter;
    ColumnsPointer only;
    ChartFilter plain; ///< what the filter asks besides

    static Narrowed any()
    {
        RandomWalks walks = RandomWalks::any();
        for (qint64 &stage : walks.stages)
            stage = flip() ? *inRange<qint64>(0, 9) : stage;
        Narrowed made;
        made.plain.asOf = RandomWalks::at(*inRange(0, 120));
        made.plain.span = anySpan();
        if (*inRange(0, 4) == 0)
            made.plain.sources = QStringList {u"a"_s};
        if (*inRange(0, 4) == 0)
            made.plain.owners = QList {UserId(1), UserId(2), UserId(5)};
        made.filter = made.plain;
        if (flip())
            made.filter.cohort = anySpan();
        if (flip()) {
            made.filter.stages.emplace();
            for (int i = *inRange(0, 5); i > 0; --i)
                made.filter.stages->append(StageId(*inRange<qint64>(0, 10)));
        }
        if (flip()) {
            std::vector<qint64> ids;
            for (int i = *inRange(0, 20); i > 0; --i)
                ids.push_back(*inRange<qint64>(0, MostProspects + 4));
            made.filter.people = PeopleSet(u"Some"_s, ids);
        }
        made.all = walks.columns();
        QList<qint64> kept;
        for (const auto &chunk : made.all->chunks()) {
            for (size_t row = 0; row < chunk->ids.size(); ++row) {
                if (made.names(*chunk, row))
                    kept.append(chunk->ids[row]);
            }
        }
        made.only = walks.columnsOf([&kept](qint64 id) { return kept.contains(id); });
        return made;
    }

    /// The same where both ask for chosen people, of whom less is told.
    [[nodiscard]] Narrowed ofChosen() const
    {
        Narrowed made = *this;
        if (filter.people) {
            std::vector<qint64> everybody;
            for (qint64 id = 1; id <= MostProspects; ++id)
                everybody.push_back(id);
            made.plain.people = PeopleSet(u"Everybody"_s, everybody);
        }
        return made;
    }

    /// Whether \a ask(columns, filter) has the same answer in both.
    template<typename Ask>
    [[nodiscard]] bool isSame(Ask ask) const
    {
        return ask(*all, filter) == ask(*only, plain);
    }

private:
    [[nodiscard]] bool names(const ColumnChunk &chunk, size_t row) const
    {
        const DateSpan &cohort = filter.cohort;
        if (cohort.from || cohort.to) {
            const quint32 entry = chunk.entry[row];
            if (entry == ColumnChunk::UnknownEntry
                || !cohort.contains(localDay(qint64(entry) * 1000, RandomWalks::zone())))
                return false;
        }
        if (filter.stages) {
            const quint8 stage = chunk.stage[row];
            const StageId id =
                stage == ColumnChunk::NoStage ? StageId() : all->stages().at(stage).id;
            if (!filter.stages->contains(id))
                return false;
        }
        return !filter.people || std::ranges::count(filter.people->ids(), chunk.ids[row]) == 1;
    }
};

TouchFacts anyTouches()
{
    TouchFacts facts;
    for (int i = *inRange(0, 40); i > 0; --i) {
        TouchFacts::Row touch;
        touch.prospect = anyProspect();
        touch.id = TouchId(i);
        touch.at = {anyInstant(), Precision::Exact};
        touch.kind = flip() ? TouchKind::Commented : TouchKind::Reviewed;
        touch.post = PostId(*inRange<qint64>(0, 4));
        touch.quotable = flip();
        facts.rows.push_back(touch);
    }
    std::ranges::sort(facts.rows, {},
        [](const TouchFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    return facts;
}

DealFacts anyDeals()
{
    DealFacts deals;
    for (int id = 1; id <= MostProspects; ++id) {
        if (flip())
            deals.worths.push_back({ProspectId(id), 1000 + id, u"EUR"_s});
        for (int i = *inRange(0, 3); i > 0; --i) {
            DealFacts::Offered offer;
            offer.prospect = ProspectId(id);
            offer.id = OfferId(id * 10 + (3 - i));
            offer.minor = *inRange<qint64>(1, 1000);
            offer.currency = flip() ? u"EUR"_s : u"USD"_s;
            offer.madeAt = {anyInstant(), Precision::Exact};
            if (flip())
                offer.expectedOn = anyDay();
            if (flip()) {
                offer.state = OfferState::Won;
                offer.decidedAt = anyInstant();
            }
            deals.offers.push_back(offer);
        }
    }
    return deals;
}

LastContacts anyContacts()
{
    LastContacts contacts;
    for (int id = 1; id <= MostProspects; ++id) {
        if (flip())
            contacts.rows.push_back({ProspectId(id), {anyInstant(), Precision::Exact}});
    }
    return contacts;
}

HandoverFacts anyHandovers()
{
    HandoverFacts facts;
    for (int id = 1; id <= MostProspects; ++id) {
        for (int i = *inRange(0, 3); i > 0; --i) {
            HandoverFacts::Row row;
            row.prospect = ProspectId(id);
            row.id = HandoverId(id * 10 + (3 - i));
            row.rep = UserId(*inRange<qint64>(0, 3));
            row.offeredAt = anyInstant();
            if (flip()) {
                row.state = flip() ? HandoverState::Accepted : HandoverState::Returned;
                row.decidedAt = row.offeredAt + *inRange<qint64>(0, 10) * DayMs;
                row.reason = flip() ? u"too early"_s : QString();
            }
            facts.rows.push_back(row);
        }
    }
    return facts;
}

ExitFacts anyExits()
{
    ExitFacts facts;
    for (int id = 1; id <= MostProspects; ++id) {
        if (flip()) {
            facts.rows.push_back({ProspectId(id), MoveId(id), StageId(Lost),
                {anyInstant(), Precision::Exact}, LostReasonId(*inRange<qint64>(0, 3))});
        }
    }
    return facts;
}

HopFacts::Talk anyTalk()
{
    HopFacts::Talk talk;
    talk.firstAt = anyInstant();
    talk.movedAt = flip() ? talk.firstAt + *inRange<qint64>(0, 9) * DayMs : 0;
    talk.messages = *inRange<qint64>(0, 5);
    return talk;
}

HopFacts anyHops()
{
    HopFacts facts;
    for (int id = 1; id <= MostProspects; ++id) {
        if (flip()) {
            const HopFacts::Talk all = anyTalk();
            facts.rows.push_back({ProspectId(id), all, flip() ? all : HopFacts::Talk()});
        }
        for (int i = *inRange(0, 3); i > 0; --i) {
            HopFacts::Proposal hop;
            hop.prospect = ProspectId(id);
            hop.id = HopId(id * 10 + (3 - i));
            hop.at = anyInstant();
            hop.isSeen = flip();
            facts.proposals.push_back(hop);
        }
    }
    return facts;
}

RepFacts anyDeeds()
{
    RepFacts facts;
    for (int id = 1; id <= MostProspects; ++id) {
        const UserId member(*inRange<qint64>(0, 3));
        if (flip()) {
            RepFacts::Words words;
            words.prospect = ProspectId(id);
            words.member = member;
            words.julianDay = qint32(anyDay().toJulianDay());
            words.sent = 2;
            words.received = 1;
            words.isSeen = flip();
            facts.words.push_back(words);
        }
        if (flip()) {
            RepFacts::Reply reply;
            reply.prospect = ProspectId(id);
            reply.member = member;
            reply.askedAt = anyInstant();
            reply.answeredAt = flip() ? reply.askedAt + DayMs : 0;
            reply.isSeen = flip();
            facts.replies.push_back(reply);
        }
        if (flip())
            facts.moves.push_back({ProspectId(id), member, anyInstant()});
    }
    return facts;
}

} // namespace

/// Whatever a chart tells, it tells of those whom the filter wants, and a workspace without the others would tell the same.
class TestFilteredCharts : public QObject
{
    Q_OBJECT
private slots:
    void namesWhoEnteredThenWhoIsThereAndWho_data()
    {
        QTest::addColumn<ChartFilter>("filter");
        QTest::addColumn<QList<qint64>>("wanted");
        QTest::newRow("everybody") << ChartFilter() << QList<qint64> {1, 2, 3, 4};
        QTest::newRow("entered on a day")
            << ChartFilter {.cohort = {QDate(2026, 3, 1), QDate(2026, 3, 2)}} << QList<qint64> {1};
        QTest::newRow("entered since")
            << ChartFilter {.cohort = {QDate(2026, 3, 1), {}}} << QList<qint64> {1, 2};
        QTest::newRow("entered until")
            << ChartFilter {.cohort = {{}, QDate(2026, 3, 2)}} << QList<qint64> {1};
        QTest::newRow("at a stage")
            << ChartFilter {.stages = QList {StageId(Cold)}} << QList<qint64> {2, 4};
        QTest::newRow("at no stage")
            << ChartFilter {.stages = QList {StageId()}} << QList<qint64> {3};
        QTest::newRow("at one of two")
            << ChartFilter {.stages = QList {StageId(Warm), StageId()}} << QList<qint64> {1, 3};
        QTest::newRow("at a stage that is not there")
            << ChartFilter {.stages = QList {StageId(99)}} << QList<qint64> {};
        QTest::newRow("at none of the stages")
            << ChartFilter {.stages = QList<StageId>()} << QList<qint64> {};
        QTest::newRow("people") << ChartFilter {.people = PeopleSet(u"x"_s, {4, 99, 2, 2})}
                                << QList<qint64> {2, 4};
        QTest::newRow("nobody") << ChartFilter {.people = PeopleSet()} << QList<qint64> {};
        QTest::newRow("all of it") << ChartFilter {.cohort = {QDate(2026, 3, 1), {}},
            .stages = QList {StageId(Cold), StageId(Warm)},
            .people = PeopleSet(u"x"_s, {2, 3, 4})}
                                   << QList<qint64> {2};
    }
    void namesWhoEnteredThenWhoIsThereAndWho()
    {
        QFETCH(ChartFilter, filter);
        QFETCH(QList<qint64>, wanted);
        ColumnsBuilder builder(defaultPipeline(), RandomWalks::zone());
        builder.addProspect(1, u"a"_s, 1, Warm);
        builder.addProspect(2, u"a"_s, 1, Cold);
        builder.addProspect(3, u"a"_s, 1, 0); // never entered
        builder.addProspect(4, u"a"_s, 1, Cold);
        builder.addMove(1, Cold, {RandomWalks::at(0), Precision::Exact});
        builder.addMove(1, Warm, {RandomWalks::at(20), Precision::Exact});
        builder.addMove(2, Cold, {RandomWalks::at(5), Precision::Exact});
        builder.addMove(4, Cold, {0, Precision::Unknown});
        const ColumnsPointer columns = builder.finish();
        QCOMPARE(wantedBy(*columns, filter), wanted);
        wanted.removeAll(3); // who never entered is in no funnel
        QCOMPARE(wantedByFunnel(*columns, filter), wanted);
    }

    void findsPeopleInEveryChunk()
    {
        ColumnsBuilder builder(defaultPipeline(), RandomWalks::zone());
        const qint64 last = ColumnChunk::MostRows + 100;
        for (qint64 id = 1; id <= last; ++id)
            builder.addProspect(id, u"a"_s, 1, Cold);
        const ColumnsPointer columns = builder.finish();
        QVERIFY(columns->chunks().size() > 1);
        const QList<qint64> some {
            1, 77, ColumnChunk::MostRows, ColumnChunk::MostRows + 1, last - 1, last};
        const ChartFilter filter {
            .people = PeopleSet(u"x"_s, std::vector<qint64>(some.begin(), some.end()))};
        QCOMPARE(wantedBy(*columns, filter), some);
        QCOMPARE(wantedByFunnel(*columns, filter), some);
    }

    void aSetKeepsItsPeopleUnderAnotherName()
    {
        const PeopleSet set(u"x"_s, {3, 1, 3});
        QCOMPARE(set.ids(), (std::vector<qint64> {1, 3}));
        const PeopleSet other = set.named(u"y"_s);
        QCOMPARE(other.name(), u"y"_s);
        QCOMPARE(&other.ids(), &set.ids());
        QVERIFY(!(other == set));
        QVERIFY(other.named(u"x"_s) == set);
        QVERIFY(PeopleSet().ids().empty());
    }

    void whatIsHiddenIsNotToldOfChosenPeople()
    {
        ColumnsBuilder builder(defaultPipeline(), RandomWalks::zone());
        HopFacts hops;
        RepFacts deeds;
        std::vector<qint64> ids;
        for (qint64 id = 1; id <= FewestForASum; ++id) {
            builder.addProspect(id, u"a"_s, 1, Cold);
            ids.push_back(id);
            HopFacts::Talk talk;
            talk.firstAt = RandomWalks::at(1);
            hops.rows.push_back({ProspectId(id), talk, {}});
            RepFacts::Words words;
            words.prospect = ProspectId(id);
            words.member = UserId(1);
            words.julianDay = qint32(QDate(2026, 3, 2).toJulianDay());
            words.sent = 2;
            words.isSeen = false;
            deeds.words.push_back(words);
        }
        const ColumnsPointer columns = builder.finish();
        ChartFilter filter {.asOf = RandomWalks::at(9)};
        QCOMPARE(hopFigures(*columns, hops, filter).people, FewestForASum);
        QCOMPARE(repFigures(*columns, deeds, filter).first().sent,
            std::optional(qint64(2 * FewestForASum)));
        // With one more or fewer it would tell of that one.
        filter.people = PeopleSet(u"x"_s, ids);
        QCOMPARE(hopFigures(*columns, hops, filter).people, 0);
        QVERIFY(!hopFigures(*columns, hops, filter).areHiddenTalksCounted);
        QVERIFY(repFigures(*columns, deeds, filter).isEmpty());
    }

    void chartsOfThePath()
    {
        QVERIFY(rc::check("charts of the path count those who are wanted", [] {
            const Narrowed made = Narrowed::any();
            RC_ASSERT(made.isSame(wantedBy));
            RC_ASSERT(made.isSame(moveMatrix));
            const int from = *inRange(0, 10);
            const int to = *inRange(0, 9);
            RC_ASSERT(made.isSame([from, to](const auto &columns, const auto &filter) {
                return moversBetween(columns, filter, from, to);
            }));
            RC_ASSERT(made.isSame(outcomes));
            RC_ASSERT(made.isSame([](const auto &columns, const auto &filter) {
                return prospectsWithOutcome(columns, filter, OutcomeKind::Lost);
            }));
            RC_ASSERT(made.isSame(stageDwells));
            RC_ASSERT(made.isSame([to](const auto &columns, const auto &filter) {
                return prospectsStaying(columns, filter, to, 3, false);
            }));
            RC_ASSERT(made.isSame([](const auto &columns, const auto &filter) {
                return arrivals(columns, {.filter = filter, .period = Period::Week});
            }));
            const DateSpan days = anySpan();
            RC_ASSERT(made.isSame([&days](const auto &columns, const auto &filter) {
                return arrivedAt(columns, filter, 1, days);
            }));
        }));
    }

    void chartsOfTheEntry()
    {
        QVERIFY(rc::check("charts of the entry count those who are wanted", [] {
            const Narrowed made = Narrowed::any();
            const bool isWindowed = flip();
            const bool isTouched = flip();
            const auto asked = [isWindowed, isTouched](const ChartFilter &filter) {
                FunnelQuery query = funnelQuery(filter);
                query.by = Breakdown::Source;
                if (isWindowed)
                    query.windowDays = 10;
                if (isTouched)
                    query.reached = ReachedRule::Touched;
                return query;
            };
            RC_ASSERT(made.isSame([&asked](const auto &columns, const auto &filter) {
                return funnel(columns, asked(filter));
            }));
            const int step = *inRange(0, 7);
            RC_ASSERT(made.isSame([&asked, step](const auto &columns, const auto &filter) {
                return prospectsAt(columns, asked(filter), step, u"a"_s);
            }));
            RC_ASSERT(made.isSame([](const auto &columns, const auto &filter) {
                return cohorts(columns, {.filter = filter});
            }));
            const DateSpan days = anySpan();
            RC_ASSERT(made.isSame([&days](const auto &columns, const auto &filter) {
                return reachedByAge(columns, {.filter = filter}, days, 14);
            }));
            RC_ASSERT(made.isSame([](const auto &columns, const auto &filter) {
                return trend(columns, {.filter = filter});
            }));
            RC_ASSERT(made.isSame([&days](const auto &columns, const auto &filter) {
                return reachedInWindow(columns, {.filter = filter}, days);
            }));
        }));
    }

    void chartsOfMoney()
    {
        QVERIFY(rc::check("charts of money count those who are wanted", [] {
            const Narrowed made = Narrowed::any();
            const DealFacts deals = anyDeals();
            RC_ASSERT(made.isSame([&deals](const auto &columns, const auto &filter) {
                return velocity(columns, deals, filter);
            }));
            RC_ASSERT(made.isSame(openProspects));
            RC_ASSERT(made.isSame([](const auto &columns, const auto &filter) {
                return closedProspects(columns, filter, false);
            }));
            // The chances are those of everybody who came to a stage.
            RC_ASSERT(made.isSame([&deals](const auto &columns, const auto &filter) {
                QList<std::tuple<QDate, QString, qint64, qint64>> rows;
                for (const Forecast::Row &row : forecast(columns, deals, filter).rows)
                    rows.append({row.month, row.currency, row.deals, row.amountMinor});
                return rows;
            }));
            RC_ASSERT(made.isSame([&deals](const auto &columns, const auto &filter) {
                return prospectsForecast(columns, deals, filter, {}, u"EUR"_s);
            }));
        }));
    }

    void chartsOfWords()
    {
        QVERIFY(rc::check("charts of words count those who are wanted", [] {
            const Narrowed made = Narrowed::any();
            const LastContacts contacts = anyContacts();
            // What is too long at a stage is so by everybody's visits.
            RC_ASSERT(made.isSame([&contacts](const auto &columns, const auto &filter) {
                QList<std::tuple<int, qint64, std::optional<qint64>, qint64, qint64, qint64>> told;
                for (const StageAgeing &stage : ageing(columns, contacts, filter))
                    told.append({stage.stage, stage.open, stage.medianDays, stage.quiet,
                        stage.silent, stage.unspoken});
                return told;
            }));
            RC_ASSERT(made.isSame([](const auto &columns, const auto &filter) {
                return prospectsAgedPast(columns, filter, 0, 5);
            }));
            const Narrowed chosen = made.ofChosen();
            const HopFacts hops = anyHops();
            RC_ASSERT(chosen.isSame([&hops](const auto &columns, const auto &filter) {
                return hopFigures(columns, hops, filter);
            }));
            RC_ASSERT(chosen.isSame([&hops](const auto &columns, const auto &filter) {
                return prospectsOfHops(columns, hops, filter, HopGroup::Talked);
            }));
            const RepFacts deeds = anyDeeds();
            RC_ASSERT(chosen.isSame([&deeds](const auto &columns, const auto &filter) {
                return repFigures(columns, deeds, filter);
            }));
            RC_ASSERT(chosen.isSame([&deeds](const auto &columns, const auto &filter) {
                return prospectsOfRep(columns, deeds, filter, UserId(1));
            }));
        }));
    }

    void chartsOfWhatWasDone()
    {
        QVERIFY(rc::check("charts of what was done count those who are wanted", [] {
            const Narrowed made = Narrowed::any();
            const HandoverFacts handovers = anyHandovers();
            RC_ASSERT(made.isSame([&handovers](const auto &columns, const auto &filter) {
                return handoverFigures(columns, handovers, {.filter = filter});
            }));
            RC_ASSERT(made.isSame([&handovers](const auto &columns, const auto &filter) {
                return prospectsHandedOver(columns, handovers, {.filter = filter});
            }));
            const ExitFacts exits = anyExits();
            RC_ASSERT(made.isSame([&exits](const auto &columns, const auto &filter) {
                return lostReasonCounts(columns, exits, filter);
            }));
            RC_ASSERT(made.isSame([&exits](const auto &columns, const auto &filter) {
                return prospectsLostFor(columns, exits, filter, LostReasonId(1));
            }));
            const TouchFacts touches = anyTouches();
            RC_ASSERT(made.isSame([&touches](const auto &columns, const auto &filter) {
                return conversionCredit(columns, touches, {.filter = filter, .rule = {}});
            }));
            RC_ASSERT(made.isSame([&touches](const auto &columns, const auto &filter) {
                return prospectsCredited(columns, touches, {.filter = filter, .rule = {}}, 1);
            }));
            RC_ASSERT(made.isSame([&touches](const auto &columns, const auto &filter) {
                return advocacy(columns, touches, {.filter = filter});
            }));
            RC_ASSERT(made.isSame([&touches](const auto &columns, const auto &filter) {
                return advocacyPeople(columns, touches, {.filter = filter}, {});
            }));
        }));
    }
};

PULLPUSH_TEST(TestFilteredCharts)
#include "tst_filteredcharts.moc"
