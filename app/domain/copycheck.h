// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/network.h"

#include <QList>
#include <QString>

/// How far a text is from the limit of one channel, as the counter shows it.
struct CopyCounter
{
    QString sign; ///< of the network
    QString name; ///< of the network
    Count count;
    Limit limit; ///< what it is counted against

    friend bool operator==(const CopyCounter &, const CopyCounter &) = default;
};

/// Something to say about a text, from `start` to before `end`, both UTF-16 offsets; -1 for the text as a whole.
struct CopyIssue
{
    enum class Severity { Warning, Error };
    Severity severity = Severity::Warning;
    QString rule; ///< stable, never shown: "limit.length"
    qsizetype start = -1;
    qsizetype end = -1;
    QString text; ///< translated, one sentence

    friend bool operator==(const CopyIssue &, const CopyIssue &) = default;
};

struct CopyCheck
{
    QList<CopyCounter> counters; ///< one for each network, in the order of the channels; networks
        ///< without a limit have none
    QList<CopyIssue> issues;
    qsizetype overAt = -1; ///< the first place where a hard limit is passed; -1 where all hold

    friend bool operator==(const CopyCheck &, const CopyCheck &) = default;
};

template<>
struct EnumText<CopyIssue::Severity>
{
    static constexpr std::pair<CopyIssue::Severity, std::string_view> values[] {
        {CopyIssue::Severity::Warning, "warning"}, {CopyIssue::Severity::Error, "error"}};
};

/// Counts and checks \a text as the copy of \a surface (TimelineSurface or a word of Surface) on a network. Linear in the text.
[[nodiscard]] CopyCheck checkCopy(
    const QString &text, const QString &network, QStringView surface, const NetworkTable &networks);
/// The same for the timelines of all of \a channels at once.
[[nodiscard]] CopyCheck checkCopy(
    const QString &text, const QList<Channel> &channels, const NetworkTable &networks);
