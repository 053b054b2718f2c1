// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/postmedia.h"
#include "session/importservice.h"
#include "session/mediastore.h"
#include "session/picturefile.h"
#include "session/poststore.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <optional>

using namespace Qt::StringLiterals;

namespace {
QImage plain(QSize size, QRgb colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}
} // namespace

class TestMediaStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    MediaStore *m_store = nullptr;
    QList<Notice> m_notices;

    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    [[nodiscard]] QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_test->path(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }
    [[nodiscard]] QString picture(const QString &name, QRgb colour = 0xff204060) const
    {
        return write(name, PictureFile::encode(plain({640, 480}, colour)));
    }
    /// A plan with one post that shows \a name.
    bool importPlan(const QString &name)
    {
        const QString file = write(u"plan.csv"_s,
            "post,uid,text,day,network,media,own_text\n1,v1,A,2026-01-05,," + name.toUtf8()
                + ",\n");
        const auto report = ImportService::runNow(**m_test, {file}, {});
        return report && report->posts.created == 1;
    }
    /// Whether the picture itself can be shown.
    [[nodiscard]] bool isShown(MediaId id)
    {
        std::optional<bool> shown;
        m_store->picture(
            id, {}, this, [&shown](const Result<QImage> &image) { shown = image.has_value(); });
        return QTest::qWaitFor([&shown] { return shown.has_value(); }) && *shown;
    }
    std::optional<Result<MediaArrival>> takeIn(const QList<MediaSource> &sources)
    {
        std::optional<Result<MediaArrival>> taken;
        m_store->takeIn(
            sources, this, [&taken](const Result<MediaArrival> &arrival) { taken = arrival; });
        const bool came = QTest::qWaitFor([&taken] { return taken.has_value(); });
        return came ? taken : std::nullopt;
    }
    void openStore()
    {
        m_store = &(*m_test)->media();
        m_store->watch();
        m_notices.clear();
        connect(m_test->get(), &Workspace::notice, this,
            [this](const Notice &notice) { m_notices.append(notice); });
        QTRY_COMPARE(m_store->state(), StoreState::Ready);
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        openStore();
    }

    void keepsPicturesInTheWorkspace()
    {
        const QString path = picture(u"cup.jpg"_s);
        m_store->add({{.path = path}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const Media media = m_store->media().first();
        QCOMPARE(media.name, u"cup.jpg"_s);
        QCOMPARE(media.kind, MediaKind::Picture);
        QVERIFY(media.place.isEmpty());
        QCOMPARE(QSize(media.width, media.height), QSize(640, 480));
        QVERIFY(QFile::remove(path)); // it is not needed any more
        std::optional<QSize> decoded;
        m_store->picture(media.id, {320, 320}, this,
            [&decoded](const Result<QImage> &image) { decoded = image ? image->size() : QSize(); });
        QTRY_VERIFY(decoded);
        QCOMPARE(*decoded, QSize(320, 240));
        QSignalSpy ready(m_store, &MediaStore::thumbnailReady);
        QVERIFY(m_store->thumbnail(media.id).isNull()); // it comes
        QTRY_COMPARE(ready.count(), 1);
        QCOMPARE(m_store->thumbnail(media.id).size(), QSize(256, 192));
    }

    void addingIsOneUndoableCommand()
    {
        m_store->add({{.path = picture(u"a.jpg"_s)}, {.path = picture(u"b.jpg"_s, 0xff993311)}});
        QTRY_COMPARE(undo().count(), 1);
        QCOMPARE(m_store->media().size(), 2);
        undo().undo();
        QTRY_COMPARE(m_store->media().size(), 0);
        undo().redo();
        QTRY_COMPARE(m_store->media().size(), 2);
    }

    void storesTheSameOnce()
    {
        m_store->add({{.path = picture(u"a.jpg"_s)}, {.path = picture(u"copy of a.jpg"_s)}});
        QTRY_COMPARE(m_store->media().size(), 1);
        QTRY_COMPARE(undo().count(), 1);
        const MediaId first = m_store->media().first().id;
        const auto again = takeIn({{.path = picture(u"a third.jpg"_s)}});
        QVERIFY(again && *again);
        QCOMPARE((*again)->media.first().id, first);
        m_store->remove({first});
        QTRY_COMPARE(m_store->media().size(), 0);
        m_store->add({{.path = picture(u"a fourth.jpg"_s)}}); // comes back
        QTRY_COMPARE(m_store->media().size(), 1);
        QCOMPARE(m_store->media().first().id, first);
    }

    void refersToLargePicturesAndFilms()
    {
        m_store->setMostBytes(1000);
        const QByteArray film = "\0\0\0\x18"
                                "ftypmp42"
            + QByteArray(3'000'000, 'x');
        const QString filmPath = write(u"tour.mp4"_s, film);
        const QString large = picture(u"large.jpg"_s);
        QSignalSpy progress(m_store, &MediaStore::progress);
        const auto taken = takeIn({{.path = filmPath}, {.path = large}});
        QVERIFY(taken && *taken);
        QVERIFY((*taken)->refused.isEmpty());
        const Media &video = (*taken)->media.first();
        QCOMPARE(video.kind, MediaKind::Video);
        QCOMPARE(video.place, filmPath);
        QCOMPARE(video.checksum,
            QString::fromLatin1(
                QCryptographicHash::hash(film, QCryptographicHash::Sha256).toHex()));
        QCOMPARE((*taken)->media.at(1).place, large);
        QCOMPARE((*taken)->media.at(1).width, 640);
        QTRY_VERIFY(progress.count() > 3);
    }

    void saysWhatIsMissing()
    {
        m_store->setMostBytes(1000);
        const QString large = picture(u"large.jpg"_s);
        m_store->add({{.path = large}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        QVERIFY(!m_store->isMissing(id));
        QVERIFY(QFile::rename(large, m_test->path(u"moved.jpg"_s)));
        m_test->reopen();
        openStore();
        QTRY_VERIFY(m_store->isMissing(id));
        // The same file from elsewhere is the same medium, found again.
        m_store->add({{.path = m_test->path(u"moved.jpg"_s)}});
        QTRY_COMPARE(m_store->find(id)->place, m_test->path(u"moved.jpg"_s));
        QTRY_VERIFY(!m_store->isMissing(id));
        QCOMPARE(m_store->media().size(), 1);
    }

    void addingIsNotUndoneOncePostsUseIt()
    {
        m_store->add({{.path = picture(u"a.jpg"_s)}});
        QTRY_COMPARE(undo().count(), 1);
        const MediaId id = m_store->media().first().id;
        QVERIFY(importPlan(u"a.jpg"_s));
        QTRY_COMPARE(m_store->useCount(id), 1);
        QCOMPARE(m_store->media().size(), 1);
        m_notices.clear();
        undo().undo();
        QTRY_COMPARE(undo().count(), 0); // it cannot be taken back any more
        QCOMPARE(m_notices.size(), 1);
        QCOMPARE(m_notices.first().severity, Notice::Severity::Error);
        QTRY_COMPARE(m_store->media().size(), 1);
        QVERIFY(isShown(id));
        m_store->remove({id}); // on purpose it goes, and off the post
        QTRY_COMPARE(undo().count(), 1);
        QTRY_VERIFY(m_store->media().isEmpty());
    }

    void completesWhatAPlanNamed()
    {
        QVERIFY(importPlan(u"cup.jpg"_s));
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        QTRY_VERIFY(m_store->isMissing(id));
        QVERIFY(m_store->thumbnail(id).isNull());
        // One that is only called the same in another folder is another.
        QVERIFY(QDir(m_test->path({})).mkdir(u"other"_s));
        m_store->add(
            {{.path = picture(u"cup.jpg"_s)}, {.path = picture(u"other/cup.jpg"_s, 0xff993311)}});
        QTRY_COMPARE(m_store->media().size(), 2);
        QTRY_VERIFY(!m_store->isMissing(id));
        const Media *cup = m_store->find(id);
        QVERIFY(cup->place.isEmpty());
        QCOMPARE(cup->checksum.size(), 64);
        QCOMPARE(QSize(cup->width, cup->height), QSize(640, 480));
        QCOMPARE(m_store->useCount(id), 1);
        QVERIFY(isShown(id));
        QTRY_COMPARE(m_store->thumbnail(id).size(), QSize(256, 192));
        QTRY_VERIFY(!(*m_test)->isWriting());
        m_test->reopen();
        openStore();
        QCOMPARE(m_store->media().size(), 2);
        QCOMPARE(m_store->find(id)->checksum.size(), 64);
        QVERIFY(isShown(id));
    }

    void completesAFilmThatAPlanNamed()
    {
        QVERIFY(importPlan(u"tour.mp4"_s));
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        const QString film = write(u"tour.mp4"_s,
            "\0\0\0\x18"
            "ftypmp42"
                + QByteArray(1000, 'x'));
        m_store->add({{.path = film}});
        QTRY_COMPARE(m_store->find(id)->place, film);
        QCOMPARE(m_store->find(id)->kind, MediaKind::Video);
        QTRY_VERIFY(!m_store->isMissing(id));
        QCOMPARE(m_store->media().size(), 1);
    }

    void pastedPicturesCompleteNothing()
    {
        QVERIFY(importPlan(u"Pasted picture"_s));
        QTRY_COMPARE(m_store->media().size(), 1);
        m_store->add({{.image = plain({30, 20}, 0xff00ff00), .name = u"Pasted picture"_s}});
        QTRY_COMPARE(m_store->media().size(), 2);
    }

    void keepsWhatWasKeptByReference_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("as it is") << QByteArray();
        QTest::newRow("without what a camera hung behind it") << QByteArray("a film");
    }
    void keepsWhatWasKeptByReference()
    {
        QFETCH(QByteArray, behind);
        m_store->setMostBytes(1000);
        const QString path =
            write(u"large.jpg"_s, PictureFile::encode(plain({640, 480}, 0xff204060)) + behind);
        m_store->add({{.path = path}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        QCOMPARE(m_store->media().first().place, path);
        QTRY_VERIFY(!(*m_test)->isWriting());
        m_test->reopen();
        openStore();
        m_store->setMostBytes(MediaStore::DefaultMostBytes);
        m_store->add({{.path = path}, {.path = path}});
        QTRY_COMPARE(m_store->find(id)->place, QString());
        QCOMPARE(m_store->media().size(), 1);
        QVERIFY(QFile::remove(path)); // it is not needed any more
        QVERIFY(isShown(id));
        QTRY_COMPARE(undo().count(), 1);
        undo().undo();
        QTRY_COMPARE(m_store->find(id)->place, path);
        undo().redo();
        QTRY_VERIFY(m_store->find(id)->place.isEmpty());
        QVERIFY(isShown(id));
    }

    void cancelledCompletesNothing()
    {
        QVERIFY(importPlan(u"a.jpg"_s));
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        QTRY_VERIFY(m_store->isMissing(id));
        const QString film = write(u"film.mp4"_s,
            "\0\0\0\x18"
            "ftypmp42"
                + QByteArray(50'000'000, 'y'));
        connect(m_store, &MediaStore::progress, m_store, [this](double done) {
            if (done > 0)
                m_store->cancel(); // the picture was read
        });
        const auto taken = takeIn({{.path = picture(u"a.jpg"_s)}, {.path = film}});
        QVERIFY(taken && !*taken);
        disconnect(m_store, &MediaStore::progress, m_store, nullptr);
        m_store->refresh();
        QTRY_COMPARE(m_store->state(), StoreState::Ready);
        QVERIFY(m_store->isMissing(id));
        QVERIFY(!isShown(id));
    }

    void remembersTheLimit()
    {
        m_store->setMostBytes(2'000'000);
        QTRY_VERIFY(!(*m_test)->isWriting());
        m_test->reopen();
        openStore();
        QTRY_COMPARE(m_store->mostBytes(), 2'000'000);
    }

    void refusesOneAndTakesTheOthers()
    {
        m_store->add({{.path = write(u"empty.png"_s, {})}, {.path = picture(u"a.jpg"_s)},
            {.path = write(u"words.jpg"_s, "no picture")}, {.path = m_test->path(u"nowhere.png"_s)},
            {.path = m_test->path({})}});
        QTRY_COMPARE(m_store->media().size(), 1);
        QTRY_VERIFY(!m_notices.isEmpty());
        QTRY_COMPARE(m_notices.last().severity, Notice::Severity::Error);
        QCOMPARE(m_notices.last().detail.count(u'\n'), 3); // four reasons
    }

    void takesPicturesWithoutAFile()
    {
        const auto taken =
            takeIn({{.image = plain({30, 20}, 0xff00ff00), .name = u"Pasted picture"_s},
                {.bytes = PictureFile::encode(plain({9, 9}, 0xff0000ff)), .name = u"From a page"_s},
                {.name = u"Nothing"_s}});
        QVERIFY(taken && *taken);
        QCOMPARE((*taken)->media.size(), 2);
        QCOMPARE((*taken)->media.first().name, u"Pasted picture"_s);
        QCOMPARE((*taken)->refused.size(), 1);
    }

    void cancelledLeavesNothing()
    {
        m_store->setMostBytes(100'000'000);
        QList<MediaSource> sources {{.path = picture(u"a.jpg"_s)}};
        sources.append({.path = write(u"film.mp4"_s,
                            "\0\0\0\x18"
                            "ftypmp42"
                                + QByteArray(50'000'000, 'y'))});
        std::optional<Result<MediaArrival>> taken;
        connect(m_store, &MediaStore::progress, m_store, [this] { m_store->cancel(); });
        m_store->takeIn(
            sources, this, [&taken](const Result<MediaArrival> &arrival) { taken = arrival; });
        QTRY_VERIFY(taken);
        QVERIFY(!*taken);
        QCOMPARE(taken->error().code, Error::Code::Cancelled);
        QVERIFY(m_store->media().isEmpty());
        QVERIFY(!m_store->isTakingIn());
        disconnect(m_store, &MediaStore::progress, m_store, nullptr);
        // Taken in again it is new: another id would be the old one's.
        const auto again = takeIn({sources.first()});
        QVERIFY(again && *again);
        PostMedia shown;
        shown.media = (*again)->media.first().id;
        QVERIFY(!m_store->insertionsFor({shown}).isEmpty());
    }

    void comesWithThePostThatShowsIt()
    {
        PostStore &posts = (*m_test)->posts();
        posts.show({QDate(2026, 1, 1), QDate(2026, 2, 1)});
        QTRY_COMPARE(posts.state(), StoreState::Ready);
        const auto taken = takeIn({{.path = picture(u"a.jpg"_s)}});
        QVERIFY(taken && *taken);
        const MediaId id = (*taken)->media.first().id;
        QVERIFY(m_store->media().isEmpty());
        QVERIFY(m_store->find(id)); // but it can be shown
        PostWithVariants post;
        post.post.day = QDate(2026, 1, 5);
        post = MediaEdits::with(post, {id}, {});
        const PostId made = posts.create(post);
        QTRY_COMPARE(undo().count(), 1);
        QCOMPARE(m_store->media().size(), 1);
        QTRY_COMPARE(m_store->useCount(id), 1);
        undo().undo(); // both are gone
        QTRY_VERIFY(m_store->media().isEmpty());
        QTRY_VERIFY(!posts.find(made));
        undo().redo();
        QTRY_COMPARE(m_store->media().size(), 1);
        QTRY_VERIFY(posts.find(made));
        QCOMPARE(posts.find(made)->media.size(), 1);
    }

    void removesFromPostsAndBack()
    {
        PostStore &posts = (*m_test)->posts();
        posts.show({QDate(2026, 1, 1), QDate(2026, 2, 1)});
        QTRY_COMPARE(posts.state(), StoreState::Ready);
        m_store->add({{.path = picture(u"a.jpg"_s)}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        Variant variant;
        variant.id = VariantId::create((*m_test)->ids());
        PostWithVariants post;
        post.post.title = u"Harvest"_s;
        post.post.day = QDate(2026, 1, 5);
        post = MediaEdits::with(post, {id}, {});
        const PostId made = posts.create(post);
        QTRY_COMPARE(m_store->useCount(id), 1);
        std::optional<QList<MediaPost>> places;
        m_store->postsOf(id, this, [&places](const Result<QList<MediaPost>> &found) {
            places = found ? *found : QList<MediaPost>();
        });
        QTRY_VERIFY(places);
        QCOMPARE(places->size(), 1);
        QCOMPARE(places->first().name, u"Harvest"_s);
        QCOMPARE(places->first().day, QDate(2026, 1, 5));
        const int before = undo().count();
        m_store->remove({id});
        QTRY_COMPARE(undo().count(), before + 1);
        QVERIFY(m_store->media().isEmpty());
        QVERIFY(posts.find(made)->media.isEmpty());
        QTRY_COMPARE(m_store->useCount(id), 0);
        undo().undo();
        QTRY_COMPARE(m_store->media().size(), 1);
        QTRY_COMPARE(posts.find(made)->media.size(), 1);
        std::optional<bool> isThere;
        m_store->picture(
            id, {}, this, [&isThere](const Result<QImage> &image) { isThere = image.has_value(); });
        QTRY_VERIFY(isThere);
        QVERIFY(*isThere);
    }

    void purgesAfterThirtyDays()
    {
        m_store->add({{.path = picture(u"a.jpg"_s)}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        m_store->remove({id});
        QTRY_COMPARE(undo().count(), 2);
        const auto comesBack = [this, id] {
            const auto again = takeIn({{.path = picture(u"again.jpg"_s)}});
            return again && *again && (*again)->media.first().id == id;
        };
        m_test->clock.advance(29 * DayMs);
        m_test->reopen();
        openStore();
        QVERIFY(comesBack());
        m_test->clock.advance(2 * DayMs);
        m_test->reopen();
        openStore();
        QTRY_VERIFY(!comesBack()); // a new medium, since the old content is gone
    }

    void copiesForPosting()
    {
        m_store->add({{.path = picture(u"a: b?.jpg"_s)}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const Media media = m_store->media().first();
        Media film;
        film.kind = MediaKind::Video;
        film.name = u"film.mp4"_s;
        film.place = m_test->path(u"nowhere.mp4"_s);
        QTemporaryDir folder;
        std::optional<Result<PostingCopy>> copy;
        m_store->copyForPosting({{media, {0, 0, 320, 320}}, {media, {}}, {film, {}}}, folder.path(),
            this, [&copy](const Result<PostingCopy> &made) { copy = made; });
        QTRY_VERIFY(copy);
        QVERIFY(*copy);
        QCOMPARE((*copy)->missing, QStringList {u"film.mp4"_s});
        QCOMPARE((*copy)->files.size(), 2);
        QCOMPARE((*copy)->files.first(), folder.filePath(u"1 a- b-.jpg"_s));
        QCOMPARE(QImage((*copy)->files.first()).size(), QSize(320, 320));
        QCOMPARE(QImage((*copy)->files.last()).size(), QSize(640, 480));
        QCOMPARE((*copy)->first.size(), QSize(320, 320));
    }

    void previewsAreSharper()
    {
        m_store->add({{.path = picture(u"a.jpg"_s)}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        QTRY_COMPARE(m_store->preview(id).size(), QSize(640, 480));
    }

    void notesRightsAndNames()
    {
        m_store->add({{.path = picture(u"a.jpg"_s)}});
        QTRY_COMPARE(m_store->media().size(), 1);
        const MediaId id = m_store->media().first().id;
        m_store->setRights(id, u"Ana, until 2027"_s);
        m_store->rename(id, u"  "_s); // no name
        m_store->rename(id, u"Cup"_s);
        QCOMPARE(m_store->find(id)->rights, u"Ana, until 2027"_s);
        QCOMPARE(m_store->find(id)->name, u"Cup"_s);
        QTRY_COMPARE(undo().count(), 3);
        m_test->reopen();
        openStore();
        QCOMPARE(m_store->find(id)->rights, u"Ana, until 2027"_s);
    }

    void tellsMediaByTheirNames()
    {
        QCOMPARE(mediaKindOf(u"a/b.JPG"_s), MediaKind::Picture);
        QCOMPARE(mediaKindOf(u"b.mov"_s), MediaKind::Video);
        QCOMPARE(mediaKindOf(u"b.pdf"_s), MediaKind::Document);
        QVERIFY(!mediaKindOf(u"plan.csv"_s));
        QVERIFY(!mediaKindOf(u"plan.ics"_s));
        QVERIFY(!mediaKindOf(u"chat.txt"_s));
        QVERIFY(!mediaKindOf(u"no suffix"_s));
    }
};

PULLPUSH_TEST(TestMediaStore)
#include "tst_mediastore.moc"
