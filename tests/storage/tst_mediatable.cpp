// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/moment.h"
#include "domain/post.h"
#include "storage/mediatable.h"
#include "storage/plantable.h"
#include "storage/rowedit.h"
#include "storage/rowspec.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
Media cup()
{
    Media media;
    media.id = MediaId(5);
    media.name = u"cup.jpg"_s;
    media.checksum = u"abc"_s;
    media.bytes = 4;
    media.width = 40;
    media.height = 30;
    media.rights = u"ours"_s;
    media.createdAt = 1700000000000;
    return media;
}

/// Every byte there is, NUL first.
QByteArray allBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i));
    return bytes;
}
} // namespace

class TestMediaTable : public QObject
{
    Q_OBJECT
private slots:
    void keepsContents_data() { TestDatabase::addBackends(); }
    void keepsContents()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Media media = cup();
        const QByteArray content = allBytes().repeated(2000);
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::addHidden(transaction, media, {content, allBytes()});
        }));
        QVERIFY(test.read(&PlanTable::media)->isEmpty()); // nobody sees it yet
        QCOMPARE(
            *test.read([](Connection &c) { return MediaTable::content(c, MediaId(5)); }), content);
        QCOMPARE(*test.read([](Connection &c) { return MediaTable::thumbnail(c, MediaId(5)); }),
            allBytes());
        QVERIFY(test.write(
            [&](Transaction &transaction) { return applyEdit(transaction, insertion(media)); }));
        const auto shown = test.read(&PlanTable::media);
        QCOMPARE(shown->size(), 1);
        Media read = shown->first();
        read.rowVersion = media.rowVersion;
        QCOMPARE(read, media);
        QCOMPARE(*test.read(&MediaTable::held), QSet<MediaId> {MediaId(5)});
    }

    void lacksWhatIsElsewhere_data() { TestDatabase::addBackends(); }
    void lacksWhatIsElsewhere()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Media film = cup();
        film.place = u"films/cup.mp4"_s;
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::addHidden(transaction, film, {{}, allBytes()});
        }));
        QVERIFY(test.read(&MediaTable::held)->isEmpty());
        const auto content =
            test.read([](Connection &c) { return MediaTable::content(c, MediaId(5)); });
        QVERIFY(!content);
        QCOMPARE(content.error().code, Error::Code::NotFound);
        QVERIFY(test.read([](Connection &c) { return MediaTable::thumbnail(c, MediaId(99)); })
                    ->isEmpty());
    }

    void findsByChecksum_data() { TestDatabase::addBackends(); }
    void findsByChecksum()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const auto found = [&test](const QString &sum) {
            return *test.read([sum](Connection &c) { return MediaTable::withChecksum(c, sum); });
        };
        QVERIFY(!found(u"abc"_s));
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::addHidden(transaction, cup(), {allBytes(), {}});
        }));
        QCOMPARE(found(u"abc"_s)->id, MediaId(5)); // hidden, but its content is there
        QVERIFY(!found(QString())); // most that were imported have none
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::forgetHidden(transaction, {MediaId(5)});
        }));
        QVERIFY(!found(u"abc"_s));
    }

    void findsWhatWasNeverSeen_data() { TestDatabase::addBackends(); }
    void findsWhatWasNeverSeen()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Media named = cup();
        named.checksum.clear();
        Media seen = cup();
        seen.id = MediaId(6);
        Media elsewhere = named;
        elsewhere.id = MediaId(7);
        elsewhere.place = u"https://x.example/cup.jpg"_s;
        QVERIFY(test.write([&](Transaction &transaction) {
            return applyEdits(
                transaction, {insertion(named), insertion(seen), insertion(elsewhere)});
        }));
        const auto unseen = [&test](const QString &name) {
            return *test.read([name](Connection &c) { return MediaTable::unseen(c, name); });
        };
        QCOMPARE(unseen(u"cup.jpg"_s).size(), 1);
        QCOMPARE(unseen(u"cup.jpg"_s).first().id, MediaId(5));
        QVERIFY(unseen(u"pot.jpg"_s).isEmpty());
        const auto isHeld = [&test] {
            return *test.read([](Connection &c) { return MediaTable::isHeld(c, MediaId(5)); });
        };
        QVERIFY(!isHeld());
        QVERIFY(test.write([](Transaction &transaction) {
            return MediaTable::keep(transaction, MediaId(5), {{}, allBytes()});
        }));
        QVERIFY(!isHeld());
        QVERIFY(test.write([](Transaction &transaction) {
            return MediaTable::keep(transaction, MediaId(5), {allBytes(), allBytes()});
        }));
        QVERIFY(isHeld());
    }

    void purgesNothingThatIsOnAPost_data() { TestDatabase::addBackends(); }
    void purgesNothingThatIsOnAPost()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Post post;
        post.id = PostId(7);
        PostMedia place;
        place.id = PostMediaId(8);
        place.post = post.id;
        place.media = MediaId(5);
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::addHidden(transaction, cup(), {allBytes(), {}}).and_then([&] {
                return applyEdits(transaction, {insertion(post), insertion(place)});
            });
        }));
        const qint64 before = test.clock.now() + DayMs;
        const auto expired = [&] {
            return *test.read(
                [before](Connection &c) { return MediaTable::hasExpired(c, before); });
        };
        QVERIFY(!expired());
        QCOMPARE(*test.write([before](Transaction &transaction) {
            return MediaTable::purge(transaction, before);
        }),
            0);
        QVERIFY(test.write(
            [&](Transaction &transaction) { return applyEdit(transaction, removal(place)); }));
        QVERIFY(expired());
    }

    void purgesWhatWasDeletedLongAgo_data() { TestDatabase::addBackends(); }
    void purgesWhatWasDeletedLongAgo()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const auto write = [&test](const RowEdit &edit) {
            return test.write(
                [&edit](Transaction &transaction) { return applyEdit(transaction, edit); });
        };
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::addHidden(transaction, cup(), {allBytes(), allBytes()});
        }));
        QVERIFY(write(insertion(cup())));
        QVERIFY(write(removal(cup())));
        test.clock.advance(29 * DayMs);
        const auto expired = [&test] {
            const qint64 before = test.clock.now() - 30 * DayMs;
            return *test.read(
                [before](Connection &c) { return MediaTable::hasExpired(c, before); });
        };
        QVERIFY(!expired());
        // What was shown once is not forgotten with a cancelled job: an undo may want it back.
        QVERIFY(test.write([&](Transaction &transaction) {
            return MediaTable::forgetHidden(transaction, {MediaId(5)});
        }));
        QVERIFY(write(insertion(cup())));
        QCOMPARE(*test.read([](Connection &c) { return MediaTable::content(c, MediaId(5)); }),
            allBytes());
        QVERIFY(write(removal(cup())));
        test.clock.advance(31 * DayMs);
        QVERIFY(expired());
        const qint64 before = test.clock.now() - 30 * DayMs;
        QCOMPARE(*test.write([before](Transaction &transaction) {
            return MediaTable::purge(transaction, before);
        }),
            1);
        QVERIFY(!expired());
        QVERIFY(!test.read([](Connection &c) { return MediaTable::content(c, MediaId(5)); }));
        QVERIFY(!*test.read([](Connection &c) { return MediaTable::withChecksum(c, u"abc"_s); }));
    }

    void knowsWhereTheyAreUsed_data() { TestDatabase::addBackends(); }
    void knowsWhereTheyAreUsed()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Post post;
        post.id = PostId(7);
        post.title = u"Harvest"_s;
        post.day = QDate(2026, 3, 1);
        PostMedia place;
        place.id = PostMediaId(8);
        place.post = post.id;
        place.media = MediaId(5);
        PostMedia again = place;
        again.id = PostMediaId(9);
        const RowEdits edits {
            insertion(cup()), insertion(post), insertion(place), insertion(again)};
        QVERIFY(
            test.write([&](Transaction &transaction) { return applyEdits(transaction, edits); }));
        const auto uses = [&test](MediaId media) {
            return *test.read([media](Connection &c) { return MediaTable::uses(c, media); });
        };
        QCOMPARE(uses({}).size(), 1); // the post once
        QCOMPARE(uses(MediaId(5)).first().post, PostId(7));
        QCOMPARE(uses(MediaId(5)).first().title, u"Harvest"_s);
        QCOMPARE(uses(MediaId(5)).first().day, u"2026-03-01"_s);
        QVERIFY(uses(MediaId(6)).isEmpty());
        const auto attached =
            test.read([](Connection &c) { return MediaTable::attachments(c, {MediaId(5)}); });
        QCOMPARE(attached->places.size(), 2);
        QVERIFY(attached->crops.isEmpty());
    }
};

PULLPUSH_TEST(TestMediaTable)
#include "tst_mediatable.moc"
