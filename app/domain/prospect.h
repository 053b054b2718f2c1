// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/ids.h"

#include <QList>
#include <QString>

/// An organisation to which prospects belong.
struct Company
{
    CompanyId id;
    QString name;
    QString website;
    QString notes;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Company &, const Company &) = default;
};

/// A person the team may win: one record from first sight to advocate.
struct Prospect
{
    ProspectId id;
    QString name;
    QString firstName;
    QString lastName;
    CompanyId company;
    QString title; ///< job title
    QString source; ///< what brought them, as recorded; empty is a group of its own
    UserId owner;
    StageId stage; ///< current stage: follows the moves
    Moment firstSeen {0, Precision::Unknown};
    qint64 lastActivityAt =
        0; ///< Unix milliseconds of the newest touch, move or word that is the team's; 0 where nothing happened. Tells nothing of private words
    qint64 valueMinor = 0; ///< minor units of `currency`
    QString currency; ///< ISO 4217, empty where there is no value
    QString notes;
    QString zone; ///< IANA name of where they live; empty where it is not known
    UserId privateTo; ///< whose private circle they belong to: counted, and listed for nobody else
    qint64 doNotContactSince = 0; ///< Unix milliseconds; 0 where they may be contacted
    QString doNotContactWhy;
    ProspectId mergedInto; ///< the survivor, where this record was merged and is hidden
    qint64 createdAt = 0;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Prospect &, const Prospect &) = default;
};

/// One way to reach a prospect. `network` is a network key, or "email", "phone", "web", "whatsapp".
struct Handle
{
    HandleId id;
    ProspectId prospect;
    QString network;
    QString value; ///< as it was typed
    bool contested =
        false; ///< somebody else has the same one: kept beside it, until they are merged
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const Handle &, const Handle &) = default;
};

/// The value under which a handle is unique on its network: folded, without the leading @ and without the address around a profile's name; user@host on
/// Mastodon; e-mail addresses in lower case with the domain in ASCII; phone numbers as digits, with + before a country's code and without extension.
[[nodiscard]] QString normalisedHandle(const QString &network, const QString &value);
/// The name to show: `name`, else first and last name.
[[nodiscard]] QString displayName(const Prospect &prospect);
