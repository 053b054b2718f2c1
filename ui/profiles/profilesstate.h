// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/profilecopy.h"

#include <QByteArray>

#include <optional>

/// What the profiles page showed when it was left.
struct ProfilesState
{
    ChannelId channel; ///< may be null
    Surface surface = Surface::Bio;
    ProfileCopyId version; ///< may be null
    int scrolled = 0; ///< pixels

    friend bool operator==(const ProfilesState &, const ProfilesState &) = default;
};

[[nodiscard]] QByteArray toBytes(const ProfilesState &state);
/// Nothing for bytes of another version or garbage.
[[nodiscard]] std::optional<ProfilesState> profilesStateFrom(const QByteArray &bytes);
