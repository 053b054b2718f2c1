// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/circle.h"
#include "storage/companytable.h"
#include "storage/daystable.h"
#include "storage/duplicatetable.h"
#include "storage/handleclaims.h"
#include "storage/handovertable.h"
#include "storage/historytable.h"
#include "storage/mergetable.h"
#include "storage/prospecttable.h"
#include "storage/searchtable.h"
#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

namespace {
/// What a reader found, as numbers that can be compared.
template<typename T>
int sizeOf(const Result<QList<T>> &found)
{
    return found ? int(found->size()) : -1;
}

struct Reader
{
    User user;
    bool seesPrivate;
    bool seesShared;
    bool isOfCircle;
};

QList<Reader> readers()
{
    return {{ann, true, true, true}, {bob, false, true, false}, {cat, false, false, false},
        {meg, false, false, false}};
}
} // namespace

/// Who reads, who wrote, and every reader: nothing of what is private to another comes out.
class TestVisible : public QObject
{
    Q_OBJECT

    static void eachReader(
        const std::function<void(TestDatabase &, const Reader &)> &check, TestDatabase &test)
    {
        QVERIFY(test.write(fill));
        for (const Reader &reader : readers()) {
            test.database->setViewer(viewerOf(reader.user));
            check(test, reader);
            if (QTest::currentTestFailed()) {
                qWarning() << "as" << reader.user.login;
                return;
            }
        }
    }

private slots:
    void conversations_data() { TestDatabase::addBackends(); }
    void conversations()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const int open = 1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return Visible::conversationsOf(c, Open); })),
                    open);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return Visible::conversationsOf(c, Secret); })),
                    reader.isOfCircle ? 1 : 0);
                QCOMPARE(sizeOf(base.read(&Visible::unassigned)), reader.seesPrivate ? 1 : 0);
            },
            test);
    }

    void partsOfAConversation_data() { TestDatabase::addBackends(); }
    void partsOfAConversation()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto parts = [&base](ConversationId id, bool isSeen) {
                    const int one = isSeen ? 1 : 0;
                    const auto itself =
                        base.read([id](Connection &c) { return Visible::conversation(c, id); });
                    QVERIFY(itself);
                    QCOMPARE(itself->has_value(), isSeen);
                    QCOMPARE(sizeOf(base.read(
                                 [id](Connection &c) { return Visible::messages(c, id, {}, 50); })),
                        one);
                    QCOMPARE(sizeOf(base.read(
                                 [id](Connection &c) { return Visible::participants(c, id); })),
                        2 * one);
                    QCOMPARE(
                        sizeOf(base.read([id](Connection &c) { return Visible::hops(c, id); })),
                        one);
                    QCOMPARE(sizeOf(base.read(
                                 [id](Connection &c) { return Visible::attachments(c, id); })),
                        one);
                };
                parts(PrivateChat, reader.seesPrivate);
                parts(SharedChat, reader.seesShared);
                parts(TeamChat, true);
                parts(SecretTeamChat, reader.isOfCircle);
                parts(GroupChat, reader.seesPrivate);
                QCOMPARE(
                    sizeOf(base.read([](Connection &c) { return Visible::shares(c, SharedChat); })),
                    reader.seesShared ? 1 : 0);
            },
            test);
    }

    void countsAndTimes_data() { TestDatabase::addBackends(); }
    void countsAndTimes()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto rows =
                    base.read([](Connection &c) { return ProspectTable::firstPage(c, {}, 10); });
                QVERIFY(rows);
                QCOMPARE(rows->size(), 1);
                const auto open = std::ranges::find(*rows, Open, &ProspectRow::id);
                QVERIFY(open != rows->end());
                QCOMPARE(open->unanswered,
                    1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0));
                // The team's word is the newest that they share; what is private tells no time.
                QCOMPARE(open->lastActivityAt, At + TeamChat.value() * 1000);
            },
            test);
    }

    void peopleOfACircle_data() { TestDatabase::addBackends(); }
    void peopleOfACircle()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const int one = reader.isOfCircle ? 1 : 0;
                const auto person =
                    base.read([](Connection &c) { return ProspectTable::find(c, Secret); });
                QVERIFY(person);
                QCOMPARE(person->has_value(), reader.isOfCircle);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return ProspectTable::some(c, {Secret}); })),
                    one);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return ProspectTable::rows(c, {Secret}); })),
                    one);
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return ProspectTable::named(c, canary() + u" 102"_s);
                })),
                    one);
                // A list offers nobody of a circle, and one's own on demand alone.
                QCOMPARE(*base.read([](Connection &c) { return ProspectTable::count(c, {}); }), 1);
                ProspectQuery circle;
                circle.privateCircle = true;
                QCOMPARE(*base.read(
                             [&circle](Connection &c) { return ProspectTable::count(c, circle); }),
                    one);
                // The people behind a bar of a chart.
                ProspectQuery behind;
                behind.only = QList<ProspectId> {Open, Secret};
                QList<ProspectId> listed;
                QVERIFY(base.read([&](Connection &c) {
                    return ProspectTable::ids(
                        c, behind, {}, [&listed](const QList<ProspectId> &ids) {
                            listed << ids;
                            return true;
                        });
                }));
                QVERIFY(!listed.contains(Secret));
                QVERIFY(listed.contains(Open));
                // They count, whoever asks.
                int counted = 0;
                QVERIFY(base.read([&counted](Connection &c) {
                    return ProspectTable::scanProspects(
                        c, {}, [&counted](const ProspectTable::ColumnRow &) {
                            ++counted;
                            return true;
                        });
                }));
                QCOMPARE(counted, 2);
            },
            test);
    }

    void whatHangsOnAPerson_data() { TestDatabase::addBackends(); }
    void whatHangsOnAPerson()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto count = [&base](auto read) {
                    return sizeOf(base.read([read](Connection &c) { return read(c, Secret); }));
                };
                const int one = reader.isOfCircle ? 1 : 0;
                QCOMPARE(count(&ProspectTable::handles), one);
                QCOMPARE(count(&ProspectTable::moves), one);
                QCOMPARE(count(&ProspectTable::touches), one);
                QCOMPARE(count(&ProspectTable::followUps), one);
                QCOMPARE(count(&ProspectTable::openProposals), one);
                QCOMPARE(count(&SalesTable::facts), one);
                QCOMPARE(count(&SalesTable::consents), one);
                QCOMPARE(count(&SalesTable::offers), one);
                QCOMPARE(count(&SalesTable::handovers), one);
                QCOMPARE(count(&SalesTable::overrides), one);
                // A proposal is as private as the conversation it comes from.
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return ProspectTable::openProposals(c, Open); })),
                    1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0));
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return ProspectTable::dueFollowUps(c, QDate(2026, 1, 1), UserId(99));
                })),
                    1 + one);
            },
            test);
    }

    void aDuplicateTellsNothingButThatItIsThere_data() { TestDatabase::addBackends(); }
    void aDuplicateTellsNothingButThatItIsThere()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto found = base.read(
                    [](Connection &c) { return HandleClaims::of(c, u"x"_s, canary() + u"102"_s); });
                QVERIFY(found);
                QCOMPARE(found->known, reader.isOfCircle ? Secret : ProspectId());
                QCOMPARE(found->isHidden, !reader.isOfCircle);
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return ProspectTable::allWithHandle(c, u"x"_s, canary() + u"102"_s);
                })),
                    reader.isOfCircle ? 1 : 0);
            },
            test);
    }

    void writesOnlyWhatIsSeen_data() { TestDatabase::addBackends(); }
    void writesOnlyWhatIsSeen()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto write = [&base](const RowEdit &edit) {
                    const auto done =
                        base.write([edit](Transaction &t) { return applyEdit(t, edit); });
                    return done
                        ? u"done"_s
                        : (done.error().code == Error::Code::Rejected ? u"rejected"_s
                                                                      : done.error().message);
                };
                const auto outcome = [](bool may) { return may ? u"done"_s : u"rejected"_s; };
                const auto snooze = [](ConversationId id) {
                    Conversation before;
                    before.id = id;
                    Conversation after = before;
                    after.closedAt = 5;
                    RowEdit edit = update(before, after);
                    edit.before.clear(); // whatever it was
                    return edit;
                };
                QCOMPARE(write(snooze(PrivateChat)), outcome(reader.seesPrivate));
                QCOMPARE(write(snooze(SharedChat)), outcome(reader.seesShared));
                QCOMPARE(write(snooze(TeamChat)), outcome(true));
                Message message;
                message.id = MessageId(900000 + reader.user.id.value());
                message.conversation = PrivateChat;
                QCOMPARE(write(insertion(message)), outcome(reader.seesPrivate));
                // Who sees it may write, and only the owner shares.
                RowEdit share = snooze(SharedChat);
                share.after = {
                    {u"privacy"_s, u"shared"_s}, {u"owner_id"_s, reader.user.id.value()}};
                QCOMPARE(write(share), outcome(reader.user == ann));
                ConversationShare more;
                more.id = ConversationShareId(700 + reader.user.id.value());
                more.conversation = TeamChat;
                more.member = meg.id;
                QCOMPARE(write(insertion(more)), outcome(reader.user == ann));
                Fact fact;
                fact.id = FactId(800 + reader.user.id.value());
                fact.prospect = Secret;
                QCOMPARE(write(insertion(fact)), outcome(reader.isOfCircle));
            },
            test);
    }

    void theDay_data() { TestDatabase::addBackends(); }
    void theDay()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const int one = reader.isOfCircle ? 1 : 0;
                const WorkQuery query = WorkRules::workQuery(
                    viewerOf(reader.user), QDate(2026, 1, 1), QTimeZone::utc(), defaultPipeline());
                for (const WorkSection section : {WorkSection::FollowUps, WorkSection::YourTurn,
                         WorkSection::Handovers, WorkSection::GoingCold}) {
                    const auto people = base.read(
                        [&](Connection &c) { return DaysTable::prospects(c, query, section); });
                    QVERIFY(people);
                    QVERIFY(reader.isOfCircle || !people->contains(Secret));
                }
                const auto steps =
                    base.read([&](Connection &c) { return DaysTable::followUps(c, query, 50); });
                QVERIFY(steps);
                QCOMPARE(steps->rows.size(), 1 + one);
                QCOMPARE(steps->total, 1 + one);
                const auto turn = base.read(
                    [&](Connection &c) { return DaysTable::yourTurn(c, query, 50, true); });
                QVERIFY(turn);
                QCOMPARE(turn->rows.isEmpty(), reader.user != ann); // all of it is hers
                const auto handovers =
                    base.read([&](Connection &c) { return DaysTable::handovers(c, query, 50); });
                QVERIFY(handovers);
                QCOMPARE(handovers->rows.size(), query.isMarketing() ? 0 : 1 + one);
                QCOMPARE(
                    sizeOf(base.read([](Connection &c) { return HandoverTable::queue(c, 0); })),
                    1 + one);
            },
            test);
    }

    void touchesOfAHandover_data() { TestDatabase::addBackends(); }
    void touchesOfAHandover()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        // A touch of somebody of the circle on the handover of somebody whom everybody knows.
        HandoverTouch astray;
        astray.id = HandoverTouchId(1);
        astray.handover = HandoverId(101008);
        astray.touch = TouchId(102003);
        QVERIFY(test.write([&](Transaction &t) { return applyEdit(t, insertion(astray)); }));
        test.database->setViewer(viewerOf(bob));
        const WorkQuery query = WorkRules::workQuery(
            viewerOf(bob), QDate(2026, 1, 1), QTimeZone::utc(), defaultPipeline());
        const auto handovers =
            test.read([&](Connection &c) { return DaysTable::handovers(c, query, 50); });
        QVERIFY(handovers && handovers->rows.size() == 1);
        QVERIFY(handovers->rows.first().touches.isEmpty());
        const auto queue = test.read([](Connection &c) { return HandoverTable::queue(c, 0); });
        QVERIFY(queue && queue->size() == 1);
        QCOMPARE(queue->first().touches, 0);
    }

    void boardAndFilters_data() { TestDatabase::addBackends(); }
    void boardAndFilters()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        SavedFilter own;
        own.id = SavedFilterId(1);
        own.name = canary();
        own.owner = ann.id;
        SavedBoard board;
        board.id = SavedBoardId(1);
        board.name = canary();
        board.owner = ann.id;
        ChartNote note;
        note.id = ChartNoteId(1);
        note.day = QDate(2026, 3, 2);
        note.text = u"A fair"_s;
        note.by = ann.id;
        ChartGoal goal {.id = ChartGoalId(1), .report = u"flow"_s, .unit = GoalUnit::Count};
        goal.value = 120;
        eachReader(
            [&](TestDatabase &base, const Reader &reader) {
                if (reader.user == ann) {
                    QVERIFY(base.write([&](Transaction &t) {
                        return applyEdit(t, insertion(own))
                            .and_then([&] { return applyEdit(t, insertion(board)); })
                            .and_then([&] { return applyEdit(t, insertion(note)); })
                            .and_then([&] { return applyEdit(t, insertion(goal)); });
                    }));
                }
                const auto totals =
                    base.read([](Connection &c) { return ProspectTable::stageTotals(c, {}); });
                QVERIFY(totals);
                QCOMPARE(totals->size(), 1);
                QCOMPARE(totals->first().prospects, 1);
                QCOMPARE(totals->first().openOffers.value(0).minor, 4200);
                const auto sets = base.read(&SalesTable::sets);
                QVERIFY(sets);
                QCOMPARE(sets->savedFilters.size(), reader.user == ann ? 1 : 0);
                QCOMPARE(sets->savedBoards.size(), reader.user == ann ? 1 : 0);
                QCOMPARE(sets->chartNotes, QList<ChartNote> {note}); // the whole team's
                QCOMPARE(sets->chartGoals, QList<ChartGoal> {goal});
                for (const auto &query : {ProspectQuery {.text = canary()},
                         ProspectQuery {.source = u"fair"_s}, ProspectQuery {.network = u"x"_s}})
                    QCOMPARE(
                        *base.read([&](Connection &c) { return ProspectTable::count(c, query); }),
                        1);
                ProspectQuery circle {.text = canary()};
                circle.privateCircle = true;
                QCOMPARE(*base.read([&](Connection &c) { return ProspectTable::count(c, circle); }),
                    reader.isOfCircle ? 1 : 0);
            },
            test);
    }

    void searching_data() { TestDatabase::addBackends(); }
    void searching()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto found = [&base](SearchKind kind, const QString &text) {
                    const auto page = base.read(
                        [&](Connection &c) { return SearchTable::find(c, kind, text, 50); });
                    return page ? int(page->hits.size()) : -1;
                };
                QCOMPARE(found(SearchKind::Message, canary()),
                    1 + (reader.seesShared ? 1 : 0) + (reader.seesPrivate ? 3 : 0));
                const int one = reader.isOfCircle ? 1 : 0;
                QCOMPARE(found(SearchKind::Prospect, canary()), 1 + one);
                QCOMPARE(found(SearchKind::Prospect, u"canary7731102"_s), one); // the handle
                QCOMPARE(found(SearchKind::Prospect, u"102"_s), one);
            },
            test);
    }

    void searchFollowsTheCircle_data() { TestDatabase::addBackends(); }
    void searchFollowsTheCircle()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        const auto found = [&test](const User &user) {
            test.database->setViewer(viewerOf(user));
            const auto page = test.read([](Connection &c) {
                return SearchTable::find(c, SearchKind::Prospect, canary(), 50);
            });
            return page ? int(page->hits.size()) : -1;
        };
        const auto setCircle = [&test](const QVariant &before, const QVariant &after) {
            test.database->setViewer(viewerOf(ann));
            RowEdit edit {u"prospect"_s, Secret.value(), RowEdit::Op::Update, {}, {}};
            edit.before = {{u"private_to_id"_s, before}};
            edit.after = {{u"private_to_id"_s, after}};
            return test.write([edit](Transaction &t) { return applyEdit(t, edit); });
        };
        const QVariant anns = toSql(ann.id);
        const QVariant nobodys = toSql(UserId());
        QCOMPARE(found(bob), 1);
        QVERIFY(setCircle(anns, nobodys));
        QCOMPARE(found(bob), 2);
        QVERIFY(setCircle(nobodys, anns));
        QCOMPARE(found(bob), 1);
        QCOMPARE(found(ann), 2);
        QCOMPARE(*test.read([](Connection &c) {
            return c.number(u"SELECT count(*) FROM prospect_search WHERE rowid = 102"_s);
        }),
            0);
    }

    void duplicates_data() { TestDatabase::addBackends(); }
    void duplicates()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                if (reader.user == ann) {
                    Prospect namesake;
                    namesake.id = ProspectId(103);
                    namesake.name = canary() + u" 102"_s;
                    QVERIFY(base.write(
                        [&](Transaction &t) { return applyEdit(t, insertion(namesake)); }));
                }
                const int one = reader.isOfCircle ? 1 : 0;
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return DuplicateTable::suggestions(c, true, 50);
                })),
                    one);
                const auto byHandle = base.read([](Connection &c) {
                    return DuplicateTable::withHandle(c, u"x"_s, canary() + u"102"_s);
                });
                QVERIFY(byHandle);
                QCOMPARE(byHandle->shown.size(), one);
                QCOMPARE(byHandle->isHidden, !reader.isOfCircle);
                const auto byName = base.read([](Connection &c) {
                    return DuplicateTable::withName(c, canary() + u" 102"_s);
                });
                QVERIFY(byName);
                QCOMPARE(byName->shown.size(), 1 + one);
                QVERIFY(!byName->isHidden);
            },
            test);
    }

    void history_data() { TestDatabase::addBackends(); }
    void history()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                const auto secret =
                    base.read([](Connection &c) { return HistoryTable::newest(c, Secret, 100); });
                QVERIFY(secret);
                QCOMPARE(secret->rows.isEmpty(), !reader.isOfCircle);
                const auto open =
                    base.read([](Connection &c) { return HistoryTable::newest(c, Open, 100); });
                QVERIFY(open);
                // A proposed move is told to whoever may see the conversation in which it was made.
                const auto proposals = std::ranges::count(open->rows, u"move_proposal"_s,
                    [](const HistoryRow &row) { return row.table; });
                QCOMPARE(proposals, 1 + (reader.seesPrivate ? 1 : 0) + (reader.seesShared ? 1 : 0));
                QVERIFY(open->rows.size() > proposals);
            },
            test);
    }

    void whatLeadsToPeople_data() { TestDatabase::addBackends(); }
    void whatLeadsToPeople()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        eachReader(
            [](TestDatabase &base, const Reader &reader) {
                if (reader.user == ann) {
                    for (const char *sql :
                        {"INSERT INTO company (id, name, name_folded) VALUES (55, 'Z', 'z')",
                            "UPDATE prospect SET company_id = 55 WHERE id = 102",
                            "INSERT INTO custom_field (id, name, kind, choices, position) VALUES "
                            "(1, '', 'text', '', 0)",
                            "INSERT INTO custom_value (id, prospect_id, field_id, value) VALUES "
                            "(1, 102, 1, '')",
                            "INSERT INTO merge (id, survivor_id, merged_id, at, fields, "
                            "undone_at) VALUES (1, 101, 102, 0, '', 0)"})
                        QVERIFY2(base.write([sql](Transaction &t) {
                            return t.execute(QString::fromLatin1(sql));
                        }),
                            sql);
                }
                const int one = reader.isOfCircle ? 1 : 0;
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return CompanyTable::page(c, {}, Company(), 50);
                })),
                    one);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return CompanyTable::people(c, CompanyId(55)); })),
                    one);
                QCOMPARE(sizeOf(base.read([](Connection &c) {
                    return SalesTable::valuesOf(c, CustomFieldId(1));
                })),
                    one);
                QCOMPARE(
                    sizeOf(base.read([](Connection &c) { return SalesTable::merges(c, Open); })),
                    one);
                QCOMPARE(sizeOf(base.read(
                             [](Connection &c) { return MergeTable::mergesInto(c, Open); })),
                    one);
                const auto standing =
                    base.read([](Connection &c) { return MergeTable::standing(c, MergeId(1)); });
                QCOMPARE(standing.has_value(), reader.isOfCircle);
            },
            test);
    }

    void labelsThatAreGoneVanishFromCirclesToo_data() { TestDatabase::addBackends(); }
    void labelsThatAreGoneVanishFromCirclesToo()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        Label kept;
        kept.id = LabelId(1);
        kept.name = u"kept"_s;
        Label gone;
        gone.id = LabelId(2);
        gone.name = u"gone"_s;
        ProspectLabel one;
        one.id = ProspectLabelId(1);
        one.prospect = Secret;
        one.label = kept.id;
        ProspectLabel two = one;
        two.id = ProspectLabelId(2);
        two.label = gone.id;
        const auto write = [&test](const User &user, const RowEdits &edits) {
            test.database->setViewer(viewerOf(user));
            return test.write([&edits](Transaction &t) { return applyEdits(t, edits); })
                .has_value();
        };
        const auto labels = [&test] {
            test.database->setViewer(viewerOf(ann));
            const auto found =
                test.read([](Connection &c) { return SalesTable::labels(c, Secret); });
            QList<LabelId> ids;
            for (const ProspectLabel &label : found.value_or(QList<ProspectLabel>()))
                ids << label.label;
            const auto rows =
                test.read([](Connection &c) { return ProspectTable::rows(c, {Secret}); });
            return rows && rows->size() == 1 && rows->first().labels == ids ? ids
                                                                            : QList<LabelId>();
        };
        QVERIFY(write(ann, {insertion(kept), insertion(gone), insertion(one), insertion(two)}));
        QCOMPARE(labels(), (QList<LabelId> {kept.id, gone.id}));
        QVERIFY(write(bob, {removal(gone)})); // he knows of nobody who has it
        QCOMPARE(labels(), QList<LabelId> {kept.id});
        QVERIFY(write(bob, {insertion(gone)}));
        QCOMPARE(labels(), (QList<LabelId> {kept.id, gone.id}));
    }

    void theLogKeepsNothingOfConversations_data() { TestDatabase::addBackends(); }
    void theLogKeepsNothingOfConversations()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        test.database->setViewer(viewerOf(ann));
        Conversation before;
        before.id = TeamChat;
        Conversation after = before;
        after.lastMessageAt = 77;
        after.turn = Turn::They;
        QVERIFY(test.write([&](Transaction &t) { return applyEdit(t, update(before, after)); }));
        QCOMPARE(*test.read([](Connection &c) {
            return c.number(u"SELECT count(*) FROM change WHERE table_name = 'conversation' "
                            "AND before <> '{}'"_s);
        }),
            0);
    }
};

PULLPUSH_TEST(TestVisible)
#include "tst_visible.moc"
