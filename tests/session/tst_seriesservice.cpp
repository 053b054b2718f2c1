// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/seriesservice.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

class TestSeriesService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    PostStore *m_posts = nullptr;
    SeriesService *m_series = nullptr;

    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }
    [[nodiscard]] QList<QDate> days() const
    {
        QList<QDate> list;
        for (const PostWithVariants &post : m_posts->planned())
            list << *post.post.day;
        return list;
    }
    [[nodiscard]] PostWithVariants on(QDate day) const
    {
        for (const PostWithVariants &post : m_posts->planned()) {
            if (post.post.day == day)
                return post;
        }
        return {};
    }
    [[nodiscard]] QList<PostStatus> statuses() const
    {
        QList<PostStatus> list;
        for (const PostWithVariants &post : m_posts->planned())
            list << post.variants.first().status;
        return list;
    }
    /// Sets the status of the post of \a day, as one command.
    void stepTo(QDate day, PostStatus status, Reach reach)
    {
        const int commands = undo().index();
        const PostWithVariants before = on(day);
        PostWithVariants after = before;
        after.variants.first().status = status;
        m_series->change(before, after, reach);
        QTRY_COMPARE(undo().index(), commands + 1);
    }

private slots:
    /// Mondays at nine in Berlin over the change of daylight saving of 29 March 2026, five of them.
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_posts = &(*m_test)->posts();
        m_series = &(*m_test)->series();
        m_posts->show({QDate(2026, 3, 1), QDate(2026, 6, 1)});
        QTRY_COMPARE(m_posts->state(), StoreState::Ready);
        const ChannelId channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        PostWithVariants post;
        post.post.text = u"Tip of the week"_s;
        post.post.day = QDate(2026, 3, 16);
        post.post.time = QTime(9, 0);
        Variant variant;
        variant.channel = channel;
        post.variants << variant;
        m_posts->create(post);
        QTRY_COMPARE(undo().index(), 2);
        QVERIFY(m_series->start(m_posts->planned().first(), u"FREQ=WEEKLY;COUNT=5"_s));
        QTRY_COMPARE(undo().index(), 3);
    }

    void makesEachOccurrenceAPost()
    {
        QCOMPARE(days(),
            (QList {QDate(2026, 3, 16), QDate(2026, 3, 23), QDate(2026, 3, 30), QDate(2026, 4, 6),
                QDate(2026, 4, 13)}));
        for (const PostWithVariants &post : m_posts->planned()) {
            QCOMPARE(post.post.time, std::optional(QTime(9, 0))); // before and after the change
            QCOMPARE(post.post.text, u"Tip of the week"_s);
            QCOMPARE(post.variants.size(), 1);
            QCOMPARE(post.post.occurrence, post.post.day);
        }
        const QTimeZone berlin("Europe/Berlin");
        const auto at = [&](QDate day) { return *instantOf(plannedTime(on(day).post), berlin); };
        constexpr qint64 week = qint64(7) * 24 * 3600 * 1000;
        QCOMPARE(at(QDate(2026, 3, 23)) - at(QDate(2026, 3, 16)), week);
        QCOMPARE(at(QDate(2026, 3, 30)) - at(QDate(2026, 3, 23)), week - qint64(3600) * 1000);
        undo().undo(); // one command
        QTRY_COMPARE(days(), QList {QDate(2026, 3, 16)});
        QVERIFY(m_posts->planned().first().post.series.isNull());
    }

    void refusesAPostThatCannotRecur()
    {
        QVERIFY(!m_series->start(on(QDate(2026, 3, 23)), u"FREQ=DAILY;COUNT=2"_s));
        QVERIFY(!m_series->start({}, u"FREQ=DAILY;COUNT=2"_s));
        QCOMPARE(undo().index(), 3);
    }

    void changesOneTheFollowingOrAll()
    {
        PostWithVariants one = on(QDate(2026, 3, 23));
        one.post.text = u"Only this"_s;
        m_series->change(on(QDate(2026, 3, 23)), one, Reach::This);
        QTRY_COMPARE(undo().index(), 4);
        PostWithVariants from = on(QDate(2026, 3, 30));
        from.post.time = QTime(11, 0);
        m_series->change(on(QDate(2026, 3, 30)), from, Reach::Following);
        QTRY_COMPARE(undo().index(), 5);
        QCOMPARE(on(QDate(2026, 3, 23)).post.time, std::optional(QTime(9, 0)));
        QCOMPARE(on(QDate(2026, 4, 13)).post.time, std::optional(QTime(11, 0)));
        // They are two series now, each with its own end.
        QCOMPARE((*m_test)->plan().series().size(), 2);
        const Series earlier = (*m_test)->plan().series().first();
        const Series later = (*m_test)->plan().series().last();
        QCOMPARE(SeriesEdits::daysOf(earlier)->size(), 2);
        QCOMPARE(SeriesEdits::daysOf(later)->size(), 3);
        QCOMPARE(later.time, QTime(11, 0));
        PostWithVariants all = on(QDate(2026, 4, 6));
        all.post.title = u"Tip"_s;
        m_series->change(on(QDate(2026, 4, 6)), all, Reach::All);
        QTRY_COMPARE(undo().index(), 6);
        QCOMPARE(on(QDate(2026, 4, 13)).post.title, u"Tip"_s);
        QCOMPARE(on(QDate(2026, 3, 16)).post.title, QString()); // of the other series
        undo().undo();
        undo().undo();
        QTRY_COMPARE((*m_test)->plan().series().size(), 1);
        QTRY_COMPARE(on(QDate(2026, 4, 13)).post.time, std::optional(QTime(9, 0)));
        QCOMPARE(on(QDate(2026, 3, 23)).post.text, u"Only this"_s);
    }

    void deletesOneTheFollowingOrAll()
    {
        m_series->remove(on(QDate(2026, 3, 23)), Reach::This);
        QTRY_COMPARE(undo().index(), 4);
        QCOMPARE(days().size(), 4);
        QCOMPARE(SeriesEdits::skippedDays((*m_test)->plan().series().first()),
            QList {QDate(2026, 3, 23)});
        m_series->remove(on(QDate(2026, 4, 6)), Reach::Following);
        QTRY_COMPARE(undo().index(), 5);
        QCOMPARE(days(), (QList {QDate(2026, 3, 16), QDate(2026, 3, 30)}));
        QCOMPARE(SeriesEdits::daysOf((*m_test)->plan().series().first())->size(), 2);
        m_series->remove(on(QDate(2026, 3, 16)), Reach::All);
        QTRY_COMPARE(undo().index(), 6);
        QVERIFY(days().isEmpty());
        undo().undo();
        QTRY_COMPARE(days().size(), 2);
    }

    void anOccurrenceDeletedByItselfIsSkipped()
    {
        (*m_test)->posts().show({QDate(2026, 3, 1), QDate(2026, 5, 1)});
        QTRY_COMPARE((*m_test)->posts().state(), StoreState::Ready);
        (*m_test)->posts().remove({on(QDate(2026, 3, 23)).post.id, on(QDate(2026, 3, 30)).post.id});
        QTRY_COMPARE(undo().index(), 4);
        QCOMPARE(SeriesEdits::skippedDays((*m_test)->plan().series().first()),
            (QList {QDate(2026, 3, 23), QDate(2026, 3, 30)}));
        undo().undo();
        QTRY_VERIFY(SeriesEdits::skippedDays((*m_test)->plan().series().first()).isEmpty());
        QTRY_COMPARE(days().size(), 5);
    }

    void approvedWordsOfOthersStay()
    {
        const PostWithVariants draft = on(QDate(2026, 3, 23));
        PostWithVariants approved = draft;
        approved.variants.first().status = PostStatus::Approved;
        m_series->change(draft, approved, Reach::This);
        QTRY_COMPARE(undo().index(), 4);
        const QString words = effectiveText(approved.post, approved.variants.first());
        const PostWithVariants first = on(QDate(2026, 3, 16));
        PostWithVariants rewritten = first;
        rewritten.post.text = u"Other words"_s;
        m_series->change(first, rewritten, Reach::All);
        QTRY_COMPARE(undo().index(), 5);
        const PostWithVariants locked = on(QDate(2026, 3, 23));
        QCOMPARE(effectiveText(locked.post, locked.variants.first()), words);
        const PostWithVariants free = on(QDate(2026, 3, 30));
        QCOMPARE(effectiveText(free.post, free.variants.first()), u"Other words"_s);
    }

    void nothingIsScheduledPastItsApproval()
    {
        Channel channel = (*m_test)->plan().channels().first();
        channel.approval = ApprovalRule::SomebodyElse;
        ChannelService::change(**m_test, channel, {});
        QTRY_COMPARE(undo().index(), 4);
        stepTo(QDate(2026, 3, 16), PostStatus::Approved, Reach::This);
        stepTo(QDate(2026, 3, 23), PostStatus::Approved, Reach::This);
        stepTo(QDate(2026, 3, 16), PostStatus::Scheduled, Reach::All);
        QCOMPARE(statuses(),
            (QList {PostStatus::Scheduled, PostStatus::Scheduled, PostStatus::Draft,
                PostStatus::Draft, PostStatus::Draft}));
        // Nor approved by their author.
        stepTo(QDate(2026, 3, 30), PostStatus::Approved, Reach::Following);
        QCOMPARE(statuses(),
            (QList {PostStatus::Scheduled, PostStatus::Scheduled, PostStatus::Approved,
                PostStatus::Draft, PostStatus::Draft}));
    }

    void thatOneWasPostedSaysNothingOfTheOthers()
    {
        stepTo(QDate(2026, 3, 16), PostStatus::Approved, Reach::This);
        stepTo(QDate(2026, 3, 23), PostStatus::Approved, Reach::This);
        const PostWithVariants before = on(QDate(2026, 3, 16));
        PostWithVariants posted = before;
        posted.variants.first().status = PostStatus::Posted;
        posted.variants.first().postedAt = 77;
        posted.variants.first().link = u"https://x.example/1"_s;
        m_series->change(before, posted, Reach::All);
        QTRY_COMPARE(undo().index(), 6);
        QCOMPARE(statuses(),
            (QList {PostStatus::Posted, PostStatus::Approved, PostStatus::Draft, PostStatus::Draft,
                PostStatus::Draft}));
        QCOMPARE(on(QDate(2026, 3, 16)).variants.first().postedAt, 77);
        for (const QDate day : {QDate(2026, 3, 23), QDate(2026, 3, 30)}) {
            QCOMPARE(on(day).variants.first().postedAt, 0);
            QVERIFY(on(day).variants.first().link.isEmpty());
        }
    }

    void whatWasPostedStays()
    {
        const PostWithVariants before = on(QDate(2026, 3, 16));
        PostWithVariants posted = before;
        posted.variants.first().status = PostStatus::Posted;
        m_series->change(before, posted, Reach::This);
        QTRY_COMPARE(undo().index(), 4);
        m_series->remove(on(QDate(2026, 3, 30)), Reach::All);
        QTRY_COMPARE(undo().index(), 5);
        QCOMPARE(days(), QList {QDate(2026, 3, 16)});
    }

    void anOccurrenceThatIsTakenOutGoesItsOwnWay()
    {
        m_series->detach(on(QDate(2026, 3, 30)));
        QTRY_COMPARE(undo().index(), 4);
        QVERIFY(on(QDate(2026, 3, 30)).post.series.isNull());
        m_series->remove(on(QDate(2026, 3, 16)), Reach::All);
        QTRY_COMPARE(undo().index(), 5);
        QCOMPARE(days(), QList {QDate(2026, 3, 30)});
    }
};

PULLPUSH_TEST(TestSeriesService)
#include "tst_seriesservice.moc"
