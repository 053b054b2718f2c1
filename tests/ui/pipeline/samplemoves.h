// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/movesreport.h"

#include <QList>

/// Places of the default pipeline, and what stands for places beside them.
namespace SampleMoves {
enum Place { Cold, Warm, Conversation, Offer, Customer, Loyal, Advocate, Lost };
inline constexpr int Entered = -1;
inline constexpr int Before = -2;
inline constexpr int Rest = -3;
inline constexpr int Retired = -4; ///< to it from a retired stage, from it to where they were put

struct Pair
{
    int from = 0;
    int to = 0;
    int count = 0;
};

/// The chart of moves as the report draws it. \a stages by position.
inline Chart chartOf(const QList<Pair> &pairs, const QList<Stage> &stages = defaultPipeline())
{
    MoveMatrix matrix(int(stages.size()));
    for (const Pair &pair : pairs) {
        const int from = pair.from == Entered ? matrix.start()
            : pair.from == Before             ? matrix.before()
            : pair.from == Retired            ? matrix.fromRetired()
                                              : pair.from;
        const int to = pair.to == Rest ? matrix.stillThere()
            : pair.to == Retired       ? matrix.putElsewhere()
                                       : pair.to;
        for (int i = 0; i < pair.count; ++i)
            matrix.add(from, to);
    }
    return makeMovesReport(matrix, {}, stages, QTimeZone("Europe/Berlin")).chart;
}

/// A whole pipeline of 3,000, some lost at every stage and some led back.
inline Chart many()
{
    return chartOf({{Entered, Cold, 3000}, {Cold, Warm, 2145}, {Cold, Lost, 221}, {Cold, Rest, 682},
        {Warm, Cold, 48}, {Warm, Conversation, 1301}, {Warm, Lost, 230}, {Warm, Rest, 595},
        {Conversation, Warm, 29}, {Conversation, Offer, 756}, {Conversation, Lost, 136},
        {Conversation, Rest, 400}, {Offer, Conversation, 20}, {Offer, Customer, 376},
        {Offer, Lost, 96}, {Offer, Rest, 275}, {Customer, Offer, 11}, {Customer, Loyal, 172},
        {Customer, Lost, 55}, {Customer, Rest, 145}, {Loyal, Customer, 7}, {Loyal, Advocate, 48},
        {Loyal, Lost, 38}, {Loyal, Rest, 79}, {Advocate, Rest, 48}, {Lost, Rest, 776}});
}

/// Of a time: who was there before it, who entered late, and who came back from an exit.
inline Chart ofATime()
{
    return chartOf({{Entered, Cold, 100}, {Entered, Conversation, 10}, {Before, Cold, 300},
        {Before, Warm, 250}, {Before, Conversation, 120}, {Before, Lost, 80}, {Cold, Warm, 120},
        {Cold, Offer, 14}, {Cold, Lost, 30}, {Cold, Rest, 240}, {Warm, Conversation, 150},
        {Warm, Lost, 40}, {Warm, Rest, 183}, {Conversation, Rest, 280}, {Offer, Rest, 14},
        {Lost, Cold, 4}, {Lost, Warm, 3}, {Lost, Rest, 143}});
}

/// Conversation was retired: 19 were put into Offer, to which others had come before.
inline Chart withARetiredStage()
{
    return chartOf({{Entered, Cold, 200}, {Entered, Offer, 12}, {Cold, Warm, 90},
        {Cold, Conversation, 10}, {Cold, Lost, 20}, {Cold, Rest, 80}, {Warm, Conversation, 50},
        {Warm, Rest, 40}, {Conversation, Offer, 38}, {Conversation, Lost, 3},
        {Conversation, Retired, 19}, {Retired, Offer, 19}, {Offer, Customer, 30}, {Offer, Lost, 6},
        {Offer, Rest, 33}, {Customer, Rest, 30}, {Lost, Rest, 29}});
}
} // namespace SampleMoves
