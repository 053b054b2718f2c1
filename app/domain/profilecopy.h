// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

/// A place on a channel that carries copy, other than the timeline.
enum class Surface {
    DisplayName,
    Headline,
    Bio,
    Description,
    Link,
    ProfilePicture,
    CoverImage,
    PinnedPost
};
enum class CopyStatus { Draft, InReview, Approved, Live, Retired };

template<>
struct EnumText<Surface>
{
    static constexpr std::pair<Surface, std::string_view> values[] {
        {Surface::DisplayName, "display-name"},
        {Surface::Headline, "headline"},
        {Surface::Bio, "bio"},
        {Surface::Description, "description"},
        {Surface::Link, "link"},
        {Surface::ProfilePicture, "profile-picture"},
        {Surface::CoverImage, "cover-image"},
        {Surface::PinnedPost, "pinned-post"},
    };
};
template<>
struct EnumText<CopyStatus>
{
    static constexpr std::pair<CopyStatus, std::string_view> values[] {
        {CopyStatus::Draft, "draft"},
        {CopyStatus::InReview, "in-review"},
        {CopyStatus::Approved, "approved"},
        {CopyStatus::Live, "live"},
        {CopyStatus::Retired, "retired"},
    };
};

/// One version of the copy of a channel's surface. Versions count from 1 per channel and surface;
/// at most one is live.
struct ProfileCopy
{
    ProfileCopyId id;
    ChannelId channel;
    Surface surface = Surface::Bio;
    int version = 1;
    QString text;
    CopyStatus status = CopyStatus::Draft;
    qint64 liveSince = 0; ///< Unix milliseconds; 0 while it never was live
    qint64 liveUntil = 0; ///< Unix milliseconds; 0 while it is live or never was
    UserId author;
    qint64 createdAt = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const ProfileCopy &, const ProfileCopy &) = default;
};
