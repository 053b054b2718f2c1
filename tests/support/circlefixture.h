// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/move.h"
#include "domain/prospect.h"
#include "domain/touch.h"
#include "storage/salestable.h"
#include "storage/transaction.h"
#include "storage/visible.h"

/// Four people of a team, and what one of them said to two prospects: privately, shared with a colleague, and before the team.
/// One of the prospects is of her private circle. Every word holds the canary.
namespace CircleFixture {
inline const User ann {UserId(1), QStringLiteral("ann"), QStringLiteral("Ann"), Role::SalesRep};
inline const User bob {UserId(2), QStringLiteral("bob"), QStringLiteral("Bob"), Role::SalesRep};
inline const User cat {
    UserId(3), QStringLiteral("cat"), QStringLiteral("Cat"), Role::SocialMediaManager};
inline const User meg {UserId(4), QStringLiteral("meg"), QStringLiteral("Meg"), Role::Manager};
inline constexpr ProspectId Open {101}; ///< whom everybody may know of
inline constexpr ProspectId Secret {102}; ///< of Ann's private circle
inline constexpr ConversationId PrivateChat {10};
inline constexpr ConversationId SharedChat {11}; ///< with Bob
inline constexpr ConversationId TeamChat {12};
inline constexpr ConversationId SecretTeamChat {13}; ///< the team's, with the secret prospect
inline constexpr ConversationId GroupChat {14}; ///< of nobody chosen, private to Ann
inline constexpr qint64 At = 1'760'000'000'000;
inline QString canary()
{
    return QStringLiteral("Zqcanary7731");
}

inline Viewer viewerOf(const User &user)
{
    return {user.id, user.role};
}

inline RowEdits person(ProspectId id, UserId privateTo)
{
    const qint64 n = id.value() * 1000;
    Prospect prospect;
    prospect.id = id;
    prospect.name = canary() + u' ' + id.toString();
    prospect.stage = StageId(2);
    prospect.source = QStringLiteral("fair");
    prospect.notes = canary();
    prospect.firstSeen = {At, Precision::Exact};
    prospect.lastActivityAt = At;
    prospect.privateTo = privateTo;
    Handle handle;
    handle.id = HandleId(n + 1);
    handle.prospect = id;
    handle.network = QStringLiteral("x");
    handle.value = QLatin1Char('@') + canary() + id.toString();
    Move move;
    move.id = MoveId(n + 2);
    move.prospect = id;
    move.to = StageId(2);
    move.at = {At, Precision::Exact};
    move.reason = canary();
    Touch touch;
    touch.id = TouchId(n + 3);
    touch.prospect = id;
    touch.quote = canary();
    touch.at = {At, Precision::Exact};
    FollowUp step;
    step.id = FollowUpId(n + 4);
    step.prospect = id;
    step.dueOn = QDate(2025, 1, 1);
    step.what = canary();
    Fact fact;
    fact.id = FactId(n + 5);
    fact.prospect = id;
    fact.text = canary();
    Consent consent;
    consent.id = ConsentId(n + 6);
    consent.prospect = id;
    consent.source = canary();
    Offer offer;
    offer.id = OfferId(n + 7);
    offer.prospect = id;
    offer.title = canary();
    offer.valueMinor = 4200;
    Handover handover;
    handover.id = HandoverId(n + 8);
    handover.prospect = id;
    handover.note = canary();
    Override override;
    override.id = OverrideId(n + 9);
    override.prospect = id;
    override.reason = canary();
    return {insertion(prospect), insertion(handle), insertion(move), insertion(touch),
        insertion(step), insertion(fact), insertion(consent), insertion(offer), insertion(handover),
        insertion(override)};
}

inline RowEdits chat(ConversationId id, ProspectId with, Privacy privacy)
{
    const qint64 n = id.value() * 1000;
    Conversation conversation;
    conversation.id = id;
    conversation.prospect = with;
    conversation.owner = ann.id;
    conversation.privacy = privacy;
    conversation.title = canary();
    conversation.unanswered = 1;
    conversation.turn = Turn::We;
    conversation.lastMessageAt = At + n;
    Participant us {ParticipantId(n + 1), id, {}, QStringLiteral("Ann"), true, {}, 1};
    Participant them {ParticipantId(n + 2), id, with, canary(), false, {}, 1};
    Message message;
    message.id = MessageId(n + 3);
    message.conversation = id;
    message.sender = them.id;
    message.direction = Direction::Theirs;
    message.sentAt = {At + n, Precision::Exact};
    message.body = canary() + QStringLiteral(" said this");
    message.dedupeKey = canary();
    Hop hop;
    hop.id = HopId(n + 4);
    hop.conversation = id;
    Attachment attachment;
    attachment.id = AttachmentId(n + 5);
    attachment.conversation = id;
    attachment.message = message.id;
    attachment.name = canary();
    SourceThread thread {
        SourceThreadId(n + 6), id, QStringLiteral("whatsapp"), canary() + id.toString(), {}, 1};
    MoveProposal proposal;
    proposal.id = ProposalId(n + 7);
    proposal.prospect = with;
    proposal.to = StageId(3);
    proposal.why = canary();
    proposal.conversation = id;
    RowEdits edits {insertion(conversation), insertion(us), insertion(them), insertion(message),
        insertion(hop), insertion(attachment), insertion(thread)};
    if (!with.isNull())
        edits << insertion(proposal);
    return edits;
}

/// Writes all of it on behalf of the program itself.
inline Result<> fill(Transaction &transaction)
{
    ConversationShare share;
    share.id = ConversationShareId(500);
    share.conversation = SharedChat;
    share.member = bob.id;
    RowEdits edits {insertion(ann), insertion(bob), insertion(cat), insertion(meg)};
    edits << person(Open, {}) << person(Secret, ann.id);
    edits << chat(PrivateChat, Open, Privacy::Private) << chat(SharedChat, Open, Privacy::Shared)
          << chat(TeamChat, Open, Privacy::Team) << chat(SecretTeamChat, Secret, Privacy::Team)
          << chat(GroupChat, {}, Privacy::Private) << insertion(share);
    return applyEdits(transaction, edits).and_then([&]() -> Result<> {
        auto done = transaction.execute(
            QStringLiteral("INSERT INTO attachment_content (attachment_id, content) "
                           "SELECT id, ? FROM attachment"),
            {QVariant(canary().toUtf8())});
        return done ? Result<>() : tl::unexpected(done.error());
    });
}
} // namespace CircleFixture
