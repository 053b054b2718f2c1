// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"

#include "session/firsterror.h"
#include "session/freshreader.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/mergetable.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

/// Reads the parts one after the other; the first error ends it.
class ProspectDossier::Reader : FirstError
{
public:
    Reader(Connection &connection, ProspectId id)
        : m_connection(connection)
        , m_id(id)
    { }

    Result<Values> read()
    {
        take(ProspectTable::find(m_connection, m_id), m_values.prospect);
        if (!m_values.prospect && !m_error)
            readSurvivor();
        if (!m_values.prospect || m_error)
            return finished();
        if (!m_values.prospect->company.isNull())
            take(
                ProspectTable::company(m_connection, m_values.prospect->company), m_values.company);
        take(ProspectTable::handles(m_connection, m_id), m_values.handles);
        take(ProspectTable::moves(m_connection, m_id), m_values.moves);
        take(ProspectTable::touches(m_connection, m_id), m_values.touches);
        take(ProspectTable::openProposals(m_connection, m_id), m_values.proposals);
        take(ProspectTable::followUps(m_connection, m_id), m_values.followUps);
        readSales();
        take(Visible::conversationsOf(m_connection, m_id), m_values.conversations);
        readMessages();
        readPostTitles();
        return finished();
    }

private:
    /// A record that was merged leads to the one that stands for it now.
    void readSurvivor()
    {
        ProspectId standing;
        take(MergeTable::survivorOf(m_connection, m_id), standing);
        if (standing.isNull() || standing == m_id)
            return;
        m_id = standing;
        take(ProspectTable::find(m_connection, m_id), m_values.prospect);
    }

    void readSales()
    {
        take(SalesTable::facts(m_connection, m_id), m_values.facts);
        take(SalesTable::offers(m_connection, m_id), m_values.offers);
        take(SalesTable::handovers(m_connection, m_id), m_values.handovers);
        take(SalesTable::handoverTouches(m_connection, m_id), m_values.handoverTouches);
        take(SalesTable::consents(m_connection, m_id), m_values.consents);
        take(SalesTable::labels(m_connection, m_id), m_values.labels);
        take(SalesTable::customValues(m_connection, m_id), m_values.customValues);
        take(SalesTable::overrides(m_connection, m_id), m_values.overrides);
        take(SalesTable::merges(m_connection, m_id), m_values.merges);
    }

    /// Adds what \a result holds to \a target.
    template<typename T>
    void addAll(Result<QList<T>> result, QList<T> &target)
    {
        QList<T> some;
        take(std::move(result), some);
        target << some;
    }

    void readMessages()
    {
        qint64 whole = std::numeric_limits<qint64>::min();
        for (const Conversation &conversation : std::as_const(m_values.conversations)) {
            addAll(Visible::participants(m_connection, conversation.id), m_values.participants);
            addAll(Visible::hops(m_connection, conversation.id), m_values.hops);
            addAll(Visible::attachments(m_connection, conversation.id), m_values.attachments);
            addAll(Visible::shares(m_connection, conversation.id), m_values.shares);
            QList<Message> messages;
            take(Visible::messages(m_connection, conversation.id, {}, NewestMessages), messages);
            if (messages.size() == NewestMessages) {
                m_values.hasOlder = true;
                whole = std::max(whole, messages.first().sentAt.ms);
            }
            m_values.messages << messages;
        }
        // What is shown has no gaps: nothing from before the time from which each conversation was read.
        m_values.messages.removeIf(
            [whole](const Message &message) { return message.sentAt.ms < whole; });
        std::ranges::sort(m_values.messages, {}, [](const Message &message) {
            return std::tuple(message.sentAt.ms, message.id.value());
        });
    }

    void readPostTitles()
    {
        QSet<PostId> ids;
        for (const Touch &touch : std::as_const(m_values.touches)) {
            if (!touch.post.isNull())
                ids.insert(touch.post);
        }
        QList<PostWithVariants> posts;
        take(PlanTable::some(m_connection, ids.values()), posts);
        for (const PostWithVariants &post : std::as_const(posts))
            m_values.postTitles.insert(post.post.id, headline(post.post));
    }

    Result<Values> finished()
    {
        if (m_error)
            return tl::unexpected(*m_error);
        return std::move(m_values);
    }

    Connection &m_connection;
    ProspectId m_id;
    Values m_values;
};

ProspectDossier::ProspectDossier(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &ProspectDossier::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!m_id.isNull()
            && changes.touchesAny({u"prospect", u"company", u"handle", u"move", u"touch",
                u"move_proposal", u"follow_up", u"conversation", u"participant", u"message",
                u"post", u"fact", u"offer", u"handover", u"handover_touch", u"consent",
                u"prospect_label", u"custom_value", u"guardrail_override", u"merge", u"hop",
                u"attachment", u"conversation_share"}))
            reload();
    });
}

void ProspectDossier::open(ProspectId id)
{
    // Who went meanwhile is looked for again: perhaps they go on as another.
    if (id == m_id && state() == StoreState::Ready && (id.isNull() || m_values.prospect))
        return;
    m_id = id;
    m_reader->cancel();
    if (id.isNull()) {
        m_values = {};
        setState(StoreState::Ready);
        emit changed();
        return;
    }
    setState(StoreState::Loading);
    emit changed();
    reload();
}

void ProspectDossier::reload()
{
    const auto read = [id = m_id](Connection &connection) { return Reader(connection, id).read(); };
    m_reader->start(read, [this](Result<Values> result) {
        if (!result) {
            setState(StoreState::Failed, result.error());
        } else {
            m_values = std::move(*result);
            if (m_values.prospect && m_values.prospect->id != m_id) {
                const ProspectId asked = std::exchange(m_id, m_values.prospect->id);
                emit survivorFound(asked, m_id);
            }
            setState(StoreState::Ready);
        }
        emit changed();
    });
}

void ProspectDossier::follow(const QList<RowEdit> &edits)
{
    if (m_id.isNull() || !m_values.prospect)
        return;
    bool differs = false;
    QList<Prospect> self {*m_values.prospect};
    for (const RowEdit &edit : edits) {
        const auto mine = [this, &edit](auto &list) {
            if (edit.op == RowEdit::Op::Insert
                && edit.after.value(QStringLiteral("prospect_id")).toLongLong() != m_id.value())
                return false;
            return applyToList(list, edit);
        };
        if (edit.op != RowEdit::Op::Insert)
            differs = applyToList(self, edit) || differs;
        const auto isInOneOf = [&mine](
                                   auto &...lists) { return (0 + ... + int(mine(lists))) != 0; };
        if (isInOneOf(m_values.handles, m_values.moves, m_values.touches, m_values.proposals,
                m_values.followUps, m_values.facts, m_values.offers, m_values.handovers,
                m_values.consents, m_values.labels, m_values.customValues, m_values.overrides,
                m_values.conversations))
            differs = true;
        const qint64 conversation =
            edit.after.value(QStringLiteral("conversation_id")).toLongLong();
        const bool inView = std::ranges::any_of(m_values.conversations,
            [conversation](const Conversation &known) { return known.id.value() == conversation; });
        const auto isSaidInOneOf = [&edit](auto &...lists) {
            return (0 + ... + int(applyToList(lists, edit))) != 0;
        };
        if ((edit.op != RowEdit::Op::Insert || inView)
            && isSaidInOneOf(m_values.participants, m_values.messages, m_values.hops,
                m_values.attachments, m_values.shares))
            differs = true;
    }
    // Their company is a row of its own, to be read as soon as it is written.
    // Who is merged goes on as somebody else, who is read likewise.
    if (self.isEmpty() || self.first().company != m_values.prospect->company)
        m_reader->expire();
    m_values.prospect = self.isEmpty() ? std::optional<Prospect>() : self.first();
    if (!differs)
        return;
    std::ranges::sort(m_values.messages, {},
        [](const Message &message) { return std::tuple(message.sentAt.ms, message.id.value()); });
    m_values.proposals.removeIf(
        [](const MoveProposal &proposal) { return proposal.state != ProposalState::Open; });
    emit changed();
}
