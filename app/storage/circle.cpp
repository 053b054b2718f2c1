// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/circle.h"

#include "storage/transaction.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {
/// Tables whose rows belong to one prospect, by prospect_id.
const QSet<QString> &tablesOfPeople()
{
    static const QSet<QString> tables {u"handle"_s, u"move"_s, u"touch"_s, u"move_proposal"_s,
        u"follow_up"_s, u"prospect_label"_s, u"custom_value"_s, u"consent"_s,
        u"guardrail_override"_s, u"fact"_s, u"offer"_s, u"handover"_s};
    return tables;
}
} // namespace

QString Circle::isKnown(const Connection &connection, const QString &column)
{
    // The viewer's id is a number of ours and stands in the text.
    return column
        + " NOT IN (SELECT id FROM prospect WHERE private_to_id IS NOT NULL AND private_to_id <> "_L1
        + connection.viewer().user.toString()
        + " UNION ALL SELECT id FROM prospect WHERE erased_at > 0)"_L1;
}

Result<bool> Circle::mayWrite(Transaction &transaction, const RowEdit &edit)
{
    Connection &connection = transaction.connection();
    const bool isPerson = edit.table == "prospect"_L1;
    if (connection.viewer().user.isNull() || (!isPerson && !tablesOfPeople().contains(edit.table)))
        return true;
    // The row as it stands, and whom it would belong to.
    QString hidden = isPerson
        ? u"SELECT id FROM prospect WHERE id = ? AND NOT "_s
        : "SELECT x.id FROM "_L1 + edit.table + " x WHERE x.id = ? AND NOT "_L1;
    hidden += u'(' + isKnown(connection, isPerson ? u"id"_s : u"x.prospect_id"_s) + u')';
    auto found = connection.number(hidden, {edit.id});
    if (!found)
        return tl::unexpected(found.error());
    if (*found)
        return false;
    // Nobody puts a person into somebody else's circle.
    const UserId circle(edit.after.value(u"private_to_id"_s).toLongLong());
    if (isPerson && !circle.isNull() && circle != connection.viewer().user)
        return false;
    const qint64 target = edit.after.value(u"prospect_id"_s).toLongLong();
    if (isPerson || target == 0)
        return true;
    found = connection.number(
        "SELECT id FROM prospect WHERE id = ? AND NOT ("_L1 + isKnown(connection, u"id"_s) + u')',
        {target});
    if (!found)
        return tl::unexpected(found.error());
    return !found->has_value();
}
