// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/touchedpost.h"

#include "session/freshreader.h"
#include "storage/touchtable.h"

#include <utility>

using namespace Qt::StringLiterals;

TouchedPost::TouchedPost(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    setState(StoreState::Ready);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (!m_id.isNull() && changes.touchesAny({u"post", u"variant"}))
            reload();
    });
}

void TouchedPost::show(PostId id)
{
    if (id == m_id)
        return;
    m_id = id;
    m_post.reset();
    if (id.isNull()) {
        m_reader->cancel();
        setState(StoreState::Ready);
        return;
    }
    setState(StoreState::Loading);
    reload();
}

QString TouchedPost::name() const
{
    if (m_post)
        return m_post->title.isEmpty() ? tr("(without words)") : m_post->title;
    return !m_id.isNull() && state() == StoreState::Ready ? tr("(deleted)") : QString();
}

void TouchedPost::reload()
{
    if (m_id.isNull())
        return;
    const auto read = [id = m_id](
                          Connection &connection) { return TouchTable::post(connection, id); };
    m_reader->start(read, [this](Result<std::optional<TouchTargets::PostHit>> post) {
        if (post) {
            m_post = std::move(*post);
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, post.error());
        }
        emit changed();
    });
}
