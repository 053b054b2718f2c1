// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mediastore.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "session/freshreader.h"
#include "session/poststore.h"
#include "session/valuelist.h"
#include "session/workspace.h"
#include "storage/mediatable.h"
#include "storage/plantable.h"
#include "storage/settingtable.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int CacheBytes = 48 * 1024 * 1024;
const QString &limitKey()
{
    static const QString key = u"media-limit"_s;
    return key;
}

struct Library
{
    QList<Media> media;
    QHash<MediaId, int> uses;
    QSet<MediaId> held;
    qint64 mostBytes = MediaStore::DefaultMostBytes;
};

Result<Library> readLibrary(Connection &connection)
{
    Library library;
    auto media = PlanTable::media(connection);
    if (!media)
        return tl::unexpected(media.error());
    library.media = std::move(*media);
    const auto uses = MediaTable::uses(connection);
    if (!uses)
        return tl::unexpected(uses.error());
    for (const MediaUse &use : *uses)
        ++library.uses[use.media];
    auto held = MediaTable::held(connection);
    if (!held)
        return tl::unexpected(held.error());
    library.held = std::move(*held);
    const auto settings = SettingTable::all(connection);
    if (!settings)
        return tl::unexpected(settings.error());
    if (const qint64 own = settings->value(limitKey()).toLongLong(); own > 0)
        library.mostBytes = own;
    return library;
}

/// \a live with what was seen of its content now.
Media withContentOf(Media live, const Media &seen)
{
    live.kind = seen.kind;
    live.place = seen.place;
    live.checksum = seen.checksum;
    live.bytes = seen.bytes;
    live.width = seen.width;
    live.height = seen.height;
    return live;
}

/// Whether \a media is a file of this computer, not an address.
bool isFile(const Media &media)
{
    return !media.place.isEmpty() && !media.place.contains("://"_L1);
}
} // namespace

MediaStore::MediaStore(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
    , m_thumbnails(CacheBytes)
    , m_previews(CacheBytes)
{
    connect(&workspace, &Workspace::edited, this, &MediaStore::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_watching && changes.touchesAny({u"media", u"post_media"}))
            reload();
    });
    purge();
}

MediaStore::~MediaStore()
{
    m_jobs.clear();
    cancel();
    m_future.waitForFinished(); // it uses the workspace's ids; it ends at its next chunk
}

void MediaStore::purge()
{
    const qint64 before = m_workspace.clock().now() - KeptMs;
    auto looked = m_workspace.database()->read(
        [before](Connection &connection) { return MediaTable::hasExpired(connection, before); },
        Database::Lane::Long);
    whenReady(looked, this, [this, before](const Result<bool> &expired) {
        if (!expired || !*expired)
            return;
        // Who may not write leaves it to those who may.
        auto purged = m_workspace.database()->write(
            [before](Transaction &transaction) { return MediaTable::purge(transaction, before); });
        Q_UNUSED(purged)
    });
}

void MediaStore::watch()
{
    if (std::exchange(m_watching, true))
        return;
    reload();
}

void MediaStore::refresh()
{
    setState(StoreState::Loading);
    emit changed();
    reload();
}

void MediaStore::reload()
{
    m_reader->start(readLibrary, [this](Result<Library> library) {
        if (!library) {
            setState(StoreState::Failed, library.error());
        } else {
            m_media = std::move(library->media);
            m_uses = std::move(library->uses);
            m_held = std::move(library->held);
            m_mostBytes = library->mostBytes;
            for (const Media &media : std::as_const(m_media))
                m_hidden.remove(media.id);
            sort();
            setState(StoreState::Ready);
            lookForFiles();
        }
        emit changed();
    });
}

void MediaStore::sort()
{
    std::ranges::sort(m_media, std::ranges::greater {},
        [](const Media &media) { return std::tuple(media.createdAt, media.id); });
}

void MediaStore::lookForFiles()
{
    QList<std::pair<MediaId, QString>> files;
    QSet<MediaId> missing;
    for (const Media &media : std::as_const(m_media)) {
        if (isFile(media))
            files.append({media.id, media.place});
        else if (media.place.isEmpty() && !m_held.contains(media.id))
            missing.insert(media.id);
    }
    auto looked = QtConcurrent::run([files, missing]() mutable {
        for (const auto &[id, path] : std::as_const(files)) {
            if (!QFileInfo::exists(path))
                missing.insert(id);
        }
        return missing;
    });
    whenReady(looked, this, [this, look = ++m_looks](const QSet<MediaId> &found) {
        if (look != m_looks || found == m_missing)
            return;
        m_missing = found;
        emit changed();
    });
}

void MediaStore::follow(const QList<RowEdit> &edits)
{
    bool differs = false;
    for (const RowEdit &edit : edits) {
        if (edit.table != rowSpec<Media>().table)
            continue;
        const MediaId id(edit.id);
        if (edit.op == RowEdit::Op::Remove) {
            Media media;
            media.id = id;
            assignRow(media, edit.before);
            m_hidden.insert(id, media);
        } else if (edit.op == RowEdit::Op::Insert) {
            m_hidden.remove(id);
        }
        differs = applyToList(m_media, edit) || differs;
    }
    if (!differs)
        return;
    sort();
    emit changed();
}

const Media *MediaStore::find(MediaId id) const
{
    const auto found = std::ranges::find(m_media, id, &Media::id);
    if (found != m_media.end())
        return &*found;
    const auto hidden = m_hidden.constFind(id);
    return hidden == m_hidden.constEnd() ? nullptr : &*hidden;
}

void MediaStore::takeIn(const QList<MediaSource> &sources, QObject *context, Taken taken)
{
    if (sources.isEmpty())
        return;
    m_jobs.append({sources, context, std::move(taken)});
    if (!m_running)
        startNext();
}

void MediaStore::startNext()
{
    if (m_jobs.isEmpty())
        return;
    const Job job = m_jobs.first();
    m_running = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    MediaIntake::Context context {m_workspace.database(), &m_workspace.ids(), m_mostBytes,
        m_workspace.clock().now(), [this, cancelled = m_cancelled](double done) {
            QMetaObject::invokeMethod(
                this, [this, done] { emit progress(done); }, Qt::QueuedConnection);
            return !*cancelled;
        }};
    emit takingInChanged(true);
    m_future = QtConcurrent::run([context = std::move(context), sources = job.sources] {
        return MediaIntake(context).run(sources);
    });
    whenReady(m_future, this, [this, job](const Result<MediaArrival> &arrival) {
        m_running = false;
        if (!m_jobs.isEmpty())
            m_jobs.removeFirst();
        finish(job, arrival);
        if (m_jobs.isEmpty())
            emit takingInChanged(false);
        else if (!m_running)
            startNext();
    });
}

void MediaStore::finish(const Job &job, const Result<MediaArrival> &arrival)
{
    if (arrival) {
        RowEdits found;
        bool wasMissing = false;
        for (const Media &media : arrival->media) {
            const auto live = std::ranges::find(m_media, media.id, &Media::id);
            if (live == m_media.end())
                m_hidden.insert(media.id, media);
            else
                found << update(*live, withContentOf(*live, media));
            wasMissing = wasMissing || isMissing(media.id);
            m_held.insert(media.id);
            m_bare.remove(media.id);
            m_previewing.remove(media.id);
        }
        m_workspace.commit(found, tr("Find a lost file again"));
        if (wasMissing)
            lookForFiles(); // the row may stand as it was, where the content alone was lost
    }
    if (job.context && job.taken)
        job.taken(arrival);
}

void MediaStore::add(const QList<MediaSource> &sources)
{
    takeIn(sources, this, [this](const Result<MediaArrival> &arrival) {
        if (!arrival) {
            if (arrival.error().code != Error::Code::Cancelled)
                emit m_workspace.notice(Notice::error(arrival.error()));
            return;
        }
        RowEdits edits;
        for (const Media &media : arrival->media) {
            if (m_hidden.contains(media.id))
                edits << insertion(media);
        }
        const int count = int(edits.size());
        m_workspace.commit(edits, tr("Add %n file(s) to the media", nullptr, count), 0,
            // What was refused is the more important news.
            arrival->refused.isEmpty() ? tr("%n file(s) added to the media.", nullptr, count)
                                       : QString());
        const int known = int(arrival->media.size()) - count;
        tell(*arrival,
            known > 0 && arrival->refused.isEmpty()
                ? tr("%n file(s) were in the media already.", nullptr, known)
                : QString());
    });
}

void MediaStore::tell(const MediaArrival &arrival, const QString &text)
{
    if (!arrival.refused.isEmpty())
        emit m_workspace.notice(refusalOf(arrival));
    else if (!text.isEmpty())
        emit m_workspace.notice({Notice::Severity::Info, text});
}

Notice MediaStore::refusalOf(const MediaArrival &arrival)
{
    QStringList lines;
    for (const RefusedMedium &refused : arrival.refused)
        //: A file, and why it was not taken.
        lines << tr("%1: %2").arg(refused.name, refused.error.message);
    if (lines.size() == 1)
        return {Notice::Severity::Error, lines.first()};
    return {Notice::Severity::Error,
        tr("%n file(s) could not be added.", nullptr, int(lines.size())), lines.join(u'\n')};
}

void MediaStore::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}

RowEdits MediaStore::insertionsFor(const QList<PostMedia> &media) const
{
    RowEdits edits;
    QSet<MediaId> seen;
    for (const PostMedia &one : media) {
        const auto hidden = m_hidden.constFind(one.media);
        if (hidden == m_hidden.constEnd() || seen.contains(one.media))
            continue;
        seen.insert(one.media);
        edits << insertion(*hidden);
    }
    return edits;
}

void MediaStore::setRights(MediaId id, const QString &rights)
{
    const auto found = std::ranges::find(m_media, id, &Media::id);
    if (found == m_media.end())
        return;
    Media after = *found;
    after.rights = rights;
    const int mergeKey = int(id.value() & 0x3fffffff) | 2;
    m_workspace.commit(
        {update(*found, after)}, tr("Note the rights of “%1”").arg(after.name), mergeKey);
}

void MediaStore::rename(MediaId id, const QString &name)
{
    const auto found = std::ranges::find(m_media, id, &Media::id);
    if (found == m_media.end() || name.trimmed().isEmpty())
        return;
    Media after = *found;
    after.name = name.trimmed();
    m_workspace.commit({update(*found, after)}, tr("Rename “%1”").arg(found->name));
}

void MediaStore::remove(const QList<MediaId> &ids)
{
    auto read = m_workspace.database()->read(
        [ids](Connection &connection) { return MediaTable::attachments(connection, ids); });
    whenReady(read, this, [this, ids](const Result<MediaTable::Attachments> &attached) {
        if (!attached) {
            emit m_workspace.notice(Notice::error(attached.error()));
            return;
        }
        RowEdits edits;
        for (const MediaCrop &crop : attached->crops)
            edits << removal(crop);
        for (const PostMedia &place : attached->places)
            edits << removal(place);
        QString name;
        int count = 0;
        for (const MediaId id : ids) {
            const auto found = std::ranges::find(m_media, id, &Media::id);
            if (found == m_media.end())
                continue;
            edits << removal(*found);
            name = found->name;
            ++count;
        }
        if (count == 0)
            return;
        m_workspace.commit(edits,
            count == 1 ? tr("Remove “%1” from the media").arg(name)
                       : tr("Remove %n file(s) from the media", nullptr, count),
            0, tr("%n file(s) removed from the media.", nullptr, count));
    });
}

void MediaStore::postsOf(MediaId id, QObject *context,
    std::function<void(const Result<QList<MediaPost>> &)> callback) const
{
    auto read = m_workspace.database()->read([id](Connection &connection) {
        return MediaTable::uses(connection, id).map([](const QList<MediaUse> &uses) {
            QList<MediaPost> posts;
            for (const MediaUse &use : uses) {
                Post post;
                post.title = use.title;
                post.text = use.text;
                const QDate day = QDate::fromString(use.day, Qt::ISODate);
                posts.append({use.post, PostStore::nameOf(post),
                    day.isValid() ? std::optional(day) : std::nullopt});
            }
            return posts;
        });
    });
    whenReady(read, context, std::move(callback));
}

void MediaStore::setMostBytes(qint64 bytes)
{
    if (bytes <= 0 || bytes == m_mostBytes)
        return;
    m_mostBytes = bytes;
    auto written = m_workspace.database()->write([bytes](Transaction &transaction) {
        return SettingTable::set(transaction, limitKey(), QString::number(bytes));
    });
    whenReady(written, this, [this](const Result<> &done) {
        if (!done)
            emit m_workspace.notice(Notice::error(done.error()));
    });
    emit changed();
}
