// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/idsource.h"
#include "storage/bulkinsert.h"
#include "storage/plantable.h"
#include "storage/scanvalue.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
PostWithVariants post(qint64 id, std::optional<QDate> day, std::optional<QTime> time = {})
{
    PostWithVariants made;
    made.post.id = PostId(id);
    made.post.title = u"Post %1, “grün” 🍂"_s.arg(id);
    made.post.day = day;
    made.post.time = time;
    return made;
}

Variant variant(qint64 id, std::optional<QDate> day = {})
{
    Variant made;
    made.id = VariantId(id);
    made.channel = ChannelId(1);
    made.day = day;
    made.status = PostStatus::InReview;
    made.thread = ThreadStyle::Numbered;
    return made;
}

Result<> save(Transaction &transaction, const QList<PostWithVariants> &posts)
{
    RowEdits edits;
    Channel channel;
    channel.id = ChannelId(1);
    Media media;
    media.id = MediaId(1);
    Label label;
    label.id = LabelId(1);
    edits << insertion(channel) << insertion(media) << insertion(label);
    for (const PostWithVariants &entry : posts) {
        edits << insertion(entry.post);
        for (const Variant &row : entry.variants)
            edits << insertion(row);
        for (const PostLabel &row : entry.labels)
            edits << insertion(row);
        for (const PostMedia &row : entry.media)
            edits << insertion(row);
        for (const MediaCrop &row : entry.crops)
            edits << insertion(row);
    }
    return applyEdits(transaction, edits);
}

QString ids(const Result<QList<PostWithVariants>> &posts)
{
    if (!posts)
        return posts.error().message;
    QStringList list;
    for (const PostWithVariants &entry : *posts)
        list << entry.post.id.toString();
    return list.join(u' ');
}
} // namespace

class TestPlanTable : public QObject
{
    Q_OBJECT

    /// Gives all that hangs on it the post as its own.
    static PostWithVariants whole(PostWithVariants made)
    {
        const auto own = [&made](auto &rows) {
            for (auto &row : rows)
                row.post = made.post.id;
        };
        own(made.variants);
        own(made.labels);
        own(made.media);
        own(made.crops);
        return made;
    }

private slots:
    void readsWhatIsPlanned_data() { TestDatabase::addBackends(); }
    void readsWhatIsPlanned()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const QDate first(2026, 5, 1);
        PostWithVariants full = post(10, first.addDays(3), QTime(9, 5));
        full.post.zone = u"America/New_York"_s;
        full.post.coolDownDays = 14;
        full.post.occurrence = first;
        full.variants = {variant(101), variant(102, first.addDays(20))};
        full.variants[0].time = QTime(23, 59);
        full.labels = {{PostLabelId(1), {}, LabelId(1)}};
        full.media = {{PostMediaId(2), {}, {}, MediaId(1), 0, u"Leaves"_s},
            {PostMediaId(1), {}, VariantId(101), MediaId(1), 1, {}}};
        full.crops = {{MediaCropId(1), {}, PostMediaId(2), VariantId(101), 1, 2, 3, 4}};
        full = whole(full);
        PostWithVariants stray = post(11, first.addDays(40));
        stray.variants = {variant(111, first.addDays(9))};
        PostWithVariants idea = post(12, std::nullopt);
        idea.variants = {variant(121, first.addDays(1))};
        const QList<PostWithVariants> posts {full, whole(stray), whole(idea),
            post(13, first, QTime(10, 0)), post(14, first, QTime(8, 0)), post(15, first),
            post(16, first, QTime(8, 0)), post(17, first.addDays(30)), post(18, first.addDays(-1)),
            post(19, std::nullopt), post(20, first.addDays(3), QTime(9, 5))};
        QVERIFY(test.write([&](Transaction &transaction) { return save(transaction, posts); }));
        const auto read = test.read([&](Connection &connection) {
            return PlanTable::planned(connection, {first, first.addDays(30)});
        });
        // First what has no day of its own, then by day, time and id; a whole day before its hours.
        QCOMPARE(ids(read), u"12 15 14 16 13 10 20 11"_s);
        const auto found = std::ranges::find(
            *read, full.post.id, [](const PostWithVariants &entry) { return entry.post.id; });
        QCOMPARE(*found, full);
        QCOMPARE(read->last(), whole(stray));
        const auto all =
            test.read([](Connection &connection) { return PlanTable::planned(connection, {}); });
        QCOMPARE(all->size(), 10);
    }

    void hidesWhatIsDeletedOrUnfinished_data() { TestDatabase::addBackends(); }
    void hidesWhatIsDeletedOrUnfinished()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const QDate day(2026, 5, 1);
        PostWithVariants kept = post(1, day);
        kept.variants = {variant(11), variant(12)};
        kept = whole(kept);
        PostWithVariants gone = post(2, day);
        PostWithVariants pending = post(3, day);
        pending.variants = {variant(31)};
        pending = whole(pending);
        QVERIFY(test.write([&](Transaction &transaction) -> Result<> {
            return save(transaction, {kept, gone, pending}).and_then([&] {
                return applyEdits(transaction, {removal(gone.post), removal(kept.variants.at(1))});
            });
        }));
        QVERIFY(test.write([](Transaction &transaction) -> Result<> {
            const auto batch = transaction.execute(
                u"INSERT INTO import_batch (id, state, format, files, at, node, summary) "
                "VALUES (77, 'pending', '', '', 0, 1, '')"_s);
            if (!batch)
                return tl::unexpected(batch.error());
            const auto marked =
                transaction.execute(u"UPDATE post SET batch_id = 77 WHERE id = 3"_s);
            if (!marked)
                return tl::unexpected(marked.error());
            return {};
        }));
        const auto read = test.read([&](Connection &connection) {
            return PlanTable::planned(connection, {day, day.addDays(1)});
        });
        QCOMPARE(ids(read), u"1"_s);
        QCOMPARE(read->first().variants, (QList {kept.variants.first()}));
    }

    void findsWhatComesAgain_data() { TestDatabase::addBackends(); }
    void findsWhatComesAgain()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        PostWithVariants source = post(1, std::nullopt);
        source.post.coolDownDays = 30;
        PostWithVariants repetition = post(2, QDate(2026, 5, 1));
        repetition.post.evergreen = source.post.id;
        QVERIFY(test.write([&](Transaction &transaction) {
            return save(transaction, {source, repetition, post(3, QDate(2026, 5, 1))});
        }));
        QCOMPARE(ids(test.read(&PlanTable::evergreens)), u"1 2"_s);
    }

    void readsDaysAndTimes()
    {
        QCOMPARE(dayFromSql("2026-02-28"), QDate(2026, 2, 28));
        QCOMPARE(dayFromSql("9999-12-31"), QDate(9999, 12, 31));
        for (const char *bad :
            {"", "2026-02-30", "2026-2-03", "2026/02/03", "20260203", "2026-02-0x"})
            QVERIFY2(!dayFromSql(bad).isValid(), bad);
        QCOMPARE(timeFromSql("23:59"), QTime(23, 59));
        QCOMPARE(timeFromSql("00:00"), QTime(0, 0));
        for (const char *bad : {"", "24:00", "9:00", "09:60", "09.00", "-9:00"})
            QVERIFY2(!timeFromSql(bad).isValid(), bad);
    }
};

PULLPUSH_TEST(TestPlanTable)
#include "tst_plantable.moc"
