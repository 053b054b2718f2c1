// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/touchlinks.h"
#include "session/store.h"

#include <optional>

class FreshReader;
class Workspace;

/// The one post that a filter asks for: what it is called now, whatever it was called when the filter was saved.
class TouchedPost : public Store
{
    Q_OBJECT
public:
    TouchedPost(Workspace &workspace, QObject *parent);

    /// Reads the post \a id; a null id is no post.
    void show(PostId id);
    [[nodiscard]] PostId id() const { return m_id; }
    /// The title or the first words; empty until it is read, and where there is no post. One that was deleted is told as such.
    [[nodiscard]] QString name() const;

private:
    void reload();

    FreshReader *m_reader;
    PostId m_id;
    std::optional<TouchTargets::PostHit> m_post;
};
