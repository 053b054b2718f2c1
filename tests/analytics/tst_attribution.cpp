// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution.h"
#include "base/moment.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 Won = 1'767'268'800'000; ///< 1 January 2026, 12:00 UTC
constexpr qint64 Hour = DayMs / 24;

using Conversions = std::vector<std::optional<qint64>>;

/// One prospect who converted at Won, touched by \a keys in this order, an hour apart, the last one
/// an hour before.
TouchHistories onePath(const std::vector<quint32> &keys)
{
    std::vector<KeyTouch> touches;
    for (size_t i = 0; i < keys.size(); ++i)
        touches.push_back({0, keys[i], Won - qint64(keys.size() - i) * Hour, qint64(i) + 1});
    return {touches, {Won}};
}

const KeyCredit *find(const Attribution &result, quint32 key)
{
    const auto found = std::ranges::find(result.keys, std::optional<quint32>(key), &KeyCredit::key);
    return found == result.keys.end() ? nullptr : &*found;
}

/// The credit of \a key; 0 also for one that is not listed.
double creditOf(const Attribution &result, quint32 key)
{
    const KeyCredit *found = find(result, key);
    return found ? found->credit.value() : 0;
}

Credit sumOf(const Attribution &result)
{
    Credit sum = result.none.credit;
    for (const KeyCredit &key : result.keys)
        sum += key.credit;
    return sum;
}

/// Channels by name in the order in which the file meets them; a prospect for each conversion and
/// for each path without one.
struct ChannelPaths
{
    QStringList channels;
    std::vector<KeyTouch> touches;
    Conversions conversions;

    void add(const QList<QByteArray> &fields)
    {
        const QStringList path = QString::fromUtf8(fields[0]).split(u" > "_s);
        std::vector<quint32> keys;
        for (const QString &channel : path) {
            if (!channels.contains(channel))
                channels.append(channel);
            keys.push_back(quint32(channels.indexOf(channel)));
        }
        const int converted = fields[1].toInt();
        const int others = fields[3].toInt();
        for (int i = 0; i < converted + others; ++i) {
            const auto row = quint32(conversions.size());
            qint64 step = 0;
            for (const quint32 key : keys) {
                touches.push_back({row, key, Won + step * Hour, step});
                ++step;
            }
            conversions.push_back(i < converted ? std::optional(Won + step * Hour) : std::nullopt);
        }
    }
};
} // namespace

class TestAttribution : public QObject
{
    Q_OBJECT
private slots:
    void namesItsModels()
    {
        QCOMPARE(toText(AttributionModel::Linear), u"linear"_s);
        QCOMPARE(fromText<AttributionModel>(u"u"), std::optional(AttributionModel::U));
        QVERIFY(!fromText<AttributionModel>(u"U"));
        QCOMPARE(std::size(EnumText<AttributionModel>::values), size_t(5));
    }

    void dividesAConversion_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<std::vector<quint32>>("path");
        QTest::addColumn<QList<double>>("credit"); // of the keys 0, 1, 2, …
        const auto row = [](AttributionModel model, const std::vector<quint32> &path,
                             const QList<double> &credit) {
            QTest::addRow("%s, %d touches, %d keys", qPrintable(toText(model)), int(path.size()),
                int(credit.size()))
                << int(model) << path << credit;
        };
        using enum AttributionModel;
        for (const AttributionModel model : {First, Last, Linear, U, J})
            row(model, {0}, {1});
        row(First, {0, 1}, {1, 0});
        row(Last, {0, 1}, {0, 1});
        row(Linear, {0, 1}, {.5, .5});
        row(U, {0, 1}, {.5, .5});
        row(J, {0, 1}, {.25, .75});
        row(First, {0, 1, 2}, {1, 0, 0});
        row(Last, {0, 1, 2}, {0, 0, 1});
        row(Linear, {0, 1, 2}, {1. / 3, 1. / 3, 1. / 3});
        row(U, {0, 1, 2}, {.4, .2, .4});
        row(J, {0, 1, 2}, {.2, .2, .6});
        row(Linear, {0, 1, 2, 3}, {.25, .25, .25, .25});
        row(U, {0, 1, 2, 3}, {.4, .1, .1, .4});
        row(J, {0, 1, 2, 3}, {.2, .1, .1, .6});
        // A key that was met again has the share of each touch.
        row(First, {0, 1, 0, 1, 1}, {1, 0});
        row(Last, {0, 1, 0, 1, 1}, {0, 1});
        row(Linear, {0, 1, 0, 1, 1}, {.4, .6});
        row(U, {0, 1, 0, 1, 0}, {.4 + .2 / 3 + .4, .4 / 3});
        row(J, {0, 1, 1, 0}, {.8, .2});
    }
    void dividesAConversion()
    {
        QFETCH(int, model);
        QFETCH(std::vector<quint32>, path);
        QFETCH(QList<double>, credit);
        const Attribution result = attribution(onePath(path), {.model = AttributionModel(model)});
        QCOMPARE(result.conversions, 1);
        QCOMPARE(result.others, 0);
        QVERIFY(result.none.credit.isNone());
        QCOMPARE(sumOf(result), Credit::ofConversions(1));
        // All that were met are listed, also those who get nothing.
        QCOMPARE(result.keys.size(), credit.size());
        for (qsizetype key = 0; key < credit.size(); ++key)
            QVERIFY(qAbs(creditOf(result, quint32(key)) - credit[key]) < 1e-12);
    }

    void losesNothingOnLongPaths()
    {
        // 89 divides the parts of a conversion with a remainder.
        QVERIFY(Credit::Parts % 89 != 0);
        for (const auto &[model, word] : EnumText<AttributionModel>::values) {
            std::vector<quint32> path;
            for (quint32 i = 0; i < 89; ++i)
                path.push_back(i % 7);
            QCOMPARE(sumOf(attribution(onePath(path), {.model = model})), Credit::ofConversions(1));
        }
        for (qint64 touches = 1; touches <= 30; ++touches)
            QCOMPARE(Credit::Parts % touches, 0);
    }

    void addsWholeOnesAndParts()
    {
        Credit sum;
        QVERIFY(sum.isNone());
        for (int i = 0; i < 7; ++i)
            sum += Credit::ofParts(Credit::Parts / 2);
        QCOMPARE(sum, Credit::ofParts(Credit::Parts / 2 * 7));
        QCOMPARE(sum.value(), 3.5);
        QVERIFY(sum > Credit::ofConversions(3));
        QVERIFY(sum < Credit::ofConversions(4));
        // More than 64 bits of parts hold.
        sum += Credit::ofConversions(1'000'000'000);
        QCOMPARE(sum.value(), 1'000'000'003.5);
    }

    void ignoresWhatCameAfter()
    {
        const TouchHistories histories(
            {{0, 5, Won - 1, 1}, {0, 6, Won, 2}, {0, 7, Won + 1, 3}}, {Won});
        const Attribution result = attribution(histories, {.model = AttributionModel::Last});
        QCOMPARE(creditOf(result, 6), 1.0); // at the same instant: not after it
        QCOMPARE(creditOf(result, 5), 0.0);
        QVERIFY(find(result, 5));
        QVERIFY(!find(result, 7));
    }

    void looksBackWholeDays()
    {
        const TouchHistories histories(
            {{0, 1, Won - 31 * DayMs, 1}, {0, 2, Won - 31 * DayMs + 1, 2},
                {0, 3, Won - DayMs + 1, 3}},
            {Won});
        const auto first = [&](std::optional<int> days) {
            return attribution(histories, {.model = AttributionModel::First, .lookBackDays = days});
        };
        QCOMPARE(creditOf(first({}), 1), 1.0);
        QCOMPARE(creditOf(first(31), 1), 1.0);
        QCOMPARE(creditOf(first(30), 2), 1.0); // 30 days old, and some hours
        QVERIFY(!find(first(30), 1));
        QCOMPARE(creditOf(first(29), 3), 1.0);
        QCOMPARE(creditOf(first(0), 3), 1.0);
        QCOMPARE(first(0).keys.size(), 1);
        QVERIFY(first(0).none.credit.isNone());
    }

    void keepsThoseWithoutATouchApart()
    {
        // No touch at all; one too old; one after the conversion; one that counts.
        const TouchHistories histories(
            {{1, 0, Won - 90 * DayMs, 1}, {2, 0, Won + Hour, 2}, {3, 0, Won - Hour, 3}},
            {Won, Won, Won, Won, std::nullopt});
        const AttributionQuery query {.lookBackDays = 30};
        const Attribution result = attribution(histories, query);
        QCOMPARE(result.conversions, 4);
        QCOMPARE(result.others, 1);
        QCOMPARE(result.keys.size(), 1);
        QCOMPARE(creditOf(result, 0), 1.0);
        QVERIFY(!result.none.key);
        QCOMPARE(result.none.credit, Credit::ofConversions(3));
        QCOMPARE(result.none.converted, (Proportion {3, 4}));
        QCOMPARE(result.none.others, (Proportion {1, 1}));
        QCOMPARE(prospectsBehind(histories, query, {}),
            (QList<ProspectCredit> {{0, Credit::ofConversions(1)}, {1, Credit::ofConversions(1)},
                {2, Credit::ofConversions(1)}}));
    }

    void breaksTiesById()
    {
        const std::vector<KeyTouch> touches {
            {0, 1, Won, 30}, {0, 2, Won, 10}, {0, 3, Won, 20}, {0, 4, Won - 1, 40}};
        const TouchHistories histories(touches, {Won});
        std::vector<quint32> order;
        for (const KeyTouch &touch : histories.touches())
            order.push_back(touch.key);
        QCOMPARE(order, (std::vector<quint32> {4, 2, 3, 1}));
        QCOMPARE(creditOf(attribution(histories, {.model = AttributionModel::First}), 4), 1.0);
        QCOMPARE(creditOf(attribution(histories, {.model = AttributionModel::Last}), 1), 1.0);
    }

    void comparesThoseWhoDidNotConvert()
    {
        // Everybody saw 0; only those who converted met 1, one of them twice.
        const TouchHistories histories(
            {{0, 0, Won - 3, 1}, {0, 1, Won - 2, 2}, {0, 1, Won - 1, 3}, {1, 0, Won - 3, 4},
                {2, 0, Won - 3, 5}, {2, 0, Won - 2, 6}, {3, 0, Won - 3, 7}},
            {Won, Won, std::nullopt, std::nullopt, std::nullopt});
        const Attribution result = attribution(histories, {.model = AttributionModel::Last});
        QCOMPARE(result.conversions, 2);
        QCOMPARE(result.others, 3);
        QVERIFY(find(result, 0));
        QCOMPARE(find(result, 0)->converted, (Proportion {2, 2}));
        QCOMPARE(find(result, 0)->others, (Proportion {2, 3}));
        QVERIFY(find(result, 1));
        QCOMPARE(find(result, 1)->converted, (Proportion {1, 2}));
        QCOMPARE(find(result, 1)->others, (Proportion {0, 3}));
        QCOMPARE(result.none.converted, (Proportion {0, 2}));
        QCOMPARE(result.none.others, (Proportion {1, 3}));
    }

    void looksAtTheOthersAsOf()
    {
        const TouchHistories histories(
            {{0, 0, Won - 40 * DayMs, 1}, {1, 0, Won - 10 * DayMs, 2}, {2, 0, Won + Hour, 3}},
            {std::nullopt, std::nullopt, std::nullopt});
        const auto touched = [&](const AttributionQuery &query) {
            const Attribution result = attribution(histories, query);
            return result.keys.isEmpty() ? 0 : result.keys.first().others.k;
        };
        QCOMPARE(touched({}), 3);
        QCOMPARE(touched({.asOf = Won}), 2);
        QCOMPARE(touched({.lookBackDays = 30, .asOf = Won}), 1);
        QCOMPARE(touched({.lookBackDays = 30}), 3); // nothing to look back from
        QCOMPARE(touched({.asOf = Won - 50 * DayMs}), 0);
    }

    void aLaterConversionHasNotHappenedYet()
    {
        const TouchHistories histories({{0, 0, Won - 2 * Hour, 1}, {0, 1, Won - Hour, 2}}, {Won});
        const Attribution before =
            attribution(histories, {.model = AttributionModel::Last, .asOf = Won - Hour - 1});
        QCOMPARE(before.conversions, 0);
        QCOMPARE(before.others, 1);
        QCOMPARE(before.keys.size(), 1);
        QVERIFY(before.keys.first().credit.isNone());
        QCOMPARE(before.keys.first().others, (Proportion {1, 1}));
        QVERIFY(!before.keys.first().converted.rate()); // nobody converted: no share, not 0 %
        const Attribution after =
            attribution(histories, {.model = AttributionModel::Last, .asOf = Won});
        QCOMPARE(after.conversions, 1);
        QCOMPARE(creditOf(after, 1), 1.0);
    }

    void ordersByCreditThenKey()
    {
        const TouchHistories histories(
            {{0, 9, Won, 1}, {1, 9, Won, 2}, {2, 3, Won, 3}, {3, 2, Won, 4}, {4, 1, Won, 5}},
            {Won, Won, Won, Won, std::nullopt});
        std::vector<quint32> order;
        for (const KeyCredit &key : attribution(histories, {}).keys)
            order.push_back(key.key.value_or(0));
        QCOMPARE(order, (std::vector<quint32> {9, 2, 3, 1}));
    }

    void namesTheProspectsBehind()
    {
        const TouchHistories histories(
            {{0, 0, Won - 2, 1}, {0, 1, Won - 1, 2}, {1, 1, Won - 1, 3}, {2, 1, Won - 1, 4}},
            {Won, Won, std::nullopt});
        using List = QList<ProspectCredit>;
        const Credit whole = Credit::ofConversions(1);
        const AttributionQuery first {.model = AttributionModel::First};
        QCOMPARE(prospectsBehind(histories, first, 0), (List {{0, whole}}));
        QCOMPARE(prospectsBehind(histories, first, 1), (List {{1, whole}}));
        const AttributionQuery j {.model = AttributionModel::J};
        QCOMPARE(prospectsBehind(histories, j, 1),
            (List {{0, Credit::ofParts(Credit::Parts / 4 * 3)}, {1, whole}}));
        QVERIFY(prospectsBehind(histories, j, 8).isEmpty());
        QVERIFY(prospectsBehind(histories, j, {}).isEmpty());
    }

    void nobodyIsNoError()
    {
        const Attribution nobody = attribution(TouchHistories({}, {}), {});
        QCOMPARE(nobody.conversions + nobody.others, 0);
        QVERIFY(nobody.keys.isEmpty());
        QVERIFY(nobody.none.credit.isNone());
        QVERIFY(!nobody.none.converted.rate());
        const Attribution untouched = attribution(TouchHistories({}, {Won, std::nullopt}), {});
        QCOMPARE(untouched.none.credit, Credit::ofConversions(1));
        QVERIFY(untouched.keys.isEmpty());
    }

    void published()
    {
        const QString root = qEnvironmentVariable("PULLPUSH_SHARED_DATA");
        QFile file(root + u"/funnel/channelattribution/Data.csv"_s);
        if (root.isEmpty() || !file.exists())
            QSKIP("The paths' file is not at hand.");
        QVERIFY(file.open(QIODevice::ReadOnly));
        ChannelPaths paths;
        file.readLine();
        while (!file.atEnd())
            paths.add(file.readLine().trimmed().split(';'));
        const QStringList channels = paths.channels;
        const TouchHistories histories(paths.touches, paths.conversions);
        struct Expected
        {
            QString channel;
            QList<double> credit; ///< first, last, linear, U, J; to 4 digits
            qint64 converted;
            qint64 others;
        };
        const QList<Expected> expected {
            {u"alpha"_s, {6308, 8447, 7574.7186, 7444.8238, 7894.6238}, 10736, 37549},
            {u"iota"_s, {4606, 3355, 3857.0962, 3944.9482, 3696.5482}, 6895, 23483},
            {u"eta"_s, {3164, 4167, 3539.9512, 3618.7961, 3833.4961}, 6216, 20668},
            {u"beta"_s, {2831, 989, 2083.5001, 1969.7662, 1572.8162}, 4378, 14231},
            {u"theta"_s, {1606, 653, 1022.8014, 1092.7445, 887.5445}, 3267, 11143},
            {u"lambda"_s, {902, 1207, 1035.2576, 1046.9039, 1110.0039}, 2054, 6634},
            {u"gamma"_s, {165, 92, 121.0416, 125.2409, 109.5909}, 328, 1093},
            {u"epsilon"_s, {99, 531, 272.1704, 301.0502, 390.0502}, 1138, 3630},
            {u"kappa"_s, {74, 230, 137.9641, 147.4596, 178.9096}, 469, 1461},
            {u"zeta"_s, {27, 107, 136.5515, 88.6229, 105.9729}, 653, 2094},
            {u"mi"_s, {2, 2, 2.2222, 2.0571, 2.0571}, 4, 11},
            {u"delta"_s, {1, 5, 1.7250, 2.5867, 3.3867}, 9, 33},
        };
        for (const auto &[model, word] : EnumText<AttributionModel>::values) {
            const Attribution result = attribution(histories, {.model = model});
            QCOMPARE(result.conversions, 19785);
            QCOMPARE(result.others, 68602);
            QCOMPARE(sumOf(result), Credit::ofConversions(19785));
            QCOMPARE(result.keys.size(), expected.size());
            for (const Expected &each : expected) {
                const KeyCredit *key = find(result, quint32(channels.indexOf(each.channel)));
                QVERIFY(key);
                const double difference = key->credit.value() - each.credit[qsizetype(model)];
                QVERIFY2(qAbs(difference) < .00005 + 1e-9, qPrintable(each.channel));
                QCOMPARE(key->converted, (Proportion {each.converted, 19785}));
                QCOMPARE(key->others, (Proportion {each.others, 68602}));
            }
        }
    }
};

PULLPUSH_TEST(TestAttribution)
#include "tst_attribution.moc"
