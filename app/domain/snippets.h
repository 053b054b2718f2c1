// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/snippet.h"

#include <QList>
#include <QStringList>

/// Those of \a snippets that are for \a use, in the team's order.
[[nodiscard]] QList<Snippet> snippetsOf(const QList<Snippet> &snippets, SnippetUse use);
/// Those that fit a text for \a networks: made for one of them or for all.
[[nodiscard]] QList<Snippet> snippetsFor(
    const QList<Snippet> &snippets, SnippetUse use, const QStringList &networks);
