// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/snippets.h"

#include <algorithm>
#include <tuple>

QList<Snippet> snippetsOf(const QList<Snippet> &snippets, SnippetUse use)
{
    QList<Snippet> found;
    std::ranges::copy_if(snippets, std::back_inserter(found),
        [use](const Snippet &snippet) { return snippet.use == use; });
    std::ranges::sort(found, [](const Snippet &one, const Snippet &other) {
        return std::tuple(one.position, one.id.value())
            < std::tuple(other.position, other.id.value());
    });
    return found;
}

QList<Snippet> snippetsFor(
    const QList<Snippet> &snippets, SnippetUse use, const QStringList &networks)
{
    QList<Snippet> found = snippetsOf(snippets, use);
    found.removeIf([&networks](const Snippet &snippet) {
        return !snippet.network.isEmpty() && !networks.contains(snippet.network);
    });
    return found;
}
