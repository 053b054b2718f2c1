// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/media.h"

#include <QImage>
#include <QList>
#include <QRect>
#include <QStringList>

#include <memory>

class Database;

/// A medium as one channel posts it.
struct PostedMedium
{
    Media media;
    QRect part; ///< what is shown of a picture; invalid: all
};

/// The media of a post as files that a person can paste or drop where they are posted.
struct PostingCopy
{
    QStringList files; ///< in their order; pictures are copies, cut and without their position
    QImage first; ///< the first picture as it is posted; null where there is none
    QStringList missing; ///< names of those that could not be read
};

/// Writes the files into \a folder, which exists, and names them by their order. Blocks: for a worker. Errors: Io where a file cannot be written.
[[nodiscard]] Result<PostingCopy> makePostingCopy(const std::shared_ptr<Database> &database,
    const QList<PostedMedium> &media, const QString &folder);
