// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/columnsbuilder.h"

#include <array>
#include <random>
#include <string>
#include <vector>

/// An invented history for measuring: eight sources that convert differently, dwell times spread
/// log-normally, one in sixteen steps back, some leave, arrivals over two years. About 3.3 moves a
/// prospect.
struct SampleHistory
{
    struct Person
    {
        qint64 id;
        quint8 source;
        quint8 owner;
        qint64 stage;
    };
    struct Step
    {
        qint64 prospect;
        qint64 stage;
        qint64 ms;
    };
    std::vector<Person> people;
    std::vector<Step> moves;

    static constexpr qint64 Begin = 1704067200000; // 2024-01-01
    static constexpr qint64 Days = 730;
    static constexpr qint64 End = Begin + Days * 86400000;

    explicit SampleHistory(qint64 count, quint32 seed = 1)
    {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> chance(0, 1);
        std::lognormal_distribution<double> dwell(2.2, 1.1);
        people.reserve(size_t(count));
        moves.reserve(size_t(count) * 7 / 2);
        for (qint64 i = 0; i < count; ++i) {
            const auto source = quint8(std::min(7.0, 8 * chance(random) * chance(random) * 1.5));
            const double onward = 0.62 + 0.03 * source;
            auto ms = Begin + qint64(std::sqrt(chance(random)) * double(Days * 86400000));
            const qint64 id = (qint64(1) << 40) + i * 37;
            qint64 stage = 1;
            moves.push_back({id, stage, ms});
            while (stage < 7 && chance(random) < onward) {
                ms += qint64(dwell(random) * 86400000);
                if (ms > End)
                    break;
                stage = stage > 1 && chance(random) < 0.06 ? stage - 1 : stage + 1;
                moves.push_back({id, stage, ms});
            }
            if (ms < End && stage < 5 && chance(random) < 0.3) {
                stage = 8;
                moves.push_back({id, stage, std::min(End, ms + 86400000)});
            }
            people.push_back({id, source, quint8(random() % 12), stage});
        }
    }

    /// Feeds the builder as a scan of the tables would.
    void feed(ColumnsBuilder &builder) const
    {
        static const std::array<std::string, 8> sources {
            "", "search", "social", "referral", "event", "partner", "newsletter", "review"};
        builder.reserve(qsizetype(people.size()));
        for (const Person &person : people)
            builder.addProspect(person.id, sources[person.source], person.owner, person.stage);
        for (const Step &move : moves)
            builder.addMove(move.prospect, move.stage, {move.ms, Precision::Exact});
    }
};
