// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospectquery.h"

/// Some prospects that somebody chose, for charts: those whom a query of the list finds.
struct PeopleChoice
{
    QString name; ///< the words that name them: a saved filter's, or what a field says
    ProspectQuery query = {}; ///< its order says nothing

    friend bool operator==(const PeopleChoice &, const PeopleChoice &) = default;
};
