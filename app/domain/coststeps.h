// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counting.h"

#include <QList>

/// What a text has cost from its beginning to the end of the grapheme cluster or entity that begins at `at` (UTF-16).
struct CostStep
{
    qsizetype at = 0;
    qsizetype total = 0;

    friend bool operator==(const CostStep &, const CostStep &) = default;
};

/// The cost of \a text by \a rule, step by step in ascending order. Linear in the text.
[[nodiscard]] QList<CostStep> costSteps(const QString &text, CountingRule rule);
