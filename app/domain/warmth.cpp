// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/warmth.h"

#include <algorithm>
#include <cmath>

namespace {
constexpr int PerPoint = 1000;
} // namespace

int WarmthScale::pointsOf(TouchKind kind)
{
    switch (kind) {
    case TouchKind::Saw:
        return 2;
    case TouchKind::Reacted:
        return 5;
    case TouchKind::Clicked:
        return 6;
    case TouchKind::Commented:
        return 10;
    case TouchKind::Shared:
    case TouchKind::Mentioned:
        return 15;
    case TouchKind::Referred:
        return 25;
    case TouchKind::Reviewed:
        return 30;
    }
    Q_UNREACHABLE();
}

WarmthLevel WarmthScale::levelOf(int score)
{
    if (score >= HotFrom)
        return WarmthLevel::Hot;
    if (score >= WarmFrom)
        return WarmthLevel::Warm;
    return score >= WarmingFrom ? WarmthLevel::Warming : WarmthLevel::Cold;
}

Warmth warmthOf(const QList<Touch> &touches, qint64 now)
{
    Warmth warmth;
    qint64 sum = 0;
    for (const Touch &touch : touches) {
        const qint64 age = std::max<qint64>(0, now - touch.at.ms);
        WarmthPart part;
        part.touch = touch.id;
        part.most = WarmthScale::pointsOf(touch.kind) * PerPoint;
        if (touch.at.precision != Precision::Unknown) {
            part.ageDays = int(wholeDays(age));
            // Of a day alone it is not known at what hour, so whole days count.
            const qint64 counted =
                touch.at.precision == Precision::Day ? wholeDays(age) * DayMs : age;
            const double halvings = double(counted) / double(WarmthScale::HalfLifeDays * DayMs);
            // Whole thousandths: their sum is the same in every order.
            part.points = int(part.most * std::exp2(-halvings));
        }
        sum += part.points;
        warmth.parts << part;
    }
    std::ranges::stable_sort(warmth.parts, std::ranges::greater {}, &WarmthPart::points);
    warmth.score = int(std::min<qint64>(WarmthScale::MostScore, sum / PerPoint));
    warmth.level = WarmthScale::levelOf(warmth.score);
    return warmth;
}
