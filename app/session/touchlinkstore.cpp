// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/touchlinkstore.h"

#include "domain/landmarks.h"
#include "session/freshreader.h"
#include "session/workspace.h"
#include "storage/touchtable.h"

#include <algorithm>
#include <utility>

TouchLinkStore::TouchLinkStore(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!m_id.isNull() && changes.touchesAny({u"touch", u"prospect", u"profile_copy"}))
            reload();
    });
}

void TouchLinkStore::open(ProspectId id)
{
    if (id == m_id && state() == StoreState::Ready)
        return;
    m_id = id;
    m_links = {};
    m_reader->cancel();
    setState(id.isNull() ? StoreState::Ready : StoreState::Loading);
    emit changed();
    if (!id.isNull())
        reload();
}

int TouchLinkStore::customers() const
{
    return int(std::ranges::count_if(m_links.brought, [this](const ProspectRow &row) {
        return Landmarks::isCustomer(m_workspace.stages(), row.stage);
    }));
}

void TouchLinkStore::reload()
{
    const auto read = [id = m_id](
                          Connection &connection) { return TouchTable::links(connection, id); };
    m_reader->start(read, [this](Result<TouchLinks> result) { take(std::move(result), m_links); });
}
