// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/calendarstate.h"

#include <QDataStream>
#include <QIODevice>

namespace {
constexpr qint32 StateVersion = 4;

template<typename T>
QList<qint64> numbers(const QList<T> &list)
{
    QList<qint64> all;
    for (const T item : list) {
        if constexpr (std::is_enum_v<T>)
            all.append(qint64(item));
        else
            all.append(item.value());
    }
    return all;
}

template<typename T>
QList<T> fromNumbers(const QList<qint64> &numbers)
{
    QList<T> all;
    for (const qint64 number : numbers)
        all.append(T(number));
    return all;
}
} // namespace

QByteArray toBytes(const CalendarState &state)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << StateVersion << qint32(state.view) << state.day << state.selected.value()
           << state.splitter << numbers(state.filter.channels) << numbers(state.filter.campaigns)
           << numbers(state.filter.statuses) << numbers(state.filter.pillars)
           << numbers(state.filter.labels) << numbers(state.filter.authors)
           << qint32(state.zoneKind) << state.zone;
    return bytes;
}

std::optional<CalendarState> calendarStateFrom(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    CalendarState state;
    qint32 version = 0;
    qint32 view = 0;
    qint64 selected = 0;
    QList<qint64> channels;
    QList<qint64> campaigns;
    QList<qint64> statuses;
    QList<qint64> pillars;
    QList<qint64> labels;
    QList<qint64> authors;
    qint32 zoneKind = 0;
    stream >> version;
    if (version != StateVersion)
        return std::nullopt;
    stream >> view >> state.day >> selected >> state.splitter >> channels >> campaigns >> statuses
        >> pillars >> labels >> authors >> zoneKind >> state.zone;
    if (stream.status() != QDataStream::Ok || view < 0 || view >= CalendarViewKinds || zoneKind < 0
        || zoneKind > int(ShownZone::Kind::Chosen))
        return std::nullopt;
    state.zoneKind = ShownZone::Kind(zoneKind);
    state.view = CalendarViewKind(view);
    state.selected = PostId(selected);
    state.filter.channels = fromNumbers<ChannelId>(channels);
    state.filter.campaigns = fromNumbers<CampaignId>(campaigns);
    state.filter.pillars = fromNumbers<PillarId>(pillars);
    state.filter.labels = fromNumbers<LabelId>(labels);
    state.filter.authors = fromNumbers<UserId>(authors);
    erase_if(
        statuses, [](qint64 status) { return status < 0 || status > qint64(PostStatus::Retired); });
    state.filter.statuses = fromNumbers<PostStatus>(statuses);
    return state;
}
