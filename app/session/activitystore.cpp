// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/activitystore.h"

#include "session/freshreader.h"
#include "session/workspace.h"
#include "storage/activitytable.h"

#include <algorithm>
#include <utility>

ActivityStore::ActivityStore(Workspace &workspace, int pageSize, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
    , m_pageSize(pageSize)
{
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_shown
            && changes.touchesAny({u"post", u"variant", u"post_label", u"post_media", u"media_crop",
                u"post_comment", u"checklist_item", u"text_version", u"campaign", u"pillar",
                u"label", u"channel", u"posting_slot", u"series", u"handover", u"offer", u"consent",
                u"fact", u"merge", u"prospect"}))
            reload();
    });
}

void ActivityStore::show(const ActivityQuery &query)
{
    if (m_shown && query == m_query && state() == StoreState::Ready)
        return;
    m_query = query;
    m_page = {};
    m_shown = true;
    setState(StoreState::Loading);
    emit changed();
    reload();
}

void ActivityStore::close()
{
    m_shown = false;
    m_page = {};
    m_query = {};
    m_reader->cancel();
    setState(StoreState::Ready);
}

void ActivityStore::reload()
{
    if (!m_shown)
        return;
    m_readsMore = false;
    // As much as was there: what somebody reads does not vanish under the eyes.
    const int limit = std::max(m_pageSize, int(m_page.rows.size()));
    const auto read = [query = m_query, limit](Connection &connection) {
        return ActivityTable::page(connection, query, 0, limit);
    };
    m_reader->start(read, [this](Result<ActivityPage> result) { take(std::move(result), m_page); });
}

void ActivityStore::readMore()
{
    if (!m_page.hasMore || m_readsMore || state() != StoreState::Ready)
        return;
    m_readsMore = true;
    const auto read = [query = m_query, oldest = m_page.oldest, limit = m_pageSize](
                          Connection &connection) {
        return ActivityTable::page(connection, query, oldest, limit);
    };
    m_reader->start(read, [this](Result<ActivityPage> result) {
        m_readsMore = false;
        if (result)
            append(*result);
        else
            setState(StoreState::Failed, result.error());
        emit changed();
    });
}

void ActivityStore::append(const ActivityPage &page)
{
    m_page.rows << page.rows;
    m_page.names.insert(page.names);
    m_page.posts.insert(page.posts);
    m_page.people.insert(page.people);
    m_page.files.insert(page.files);
    m_page.oldest = page.oldest != 0 ? page.oldest : m_page.oldest;
    m_page.hasMore = page.hasMore;
}
