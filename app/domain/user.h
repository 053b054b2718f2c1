// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

enum class Role { Manager, SocialMediaManager, SalesRep };

template<>
struct EnumText<Role>
{
    static constexpr std::pair<Role, std::string_view> values[] {{Role::Manager, "manager"},
        {Role::SocialMediaManager, "social-media-manager"}, {Role::SalesRep, "sales-rep"}};
};

/// A member of the brand team. `login` is the name for --as.
struct User
{
    UserId id;
    QString login;
    QString name;
    Role role = Role::Manager;
    qint64 rowVersion = 1;

    friend bool operator==(const User &, const User &) = default;
};

/// On whose behalf the database is read: decides which conversations are visible.
struct Viewer
{
    UserId user;
    Role role = Role::Manager;

    friend bool operator==(const Viewer &, const Viewer &) = default;
};
