// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/duplicatelist.h"

#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/duplicatetable.h"
#include "storage/salestable.h"

using namespace Qt::StringLiterals;

DuplicateList::DuplicateList(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::edited, this, &DuplicateList::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_started && changes.touchesAny({u"prospect", u"handle", u"company", u"not_duplicate"}))
            reload();
    });
}

DuplicateList::~DuplicateList() = default;

void DuplicateList::load()
{
    m_started = true;
    setState(StoreState::Loading);
    emit changed();
    reload();
}

void DuplicateList::setAlsoWeak(bool alsoWeak)
{
    if (alsoWeak == m_alsoWeak)
        return;
    m_alsoWeak = alsoWeak;
    load();
}

void DuplicateList::reload()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_reading = true;
    m_again = false;
    auto read = m_workspace.database()->read(
        [alsoWeak = m_alsoWeak](Connection &connection) {
            return DuplicateTable::suggestions(connection, alsoWeak, MostSuggested);
        },
        Database::Lane::Long);
    whenReady(read, this, [this](const Result<QList<DuplicateSuggestion>> &found) {
        m_reading = false;
        if (m_again) {
            reload(); // what was read may be older than what is shown already
            return;
        }
        if (found) {
            m_suggestions = *found;
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, found.error());
        }
        emit changed();
    });
}

void DuplicateList::follow(const QList<RowEdit> &edits)
{
    // A pair that was decided goes at once; the rest follows when it is written.
    bool differs = false;
    for (const RowEdit &edit : edits) {
        m_again = m_again || (m_reading && edit.op != RowEdit::Op::Update);
        if (edit.op == RowEdit::Op::Insert && edit.table == rowSpec<NotDuplicate>().table) {
            const ProspectId one(edit.after.value(u"one_id"_s).toLongLong());
            const ProspectId other(edit.after.value(u"other_id"_s).toLongLong());
            differs = m_suggestions.removeIf([&](const DuplicateSuggestion &suggestion) {
                return suggestion.pair.one == one && suggestion.pair.other == other;
            }) > 0
                || differs;
        } else if (edit.op == RowEdit::Op::Remove && edit.table == rowSpec<Prospect>().table) {
            const ProspectId gone(edit.id);
            differs = m_suggestions.removeIf([&](const DuplicateSuggestion &suggestion) {
                return suggestion.pair.one == gone || suggestion.pair.other == gone;
            }) > 0
                || differs;
        }
    }
    if (differs)
        emit changed();
}
