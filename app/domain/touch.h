// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QString>

enum class TouchKind { Saw, Reacted, Commented, Shared, Clicked, Mentioned, Referred, Reviewed };

template<>
struct EnumText<TouchKind>
{
    static constexpr std::pair<TouchKind, std::string_view> values[] {
        {TouchKind::Saw, "saw"},
        {TouchKind::Reacted, "reacted"},
        {TouchKind::Commented, "commented"},
        {TouchKind::Shared, "shared"},
        {TouchKind::Clicked, "clicked"},
        {TouchKind::Mentioned, "mentioned"},
        {TouchKind::Referred, "referred"},
        {TouchKind::Reviewed, "reviewed"},
    };
};

/// One thing that pulled a prospect, with the post or profile version (or neither), a quote and the time.
struct Touch
{
    TouchId id;
    ProspectId prospect;
    TouchKind kind = TouchKind::Saw;
    PostId post;
    ProfileCopyId profileCopy; ///< the version of a surface, where no post
    ProspectId referrer; ///< the customer who brought them
    ChannelId channel;
    QString quote;
    bool quotable = false; ///< they agreed to be quoted
    Moment at;
    UserId by;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Touch &, const Touch &) = default;
};
