// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importplan.h"

#include <QStringList>

/// What a header tells by itself.
struct GuessedMapping
{
    CsvMapping mapping; ///< empty fields where no column is known
    QString system; ///< "hubspot", "pipedrive", "salesforce", "google", "outlook", "linkedin",
        ///< "pullpush"; empty where unknown

    friend bool operator==(const GuessedMapping &, const GuessedMapping &) = default;
};

/// The mapping for well-known headers: those of HubSpot, Pipedrive (also with prefixes such as
/// `Deal - `), Salesforce, Google, Outlook, LinkedIn, our own field names, and common words. `Date
/// entered STAGE` becomes `entered:STAGE`. A column of our own always wins. Never maps two columns
/// to one field, except `entered:`.
[[nodiscard]] GuessedMapping guessMapping(const QStringList &header);

/// The fields without an argument that a mapping may name; beside them there are `handle:NETWORK`
/// and `entered:STAGE`.
[[nodiscard]] QStringList plainFields();
/// \a field is one that a mapping may name.
[[nodiscard]] bool isField(const QString &field);
/// A value of \a field is a date.
[[nodiscard]] bool isDateField(const QString &field);
