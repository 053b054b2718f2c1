// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/warmth.h"
#include "session/poststore.h"
#include "session/profilestore.h"
#include "session/touchlinkstore.h"
#include "session/touchservice.h"
#include "storage/rowspec.h"
#include "test_support/openprospect.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestTouchService : public QObject, private OpenProspect
{
    Q_OBJECT

    TouchService service() { return TouchService(**m_test); }
    ProspectId create(const QString &name, const char *key = "cold")
    {
        Prospect prospect;
        prospect.name = name;
        prospect.stage = stage(key);
        return (*m_test)->prospects().create(prospect);
    }
    void add(TouchKind kind, qint64 daysAgo = 0, ProspectId referrer = {})
    {
        Touch touch;
        touch.kind = kind;
        touch.referrer = referrer;
        touch.at = {m_test->clock.now() - daysAgo * DayMs, Precision::Exact};
        service().add(*m_dossier, touch);
        QVERIFY(settle());
    }
    std::optional<TouchTargets> targets(const QString &words, qint64 at, int limit = 10)
    {
        std::optional<TouchTargets> found;
        service().targets(words, at, limit, this, [&found](const Result<TouchTargets> &result) {
            found = result.value_or(TouchTargets());
        });
        return QTest::qWaitFor([&found] { return found.has_value(); }) ? found : std::nullopt;
    }

private slots:
    void init() { QVERIFY(openProspect()); }
    void cleanup() { closeProspect(); }

    void recordsWhoWhenAndWhat()
    {
        m_test->clock.advance(60'000);
        Touch touch;
        touch.kind = TouchKind::Commented;
        touch.quote = u"How I want my café to feel"_s;
        touch.quotable = true;
        service().add(*m_dossier, touch);
        QVERIFY(settle());
        QTRY_COMPARE(m_dossier->touches().size(), 1);
        const Touch kept = m_dossier->touches().first();
        QCOMPARE(kept.prospect, m_id);
        QCOMPARE(kept.by, (*m_test)->viewer().user);
        QCOMPARE(kept.at, (Moment {m_test->clock.now(), Precision::Exact}));
        QVERIFY(kept.quotable);
        QCOMPARE(m_dossier->prospect()->lastActivityAt, m_test->clock.now());

        Touch changed = kept;
        changed.kind = TouchKind::Shared;
        service().change(*m_dossier, kept, changed);
        QVERIFY(settle());
        QCOMPARE(m_dossier->touches().first().kind, TouchKind::Shared);
        QSignalSpy notices(m_test->get(), &Workspace::notice);
        service().remove(*m_dossier, m_dossier->touches().first());
        QVERIFY(settle());
        QVERIFY(m_dossier->touches().isEmpty());
        QTRY_COMPARE(notices.size(), 1);
        QVERIFY(notices.first().first().value<Notice>().undoable);
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(m_dossier->touches().size(), 1);
        QCOMPARE(m_dossier->touches().first().kind, TouchKind::Shared);
    }

    void touchesOnlyProposeTheMove()
    {
        add(TouchKind::Commented, 2);
        QCOMPARE(m_dossier->proposals().size(), 0); // warming alone
        add(TouchKind::Shared, 1);
        QCOMPARE(m_dossier->proposals().size(), 0); // 24 of 25 points
        add(TouchKind::Saw, 3);
        QTRY_COMPARE(m_dossier->proposals().size(), 1);
        const MoveProposal proposal = m_dossier->proposals().first();
        QCOMPARE(proposal.to, stage("warm"));
        QCOMPARE(proposal.at.ms, m_test->clock.now() - 3 * DayMs); // dated at the evidence
        QVERIFY(!proposal.why.isEmpty());
        QCOMPARE(m_dossier->prospect()->stage, stage("cold"));

        add(TouchKind::Reviewed); // one is open: no second
        QCOMPARE(m_dossier->proposals().size(), 1);
        (*m_test)->undoStack()->undo();
        QVERIFY(settle());
        (*m_test)->undoStack()->undo(); // the touch and its proposal go together
        QVERIFY(settle());
        QTRY_COMPARE(m_dossier->proposals().size(), 0);
        QCOMPARE(m_dossier->touches().size(), 2);
    }

    void whatWasDeclinedIsNotAskedAgain()
    {
        add(TouchKind::Referred);
        QTRY_COMPARE(m_dossier->proposals().size(), 1);
        (*m_test)->prospects().decline(m_dossier->proposals().first());
        QVERIFY(settle());
        QTRY_COMPARE(m_dossier->proposals().size(), 0);
        add(TouchKind::Shared);
        QCOMPARE(m_dossier->proposals().size(), 0);
    }

    void whoIsPastItIsNotAsked()
    {
        for (const char *key : {"warm", "conversation", "customer", "lost"}) {
            const ProspectId id = create(QString::fromLatin1(key), key);
            QVERIFY(settle());
            QVERIFY(show(id));
            add(TouchKind::Reviewed);
            QCOMPARE(m_dossier->touches().size(), 1);
            QCOMPARE(m_dossier->proposals().size(), 0);
        }
    }

    void ofTodayTheProposalIsNow()
    {
        m_test->clock.advance(5 * 3'600'000);
        Touch touch;
        touch.kind = TouchKind::Referred;
        touch.at = {startOfDay((*m_test)->today(), (*m_test)->zone()), Precision::Day};
        service().add(*m_dossier, touch);
        QVERIFY(settle());
        QTRY_COMPARE(m_dossier->proposals().size(), 1);
        QCOMPARE(m_dossier->proposals().first().at.ms, m_test->clock.now());
    }

    void theCircleCloses()
    {
        const ProspectId advocate = create(u"Ada Advocate"_s, "advocate");
        const ProspectId ben = create(u"Ben Buyer"_s, "customer");
        const ProspectId cy = create(u"Cy Cold"_s);
        QVERIFY(settle());
        for (const ProspectId id : {ben, cy}) {
            QVERIFY(show(id));
            add(TouchKind::Referred, 0, advocate);
        }
        TouchLinkStore links(**m_test, nullptr);
        links.open(advocate);
        QTRY_COMPARE(links.state(), StoreState::Ready);
        QCOMPARE(links.links().brought.size(), 2);
        QCOMPARE(links.links().brought.first().name, u"Ben Buyer"_s);
        QCOMPARE(links.customers(), 1);
        QVERIFY(links.links().referrers.isEmpty());
        links.open(cy);
        QTRY_COMPARE(links.links().referrers.value(advocate), u"Ada Advocate"_s);
        QVERIFY(links.links().brought.isEmpty());

        service().remove(*m_dossier, m_dossier->touches().first());
        QVERIFY(settle());
        QTRY_VERIFY_WITH_TIMEOUT(links.links().referrers.isEmpty(), 8000);
    }

    void findsWhatItWasAbout()
    {
        const QDate today = (*m_test)->today();
        const auto post = [this](const QString &title, std::optional<QDate> day) {
            PostWithVariants made;
            made.post.title = title;
            made.post.day = day;
            return (*m_test)->posts().create(made);
        };
        const PostId older = post(u"Slow mornings"_s, today.addDays(-9));
        const PostId newer = post(u"Slow evenings"_s, today.addDays(-2));
        const PostId idea = post(u"A slow idea"_s, {});
        const PostId ahead = post(u"Slow Mondays"_s, today.addDays(5));
        QVERIFY(settle());
        const qint64 now = m_test->clock.now();
        const auto all = targets({}, now);
        QVERIFY(all);
        QList<PostId> ids;
        for (const TouchTargets::PostHit &hit : all->posts)
            ids << hit.id;
        QCOMPARE(ids.mid(0, 2), (QList<PostId> {newer, older})); // what is out, newest first
        QCOMPARE(ids.size(), 4);
        QVERIFY(ids.contains(idea) && ids.contains(ahead));
        const auto found = targets(u"MORNINGS slow"_s, now);
        QVERIFY(found);
        QCOMPARE(found->posts.size(), 1);
        QCOMPARE(found->posts.first().title, u"Slow mornings"_s);
        QCOMPARE(targets({}, now, 2)->posts.size(), 2);
    }

    void findsWhatWasLiveThen()
    {
        Channel channel;
        channel.id = ChannelId(7);
        channel.network = u"instagram"_s;
        channel.name = u"Hearthline"_s;
        const qint64 now = m_test->clock.now();
        ProfileCopy old;
        old.id = ProfileCopyId(1);
        old.channel = channel.id;
        old.status = CopyStatus::Retired;
        old.liveSince = now - 20 * DayMs;
        old.liveUntil = now - 10 * DayMs;
        ProfileCopy live = old;
        live.id = ProfileCopyId(2);
        live.version = 2;
        live.status = CopyStatus::Live;
        live.liveSince = old.liveUntil;
        live.liveUntil = 0;
        ProfileCopy draft = old;
        draft.id = ProfileCopyId(3);
        draft.version = 3;
        draft.status = CopyStatus::Draft;
        draft.liveSince = draft.liveUntil = 0;
        (*m_test)->apply({insertion(channel), insertion(old), insertion(live), insertion(draft)});
        QVERIFY(settle());
        const auto versionAt = [this](qint64 at) {
            const auto found = targets({}, at);
            return found && found->copies.size() == 1 ? found->copies.first().version : 0;
        };
        QCOMPARE(versionAt(now), 2);
        QCOMPARE(versionAt(now - 10 * DayMs), 2);
        QCOMPARE(versionAt(now - 15 * DayMs), 1);
        QCOMPARE(versionAt(now - 30 * DayMs), 0);
    }
};

PULLPUSH_TEST(TestTouchService)
#include "tst_touchservice.moc"
