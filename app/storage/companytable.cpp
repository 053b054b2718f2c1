// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/companytable.h"

#include "base/text.h"
#include "storage/circle.h"
#include "storage/rowspec.h"

using namespace Qt::StringLiterals;

Result<QList<CompanyTable::Row>> CompanyTable::page(
    Connection &connection, const QString &start, const Company &after, int limit)
{
    const QString from = foldText(start);
    // A company to which only people belong whom the viewer may not know of would tell of them.
    const QString own =
        u"EXISTS (SELECT 1 FROM live_prospect p WHERE p.company_id = live_company.id"_s;
    auto companies = selectRows<Company>(connection,
        "WHERE name_folded >= ? AND name_folded < ? AND (name_folded, id) > (?, ?) AND (NOT "_L1
            + own + ") OR "_L1 + own + " AND "_L1 + Circle::isKnown(connection, u"p.id"_s)
            + ")) ORDER BY name_folded, id LIMIT ?"_L1,
        {toSql(from), from + QString::fromUcs4(U"\U0010FFFF", 1), toSql(foldText(after.name)),
            after.id.value(), limit});
    if (!companies)
        return tl::unexpected(companies.error());
    QStringList ids;
    for (const Company &company : std::as_const(*companies))
        ids << company.id.toString();
    QHash<qint64, int> counts;
    if (!ids.isEmpty()) {
        auto rows = connection.select(
            "SELECT company_id, count(*) FROM live_prospect WHERE private_to_id IS NULL AND erased_at = 0 AND company_id IN ("_L1
            + ids.join(u',') + ") GROUP BY company_id"_L1);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next())
            counts.insert(rows->integer(0), int(rows->integer(1)));
    }
    QList<Row> page;
    for (const Company &company : std::as_const(*companies))
        page.append({company, counts.value(company.id.value())});
    return page;
}

Result<QList<Prospect>> CompanyTable::people(Connection &connection, CompanyId company)
{
    return selectRows<Prospect>(connection,
        "WHERE company_id = ? AND "_L1 + Circle::isKnown(connection, u"id"_s) + " ORDER BY id"_L1,
        {company.value()});
}
