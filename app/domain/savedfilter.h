// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

/// A filter of prospects under a name.
struct SavedFilter
{
    SavedFilterId id;
    QString name;
    UserId owner; ///< null: the team's
    QString query; ///< what queryText() writes
    int position = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};
