// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/prospect.h"

#include <QList>
#include <QString>

#include <optional>

/// Why two records may be one person, the surest first.
enum class DuplicateReason {
    SameEmail,
    SamePhone,
    SameHandle,
    NameAndCompany,
    NameAndHandle, ///< the same name, and handles that differ in numbers alone
    SameName,
};

/// What is compared of a record.
struct DuplicateCandidate
{
    Prospect prospect;
    QString company; ///< its name; empty without one
    QList<Handle> handles;
};

/// Two records and what they share. `one` is the smaller id.
struct DuplicatePair
{
    ProspectId one;
    ProspectId other;
    DuplicateReason reason = DuplicateReason::SameName;
    QString shared; ///< the address, number, handle or company, as typed

    friend bool operator==(const DuplicatePair &, const DuplicatePair &) = default;
};

/// A suggestion with both records.
struct DuplicateSuggestion
{
    DuplicatePair pair;
    DuplicateCandidate one;
    DuplicateCandidate other;
};

/// Who is known by a handle or a name, as far as the viewer may know.
struct KnownPeople
{
    QList<DuplicateCandidate> shown;
    bool isHidden = false; ///< somebody has it whom the viewer may not see
};

/// The surest reason why both may be one person, or nothing; Weak ones only with \a alsoWeak.
[[nodiscard]] std::optional<DuplicatePair> compareRecords(
    const DuplicateCandidate &one, const DuplicateCandidate &other, bool alsoWeak);
/// A handle without the numbers that networks and people put behind a name that is taken: “anna-berg-1a2b3c” and “anna.berg88” are “annaberg”.
[[nodiscard]] QString handleStem(const QString &network, const QString &value);
