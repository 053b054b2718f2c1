// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "domain/media.h"
#include "domain/post.h"
#include "domain/rowedit.h"
#include "session/mediaintake.h"
#include "session/notice.h"
#include "session/postingcopy.h"
#include "session/store.h"

#include <QCache>
#include <QFuture>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QSize>

#include <atomic>
#include <functional>
#include <memory>

class FreshReader;
class Workspace;

/// A post that shows a medium.
struct MediaPost
{
    PostId post;
    QString name; ///< its first words
    std::optional<QDate> day;
};

/// The media library: what there is, what it is used for, small pictures of it. What is added is first taken in, which nobody sees, and then inserted by
/// an edit: with the post that shows it, or into the library alone. Every change is one undoable command.
class MediaStore : public Store
{
    Q_OBJECT
public:
    MediaStore(Workspace &workspace, QObject *parent);
    ~MediaStore() override;

    /// Begins to follow; changed() comes.
    void watch();
    /// Reads again.
    void refresh();
    /// Newest first.
    [[nodiscard]] const QList<Media> &media() const { return m_media; }
    /// Null where it is not in the library. One that was taken in and not inserted yet is found too.
    [[nodiscard]] const Media *find(MediaId id) const;
    /// On how many posts it is.
    [[nodiscard]] int useCount(MediaId id) const { return m_uses.value(id); }
    /// Its content is not where it should be: the file is gone, or was never seen.
    [[nodiscard]] bool isMissing(MediaId id) const { return m_missing.contains(id); }

    using Taken = std::function<void(const Result<MediaArrival> &)>;
    /// Takes \a sources in; they are inserted with the next edit of a post that shows them. One job at a time: a further one waits.
    void takeIn(const QList<MediaSource> &sources, QObject *context, Taken taken);
    /// Takes \a sources into the library, as one command, and says what was refused.
    void add(const QList<MediaSource> &sources);
    /// What is to be said about those that were refused; there is at least one.
    [[nodiscard]] static Notice refusalOf(const MediaArrival &arrival);
    /// What is being taken in stops and leaves nothing.
    void cancel();
    [[nodiscard]] bool isTakingIn() const { return m_running; }
    /// For the session's own parts: what inserts those of \a media that are not in the library yet.
    [[nodiscard]] RowEdits insertionsFor(const QList<PostMedia> &media) const;

    void setRights(MediaId id, const QString &rights);
    void rename(MediaId id, const QString &name);
    /// Takes \a media out of the library and off all posts. The contents stay for 30 days, so that undo brings them back.
    void remove(const QList<MediaId> &media);
    /// The posts that show \a id, newest first.
    void postsOf(MediaId id, QObject *context,
        std::function<void(const Result<QList<MediaPost>> &)> callback) const;

    /// At most 256 pixels; null while it is being read and where there is none. thumbnailReady() follows.
    [[nodiscard]] QImage thumbnail(MediaId id);
    /// The same at up to 800 pixels, for a preview; the thumbnail until it is read.
    [[nodiscard]] QImage preview(MediaId id);
    /// The upright picture, at most as large as \a bound.
    void picture(MediaId id, QSize bound, QObject *context,
        std::function<void(const Result<QImage> &)> callback) const;

    /// Writes \a media as files into \a folder, to be posted.
    void copyForPosting(const QList<PostedMedium> &media, const QString &folder, QObject *context,
        std::function<void(const Result<PostingCopy> &)> callback) const;

    /// The largest picture that the workspace keeps itself, in bytes. Others are kept by reference.
    [[nodiscard]] qint64 mostBytes() const { return m_mostBytes; }
    void setMostBytes(qint64 bytes);
    /// How long contents of removed media are kept: 30 days, as the bin of all else.
    static constexpr qint64 KeptMs = 30 * DayMs;
    static constexpr qint64 DefaultMostBytes = 10LL * 1000 * 1000;

signals:
    /// A thumbnail or a preview has come.
    void thumbnailReady(MediaId id);
    /// 0…1 of what is being taken in.
    void progress(double done);
    void takingInChanged(bool takingIn);

private:
    struct Job
    {
        QList<MediaSource> sources;
        QPointer<QObject> context;
        Taken taken;
    };
    void purge();
    void reload();
    void follow(const QList<RowEdit> &edits);
    void sort();
    void lookForFiles();
    void startNext();
    void finish(const Job &job, const Result<MediaArrival> &arrival);
    void tell(const MediaArrival &arrival, const QString &text);

    Workspace &m_workspace;
    FreshReader *m_reader;
    QList<Media> m_media;
    QHash<MediaId, Media> m_hidden; ///< taken in, or removed: an edit may insert them
    QHash<MediaId, int> m_uses;
    QSet<MediaId> m_held;
    QSet<MediaId> m_missing;
    QCache<MediaId, QImage> m_thumbnails;
    QCache<MediaId, QImage> m_previews;
    QSet<MediaId> m_reading; ///< thumbnails on their way
    QSet<MediaId> m_previewing; ///< previews on their way, or known to be none
    QSet<MediaId> m_bare; ///< without a thumbnail
    QList<Job> m_jobs; ///< the first is running
    QFuture<Result<MediaArrival>> m_future;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    qint64 m_mostBytes = DefaultMostBytes;
    int m_looks = 0; ///< answers to older questions are dropped
    bool m_running = false;
    bool m_watching = false;
};
