// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/searchhit.h"

#include <QFuture>
#include <QObject>

#include <array>
#include <functional>

class Workspace;

/// Asks the workspace for what holds some words, off this thread: one question for each kind, so that a slow one holds up no other.
/// A new question ends the one of its kind before; an answer that came too late is dropped.
class SearchService : public QObject
{
    Q_OBJECT
public:
    /// \a workspace is borrowed and outlives the service.
    SearchService(Workspace &workspace, QObject *parent);
    ~SearchService() override;

    /// Calls \a take with at most \a limit hits of \a kind, newest first.
    void ask(SearchKind kind, const QString &text, int limit,
        std::function<void(Result<SearchPage>)> take);
    /// Nothing that was asked is wanted any more.
    void cancel();

private:
    struct Question
    {
        QFuture<Result<SearchPage>> answer;
        int number = 0;
    };

    void cancel(Question &question);

    Workspace &m_workspace;
    std::array<Question, SearchKinds.size()> m_questions; ///< by kind
};
