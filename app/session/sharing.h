// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/prospect.h"

#include <QList>
#include <QSet>

class ProspectDossier;
class Workspace;

/// Who sees what was said with a prospect. Only the owner of a conversation decides; each choice is one undoable command.
namespace Sharing {
/// How the viewer's own conversations with the prospect stand together.
struct State
{
    QList<Conversation> own; ///< those on which the viewer decides
    Privacy privacy = Privacy::Private; ///< of all of them; of the most private where they differ
    QSet<UserId> with; ///< colleagues with whom each of them is shared
    bool isMixed = false; ///< they differ
};
[[nodiscard]] State stateOf(const Workspace &workspace, const ProspectDossier &dossier);
/// All of the viewer's own conversations with the prospect. \a with counts for Shared alone: with nobody in it they become private. Does nothing where
/// the viewer owns none.
void set(Workspace &workspace, const ProspectDossier &dossier, Privacy privacy,
    const QSet<UserId> &with = {});
/// Puts the prospect into the viewer's private circle, or takes them out of it.
void setPrivateCircle(Workspace &workspace, const Prospect &prospect, bool isPrivate);
/// Whether privacy here is courtesy alone: whoever has the workspace's file can read all of it.
[[nodiscard]] bool isCourtesy(const Workspace &workspace);
} // namespace Sharing
