// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "session/mediaintake.h"

#include <QList>
#include <QString>

#include <optional>

class QMimeData;

/// What comes from outside and makes a draft: pictures and videos, a link, words; or media of the library.
struct DropContent
{
    QList<MediaSource> sources;
    QList<MediaId> known; ///< media that the workspace has already
    QString title; ///< of the link; may be empty
    QString link;
    QString text;

    [[nodiscard]] bool hasMedia() const { return !sources.isEmpty() || !known.isEmpty(); }
    /// What a tile shows while it is dragged: never empty.
    [[nodiscard]] QString headline() const;
};

namespace Drops {
/// Whether contentOf() finds something. Quick, for every move of a drag.
[[nodiscard]] bool isWelcome(const QMimeData *data);
/// Nothing for posts, and for files of which one is no picture, video or PDF document: those are imported.
[[nodiscard]] std::optional<DropContent> contentOf(const QMimeData *data);
/// Media of the library, to be dragged. The caller owns the result.
[[nodiscard]] QMimeData *encode(const QList<MediaId> &media);
} // namespace Drops
