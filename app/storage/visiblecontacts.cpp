// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/visiblecontacts.h"

#include "base/enumtext.h"
#include "storage/visible.h"

using namespace Qt::StringLiterals;

namespace {
/// What holds for message \a alias that is a word of \a direction: as isWordOf(), and what both sides take part in is a word of both.
QString isWordOfSide(QLatin1String alias, QLatin1String direction)
{
    const QString m = alias + u'.';
    return "(("_L1 + m + "direction = '"_L1 + direction + "' AND "_L1 + m
        + "medium <> 'note' AND NOT ("_L1 + m + "medium = 'call' AND "_L1 + m
        + "direction = 'ours' AND "_L1 + m + "call_result IN ('no-answer', 'declined'))) OR "_L1 + m
        + "medium = 'meeting' OR ("_L1 + m + "medium = 'call' AND "_L1 + m
        + "call_result = 'answered'))"_L1;
}
} // namespace

Result<std::shared_ptr<const LastContacts>> Visible::lastContacts(Connection &connection)
{
    auto contacts = std::make_shared<LastContacts>();
    // Ids of messages follow their time.
    auto done = connection.scan(
        "SELECT c.prospect_id, m.sent_at, m.sent_at_precision FROM live_conversation c JOIN "
        "live_message m ON m.id = (SELECT t.id FROM live_message t WHERE t.conversation_id = c.id "
        "AND "_L1
            + isWordOfSide("t"_L1, "theirs"_L1)
            + " ORDER BY t.id DESC LIMIT 1) WHERE c.prospect_id IS NOT NULL AND "_L1
            + condition(connection, u"c"_s)
            + " AND EXISTS (SELECT 1 FROM live_message o WHERE o.conversation_id = c.id AND "_L1
            + isWordOfSide("o"_L1, "ours"_L1) + ") ORDER BY c.prospect_id, m.sent_at"_L1,
        [&contacts](const ScanRow &row) {
            const LastContacts::Row last {ProspectId(row.integer(0)),
                {row.integer(1), fromText<Precision>(row.text(2)).value_or(Precision::Unknown)}};
            auto &rows = contacts->rows;
            if (rows.empty() || rows.back().prospect != last.prospect)
                rows.push_back(last);
            else if (last.at.precision != Precision::Unknown
                || rows.back().at.precision == Precision::Unknown)
                rows.back() = last;
            return true;
        });
    if (!done)
        return tl::unexpected(done.error());
    return contacts;
}
