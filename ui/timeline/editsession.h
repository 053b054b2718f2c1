// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/post.h"

#include <optional>

/// One post while it is edited: what the workspace has, and what the user made of it so far.
class EditSession
{
public:
    struct Edit
    {
        PostWithVariants before;
        PostWithVariants after;
    };

    /// Begins anew; what was pending is forgotten.
    void load(const PostWithVariants &post);
    /// The workspace's value changed: what is pending stays on top of it.
    void refresh(const PostWithVariants &theirs);
    /// What the user sees.
    [[nodiscard]] const PostWithVariants &value() const { return m_value; }
    [[nodiscard]] PostWithVariants &value() { return m_value; }
    [[nodiscard]] bool isPending() const { return m_value != m_base; }
    /// The pending edit, which then counts as done. Nothing where there is none.
    [[nodiscard]] std::optional<Edit> take();

private:
    PostWithVariants m_base;
    PostWithVariants m_value;
};
