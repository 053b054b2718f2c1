// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/postmedia.h"
#include "domain/rescheduling.h"
#include "session/channelservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "storage/plantable.h"
#include "test_support/awayview.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {
PostWithVariants draft(const QString &text, std::optional<QDate> day)
{
    PostWithVariants post;
    post.post.text = text;
    post.post.day = day;
    return post;
}
} // namespace

class TestPostStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;
    PostStore *m_posts = nullptr;
    const DateSpan m_january {QDate(2026, 1, 1), QDate(2026, 2, 1)};

    [[nodiscard]] QUndoStack &undo() const { return *(*m_test)->undoStack(); }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        m_posts = &(*m_test)->posts();
        m_posts->show(m_january);
        QTRY_COMPARE(m_posts->state(), StoreState::Ready);
    }

    void showsAnEditBeforeItIsWrittenAndUndoesIt()
    {
        const PostId id = m_posts->create(draft(u"Hello"_s, QDate(2026, 1, 5)));
        QCOMPARE(m_posts->planned().size(), 1); // at once
        QCOMPARE(undo().count(), 0); // not acknowledged yet
        QTRY_COMPARE(undo().count(), 1);
        undo().undo();
        QTRY_COMPARE(m_posts->planned().size(), 0);
        undo().redo();
        QTRY_COMPARE(m_posts->planned().size(), 1);
        QCOMPARE(m_posts->planned().first().post.id, id);
    }

    void movesBetweenDaysAndTheIdeas()
    {
        const PostId a = m_posts->create(draft(u"A"_s, QDate(2026, 1, 5)));
        const PostId b = m_posts->create(draft(u"B"_s, QDate(2026, 1, 6)));
        QTRY_COMPARE(undo().count(), 2);
        m_posts->moveTo({a, b}, QDate(2026, 1, 20));
        QCOMPARE(m_posts->find(a)->post.day, QDate(2026, 1, 20));
        QTRY_COMPARE(undo().count(), 3); // both in one command
        m_posts->moveTo({a}, std::nullopt);
        QCOMPARE(m_posts->ideas().size(), 1);
        QTRY_COMPARE(undo().count(), 4);
        undo().undo();
        undo().undo();
        QTRY_COMPARE(m_posts->planned().size(), 2);
        QCOMPARE(m_posts->find(a)->post.day, QDate(2026, 1, 5));
        QCOMPARE(m_posts->find(b)->post.day, QDate(2026, 1, 6));
    }

    void changesSeveralInOneCommand()
    {
        const PostId a = m_posts->create(draft(u"A"_s, QDate(2026, 1, 5)));
        const PostId b = m_posts->create(draft(u"B"_s, QDate(2026, 1, 6)));
        QTRY_COMPARE(undo().count(), 2);
        QList<PostChange> changes;
        for (const PostId id : {a, b}) {
            PostChange change {*m_posts->find(id), *m_posts->find(id)};
            change.after.post.time = QTime(9, 30);
            changes.append(change);
        }
        m_posts->changeAll(changes, u"At half past nine"_s);
        QCOMPARE(m_posts->find(a)->post.time, std::optional(QTime(9, 30)));
        QCOMPARE(m_posts->find(b)->post.time, std::optional(QTime(9, 30)));
        QTRY_COMPARE(undo().count(), 3);
        QCOMPARE(undo().undoText(), u"At half past nine"_s);
        undo().undo();
        QTRY_VERIFY(!m_posts->find(a)->post.time);
        QVERIFY(!m_posts->find(b)->post.time);
    }

    void whatWasPostedKeepsItsDay()
    {
        const ChannelId channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        PostWithVariants posted = draft(u"Out"_s, QDate(2026, 1, 5));
        Variant variant;
        variant.channel = channel;
        variant.status = PostStatus::Posted;
        posted.variants << variant;
        const PostId out = m_posts->create(posted);
        const PostId draftId = m_posts->create(draft(u"Draft"_s, QDate(2026, 1, 6)));
        QTRY_COMPARE(undo().count(), 3);
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        m_posts->moveTo({out, draftId}, QDate(2026, 1, 20));
        QCOMPARE(m_posts->find(out)->post.day, QDate(2026, 1, 5));
        QCOMPARE(m_posts->find(draftId)->post.day, QDate(2026, 1, 20));
        QCOMPARE(notices.count(), 1);
        QTRY_COMPARE(undo().count(), 4);
        QList<PostChange> changes;
        for (const PostId id : {out, draftId}) {
            changes.append({*m_posts->find(id), *m_posts->find(id)});
            changes.last().after.post.time = QTime(9, 0);
        }
        m_posts->reschedule(changes, u"At nine"_s);
        QVERIFY(!m_posts->find(out)->post.time);
        QCOMPARE(m_posts->find(draftId)->post.time, std::optional(QTime(9, 0)));
        QCOMPARE(notices.count(), 2);
        QTRY_COMPARE(undo().count(), 5);
        const PostId copy = m_posts->duplicate(out, QDate(2026, 1, 20));
        QCOMPARE(m_posts->find(copy)->post.day, QDate(2026, 1, 20));
        QTRY_COMPARE(undo().count(), 6);
    }

    void showsAPostWhereOneOfItsVariantsIsPlanned()
    {
        const ChannelId channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        PostWithVariants post = draft(u"Twice"_s, QDate(2026, 3, 2));
        Variant early;
        early.channel = channel;
        early.day = QDate(2026, 1, 30);
        post.variants << early;
        const PostId id = m_posts->create(post);
        QTRY_COMPARE(undo().count(), 2);
        m_posts->show({QDate(2026, 2, 1), QDate(2026, 3, 1)});
        QTRY_COMPARE(m_posts->state(), StoreState::Ready);
        QVERIFY(!m_posts->find(id));
        m_posts->show(m_january);
        QTRY_COMPARE(m_posts->state(), StoreState::Ready);
        QVERIFY(m_posts->find(id));
        const PostWithVariants before = *m_posts->find(id);
        m_posts->reschedule({{before, shifted(before, 3)}}, u"Move"_s);
        QVERIFY(!m_posts->find(id)); // the second of February, and the fifth of March
    }

    void keepsLabelsAndMediaWithThePost()
    {
        const LabelId label = (*m_test)->plan().addLabel({LabelId(), u"evergreen"_s});
        PostWithVariants post = draft(u"With"_s, QDate(2026, 1, 5));
        PostLabel tag;
        tag.label = label;
        post.labels << tag;
        const PostId id = m_posts->create(post);
        QTRY_COMPARE(undo().count(), 2);
        QCOMPARE(m_posts->find(id)->labels.size(), 1);
        const QList<PostId> copies = m_posts->duplicate({id}, 7, 30);
        QTRY_COMPARE(undo().count(), 3);
        const PostWithVariants *copy = m_posts->find(copies.first());
        QCOMPARE(copy->post.day, QDate(2026, 1, 12));
        QCOMPARE(copy->labels.size(), 1);
        QCOMPARE(copy->labels.first().label, label);
        QVERIFY(copy->labels.first().id != m_posts->find(id)->labels.first().id);
        PostWithVariants without = *m_posts->find(id);
        without.labels.clear();
        m_posts->change(PostWithVariants(*m_posts->find(id)), without);
        QVERIFY(m_posts->find(id)->labels.isEmpty());
        QTRY_COMPARE(undo().count(), 4);
        undo().undo();
        QTRY_COMPARE(m_posts->find(id)->labels.size(), 1);
        m_posts->remove({id});
        QTRY_COMPARE(undo().index(), 4);
        QVERIFY(!m_posts->find(id));
        undo().undo();
        QTRY_VERIFY(m_posts->find(id));
        QCOMPARE(m_posts->find(id)->labels.size(), 1);
    }

    void shiftsAWeekAndACampaignAsAWhole()
    {
        const CampaignId campaign = (*m_test)->plan().addCampaign(
            {CampaignId(), u"Spring"_s, QString(), 0, QDate(2026, 1, 1), QDate(2026, 3, 31)});
        PostWithVariants inView = draft(u"In view"_s, QDate(2026, 1, 5));
        PostWithVariants far = draft(u"Far"_s, QDate(2026, 3, 5));
        inView.post.campaign = far.post.campaign = campaign;
        const PostId id = m_posts->create(inView);
        const PostId farId = m_posts->create(far);
        const PostId other = m_posts->create(draft(u"Other"_s, QDate(2026, 1, 6)));
        QTRY_COMPARE(undo().count(), 4);
        m_posts->shiftAll({.days = {QDate(2026, 1, 5), QDate(2026, 1, 12)}}, 7);
        QTRY_COMPARE(undo().count(), 5);
        QCOMPARE(m_posts->find(id)->post.day, QDate(2026, 1, 12));
        QCOMPARE(m_posts->find(other)->post.day, QDate(2026, 1, 13));
        m_posts->duplicateAll({.campaign = campaign}, 10);
        QTRY_COMPARE(undo().count(), 6);
        QCOMPARE((*m_test)->plan().campaigns().size(), 2);
        const Campaign copy = (*m_test)->plan().campaigns().last();
        QCOMPARE(copy.startsOn, QDate(2026, 1, 11));
        QCOMPARE(m_posts->planned().size(), 3);
        QCOMPARE(m_posts->planned().last().post.campaign, copy.id);
        m_posts->shiftAll({.campaign = campaign}, -40);
        QTRY_COMPARE(undo().count(), 7);
        QCOMPARE((*m_test)->plan().campaign(campaign)->endsOn, QDate(2026, 2, 19));
        QVERIFY(!m_posts->find(id)); // in December now
        QTRY_VERIFY(m_posts->find(farId)); // comes into view
        QCOMPARE(m_posts->find(farId)->post.day, QDate(2026, 1, 24));
        undo().undo();
        QTRY_VERIFY(m_posts->find(id));
        QCOMPARE(m_posts->find(id)->post.day, QDate(2026, 1, 12));
    }

    void findsPostsOfAnyDay()
    {
        const PostId far = m_posts->create(draft(u"Toasted rye"_s, QDate(2026, 9, 5)));
        m_posts->create(draft(u"Oats"_s, QDate(2026, 1, 6)));
        QTRY_COMPARE(undo().count(), 2);
        QList<Post> found;
        m_posts->search(u"TOAST"_s, 10, this, [&found](const Result<QList<Post>> &posts) {
            if (posts)
                found = *posts;
        });
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().id, far);
        QCOMPARE(found.first().day, QDate(2026, 9, 5));
    }

    void deletesWithVariantsAndBringsThemBack()
    {
        const ChannelId channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        PostWithVariants post = draft(u"Text"_s, QDate(2026, 1, 5));
        Variant variant;
        variant.channel = channel;
        variant.detached = true;
        variant.text = u"own"_s;
        post.variants << variant;
        const PostId id = m_posts->create(post);
        QTRY_COMPARE(undo().count(), 2);
        m_posts->remove({id});
        QCOMPARE(m_posts->planned().size(), 0);
        QTRY_COMPARE(undo().count(), 3);
        undo().undo();
        QTRY_COMPARE(m_posts->planned().size(), 1);
        QCOMPARE(m_posts->planned().first().variants.size(), 1);
        QCOMPARE(m_posts->planned().first().variants.first().text, u"own"_s);
    }

    void duplicatesAsADraft()
    {
        PostWithVariants post = draft(u"Text"_s, QDate(2026, 1, 5));
        const ChannelId channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        Variant variant;
        variant.channel = channel;
        variant.status = PostStatus::Posted;
        variant.link = u"https://example.org"_s;
        post.variants << variant;
        const PostId id = m_posts->create(post);
        const PostId copy = m_posts->duplicate(id, QDate(2026, 1, 9));
        QVERIFY(copy != id);
        const PostWithVariants *found = m_posts->find(copy);
        QVERIFY(found);
        QCOMPARE(found->variants.first().status, PostStatus::Draft);
        QVERIFY(found->variants.first().link.isEmpty());
    }

    void duplicatesAPostWithACropThatItsPictureLeft()
    {
        Media picture;
        picture.id = MediaId::create((*m_test)->ids());
        picture.name = u"cup.jpg"_s;
        picture.place = u"https://media.example/cup.jpg"_s;
        (*m_test)->commit({insertion(picture)}, u"Add a picture"_s);
        PostWithVariants post = draft(u"Text"_s, QDate(2026, 1, 5));
        Variant variant;
        variant.id = VariantId::create((*m_test)->ids());
        variant.channel =
            ChannelService::add(**m_test, {ChannelId(), u"x"_s, u"Main"_s, QString()});
        post.variants << variant;
        post = MediaEdits::with(post, {picture.id}, {});
        post.media.first().id = PostMediaId::create((*m_test)->ids());
        post = MediaEdits::cropped(post, post.media.first().id, variant.id, {0, 0, 5, 5});
        const PostId id = m_posts->create(post);
        QTRY_COMPARE(undo().count(), 3);
        const PostId whole = m_posts->duplicate(id);
        QTRY_COMPARE(undo().count(), 4);
        QCOMPARE(m_posts->find(whole)->crops.size(), 1);
        QCOMPARE(m_posts->find(whole)->crops.first().media, m_posts->find(whole)->media.first().id);
        const PostWithVariants before = *m_posts->find(id);
        PostWithVariants bare = before;
        bare.media.clear(); // as older versions left it
        m_posts->change(before, bare);
        QTRY_COMPARE(undo().count(), 5);
        QCOMPARE(m_posts->find(id)->crops.size(), 1);
        const PostId copy = m_posts->duplicate(id);
        QTRY_COMPARE(undo().count(), 6);
        QVERIFY(m_posts->find(copy));
        QVERIFY(m_posts->find(copy)->crops.isEmpty());
    }

    void mergesTypingIntoOneCommand()
    {
        const PostId id = m_posts->create(draft(u"a"_s, QDate(2026, 1, 5)));
        QTRY_COMPARE(undo().count(), 1);
        for (const QString &text : {u"ab"_s, u"abc"_s, u"abcd"_s}) {
            PostWithVariants after = *m_posts->find(id);
            after.post.text = text;
            m_posts->change(*m_posts->find(id), after, true);
        }
        QTRY_VERIFY(!(*m_test)->isWriting());
        QCOMPARE(undo().count(), 2);
        undo().undo();
        QTRY_COMPARE(m_posts->find(id)->post.text, u"a"_s);
    }

    void takesAFailedEditBackAndSaysSo()
    {
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        PostWithVariants post = draft(u"Text"_s, QDate(2026, 1, 5));
        Variant orphan;
        orphan.channel = ChannelId(424242); // no such channel
        post.variants << orphan;
        m_posts->create(post);
        QCOMPARE(m_posts->planned().size(), 1);
        QTRY_COMPARE(notices.size(), 1);
        QCOMPARE(m_posts->planned().size(), 0);
        QCOMPARE(undo().count(), 0);
    }

    void followsAnotherWindow()
    {
        const auto other = m_test->another();
        QVERIFY(other);
        const PostId id = m_posts->create(draft(u"Here"_s, QDate(2026, 1, 5)));
        QTRY_COMPARE(undo().count(), 1);
        other->posts().show(m_january);
        QTRY_COMPARE(other->posts().planned().size(), 1);
        PostWithVariants after = *other->posts().find(id);
        after.post.text = u"There"_s;
        other->posts().change(*other->posts().find(id), after);
        QTRY_COMPARE_WITH_TIMEOUT(m_posts->find(id)->post.text, u"There"_s, 8000);
    }

    void saysThatItCannotReadAndReadsAgain()
    {
        const DateSpan february {QDate(2026, 2, 1), QDate(2026, 3, 1)};
        const PostId id = m_posts->create(draft(u"Hello"_s, QDate(2026, 1, 5)));
        QTRY_COMPARE(undo().count(), 1);
        AwayView away(*(*m_test)->database(), u"live_post"_s);
        QVERIFY(away.isAway());
        m_posts->show(february);
        QTRY_COMPARE(m_posts->state(), StoreState::Failed);
        QVERIFY(!m_posts->error().message.isEmpty());
        m_posts->show(february); // still away
        QCOMPARE(m_posts->state(), StoreState::Loading);
        QTRY_COMPARE(m_posts->state(), StoreState::Failed);
        QVERIFY(away.comeBack());
        m_posts->show(february);
        QTRY_COMPARE(m_posts->state(), StoreState::Ready);
        QVERIFY(m_posts->error().message.isEmpty());
        QCOMPARE(m_posts->planned().size(), 0);
        m_posts->show(m_january);
        QTRY_COMPARE(m_posts->planned().size(), 1);
        QCOMPARE(m_posts->planned().first().post.id, id);
    }
};

PULLPUSH_TEST(TestPostStore)
#include "tst_poststore.moc"
