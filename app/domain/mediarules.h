// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/copycheck.h"
#include "domain/limit.h"
#include "domain/media.h"

#include <QByteArray>
#include <QList>
#include <QSize>

/// How many media of which kind a post of a network takes, as one source says it. A network may have several: all of them hold.
struct MediaRule
{
    QString network;
    LimitKind kind = LimitKind::Hard;
    int pictures = 0; ///< the most; 0: none
    int videos = 0;
    int documents = 0;
    int together = 0; ///< the most of all kinds in one post; 0: kinds do not mix
    int least = 0; ///< a post without that many media cannot be posted
    qint64 pictureBytes = 0; ///< the most of one picture; 0: not known
    QString source;
    QString read; ///< when the source was read: YYYY-MM or YYYY-MM-DD
    Confidence confidence = Confidence::Unverified;
    QString note = {};

    friend bool operator==(const MediaRule &, const MediaRule &) = default;
};

/// A size that pictures of a network are made in, as a ratio to crop to.
struct PictureFormat
{
    QString network;
    QString key; ///< "portrait", "square", "landscape", "story", "pin", "link"
    QSize size; ///< recommended pixels
    QString source;
    QString read;
    Confidence confidence = Confidence::Unverified;

    friend bool operator==(const PictureFormat &, const PictureFormat &) = default;
};

/// The ratios (width : height) that a network shows without cutting.
struct RatioRange
{
    QString network;
    QSize narrowest;
    QSize widest;
    QString source;
    QString read;
    Confidence confidence = Confidence::Unverified;

    friend bool operator==(const RatioRange &, const RatioRange &) = default;
};

/// What is known about media on networks: data with a source, as NetworkTable.
struct MediaRules
{
    QList<MediaRule> rules;
    QList<PictureFormat> formats;
    QList<RatioRange> ranges;

    [[nodiscard]] QList<MediaRule> of(QStringView network) const;
    [[nodiscard]] QList<PictureFormat> formatsOf(QStringView network) const;
    /// Null where every ratio will do.
    [[nodiscard]] const RatioRange *rangeOf(QStringView network) const;
};

/// Reads the sections "media" and "pictures" of the table of networks. Errors: Rejected, naming the row and the reason.
[[nodiscard]] Result<MediaRules> parseMediaRules(const QByteArray &json);
/// Those that are compiled into the program. Errors: NotFound where they are not.
[[nodiscard]] Result<MediaRules> builtInMediaRules();

/// A medium as a variant would post it.
struct AttachedMedium
{
    MediaKind kind = MediaKind::Picture;
    QString name;
    qint64 bytes = 0; ///< 0 where unknown
    QSize size = {}; ///< of what is shown of it, in pixels; empty where unknown
};

/// What there is to say about \a media as those of one post on \a network: kinds, numbers, sizes and ratios. Empty where nothing is known of the network.
/// \a networkName is how people call it.
[[nodiscard]] QList<CopyIssue> checkMedia(const QList<AttachedMedium> &media, QStringView network,
    const QString &networkName, const MediaRules &rules);
