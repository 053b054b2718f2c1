// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QJsonObject>

#include <functional>

class QObject;
class Workspace;

enum class PersonFormat { Json, Html, Pdf };

template<>
struct EnumText<PersonFormat>
{
    static constexpr std::pair<PersonFormat, std::string_view> values[] {
        {PersonFormat::Json, "json"}, {PersonFormat::Html, "html"}, {PersonFormat::Pdf, "pdf"}};
};

struct PersonExportOptions
{
    PersonFormat format = PersonFormat::Json;
    bool redactOthers =
        false; ///< third parties in conversations get numbers for names; what was said stays as it was said
};

/// Everything that the viewer may see about one person, in one file: what a person who asks is entitled to (GDPR, articles 15 and 20).
///
/// The JSON document has these keys. Ids are strings, times ISO 8601 UTC or null, days YYYY-MM-DD or null; an entry with a "precision" is known so precisely
/// (exact, minute, day, unknown). Members of the team stand by name.
///   workspace, exportedAt, redacted
///   prospect: id name firstName lastName title company source owner stage firstSeen firstSeenPrecision valueMinor currency notes zone privateTo
///             doNotContactSince doNotContactWhy createdAt importedFrom
///   company: name website · handles: id network value · labels: names · customFields: field value
///   consents: medium basis source at precision expiresOn by
///   touches: kind post channel referrer quote quotable at precision by · moves: from to at precision by reason lostReason
///   proposals: to at precision why · offers: kind title valueMinor currency madeAt precision expectedOn state decidedAt lostReason lostAt note by
///   facts: kind text source on by createdAt · followUps: what dueOn snoozedUntil doneAt owner
///   handovers: offeredBy offeredTo offeredAt dueAt note state decidedBy decidedAt reason · overrides: rule reason by at · merges: mergedId at by
///   conversations: id title network privacy owner turn closedAt
///       participants: name isUs · hops: from to proposedBy proposedAt precision state decidedAt
///       messages: id at precision medium direction sender text durationSeconds callResult attachments (name bytes sha256)
///   history: at who what id op fields
namespace PersonExport {
/// Reads and writes on a worker; the file is there as a whole or not at all. \a done is called on \a context's thread, with the path. Errors: NotFound, also
/// for whom the viewer may not know of; Io.
void run(Workspace &workspace, ProspectId id, const QString &path,
    const PersonExportOptions &options, QObject *context,
    std::function<void(Result<QString>)> done);
/// The same for the command line, which waits.
[[nodiscard]] Result<> runNow(
    Workspace &workspace, ProspectId id, const QString &path, const PersonExportOptions &options);
/// The document itself. Waits.
[[nodiscard]] Result<QJsonObject> readNow(
    Workspace &workspace, ProspectId id, bool redactOthers = false);
} // namespace PersonExport
