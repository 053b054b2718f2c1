// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"
#include "domain/post.h"

#include <QString>

/// Who a comment is for: the team alone, or the client too.
enum class Audience { Internal, Client };

template<>
struct EnumText<Audience>
{
    static constexpr std::pair<Audience, std::string_view> values[] {
        {Audience::Internal, "internal"}, {Audience::Client, "client"}};
};

/// What somebody says about a post while it is made.
struct PostComment
{
    PostCommentId id;
    PostId post;
    VariantId variant; ///< null: the post as a whole
    UserId author;
    qint64 at = 0; ///< Unix milliseconds
    QString text;
    Audience audience = Audience::Internal;
    qint64 resolvedAt = 0; ///< Unix milliseconds; 0 while open
    qint64 rowVersion = 1;

    friend bool operator==(const PostComment &, const PostComment &) = default;
};

/// One thing to be done before a post goes out.
struct ChecklistItem
{
    ChecklistItemId id;
    PostId post;
    int position = 0;
    QString text;
    qint64 doneAt = 0; ///< Unix milliseconds; 0 while open
    UserId doneBy;
    qint64 rowVersion = 1;

    friend bool operator==(const ChecklistItem &, const ChecklistItem &) = default;
};

/// The words that were sent on, approved, scheduled or posted, as they were then.
struct TextVersion
{
    TextVersionId id;
    PostId post;
    VariantId variant; ///< null: the common text
    QString text;
    PostStatus status = PostStatus::Draft; ///< what the words became with it; Draft: kept by hand
    UserId author; ///< who took the step
    qint64 at = 0; ///< Unix milliseconds
    qint64 rowVersion = 1;

    friend bool operator==(const TextVersion &, const TextVersion &) = default;
};

/// Everything that was said and done about one post.
struct PostReview
{
    QList<PostComment> comments; ///< oldest first
    QList<ChecklistItem> checklist; ///< by position
    QList<TextVersion> versions; ///< newest first

    friend bool operator==(const PostReview &, const PostReview &) = default;
};
