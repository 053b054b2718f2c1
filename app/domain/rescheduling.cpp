// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rescheduling.h"

#include <algorithm>

namespace {
constexpr int MinutesADay = 24 * 60;

void shift(std::optional<QDate> &day, std::optional<QTime> &time, int days, int minutes)
{
    if (time && minutes != 0) {
        const int total = time->msecsSinceStartOfDay() / 60000 + minutes;
        const int over =
            total >= 0 ? total / MinutesADay : -((-total + MinutesADay - 1) / MinutesADay);
        time = QTime(0, 0).addSecs((total - over * MinutesADay) * 60);
        days += over;
    }
    if (day)
        day = day->addDays(days);
}
} // namespace

PostWithVariants movedTo(
    const PostWithVariants &post, QDate from, QDate to, std::optional<QTime> time)
{
    PostWithVariants moved = post;
    if (!from.isValid() || post.post.day == from || !firstDay(post)) {
        moved.post.day = to;
        if (time)
            moved.post.time = time;
    }
    for (Variant &variant : moved.variants) {
        // A time of its own on the post's day moves along with the tile.
        const bool isThere = (variant.day ? variant.day : post.post.day) == from;
        if (variant.day && variant.day == from)
            variant.day = to;
        if (time && isThere && (variant.time || variant.day))
            variant.time = time;
    }
    return moved;
}

PostWithVariants shifted(const PostWithVariants &post, int days, int minutes)
{
    PostWithVariants moved = post;
    for (Variant &variant : moved.variants) {
        if (variant.time && !variant.day && minutes != 0)
            variant.day = post.post.day; // its time may leave the post's day
        shift(variant.day, variant.time, days, minutes);
    }
    shift(moved.post.day, moved.post.time, days, minutes);
    for (Variant &variant : moved.variants) {
        if (variant.day == moved.post.day && !post.variants.isEmpty()) {
            const auto was = std::ranges::find(post.variants, variant.id, &Variant::id);
            if (was != post.variants.end() && !was->day)
                variant.day.reset(); // still the post's
        }
    }
    return moved;
}

Campaign shifted(const Campaign &campaign, int days)
{
    Campaign moved = campaign;
    for (std::optional<QDate> *day : {&moved.startsOn, &moved.endsOn}) {
        if (*day)
            *day = (*day)->addDays(days);
    }
    return moved;
}

PostWithVariants withoutTime(const PostWithVariants &post, QDate day)
{
    PostWithVariants result = post;
    if (!day.isValid() || post.post.day == day)
        result.post.time.reset();
    for (Variant &variant : result.variants) {
        if (day.isValid() && plannedTime(post.post, variant).day != day)
            continue;
        variant.time.reset();
        if (variant.status == PostStatus::Scheduled && !plannedTime(result.post, variant).time)
            variant.status = PostStatus::Approved;
    }
    return result;
}

PostWithVariants withoutDay(const PostWithVariants &post)
{
    PostWithVariants idea = post;
    idea.post.day.reset();
    for (Variant &variant : idea.variants) {
        variant.day.reset();
        if (variant.status == PostStatus::Scheduled)
            variant.status = PostStatus::Approved;
    }
    return idea;
}
