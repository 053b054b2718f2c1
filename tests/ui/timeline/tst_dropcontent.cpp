// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/dropcontent.h"
#include "ui_timeline/postmime.h"

#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
QList<QUrl> files(const QStringList &names)
{
    QList<QUrl> urls;
    for (const QString &name : names)
        urls << QUrl::fromLocalFile(u"/somewhere/"_s + name);
    return urls;
}
} // namespace

class TestDropContent : public QObject
{
    Q_OBJECT
private slots:
    void takesPicturesAndVideos()
    {
        QMimeData data;
        data.setUrls(files({u"a.jpg"_s, u"b.mp4"_s}));
        QVERIFY(Drops::isWelcome(&data));
        const auto content = Drops::contentOf(&data);
        QVERIFY(content);
        QCOMPARE(content->sources.size(), 2);
        QCOMPARE(content->sources.first().path, u"/somewhere/a.jpg"_s);
        QVERIFY(content->text.isEmpty()); // their addresses are no words
        data.setUrls(files({u"a.jpg"_s}));
        QCOMPARE(Drops::contentOf(&data)->headline(), u"a.jpg"_s);
    }

    void leavesTheImportItsFiles_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a table") << QStringList {u"plan.csv"_s};
        QTest::newRow("a calendar") << QStringList {u"plan.ics"_s};
        QTest::newRow("a chat") << QStringList {u"chat.txt"_s};
        QTest::newRow("a workspace") << QStringList {u"team.pullpush"_s};
        QTest::newRow("a picture and a table") << QStringList {u"a.jpg"_s, u"plan.csv"_s};
    }
    void leavesTheImportItsFiles()
    {
        QFETCH(QStringList, names);
        QMimeData data;
        data.setUrls(files(names));
        data.setText(u"words beside them"_s);
        QVERIFY(!Drops::isWelcome(&data));
        QVERIFY(!Drops::contentOf(&data));
    }

    void takesLinksWithTheirTitles()
    {
        QMimeData data;
        data.setUrls({QUrl(u"https://example.org/a?b=1"_s)});
        data.setText(u"https://example.org/a?b=1"_s);
        const QString browser = u"https://example.org/a?b=1\nThe title"_s;
        data.setData(u"text/x-moz-url"_s,
            QByteArray(reinterpret_cast<const char *>(browser.utf16()), browser.size() * 2));
        const auto content = Drops::contentOf(&data);
        QVERIFY(content);
        QCOMPARE(content->link, u"https://example.org/a?b=1"_s);
        QCOMPARE(content->title, u"The title"_s);
        QVERIFY(content->text.isEmpty());
        QMimeData words;
        words.setText(u" https://example.org/x \n"_s);
        QCOMPARE(Drops::contentOf(&words)->link, u"https://example.org/x"_s);
    }

    void takesWords()
    {
        QMimeData data;
        data.setText(u"  See https://example.org for more\nSecond line "_s);
        const auto content = Drops::contentOf(&data);
        QVERIFY(content);
        QVERIFY(content->link.isEmpty());
        QCOMPARE(content->text, u"See https://example.org for more\nSecond line"_s);
        QCOMPARE(content->headline(), u"See https://example.org for more"_s);
        QMimeData script;
        script.setText(u"javascript:alert(1)"_s);
        QVERIFY(Drops::contentOf(&script)->link.isEmpty()); // words, no link
        QMimeData blank;
        blank.setText(u"   "_s);
        QVERIFY(!Drops::contentOf(&blank));
    }

    void takesPicturesOfPrograms()
    {
        QMimeData data;
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(0xff112233);
        data.setImageData(image);
        auto content = Drops::contentOf(&data);
        QVERIFY(content);
        QCOMPARE(content->sources.first().image.size(), QSize(4, 4));
        QVERIFY(!content->sources.first().title().isEmpty());
        data.setData(u"image/jpeg"_s, "bytes of a file");
        content = Drops::contentOf(&data);
        QCOMPARE(content->sources.first().bytes, QByteArray("bytes of a file"));
    }

    void carriesTheLibrary()
    {
        const std::unique_ptr<QMimeData> data(Drops::encode({MediaId(7), MediaId(9)}));
        const auto content = Drops::contentOf(data.get());
        QVERIFY(content);
        QCOMPARE(content->known, QList<MediaId>({MediaId(7), MediaId(9)}));
        QVERIFY(content->hasMedia());
        QMimeData broken;
        broken.setData(u"application/x-pullpush-media"_s, "\x00\x00\x00\x05only");
        QVERIFY(!Drops::contentOf(&broken));
    }

    void leavesPostsToTheViews()
    {
        const Tile tile {.post = PostId(1), .text = u"Harvest"_s};
        const std::unique_ptr<QMimeData> data(
            PostMime::encode(tile, {{PostId(1), QDate(2026, 1, 1)}}));
        QVERIFY(!Drops::isWelcome(data.get()));
        QVERIFY(!Drops::isWelcome(nullptr));
    }
};

PULLPUSH_WINDOW_TEST(TestDropContent)
#include "tst_dropcontent.moc"
