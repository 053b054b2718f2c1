// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QDate>
#include <QList>
#include <QString>

/// What a note of the homework is: a fact, why now, a talking point, what the person needs, or a feature that was told.
enum class FactKind { Fact, WhyNow, TalkingPoint, Need, FeatureTold };

template<>
struct EnumText<FactKind>
{
    static constexpr std::pair<FactKind, std::string_view> values[] {{FactKind::Fact, "fact"},
        {FactKind::WhyNow, "why-now"}, {FactKind::TalkingPoint, "talking-point"},
        {FactKind::Need, "need"}, {FactKind::FeatureTold, "feature-told"}};
};

/// One note of what a rep found out about a prospect.
struct Fact
{
    FactId id;
    ProspectId prospect;
    FactKind kind = FactKind::Fact;
    QString text;
    QString source; ///< where it is from: an address or a few words
    QDate on; ///< the day it was true
    int position = 0;
    UserId by;
    qint64 createdAt = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// After so many days a fact may be out of date. The product's own bound.
inline constexpr int StaleFactDays = 90;
/// Whether \a fact is older than that on \a today. One without a day is never stale.
[[nodiscard]] bool isStale(const Fact &fact, QDate today);
/// \a facts as they are shown: by kind, then by place.
[[nodiscard]] QList<Fact> inFactOrder(QList<Fact> facts);
/// \a facts of one kind after \a id moved by \a steps among those of its kind, with new places; at the end it stays.
[[nodiscard]] QList<Fact> factsMoved(const QList<Fact> &facts, FactId id, int steps);
