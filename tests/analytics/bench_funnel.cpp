// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/funnel.h"
#include "analytics/survival.h"
#include "samplecolumns.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

template<typename Work>
double bestMs(int times, Work work)
{
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

void print(const char *what, double ms)
{
    std::printf("%-56s %8.2f ms\n", what, ms);
}

} // namespace

int main(int argc, char **argv)
{
    const qint64 count = argc > 1 ? std::atoll(argv[1]) : 1000000;
    SampleHistory history(count);
    std::printf("%lld prospects, %zu moves\n", static_cast<long long>(count), history.moves.size());
    const QTimeZone zone("Europe/Berlin");
    ColumnsPointer columns;
    const auto build = [&] {
        columns.reset();
        ColumnsBuilder builder(defaultPipeline(), zone);
        history.feed(builder);
        columns = builder.finish();
    };
    print("build, moves by prospect", bestMs(3, build));
    std::mt19937 random(7);
    std::shuffle(history.moves.begin(), history.moves.end(), random);
    print("build, moves shuffled", bestMs(2, build));
    std::printf("%-56s %8.2f MB\n", "arrays", double(columns->bytes()) / 1e6);

    FunnelQuery query;
    query.asOf = SampleHistory::End;
    qint64 sink = 0;
    const auto measure = [&](const char *what) {
        print(what, bestMs(15, [&] { sink += funnel(*columns, query).total.cohort; }));
    };
    measure("funnel");
    query.by = Breakdown::Source;
    measure("funnel by source");
    query.entered = {QDate(2024, 5, 1), QDate(2025, 8, 1)};
    measure("funnel by source, of fifteen months");
    query.windowDays = 90;
    measure("funnel by source, of fifteen months, within 90 days");
    query.reached = ReachedRule::Touched;
    measure("the same, touched");
    query.owners = QList<UserId> {UserId(3), UserId(5)};
    measure("the same, of two owners");
    query = {.by = Breakdown::Owner, .sources = QStringList {QStringLiteral("social")}};
    measure("funnel by owner, of one source");
    query = {.by = Breakdown::Source};
    print(
        "who is behind a bar", bestMs(5, [&] { sink += prospectsAt(*columns, query, 2).size(); }));
    ColumnsBuilder one(defaultPipeline(), zone);
    one.addProspect(columns->chunks().front()->ids[5], std::string_view("event"), 1, 3);
    one.addMove(columns->chunks().front()->ids[5], 3, {SampleHistory::Begin});
    const ColumnsPointer changed = one.finish();
    print("one prospect changed",
        bestMs(5, [&] { sink += updatedColumns(columns, *changed)->steps().size(); }));

    std::vector<qint64> ages(static_cast<size_t>(count));
    std::vector<quint8> outcomes(ages.size());
    std::ranges::generate(ages, [&random] { return qint64(random() % 2000); });
    std::ranges::generate(outcomes, [&random] { return quint8(random() % 3); });
    print("outcomes of as many, by days",
        bestMs(15, [&] { sink += aalenJohansen(ages, outcomes, 2).open.n; }));
    return sink == 0 ? 1 : 0;
}
