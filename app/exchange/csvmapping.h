// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/importplan.h"
#include "domain/stage.h"

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
/// Where \a column stands in \a header: the one of exactly that name, else one of it but for case and white space around it;
/// -1 where there is none.
[[nodiscard]] qsizetype indexOfColumn(const QStringList &header, const QString &column);
/// The columns of \a header that \a fields do not read, in their order, without those that have no name. Each with the field
/// that it probably means where no other column tells that: one whose name differs in case, spaces and signs only, or the
/// entry into one of \a stages, named alone or with words as "entered" and "date". The file is left to the caller.
[[nodiscard]] QList<UnusedColumn> unusedColumns(
    const QStringList &header, const QList<FieldMapping> &fields, const QList<Stage> &stages);
