// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/idsource.h"
#include "base/result.h"
#include "domain/media.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class Connection;
class Database;

/// What is to become a medium: a file, the bytes of one, or a picture without a file.
struct MediaSource
{
    QString path = {}; ///< of a local file; empty: see below
    QByteArray bytes = {};
    QImage image = {};
    QString name = {}; ///< of what has no path

    [[nodiscard]] QString title() const; ///< as people know it
};

/// A source that became no medium, with the reason.
struct RefusedMedium
{
    QString name;
    Error error;
};

struct MediaArrival
{
    QList<Media> media; ///< each once, in the order of the sources
    QList<RefusedMedium> refused;
};

/// Takes files into the workspace, on a worker: checks them, takes their position out, makes thumbnails, and writes them as media that nobody sees until
/// an edit inserts their rows. What is there already comes back under its id and is not stored twice; where its content was not seen or got lost, the
/// content is kept now, and it comes back as its row is to be.
class MediaIntake
{
public:
    struct Context
    {
        std::shared_ptr<Database> database;
        IdSource *ids = nullptr;
        qint64 mostBytes = 0; ///< a larger picture is kept by reference
        qint64 now = 0;
        std::function<bool(double)> progress; ///< is told 0…1 of the bytes; false cancels
    };

    explicit MediaIntake(Context context);
    /// Errors: Cancelled, and then nothing was kept; what else may happen is a refusal.
    [[nodiscard]] Result<MediaArrival> run(const QList<MediaSource> &sources);

private:
    [[nodiscard]] Result<Media> take(const MediaSource &source);
    [[nodiscard]] Result<Media> takePicture(const MediaSource &source, const QByteArray &bytes);
    [[nodiscard]] Result<Media> refer(const QString &path, MediaKind kind);
    [[nodiscard]] Result<QByteArray> contentOf(const MediaSource &source);
    [[nodiscard]] Result<QString> checksumOf(const QString &path);
    struct Fresh;
    struct Known;
    [[nodiscard]] Result<Media> settle(const Fresh &fresh);
    [[nodiscard]] Result<std::optional<Known>> find(
        Connection &connection, const Fresh &fresh) const;
    [[nodiscard]] Result<Media> complete(const Known &known, const Fresh &fresh);
    [[nodiscard]] Result<Media> add(const Fresh &fresh);
    [[nodiscard]] bool isCompleted(MediaId media) const;
    void forget();
    [[nodiscard]] bool report(qint64 more);

    /// A known medium whose content came.
    struct Completed
    {
        Media media;
        bool wasHeld = false;
        QByteArray thumbnail; ///< that it had
    };

    Context m_context;
    QList<MediaId> m_written;
    QList<Completed> m_completed;
    qint64 m_total = 0;
    qint64 m_done = 0;
};

/// What kind of medium the file is called like; nothing for tables, chats, calendars and all else. Reads nothing.
[[nodiscard]] std::optional<MediaKind> mediaKindOf(const QString &path);
/// The bytes of a picture, wherever they are. Blocks: for a worker. Errors: NotFound, Io.
[[nodiscard]] Result<QByteArray> bytesOf(
    const std::shared_ptr<Database> &database, const Media &media);
