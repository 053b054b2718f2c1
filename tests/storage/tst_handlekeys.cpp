// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"
#include "storage/batchtable.h"
#include "storage/duplicatetable.h"
#include "storage/handleclaims.h"
#include "storage/handlekeys.h"
#include "storage/migrations.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
Prospect person(qint64 id, const QString &name, UserId privateTo = {})
{
    Prospect prospect;
    prospect.id = ProspectId(id);
    prospect.name = name;
    prospect.stage = StageId(1);
    prospect.privateTo = privateTo;
    return prospect;
}

Handle address(qint64 id, ProspectId prospect, const QString &value, BatchId batch = {})
{
    Handle handle;
    handle.id = HandleId(id);
    handle.prospect = prospect;
    handle.network = u"email"_s;
    handle.value = value;
    handle.batch = batch;
    return handle;
}

RowEdits member(qint64 id)
{
    User user;
    user.id = UserId(id);
    user.login = QString::number(id);
    return {insertion(user)};
}
} // namespace

class TestHandleKeys : public QObject
{
    Q_OBJECT
private slots:
    void nobodyElseGetsIt_data() { TestDatabase::addBackends(); }
    void nobodyElseGetsIt()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Prospect anna = person(1, u"Anna Berg"_s);
        const Prospect bo = person(2, u"Bo Lind"_s);
        const Handle mine = address(11, anna.id, u"anna@example.com"_s);
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t, {insertion(anna), insertion(bo), insertion(mine)});
        }));
        const auto clash = test.write([&](Transaction &t) {
            return applyEdit(t, insertion(address(12, bo.id, u"ANNA@Example.com"_s)));
        });
        QVERIFY(!clash);
        QCOMPARE(clash.error().code, Error::Code::Conflict);
        QCOMPARE(clash.error().message, u"“ANNA@Example.com” already belongs to Anna Berg."_s);
        Handle other = address(13, bo.id, u"bo@example.com"_s);
        Handle changed = other;
        changed.value = u"anna@example.com"_s;
        QVERIFY(test.write([&](Transaction &t) { return applyEdit(t, insertion(other)); }));
        QVERIFY(!test.write([&](Transaction &t) { return applyEdit(t, update(other, changed)); }));
        // What is deleted is free, and taken again it cannot be brought back.
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t, {removal(mine), update(other, changed)});
        }));
        QVERIFY(!test.write([&](Transaction &t) { return applyEdit(t, insertion(mine)); }));
    }

    void privateCirclesAreNotNamed_data() { TestDatabase::addBackends(); }
    void privateCirclesAreNotNamed()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Prospect anna = person(1, u"Anna Berg"_s, UserId(8));
        const Prospect bo = person(2, u"Bo Lind"_s);
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                member(8) + member(9)
                    + RowEdits {insertion(anna), insertion(bo),
                        insertion(address(11, anna.id, u"anna@example.com"_s))});
        }));
        test.database->setViewer({UserId(9), Role::SalesRep});
        const auto clash = test.write([&](Transaction &t) {
            return applyEdit(t, insertion(address(12, bo.id, u"anna@example.com"_s)));
        });
        QVERIFY(!clash);
        QCOMPARE(clash.error().message, u"Someone here already talks to this person."_s);
        const auto known = test.read([](Connection &c) {
            return DuplicateTable::withHandle(c, u"email"_s, u"anna@example.com"_s);
        });
        QVERIFY(known);
        QVERIFY(known->isHidden);
        QVERIFY(known->shown.isEmpty());
    }

    void undoneImportsGiveThemFree_data() { TestDatabase::addBackends(); }
    void undoneImportsGiveThemFree()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        ImportBatch batch;
        batch.id = BatchId(5);
        batch.format = u"csv"_s;
        batch.state = BatchState::Pending;
        Prospect anna = person(1, u"Anna Berg"_s);
        anna.batch = batch.id;
        const Prospect bo = person(2, u"Bo Lind"_s);
        const Handle handle = address(12, bo.id, u"anna@example.com"_s);
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::insert(t, batch).and_then([&] {
                return applyEdits(t,
                    {insertion(anna), insertion(bo),
                        insertion(address(11, anna.id, u"anna@example.com"_s, batch.id))});
            });
        }));
        const auto clash =
            test.write([&](Transaction &t) { return applyEdit(t, insertion(handle)); });
        QVERIFY(!clash);
        QCOMPARE(clash.error().message, u"Someone here already talks to this person."_s);
        QVERIFY(test.write([&](Transaction &t) {
            return BatchTable::setState(t, batch.id, BatchState::Undone, {});
        }));
        QVERIFY(test.write([&](Transaction &t) { return applyEdit(t, insertion(handle)); }));
    }

    void equalOnesAreKeptAsContested_data() { TestDatabase::addBackends(); }
    void equalOnesAreKeptAsContested()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        const Prospect anna = person(1, u"Anna Berg"_s);
        const Prospect twin = person(2, u"Anna B."_s);
        QVERIFY(test.write([&](Transaction &t) -> Result<> {
            if (auto done = t.execute(u"DROP INDEX handle_unique"_s); !done)
                return tl::unexpected(done.error());
            if (auto done = applyEdits(t, {insertion(anna), insertion(twin)}); !done)
                return done;
            // As the rules were before: in lower case, and nothing more.
            for (const auto &[id, prospect, value] : {std::tuple(11, 1, u"anna@bücher.example"_s),
                     std::tuple(12, 2, u"Anna Berg <anna@bücher.example>"_s)}) {
                if (auto done = t.execute(
                        u"INSERT INTO handle (id, prospect_id, network, value, value_folded) "
                        "VALUES (?, ?, 'email', ?, ?)"_s,
                        {id, prospect, value, value});
                    !done)
                    return tl::unexpected(done.error());
            }
            return HandleKeys::renew(t).and_then([&] { return createIndices(t); });
        }));
        const auto handles =
            test.read([](Connection &c) { return ProspectTable::handles(c, ProspectId(2)); });
        QVERIFY(handles && handles->size() == 1);
        QVERIFY(handles->first().contested);
        QCOMPARE(handles->first().value, u"Anna Berg <anna@bücher.example>"_s);
        const auto owner = test.read([](Connection &c) {
            return HandleClaims::of(c, u"email"_s, u"anna@xn--bcher-kva.example"_s);
        });
        QVERIFY(owner);
        QCOMPARE(owner->known, anna.id);
        QVERIFY(!owner->isHidden);
        const auto suggested =
            test.read([](Connection &c) { return DuplicateTable::suggestions(c, false, 10); });
        QVERIFY(suggested);
        QCOMPARE(suggested->size(), 1);
        QCOMPARE(suggested->first().pair.reason, DuplicateReason::SameEmail);
        QCOMPARE(suggested->first().pair.one, anna.id);
    }

    void suggestsTheStrictOnesAlone_data() { TestDatabase::addBackends(); }
    void suggestsTheStrictOnesAlone()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Company acme;
        acme.id = CompanyId(7);
        acme.name = u"Acme"_s;
        Prospect one = person(1, u"Anna Berg"_s);
        one.company = acme.id;
        Prospect two = person(2, u"anna berg"_s);
        two.company = acme.id;
        const Prospect three = person(3, u"Anna Berg"_s);
        Prospect hidden = person(4, u"Anna Berg"_s, UserId(8));
        hidden.company = acme.id;
        NotDuplicate apart;
        apart.id = NotDuplicateId(30);
        apart.one = one.id;
        apart.other = two.id;
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t,
                member(8)
                    + RowEdits {insertion(acme), insertion(one), insertion(two), insertion(three),
                        insertion(hidden)});
        }));
        const auto suggestions = [&test](bool alsoWeak) {
            const auto found = test.read(
                [&](Connection &c) { return DuplicateTable::suggestions(c, alsoWeak, 10); });
            return found ? int(found->size()) : -1;
        };
        QCOMPARE(suggestions(false), 1);
        QCOMPARE(suggestions(true), 3);
        QVERIFY(test.write([&](Transaction &t) { return applyEdit(t, insertion(apart)); }));
        QCOMPARE(suggestions(false), 0);
        QCOMPARE(suggestions(true), 2);
    }
};

PULLPUSH_TEST(TestHandleKeys)
#include "tst_handlekeys.moc"
