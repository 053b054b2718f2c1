// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/snippetservice.h"

#include "domain/snippets.h"
#include "session/plansets.h"
#include "session/workspace.h"
#include "storage/rowspec.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace {
struct SnippetWords
{
    Q_DECLARE_TR_FUNCTIONS(SnippetService)
};

const Snippet *snippetOf(Workspace &workspace, SnippetId id)
{
    const QList<Snippet> &all = workspace.plan().snippets();
    const auto found = std::ranges::find(all, id, &Snippet::id);
    return found == all.end() ? nullptr : &*found;
}
} // namespace

SnippetId SnippetService::add(Workspace &workspace, Snippet snippet)
{
    snippet.id = SnippetId::create(workspace.ids());
    const QList<Snippet> others = snippetsOf(workspace.plan().snippets(), snippet.use);
    snippet.position = others.isEmpty() ? 0 : others.last().position + 1;
    workspace.commit({insertion(snippet)}, SnippetWords::tr("Add “%1”").arg(snippet.name));
    return snippet.id;
}

void SnippetService::change(Workspace &workspace, const Snippet &after)
{
    const Snippet *before = snippetOf(workspace, after.id);
    if (!before)
        return;
    const RowEdit edit = update(*before, after);
    if (!edit.isEmpty())
        workspace.commit({edit}, SnippetWords::tr("Change “%1”").arg(after.name),
            int(qHash(after.id.value()) | 1U));
}

void SnippetService::remove(Workspace &workspace, SnippetId id)
{
    if (const Snippet *found = snippetOf(workspace, id)) {
        const QString name = found->name;
        workspace.commit({removal(*found)}, SnippetWords::tr("Delete “%1”").arg(name), 0,
            SnippetWords::tr("“%1” deleted.").arg(name));
    }
}

void SnippetService::move(Workspace &workspace, SnippetId id, int by)
{
    const Snippet *moved = snippetOf(workspace, id);
    if (!moved)
        return;
    QList<Snippet> all = snippetsOf(workspace.plan().snippets(), moved->use);
    const auto at = std::ranges::find(all, id, &Snippet::id) - all.begin();
    if (at + by < 0 || at + by >= all.size())
        return;
    const QList<Snippet> before = all;
    all.swapItemsAt(at, at + by);
    RowEdits edits;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto was = std::ranges::find(before, all.at(i).id, &Snippet::id);
        all[i].position = int(i);
        if (const RowEdit edit = update(*was, all.at(i)); !edit.isEmpty())
            edits << edit;
    }
    workspace.commit(edits, SnippetWords::tr("Move “%1”").arg(moved->name));
}

void SnippetService::addWord(Workspace &workspace, const QString &word, const QString &language)
{
    const QList<DictionaryWord> &all = workspace.plan().dictionaryWords();
    const bool isKnown = std::ranges::any_of(all, [&](const DictionaryWord &known) {
        return known.word == word && (known.language.isEmpty() || known.language == language);
    });
    if (isKnown || word.isEmpty())
        return;
    DictionaryWord added;
    added.id = DictionaryWordId::create(workspace.ids());
    added.language = language;
    added.word = word;
    workspace.commit({insertion(added)}, SnippetWords::tr("Add the word “%1”").arg(word), 0,
        SnippetWords::tr("“%1” is one of the team’s words now.").arg(word));
}
