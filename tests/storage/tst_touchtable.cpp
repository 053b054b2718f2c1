// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel.h"
#include "domain/post.h"
#include "domain/touch.h"
#include "storage/handovertable.h"
#include "storage/rowspec.h"
#include "storage/salestable.h"
#include "storage/touchtable.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
const UserId self(1);
const UserId colleague(2);

User memberOf(UserId id, const QString &login)
{
    User user;
    user.id = id;
    user.login = login;
    user.name = login;
    return user;
}

Prospect prospectOf(qint64 id, const QString &name, qint64 stage = 1)
{
    Prospect prospect;
    prospect.id = ProspectId(id);
    prospect.name = name;
    prospect.stage = StageId(stage);
    return prospect;
}

Touch touchOf(qint64 id, qint64 prospect, qint64 referrer = 0)
{
    Touch touch;
    touch.id = TouchId(id);
    touch.prospect = ProspectId(prospect);
    touch.kind = TouchKind::Referred;
    touch.referrer = ProspectId(referrer);
    return touch;
}

Post postOf(qint64 id, const QString &title, std::optional<QDate> day)
{
    Post post;
    post.id = PostId(id);
    post.title = title;
    post.day = day;
    return post;
}

QList<qint64> idsOf(const QList<ProspectRow> &rows)
{
    QList<qint64> ids;
    for (const ProspectRow &row : rows)
        ids << row.id.value();
    return ids;
}
} // namespace

/// What touches and handovers lead to, on both databases.
class TouchTableTest : public QObject
{
    Q_OBJECT
private slots:
    void namesAPostWithItsChannels_data() { TestDatabase::addBackends(); }
    void namesAPostWithItsChannels()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Channel channel;
        channel.id = ChannelId(7);
        channel.network = u"x"_s;
        channel.name = u"Brew"_s;
        Variant variant;
        variant.id = VariantId(8);
        variant.post = PostId(1);
        variant.channel = channel.id;
        Post gone = postOf(2, u"Gone"_s, {});
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(channel), insertion(postOf(1, u"Slow mornings"_s, QDate(2026, 5, 2))),
                    insertion(gone), insertion(variant), removal(gone)});
        }));
        const auto named = [&](qint64 id) {
            return test.read(
                [id](Connection &connection) { return TouchTable::post(connection, PostId(id)); });
        };
        const auto post = named(1);
        QVERIFY(post && *post);
        QCOMPARE((*post)->title, u"Slow mornings"_s);
        QCOMPARE((*post)->day, QDate(2026, 5, 2));
        QCOMPARE((*post)->channels, QList<ChannelId> {ChannelId(7)});
        QVERIFY(named(2) && !*named(2));
        const auto found = test.read([](Connection &connection) {
            return TouchTable::posts(connection, {}, QDate(2026, 5, 5), 10);
        });
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first(), **post);
    }

    void findsPosts_data() { TestDatabase::addBackends(); }
    void findsPosts()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const QDate today(2026, 5, 5);
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(postOf(1, u"Slow mornings"_s, today.addDays(-3))),
                    insertion(postOf(2, u"Slow evenings"_s, today)),
                    insertion(postOf(3, u"Ahead"_s, today.addDays(1))),
                    insertion(postOf(4, u"An idea, slow"_s, {})),
                    insertion(postOf(5, u"Older"_s, today.addDays(-9)))});
        }));
        const auto found = [&](const QString &words, int limit = 10) {
            const auto hits = test.read([&](Connection &connection) {
                return TouchTable::posts(connection, words, today, limit);
            });
            QList<qint64> ids;
            for (const TouchTargets::PostHit &hit : hits.value_or(QList<TouchTargets::PostHit>()))
                ids << hit.id.value();
            return ids;
        };
        QCOMPARE(found({}), (QList<qint64> {2, 1, 5, 3, 4}));
        QCOMPARE(found({}, 2), (QList<qint64> {2, 1}));
        QCOMPARE(found(u"SLOW"_s), (QList<qint64> {2, 1, 4}));
        QCOMPARE(found(u"morn slow"_s), QList<qint64> {1});
        QCOMPARE(found(u"fast"_s), QList<qint64>());
    }

    void leadsToThoseWhoMayBeNamed_data() { TestDatabase::addBackends(); }
    void leadsToThoseWhoMayBeNamed()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Prospect hidden = prospectOf(14, u"Hidden"_s);
        hidden.privateTo = colleague;
        Prospect own = prospectOf(15, u"Own"_s);
        own.privateTo = self;
        Prospect merged = prospectOf(16, u"Merged"_s);
        merged.mergedInto = ProspectId(12);
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(memberOf(self, u"me"_s)), insertion(memberOf(colleague, u"ann"_s)),
                    insertion(prospectOf(11, u"Ada"_s)), insertion(prospectOf(12, u"Ben"_s)),
                    insertion(prospectOf(13, u"Gone"_s)), insertion(hidden), insertion(own),
                    insertion(merged), insertion(touchOf(21, 12, 11)),
                    insertion(touchOf(22, 13, 11)), insertion(touchOf(23, 14, 11)),
                    insertion(touchOf(24, 15, 11)), insertion(touchOf(25, 16, 11)),
                    insertion(touchOf(26, 12, 11)), insertion(touchOf(27, 12, 14)),
                    removal(prospectOf(13, u"Gone"_s))});
        }));
        test.database->setViewer({self, Role::SalesRep});
        const auto links = [&](qint64 id) {
            return test
                .read([id](Connection &connection) {
                    return TouchTable::links(connection, ProspectId(id));
                })
                .value_or(TouchLinks());
        };
        QCOMPARE(idsOf(links(11).brought), (QList<qint64> {12, 15})); // Ben once
        QCOMPARE(links(12).referrers.value(ProspectId(11)), u"Ada"_s);
        QVERIFY(!links(12).referrers.contains(ProspectId(14)));
        QVERIFY(links(12).brought.isEmpty());
    }

    void queuesHandovers_data() { TestDatabase::addBackends(); }
    void queuesHandovers()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const auto handoverOf = [](qint64 id, HandoverState state, qint64 decidedAt) {
            Handover handover;
            handover.id = HandoverId(id);
            handover.prospect = ProspectId(11);
            handover.state = state;
            handover.decidedAt = decidedAt;
            return handover;
        };
        Prospect hidden = prospectOf(14, u"Hidden"_s);
        hidden.privateTo = colleague;
        Handover ofHidden = handoverOf(34, HandoverState::Offered, 0);
        ofHidden.prospect = hidden.id;
        HandoverTouch handed;
        handed.id = HandoverTouchId(41);
        handed.handover = HandoverId(31);
        handed.touch = TouchId(21);
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                {insertion(memberOf(self, u"me"_s)), insertion(memberOf(colleague, u"ann"_s)),
                    insertion(prospectOf(11, u"Ada"_s)), insertion(hidden),
                    insertion(touchOf(21, 11)),
                    insertion(handoverOf(31, HandoverState::Offered, 0)),
                    insertion(handoverOf(32, HandoverState::Returned, 999)),
                    insertion(handoverOf(33, HandoverState::Accepted, 1000)), insertion(ofHidden),
                    insertion(handed)});
        }));
        test.database->setViewer({self, Role::Manager});
        const auto queue = test.read(
            [](Connection &connection) { return HandoverTable::queue(connection, 1000); });
        QVERIFY(queue);
        QCOMPARE(queue->size(), 2);
        QCOMPARE(queue->first().handover.id, HandoverId(31));
        QCOMPARE(queue->first().touches, 1);
        QCOMPARE(queue->first().prospect.name, u"Ada"_s);
        QCOMPARE(queue->last().handover.state, HandoverState::Accepted);
        QCOMPARE(queue->last().touches, 0);
    }
};

PULLPUSH_TEST(TouchTableTest)
#include "tst_touchtable.moc"
