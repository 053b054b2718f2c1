// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/media.h"
#include "storage/transaction.h"

#include <QByteArray>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

/// What a medium holds, beside its row: its bytes, empty where it is kept by reference, and a small picture, empty where there is none.
struct MediaContent
{
    QByteArray content;
    QByteArray thumbnail;

    friend bool operator==(const MediaContent &, const MediaContent &) = default;
};

/// A place where a medium is used.
struct MediaUse
{
    MediaId media;
    PostId post;
    QString title; ///< of the post; may be empty
    QString text; ///< of the post
    QString day; ///< YYYY-MM-DD; empty for an idea
};

/// Contents of media. Rows of media themselves are edits; contents are in no edit and no change row, so that undo brings them back by bringing back the row.
namespace MediaTable {
/// Keeps \a content for a medium whose row exists, whether it is deleted or not.
[[nodiscard]] Result<> keep(Transaction &transaction, MediaId media, const MediaContent &content);
/// Adds a medium that nobody sees yet: its row is deleted until an edit inserts it. Errors: as every write.
[[nodiscard]] Result<> addHidden(
    Transaction &transaction, const Media &media, const MediaContent &content);
/// Takes away hidden media that no edit has shown meanwhile.
[[nodiscard]] Result<> forgetHidden(Transaction &transaction, const QList<MediaId> &media);
/// Those whose bytes the workspace holds.
[[nodiscard]] Result<QSet<MediaId>> held(Connection &connection);
[[nodiscard]] Result<bool> isHeld(Connection &connection, MediaId media);
/// The bytes of a medium. Errors: NotFound where the workspace does not hold them.
[[nodiscard]] Result<QByteArray> content(Connection &connection, MediaId media);
/// Empty where there is none.
[[nodiscard]] Result<QByteArray> thumbnail(Connection &connection, MediaId media);
/// The medium with that checksum, a live one before a deleted one whose content is still there.
[[nodiscard]] Result<std::optional<Media>> withChecksum(
    Connection &connection, const QString &checksum);
/// Live media called \a name of whose content nothing is known but that, oldest first: a file of a plan named them.
[[nodiscard]] Result<QList<Media>> unseen(Connection &connection, const QString &name);
/// Live posts that use live media, by medium; of \a media alone where it is not null. Each post once for each medium.
[[nodiscard]] Result<QList<MediaUse>> uses(Connection &connection, MediaId media = {});
/// What hangs on \a media and goes with them: their places on posts, and the crops of these.
struct Attachments
{
    QList<PostMedia> places;
    QList<MediaCrop> crops;
};
[[nodiscard]] Result<Attachments> attachments(Connection &connection, const QList<MediaId> &media);
/// Whether there are contents of media that were deleted before \a before (Unix milliseconds) and are on no post.
[[nodiscard]] Result<bool> hasExpired(Connection &connection, qint64 before);
/// Removes them. Returns how many there were.
[[nodiscard]] Result<qint64> purge(Transaction &transaction, qint64 before);
} // namespace MediaTable
