// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <utility>

class Connection;

/// A network and a handle on it, as normalisedHandle() writes it.
using NetworkHandle = std::pair<QString, QString>;

/// Who has a handle, for the viewer.
struct HandleClaims
{
    ProspectId holder; ///< one at most, live or in an import that is not finished, also hidden
    /// Live, and the viewer may know of them: the holder, else the first contender.
    ProspectId known;
    bool isHidden = false; ///< the holder is somebody whom the viewer may not know of
    /// The live prospects who have it contested and whom the viewer may know of, oldest first.
    QList<ProspectId> contenders;

    friend bool operator==(const HandleClaims &, const HandleClaims &) = default;

    /// Of many handles at once, in a few statements; those that nobody has are not in it.
    [[nodiscard]] static Result<QHash<NetworkHandle, HandleClaims>> of(
        Connection &connection, const QSet<NetworkHandle> &handles);
    /// Of one, which may be written in any way.
    [[nodiscard]] static Result<HandleClaims> of(
        Connection &connection, const QString &network, const QString &value);
    /// Whether the server itself keeps from the viewer who has it, so that nothing of them can be read.
    [[nodiscard]] static Result<bool> isKept(Connection &connection, const NetworkHandle &handle);
};
