// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"
#include "storage/batchtable.h"
#include "storage/handleclaims.h"
#include "storage/rowspec.h"
#include "storage/suppression.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHandleClaims : public QObject
{
    Q_OBJECT

    static RowEdit person(qint64 id, UserId privateTo = {}, BatchId batch = {})
    {
        Prospect prospect;
        prospect.id = ProspectId(id);
        prospect.name = u"Person %1"_s.arg(id);
        prospect.stage = StageId(1);
        prospect.privateTo = privateTo;
        prospect.batch = batch;
        return insertion(prospect);
    }
    static RowEdit address(qint64 id, qint64 prospect, const QString &value, bool contested = false,
        BatchId batch = {})
    {
        Handle handle;
        handle.id = HandleId(id);
        handle.prospect = ProspectId(prospect);
        handle.network = u"email"_s;
        handle.value = value;
        handle.contested = contested;
        handle.batch = batch;
        return insertion(handle);
    }
    static RowEdits members()
    {
        RowEdits edits;
        for (const qint64 id : {8, 9}) {
            User user;
            user.id = UserId(id);
            user.login = QString::number(id);
            edits << insertion(user);
        }
        return edits;
    }

private slots:
    void manyAreAnsweredAsOne_data() { TestDatabase::addBackends(); }
    void manyAreAnsweredAsOne()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        ImportBatch batch;
        batch.id = BatchId(5);
        batch.format = u"csv"_s;
        batch.state = BatchState::Pending;
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::insert(t, batch).and_then([&] {
                return applyEdits(t,
                    members()
                        + RowEdits {person(1), person(2, UserId(8)), person(3),
                            person(4, {}, batch.id), person(5),
                            address(11, 1, u"open@example.org"_s),
                            address(12, 2, u"circle@example.org"_s),
                            address(13, 3, u"open@example.org"_s, true),
                            address(14, 3, u"circle@example.org"_s, true),
                            address(15, 5, u"circle@example.org"_s, true),
                            address(16, 2, u"open@example.org"_s, true),
                            address(17, 4, u"pending@example.org"_s, false, batch.id),
                            address(18, 2, u"only@example.org"_s)});
            });
        }));
        const QStringList keys {u"open@example.org"_s, u"circle@example.org"_s,
            u"pending@example.org"_s, u"only@example.org"_s, u"nobody@example.org"_s, u"open"_s,
            u""_s};
        QSet<NetworkHandle> asked {{u"x"_s, u"open@example.org"_s}};
        for (const QString &key : keys)
            asked.insert({u"email"_s, key});
        for (qint64 i = 0; i < 2100; ++i)
            asked.insert({u"email"_s, u"filler%1@example.org"_s.arg(i)});
        for (const qint64 viewer : {8, 9}) {
            test.database->setViewer({UserId(viewer), Role::SalesRep});
            const auto claims =
                test.read([&](Connection &c) { return HandleClaims::of(c, asked); });
            QVERIFY(claims);
            for (const NetworkHandle &handle : std::as_const(asked)) {
                if (handle.second.startsWith("filler"_L1)) {
                    QVERIFY(!claims->contains(handle));
                    continue;
                }
                const auto single = test.read([&handle](Connection &c) {
                    return HandleClaims::of(c, handle.first, handle.second);
                });
                QVERIFY(single);
                QCOMPARE(claims->value(handle), *single);
            }
            const HandleClaims circle = claims->value({u"email"_s, u"circle@example.org"_s});
            QCOMPARE(circle.isHidden, viewer == 9);
            QCOMPARE(circle.known, viewer == 9 ? ProspectId(3) : ProspectId(2));
            QCOMPARE(circle.contenders, (QList<ProspectId> {ProspectId(3), ProspectId(5)}));
            // A handle in the import is taken, and tells of nobody yet.
            QCOMPARE(claims->value({u"email"_s, u"pending@example.org"_s}),
                (HandleClaims {ProspectId(4), {}, false, {}}));
            const HandleClaims open = claims->value({u"email"_s, u"open@example.org"_s});
            QCOMPARE(open.holder, ProspectId(1));
            QCOMPARE(open.known, ProspectId(1));
            QVERIFY(!open.isHidden);
            QCOMPARE(open.contenders,
                viewer == 9 ? (QList<ProspectId> {ProspectId(3)})
                            : (QList<ProspectId> {ProspectId(3), ProspectId(2)}));
            QCOMPARE(claims->value({u"email"_s, u"only@example.org"_s}),
                (HandleClaims {
                    ProspectId(2), viewer == 9 ? ProspectId() : ProspectId(2), viewer == 9, {}}));
            QVERIFY(!claims->contains({u"email"_s, u"nobody@example.org"_s}));
            // In whatever way it is written.
            const auto written = test.read([](Connection &c) {
                return HandleClaims::of(c, u"email"_s, u"Open@Example.org"_s);
            });
            QVERIFY(written);
            QCOMPARE(*written, open);
        }
    }

    void theListIsAskedForMany_data() { TestDatabase::addBackends(); }
    void theListIsAskedForMany()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QSet<NetworkHandle> asked;
        for (qint64 i = 0; i < 1500; ++i)
            asked.insert({u"email"_s, u"p%1@example.org"_s.arg(i)});
        const auto find = [&] {
            return test.read([&](Connection &c) { return SuppressionList::find(c, asked); });
        };
        auto listed = find();
        QVERIFY(listed);
        QVERIFY(listed->isEmpty());
        QVERIFY(test.write([](Transaction &t) -> Result<> {
            for (const auto &[value, kind] :
                {std::pair(u"P7@example.org"_s, SuppressionKind::Erased),
                    std::pair(u"p7@example.org"_s, SuppressionKind::DoNotContact),
                    std::pair(u"p1400@example.org"_s, SuppressionKind::DoNotContact),
                    std::pair(u"other@example.org"_s, SuppressionKind::Erased)}) {
                if (auto done = SuppressionList::add(t, u"email"_s, value, kind); !done)
                    return done;
            }
            return {};
        }));
        listed = find();
        QVERIFY(listed);
        QCOMPARE(*listed,
            (QHash<NetworkHandle, SuppressionKind> {
                {{u"email"_s, u"p7@example.org"_s}, SuppressionKind::Erased},
                {{u"email"_s, u"p1400@example.org"_s}, SuppressionKind::DoNotContact}}));
    }
};

PULLPUSH_TEST(TestHandleClaims)
#include "tst_handleclaims.moc"
