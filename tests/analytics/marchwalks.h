// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/chartfilter.h"
#include "analytics/columnsbuilder.h"
#include "stagenumbers.h"

#include <QDateTime>

#include <rapidcheck.h>

/// Paths through the default pipeline in March 2026 in Berlin, where the clock goes forward on the 29th, written by hand or at random.
namespace MarchWalks {
inline const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

inline Moment at(int dayOfMarch, QTime time)
{
    return {localToInstant(QDate(2026, 3, dayOfMarch), time, zone()), Precision::Exact};
}

inline Moment noon(int dayOfMarch)
{
    return at(dayOfMarch, QTime(12, 0));
}

inline Moment day(int dayOfMarch)
{
    return {startOfDay(QDate(2026, 3, dayOfMarch), zone()), Precision::Day};
}

inline Moment someTime()
{
    return {0, Precision::Unknown};
}

struct Walk
{
    qint64 prospect;
    qint64 stage;
    Moment at;
};

/// Prospects 1 … \a prospects with these moves, odd ones from the web, each its own owner's; all are now at \a stage where
/// it is given.
inline ColumnsPointer columnsOf(const QList<Walk> &moves, int prospects = 1, qint64 stage = 0,
    qint64 cutOff = ColumnsBuilder::NoCutOff)
{
    ColumnsBuilder builder(defaultPipeline(), zone(), cutOff);
    for (int id = 1; id <= prospects; ++id) {
        builder.addProspect(id, id % 2 ? QStringLiteral("web") : QStringLiteral("fair"), id, stage);
    }
    for (const Walk &move : moves)
        builder.addMove(move.prospect, move.stage, move.at);
    return builder.finish();
}

/// What somebody asks at noon of 28 March.
inline ChartFilter asked(const DateSpan &span = {})
{
    return {.span = span, .asOf = noon(28).ms};
}

inline Moment anyMoment()
{
    const int date = *rc::gen::inRange(0, 27);
    if (date == 0)
        return someTime();
    return *rc::gen::arbitrary<bool>() ? day(date) : at(date, QTime(*rc::gen::inRange(0, 24), 0));
}

/// At most six moves of each.
inline QList<Walk> anyWalks(int prospects)
{
    QList<Walk> walks;
    for (int id = 1; id <= prospects; ++id) {
        for (int i = *rc::gen::inRange(0, 7); i > 0; --i)
            walks.append({id, *rc::gen::inRange<qint64>(Cold, Lost + 1), anyMoment()});
    }
    return walks;
}

/// Of all time or a part of March, of everybody or those from the web.
inline ChartFilter anyFilter()
{
    ChartFilter filter = asked();
    if (*rc::gen::arbitrary<bool>())
        filter.span.from = QDate(2026, 3, *rc::gen::inRange(1, 20));
    if (*rc::gen::arbitrary<bool>())
        filter.span.to = QDate(2026, 3, *rc::gen::inRange(1, 28));
    if (*rc::gen::arbitrary<bool>())
        filter.sources = QStringList {QStringLiteral("web")};
    return filter;
}
} // namespace MarchWalks
