// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/mediastrip.h"
#include "ui_timeline/mediastriplist.h"
#include "ui_timeline/picturepreview.h"

#include <QAbstractItemModelTester>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestMediaStrip : public QObject
{
    Q_OBJECT

    std::unique_ptr<MediaStrip> m_strip;
    QList<Media> m_library;
    QSet<MediaId> m_missing;

    [[nodiscard]] MediaStripList *list() const { return m_strip->findChild<MediaStripList *>(); }
    [[nodiscard]] QToolButton *button(const QString &name) const
    {
        return m_strip->findChild<QToolButton *>(name);
    }
    [[nodiscard]] QString hint() const
    {
        const auto *label = m_strip->findChild<QLabel *>(u"mediaHint"_s);
        return label->isHidden() ? QString() : label->text();
    }
    /// A post with two variants, 11 and 12, and two pictures and a video.
    [[nodiscard]] static PostWithVariants post()
    {
        PostWithVariants post;
        post.post.id = PostId(1);
        for (const qint64 id : {11, 12}) {
            Variant variant;
            variant.id = VariantId(id);
            variant.post = post.post.id;
            post.variants.append(variant);
        }
        post = MediaEdits::with(post, {MediaId(1), MediaId(2), MediaId(3)}, {});
        qint64 id = 100;
        for (PostMedia &medium : post.media)
            medium.id = PostMediaId(++id);
        post.media.first().altText = u"A cup"_s;
        return post;
    }

private slots:
    void init()
    {
        m_missing.clear();
        m_library.clear();
        for (const qint64 id : {1, 2, 3}) {
            Media media;
            media.id = MediaId(id);
            media.name = u"file %1.jpg"_s.arg(id);
            media.kind = id == 3 ? MediaKind::Video : MediaKind::Picture;
            media.width = 400;
            media.height = 300;
            m_library.append(media);
        }
        m_strip = std::make_unique<MediaStrip>();
        m_strip->setLook({.find = [this](MediaId id) -> const Media * {
                              const auto found = std::ranges::find(m_library, id, &Media::id);
                              return found == m_library.end() ? nullptr : &*found;
                          },
            .isMissing = [this](MediaId id) { return m_missing.contains(id); }});
        m_strip->resize(360, 300);
        m_strip->show();
    }

    void showsThem()
    {
        const QAbstractItemModelTester tester(list()->model());
        m_strip->setPost({}, {}, false);
        QVERIFY(list()->isHidden());
        QVERIFY(!button(u"addMedia"_s)->isHidden());
        m_strip->setPost(post(), {}, false);
        QVERIFY(!list()->isHidden());
        QCOMPARE(list()->model()->rowCount(), 3);
        QVERIFY(list()
                    ->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"A cup"_s));
        QVERIFY(!hint().isEmpty()); // the second has no alternative text
        m_missing.insert(MediaId(2));
        m_strip->refreshPictures();
        QVERIFY(hint().contains(u"not where they were"_s));
    }

    void treatsTheOneThatIsChosen()
    {
        m_strip->setPost(post(), VariantId(11), false);
        QCOMPARE(m_strip->current(), PostMediaId(101));
        auto *altText = m_strip->findChild<QLineEdit *>(u"altText"_s);
        QCOMPARE(altText->text(), u"A cup"_s);
        QSignalSpy typed(m_strip.get(), &MediaStrip::altTextTyped);
        altText->end(false); // it is shown from its beginning
        QTest::keyClicks(altText, u"!"_s);
        QCOMPARE(typed.last().at(1).toString(), u"A cup!"_s);
        QSignalSpy crop(m_strip.get(), &MediaStrip::cropRequested);
        button(u"cropMedium"_s)->click();
        QCOMPARE(crop.count(), 1);
        QSignalSpy showing(m_strip.get(), &MediaStrip::showingRequested);
        button(u"mediumHereAlone"_s)->click();
        QCOMPARE(showing.last().at(1).toBool(), true);
        m_strip->setCurrent(PostMediaId(103)); // the video
        QVERIFY(altText->isHidden());
        QVERIFY(button(u"cropMedium"_s)->isHidden());
    }

    void knowsNoCropForAllChannels()
    {
        m_strip->setPost(post(), {}, false);
        QVERIFY(button(u"cropMedium"_s)->isHidden());
        QVERIFY(button(u"mediumHereAlone"_s)->isHidden());
    }

    void goesByKeys()
    {
        m_strip->setPost(post(), {}, false);
        list()->setFocus();
        QSignalSpy moved(m_strip.get(), &MediaStrip::moveRequested);
        QSignalSpy removed(m_strip.get(), &MediaStrip::removeRequested);
        QSignalSpy pasted(m_strip.get(), &MediaStrip::pasteRequested);
        QTest::keyClick(list(), Qt::Key_Left, Qt::AltModifier); // it is the first
        QCOMPARE(moved.count(), 0);
        QTest::keyClick(list(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(moved.last().at(1).toInt(), 1);
        QTest::keyClick(list(), Qt::Key_Right);
        QCOMPARE(m_strip->current(), PostMediaId(102));
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(removed.last().first().value<PostMediaId>(), PostMediaId(102));
        QTest::keyClick(list(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(pasted.count(), 1);
    }

    void keepsTheChosenOne()
    {
        m_strip->setPost(post(), {}, false);
        m_strip->setCurrent(PostMediaId(102));
        m_strip->setPost(MediaEdits::moved(post(), PostMediaId(102), 0, {}), {}, false);
        QCOMPARE(m_strip->current(), PostMediaId(102));
        m_strip->setPost(MediaEdits::without(post(), PostMediaId(102)), {}, false);
        QVERIFY(!m_strip->current().isNull()); // a neighbour
    }

    void isLockedWithTheWords()
    {
        m_strip->setPost(post(), {}, true);
        QVERIFY(button(u"addMedia"_s)->isHidden());
        QVERIFY(!button(u"removeMedium"_s)->isEnabled());
        QSignalSpy removed(m_strip.get(), &MediaStrip::removeRequested);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(removed.count(), 0);
        QVERIFY(!drop());
    }

    void takesDrops()
    {
        m_strip->setPost(post(), {}, false);
        QSignalSpy dropped(m_strip.get(), &MediaStrip::dropped);
        QVERIFY(drop());
        QCOMPARE(dropped.count(), 1);
    }

    void placesPreviews()
    {
        const QRect room(0, 0, 302, 202);
        for (int count = 1; count <= 6; ++count) {
            const QList<QRect> places = PicturePreview::places(room, count);
            QCOMPARE(places.size(), std::min(count, 4));
            for (qsizetype i = 0; i < places.size(); ++i) {
                QVERIFY(room.contains(places.at(i)));
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY(!places.at(i).intersects(places.at(j)));
            }
        }
        PicturePreview preview;
        QImage image(100, 50, QImage::Format_RGB32);
        image.fill(0xff000000);
        preview.setPictures({{image}});
        QCOMPARE(preview.heightForWidth(200), 100); // its own ratio
        preview.setPictures({{image, QRectF(0, 0, 50, 50)}});
        QCOMPARE(preview.heightForWidth(200), 200); // that of its part
        preview.setPictures({});
        QVERIFY(preview.isHidden());
    }

private:
    /// Whether a picture of the library could be dropped on the row.
    bool drop()
    {
        const std::unique_ptr<QMimeData> data(Drops::encode({MediaId(1)}));
        const QPoint where(20, 20);
        QDragEnterEvent enter(where, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(list()->viewport(), &enter);
        QDragMoveEvent move(where, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(list()->viewport(), &move);
        if (!move.isAccepted())
            return false;
        QDropEvent event(where, Qt::CopyAction, data.get(), Qt::LeftButton, {});
        QCoreApplication::sendEvent(list()->viewport(), &event);
        return event.isAccepted();
    }
};

PULLPUSH_WINDOW_TEST(TestMediaStrip)
#include "tst_mediastrip.moc"
