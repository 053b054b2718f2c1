// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/advocacy.h"

#include "analytics/agerule.h"
#include "analytics/conversion.h"
#include "analytics/notapplicable.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace {

/// Somebody brought somebody.
struct Referral
{
    qint64 referrer = 0;
    qint64 brought = 0;
    Moment at;
};

/// Whether somebody who was brought became a customer.
enum class BroughtFate { NoCustomer, Customer, NotApplicable };

/// What touches say, in the order of the columns.
struct AdvocacyTouches
{
    std::vector<Referral> referrals; ///< by referrer, then who was brought
    std::vector<const TouchFacts::Row *> reviews; ///< by prospect
    QHash<qint64, BroughtFate> fates; ///< by who was brought and is in the columns
};

AdvocacyTouches touchesBy(const TouchFacts &touches, qint64 asOf)
{
    AdvocacyTouches result;
    for (const TouchFacts::Row &touch : touches.rows) {
        if (touch.at.precision != Precision::Unknown && asOf != 0 && touch.at.ms > asOf)
            continue;
        if (touch.kind == TouchKind::Reviewed)
            result.reviews.push_back(&touch);
        if (touch.kind == TouchKind::Referred && !touch.referrer.isNull()
            && touch.referrer != touch.prospect)
            result.referrals.push_back({touch.referrer.value(), touch.prospect.value(), touch.at});
    }
    std::ranges::sort(result.referrals, {}, [](const Referral &referral) {
        return std::tuple(referral.referrer, referral.brought, referral.at.ms);
    });
    return result;
}

/// Finds out what became of those who were brought, whosever they are.
void findFates(const ProspectColumns &columns, const std::vector<bool> &winning, qint64 asOf,
    AdvocacyTouches &touches)
{
    QSet<qint64> brought;
    for (const Referral &referral : touches.referrals)
        brought.insert(referral.brought);
    if (brought.isEmpty())
        return;
    NotApplicableSale notApplicable(columns);
    const auto fateOf = [&](const ColumnChunk &chunk, size_t row) {
        if (!conversionOf(chunk, row, winning).hasHappened(asOf))
            return BroughtFate::NoCustomer;
        return notApplicable.has(chunk, row) ? BroughtFate::NotApplicable : BroughtFate::Customer;
    };
    for (const auto &chunk : columns.chunks()) {
        for (size_t row = 0; row < chunk->ids.size(); ++row) {
            if (brought.contains(chunk->ids[row]))
                touches.fates.insert(chunk->ids[row], fateOf(*chunk, row));
        }
    }
}

/// Decides what happened in time after a conversion.
class CustomerClock
{
public:
    CustomerClock(const QTimeZone &zone, const std::optional<int> &windowDays, qint64 asOf)
        : m_rule(zone)
        , m_windowDays(windowDays)
        , m_asOf(asOf)
    { }

    void start(const ConversionMove &conversion) { m_conversion = conversion; }
    [[nodiscard]] bool isWindowed() const { return m_windowDays.has_value(); }
    [[nodiscard]] bool isMature() { return !m_windowDays || age(m_asOf, false) >= *m_windowDays; }
    [[nodiscard]] bool isInTime(qint64 ms, bool isDay)
    {
        if (!m_windowDays)
            return true;
        const qint64 days = age(ms, isDay);
        return days >= 0 && days <= *m_windowDays;
    }
    [[nodiscard]] bool isInTime(const Moment &at)
    {
        return !m_windowDays
            || (at.precision != Precision::Unknown
                && isInTime(at.ms, at.precision == Precision::Day));
    }

private:
    [[nodiscard]] qint64 age(qint64 ms, bool isDay)
    {
        return m_rule.days(m_conversion.ms(), m_conversion.isDay(), ms, isDay);
    }

    AgeRule m_rule;
    std::optional<int> m_windowDays;
    qint64 m_asOf;
    ConversionMove m_conversion;
};

/// One customer who counts.
struct CustomerStory
{
    ProspectId id;
    std::vector<qint64> brought; ///< ascending, each once
    bool hasReviewed = false;
    bool isQuotable = false;
    qsizetype furthest = 0; ///< index of the furthest stage that was reached in time
    quint32 notApplicable = 0; ///< bit k: step k is not applicable to them

    [[nodiscard]] bool isApplicable(int step) const { return !(notApplicable >> step & 1); }
};

/// Tells the stories of the customers in the order of the columns.
class CustomerStories
{
public:
    CustomerStories(
        const ProspectColumns &columns, const TouchFacts &touches, const AdvocacyQuery &query)
        : m_columns(columns)
        , m_query(query)
        , m_winning(winningStages(columns.stages()))
        , m_touches(touchesBy(touches, query.filter.asOf))
        , m_clock(columns.zone(), query.windowDays, query.filter.asOf)
    {
        findFates(columns, m_winning, query.filter.asOf, m_touches);
    }

    [[nodiscard]] qint64 immature() const { return m_immature; }
    [[nodiscard]] qint64 undated() const { return m_undated; }
    [[nodiscard]] qint64 notApplicable() const { return m_notApplicable; }
    [[nodiscard]] BroughtFate fateOf(qint64 brought) const
    {
        return m_touches.fates.value(brought);
    }

    template<typename Use>
    void tell(Use use)
    {
        const SecondSpan span(m_query.filter.span, m_columns.zone());
        NotApplicableSale notApplicable(m_columns);
        NotApplicableSteps notApplicableSteps;
        forEachWanted(m_columns, m_query.filter, [&](const ColumnChunk &chunk, size_t row) {
            const ConversionMove conversion = conversionOf(chunk, row, m_winning);
            if (!conversion.hasHappened(m_query.filter.asOf))
                return;
            if (conversion.isDated && !span.contains(conversion.at))
                return;
            if (notApplicable.has(chunk, row)) {
                ++m_notApplicable;
                return;
            }
            if (!conversion.isDated && (span.isTimed || m_clock.isWindowed())) {
                ++m_undated;
                return;
            }
            m_clock.start(conversion);
            if (!m_clock.isMature()) {
                ++m_immature;
                return;
            }
            CustomerStory story;
            story.id = ProspectId(chunk.ids[row]);
            story.notApplicable = notApplicableSteps.of(chunk, row);
            takeReferrals(story);
            takeReviews(story);
            takeStages(chunk, row, story);
            use(story);
        });
    }

private:
    void takeReferrals(CustomerStory &story)
    {
        auto referral = std::ranges::lower_bound(
            m_touches.referrals, story.id.value(), {}, &Referral::referrer);
        for (; referral != m_touches.referrals.end() && referral->referrer == story.id.value();
             ++referral) {
            const bool isNew = story.brought.empty() || story.brought.back() != referral->brought;
            if (isNew && m_touches.fates.contains(referral->brought)
                && m_clock.isInTime(referral->at))
                story.brought.push_back(referral->brought);
        }
    }
    void takeReviews(CustomerStory &story)
    {
        const auto byProspect = [](const TouchFacts::Row *review) { return review->prospect; };
        auto review = std::ranges::lower_bound(m_touches.reviews, story.id, {}, byProspect);
        for (; review != m_touches.reviews.end() && (*review)->prospect == story.id; ++review) {
            if (!m_clock.isInTime((*review)->at))
                continue;
            story.hasReviewed = true;
            story.isQuotable = story.isQuotable || (*review)->quotable;
        }
    }
    void takeStages(const ColumnChunk &chunk, size_t row, CustomerStory &story)
    {
        const qint64 asOf = m_query.filter.asOf;
        chunk.forEachMove(row, [&](quint8, quint8 to, quint32 at, quint8 flags) {
            const qint64 ms = qint64(at) * 1000;
            const bool isDated = !(flags & ColumnChunk::Moves::HasNoArrival);
            if (!m_winning[to] || (isDated && asOf != 0 && ms > asOf))
                return;
            const bool isDay = flags & ColumnChunk::Moves::IsDay;
            if (!m_clock.isWindowed() || (isDated && m_clock.isInTime(ms, isDay)))
                story.furthest = std::max(story.furthest, qsizetype(to));
        });
    }

    const ProspectColumns &m_columns;
    const AdvocacyQuery &m_query;
    std::vector<bool> m_winning;
    AdvocacyTouches m_touches;
    CustomerClock m_clock;
    qint64 m_immature = 0;
    qint64 m_undated = 0;
    qint64 m_notApplicable = 0;
};

/// The steps behind the first of kind won, as indices into the steps and into the stages.
QList<std::pair<int, qsizetype>> stepsBehindTheSale(const ProspectColumns &columns)
{
    QList<std::pair<int, qsizetype>> steps;
    const QList<Stage> &all = columns.steps();
    const auto won = std::ranges::find(all, StageKind::Won, &Stage::kind) - all.begin();
    for (qsizetype step = won + 1; step < all.size(); ++step)
        steps.append({int(step), indexOfStage(columns.stages(), all.at(step).id)});
    return steps;
}

int referralGroup(const CustomerStory &story)
{
    return int(std::min(story.brought.size(), size_t(Advocacy::MostReferrals)));
}

} // namespace

Advocacy advocacy(
    const ProspectColumns &columns, const TouchFacts &touches, const AdvocacyQuery &query)
{
    CustomerStories stories(columns, touches, query);
    Advocacy result;
    const auto steps = stepsBehindTheSale(columns);
    for (const auto &[step, stage] : steps)
        result.later.append(Advocacy::Later {.step = step, .reached = {}, .notApplicable = 0});
    QSet<qint64> brought;
    stories.tell([&](const CustomerStory &story) {
        ++result.customers;
        Advocacy::Group &group = result.groups[size_t(referralGroup(story))];
        ++group.customers;
        group.brought += qint64(story.brought.size());
        for (const qint64 id : story.brought) {
            group.broughtCustomers += stories.fateOf(id) == BroughtFate::Customer ? 1 : 0;
            group.broughtNotApplicable += stories.fateOf(id) == BroughtFate::NotApplicable ? 1 : 0;
            brought.insert(id);
        }
        result.referred.k += story.brought.empty() ? 0 : 1;
        result.reviewed.k += story.hasReviewed ? 1 : 0;
        result.quotable.k += story.isQuotable ? 1 : 0;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            Advocacy::Later &later = result.later[i];
            if (!story.isApplicable(later.step)) {
                ++later.notApplicable;
                continue;
            }
            ++later.reached.n;
            later.reached.k += story.furthest >= steps.at(i).second ? 1 : 0;
        }
    });
    result.immature = stories.immature();
    result.undated = stories.undated();
    result.notApplicable = stories.notApplicable();
    for (Proportion *share : {&result.referred, &result.reviewed, &result.quotable})
        share->n = result.customers;
    const auto countBrought = [&](BroughtFate fate) {
        return qint64(
            std::ranges::count(brought, fate, [&](qint64 id) { return stories.fateOf(id); }));
    };
    result.brought = brought.size();
    result.bought = {countBrought(BroughtFate::Customer),
        result.brought - countBrought(BroughtFate::NotApplicable)};
    return result;
}

QList<ProspectId> advocacyPeople(const ProspectColumns &columns, const TouchFacts &touches,
    const AdvocacyQuery &query, const AdvocacyPeople &wanted)
{
    using Kind = AdvocacyPeople::Kind;
    QList<ProspectId> people;
    qsizetype stage = 0;
    for (const auto &[step, index] : stepsBehindTheSale(columns)) {
        if (step == wanted.number)
            stage = index;
    }
    const auto isWanted = [&](const CustomerStory &story) {
        switch (wanted.kind) {
        case Kind::Customers:
            return true;
        case Kind::Referred:
            return referralGroup(story) == wanted.number;
        case Kind::Reviewed:
            return story.hasReviewed;
        case Kind::Quotable:
            return story.isQuotable;
        case Kind::Later:
            return stage > 0 && story.furthest >= stage && story.isApplicable(wanted.number);
        case Kind::Brought:
            return false;
        }
        Q_UNREACHABLE();
    };
    CustomerStories stories(columns, touches, query);
    stories.tell([&](const CustomerStory &story) {
        if (isWanted(story))
            people.append(story.id);
        for (const qint64 id : story.brought) {
            if (wanted.kind == Kind::Brought)
                people.append(ProspectId(id));
        }
    });
    if (wanted.kind == Kind::Brought) {
        std::ranges::sort(people);
        people.resize(std::unique(people.begin(), people.end()) - people.begin());
    }
    return people;
}
