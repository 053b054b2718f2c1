// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/snippet.h"

class Workspace;

/// What a person does with snippets and with the team's words; each is one undoable command.
namespace SnippetService {
/// At the end of its use. Returns its id.
SnippetId add(Workspace &workspace, Snippet snippet);
/// Typing in the same snippet is one command while it goes on.
void change(Workspace &workspace, const Snippet &after);
void remove(Workspace &workspace, SnippetId id);
/// Up (-1) or down (1) among those of its use; nothing happens at an end.
void move(Workspace &workspace, SnippetId id, int by);
/// Nothing happens where the team has the word already.
void addWord(Workspace &workspace, const QString &word, const QString &language);
} // namespace SnippetService
