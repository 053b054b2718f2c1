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

    friend bool operator==(const CopyCounter &, const CopyCounter &) = default;
};

/// Something to say about a text. `start` is a UTF-16 offset, -1 for the text as a whole.
struct CopyIssue
{
    enum class Severity { Warning, Error };
    Severity severity = Severity::Warning;
    qsizetype start = -1;
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

/// Counts and checks \a text for all of \a channels at once. Linear in the text.
[[nodiscard]] CopyCheck checkCopy(
    const QString &text, const QList<Channel> &channels, const NetworkTable &networks);
/// "26 of 280 characters", for readers.
[[nodiscard]] QString describe(const Count &count);
