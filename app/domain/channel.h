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
    qint64 rowVersion = 1;

    friend bool operator==(const Channel &, const Channel &) = default;
};
