// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QList>
#include <QString>

#include <optional>

/// Which prospects a list shows, and in what order.
struct ProspectQuery
{
    enum class Sort { Name, LastActivity, Newest };

    Sort sort = Sort::LastActivity;
    bool descending = true; ///< for Name: Z first; for the others: newest first
    QString text; ///< words that names, handles or companies begin with
    QList<StageId> stages; ///< empty: any
    std::optional<QString> source;
    std::optional<UserId> owner;
    /// Exactly these, where set: the people behind a bar of a chart. The list's title is
    /// `onlyTitle`.
    std::optional<QList<ProspectId>> only;
    QString onlyTitle;

    friend bool operator==(const ProspectQuery &, const ProspectQuery &) = default;
};

/// One line of the prospect list. No private content: whose turn it is comes from conversations
/// that the viewer may see.
struct ProspectRow
{
    ProspectId id;
    QString name;
    QString company;
    StageId stage;
    QString source;
    UserId owner;
    /// Unix milliseconds, 0 is never. Of what the team may know and of words the viewer may see; lists are sorted by the former alone, so that
    /// their order tells nothing.
    qint64 lastActivityAt = 0;
    int unanswered = 0; ///< their messages since our last word, in conversations the viewer may see

    friend bool operator==(const ProspectRow &, const ProspectRow &) = default;
};
