// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

#include <QString>

class Workspace;

/// One part of a query as people read it, and the query without it.
struct FilterCriterion
{
    QString key; ///< stable, for object names
    QString text; ///< "Whose turn: ours"
    ProspectQuery without;
};

namespace FilterWords {
/// The parts of \a query that have no button of their own in the filter bar. \a post is what the post is called that it asks for; empty where nobody
/// knows yet.
[[nodiscard]] QList<FilterCriterion> criteria(
    const ProspectQuery &query, Workspace &workspace, const QString &post = {});
/// "Ours", "Theirs", "Nobody’s".
[[nodiscard]] QString turn(Turn turn);
[[nodiscard]] QString step(StepDue due, int days);
[[nodiscard]] QString touch(TouchKind kind);
} // namespace FilterWords
