// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/columnsbuilder.h"

#include <QDateTime>

#include <rapidcheck.h>

/// Histories of few prospects over 80 days from 1 March 2026 in Berlin, in which everything happens: moves back, exits,
/// times known to the day or not at all, moves before the entry, current stages that no move explains.
struct RandomWalks
{
    struct Move
    {
        qint64 prospect;
        qint64 stage;
        Moment at;
    };
    int prospects = 0;
    QList<qint64> stages; ///< by prospect; 0: that of no move
    QList<Move> moves;

    static const QTimeZone &zone()
    {
        static const QTimeZone berlin("Europe/Berlin");
        return berlin;
    }
    static qint64 at(int day, int hour = 12)
    {
        return localToInstant(QDate(2026, 3, 1).addDays(day), QTime(hour, 0), zone());
    }

    static RandomWalks any()
    {
        using rc::gen::inRange;
        RandomWalks walks;
        walks.prospects = *inRange(0, 12);
        for (int id = 1; id <= walks.prospects; ++id) {
            walks.stages.append(*inRange(0, 4) == 0 ? *inRange<qint64>(0, 9) : 0);
            for (int i = *inRange(0, 6); i > 0; --i) {
                const auto stage = *inRange<qint64>(1, 9);
                const int day = *inRange(0, 80);
                Moment moment {at(day, *inRange(0, 24)), Precision::Exact};
                const int precision = *inRange(0, 6);
                if (precision == 0)
                    moment = {0, Precision::Unknown};
                else if (precision < 3)
                    moment = {startOfDay(QDate(2026, 3, 1).addDays(day), zone()), Precision::Day};
                walks.moves.append({id, stage, moment});
            }
        }
        return walks;
    }

    [[nodiscard]] ColumnsPointer columns() const
    {
        return columnsOf([](qint64) { return true; });
    }
    /// Those of a workspace that holds only the prospects that \a isKept(id) names.
    template<typename Kept>
    [[nodiscard]] ColumnsPointer columnsOf(Kept isKept) const
    {
        ColumnsBuilder builder(defaultPipeline(), zone());
        for (int id = 1; id <= prospects; ++id) {
            if (isKept(id)) {
                builder.addProspect(
                    id, QString(QLatin1Char(id % 2 ? 'a' : 'b')), id, stages[id - 1]);
            }
        }
        for (const Move &move : moves)
            builder.addMove(move.prospect, move.stage, move.at);
        return builder.finish();
    }

    /// Of all time or a part of \a days (2 or more) from 1 March on, of everybody or of \a source alone, as of some time in twice as many.
    static ChartFilter anyFilter(int days, const QString &source)
    {
        using rc::gen::inRange;
        const auto day = [](int number) { return QDate(2026, 3, 1).addDays(number); };
        ChartFilter filter;
        if (*inRange(0, 3) == 0)
            filter.span.from = day(*inRange(0, days / 2));
        if (*inRange(0, 3) == 0)
            filter.span.to = day(*inRange(days / 2, days));
        if (*inRange(0, 4) == 0)
            filter.sources = QStringList {source};
        filter.asOf = at(*inRange(0, 2 * days), *inRange(0, 24));
        return filter;
    }
};
