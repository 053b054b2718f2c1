// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/searchresults.h"

#include "session/searchservice.h"
#include "session/workspace.h"

#include <algorithm>

SearchResults::SearchResults(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_service(new SearchService(workspace, this))
{
    for (const SearchKind kind : SearchKinds)
        m_groups.at(size_t(kind)).kind = kind;
    setState(StoreState::Ready);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!m_text.isEmpty()
            && changes.touchesAny(
                {u"prospect", u"handle", u"company", u"conversation", u"conversation_share",
                    u"message", u"post", u"variant", u"profile_copy", u"channel"}))
            askAll();
    });
}

void SearchResults::setText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_text)
        return;
    m_text = trimmed;
    for (Group &group : m_groups) {
        group.limit = HitsAtOnce;
        if (m_text.isEmpty())
            group.page = {};
    }
    askAll();
    emit changed();
}

void SearchResults::setKind(std::optional<SearchKind> kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    askAll();
    emit changed();
}

void SearchResults::readMore(SearchKind kind)
{
    Group &group = m_groups.at(size_t(kind));
    if (!group.page.hasMore || group.state == StoreState::Loading || m_text.isEmpty())
        return;
    group.limit += 4 * HitsAtOnce;
    ask(group);
    updateState();
    emit changed();
}

void SearchResults::retry()
{
    for (Group &group : m_groups) {
        if (isShown(group) && group.state == StoreState::Failed)
            ask(group);
    }
    updateState();
    emit changed();
}

void SearchResults::close()
{
    setText({});
}

QList<SearchResults::Group> SearchResults::groups() const
{
    QList<Group> shown;
    for (const Group &group : m_groups) {
        if (isShown(group))
            shown.append(group);
    }
    return shown;
}

qsizetype SearchResults::count() const
{
    qsizetype count = 0;
    for (const Group &group : m_groups) {
        if (isShown(group))
            count += group.page.hits.size();
    }
    return count;
}

bool SearchResults::isCut() const
{
    return std::ranges::any_of(
        m_groups, [this](const Group &group) { return isShown(group) && group.page.isCut; });
}

bool SearchResults::isShown(const Group &group) const
{
    return !m_kind || *m_kind == group.kind;
}

void SearchResults::askAll()
{
    m_service->cancel();
    for (Group &group : m_groups) {
        group.state = StoreState::Ready;
        if (!m_text.isEmpty() && isShown(group))
            ask(group);
    }
    updateState();
}

void SearchResults::ask(Group &group)
{
    group.state = StoreState::Loading;
    group.error = {};
    m_service->ask(
        group.kind, m_text, group.limit, [this, kind = group.kind](Result<SearchPage> result) {
            Group &answered = m_groups.at(size_t(kind));
            if (result) {
                answered.page = std::move(*result);
                answered.state = StoreState::Ready;
            } else {
                answered.page = {};
                answered.state = StoreState::Failed;
                answered.error = result.error();
            }
            updateState();
            emit changed();
        });
}

void SearchResults::updateState()
{
    const QList<Group> shown = groups();
    if (std::ranges::find(shown, StoreState::Loading, &Group::state) != shown.end()) {
        setState(StoreState::Loading);
        return;
    }
    const auto failed = std::ranges::find(shown, StoreState::Failed, &Group::state);
    if (failed != shown.end())
        setState(StoreState::Failed, failed->error);
    else
        setState(StoreState::Ready);
}
