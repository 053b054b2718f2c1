// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/handover.h"
#include "domain/touch.h"
#include "session/samplewriter.h"
#include "storage/bulkinsert.h"
#include "storage/salestable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype HandedTouches = 3; ///< so many of the newest come with a handover
} // namespace

Result<> SampleWriter::writePush(const QJsonObject &push)
{
    return writeFacts(push.value("facts"_L1).toArray())
        .and_then([&] { return writeOffers(push.value("offers"_L1).toArray()); })
        .and_then([&] { return writeHandovers(push.value("handovers"_L1).toArray()); })
        .and_then([&] { return writeAdvocacy(push.value("touches"_L1).toArray()); });
}

Result<> SampleWriter::writeFacts(const QJsonArray &facts)
{
    BulkInsert<Fact> insert(m_transaction);
    int position = 0;
    for (const auto &value : facts) {
        // Who, the kind, the words, where they are from, and the day.
        const QJsonArray from = value.toArray();
        Fact fact;
        fact.id = FactId::create(m_ids);
        fact.prospect = m_prospects.value(from.at(0).toString());
        fact.kind = fromText<FactKind>(from.at(1).toString()).value_or(FactKind::Fact);
        fact.text = from.at(2).toString();
        fact.source = from.at(3).toString();
        fact.on = m_today.addDays(from.at(4).toInt());
        fact.position = position++;
        fact.by = m_members.first();
        fact.createdAt = at(from.at(4).toInt());
        if (auto done = insert.add(fact); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeOffers(const QJsonArray &offers)
{
    BulkInsert<Offer> insert(m_transaction);
    for (const auto &value : offers) {
        const QJsonObject from = value.toObject();
        Offer offer;
        offer.id = OfferId::create(m_ids);
        offer.prospect = m_prospects.value(from.value("prospect"_L1).toString());
        offer.kind =
            fromText<OfferKind>(from.value("kind"_L1).toString()).value_or(OfferKind::Offer);
        offer.title = from.value("title"_L1).toString();
        offer.valueMinor = qint64(from.value("value"_L1).toDouble());
        offer.currency = offer.valueMinor == 0 ? QString() : u"EUR"_s;
        offer.madeAt = {at(from.value("made"_L1).toDouble()), Precision::Minute};
        if (from.contains("expected"_L1))
            offer.expectedOn = m_today.addDays(from.value("expected"_L1).toInt());
        offer.state =
            fromText<OfferState>(from.value("state"_L1).toString()).value_or(OfferState::Open);
        if (offer.state != OfferState::Open)
            offer.decidedAt = at(from.value("decided"_L1).toDouble());
        if (offer.state == OfferState::Lost) {
            offer.lostReason = LostReasonId(from.value("reason"_L1).toInt());
            offer.lostAt = stage(u"offer"_s);
        }
        offer.note = from.value("note"_L1).toString();
        offer.by = m_members.first();
        if (auto done = insert.add(offer); !done)
            return done;
    }
    return {};
}

Result<> SampleWriter::writeHandovers(const QJsonArray &handovers)
{
    BulkInsert<Handover> insert(m_transaction);
    BulkInsert<HandoverTouch> insertTouches(m_transaction);
    for (const auto &value : handovers) {
        const QJsonObject from = value.toObject();
        Handover handover;
        handover.id = HandoverId::create(m_ids);
        handover.prospect = m_prospects.value(from.value("prospect"_L1).toString());
        handover.offeredBy = m_members.at(1);
        handover.offeredAt = at(from.value("offered"_L1).toDouble());
        handover.dueAt =
            HandoverRules::dueAt(handover.offeredAt, HandoverRules::DefaultHours, m_zone);
        handover.note = from.value("note"_L1).toString();
        handover.state = fromText<HandoverState>(from.value("state"_L1).toString())
                             .value_or(HandoverState::Offered);
        if (handover.state != HandoverState::Offered) {
            handover.decidedBy = m_members.value(2);
            handover.decidedAt = at(from.value("decided"_L1).toDouble());
            handover.reason = from.value("reason"_L1).toString();
        }
        if (auto done = insert.add(handover); !done)
            return done;
        const auto touches = selectRows<Touch>(m_transaction.connection(),
            u"WHERE prospect_id = ? AND at <= ? ORDER BY at DESC, id DESC"_s,
            {handover.prospect.value(), handover.offeredAt});
        if (!touches)
            return tl::unexpected(touches.error());
        const QList<Touch> newest = touches->first(std::min(HandedTouches, touches->size()));
        for (const Touch &touch : newest) {
            HandoverTouch handed;
            handed.id = HandoverTouchId::create(m_ids);
            handed.handover = handover.id;
            handed.touch = touch.id;
            if (auto done = insertTouches.add(handed); !done)
                return done;
        }
    }
    return {};
}

Result<> SampleWriter::writeAdvocacy(const QJsonArray &touches)
{
    BulkInsert<Touch> insert(m_transaction);
    for (const auto &value : touches) {
        const QJsonObject from = value.toObject();
        Touch touch;
        touch.id = TouchId::create(m_ids);
        touch.prospect = m_prospects.value(from.value("prospect"_L1).toString());
        touch.kind = fromText<TouchKind>(from.value("kind"_L1).toString()).value_or(TouchKind::Saw);
        touch.referrer = m_prospects.value(from.value("by"_L1).toString());
        if (from.contains("post"_L1))
            touch.post = m_posts.value(from.value("post"_L1).toInt());
        touch.quote = from.value("quote"_L1).toString();
        touch.quotable = from.value("quotable"_L1).toBool();
        touch.at = {at(from.value("day"_L1).toDouble()), Precision::Day};
        touch.by = m_members.at(1);
        if (auto done = insert.add(touch); !done)
            return done;
    }
    return {};
}
