// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profilestore.h"

#include "base/clock.h"
#include "session/freshreader.h"
#include "session/valuelist.h"
#include "session/workspace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

ProfileStore::ProfileStore(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    connect(&workspace, &Workspace::edited, this, &ProfileStore::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_loaded && changes.touches(u"profile_copy"_s))
            reload();
    });
}

void ProfileStore::load()
{
    if (m_loaded && state() != StoreState::Failed)
        return;
    m_loaded = true;
    reload();
}

void ProfileStore::reload()
{
    const auto read = [](Connection &connection) {
        return selectRows<ProfileCopy>(connection, u"ORDER BY channel_id, surface, version"_s);
    };
    m_reader->start(
        read, [this](Result<QList<ProfileCopy>> result) { take(std::move(result), m_copies); });
}

QList<ProfileCopy> ProfileStore::versions(ChannelId channel, Surface surface) const
{
    QList<ProfileCopy> found;
    std::ranges::copy_if(m_copies, std::back_inserter(found), [&](const ProfileCopy &copy) {
        return copy.channel == channel && copy.surface == surface;
    });
    std::ranges::sort(found, std::ranges::greater {}, &ProfileCopy::version);
    return found;
}

const ProfileCopy *ProfileStore::find(ProfileCopyId id) const
{
    const auto found = std::ranges::find(m_copies, id, &ProfileCopy::id);
    return found == m_copies.end() ? nullptr : &*found;
}

ProfileCopyId ProfileStore::addDraft(ChannelId channel, Surface surface, const QString &text)
{
    const QList<ProfileCopy> existing = versions(channel, surface);
    ProfileCopy copy;
    copy.id = ProfileCopyId::create(m_workspace.ids());
    copy.channel = channel;
    copy.surface = surface;
    copy.version = existing.isEmpty() ? 1 : existing.first().version + 1;
    copy.text = text;
    copy.author = m_workspace.viewer().user;
    copy.createdAt = m_workspace.clock().now();
    m_workspace.commit({insertion(copy)}, tr("New draft of profile copy"));
    return copy.id;
}

void ProfileStore::changeText(ProfileCopyId id, const QString &text, bool merge)
{
    const ProfileCopy *found = find(id);
    if (!found || found->status != CopyStatus::Draft)
        return;
    ProfileCopy changed = *found;
    changed.text = text;
    m_workspace.commit({update(*found, changed)}, tr("Change profile copy"),
        merge ? int(id.value() & 0x3fffffff) | 1 : 0);
}

void ProfileStore::setStatus(ProfileCopyId id, CopyStatus status)
{
    const ProfileCopy *found = find(id);
    if (!found || found->status == status)
        return;
    RowEdits edits;
    const qint64 now = m_workspace.clock().now();
    ProfileCopy changed = *found;
    changed.status = status;
    if (status == CopyStatus::Live) {
        const QList<ProfileCopy> others = versions(found->channel, found->surface);
        for (const ProfileCopy &other : others) {
            if (other.status != CopyStatus::Live)
                continue;
            ProfileCopy retired = other;
            retired.status = CopyStatus::Retired;
            retired.liveUntil = now;
            edits << update(other, retired);
        }
        changed.liveSince = now;
        changed.liveUntil = 0;
    } else if (found->status == CopyStatus::Live) {
        changed.liveUntil = now;
    }
    edits << update(*found, changed);
    m_workspace.commit(edits, tr("Change the status of profile copy"), 0,
        status == CopyStatus::Live ? tr("Version %1 is live now.").arg(changed.version)
                                   : QString());
}

void ProfileStore::remove(ProfileCopyId id)
{
    if (const ProfileCopy *found = find(id))
        m_workspace.commit({removal(*found)}, tr("Delete a version of profile copy"));
}

void ProfileStore::follow(const QList<RowEdit> &edits)
{
    if (applyToLists(edits, m_copies))
        emit changed();
}
