// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/homeworkservice.h"

#include "base/clock.h"
#include "session/workspace.h"
#include "storage/salestable.h"

#include <algorithm>

void HomeworkService::add(ProspectId prospect, const QList<Fact> &facts, Fact fact) const
{
    fact.text = fact.text.trimmed();
    if (fact.text.isEmpty())
        return;
    fact.id = FactId::create(m_workspace.ids());
    fact.prospect = prospect;
    fact.source = fact.source.trimmed();
    fact.by = m_workspace.viewer().user;
    fact.createdAt = m_workspace.clock().now();
    if (!fact.on.isValid())
        fact.on = m_workspace.today();
    fact.position = 0;
    for (const Fact &known : facts) {
        if (known.kind == fact.kind)
            fact.position = std::max(fact.position, known.position + 1);
    }
    m_workspace.commit({insertion(fact)}, tr("Add to the homework"));
}

void HomeworkService::change(const Fact &before, Fact after) const
{
    after.text = after.text.trimmed();
    after.source = after.source.trimmed();
    if (!after.text.isEmpty())
        m_workspace.commit({update(before, after)}, tr("Change the homework"));
}

void HomeworkService::confirm(const Fact &fact) const
{
    Fact after = fact;
    after.on = m_workspace.today();
    m_workspace.commit({update(fact, after)}, tr("Still true: “%1”").arg(fact.text));
}

void HomeworkService::remove(const Fact &fact) const
{
    m_workspace.commit(
        {removal(fact)}, tr("Delete from the homework"), 0, tr("“%1” deleted.").arg(fact.text));
}

void HomeworkService::move(const QList<Fact> &facts, FactId id, int steps) const
{
    RowEdits edits;
    const QList<Fact> moved = factsMoved(facts, id, steps);
    for (const Fact &after : moved)
        edits << update(*std::ranges::find(facts, after.id, &Fact::id), after);
    m_workspace.commit(edits, tr("Put the homework in order"));
}
