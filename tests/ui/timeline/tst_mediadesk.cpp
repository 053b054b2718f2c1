// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/postmedia.h"
#include "session/channelservice.h"
#include "session/mediastore.h"
#include "session/picturefile.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"
#include "ui_timeline/boardcolumn.h"
#include "ui_timeline/boardview.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/hoursview.h"
#include "ui_timeline/ideatray.h"
#include "ui_timeline/mediadetails.h"
#include "ui_timeline/mediagrid.h"
#include "ui_timeline/mediapage.h"
#include "ui_timeline/mediastrip.h"
#include "ui_timeline/monthview.h"
#include "ui_timeline/tilelist.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QUrl>

using namespace Qt::StringLiterals;

/// Media on their way into posts and out again, through the calendar as it stands in the window.
class TestMediaDesk : public QObject
{
    Q_OBJECT

    const QDate m_day {2026, 1, 14};
    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<CalendarArea> m_area;
    QList<Notice> m_notices;

    [[nodiscard]] PostStore &posts() const { return (*m_test)->posts(); }
    [[nodiscard]] MediaStore &media() const { return (*m_test)->media(); }
    [[nodiscard]] CalendarPage *page() const
    {
        return static_cast<CalendarPage *>(m_area->widget());
    }
    [[nodiscard]] Composer *composer() const
    {
        return static_cast<Composer *>(m_area->inspector());
    }
    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    [[nodiscard]] QString picture(const QString &name, QRgb colour = 0xff204060) const
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(colour);
        QFile file(m_test->path(name));
        file.open(QIODevice::WriteOnly);
        file.write(PictureFile::encode(image));
        return file.fileName();
    }
    static bool drop(QWidget *surface, QPoint where, const QMimeData &data)
    {
        QDragEnterEvent enter(where, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface, &enter);
        if (!enter.isAccepted())
            return false;
        QDragMoveEvent move(where, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface, &move);
        QDropEvent event(where, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(surface, &event);
        return move.isAccepted() && event.isAccepted();
    }
    [[nodiscard]] bool dropOnDay(const QMimeData &data) const
    {
        MonthView *month = page()->month();
        return drop(month->viewport(), month->dayRect(m_day).center(), data);
    }
    [[nodiscard]] const PostWithVariants *onlyPost() const
    {
        return posts().planned().size() == 1 ? &posts().planned().first() : nullptr;
    }
    void addToLibrary(const QString &name)
    {
        const qsizetype before = media().media().size();
        media().add({{.path = picture(name)}});
        QTRY_COMPARE(media().media().size(), before + 1);
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_test->clock.set(localToInstant(m_day, QTime(10, 0), QTimeZone("Europe/Berlin")));
        Channel channel;
        channel.network = u"x"_s;
        channel.name = u"Ours"_s;
        ChannelService::add(**m_test, channel);
        m_notices.clear();
        connect(m_test->get(), &Workspace::notice, this,
            [this](const Notice &notice) { m_notices.append(notice); });
        m_area = std::make_unique<CalendarArea>(**m_test);
        page()->resize(1000, 700);
        page()->show();
        composer()->resize(400, 900);
        QTRY_COMPARE(posts().state(), StoreState::Ready);
        QTRY_VERIFY(!(*m_test)->isWriting());
    }

    void cleanup() { m_area.reset(); }

    void filesMakeADraft()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(picture(u"a.jpg"_s)),
            QUrl::fromLocalFile(picture(u"b.jpg"_s, 0xff990000))});
        const int before = undo().count();
        QVERIFY(dropOnDay(data));
        QTRY_VERIFY(onlyPost());
        QCOMPARE(onlyPost()->post.day, m_day);
        QCOMPARE(onlyPost()->media.size(), 2);
        QCOMPARE(onlyPost()->variants.size(), 1);
        QTRY_COMPARE(undo().count(), before + 1); // the draft and its pictures in one
        QCOMPARE(media().media().size(), 2);
        QTRY_COMPARE(composer()->post(), onlyPost()->post.id);
        undo().undo();
        QTRY_VERIFY(posts().planned().isEmpty());
        QTRY_VERIFY(media().media().isEmpty());
    }

    void linksAndWordsMakeADraft()
    {
        QMimeData link;
        link.setUrls({QUrl(u"https://example.org/story"_s)});
        QVERIFY(dropOnDay(link));
        QTRY_VERIFY(onlyPost());
        QCOMPARE(onlyPost()->post.link, u"https://example.org/story"_s);
        QVERIFY(onlyPost()->media.isEmpty());
        QMimeData words;
        words.setText(u"A good start"_s);
        TileList *ideas = page()->tray()->list();
        QVERIFY(drop(ideas->viewport(), {10, 10}, words));
        QTRY_COMPARE(posts().ideas().size(), 1);
        QCOMPARE(posts().ideas().first().post.text, u"A good start"_s);
        QVERIFY(!posts().ideas().first().post.day);
    }

    void linksMakeAnIdeaOnTheBoard()
    {
        page()->setKind(CalendarViewKind::Board);
        const auto *board = static_cast<BoardView *>(page()->view(CalendarViewKind::Board));
        QMimeData link;
        link.setUrls({QUrl(u"https://example.org/story"_s)});
        QWidget *approved = board->column(PostStatus::Approved)->viewport();
        QVERIFY(!drop(approved, approved->rect().center(), link));
        QWidget *ideas = board->column(PostStatus::Idea)->viewport();
        QVERIFY(drop(ideas, ideas->rect().center(), link));
        QTRY_COMPARE(posts().ideas().size(), 1);
        const PostWithVariants &idea = posts().ideas().first();
        QCOMPARE(idea.post.link, u"https://example.org/story"_s);
        QVERIFY(!idea.post.day.has_value());
        QCOMPARE(idea.variants.first().status, PostStatus::Idea);
    }

    void tablesGoToTheWindow()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/somewhere/plan.csv"_s)});
        QVERIFY(!dropOnDay(data));
    }

    void hoursTakeTheTime()
    {
        page()->setKind(CalendarViewKind::Week);
        CalendarView *week = page()->view();
        week->showSpan(m_day);
        QCoreApplication::sendPostedEvents();
        QMimeData data;
        data.setText(u"At this hour"_s);
        QWidget *surface = week->surfaceForDrops();
        QVERIFY(surface);
        QVERIFY(drop(surface, surface->rect().center(), data));
        QTRY_VERIFY(onlyPost());
        QVERIFY(onlyPost()->post.time);
        QCOMPARE(onlyPost()->post.time->minute() % 15, 0);
    }

    void pastesAsADraft()
    {
        page()->month()->setFocus();
        page()->month()->setCurrent(m_day);
        const auto actions = m_area->actions();
        const auto paste = std::ranges::find_if(
            actions, [](QAction *action) { return action->objectName() == "post.paste"_L1; });
        QVERIFY(paste != actions.end());
        QGuiApplication::clipboard()->clear();
        (*paste)->trigger();
        QCOMPARE(m_notices.size(), 1); // there is nothing
        QGuiApplication::clipboard()->setText(u"Pasted words"_s);
        (*paste)->trigger();
        QTRY_VERIFY(onlyPost());
        QCOMPARE(onlyPost()->post.text, u"Pasted words"_s);
        QCOMPARE(onlyPost()->post.day, m_day);
    }

    void refusedFilesMakeNothing()
    {
        QFile file(m_test->path(u"broken.jpg"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture");
        file.close();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        QVERIFY(dropOnDay(data));
        QTRY_COMPARE(m_notices.size(), 1);
        QCOMPARE(m_notices.first().severity, Notice::Severity::Error);
        QVERIFY(posts().planned().isEmpty());
    }

    void whatIsApprovedKeepsItsPictures()
    {
        QMimeData words;
        words.setText(u"Ready as it is"_s);
        QVERIFY(dropOnDay(words));
        QTRY_VERIFY(onlyPost());
        QTRY_VERIFY(!(*m_test)->isWriting());
        PostWithVariants approved = *onlyPost();
        approved.variants.first().status = PostStatus::Approved;
        posts().change(*onlyPost(), approved);
        QTRY_COMPARE(composer()->value().variants.first().status, PostStatus::Approved);
        addToLibrary(u"a.jpg"_s);
        m_notices.clear();
        const MediaId medium = media().media().first().id;
        composer()->editMedia([medium](const PostWithVariants &post) {
            PostWithVariants after = post;
            after.media.append({PostMediaId(1), post.post.id, {}, medium, 0, {}});
            return after;
        });
        QVERIFY(composer()->value().media.isEmpty());
        QCOMPARE(m_notices.size(), 1);
    }

    void dragsFromTheLibraryOntoThePost()
    {
        addToLibrary(u"a.jpg"_s);
        const MediaId id = media().media().first().id;
        QMimeData words;
        words.setText(u"With a picture"_s);
        QVERIFY(dropOnDay(words));
        QTRY_VERIFY(onlyPost());
        QTRY_COMPARE(composer()->post(), onlyPost()->post.id);
        const std::unique_ptr<QMimeData> data(Drops::encode({id}));
        QVERIFY(drop(composer()->media(), {5, 5}, *data));
        QTRY_COMPARE(onlyPost()->media.size(), 1);
        QVERIFY(!onlyPost()->media.first().id.isNull());
        // The words leave pictures to the row below them, and take words themselves.
        QVERIFY(drop(composer()->dropSurface(), {5, 5}, *data)); // it is there already
        QTRY_VERIFY(!(*m_test)->isWriting());
        QCOMPARE(onlyPost()->media.size(), 1);
        emit composer()->media()->altTextTyped(onlyPost()->media.first().id, u"A wall"_s);
        composer()->flush();
        QTRY_COMPARE(onlyPost()->media.first().altText, u"A wall"_s);
        emit composer()->media()->removeRequested(onlyPost()->media.first().id);
        QTRY_VERIFY(onlyPost()->media.isEmpty());
    }

    void copiesWordsAndPictures()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(picture(u"a.jpg"_s))});
        QVERIFY(dropOnDay(data));
        QTRY_VERIFY(onlyPost());
        QTRY_COMPARE(composer()->post(), onlyPost()->post.id);
        const PostMediaId medium = onlyPost()->media.first().id;
        const VariantId variant = onlyPost()->variants.first().id;
        composer()->editMedia([&](const PostWithVariants &post) {
            PostWithVariants after = MediaEdits::cropped(post, medium, variant, {0, 0, 48, 48});
            after.crops.first().id = MediaCropId::create((*m_test)->ids());
            return after;
        });
        QTRY_COMPARE(onlyPost()->crops.size(), 1);
        emit composer()->copyRequested(u"The words"_s, true);
        const QClipboard *clipboard = QGuiApplication::clipboard();
        QTRY_VERIFY(clipboard->mimeData()->hasUrls());
        QCOMPARE(clipboard->mimeData()->text(), u"The words"_s);
        const QList<QUrl> urls = clipboard->mimeData()->urls();
        QCOMPARE(urls.size(), 1);
        QCOMPARE(QImage(urls.first().toLocalFile()).size(), QSize(48, 48));
        QVERIFY(clipboard->mimeData()->hasImage());
        QCOMPARE(clipboard->image().size(), QSize(48, 48));
        emit composer()->copyRequested(u"The second part"_s, false);
        QCOMPARE(clipboard->text(), u"The second part"_s);
        QVERIFY(!clipboard->mimeData()->hasUrls());
    }

    void libraryTellsAndWarns()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(picture(u"a.jpg"_s))});
        QVERIFY(dropOnDay(data));
        QTRY_VERIFY(onlyPost());
        QTRY_COMPARE(media().media().size(), 1);
        const MediaId id = media().media().first().id;
        QTRY_COMPARE(media().useCount(id), 1);
        MediaStore *store = &media();
        MediaPage library(*store, {.find = [store](MediaId one) { return store->find(one); }},
            MediaPage::Purpose::Library);
        library.resize(1000, 700);
        library.show();
        library.grid()->setCurrent(id);
        QSignalSpy wanted(&library, &MediaPage::postRequested);
        QTRY_COMPARE(library.details()->media(), id);
        QToolButton *place = nullptr;
        QTRY_VERIFY((place = library.details()->findChild<QToolButton *>()) != nullptr);
        place->click();
        QCOMPARE(wanted.count(), 1);
        library.findChild<QPushButton *>(u"removeFromMedia"_s)->click();
        QVERIFY(!store->media().isEmpty()); // it is asked first
        library.findChild<QSpinBox *>(u"mediaLimit"_s)->setValue(3);
        QCOMPARE(store->mostBytes(), 3'000'000);
    }
};

PULLPUSH_WINDOW_TEST(TestMediaDesk)
#include "tst_mediadesk.moc"
