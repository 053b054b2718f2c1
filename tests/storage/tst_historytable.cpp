// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/historytable.h"
#include "test_support/circlefixture.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace CircleFixture;

/// What the history of one prospect has for whom, on both databases.
class TestHistoryTable : public QObject
{
    Q_OBJECT

    static HistoryPage historyOf(TestDatabase &test, ProspectId prospect, int limit = 100)
    {
        const auto page = test.read([=](Connection &connection) {
            return HistoryTable::newest(connection, prospect, limit);
        });
        return page.value_or(HistoryPage());
    }
    static qsizetype count(const HistoryPage &page, const QString &table)
    {
        return std::ranges::count(page.rows, table, &HistoryRow::table);
    }

private slots:
    void whatIsPrivateStaysSo_data() { TestDatabase::addBackends(); }
    void whatIsPrivateStaysSo()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        test.database->setViewer(viewerOf(ann));
        QVERIFY(count(historyOf(test, Secret), u"offer"_s) == 1);
        QCOMPARE(count(historyOf(test, Open), u"move_proposal"_s), 3); // of three conversations
        test.database->setViewer(viewerOf(bob));
        QVERIFY(historyOf(test, Secret).rows.isEmpty());
        const HistoryPage open = historyOf(test, Open);
        QCOMPARE(count(open, u"offer"_s), 1);
        QCOMPARE(count(open, u"move_proposal"_s), 2); // not of the private conversation
        test.database->setViewer(viewerOf(cat));
        QCOMPARE(count(historyOf(test, Open), u"move_proposal"_s), 1);
    }

    void whoWentPastAGuardrailIsTheirs_data() { TestDatabase::addBackends(); }
    void whoWentPastAGuardrailIsTheirs()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        Override gone;
        gone.id = OverrideId(700);
        gone.prospect = Open;
        gone.rule = u"budget"_s;
        gone.reason = u"They asked"_s;
        gone.by = ann.id;
        Override dismissed = gone; // whose reason is the id of a message
        dismissed.id = OverrideId(703);
        dismissed.rule = u"opt-out-dismissed"_s;
        dismissed.reason = u"4711"_s;
        QVERIFY(test.write([&](Transaction &t) {
            return applyEdits(t, {insertion(dismissed), insertion(gone)});
        }));
        test.database->setViewer(viewerOf(ann));
        const HistoryPage own = historyOf(test, Open);
        QCOMPARE(count(own, u"guardrail_override"_s), 2);
        QCOMPARE(own.rows.at(1).subject, QString());
        QCOMPARE(own.rows.first().word, u"budget"_s);
        QCOMPARE(own.rows.first().subject, u"They asked"_s);
        test.database->setViewer(viewerOf(meg));
        QCOMPARE(count(historyOf(test, Open), u"guardrail_override"_s), 0);
    }

    void tellsWhatBecameOfIt_data() { TestDatabase::addBackends(); }
    void tellsWhatBecameOfIt()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        Handover offered;
        offered.id = HandoverId(701);
        offered.prospect = Open;
        Handover returned = offered;
        returned.state = HandoverState::Returned;
        returned.reason = u"Too early"_s;
        for (const RowEdit &edit : {insertion(offered), update(offered, returned),
                 update(returned, offered), removal(offered), insertion(offered)})
            QVERIFY(test.write([&](Transaction &t) { return applyEdits(t, {edit}); }));
        const HistoryPage page = historyOf(test, Open, 5);
        QCOMPARE(page.rows.size(), 5);
        QVERIFY(page.hasMore);
        QCOMPARE(page.rows.at(0).op, HistoryRow::Op::Restore);
        QCOMPARE(page.rows.at(1).op, HistoryRow::Op::Remove);
        QCOMPARE(page.rows.at(2).after.value(u"state"_s).toString(), u"offered"_s);
        QCOMPARE(page.rows.at(3).after.value(u"state"_s).toString(), u"returned"_s);
        QCOMPARE(page.rows.at(4).op, HistoryRow::Op::Insert);
    }

    void aMergeIsToldWhereBothAreKnown_data() { TestDatabase::addBackends(); }
    void aMergeIsToldWhereBothAreKnown()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write(fill));
        Merge merge;
        merge.id = MergeId(702);
        merge.survivor = Open;
        merge.merged = Secret;
        merge.fields = u"{}"_s;
        Merge undone = merge;
        undone.undoneAt = 5;
        for (const RowEdit &edit : {insertion(merge), update(merge, undone)})
            QVERIFY(test.write([&](Transaction &t) { return applyEdits(t, {edit}); }));
        test.database->setViewer(viewerOf(ann));
        const HistoryPage page = historyOf(test, Open);
        QCOMPARE(count(page, u"merge"_s), 2);
        QVERIFY(page.rows.first().subject.contains(canary()));
        QCOMPARE(page.rows.first().after.value(u"undone_at"_s).toLongLong(), 5);
        test.database->setViewer(viewerOf(bob));
        QCOMPARE(count(historyOf(test, Open), u"merge"_s), 0);
    }
};

PULLPUSH_TEST(TestHistoryTable)
#include "tst_historytable.moc"
