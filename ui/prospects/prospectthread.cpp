// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/prospectthread.h"

#include "models/threadmodel.h"
#include "session/conversationservice.h"
#include "session/messagepages.h"
#include "session/prospectdossier.h"
#include "session/teamsets.h"
#include "session/workspace.h"

#include <algorithm>
#include <utility>

namespace {
/// Whether several people speak on the other side of one of the conversations.
bool hasSeveralSenders(const ProspectDossier &dossier)
{
    QHash<ConversationId, int> others;
    return std::ranges::any_of(dossier.participants(), [&others](const Participant &participant) {
        return !participant.isUs && ++others[participant.conversation] > 1;
    });
}
} // namespace

ThreadSource pagedThread(Workspace &workspace, MessagePages &pages)
{
    ThreadSource source;
    source.keys = pages.keys();
    source.zone = workspace.zone();
    source.isLoading = pages.state() == StoreState::Loading;
    source.message = [&pages](MessageId id) { return pages.message(id); };
    source.want = [&pages](int first, int last) { pages.want(first, last); };
    source.fetch = [&workspace, &pages](const QList<MessageId> &ids,
                       std::function<void(const QList<Message> &)> callback) {
        pages.fetch(ids, &pages,
            [&workspace, callback = std::move(callback)](const Result<QList<Message>> &messages) {
                if (messages)
                    callback(*messages);
                else
                    emit workspace.notice(Notice::error(messages.error()));
            });
    };
    return source;
}

void followFailures(Workspace &workspace, MessagePages &pages, ThreadView &view)
{
    QObject::connect(&pages, &MessagePages::changed, &view, [&workspace, &pages, &view] {
        const bool isFailed = pages.state() == StoreState::Failed;
        if (isFailed && !pages.keys().isEmpty())
            emit workspace.notice(Notice::error(pages.error()));
        if (isFailed && pages.keys().isEmpty())
            view.setError(pages.error());
        else
            view.setError({});
        if (pages.state() == StoreState::Loading)
            view.setEmptySentence(ProspectThread::tr("The thread is being read."));
    });
    QObject::connect(
        &view, &ThreadView::retryRequested, &pages, [&pages] { pages.open(pages.scope()); });
}

ProspectThread::ProspectThread(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : ThreadView(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_pages(new MessagePages(workspace, this))
{
    setEmptySentence(tr("The thread is being read."));
    connect(&dossier, &ProspectDossier::changed, this, &ProspectThread::follow);
    // The message that is looked for stands there as well.
    connect(
        &dossier, &ProspectDossier::survivorFound, this, [this](ProspectId, ProspectId standing) {
            m_pages->open({standing, {}});
        });
    connect(m_pages, &MessagePages::changed, this, &ProspectThread::refresh);
    followFailures(workspace, *m_pages, *this);
    connect(m_pages, &MessagePages::wordsRead, threadModel(), &ThreadModel::refreshWords);
    connect(this, &ThreadView::deleteRequested, this, &ProspectThread::remove);
}

void ProspectThread::follow()
{
    if (m_dossier.id() != m_pages->scope().prospect)
        showMessage({}); // it was of the one before
    // Begins to read with the dossier, not behind it.
    m_pages->open({m_dossier.id(), {}});
    refresh();
}

void ProspectThread::refresh()
{
    const auto &prospect = m_dossier.prospect();
    // The thread of the one before stays until both parts of this one are here.
    const bool isHere = prospect && prospect->id == m_pages->scope().prospect;
    if (!isHere || m_pages->state() == StoreState::Loading)
        return;
    setToday(m_workspace.today());
    setEmptySentence({});
    // Touches and moves alone would look like all there is.
    const bool isUnread = m_pages->state() == StoreState::Failed && m_pages->keys().isEmpty();
    setThread(prospect->id.value(), isUnread ? ThreadSource() : source());
}

ThreadSource ProspectThread::source() const
{
    ThreadSource source = pagedThread(m_workspace, *m_pages);
    source.touches = m_dossier.touches();
    source.moves = m_dossier.moves();
    for (Move &move : source.moves)
        move.reason = wordsOfLoss(move);
    source.followUps = m_dossier.followUps();
    source.hops = m_dossier.hops();
    source.conversations = m_dossier.conversations();
    source.participants = m_dossier.participants();
    source.stages = m_workspace.stages();
    source.namesSenders = hasSeveralSenders(m_dossier);
    for (const Attachment &attachment : m_dossier.attachments())
        source.files[attachment.message].append({attachment.id, attachment.name, attachment.bytes});
    source.postTitle = [this](PostId id) { return m_dossier.postTitle(id); };
    source.userName = [this](UserId id) { return m_workspace.userName(id); };
    return source;
}

QString ProspectThread::wordsOfLoss(const Move &move) const
{
    const QList<LostReason> &reasons = m_workspace.team().lostReasons();
    const auto found = std::ranges::find(reasons, move.lostReason, &LostReason::id);
    if (move.lostReason.isNull() || found == reasons.end())
        return move.reason;
    //: A reason of the team's list, and what was said beside it.
    return move.reason.isEmpty() ? found->name : tr("%1: %2").arg(found->name, move.reason);
}

void ProspectThread::remove(qint64 message)
{
    if (const Message *found = m_pages->message(MessageId(message)))
        m_workspace.conversations().removeMessage(m_dossier, Message(*found));
}
