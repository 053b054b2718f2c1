// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/consent.h"
#include "storage/handleclaims.h"
#include "storage/transaction.h"

#include <QByteArray>

#include <optional>

/// Handles of people who objected or were erased, as salted hashes alone: what is imported later can be compared, and nobody can read who they were.
/// The salt is random for each workspace, so that lists of two workspaces cannot be laid side by side.
namespace SuppressionList {
/// HMAC-SHA-256 (RFC 2104) of "network:value" with the value normalised, keyed with \a salt; hexadecimal.
[[nodiscard]] QString hashOf(const QByteArray &salt, const QString &network, const QString &value);
/// Puts a handle on the list, with a salt for the workspace where it has none yet. Nothing where it is there with that kind already.
[[nodiscard]] Result<> add(
    Transaction &transaction, const QString &network, const QString &value, SuppressionKind kind);
/// Takes a handle off the list, as far as it is there for \a kind.
[[nodiscard]] Result<> remove(
    Transaction &transaction, const QString &network, const QString &value, SuppressionKind kind);
/// Why a handle is on the list: erased before do-not-contact; nothing where it is not.
[[nodiscard]] Result<std::optional<SuppressionKind>> find(
    Connection &connection, const QString &network, const QString &value);
/// The same of many at once; those that are not on the list are not in it.
[[nodiscard]] Result<QHash<NetworkHandle, SuppressionKind>> find(
    Connection &connection, const QSet<NetworkHandle> &handles);
} // namespace SuppressionList
