// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/attribution.h"
#include "base/moment.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <rapidcheck.h>

namespace {
constexpr qint64 Start = 1'767'268'800'000; ///< 1 January 2026, 12:00 UTC
constexpr qint64 Step = DayMs * 5 / 2; ///< few instants, so that many coincide
constexpr int Steps = 40;
constexpr quint32 Keys = 5;

/// What TouchHistories is made of, to be changed before.
struct Histories
{
    std::vector<KeyTouch> touches;
    std::vector<std::optional<qint64>> conversions;

    [[nodiscard]] TouchHistories made() const { return {touches, conversions}; }
};

qint64 anyInstant()
{
    return Start + Step * *rc::gen::inRange(0, Steps);
}

Histories anyHistories()
{
    Histories histories;
    const int prospects = *rc::gen::inRange(1, 9);
    for (int i = 0; i < prospects; ++i) {
        histories.conversions.push_back(
            *rc::gen::inRange(0, 3) > 0 ? std::optional(anyInstant()) : std::nullopt);
    }
    // Long paths as well as short ones.
    const int touches = *rc::gen::inRange(0, 120);
    for (int i = 0; i < touches; ++i) {
        const auto row = quint32(*rc::gen::inRange(0, prospects));
        const auto key = quint32(*rc::gen::inRange(0, int(Keys)));
        histories.touches.push_back({row, key, anyInstant(), i});
    }
    return histories;
}

AttributionQuery anyQuery()
{
    AttributionQuery query;
    query.model =
        AttributionModel(*rc::gen::inRange(0, int(std::size(EnumText<AttributionModel>::values))));
    if (*rc::gen::arbitrary<bool>())
        query.lookBackDays = *rc::gen::inRange(0, 60);
    if (*rc::gen::arbitrary<bool>())
        query.asOf = anyInstant();
    return query;
}

/// When the prospect converted, if the query knows of it.
std::optional<qint64> conversionOf(
    const Histories &histories, const AttributionQuery &query, size_t row)
{
    const std::optional<qint64> conversion = histories.conversions[row];
    return conversion && (!query.asOf || *conversion <= *query.asOf) ? conversion : std::nullopt;
}

/// The weights as they are written down, in floating point.
std::vector<double> weights(AttributionModel model, size_t count)
{
    std::vector<double> result(count, 0);
    const auto ends = [&](double first, double last) {
        std::ranges::fill(result, (1 - first - last) / double(count - 2));
        result.front() = first;
        result.back() = last;
    };
    if (count == 0)
        return result;
    if (count == 1)
        return {1};
    switch (model) {
    case AttributionModel::First:
        result.front() = 1;
        break;
    case AttributionModel::Last:
        result.back() = 1;
        break;
    case AttributionModel::Linear:
        std::ranges::fill(result, 1 / double(count));
        break;
    case AttributionModel::U:
        if (count == 2)
            return {.5, .5};
        ends(.4, .4);
        break;
    case AttributionModel::J:
        if (count == 2)
            return {.25, .75};
        ends(.2, .6);
        break;
    }
    return result;
}

/// The credit counted prospect by prospect, each from all touches; -1 is the key of nothing.
std::map<qint64, double> plainCredit(const Histories &histories, const AttributionQuery &query)
{
    std::map<qint64, double> credit;
    for (size_t row = 0; row < histories.conversions.size(); ++row) {
        const std::optional<qint64> conversion = conversionOf(histories, query, row);
        if (!conversion)
            continue;
        std::vector<KeyTouch> path;
        for (const KeyTouch &touch : histories.touches) {
            const bool isOld =
                query.lookBackDays && (*conversion - touch.ms) / DayMs > *query.lookBackDays;
            if (touch.prospect == row && touch.ms <= *conversion && !isOld)
                path.push_back(touch);
        }
        std::ranges::sort(path, [](const KeyTouch &a, const KeyTouch &b) {
            return a.ms != b.ms ? a.ms < b.ms : a.id < b.id;
        });
        const std::vector<double> shares = weights(query.model, path.size());
        for (size_t i = 0; i < path.size(); ++i)
            credit[path[i].key] += shares[i];
        if (path.empty())
            credit[-1] += 1;
    }
    return credit;
}

Credit creditTogether(const QList<ProspectCredit> &prospects)
{
    Credit sum;
    for (const ProspectCredit &prospect : prospects)
        sum += prospect.credit;
    return sum;
}
} // namespace

/// What must hold for every history, under every model.
class AttributionPropertiesTest : public QObject
{
    Q_OBJECT
private slots:
    void creditIsTheConversions()
    {
        QVERIFY(rc::check("the credit adds up to the conversions", [] {
            const Histories histories = anyHistories();
            AttributionQuery query = anyQuery();
            for (const auto &[model, word] : EnumText<AttributionModel>::values) {
                query.model = model;
                const Attribution result = attribution(histories.made(), query);
                Credit sum = result.none.credit;
                double rounded = sum.value();
                for (const KeyCredit &key : result.keys) {
                    sum += key.credit;
                    rounded += key.credit.value();
                }
                qint64 conversions = 0;
                for (size_t row = 0; row < histories.conversions.size(); ++row)
                    conversions += conversionOf(histories, query, row) ? 1 : 0;
                RC_ASSERT(result.conversions == conversions);
                RC_ASSERT(
                    result.conversions + result.others == qint64(histories.conversions.size()));
                RC_ASSERT(sum == Credit::ofConversions(conversions));
                RC_ASSERT(qAbs(rounded - double(conversions)) < 1e-9);
            }
        }));
    }

    void creditIsAsCountedPlainly()
    {
        QVERIFY(rc::check("as counted prospect by prospect", [] {
            const Histories histories = anyHistories();
            const AttributionQuery query = anyQuery();
            const Attribution result = attribution(histories.made(), query);
            std::map<qint64, double> credit = plainCredit(histories, query);
            RC_ASSERT(qAbs(result.none.credit.value() - credit[-1]) < 1e-9);
            credit.erase(-1);
            for (const KeyCredit &key : result.keys) {
                RC_ASSERT(key.key.has_value());
                RC_ASSERT(qAbs(key.credit.value() - credit[key.key.value_or(0)]) < 1e-9);
                credit.erase(key.key.value_or(0));
            }
            RC_ASSERT(credit.empty());
        }));
    }

    void sharesAreOfPeople()
    {
        QVERIFY(rc::check("nobody is counted twice, and all are counted", [] {
            const Attribution result = attribution(anyHistories().made(), anyQuery());
            qint64 touched = result.none.converted.k;
            for (const KeyCredit &key : result.keys) {
                RC_ASSERT(key.converted.k + key.others.k > 0);
                RC_ASSERT(key.converted.k <= result.conversions);
                RC_ASSERT(key.others.k <= result.others);
                RC_ASSERT(key.converted.n == result.conversions);
                RC_ASSERT(key.others.n == result.others);
                RC_ASSERT(key.credit <= Credit::ofConversions(key.converted.k));
                touched += key.converted.k;
            }
            RC_ASSERT(touched >= result.conversions);
        }));
    }

    void prospectsStandBehindTheCredit()
    {
        QVERIFY(rc::check("the prospects behind a key make up its credit", [] {
            const TouchHistories histories = anyHistories().made();
            const AttributionQuery query = anyQuery();
            const Attribution result = attribution(histories, query);
            RC_ASSERT(creditTogether(prospectsBehind(histories, query, {})) == result.none.credit);
            for (const KeyCredit &key : result.keys) {
                const QList<ProspectCredit> behind = prospectsBehind(histories, query, key.key);
                RC_ASSERT(creditTogether(behind) == key.credit);
                RC_ASSERT(qint64(behind.size()) <= key.converted.k);
                RC_ASSERT(std::ranges::is_sorted(behind, {}, &ProspectCredit::prospect));
                for (const ProspectCredit &prospect : behind)
                    RC_ASSERT(prospect.credit <= Credit::ofConversions(1));
            }
        }));
    }

    void orderOfInputChangesNothing()
    {
        QVERIFY(rc::check("touches in any order", [] {
            Histories histories = anyHistories();
            const AttributionQuery query = anyQuery();
            const Attribution before = attribution(histories.made(), query);
            std::mt19937 chance(*rc::gen::arbitrary<quint32>());
            std::ranges::shuffle(histories.touches, chance);
            RC_ASSERT(attribution(histories.made(), query) == before);
        }));
    }

    void orderOfProspectsChangesNothing()
    {
        QVERIFY(rc::check("prospects in the opposite order", [] {
            Histories histories = anyHistories();
            const AttributionQuery query = anyQuery();
            const Attribution before = attribution(histories.made(), query);
            std::ranges::reverse(histories.conversions);
            for (KeyTouch &touch : histories.touches)
                touch.prospect = quint32(histories.conversions.size()) - 1 - touch.prospect;
            RC_ASSERT(attribution(histories.made(), query) == before);
        }));
    }

    void whatCameAfterChangesNothing()
    {
        QVERIFY(rc::check("a touch after the conversion", [] {
            Histories histories = anyHistories();
            const AttributionQuery query = anyQuery();
            const Attribution before = attribution(histories.made(), query);
            for (size_t row = 0; row < histories.conversions.size(); ++row) {
                const std::optional<qint64> conversion = conversionOf(histories, query, row);
                if (!conversion)
                    continue;
                const qint64 later = *conversion + *rc::gen::inRange<qint64>(1, 50 * DayMs);
                const auto key = quint32(*rc::gen::inRange(0, int(Keys) + 3));
                histories.touches.push_back({quint32(row), key, later, -1});
            }
            RC_ASSERT(attribution(histories.made(), query) == before);
        }));
    }

    void whatIsTooOldChangesNothing()
    {
        QVERIFY(rc::check("a touch outside the look-back", [] {
            Histories histories = anyHistories();
            AttributionQuery query = anyQuery();
            query.lookBackDays = *rc::gen::inRange(0, 60);
            const Attribution before = attribution(histories.made(), query);
            for (size_t row = 0; row < histories.conversions.size(); ++row) {
                const std::optional<qint64> conversion = conversionOf(histories, query, row);
                const std::optional<qint64> until = conversion ? conversion : query.asOf;
                if (!until)
                    continue;
                const qint64 old = *until - (*query.lookBackDays + 1) * DayMs
                    - *rc::gen::inRange<qint64>(0, 50 * DayMs);
                const auto key = quint32(*rc::gen::inRange(0, int(Keys) + 3));
                histories.touches.push_back({quint32(row), key, old, -1});
            }
            RC_ASSERT(attribution(histories.made(), query) == before);
        }));
    }

    void manyAreSoManyTimesOne()
    {
        QVERIFY(rc::check("every prospect several times", [] {
            const Histories histories = anyHistories();
            const AttributionQuery query = anyQuery();
            const int times = *rc::gen::inRange(2, 6);
            Histories many;
            for (int copy = 0; copy < times; ++copy) {
                const auto first = quint32(many.conversions.size());
                std::ranges::copy(histories.conversions, std::back_inserter(many.conversions));
                for (KeyTouch touch : histories.touches) {
                    touch.prospect += first;
                    many.touches.push_back(touch);
                }
            }
            Attribution expected = attribution(histories.made(), query);
            const auto scale = [times](KeyCredit &key) {
                const Credit one = key.credit;
                for (int i = 1; i < times; ++i)
                    key.credit += one;
                key.converted = {key.converted.k * times, key.converted.n * times};
                key.others = {key.others.k * times, key.others.n * times};
            };
            expected.conversions *= times;
            expected.others *= times;
            scale(expected.none);
            for (KeyCredit &key : expected.keys)
                scale(key);
            RC_ASSERT(attribution(many.made(), query) == expected);
        }));
    }

    void theCalendarChangesNothing()
    {
        QVERIFY(rc::check("everything at another time", [] {
            Histories histories = anyHistories();
            AttributionQuery query = anyQuery();
            const Attribution before = attribution(histories.made(), query);
            const auto shift = *rc::gen::inRange<qint64>(-20'000 * DayMs, 20'000 * DayMs);
            for (KeyTouch &touch : histories.touches)
                touch.ms += shift;
            for (std::optional<qint64> &conversion : histories.conversions) {
                if (conversion)
                    conversion = *conversion + shift;
            }
            if (query.asOf)
                query.asOf = *query.asOf + shift;
            RC_ASSERT(attribution(histories.made(), query) == before);
        }));
    }
};

PULLPUSH_TEST(AttributionPropertiesTest)
#include "tst_attributionproperties.moc"
