// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationedits.h"

#include "base/clock.h"
#include "base/idsource.h"
#include "base/text.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "storage/visible.h"

#include <algorithm>

ConversationEdits::ConversationEdits(
    Workspace &workspace, const ProspectDossier &dossier, ConversationId wanted)
    : m_workspace(workspace)
    , m_prospect(*dossier.prospect())
    , m_activeAt(m_prospect.lastActivityAt)
    , m_participants(dossier.participants())
    , m_messages(dossier.messages())
    , m_hops(dossier.hops())
{
    const UserId self = workspace.viewer().user;
    auto own = std::ranges::find(dossier.conversations(), wanted, &Conversation::id);
    if (wanted.isNull() || own == dossier.conversations().end())
        own = std::ranges::find(dossier.conversations(), self, &Conversation::owner);
    if (own != dossier.conversations().end()) {
        m_before = *own;
    } else {
        m_before.id = ConversationId::create(workspace.ids());
        m_before.prospect = m_prospect.id;
        m_before.owner = self;
        m_before.createdAt = workspace.clock().now();
        m_edits << insertion(m_before);
    }
    m_after = m_before;
}

ParticipantId ConversationEdits::added(Participant participant)
{
    participant.id = ParticipantId::create(m_workspace.ids());
    participant.conversation = m_after.id;
    m_participants.append(participant);
    m_edits << insertion(participant);
    return participant.id;
}

ParticipantId ConversationEdits::speaker(bool isUs)
{
    for (const Participant &known : std::as_const(m_participants)) {
        if (known.conversation == m_after.id && known.isUs == isUs
            && (isUs || known.prospect == m_prospect.id))
            return known.id;
    }
    Participant fresh;
    fresh.isUs = isUs;
    fresh.name = isUs
        ? m_workspace.userName(m_after.owner.isNull() ? m_workspace.viewer().user : m_after.owner)
        : displayName(m_prospect);
    fresh.prospect = isUs ? ProspectId() : m_prospect.id;
    return added(fresh);
}

ParticipantId ConversationEdits::speaker(const QString &name)
{
    const QString folded = foldText(name);
    for (const Participant &known : std::as_const(m_participants)) {
        if (known.conversation == m_after.id && !known.isUs && foldText(known.name) == folded)
            return known.id;
    }
    if (folded == foldText(displayName(m_prospect)))
        return speaker(false);
    Participant fresh;
    fresh.name = name;
    return added(fresh);
}

MessageId ConversationEdits::lastIdAt(qint64 ms) const
{
    MessageId last;
    for (const Message &known : m_messages) {
        if (known.sentAt.ms == ms && known.id.value() > last.value())
            last = known.id;
    }
    return last;
}

/// Of two words at the same time the later one has the greater id.
MessageId ConversationEdits::idAt(qint64 ms) const
{
    constexpr qint64 Step = 256;
    const qint64 candidate = IdSource::at(ms);
    const MessageId last = lastIdAt(ms);
    return MessageId(last.isNull() ? candidate : last.value() + 1 + candidate % Step);
}

void ConversationEdits::add(Message message, const QList<FreshFile> &files)
{
    message.conversation = m_after.id;
    if (message.id.isNull())
        message.id = idAt(message.sentAt.ms);
    m_messages.append(message);
    m_edits << insertion(message);
    m_after = afterMessage(m_after, message);
    m_activeAt = std::max(m_activeAt, message.sentAt.ms);
    for (const FreshFile &file : files) {
        Attachment attachment;
        attachment.id = AttachmentId::create(m_workspace.ids());
        attachment.conversation = message.conversation;
        attachment.message = message.id;
        attachment.name = file.name;
        attachment.bytes = file.bytes.size();
        attachment.checksum = file.checksum;
        m_edits << insertion(attachment);
        m_contents.append({attachment.id, file.bytes});
    }
    const QList<Hop> accepted = hopsAcceptedBy(message, m_hops, m_workspace.clock().now());
    for (const Hop &hop : accepted) {
        const auto open = std::ranges::find(m_hops, hop.id, &Hop::id);
        m_edits << update(*open, hop);
        *open = hop;
    }
}

void ConversationEdits::add(const Hop &hop)
{
    m_hops.append(hop);
    m_edits << insertion(hop);
    m_activeAt = std::max(m_activeAt, hop.proposedAt.ms);
}

RowEdits ConversationEdits::edits() const
{
    RowEdits edits = RowEdits(m_edits) << update(m_before, m_after);
    // What the whole team reads on the prospect tells nothing of a conversation that is not the team's.
    if (m_after.privacy != Privacy::Team)
        return edits;
    Prospect active = m_prospect;
    active.lastActivityAt = m_activeAt;
    return edits << update(m_prospect, active);
}
