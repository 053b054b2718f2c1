// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/consent.h"
#include "domain/conversation.h"
#include "domain/customfield.h"
#include "domain/handover.h"
#include "domain/homework.h"
#include "domain/merge.h"
#include "domain/move.h"
#include "domain/offer.h"
#include "domain/override.h"
#include "domain/prospect.h"
#include "domain/touch.h"
#include "session/store.h"

#include <QHash>
#include <QList>

#include <optional>

class FreshReader;
class Workspace;
struct RowEdit;

/// Everything about one prospect that the viewer may see, as values: who, touches, moves and the newest messages, proposals and next steps. Follows the
/// change feed while it is open.
class ProspectDossier : public Store
{
    Q_OBJECT
public:
    /// Of a conversation; all of them, by page, are MessagePages.
    static constexpr int NewestMessages = 200;

    ProspectDossier(Workspace &workspace, QObject *parent);

    /// Reads \a id; changed() follows. A null id closes.
    void open(ProspectId id);
    /// Of a record that was merged, once it is read, the one into which it went at last.
    [[nodiscard]] ProspectId id() const { return m_id; }

    /// What is shown: empty until the first read, and where the prospect is gone (state Ready, prospect() nothing).
    [[nodiscard]] const std::optional<Prospect> &prospect() const { return m_values.prospect; }
    [[nodiscard]] const std::optional<Company> &company() const { return m_values.company; }
    [[nodiscard]] const QList<Handle> &handles() const { return m_values.handles; }
    [[nodiscard]] const QList<Move> &moves() const { return m_values.moves; }
    [[nodiscard]] const QList<Touch> &touches() const { return m_values.touches; }
    [[nodiscard]] const QList<MoveProposal> &proposals() const { return m_values.proposals; }
    [[nodiscard]] const QList<FollowUp> &followUps() const { return m_values.followUps; }
    [[nodiscard]] const QList<Fact> &facts() const { return m_values.facts; }
    [[nodiscard]] const QList<Offer> &offers() const { return m_values.offers; }
    [[nodiscard]] const QList<Handover> &handovers() const { return m_values.handovers; }
    [[nodiscard]] const QList<HandoverTouch> &handoverTouches() const
    {
        return m_values.handoverTouches;
    }
    [[nodiscard]] const QList<Consent> &consents() const { return m_values.consents; }
    [[nodiscard]] const QList<ProspectLabel> &labels() const { return m_values.labels; }
    [[nodiscard]] const QList<CustomValue> &customValues() const { return m_values.customValues; }
    [[nodiscard]] const QList<Override> &overrides() const { return m_values.overrides; }
    [[nodiscard]] const QList<Merge> &merges() const { return m_values.merges; } ///< into this one
    [[nodiscard]] const QList<Hop> &hops() const { return m_values.hops; }
    [[nodiscard]] const QList<Attachment> &attachments() const { return m_values.attachments; }
    [[nodiscard]] const QList<ConversationShare> &shares() const { return m_values.shares; }
    [[nodiscard]] const QList<Conversation> &conversations() const
    {
        return m_values.conversations;
    }
    [[nodiscard]] const QList<Participant> &participants() const { return m_values.participants; }
    /// The newest of all conversations, by time.
    [[nodiscard]] const QList<Message> &messages() const { return m_values.messages; }
    [[nodiscard]] bool hasOlderMessages() const { return m_values.hasOlder; }
    /// Titles of the posts that touches name.
    [[nodiscard]] QString postTitle(PostId id) const { return m_values.postTitles.value(id); }

signals:
    /// \a asked was merged: what is shown from now on is \a standing, into which it went at last. Before changed().
    void survivorFound(ProspectId asked, ProspectId standing);

private:
    struct Values
    {
        std::optional<Prospect> prospect;
        std::optional<Company> company;
        QList<Handle> handles;
        QList<Move> moves;
        QList<Touch> touches;
        QList<MoveProposal> proposals;
        QList<FollowUp> followUps;
        QList<Fact> facts;
        QList<Offer> offers;
        QList<Handover> handovers;
        QList<HandoverTouch> handoverTouches;
        QList<Consent> consents;
        QList<ProspectLabel> labels;
        QList<CustomValue> customValues;
        QList<Override> overrides;
        QList<Merge> merges;
        QList<Hop> hops;
        QList<Attachment> attachments;
        QList<ConversationShare> shares;
        QList<Conversation> conversations;
        QList<Participant> participants;
        QList<Message> messages;
        QHash<PostId, QString> postTitles;
        bool hasOlder = false;
    };
    class Reader;

    void follow(const QList<RowEdit> &edits);
    void reload();

    FreshReader *m_reader;
    ProspectId m_id;
    Values m_values;
};
