// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/savedfiltermenu.h"

#include "session/savedfilters.h"
#include "session/teamsets.h"
#include "session/workspace.h"

#include <optional>

using namespace Qt::StringLiterals;

SavedFilterMenu::SavedFilterMenu(Workspace &workspace, QWidget *parent)
    : SavedMenu(u"saved"_s, tr("Name of the filter"), parent)
    , m_workspace(workspace)
{ }

QKeySequence SavedFilterMenu::shortcutOf(int place)
{
    return Qt::CTRL | Qt::SHIFT | Qt::Key(Qt::Key_1 + place);
}

QList<SavedMenu::Entry> SavedFilterMenu::entries() const
{
    std::optional<QString>
        current; // written where it may be one of them: a chart's people can be very many
    const auto isShown = [this, &current](const SavedFilter &filter) {
        if (filter.query.contains(R"("only":)"_L1) != m_query.only.has_value())
            return false;
        if (!current)
            current = queryText(m_query);
        return filter.query == *current;
    };
    QList<Entry> entries;
    for (const SavedFilter &filter : m_workspace.team().savedFilters()) {
        const auto place = int(entries.size());
        entries.append({.id = filter.id.value(),
            .name = filter.name,
            .isOfTeam = filter.owner.isNull(),
            .isShown = isShown(filter),
            .shortcut = place < ShortcutCount ? shortcutOf(place) : QKeySequence()});
    }
    return entries;
}

void SavedFilterMenu::chooseEntry(qint64 id)
{
    const SavedFilter *filter = SavedFilters::find(m_workspace, SavedFilterId(id));
    if (!filter)
        return;
    const Result<ProspectQuery> query = queryFromText(filter->query);
    if (query)
        emit queryChosen(*query);
    else
        emit m_workspace.notice(Notice::error(query.error()));
}

void SavedFilterMenu::addEntry(const QString &name, bool forTeam)
{
    SavedFilters::add(m_workspace, name, m_query, forTeam);
}

void SavedFilterMenu::renameEntry(qint64 id, const QString &name)
{
    SavedFilters::rename(m_workspace, SavedFilterId(id), name);
}

void SavedFilterMenu::replaceEntry(qint64 id)
{
    SavedFilters::replace(m_workspace, SavedFilterId(id), m_query);
}

void SavedFilterMenu::removeEntry(qint64 id)
{
    SavedFilters::remove(m_workspace, SavedFilterId(id));
}

void SavedFilterMenu::choose(int place)
{
    const QList<SavedFilter> &filters = m_workspace.team().savedFilters();
    if (place >= 0 && place < filters.size())
        chooseEntry(filters.at(place).id.value());
}
