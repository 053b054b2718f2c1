// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/searchservice.h"

#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/searchtable.h"

#include <utility>

SearchService::SearchService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

SearchService::~SearchService()
{
    cancel();
}

void SearchService::ask(
    SearchKind kind, const QString &text, int limit, std::function<void(Result<SearchPage>)> take)
{
    Question &question = m_questions.at(size_t(kind));
    cancel(question);
    // There may be millions of messages, and on a server no query is interrupted: they do not stand before the pages of a list.
    const auto lane = kind == SearchKind::Message ? Database::Lane::Long : Database::Lane::Quick;
    question.answer = m_workspace.database()->read(
        [kind, text, limit](
            Connection &connection) { return SearchTable::find(connection, kind, text, limit); },
        lane);
    whenReady(question.answer, this,
        [this, kind, number = question.number, take = std::move(take)](
            Result<SearchPage> result) mutable {
            if (m_questions.at(size_t(kind)).number == number)
                take(std::move(result));
        });
}

void SearchService::cancel()
{
    for (Question &question : m_questions)
        cancel(question);
}

void SearchService::cancel(Question &question)
{
    ++question.number;
    question.answer.cancel(); // interrupts SQLite, and what waits is not begun
}
