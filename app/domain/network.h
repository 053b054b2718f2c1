// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/limit.h"
#include "domain/profilecopy.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

/// A kind of platform.
struct Network
{
    QString key; ///< "linkedin-page": how channels and the command line name it
    QString name; ///< its proper name, the same in every language
    QString sign; ///< 1 or 2 letters for a calendar tile
    QList<Surface> surfaces; ///< places with profile copy; every network has a timeline besides
    QStringList aliases = {}; ///< what other programs call it, folded

    friend bool operator==(const Network &, const Network &) = default;
};

/// What is known about networks: data with a source, never constants in code, because limits change
/// often.
struct NetworkTable
{
    QList<Network> networks;
    QList<Limit> limits;

    /// Null where \a key is not in the table.
    [[nodiscard]] const Network *find(QStringView key) const;
    /// The network of that key, name or alias, whatever its case; null where there is none.
    [[nodiscard]] const Network *findNamed(QStringView name) const;
    /// All limits of a field, hard ones first.
    [[nodiscard]] QList<Limit> limitsOf(QStringView network, QStringView surface = TimelineSurface,
        QStringView field = TextField) const;
    /// The network's name, or \a key itself where it is unknown.
    [[nodiscard]] QString nameOf(const QString &key) const;
    /// The network's sign, or the key's first two letters where it is unknown.
    [[nodiscard]] QString signOf(const QString &key) const;

    friend bool operator==(const NetworkTable &, const NetworkTable &) = default;
};

/// Reads the table from JSON. Each of \a overrides replaces the row of the same network, surface,
/// field, rule and kind, or is added (instances of Mastodon and plans of X differ). Errors:
/// Rejected, naming the row and the reason.
[[nodiscard]] Result<NetworkTable> parseNetworks(
    const QByteArray &json, const QList<Limit> &overrides = {});
/// The table that is compiled into the program (the target `resources` must be linked). Errors:
/// NotFound where it is not.
[[nodiscard]] Result<NetworkTable> builtInNetworks(const QList<Limit> &overrides = {});
