// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

enum class MediaKind { Picture, Video, Document };

template<>
struct EnumText<MediaKind>
{
    static constexpr std::pair<MediaKind, std::string_view> values[] {
        {MediaKind::Picture, "picture"}, {MediaKind::Video, "video"},
        {MediaKind::Document, "document"}};
};

/// A picture, video or document of the workspace.
struct Media
{
    MediaId id;
    QString name; ///< as people know it: the file's name
    MediaKind kind = MediaKind::Picture;
    QString
        place; ///< absolute path or address of what is kept by reference; empty: in the workspace
    QString checksum; ///< SHA-256, hexadecimal; empty where the content was never seen
    qint64 bytes = 0; ///< 0 where unknown
    int width = 0; ///< pixels; 0 where unknown
    int height = 0;
    QString rights; ///< who may use it, for what, until when
    qint64 createdAt = 0; ///< Unix milliseconds
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Media &, const Media &) = default;
};

/// A medium on a post, or on one of its variants alone.
struct PostMedia
{
    PostMediaId id;
    PostId post;
    VariantId variant; ///< null: all variants
    MediaId media;
    int position = 0;
    QString altText; ///< what is to be seen, for those who cannot see it
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const PostMedia &, const PostMedia &) = default;
};

/// The part of a picture that one variant shows, in pixels of the upright picture.
struct MediaCrop
{
    MediaCropId id;
    PostId post;
    PostMediaId media;
    VariantId variant;
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const MediaCrop &, const MediaCrop &) = default;
};
