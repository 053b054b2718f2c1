// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"
#include "domain/limit.h"

#include <QString>

/// Whether posts of a channel need an approval before they are scheduled, and whose.
enum class ApprovalRule { None, Anybody, SomebodyElse };

template<>
struct EnumText<ApprovalRule>
{
    static constexpr std::pair<ApprovalRule, std::string_view> values[] {
        {ApprovalRule::None, "none"}, {ApprovalRule::Anybody, "anybody"},
        {ApprovalRule::SomebodyElse, "somebody-else"}};
};

/// One account of the brand on a network. `network` is a key of the network table ("x",
/// "linkedin-page", …).
struct Channel
{
    ChannelId id;
    QString network;
    QString name;
    QString handle;
    int position = 0;
    QString zone = {}; ///< IANA name, where its audience lives; empty is the workspace's zone
    ApprovalRule approval = ApprovalRule::None; ///< somebody else: than the post's author
    QString utmSource = {}; ///< how links name it; empty: its network
    QString utmMedium = {}; ///< how links name its kind; empty: "social"
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Channel &, const Channel &) = default;
};

/// A limit of one channel that differs from its network's: an instance with longer posts, a plan with more.
struct ChannelLimit
{
    ChannelLimitId id;
    ChannelId channel;
    QString surface; ///< as Limit's
    QString field;
    CountingRule rule = CountingRule::CodePoints;
    LimitKind kind = LimitKind::Hard;
    qint64 limit = 0; ///< in the rule's unit
    qint64 rowVersion = 1;

    friend bool operator==(const ChannelLimit &, const ChannelLimit &) = default;
};
