// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/counting.h"

#include <QList>
#include <QString>

/// A hard limit is enforced by the network, a soft one is a warning.
enum class LimitKind { Hard, Soft };
template<>
struct EnumText<LimitKind>
{
    static constexpr std::pair<LimitKind, std::string_view> values[] {
        {LimitKind::Hard, "hard"}, {LimitKind::Soft, "soft"}};
};

/// How sure a figure is: official page, official page through a third party, source code or schema,
/// secondary, unverified.
enum class Confidence { Official, Quoted, Code, Secondary, Unverified };
template<>
struct EnumText<Confidence>
{
    static constexpr std::pair<Confidence, std::string_view> values[] {
        {Confidence::Official, "O"},
        {Confidence::Quoted, "Oq"},
        {Confidence::Code, "C"},
        {Confidence::Secondary, "S"},
        {Confidence::Unverified, "U"},
    };
};

/// The surface key of posts; the other surfaces are the words of Surface.
inline constexpr QStringView TimelineSurface = u"timeline";
/// The field that holds a surface's main text.
inline constexpr QStringView TextField = u"text";

/// One limit of one field of a surface of a network. A network may have several for a field: all of
/// them hold.
struct Limit
{
    QString network;
    QString surface; ///< TimelineSurface or a word of Surface
    QString field; ///< TextField, "title", "handle", …
    qsizetype limit = 0;
    CountUnit unit = CountUnit::Characters;
    CountingRule rule = CountingRule::CodePoints;
    LimitKind kind = LimitKind::Hard;
    QString source;
    QString read; ///< when the source was read: YYYY-MM or YYYY-MM-DD
    Confidence confidence = Confidence::Unverified;
    QString note; ///< may be empty

    friend bool operator==(const Limit &, const Limit &) = default;
};

/// A limit with the count of a text against it.
struct LimitCheck
{
    Limit limit;
    Count count;

    friend bool operator==(const LimitCheck &, const LimitCheck &) = default;
};

/// \a text counted against each of \a limits, in their order.
[[nodiscard]] QList<LimitCheck> checkLimits(const QString &text, const QList<Limit> &limits);
/// The check that a single counter shows: the first hard limit of the length that is exceeded, else
/// the first hard one of the length, else the first. Nothing where \a checks is empty.
[[nodiscard]] const LimitCheck *decisiveCheck(const QList<LimitCheck> &checks);
/// Whether every hard limit holds.
[[nodiscard]] bool holds(const QList<LimitCheck> &checks);
