// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/copyissue.h"
#include "domain/network.h"
#include "domain/postthread.h"
#include "domain/postwords.h"

#include <QList>
#include <QString>

/// How far a text is from the limit of one channel, as the counter shows it.
struct CopyCounter
{
    QString sign; ///< of the network
    QString name; ///< of the network, or of the channel where one name stands for several limits
    Count count; ///< of a thread, that of its fullest part
    Limit limit; ///< what it is counted against
    int parts = 1; ///< of a thread

    friend bool operator==(const CopyCounter &, const CopyCounter &) = default;
};

struct CopyCheck
{
    QList<CopyCounter>
        counters; ///< one for each network, in the order of the channels, or several where its channels
    ///< differ; networks without a limit have none
    QList<CopyIssue> issues;
    qsizetype overAt = -1; ///< the first place where a hard limit is passed; -1 where all hold

    friend bool operator==(const CopyCheck &, const CopyCheck &) = default;
};

/// One channel that a text goes to.
struct CopyPlace
{
    Channel channel;
    QString link = {}; ///< what {link} stands for there; empty: nothing
    ThreadStyle thread = ThreadStyle::None; ///< means nothing where the network has no threads
    QString name = {}; ///< how it is called in what is said; empty: as its network

    friend bool operator==(const CopyPlace &, const CopyPlace &) = default;
};

/// Words as one channel gets them.
struct ChannelCopy
{
    ResolvedWords words;
    QList<ThreadPart> parts; ///< of the words; one where they are no thread
    QList<Count> counts; ///< of each part, as its counter shows it; empty where there is no limit
    CopyCheck check; ///< by the channel's own rules; offsets are those of what was written

    friend bool operator==(const ChannelCopy &, const ChannelCopy &) = default;
};

/// Counts and checks \a text as a post, or its \a field, by the rules of one channel. Linear in the text.
[[nodiscard]] ChannelCopy checkOn(const QString &text, const CopyPlace &place,
    const NetworkTable &networks, const QList<ChannelLimit> &own, QStringView field = TextField);
/// \a places with names that tell channels of one network apart where they differ in limits, link or thread.
[[nodiscard]] QList<CopyPlace> namedApart(
    QList<CopyPlace> places, const NetworkTable &networks, const QList<ChannelLimit> &own);
/// What \a copies, one for each of \a places, say together of \a text, with what any network would say (textIssues(), with \a hasLink); errors first.
[[nodiscard]] CopyCheck combined(const QString &text, const QList<CopyPlace> &places,
    const QList<ChannelCopy> &copies, bool hasLink);

/// Counts and checks \a text as the copy of \a surface (TimelineSurface or a word of Surface) on a network. Linear in the text.
[[nodiscard]] CopyCheck checkCopy(
    const QString &text, const QString &network, QStringView surface, const NetworkTable &networks);
/// The same on a channel, which may have limits of its \a own.
[[nodiscard]] CopyCheck checkCopy(const QString &text, const Channel &channel, QStringView surface,
    const NetworkTable &networks, const QList<ChannelLimit> &own);
/// The same for the timelines of all of \a places at once.
[[nodiscard]] CopyCheck checkCopy(const QString &text, const QList<CopyPlace> &places,
    const NetworkTable &networks, const QList<ChannelLimit> &own = {});
/// Whether \a check has errors: what is to be mended before the words go out.
[[nodiscard]] bool hasErrors(const CopyCheck &check);
