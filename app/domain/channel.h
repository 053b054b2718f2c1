// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QString>

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
    bool needsApproval = false; ///< nothing is scheduled here that nobody approved
    BatchId batch = {}; ///< the import that made it, or null
    qint64 rowVersion = 1;

    friend bool operator==(const Channel &, const Channel &) = default;
};
