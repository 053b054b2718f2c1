// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/conversioncredit.h"
#include "randomwalks.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <rapidcheck.h>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

enum CreditStage : qint64 { Cold = 1, Warm, Talk, Offer, Customer, Loyal, Advocate, Lost };
enum CreditThing : qint64 {
    PostA = 100,
    PostB = 200,
    Spring = 300,
    Tips = 400,
    Bio = 500,
    Feed = 600
};

const QTimeZone &creditZone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

qint64 march(int day, int hour = 12)
{
    return localToInstant(QDate(2026, 3, day), QTime(hour, 0), creditZone());
}

Moment noonOf(int day)
{
    return {march(day), Precision::Exact};
}

/// Two converted after touches, one of them on a day; one was never a customer and came to be loyal; one of whom nobody knows
/// when; and two others, one of whom left.
ColumnsPointer creditColumns()
{
    ColumnsBuilder builder(defaultPipeline(), creditZone());
    for (int id = 1; id <= 6; ++id)
        builder.addProspect(id, id == 2 ? u"fair"_s : u"web"_s, id, 0);
    for (int id = 1; id <= 6; ++id) {
        builder.addMove(id, Cold, noonOf(1));
    }
    builder.addMove(1, Customer, noonOf(10));
    builder.addMove(1, Loyal, noonOf(20));
    builder.addMove(2, Customer, {startOfDay(QDate(2026, 3, 12), creditZone()), Precision::Day});
    builder.addMove(4, Lost, noonOf(4));
    builder.addMove(5, Customer, {0, Precision::Unknown});
    builder.addMove(6, Loyal, noonOf(20));
    return builder.finish();
}

TouchFacts::Row touchOf(qint64 prospect, qint64 id, qint64 post, Moment at)
{
    TouchFacts::Row row;
    row.prospect = ProspectId(prospect);
    row.id = TouchId(id);
    row.at = at;
    row.post = PostId(post);
    return row;
}

TouchFacts creditTouches()
{
    TouchFacts facts;
    facts.posts.insert(PostId(PostA), {u"A"_s, CampaignId(Spring), PillarId(Tips)});
    facts.posts.insert(PostId(PostB), {u"B"_s, {}, PillarId(Tips)});
    facts.profileCopies.insert(ProfileCopyId(Bio), {u"bio"_s, 1, ChannelId(Feed)});
    facts.rows = {touchOf(1, 1, PostA, noonOf(2)), touchOf(1, 2, PostB, noonOf(5)),
        touchOf(1, 3, PostA, noonOf(11)), touchOf(2, 4, PostA, {0, Precision::Unknown}),
        touchOf(2, 5, PostA, {march(12, 18), Precision::Exact}), touchOf(3, 6, PostB, noonOf(3)),
        touchOf(7, 7, PostB, noonOf(3))};
    return facts;
}

CreditQuery askedAt(int day, int hour = 12)
{
    CreditQuery query;
    query.filter.asOf = march(day, hour);
    return query;
}

QString toldOf(const QString &name, const KeyCredit &figures)
{
    return u"%1: %2, %3/%4, %5/%6"_s.arg(name)
        .arg(figures.credit.value())
        .arg(figures.converted.k)
        .arg(figures.converted.n)
        .arg(figures.others.k)
        .arg(figures.others.n);
}

QStringList toldOf(const ConversionCredit &credit)
{
    QStringList told;
    for (const ConversionCredit::Row &row : credit.rows)
        told << toldOf(QString::number(row.id), row.figures);
    return told << toldOf(u"none"_s, credit.none);
}

QStringList toldOf(const CreditQuery &query)
{
    return toldOf(conversionCredit(*creditColumns(), creditTouches(), query));
}

QList<qint64> creditedBy(const CreditQuery &query, std::optional<qint64> id)
{
    QList<qint64> ids;
    for (const ProspectId prospect :
        prospectsCredited(*creditColumns(), creditTouches(), query, id))
        ids << prospect.value();
    return ids;
}

TouchFacts anyCreditTouches(int prospects)
{
    using rc::gen::inRange;
    TouchFacts facts = creditTouches();
    facts.rows.clear();
    for (int i = *inRange(0, 60); i > 0; --i) {
        Moment at {RandomWalks::at(*inRange(0, 80), *inRange(0, 24)), Precision::Exact};
        if (*inRange(0, 6) == 0)
            at = {0, Precision::Unknown};
        facts.rows.push_back(touchOf(
            *inRange<qint64>(1, prospects + 2), i, *rc::gen::element<qint64>(0, PostA, PostB), at));
    }
    std::ranges::sort(facts.rows, {},
        [](const TouchFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    return facts;
}

} // namespace

class TestConversionCredit : public QObject
{
    Q_OBJECT
private slots:
    void creditsTouchesBeforeTheConversion()
    {
        const CreditQuery query = askedAt(28);
        const ConversionCredit credit = conversionCredit(*creditColumns(), creditTouches(), query);
        QCOMPARE(credit.conversions, 3);
        QCOMPARE(credit.others, 2);
        QCOMPARE(credit.undated, 1);
        // What is known to the day was perhaps at its end: a touch of that day counts.
        QCOMPARE(toldOf(credit),
            (QStringList {
                u"100: 1.5, 2/3, 0/2"_s, u"200: 0.5, 1/3, 1/2"_s, u"none: 1, 1/3, 1/2"_s}));
        QCOMPARE(creditedBy(query, PostA), (QList<qint64> {1, 2}));
        QCOMPARE(creditedBy(query, PostB), QList<qint64> {1});
        QCOMPARE(creditedBy(query, {}), QList<qint64> {6});
        QVERIFY(creditedBy(query, 999).isEmpty());
    }

    void followsTheModel()
    {
        CreditQuery query = askedAt(28);
        query.rule.model = AttributionModel::Last;
        QCOMPARE(toldOf(query),
            (QStringList {u"100: 1, 2/3, 0/2"_s, u"200: 1, 1/3, 1/2"_s, u"none: 1, 1/3, 1/2"_s}));
        query.rule.model = AttributionModel::J;
        QCOMPARE(toldOf(query),
            (QStringList {
                u"100: 1.25, 2/3, 0/2"_s, u"200: 0.75, 1/3, 1/2"_s, u"none: 1, 1/3, 1/2"_s}));
    }

    void looksBackNoFurther()
    {
        CreditQuery query = askedAt(28);
        query.rule.lookBackDays = 6;
        QCOMPARE(toldOf(query),
            (QStringList {u"100: 1, 1/3, 0/2"_s, u"200: 1, 1/3, 0/2"_s, u"none: 1, 1/3, 2/2"_s}));
    }

    void creditGoesToWhatIsAskedFor()
    {
        CreditQuery query = askedAt(28);
        query.rule.to = CreditTo::Campaign;
        QCOMPARE(toldOf(query),
            (QStringList {u"300: 1.5, 2/3, 0/2"_s, u"0: 0.5, 1/3, 1/2"_s, u"none: 1, 1/3, 1/2"_s}));
        query.rule.to = CreditTo::Pillar;
        QCOMPARE(toldOf(query), (QStringList {u"400: 2, 2/3, 1/2"_s, u"none: 1, 1/3, 1/2"_s}));
        TouchFacts facts = creditTouches();
        facts.rows[1].post = {};
        facts.rows[1].profileCopy = ProfileCopyId(Bio);
        query.rule.to = CreditTo::Channel; // of the profile, and unknown of the posts here
        QCOMPARE(toldOf(conversionCredit(*creditColumns(), facts, query)),
            (QStringList {u"0: 1.5, 2/3, 1/2"_s, u"600: 0.5, 1/3, 0/2"_s, u"none: 1, 1/3, 1/2"_s}));
        query.rule.to = CreditTo::Profile;
        QCOMPARE(toldOf(conversionCredit(*creditColumns(), facts, query)),
            (QStringList {u"0: 1.5, 2/3, 1/2"_s, u"500: 0.5, 1/3, 0/2"_s, u"none: 1, 1/3, 1/2"_s}));
    }

    void onlyConversionsOfTheSpan()
    {
        CreditQuery query = askedAt(28);
        query.filter.span = {QDate(2026, 3, 10), QDate(2026, 3, 12)};
        // Who converted at another time is neither with those nor with the others.
        QCOMPARE(toldOf(query),
            (QStringList {
                u"100: 0.5, 1/1, 0/2"_s, u"200: 0.5, 1/1, 1/2"_s, u"none: 0, 0/1, 1/2"_s}));
    }

    void nothingLaterCounts()
    {
        // Two have not converted yet, one of them without a touch so far; the last touch of the first came after.
        QCOMPARE(toldOf(askedAt(11)),
            (QStringList {
                u"100: 0.5, 1/1, 0/4"_s, u"200: 0.5, 1/1, 1/4"_s, u"none: 0, 0/1, 3/4"_s}));
        // The day of the conversion has begun, and the touch in its evening has not happened.
        QCOMPARE(toldOf(askedAt(12, 15)),
            (QStringList {
                u"100: 0.5, 1/2, 0/3"_s, u"200: 0.5, 1/2, 1/3"_s, u"none: 1, 1/2, 2/3"_s}));
    }

    void onlyWhoIsAskedFor()
    {
        CreditQuery query = askedAt(28);
        query.filter.sources = QStringList {u"fair"_s};
        QCOMPARE(toldOf(query), (QStringList {u"100: 1, 1/1, 0/0"_s, u"none: 0, 0/1, 0/0"_s}));
        query.filter.sources.reset();
        query.filter.owners = QList<UserId> {UserId(1), UserId(3)};
        QCOMPARE(toldOf(query),
            (QStringList {
                u"100: 0.5, 1/1, 0/1"_s, u"200: 0.5, 1/1, 1/1"_s, u"none: 0, 0/1, 0/1"_s}));
    }

    void allCreditIsTheConversions()
    {
        QVERIFY(rc::check("credit adds up, and everybody who entered is on one side", [] {
            const RandomWalks walks = RandomWalks::any();
            const ColumnsPointer columns = walks.columns();
            const TouchFacts touches = anyCreditTouches(walks.prospects);
            CreditQuery query;
            query.filter.asOf = RandomWalks::at(*rc::gen::inRange(0, 90));
            query.rule.to =
                CreditTo(*rc::gen::inRange(0, int(std::size(EnumText<CreditTo>::values))));
            if (*rc::gen::arbitrary<bool>())
                query.rule.lookBackDays = *rc::gen::inRange(0, 40);
            const ConversionCredit credit = conversionCredit(*columns, touches, query);
            Credit sum = credit.none.credit;
            for (const ConversionCredit::Row &row : credit.rows) {
                sum += row.figures.credit;
                // Under this model every touch that counts has a share.
                RC_ASSERT(prospectsCredited(*columns, touches, query, row.id).size()
                    == row.figures.converted.k);
            }
            RC_ASSERT((sum == Credit::ofConversions(credit.conversions)));
            qint64 entered = 0;
            for (const auto &chunk : columns->chunks())
                entered += std::ranges::count_if(chunk->fate, [](quint8 fate) { return fate > 0; });
            RC_ASSERT(credit.conversions + credit.others + credit.undated == entered);
        }));
    }

    void nobodyIsNoTrouble()
    {
        ColumnsBuilder builder(defaultPipeline(), creditZone());
        const ConversionCredit credit =
            conversionCredit(*builder.finish(), creditTouches(), askedAt(28));
        QCOMPARE(credit.conversions, 0);
        QVERIFY(credit.rows.isEmpty());
        QVERIFY(!credit.none.converted.rate());
    }
};

PULLPUSH_TEST(TestConversionCredit)
#include "tst_conversioncredit.moc"
