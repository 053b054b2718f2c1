// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/touchgroups.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <rapidcheck.h>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

enum GroupStage : qint64 { Cold = 1, Warm, Talk, Lost = 8 };
enum GroupThing : qint64 {
    NewsPost = 100,
    LoosePost,
    News = 300,
    Tips = 400,
    Feed = 600,
    Twin,
    Other
};

constexpr Breakdown ByTouch[] {
    Breakdown::Channel, Breakdown::Campaign, Breakdown::Pillar, Breakdown::Network};

Moment groupNoon(int day)
{
    return {RandomWalks::at(day), Precision::Exact};
}

/// Two channels with the same name, one with its own; a post with a campaign and one without.
TouchFacts groupFacts()
{
    TouchFacts facts;
    facts.posts.insert(PostId(NewsPost), {u"News"_s, CampaignId(News), PillarId(Tips)});
    facts.posts.insert(PostId(LoosePost), {u"Loose"_s, {}, {}});
    facts.channels.insert(ChannelId(Feed), {u"Brand"_s, u"x"_s});
    facts.channels.insert(ChannelId(Twin), {u"Brand"_s, u"mastodon"_s});
    facts.channels.insert(ChannelId(Other), {u"Blog"_s, u"x"_s});
    facts.campaigns.insert(CampaignId(News), u"Spring"_s);
    facts.pillars.insert(PillarId(Tips), u"Tips"_s);
    return facts;
}

TouchFacts::Row groupTouch(qint64 prospect, Moment at, qint64 post, qint64 channel)
{
    TouchFacts::Row row;
    row.prospect = ProspectId(prospect);
    row.at = at;
    row.post = PostId(post);
    row.channel = ChannelId(channel);
    return row;
}

void inOrder(TouchFacts &facts)
{
    for (size_t i = 0; i < facts.rows.size(); ++i)
        facts.rows[i].id = TouchId(qint64(i) + 1);
    std::ranges::sort(facts.rows, {},
        [](const TouchFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
}

/// The groups' keys by prospect.
QStringList keysOf(const RowGroups &groups)
{
    QStringList keys;
    for (const auto &chunk : groups.groups) {
        for (const quint32 group : chunk)
            keys << groups.keys.at(group);
    }
    return keys;
}

/// Of prospects who entered on day 0, with their moves to warm.
ColumnsPointer groupColumns(const QList<Moment> &warm)
{
    ColumnsBuilder builder(defaultPipeline(), RandomWalks::zone());
    for (qint64 id = 1; id <= warm.size(); ++id)
        builder.addProspect(id, QString(), 0, 0);
    for (qint64 id = 1; id <= warm.size(); ++id) {
        builder.addMove(id, Cold, groupNoon(0));
        if (warm[id - 1].ms != 0 || warm[id - 1].precision == Precision::Unknown)
            builder.addMove(id, Warm, warm[id - 1]);
    }
    return builder.finish();
}

constexpr Moment Never {0, Precision::Exact};

TouchFacts anyTouches(int prospects)
{
    using rc::gen::inRange;
    TouchFacts facts = groupFacts();
    for (int i = *inRange(0, 40); i > 0; --i) {
        Moment at {RandomWalks::at(*inRange(0, 80), *inRange(0, 24)), Precision::Exact};
        if (*inRange(0, 5) == 0)
            at = {0, Precision::Unknown};
        facts.rows.push_back(groupTouch(*inRange(1, prospects + 2), at,
            *rc::gen::element<qint64>(0, NewsPost, LoosePost),
            *rc::gen::element<qint64>(0, Feed, Twin, Other)));
    }
    inOrder(facts);
    return facts;
}

} // namespace

class TestTouchGroups : public QObject
{
    Q_OBJECT
private slots:
    void theFirstTouchDecides()
    {
        TouchFacts facts = groupFacts();
        facts.rows = {groupTouch(1, groupNoon(5), LoosePost, Twin),
            groupTouch(1, groupNoon(4), NewsPost, Other), groupTouch(2, groupNoon(4), LoosePost, 0),
            groupTouch(2, groupNoon(5), NewsPost, Other)};
        inOrder(facts);
        const ColumnsPointer columns = groupColumns({Never, Never, Never});
        const auto told = [&](Breakdown by) { return keysOf(touchGroups(*columns, facts, by, 0)); };
        // What the first touch lacks no later one gives.
        QCOMPARE(told(Breakdown::Channel), (QStringList {u"Blog"_s, u""_s, u""_s}));
        QCOMPARE(told(Breakdown::Network), (QStringList {u"x"_s, u""_s, u""_s}));
        QCOMPARE(told(Breakdown::Campaign), (QStringList {u"Spring"_s, u""_s, u""_s}));
        QCOMPARE(told(Breakdown::Pillar), (QStringList {u"Tips"_s, u""_s, u""_s}));
    }

    void onlyTouchesBeforeTheSecondStep()
    {
        const Moment dayTwo {startOfDay(QDate(2026, 3, 3), RandomWalks::zone()), Precision::Day};
        const ColumnsPointer columns = groupColumns(
            {groupNoon(2), groupNoon(2), dayTwo, {0, Precision::Unknown}, Never, Never});
        TouchFacts facts = groupFacts();
        for (const auto &[prospect, day] :
            {std::pair(1, 2), std::pair(2, 3), std::pair(3, 2), std::pair(4, 1), std::pair(5, 9)})
            facts.rows.push_back(groupTouch(prospect, groupNoon(day), NewsPost, Other));
        facts.rows.push_back(groupTouch(6, {0, Precision::Unknown}, NewsPost, Other));
        inOrder(facts);
        const RowGroups groups =
            touchGroups(*columns, facts, Breakdown::Campaign, RandomWalks::at(8));
        // At the same instant, after it, on the day of it, at a step of an unknown time, after asOf, and at no known time.
        QCOMPARE(
            keysOf(groups), (QStringList {u"Spring"_s, u""_s, u"Spring"_s, u""_s, u""_s, u""_s}));
    }

    void namesThatAreNotUniqueAreIds()
    {
        TouchFacts facts = groupFacts();
        facts.rows = {groupTouch(1, groupNoon(1), 0, Feed), groupTouch(2, groupNoon(1), 0, Twin)};
        inOrder(facts);
        const RowGroups groups =
            touchGroups(*groupColumns({Never, Never}), facts, Breakdown::Channel, 0);
        QCOMPARE(keysOf(groups),
            (QStringList {QString::number(qint64(Feed)), QString::number(qint64(Twin))}));
        QCOMPARE(groups.names.value(QString::number(qint64(Twin))), u"Brand"_s);
    }

    void theFunnelByGroup()
    {
        TouchFacts facts = groupFacts();
        facts.rows = {
            groupTouch(1, groupNoon(1), NewsPost, 0), groupTouch(2, groupNoon(1), NewsPost, 0)};
        inOrder(facts);
        const ColumnsPointer columns = groupColumns({groupNoon(3), Never, groupNoon(3)});
        FunnelQuery query {.by = Breakdown::Campaign};
        const RowGroups groups = touchGroups(*columns, facts, query.by, 0);
        const Funnel result = funnel(*columns, query, &groups);
        QCOMPARE(result.groups.size(), 2);
        QCOMPARE(result.groups[0].key, u"Spring"_s);
        QCOMPARE(result.groups[0].cohort, 2);
        QCOMPARE(result.groups[0].steps[1].reached, 1);
        QCOMPARE(result.groups[1].key, u""_s);
        QCOMPARE(result.groups[1].cohort, 1);
        QCOMPARE(prospectsAt(*columns, query, 1, u"Spring"_s, FunnelSegment::Reached, &groups),
            QList<ProspectId> {ProspectId(1)});
        QCOMPARE(prospectsAt(*columns, query, 0, u""_s, FunnelSegment::Reached, &groups),
            QList<ProspectId> {ProspectId(3)});
        // Without the groups all are in that of those without one.
        QCOMPARE(funnel(*columns, query).groups.size(), 1);
        QCOMPARE(funnel(*columns, query).groups[0].cohort, 3);
    }

    void groupsAddUpToTheTotal()
    {
        QVERIFY(rc::check("groups add up to the total, and each prospect is in one", [] {
            const RandomWalks walks = RandomWalks::any();
            const ColumnsPointer columns = walks.columns();
            const TouchFacts touches = anyTouches(walks.prospects);
            FunnelQuery query {.asOf = RandomWalks::at(*rc::gen::inRange(0, 90))};
            if (*rc::gen::arbitrary<bool>())
                query.windowDays = *rc::gen::inRange(0, 40);
            if (*rc::gen::arbitrary<bool>())
                query.sources = QStringList {u"a"_s};
            const Funnel plain = funnel(*columns, query);
            for (const Breakdown by : ByTouch) {
                query.by = by;
                const RowGroups groups = touchGroups(*columns, touches, by, query.asOf);
                const Funnel apart = funnel(*columns, query, &groups);
                RC_ASSERT(apart.total == plain.total);
                qint64 cohort = 0;
                qint64 immature = 0;
                QList<ProspectId> people;
                for (const FunnelGroup &group : apart.groups) {
                    cohort += group.cohort;
                    immature += group.immature;
                    people +=
                        prospectsAt(*columns, query, 1, group.key, FunnelSegment::Reached, &groups);
                }
                RC_ASSERT(cohort == plain.total.cohort);
                RC_ASSERT(immature == plain.total.immature);
                std::ranges::sort(people);
                query.by = Breakdown::None;
                RC_ASSERT(people == prospectsAt(*columns, query, 1));
            }
        }));
    }
};

PULLPUSH_TEST(TestTouchGroups)
#include "tst_touchgroups.moc"
