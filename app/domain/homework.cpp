// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/homework.h"

#include <algorithm>
#include <tuple>

bool isStale(const Fact &fact, QDate today)
{
    return fact.on.isValid() && fact.on.daysTo(today) > StaleFactDays;
}

QList<Fact> inFactOrder(QList<Fact> facts)
{
    std::ranges::stable_sort(facts, {},
        [](const Fact &fact) { return std::tuple(fact.kind, fact.position, fact.id.value()); });
    return facts;
}

QList<Fact> factsMoved(const QList<Fact> &facts, FactId id, int steps)
{
    const auto moved = std::ranges::find(facts, id, &Fact::id);
    if (moved == facts.end())
        return {};
    QList<Fact> siblings;
    for (const Fact &fact : inFactOrder(facts)) {
        if (fact.kind == moved->kind)
            siblings << fact;
    }
    const auto from = std::ranges::find(siblings, id, &Fact::id) - siblings.begin();
    const auto to = std::clamp<qsizetype>(from + steps, 0, siblings.size() - 1);
    siblings.move(from, to);
    for (qsizetype i = 0; i < siblings.size(); ++i)
        siblings[i].position = int(i);
    return siblings;
}
