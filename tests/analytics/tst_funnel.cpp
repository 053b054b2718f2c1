// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/funnel.h"
#include "stagenumbers.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;

namespace {
const QTimeZone &zone()
{
    static const QTimeZone newYork("America/New_York");
    return newYork;
}

QDate date(int dayOfYear)
{
    return QDate(2026, 1, 1).addDays(dayOfYear);
}

Moment day(int dayOfYear)
{
    return {startOfDay(date(dayOfYear), zone()), Precision::Day};
}

struct Entered
{
    qint64 stage;
    Moment at;
};

struct Person
{
    QString source;
    qint64 owner = 0;
    qint64 stage = 0;
    QList<Entered> moves;
};

ColumnsPointer build(const QList<Person> &people)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (qsizetype i = 0; i < people.size(); ++i)
        builder.addProspect(i + 1, people[i].source, people[i].owner, people[i].stage);
    for (qsizetype i = 0; i < people.size(); ++i) {
        for (const Entered &move : people[i].moves)
            builder.addMove(i + 1, move.stage, move.at);
    }
    return builder.finish();
}

QList<qint64> reachedOf(const FunnelGroup &group)
{
    QList<qint64> reached;
    for (const FunnelStep &step : group.steps)
        reached.append(step.reached);
    return reached;
}

QList<qint64> idsOf(const QList<ProspectId> &prospects)
{
    QList<qint64> ids;
    for (const ProspectId id : prospects)
        ids.append(id.value());
    return ids;
}

/// The definitions, read slowly: for one person and step the age of reaching it, nothing where it
/// was not (in order).
struct Slow
{
    const Person &person;

    static qint64 age(const Moment &from, const Moment &to)
    {
        if (from.precision == Precision::Day || to.precision == Precision::Day)
            return localDay(from.ms, zone()).daysTo(localDay(to.ms, zone()));
        return qint64(std::floor(double(to.ms - from.ms) / 86400000.));
    }
    [[nodiscard]] std::optional<Moment> entry() const
    {
        const auto least = [](const QList<Moment> &moments) -> std::optional<Moment> {
            std::optional<Moment> result;
            for (const Moment &at : moments) {
                if (!result || at.ms < result->ms
                    || (at.ms == result->ms && at.precision == Precision::Day))
                    result = at;
            }
            return result;
        };
        QList<Moment> cold;
        QList<Moment> any;
        for (const Entered &move : person.moves) {
            if (move.stage == Cold)
                cold.append(move.at);
            any.append(move.at);
        }
        return cold.isEmpty() ? least(any) : least(cold);
    }
    [[nodiscard]] bool counts(int step, const FunnelQuery &query) const
    {
        // To have entered is to have passed the first step; whoever is known for exits alone was
        // not seen there.
        if (step == 0 && query.reached == ReachedRule::Passed)
            return true;
        for (const Entered &move : person.moves) {
            const bool there = query.reached == ReachedRule::Touched
                ? move.stage == step + 1
                : move.stage >= step + 1 && move.stage != Lost;
            const qint64 days = age(*entry(), move.at);
            if (there && (!query.windowDays || (days >= 0 && days <= *query.windowDays)))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool inSpan(const FunnelQuery &query) const
    {
        return entry() && query.entered.contains(localDay(entry()->ms, zone()))
            && (!query.sources || query.sources->contains(person.source))
            && (!query.owners || query.owners->contains(UserId(person.owner)));
    }
    [[nodiscard]] bool isMature(const FunnelQuery &query) const
    {
        return !query.windowDays
            || age(*entry(), {query.asOf, Precision::Exact}) >= *query.windowDays;
    }
};

} // namespace

class TestFunnel : public QObject
{
    Q_OBJECT
private slots:
    void nobody()
    {
        FunnelQuery query {.windowDays = 30, .by = Breakdown::Source, .asOf = day(100).ms};
        const Funnel result = funnel(*build({}), query);
        QCOMPARE(result.total.cohort, 0);
        QCOMPARE(result.total.steps.size(), 7);
        QVERIFY(result.groups.isEmpty());
        for (const FunnelStep &step : result.total.steps) {
            QVERIFY(!step.overall.rate());
            QVERIFY(!step.overall.interval());
            QVERIFY(!step.step || !step.step->rate());
        }
    }

    void tables_data()
    {
        QTest::addColumn<QList<Person>>("people");
        QTest::addColumn<QList<qint64>>("reached");
        QTest::addColumn<QList<qint64>>("touched");
        QTest::addColumn<QList<qint64>>("open");
        QTest::addColumn<QList<qint64>>("lost");
        const QList<Entered> all {{Cold, day(0)}, {Warm, day(1)}, {Talk, day(2)}, {Quote, day(3)},
            {Customer, day(4)}, {Loyal, day(5)}, {Advocate, day(6)}};
        using Numbers = QList<qint64>;
        const Numbers none {0, 0, 0, 0, 0, 0, 0};
        QTest::newRow("one in every stage")
            << QList<Person> {{{}, 0, Advocate, all}} << Numbers {1, 1, 1, 1, 1, 1, 1}
            << Numbers {1, 1, 1, 1, 1, 1, 1} << Numbers {0, 0, 0, 0, 0, 0, 1} << none;
        QTest::newRow("seen twice counts once")
            << QList<Person> {{{}, 0, Warm,
                   {{Cold, day(0)}, {Warm, day(1)}, {Cold, day(2)}, {Warm, day(3)}}}}
            << Numbers {1, 1, 0, 0, 0, 0, 0} << Numbers {1, 1, 0, 0, 0, 0, 0}
            << Numbers {0, 1, 0, 0, 0, 0, 0} << none;
        QTest::newRow("skipped stages")
            << QList<Person> {{{}, 0, Customer, {{Cold, day(0)}, {Customer, day(9)}}}}
            << Numbers {1, 1, 1, 1, 1, 0, 0} << Numbers {1, 0, 0, 0, 1, 0, 0}
            << Numbers {0, 0, 0, 0, 1, 0, 0} << none;
        QTest::newRow("moved back")
            << QList<Person> {{{}, 0, Warm,
                   {{Cold, day(0)}, {Warm, day(1)}, {Talk, day(2)}, {Warm, day(8)}}}}
            << Numbers {1, 1, 1, 0, 0, 0, 0} << Numbers {1, 1, 1, 0, 0, 0, 0}
            << Numbers {0, 0, 1, 0, 0, 0, 0} << none;
        QTest::newRow("lost stays")
            << QList<Person> {{{}, 0, Lost,
                                  {{Cold, day(0)}, {Warm, day(1)}, {Talk, day(2)}, {Lost, day(3)}}},
                   {{}, 0, Cold, {{Cold, day(0)}}}}
            << Numbers {2, 1, 1, 0, 0, 0, 0} << Numbers {2, 1, 1, 0, 0, 0, 0}
            << Numbers {1, 0, 0, 0, 0, 0, 0} << Numbers {0, 0, 1, 0, 0, 0, 0};
        QTest::newRow("out of order")
            << QList<Person> {{{}, 0, Customer, {{Cold, day(5)}, {Customer, day(3)}}}}
            << Numbers {1, 1, 1, 1, 1, 0, 0} << Numbers {1, 0, 0, 0, 1, 0, 0}
            << Numbers {0, 0, 0, 0, 1, 0, 0} << none;
        QTest::newRow("at an unknown time")
            << QList<Person> {{{}, 0, Warm, {{Cold, {0, Precision::Unknown}}, {Warm, day(3)}}}}
            << Numbers {1, 1, 0, 0, 0, 0, 0} << Numbers {1, 1, 0, 0, 0, 0, 0}
            << Numbers {0, 1, 0, 0, 0, 0, 0} << none;
        QTest::newRow("never entered")
            << QList<Person> {{{}, 0, 0, {}}} << none << none << none << none;
    }
    void tables()
    {
        QFETCH(QList<Person>, people);
        QFETCH(QList<qint64>, reached);
        QFETCH(QList<qint64>, touched);
        QFETCH(QList<qint64>, open);
        QFETCH(QList<qint64>, lost);
        const ColumnsPointer columns = build(people);
        const FunnelGroup passed = funnel(*columns, {}).total;
        QCOMPARE(reachedOf(passed), reached);
        QCOMPARE(reachedOf(funnel(*columns, {.reached = ReachedRule::Touched}).total), touched);
        for (qsizetype k = 0; k < 7; ++k) {
            QCOMPARE(passed.steps[k].open, open[k]);
            QCOMPARE(passed.steps[k].lost, lost[k]);
            QCOMPARE(passed.steps[k].touched, touched[k]);
        }
    }

    void bothEdgesOfTheSpan()
    {
        const qint64 midnight = startOfDay(date(10), zone());
        const auto at = [](qint64 ms) {
            return Person {{}, 0, Cold, {{Cold, {ms, Precision::Exact}}}};
        };
        const qint64 next = startOfDay(date(12), zone());
        const ColumnsPointer columns = build({at(midnight - 1), at(midnight), at(next - 1),
            at(next), {{}, 0, Cold, {{Cold, day(10)}}}, {{}, 0, Cold, {{Cold, day(12)}}},
            {{}, 0, Cold, {{Cold, {0, Precision::Unknown}}}}});
        FunnelQuery query {.entered = {date(10), date(12)}};
        QCOMPARE(idsOf(prospectsAt(*columns, query, 0)), (QList<qint64> {2, 3, 5}));
        query.entered = {std::nullopt, date(10)};
        QCOMPARE(idsOf(prospectsAt(*columns, query, 0)), (QList<qint64> {1}));
        query.entered = {date(12), std::nullopt};
        QCOMPARE(idsOf(prospectsAt(*columns, query, 0)), (QList<qint64> {4, 6}));
        query.entered = {date(12), date(10)};
        QCOMPARE(funnel(*columns, query).total.cohort, 0);
        query.entered = {};
        QCOMPARE(funnel(*columns, query).total.cohort, 7);
    }

    void aWindowLeavesOutTheYoung()
    {
        const ColumnsPointer columns = build({
            {{}, 0, Warm, {{Cold, day(0)}, {Warm, day(30)}}}, // just within
            {{}, 0, Warm, {{Cold, day(0)}, {Warm, day(31)}}}, // just not
            {{}, 0, Warm, {{Cold, day(10)}, {Warm, day(11)}}}, // 30 days old: mature
            {{}, 0, Warm, {{Cold, day(11)}, {Warm, day(12)}}}, // 29 days old
            {{}, 0, Lost, {{Cold, day(0)}, {Lost, day(5)}}},
            {{}, 0, Lost, {{Cold, day(0)}, {Lost, day(35)}}},
            {{}, 0, Cold, {{Cold, {0, Precision::Unknown}}}},
        });
        const FunnelQuery query {.windowDays = 30, .asOf = day(40).ms + 3600000};
        const FunnelGroup total = funnel(*columns, query).total;
        QCOMPARE(total.cohort, 5);
        QCOMPARE(total.immature, 1);
        QCOMPARE(total.steps[1].reached, 2);
        QCOMPARE(total.steps[0].lost, 1);
        QCOMPARE(total.steps[0].stayed, 2);
        QCOMPARE(total.steps[0].open, 0);
        QCOMPARE(idsOf(prospectsAt(*columns, query, 0, {}, FunnelSegment::Stayed)),
            (QList<qint64> {2, 6}));
        QCOMPARE(idsOf(prospectsAt(*columns, query, 1)), (QList<qint64> {1, 3}));
    }

    void groupsByTheirSizeThenKey()
    {
        const auto from = [](const char *source, qint64 owner) {
            return Person {QString::fromLatin1(source), owner, Cold, {{Cold, day(1)}}};
        };
        const ColumnsPointer columns =
            build({from("b", 7), from("a", 7), from("", 0), from("", 8), from("c", 0)});
        const auto keys = [&columns](const FunnelQuery &query) {
            QStringList result;
            const Funnel value = funnel(*columns, query);
            for (const FunnelGroup &group : value.groups)
                result.append(group.key);
            return result;
        };
        QCOMPARE(keys({.by = Breakdown::Source}), (QStringList {u""_s, u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(keys({.by = Breakdown::Owner}), (QStringList {u""_s, u"7"_s, u"8"_s}));
        QCOMPARE(keys({.by = Breakdown::Source, .owners = QList<UserId> {UserId(7)}}),
            (QStringList {u"a"_s, u"b"_s}));
        const QStringList blankOnly {QString()};
        QCOMPARE(
            keys({.by = Breakdown::Owner, .sources = blankOnly}), (QStringList {u""_s, u"8"_s}));
        QCOMPARE(idsOf(prospectsAt(*columns, {.by = Breakdown::Source}, 0, u""_s)),
            (QList<qint64> {3, 4}));
        QVERIFY(prospectsAt(*columns, {.by = Breakdown::Source}, 0, u"unheard of"_s).isEmpty());
        QVERIFY(prospectsAt(*columns, {}, 7).isEmpty());
    }

    void aStepRateOfTouchesIsAShare()
    {
        // One was in offer and customer, two skipped offer: 3 touched customer after 1 touched
        // offer.
        const Person straight {
            {}, 0, Customer, {{Cold, day(0)}, {Quote, day(1)}, {Customer, day(2)}}};
        const Person skipping {{}, 0, Customer, {{Cold, day(0)}, {Customer, day(2)}}};
        const Funnel result =
            funnel(*build({straight, skipping, skipping}), {.reached = ReachedRule::Touched});
        QCOMPARE(result.total.steps[4].reached, 3);
        QCOMPARE(*result.total.steps[4].step, (Proportion {1, 1}));
        QCOMPARE(result.total.steps[4].overall, (Proportion {3, 3}));
        QVERIFY(!result.total.steps[3].step->rate()); // nobody touched Conversation
    }

    /// One went through all that was asked of them, one straight to the end, one is still at the beginning.
    void whoWentOnWasSeenThereOrNot()
    {
        const Person straight {{}, 0, Quote, {{Cold, day(0)}, {Warm, day(1)}, {Quote, day(3)}}};
        const Person skipping {{}, 0, Quote, {{Cold, day(0)}, {Quote, day(2)}}};
        const Person waiting {{}, 0, Cold, {{Cold, day(0)}}};
        const ColumnsPointer columns = build({straight, skipping, waiting});
        const FunnelGroup total = funnel(*columns, {}).total;
        const auto at = [&columns](int step, FunnelSegment segment) {
            return idsOf(prospectsAt(*columns, {}, step, {}, segment));
        };
        QCOMPARE(at(0, FunnelSegment::Onward), (QList<qint64> {1, 2}));
        QCOMPARE(at(0, FunnelSegment::Unseen), QList<qint64> {});
        QCOMPARE(at(1, FunnelSegment::Onward), QList<qint64> {1});
        QCOMPARE(at(1, FunnelSegment::Unseen), QList<qint64> {2});
        QCOMPARE(at(1, FunnelSegment::Seen), QList<qint64> {1});
        QCOMPARE(at(2, FunnelSegment::Unseen), (QList<qint64> {1, 2}));
        QCOMPARE(at(3, FunnelSegment::Unseen), QList<qint64> {}); // where they got to
        QCOMPARE(total.steps[1].count(FunnelSegment::Onward), 1);
        QCOMPARE(total.steps[2].unseen, 2);
        // Nobody was recorded in a conversation: how many of the warm had one is not known, nor what became of those.
        QVERIFY(!total.stepRate(0));
        QCOMPARE(*total.stepRate(1), (Proportion {2, 3}));
        QCOMPARE(*total.stepRate(2), Proportion());
        QCOMPARE(*total.stepRate(3), Proportion());
        QCOMPARE(*total.stepRate(4), (Proportion {0, 2}));
        QVERIFY(total.isStepKnown(1) && !total.isStepKnown(3) && total.isStepKnown(4));
    }

    void randomHistories_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 0; seed < 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void randomHistories()
    {
        QFETCH(int, seed);
        std::mt19937 random {quint32(seed)};
        const auto below = [&random](quint32 n) { return int(random() % n); };
        QList<Person> people;
        for (int i = 0; i < 1500; ++i) {
            Person person {below(5) == 0 ? QString() : u"s%1"_s.arg(below(6)), below(4), 0, {}};
            for (int k = below(7); k >= 0; --k) {
                const int hour = below(120 * 24);
                const bool isDay = below(3) == 0;
                person.moves.append({1 + qint64(below(8)),
                    isDay ? day(hour / 24)
                          : Moment {day(0).ms + hour * 3600000LL + below(3) * 1000LL}});
            }
            const auto last = std::ranges::max_element(
                person.moves, {}, [](const Entered &move) { return move.at.ms; });
            person.stage = last->stage;
            people.append(person);
        }
        const ColumnsPointer columns = build(people);
        QList<FunnelQuery> queries {
            {},
            {.entered = {date(20), date(70)}, .by = Breakdown::Source},
            {.windowDays = 14, .by = Breakdown::Owner, .asOf = day(60).ms + 7},
            {.entered = {date(20), {}},
                .windowDays = 0,
                .by = Breakdown::Source,
                .asOf = day(90).ms},
            {.windowDays = 40, .asOf = day(120).ms, .sources = QStringList {u"s1"_s, QString()}},
            {.by = Breakdown::Source, .owners = QList<UserId> {UserId(), UserId(2)}},
        };
        for (const FunnelQuery &query : QList(queries)) {
            queries.append(query);
            queries.last().reached = ReachedRule::Touched;
        }
        for (const FunnelQuery &query : queries) {
            compareWithDefinitions(people, *columns, query);
            if (QTest::currentTestFailed())
                return;
        }
        // Tied or not, the order in which moves come changes nothing.
        for (Person &person : people)
            std::shuffle(person.moves.begin(), person.moves.end(), random);
        const ColumnsPointer shuffled = build(people);
        for (const FunnelQuery &query : queries)
            QCOMPARE(funnel(*shuffled, query), funnel(*columns, query));
    }

private:
    static void compareWithDefinitions(
        const QList<Person> &people, const ProspectColumns &columns, const FunnelQuery &query)
    {
        const Funnel result = funnel(columns, query);
        const FunnelGroup &total = result.total;
        QList<qint64> reached(7, 0);
        qint64 cohort = 0;
        qint64 immature = 0;
        QMap<QString, QList<qint64>> behind; // by group and step
        for (qsizetype i = 0; i < people.size(); ++i) {
            const Slow slow {people[i]};
            if (!slow.inSpan(query))
                continue;
            if (!slow.isMature(query)) {
                ++immature;
                continue;
            }
            ++cohort;
            for (int step = 0; step < 7; ++step) {
                if (slow.counts(step, query)) {
                    ++reached[step];
                    behind[u"%1/%2"_s.arg(people[i].source).arg(step)].append(i + 1);
                }
            }
        }
        QCOMPARE(total.cohort, cohort);
        QCOMPARE(total.immature, immature);
        QCOMPARE(reachedOf(total), reached);
        checkShape(result, query);
        if (query.by == Breakdown::Source) {
            for (const FunnelGroup &group : result.groups) {
                for (int step = 0; step < 7; ++step)
                    QCOMPARE(idsOf(prospectsAt(columns, query, step, group.key)),
                        behind.value(u"%1/%2"_s.arg(group.key).arg(step)));
            }
        }
        for (int step = 0; step < 7; ++step) {
            const FunnelStep &bar = total.steps[step];
            const auto count = [&](FunnelSegment segment) {
                return prospectsAt(columns, query, step, {}, segment).size();
            };
            QCOMPARE(count(FunnelSegment::Reached), bar.reached);
            QCOMPARE(count(FunnelSegment::Open), bar.open);
            QCOMPARE(count(FunnelSegment::Lost), bar.lost);
            QCOMPARE(count(FunnelSegment::Stayed), bar.stayed);
            for (const FunnelSegment part :
                {FunnelSegment::Seen, FunnelSegment::Onward, FunnelSegment::Unseen})
                QCOMPARE(count(part), bar.count(part));
        }
    }

    /// What holds for every funnel: it never rises, everyone has one fate, groups add up to the
    /// total.
    static void checkShape(const Funnel &result, const FunnelQuery &query)
    {
        QList<FunnelGroup> all = result.groups;
        all.append(result.total);
        FunnelGroup sum;
        sum.steps.resize(7);
        for (const FunnelGroup &group : std::as_const(all)) {
            qint64 fates = 0;
            for (qsizetype k = 0; k < 7; ++k) {
                const FunnelStep &step = group.steps[k];
                fates += step.open + step.lost + step.stayed;
                QVERIFY(step.touched <= step.passed);
                QVERIFY(k == 0 || step.passed <= group.steps[k - 1].passed);
                const qint64 onward = k < 6 ? group.steps[k + 1].passed : 0;
                QCOMPARE(step.passed, onward + step.open + step.lost + step.stayed);
                QCOMPARE(step.count(FunnelSegment::Onward) + step.unseen, onward);
                QVERIFY(step.unseen >= 0 && step.unseen <= step.passed - step.touched);
                const auto share = step.overall.rate();
                QVERIFY(!share || (*share >= 0 && *share <= 1));
                const auto rate = step.step ? step.step->rate() : std::nullopt;
                QVERIFY(!rate || (*rate >= 0 && *rate <= 1));
            }
            QCOMPARE(fates, group.cohort);
        }
        if (query.by == Breakdown::None)
            return;
        for (const FunnelGroup &group : result.groups) {
            sum.cohort += group.cohort;
            sum.immature += group.immature;
            for (qsizetype k = 0; k < 7; ++k)
                sum.steps[k].reached += group.steps[k].reached;
        }
        QCOMPARE(sum.cohort, result.total.cohort);
        QCOMPARE(sum.immature, result.total.immature);
        QCOMPARE(reachedOf(sum), reachedOf(result.total));
    }
};

PULLPUSH_TEST(TestFunnel)
#include "tst_funnel.moc"
