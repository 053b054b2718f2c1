// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/editsession.h"

#include "domain/postedits.h"

void EditSession::load(const PostWithVariants &post)
{
    m_base = post;
    m_value = post;
}

void EditSession::refresh(const PostWithVariants &theirs)
{
    m_value = PostEdits::merged(m_base, m_value, theirs);
    m_base = theirs;
}

std::optional<EditSession::Edit> EditSession::take()
{
    if (!isPending())
        return std::nullopt;
    Edit edit {.before = m_base, .after = m_value};
    m_base = m_value;
    return edit;
}
