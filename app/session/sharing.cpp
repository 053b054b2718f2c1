// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sharing.h"

#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QCoreApplication>

#include <algorithm>

namespace {
struct SharingWords
{
    Q_DECLARE_TR_FUNCTIONS(Sharing)
};

QSet<UserId> sharedWith(const ProspectDossier &dossier, ConversationId id)
{
    QSet<UserId> members;
    for (const ConversationShare &share : dossier.shares()) {
        if (share.conversation == id)
            members.insert(share.member);
    }
    return members;
}

/// The shares that are too many go, those that lack are added.
void addShareEdits(Workspace &workspace, const ProspectDossier &dossier, ConversationId id,
    const QSet<UserId> &with, RowEdits &edits)
{
    for (const ConversationShare &share : dossier.shares()) {
        if (share.conversation == id && !with.contains(share.member))
            edits << removal(share);
    }
    const QSet<UserId> known = sharedWith(dossier, id);
    for (const User &user : workspace.users()) {
        if (!with.contains(user.id) || known.contains(user.id))
            continue;
        ConversationShare share;
        share.id = ConversationShareId::create(workspace.ids());
        share.conversation = id;
        share.member = user.id;
        edits << insertion(share);
    }
}

QString commandText(Privacy privacy, const QString &name)
{
    switch (privacy) {
    case Privacy::Private:
        return SharingWords::tr("Make what was said with “%1” private").arg(name);
    case Privacy::Shared:
        return SharingWords::tr("Share what was said with “%1”").arg(name);
    case Privacy::Team:
        return SharingWords::tr("Show the team what was said with “%1”").arg(name);
    }
    Q_UNREACHABLE();
}
} // namespace

Sharing::State Sharing::stateOf(const Workspace &workspace, const ProspectDossier &dossier)
{
    State state;
    const UserId self = workspace.viewer().user;
    std::ranges::copy_if(dossier.conversations(), std::back_inserter(state.own),
        [self](const Conversation &conversation) { return conversation.owner == self; });
    bool isFirst = true;
    for (const Conversation &conversation : std::as_const(state.own)) {
        const QSet<UserId> with = sharedWith(dossier, conversation.id);
        if (isFirst) {
            state.privacy = conversation.privacy;
            state.with = with;
            isFirst = false;
            continue;
        }
        state.isMixed = state.isMixed || conversation.privacy != state.privacy
            || (conversation.privacy == Privacy::Shared && with != state.with);
        state.privacy = std::min(state.privacy, conversation.privacy);
        state.with.intersect(with);
    }
    return state;
}

void Sharing::set(
    Workspace &workspace, const ProspectDossier &dossier, Privacy privacy, const QSet<UserId> &with)
{
    const State state = stateOf(workspace, dossier);
    if (state.own.isEmpty() || !dossier.prospect())
        return;
    const Privacy wanted =
        privacy == Privacy::Shared && with.isEmpty() ? Privacy::Private : privacy;
    RowEdits edits;
    qint64 lastWord = 0;
    for (const Conversation &conversation : state.own) {
        Conversation after = conversation;
        after.privacy = wanted;
        edits << update(conversation, after);
        lastWord = std::max(lastWord, conversation.lastMessageAt);
        addShareEdits(workspace, dossier, conversation.id,
            wanted == Privacy::Shared ? with : QSet<UserId>(), edits);
    }
    if (wanted == Privacy::Team) {
        // From now on the whole team may know when the last word was said.
        Prospect active = *dossier.prospect();
        active.lastActivityAt = std::max(active.lastActivityAt, lastWord);
        edits << update(*dossier.prospect(), active);
    }
    workspace.commit(edits, commandText(wanted, displayName(*dossier.prospect())));
}

void Sharing::setPrivateCircle(Workspace &workspace, const Prospect &prospect, bool isPrivate)
{
    Prospect after = prospect;
    after.privateTo = isPrivate ? workspace.viewer().user : UserId();
    workspace.commit({update(prospect, after)},
        isPrivate
            ? SharingWords::tr("Put “%1” into your private circle").arg(displayName(prospect))
            : SharingWords::tr("Take “%1” out of your private circle").arg(displayName(prospect)));
}

bool Sharing::isCourtesy(const Workspace &workspace)
{
    return workspace.database()->location().backend == Location::Backend::Sqlite;
}
