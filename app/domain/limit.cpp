// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limit.h"

#include <algorithm>

QList<LimitCheck> checkLimits(const QString &text, const QList<Limit> &limits)
{
    QList<LimitCheck> checks;
    checks.reserve(limits.size());
    for (const Limit &limit : limits) {
        LimitCheck check {limit, count(text, limit.rule, limit.limit)};
        check.count.unit = limit.unit;
        checks.append(check);
    }
    return checks;
}

const LimitCheck *decisiveCheck(const QList<LimitCheck> &checks)
{
    const LimitCheck *first = nullptr;
    for (const LimitCheck &check : checks) {
        if (check.limit.kind != LimitKind::Hard || countsEntities(check.limit.rule))
            continue;
        if (!check.count.valid)
            return &check;
        if (!first)
            first = &check;
    }
    if (!first && !checks.isEmpty())
        first = &checks.first();
    return first;
}

bool holds(const QList<LimitCheck> &checks)
{
    return std::ranges::all_of(checks, [](const LimitCheck &check) {
        return check.count.valid || check.limit.kind == LimitKind::Soft;
    });
}
