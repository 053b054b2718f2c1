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
    ProspectId
        holder; ///< as HandleKeys::holder: also in an import that is not finished, also hidden
    ProspectId known; ///< as ProspectTable::withHandle: live, and the viewer may know of them
    bool isHidden = false; ///< likewise: somebody has it whom the viewer may not know of
    QList<ProspectId> contenders; ///< as HandleKeys::contenders

    friend bool operator==(const HandleClaims &, const HandleClaims &) = default;

    /// Of many handles at once, in a few statements; those that nobody has are not in it.
    [[nodiscard]] static Result<QHash<NetworkHandle, HandleClaims>> of(
        Connection &connection, const QSet<NetworkHandle> &handles);
};
