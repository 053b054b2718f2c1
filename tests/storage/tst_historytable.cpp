// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/move.h"
#include "domain/user.h"
#include "storage/historytable.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

using namespace Qt::StringLiterals;

namespace {
const UserId Nora(71);
const UserId Omar(72);
const ProspectId Open(1);
const ProspectId OfOmar(2);

User memberOfHistory(UserId id, const QString &name)
{
    User user;
    user.id = id;
    user.login = name.toLower();
    user.name = name;
    return user;
}

RowEdits historyRows()
{
    Prospect open;
    open.id = Open;
    open.name = u"Ada"_s;
    Prospect hidden = open;
    hidden.id = OfOmar;
    hidden.privateTo = Omar;
    Conversation talk;
    talk.id = ConversationId(11);
    talk.prospect = Open;
    talk.owner = Omar;
    talk.privacy = Privacy::Private;
    MoveProposal proposal;
    proposal.id = ProposalId(21);
    proposal.prospect = Open;
    proposal.to = StageId(3);
    proposal.conversation = talk.id;
    Override passed;
    passed.id = OverrideId(31);
    passed.prospect = Open;
    passed.rule = u"budget"_s;
    passed.reason = u"they rang"_s;
    Override dismissed = passed;
    dismissed.id = OverrideId(32);
    dismissed.rule = u"opt-out-dismissed"_s;
    dismissed.reason = u"4711"_s;
    return {insertion(memberOfHistory(Nora, u"Nora"_s)),
        insertion(memberOfHistory(Omar, u"Omar"_s)), insertion(open), insertion(hidden),
        insertion(talk), insertion(proposal), insertion(passed), insertion(dismissed)};
}
} // namespace

class TestHistoryTable : public QObject
{
    Q_OBJECT

    static QList<HistoryRow> rowsFor(TestDatabase &test, UserId viewer, ProspectId prospect)
    {
        test.database->setViewer({viewer, Role::SalesRep});
        const auto page =
            test.read([&](Connection &c) { return HistoryTable::page(c, prospect, 0, 100); });
        return page ? page->rows : QList<HistoryRow>();
    }
    static QStringList tablesOf(const QList<HistoryRow> &rows)
    {
        QStringList tables;
        for (const HistoryRow &row : rows)
            tables << row.table;
        return tables;
    }

private slots:
    void tellsWhatTheViewerMayKnow_data() { TestDatabase::addBackends(); }
    void tellsWhatTheViewerMayKnow()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([](Transaction &t) { return applyEdits(t, historyRows()); }));
        QCOMPARE(tablesOf(rowsFor(test, Omar, Open)),
            (QStringList {u"guardrail_override"_s, u"guardrail_override"_s, u"move_proposal"_s,
                u"prospect"_s}));
        QCOMPARE(tablesOf(rowsFor(test, Nora, Open)),
            (QStringList {u"guardrail_override"_s, u"guardrail_override"_s, u"prospect"_s}));
        QCOMPARE(tablesOf(rowsFor(test, Omar, OfOmar)), QStringList {u"prospect"_s});
        QVERIFY(rowsFor(test, Nora, OfOmar).isEmpty());
    }

    void namesNoMessage_data() { TestDatabase::addBackends(); }
    void namesNoMessage()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([](Transaction &t) { return applyEdits(t, historyRows()); }));
        const QList<HistoryRow> rows = rowsFor(test, Nora, Open);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0).id, 32);
        QCOMPARE(rows.at(0).subject, QString());
        QCOMPARE(rows.at(1).subject, u"they rang"_s);
    }
};

PULLPUSH_TEST(TestHistoryTable)
#include "tst_historytable.moc"
