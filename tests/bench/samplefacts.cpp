// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplefacts.h"

#include "analytics/chartfacts.h"
#include "analytics/conversion.h"
#include "base/clock.h"
#include "measure.h"

#include <QRandomGenerator>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {
constexpr int SamplePosts = 200;
constexpr qint64 SampleHourMs = 3'600'000;

/// Somebody of whom something is made up.
struct SamplePerson
{
    ProspectId id;
    UserId owner;
    qint64 entryMs = 0;
    ConversionMove conversion;
    bool hasLeft = false;
};

/// Calls \a use(person) for everybody who entered the pipeline at a known time, by id.
template<typename Use>
void forEachSamplePerson(const ProspectColumns &columns, Use use)
{
    const std::vector<bool> winning = winningStages(columns.stages());
    for (const auto &chunk : columns.chunks()) {
        for (size_t row = 0; row < chunk->ids.size(); ++row) {
            if (chunk->entry[row] == ColumnChunk::UnknownEntry)
                continue;
            use(SamplePerson {ProspectId(chunk->ids[row]), columns.owners().at(chunk->owner[row]),
                qint64(chunk->entry[row]) * 1000, conversionOf(*chunk, row, winning),
                (chunk->fate[row] & 1) != 0});
        }
    }
}

/// Up to five touches of posts each from a month before the entry to a month after it; one in ten was brought by a customer, and one customer in four wrote a
/// review.
std::shared_ptr<const TouchFacts> sampleTouches(const ProspectColumns &columns, qint64 now)
{
    auto facts = std::make_shared<TouchFacts>();
    QRandomGenerator random(1);
    std::vector<ProspectId> customers;
    const auto add = [&](const SamplePerson &person, TouchKind kind, qint64 ms) {
        TouchFacts::Row touch;
        touch.prospect = person.id;
        touch.id = TouchId(qint64(facts->rows.size()) + 1);
        touch.at = {std::min(ms, now), Precision::Exact};
        touch.kind = kind;
        facts->rows.push_back(touch);
        return &facts->rows.back();
    };
    forEachSamplePerson(columns, [&](const SamplePerson &person) {
        for (int left = random.bounded(6); left > 0; --left) {
            const qint64 ms =
                person.entryMs + qint64(random.bounded(60 * 24) - 30 * 24) * SampleHourMs;
            add(person, TouchKind(random.bounded(5)), ms)->post =
                PostId(1 + random.bounded(SamplePosts));
        }
        if (!customers.empty() && random.bounded(10) == 0)
            add(person, TouchKind::Referred, person.entryMs)->referrer =
                customers[size_t(random.bounded(int(customers.size())))];
        if (!person.conversion.isConverted || !person.conversion.isDated)
            return;
        customers.push_back(person.id);
        if (random.bounded(4) == 0)
            add(person, TouchKind::Reviewed, person.conversion.ms() + 30 * DayMs)->quotable =
                random.bounded(2) == 0;
    });
    std::ranges::sort(facts->rows, {},
        [](const TouchFacts::Row &row) { return std::tuple(row.prospect, row.at.ms, row.id); });
    for (int post = 1; post <= SamplePosts; ++post)
        facts->posts.insert(PostId(post), {u"Post %1"_s.arg(post), {}, {}});
    return facts;
}

/// One in three is worth something, and to one in four something was offered.
std::shared_ptr<const DealFacts> sampleDeals(const ProspectColumns &columns, qint64 now)
{
    auto facts = std::make_shared<DealFacts>();
    const QString currencies[] {u"EUR"_s, u"USD"_s};
    const QDate today = localDay(now, columns.zone());
    QRandomGenerator random(2);
    forEachSamplePerson(columns, [&](const SamplePerson &person) {
        const QString &currency = currencies[random.bounded(5) == 0 ? 1 : 0];
        if (random.bounded(3) == 0)
            facts->worths.push_back(
                {person.id, qint64(100) * (1 + random.bounded(5000)), currency});
        if (random.bounded(4) != 0)
            return;
        DealFacts::Offered offer;
        offer.prospect = person.id;
        offer.id = OfferId(qint64(facts->offers.size()) + 1);
        offer.minor = qint64(100) * (1 + random.bounded(5000));
        offer.currency = currency;
        offer.madeAt = {std::min(person.entryMs + 10 * DayMs, now), Precision::Exact};
        offer.expectedOn = today.addDays(random.bounded(300) - 30);
        if (person.conversion.isConverted) {
            offer.state = OfferState::Won;
            offer.decidedAt = person.conversion.isDated ? person.conversion.ms() : now;
        } else if (person.hasLeft) {
            offer.state = OfferState::Lost;
            offer.decidedAt = std::min(person.entryMs + 20 * DayMs, now);
        }
        facts->offers.push_back(offer);
    });
    return facts;
}

/// One in five was offered to the one whose prospect it is: six of ten were accepted, two returned.
std::shared_ptr<const HandoverFacts> sampleHandovers(const ProspectColumns &columns, qint64 now)
{
    auto facts = std::make_shared<HandoverFacts>();
    const QString reasons[] {u"Too early"_s, u"Not the one who decides"_s, u"No budget"_s, u""_s};
    QRandomGenerator random(3);
    forEachSamplePerson(columns, [&](const SamplePerson &person) {
        const qint64 offeredAt = person.entryMs + qint64(random.bounded(40 * 24)) * SampleHourMs;
        if (random.bounded(5) != 0 || offeredAt > now)
            return;
        HandoverFacts::Row row;
        row.prospect = person.id;
        row.id = HandoverId(qint64(facts->rows.size()) + 1);
        row.rep = person.owner;
        row.offeredAt = offeredAt;
        row.dueAt = offeredAt + 2 * DayMs;
        const int fate = random.bounded(10);
        if (fate < 9) {
            row.state = fate < 6 ? HandoverState::Accepted
                : fate < 8       ? HandoverState::Returned
                                 : HandoverState::Withdrawn;
            row.decidedAt = std::min(offeredAt + qint64(random.bounded(72)) * SampleHourMs, now);
        }
        if (row.state == HandoverState::Returned)
            row.reason = reasons[random.bounded(4)];
        facts->rows.push_back(row);
    });
    for (const UserId owner : columns.owners())
        facts->members.insert(owner, u"Member %1"_s.arg(owner.value()));
    return facts;
}
} // namespace

void addSampleFacts(ChartFacts &facts, const ProspectColumns &columns, qint64 now)
{
    const auto tell = [](qsizetype rows, QLatin1StringView what) {
        out() << "  made up in memory, since there are none: "_L1 << rows << ' ' << what
              << Qt::endl;
    };
    if (!facts.touches || facts.touches->rows.empty()) {
        facts.touches = sampleTouches(columns, now);
        tell(qsizetype(facts.touches->rows.size()), "touches"_L1);
    }
    if (!facts.deals || (facts.deals->offers.empty() && facts.deals->worths.empty())) {
        facts.deals = sampleDeals(columns, now);
        tell(qsizetype(facts.deals->offers.size()) + qsizetype(facts.deals->worths.size()),
            "deals"_L1);
    }
    if (!facts.handovers || facts.handovers->rows.empty()) {
        facts.handovers = sampleHandovers(columns, now);
        tell(qsizetype(facts.handovers->rows.size()), "handovers"_L1);
    }
}
