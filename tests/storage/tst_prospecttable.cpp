// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/campaign.h"
#include "domain/post.h"
#include "storage/batchtable.h"
#include "storage/prospectconditions.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "storage/tables.h"
#include "storage/visible.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QSet>

using namespace Qt::StringLiterals;
using Sort = ProspectQuery::Sort;

namespace {
constexpr qint64 DayLength = 86'400'000;
const QDate Friday(2026, 11, 20);
const qint64 Now = startOfDay(Friday, QTimeZone::utc()) + DayLength / 2;
const UserId Nora(71);
const UserId Omar(72);

Prospect person(qint64 id, const QString &name, qint64 stage = 1)
{
    Prospect prospect;
    prospect.id = ProspectId(id);
    prospect.name = name;
    prospect.stage = StageId(stage);
    prospect.lastActivityAt = Now - id * 1000;
    prospect.firstSeen = {Now - 9 * DayLength, Precision::Day};
    return prospect;
}

Conversation talk(qint64 id, qint64 prospect, UserId owner, Privacy privacy, Turn turn, int daysAgo)
{
    Conversation conversation;
    conversation.id = ConversationId(id);
    conversation.prospect = ProspectId(prospect);
    conversation.owner = owner;
    conversation.privacy = privacy;
    conversation.turn = turn;
    conversation.unanswered = turn == Turn::We ? 2 : 0;
    conversation.lastMessageAt = Now - daysAgo * DayLength;
    return conversation;
}

FollowUp stepOn(qint64 id, qint64 prospect, QDate day)
{
    FollowUp step;
    step.id = FollowUpId(id);
    step.prospect = ProspectId(prospect);
    step.dueOn = day;
    step.what = u"Call"_s;
    return step;
}

Offer offerOf(qint64 id, qint64 prospect, qint64 minor, const QString &currency)
{
    Offer offer;
    offer.id = OfferId(id);
    offer.prospect = ProspectId(prospect);
    offer.valueMinor = minor;
    offer.currency = currency;
    return offer;
}

User member(UserId id, const QString &name)
{
    User user;
    user.id = id;
    user.login = name.toLower();
    user.name = name;
    user.role = Role::SalesRep;
    return user;
}
} // namespace

/// Ada 1, Bo 2, Cy 3, Di 4 and Ed 5; Flo 6 is in Nora's private circle, Gus 7 in Omar's.
class TestProspectTable : public QObject
{
    Q_OBJECT
private:
    static RowEdits people()
    {
        Company oak;
        oak.id = CompanyId(51);
        oak.name = u"Oak & Co"_s;
        Company ash;
        ash.id = CompanyId(52);
        ash.name = u"ash works"_s;
        Prospect ada = person(1, u"Ada"_s, 1);
        ada.owner = Nora;
        ada.source = u"fair"_s;
        ada.company = oak.id;
        Prospect bo = person(2, u"bo"_s, 2);
        bo.owner = Omar;
        bo.source = u"social"_s;
        bo.company = ash.id;
        Prospect cy = person(3, u"Cy"_s, 4);
        cy.source = u"fair"_s;
        cy.doNotContactSince = 5;
        Prospect di = person(4, u"Di"_s, 8);
        di.owner = Nora;
        Prospect ed = person(5, u"Ed"_s, 2);
        Prospect flo = person(6, u"Flo"_s, 1);
        flo.privateTo = Nora;
        Prospect gus = person(7, u"Gus"_s, 1);
        gus.privateTo = Omar;
        return {insertion(member(Nora, u"Nora"_s)), insertion(member(Omar, u"Omar"_s)),
            insertion(oak), insertion(ash), insertion(ada), insertion(bo), insertion(cy),
            insertion(di), insertion(ed), insertion(flo), insertion(gus)};
    }

    static RowEdits around()
    {
        Handle handle;
        handle.id = HandleId(21);
        handle.prospect = ProspectId(2);
        handle.network = u"bluesky"_s;
        handle.value = u"@bo"_s;
        Label label;
        label.id = LabelId(31);
        label.name = u"VIP"_s;
        ProspectLabel labelled;
        labelled.id = ProspectLabelId(32);
        labelled.prospect = ProspectId(3);
        labelled.label = label.id;
        Post post;
        post.id = PostId(41);
        post.zone = u"UTC"_s;
        Touch saw;
        saw.id = TouchId(42);
        saw.prospect = ProspectId(1);
        saw.post = post.id;
        saw.at = {Now - 10 * DayLength, Precision::Exact};
        Touch shared = saw;
        shared.id = TouchId(43);
        shared.prospect = ProspectId(4);
        shared.kind = TouchKind::Shared;
        shared.post = {};
        shared.at = {Now - DayLength, Precision::Exact};
        CustomField size;
        size.id = CustomFieldId(61);
        size.name = u"Size"_s;
        CustomValue large;
        large.id = CustomValueId(62);
        large.prospect = ProspectId(5);
        large.field = size.id;
        large.value = u"large"_s;
        FollowUp snoozed = stepOn(82, 2, Friday.addDays(-9));
        snoozed.snoozedUntil = Friday.addDays(3);
        FollowUp done = stepOn(84, 4, Friday);
        done.doneAt = 5;
        Offer lost = offerOf(94, 4, 900'000, u"EUR"_s);
        lost.state = OfferState::Lost;
        return {insertion(handle), insertion(label), insertion(labelled), insertion(post),
            insertion(saw), insertion(shared), insertion(size), insertion(large),
            insertion(stepOn(81, 1, Friday.addDays(-1))), insertion(snoozed),
            insertion(stepOn(83, 3, Friday)), insertion(stepOn(85, 3, Friday.addDays(30))),
            insertion(done), insertion(offerOf(91, 1, 5'000, u"EUR"_s)),
            insertion(offerOf(92, 3, 40'000, u"EUR"_s)), insertion(offerOf(93, 3, 100, u"USD"_s)),
            insertion(lost)};
    }

    /// Ada: the team's, ours. Bo: Nora's own, ours. Cy: Omar's own, shared with Nora, theirs. Di: Omar's own, ours. Ed: closed.
    static RowEdits talks()
    {
        ConversationShare share;
        share.id = ConversationShareId(109);
        share.conversation = ConversationId(103);
        share.member = Nora;
        Conversation closed = talk(105, 5, Nora, Privacy::Team, Turn::We, 90);
        closed.closedAt = 5;
        return {insertion(talk(101, 1, Omar, Privacy::Team, Turn::We, 2)),
            insertion(talk(102, 2, Nora, Privacy::Private, Turn::We, 30)),
            insertion(talk(103, 3, Omar, Privacy::Shared, Turn::They, 8)), insertion(share),
            insertion(talk(104, 4, Omar, Privacy::Private, Turn::We, 0)), insertion(closed)};
    }

    static Result<> fill(Transaction &transaction)
    {
        return applyEdits(transaction, people() + around() + talks());
    }

    static QString names(TestDatabase &test, const ProspectQuery &query)
    {
        const QueryDay day {Friday, QTimeZone::utc()};
        const auto page =
            test.read([&](Connection &c) { return ProspectTable::firstPage(c, query, 100, day); });
        const auto count =
            test.read([&](Connection &c) { return ProspectTable::count(c, query, day); });
        QList<ProspectId> all;
        const auto streamed = test.read([&](Connection &c) {
            return ProspectTable::ids(c, query, day, [&all](const QList<ProspectId> &chunk) {
                all << chunk;
                return true;
            });
        });
        if (!page || !count || !streamed)
            return u"failed"_s;
        QStringList found;
        QList<ProspectId> ids;
        for (const ProspectRow &row : *page) {
            found << row.name;
            ids << row.id;
        }
        if (*count != found.size() || all != ids)
            return u"page, count and stream differ"_s;
        return found.join(u' ');
    }

    static QString sorted(TestDatabase &test, Sort sort, bool descending)
    {
        ProspectQuery query;
        query.sort = sort;
        query.descending = descending;
        return names(test, query);
    }

private slots:
    void partsOfARecord_data() { TestDatabase::addBackends(); }
    void partsOfARecord()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(&fill));
        test.database->setViewer({Nora, Role::SalesRep});
        QCOMPARE(names(test, {}), u"Ada bo Cy Di Ed"_s);
        QCOMPARE(names(test, {.stages = {StageId(2)}}), u"bo Ed"_s);
        QCOMPARE(names(test, {.stages = {StageId(4), StageId(2)}}), u"bo Cy Ed"_s);
        QCOMPARE(names(test, {.sides = {Side::Push, Side::Exit}}), u"Cy Di"_s);
        QCOMPARE(names(test, {.stages = {StageId(1)}, .sides = {Side::Push}}), QString());
        QCOMPARE(names(test, {.source = u"fair"_s}), u"Ada Cy"_s);
        QCOMPARE(names(test, {.source = QString()}), u"Di Ed"_s);
        QCOMPARE(names(test, {.owner = Omar}), u"bo"_s);
        QCOMPARE(names(test, {.owner = UserId()}), u"Cy Ed"_s);
        QCOMPARE(names(test, {.isMine = true}), u"Ada Di"_s);
        QCOMPARE(names(test, {.network = u"bluesky"_s}), u"bo"_s);
        QCOMPARE(names(test, {.labels = {LabelId(30), LabelId(31)}}), u"Cy"_s);
        QCOMPARE(names(test, {.doNotContact = true}), u"Cy"_s);
        QCOMPARE(names(test, {.doNotContact = false}), u"Ada bo Di Ed"_s);
        QCOMPARE(names(test, {.company = u"ASH Works"_s}), u"bo"_s);
        QCOMPARE(names(test, {.field = CustomFieldId(61), .fieldValue = u"large"_s}), u"Ed"_s);
        QCOMPARE(names(test, {.field = CustomFieldId(61), .fieldValue = u"small"_s}), QString());
        QCOMPARE(names(test, {.only = QList<ProspectId> {ProspectId(5), ProspectId(6)}}), u"Ed"_s);
        QCOMPARE(names(test, {.text = u"a"_s, .isMine = true}), u"Ada"_s);
    }

    void stepsAndTouches_data() { TestDatabase::addBackends(); }
    void stepsAndTouches()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(&fill));
        QCOMPARE(names(test, {.step = StepDue::Overdue}), u"Ada"_s);
        QCOMPARE(names(test, {.step = StepDue::Today}), u"Cy"_s);
        QCOMPARE(names(test, {.step = StepDue::Within, .stepDays = 7}), u"bo Cy"_s);
        QCOMPARE(names(test, {.step = StepDue::Within, .stepDays = 2}), u"Cy"_s);
        QCOMPARE(names(test, {.step = StepDue::None}), u"Di Ed"_s);
        QCOMPARE(names(test, {.touch = TouchKind::Shared}), u"Di"_s);
        QCOMPARE(names(test, {.touchPost = PostId(41)}), u"Ada"_s);
        QCOMPARE(names(test, {.touch = TouchKind::Shared, .touchPost = PostId(41)}), QString());
        QCOMPARE(names(test, {.touchDays = 3}), u"Di"_s);
        QCOMPARE(names(test, {.touchDays = 10}), u"Ada Di"_s);
    }

    void aDeletedCompanyIsNotNamed_data() { TestDatabase::addBackends(); }
    void aDeletedCompanyIsNotNamed()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Company oak;
        oak.id = CompanyId(9);
        oak.name = u"Oak"_s;
        Prospect works = person(1, u"Ada"_s);
        works.company = oak.id;
        const auto companyOfAda = [&test] {
            const auto rows =
                test.read([](Connection &c) { return ProspectTable::rows(c, {ProspectId(1)}); });
            return rows && rows->size() == 1 ? rows->first().company : u"failed"_s;
        };
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t, {insertion(oak), insertion(works)});
        }));
        QCOMPARE(companyOfAda(), u"Oak"_s);
        // Somebody wrote it to her record while it was deleted.
        QVERIFY(test.write([&](Transaction &t) { return applyEdits(t, {removal(oak)}); }));
        QCOMPARE(companyOfAda(), QString());
    }

    void dueStepsNameWhoHasTwoNames_data() { TestDatabase::addBackends(); }
    void dueStepsNameWhoHasTwoNames()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        Prospect twoNames = person(1, QString());
        twoNames.firstName = u"Ada"_s;
        twoNames.lastName = u"Byron"_s;
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t, {insertion(twoNames), insertion(stepOn(81, 1, Friday))});
        }));
        const auto steps =
            test.read([](Connection &c) { return ProspectTable::dueFollowUps(c, Friday, Nora); });
        QVERIFY(steps);
        QCOMPARE(steps->size(), 1);
        QCOMPARE(steps->first().name, u"Ada Byron"_s);
        QCOMPARE(steps->first().step.what, u"Call"_s);
        QCOMPARE(steps->first().step.dueOn, Friday);
    }

    void otherPeoplesTalksTellNothing_data() { TestDatabase::addBackends(); }
    void otherPeoplesTalksTellNothing()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(&fill));
        test.database->setViewer({Nora, Role::SalesRep});
        QCOMPARE(names(test, {.turn = Turn::We}), u"Ada bo"_s);
        QCOMPARE(names(test, {.turn = Turn::They}), u"Cy"_s);
        QCOMPARE(names(test, {.turn = Turn::Nobody}), u"Di Ed"_s);
        QCOMPARE(names(test, {.quietAtLeast = 8}), u"bo Cy Ed"_s);
        QCOMPARE(names(test, {.quietAtLeast = 9}), u"bo Ed"_s);
        QCOMPARE(names(test, {.quietAtMost = 8}), u"Ada Cy"_s);
        QCOMPARE(names(test, {.quietAtLeast = 3, .quietAtMost = 30}), u"bo Cy"_s);
        test.database->setViewer({Omar, Role::SalesRep});
        QCOMPARE(names(test, {.turn = Turn::We}), u"Ada Di"_s);
        QCOMPARE(names(test, {.turn = Turn::Nobody}), u"bo Ed"_s);
        QCOMPARE(names(test, {.quietAtMost = 0}), u"Di"_s);
        test.database->setViewer({UserId(99), Role::Manager}); // neither owns nor shares anything
        QCOMPARE(names(test, {.turn = Turn::We}), u"Ada"_s);
        QCOMPARE(names(test, {.turn = Turn::They}), QString());
        QCOMPARE(names(test, {.quietAtMost = 30}), u"Ada"_s);
        const auto rows =
            test.read([](Connection &c) { return ProspectTable::firstPage(c, {}, 10); });
        QVERIFY(rows);
        QCOMPARE(rows->at(0).turn, Turn::We);
        QCOMPARE(rows->at(0).unanswered, 2);
        QCOMPARE(rows->at(0).lastWordAt, Now - 2 * DayLength);
        for (const int other : {1, 2, 3}) {
            QCOMPARE(rows->at(other).turn, Turn::Nobody);
            QCOMPARE(rows->at(other).unanswered, 0);
            QCOMPARE(rows->at(other).lastWordAt, 0);
        }
        QCOMPARE(rows->at(4).turn, Turn::Nobody); // closed
        QCOMPARE(rows->at(4).unanswered, 0);
    }

    void privateCirclesAreNobodyElses_data() { TestDatabase::addBackends(); }
    void privateCirclesAreNobodyElses()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(&fill));
        for (const UserId viewer : {Nora, Omar, UserId(99)}) {
            test.database->setViewer({viewer, Role::Manager});
            QCOMPARE(names(test, {}), u"Ada bo Cy Di Ed"_s);
            QCOMPARE(names(test, {.text = u"flo"_s}), QString());
            const auto totals =
                test.read([](Connection &c) { return ProspectTable::stageTotals(c, {}); });
            QVERIFY(totals);
            QCOMPARE(totals->first().prospects, 1); // Ada alone is cold
            const QList<ProspectId> both {ProspectId(6), ProspectId(7)};
            const auto rows =
                test.read([&](Connection &c) { return ProspectTable::rows(c, both); });
            QCOMPARE(rows->size(), viewer == UserId(99) ? 0 : 1);
        }
        test.database->setViewer({Nora, Role::SalesRep});
        QCOMPARE(names(test, {.privateCircle = true}), u"Flo"_s);
        test.database->setViewer({Omar, Role::SalesRep});
        QCOMPARE(names(test, {.privateCircle = true}), u"Gus"_s);
        const auto isErased = test.write([](Transaction &t) {
            return t.execute(u"UPDATE prospect SET erased_at = 1 WHERE name = 'Gus'"_s);
        });
        QVERIFY(isErased);
        QCOMPARE(names(test, {.privateCircle = true}), QString());
        const auto own = test.read(
            [](Connection &c) { return ProspectTable::stageTotals(c, {.privateCircle = true}); });
        QVERIFY(own && own->isEmpty());
    }

    void everyOrderHasEverybodyOnce_data() { TestDatabase::addBackends(); }
    void everyOrderHasEverybodyOnce()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(&fill));
        QCOMPARE(sorted(test, Sort::Name, false), u"Ada bo Cy Di Ed"_s);
        QCOMPARE(sorted(test, Sort::Name, true), u"Ed Di Cy bo Ada"_s);
        QCOMPARE(sorted(test, Sort::LastActivity, false), u"Ed Di Cy bo Ada"_s);
        QCOMPARE(sorted(test, Sort::Newest, true), u"Ed Di Cy bo Ada"_s);
        QCOMPARE(sorted(test, Sort::Stage, false), u"Ada bo Ed Cy Di"_s);
        QCOMPARE(sorted(test, Sort::Stage, true), u"Di Cy bo Ed Ada"_s);
        QCOMPARE(sorted(test, Sort::Company, false), u"bo Ada Cy Di Ed"_s);
        QCOMPARE(sorted(test, Sort::Company, true), u"Ada bo Ed Di Cy"_s);
        QCOMPARE(sorted(test, Sort::Source, false), u"Ed Di Cy Ada bo"_s);
        QCOMPARE(sorted(test, Sort::Owner, false), u"Ada Di bo Cy Ed"_s);
        QCOMPARE(sorted(test, Sort::Owner, true), u"bo Ada Di Cy Ed"_s);
        QCOMPARE(sorted(test, Sort::NextStep, false), u"Ada Cy bo Di Ed"_s);
        QCOMPARE(sorted(test, Sort::NextStep, true), u"bo Cy Ada Di Ed"_s);
        QCOMPARE(sorted(test, Sort::OfferValue, true), u"Cy Ada bo Di Ed"_s);
        QCOMPARE(sorted(test, Sort::OfferValue, false), u"Ada Cy bo Di Ed"_s);
        ProspectQuery warmByOwner {.sort = Sort::Owner, .descending = false};
        warmByOwner.stages = {StageId(2)};
        QCOMPARE(names(test, warmByOwner), u"bo Ed"_s);
    }

    void rowsAndTotalsSayWhatIsOpen_data() { TestDatabase::addBackends(); }
    void rowsAndTotalsSayWhatIsOpen()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(&fill));
        const auto rows =
            test.read([](Connection &c) { return ProspectTable::firstPage(c, {}, 10); });
        QVERIFY(rows);
        QCOMPARE(rows->at(0).nextStep, Friday.addDays(-1));
        QCOMPARE(rows->at(1).nextStep, Friday.addDays(3)); // snoozed
        QCOMPARE(rows->at(2).nextStep, Friday);
        QVERIFY(!rows->at(3).nextStep.isValid()); // done
        QCOMPARE(rows->at(1).networks, QStringList {u"bluesky"_s});
        QCOMPARE(rows->at(2).labels, QList<LabelId> {LabelId(31)});
        QVERIFY(rows->at(2).doNotContact);
        QCOMPARE(rows->at(2).openOffers, (QList<ValueSum> {{u"EUR"_s, 40'000}, {u"USD"_s, 100}}));
        QVERIFY(rows->at(3).openOffers.isEmpty()); // lost
        QCOMPARE(rows->at(0).firstSeen, (Moment {Now - 9 * DayLength, Precision::Day}));

        const auto totals =
            test.read([](Connection &c) { return ProspectTable::stageTotals(c, {}); });
        QVERIFY(totals);
        QCOMPARE(*totals,
            (QList<StageTotal> {{StageId(1), 1, {{u"EUR"_s, 5'000}}}, {StageId(2), 2, {}},
                {StageId(4), 1, {{u"EUR"_s, 40'000}, {u"USD"_s, 100}}}, {StageId(8), 1, {}}}));
        const auto warm = test.read(
            [](Connection &c) { return ProspectTable::stageTotals(c, {.sides = {Side::Pull}}); });
        QCOMPARE(warm->size(), 2);
    }

    void whatIsCommonIsProbedAlongTheIndex_data() { TestDatabase::addBackends(); }
    void whatIsCommonIsProbedAlongTheIndex()
    {
        constexpr int Many = 5200; // more than are named by their ids
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([](Transaction &t) {
            for (int i = 1; i <= Many; ++i) {
                auto added = t.execute(
                    u"INSERT INTO prospect (id, name, name_folded, first_name, last_name, title, "
                    u"source, "
                    "stage_id, first_seen, first_seen_precision, last_activity_at, value_minor, "
                    "currency, "
                    "notes, created_at) VALUES (?, 'n', 'n', '', '', '', '', 1, 0, 'unknown', ?, 0, '', '', 0)"_s,
                    {i, i});
                if (added)
                    added = t.execute(
                        u"INSERT INTO handle (id, prospect_id, network, value, value_folded) "
                        "VALUES (?, ?, ?, 'v', ?)"_s,
                        {i, i, i % 40 == 0 ? u"email"_s : u"bluesky"_s, u'v' + QString::number(i)});
                if (!added)
                    return Result<>(tl::unexpected(added.error()));
            }
            return Result<>();
        }));
        const auto count = [&test](const QString &network) {
            return test.read(
                [&](Connection &c) { return ProspectTable::count(c, {.network = network}); });
        };
        QCOMPARE(*count(u"email"_s), Many / 40);
        QCOMPARE(*count(u"bluesky"_s), Many - Many / 40);
        const auto text = test.read([](Connection &c) {
            return ProspectConditions::peopleOf(c, {.network = u"email"_s}, {})
                .map([](const ProspectConditions::People &people) { return people.text(); });
        });
        QVERIFY(text->contains(u"p.id IN ("_s));
    }

    void firstPageOfAStageComesFromTheIndexAlone()
    {
        TestDatabase test;
        const QString reason = test.open(false);
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        const auto planOf = [&test](const ProspectQuery &query) {
            const auto plan = test.read([&](Connection &c) -> Result<QString> {
                auto runs = ProspectConditions::runsOf(c, query, {});
                if (!runs)
                    return tl::unexpected(runs.error());
                QStringList lines;
                for (const ProspectConditions::Run &run : std::as_const(*runs)) {
                    const auto [sql, bindings] = ProspectConditions::firstOf(run, 100);
                    auto rows = c.select(u"EXPLAIN QUERY PLAN "_s + sql, bindings);
                    if (!rows)
                        return tl::unexpected(rows.error());
                    while (rows->next())
                        lines << rows->text(3);
                }
                return lines.join(u'\n');
            });
            return plan.value_or(u"failed"_s);
        };
        const auto uses = [&planOf](const ProspectQuery &query, const QString &index) {
            const QString plan = planOf(query);
            return plan.contains(index) && !plan.contains(u"TEMP B-TREE"_s);
        };
        QVERIFY(uses({.stages = {StageId(2)}}, u"listed_by_stage (stage_id=?)"_s));
        QVERIFY(uses({}, u"listed_by_activity"_s));
        QVERIFY(uses({.sort = Sort::Name}, u"listed_by_name"_s));
        QVERIFY(uses({.sort = Sort::Stage}, u"listed_by_stage (stage_id=?)"_s));
        QVERIFY(uses({.sort = Sort::Owner}, u"listed_by_owner (owner_id=?)"_s));
        QVERIFY(uses({.sort = Sort::Source}, u"listed_by_source"_s));
        QVERIFY(uses({.sort = Sort::Company}, u"company_by_name"_s));
        QVERIFY(uses({.sort = Sort::NextStep}, u"follow_up_next"_s));
        QVERIFY(uses({.source = u"fair"_s}, u"listed_by_source (source=?)"_s));
        QVERIFY(uses({.isMine = true}, u"listed_by_owner (owner_id=?)"_s));
        // Two stages: each along its index, and only these few are sorted.
        const QString both = planOf({.stages = {StageId(1), StageId(2)}});
        QCOMPARE(both.count(u"listed_by_stage (stage_id=?)"_s), 2);
    }
};

PULLPUSH_TEST(TestProspectTable)
#include "tst_prospecttable.moc"
