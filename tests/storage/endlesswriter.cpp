// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to the workspace named on the command line until it is killed, and prints the number of each transaction after it was acknowledged: a
// prospect with a handle and a move, now and then an edit, a removal, or a chunk under a batch that never becomes visible.
#include "base/clock.h"
#include "base/idsource.h"
#include "domain/importbatch.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "storage/batchtable.h"
#include "storage/database.h"
#include "storage/prospecttable.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
RowEdits newProspect(IdSource &ids, qint64 number, BatchId batch)
{
    Prospect prospect;
    prospect.id = ProspectId::create(ids);
    prospect.name = u"Person %1"_s.arg(number);
    prospect.valueMinor = number;
    prospect.stage = StageId(1);
    prospect.batch = batch;
    Handle handle;
    handle.id = HandleId::create(ids);
    handle.prospect = prospect.id;
    handle.network = u"x"_s;
    handle.value = handle.id.toString(); // what a killed import left may have the same number
    handle.batch = batch;
    Move move;
    move.id = MoveId::create(ids);
    move.prospect = prospect.id;
    move.to = StageId(1);
    move.batch = batch;
    return {insertion(prospect), insertion(handle), insertion(move)};
}

RowEdits change(Connection &connection, qint64 number)
{
    ProspectQuery newestFirst;
    newestFirst.sort = ProspectQuery::Sort::Newest;
    const auto newest = ProspectTable::firstPage(connection, newestFirst, 1);
    if (!newest || newest->isEmpty())
        return {};
    const auto prospect = ProspectTable::find(connection, newest->first().id);
    if (!prospect || !*prospect)
        return {};
    Prospect after = **prospect;
    after.notes = QString::number(number);
    return {update(**prospect, after)};
}
} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const SystemClock clock;
    auto database = Database::open(
        *parseLocation(QString::fromLocal8Bit(argv[1])), Database::Mode::Open, clock);
    if (!database)
        return 1;
    IdSource ids(clock, (*database)->node());
    auto number = (*database)
                      ->read([](Connection &c) {
                          return c.number(u"SELECT max(value_minor) FROM live_prospect"_s);
                      })
                      .result()
                      ->value_or(0);
    for (;;) {
        const qint64 next = number + 1;
        const auto done =
            (*database)
                ->write([&](Transaction &transaction) -> Result<> {
                    if (next % 5 == 0) {
                        ImportBatch batch;
                        batch.id = BatchId::create(ids);
                        batch.node = (*database)->node();
                        if (auto made = BatchTable::insert(transaction, batch); !made)
                            return made;
                        if (auto made = applyEdits(transaction, newProspect(ids, 0, batch.id));
                            !made)
                            return made;
                    }
                    return applyEdits(transaction,
                        newProspect(ids, next, {}) + change(transaction.connection(), next));
                })
                .result();
        if (!done)
            return 2;
        number = next;
        std::printf("%lld\n", number);
        std::fflush(stdout);
    }
}
