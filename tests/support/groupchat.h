// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"
#include "storage/visible.h"

/// Adds a chat of the viewer's with nobody of the prospects: Ada, Ben and Cleo, who wait for a word since now.
inline Conversation addGroupChat(
    Workspace &workspace, const QString &title = {}, int unanswered = 0)
{
    Conversation chat;
    chat.id = ConversationId::create(workspace.ids());
    chat.owner = workspace.viewer().user;
    chat.turn = Turn::We;
    chat.title = title;
    chat.unanswered = unanswered;
    chat.lastMessageAt = workspace.clock().now();
    RowEdits edits {insertion(chat)};
    for (const char *name : {"Ada", "Ben", "Cleo"}) {
        Participant participant;
        participant.id = ParticipantId::create(workspace.ids());
        participant.conversation = chat.id;
        participant.name = QString::fromLatin1(name);
        edits << insertion(participant);
    }
    workspace.commit(edits, QStringLiteral("A group chat"));
    return chat;
}
