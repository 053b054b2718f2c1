// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/importservice.h"
#include "session/maintenance.h"
#include "session/pipelinecolumns.h"
#include "session/prospectdossier.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "storage/database.h"
#include "storage/visible.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

using namespace Qt::StringLiterals;

namespace {
const char *const Chat = "12/01/2026, 10:00 - Nora Field: Hello there\n"
                         "12/01/2026, 10:00 - Nora Field: Do you bake rye?\n"
                         "12/01/2026, 10:04 - Sam Rep: We do\n"
                         "13/01/2026, 09:00 - Nora Field: Lovely\n";
}

class TestChatImport : public QObject
{
    Q_OBJECT

    static ProspectId only(Workspace &workspace)
    {
        ProspectList list(workspace, nullptr);
        list.setQuery({});
        if (!QTest::qWaitFor([&list] { return list.state() == StoreState::Ready; })
            || list.size() != 1)
            return {};
        return list.idAt(0);
    }
    static qint64 number(Workspace &workspace, const QString &sql)
    {
        return workspace.database()
            ->read([&sql](Connection &connection) { return connection.number(sql); })
            .result()
            .value_or(std::nullopt)
            .value_or(-1);
    }
    /// Pages and indices are as they should be, and no row refers to one that is not there.
    static bool isSound(Workspace &workspace)
    {
        return Maintenance::verify(workspace).has_value()
            && number(workspace, u"SELECT count(*) FROM pragma_foreign_key_check"_s) == 0;
    }

private slots:
    void makesAPersonAThreadAndAProposal()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        const auto report = ImportService::runNow(*test, {file}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->messages.created, 4);
        QCOMPARE(report->proposals, 1);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(only(*test));
        QTRY_VERIFY(dossier.prospect());
        QTRY_COMPARE(dossier.messages().size(), 4);
        QCOMPARE(dossier.messages().at(0).body,
            u"Hello there"_s); // the same minute keeps the file's order
        QCOMPARE(dossier.messages().at(1).body, u"Do you bake rye?"_s);
        QCOMPARE(dossier.messages().at(2).direction, Direction::Ours);
        QCOMPARE(dossier.conversations().first().turn, Turn::We);
        QCOMPARE(dossier.conversations().first().unanswered, 1);

        // The figures change only when the proposal is accepted, dated at the evidence.
        test->pipeline().load();
        QTRY_COMPARE(test->pipeline().state(), StoreState::Ready);
        FunnelQuery query;
        query.asOf = test.clock.now() + qint64(30) * 86400000;
        QCOMPARE(funnel(*test->pipeline().columns(), query).total.steps.at(2).reached, 0);
        QCOMPARE(dossier.proposals().size(), 1);
        const Moment evidence = dossier.proposals().first().at;
        QCOMPARE(evidence.ms, dossier.messages().at(2).sentAt.ms);
        test->prospects().accept(dossier, dossier.proposals().first());
        QTRY_COMPARE(funnel(*test->pipeline().columns(), query).total.steps.at(2).reached, 1);
        QCOMPARE(dossier.moves().last().at, evidence);
        QVERIFY(dossier.proposals().isEmpty());
    }

    void addsOnlyWhatALongerExportHas()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        QVERIFY(ImportService::runNow(*test, {file}, {}));
        QCOMPARE(test.file(u"WhatsApp Chat with Nora Field.txt"_s,
                     Chat + QByteArray("14/01/2026, 09:00 - Sam Rep: See you\n")),
            file);
        const auto report = ImportService::runNow(*test, {file}, {});
        QVERIFY(report);
        QCOMPARE(report->messages.created, 1);
        QCOMPARE(report->messages.skipped, 4);
        QCOMPARE(report->conversations.updated, 1);
        QCOMPARE(report->prospects.created, 0);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(only(*test));
        QTRY_COMPARE(dossier.messages().size(), 5);
        QCOMPARE(dossier.conversations().first().turn, Turn::They);
        QVERIFY(ImportService::undoNow(*test, report->batch));
        ProspectDossier again(*test, nullptr);
        again.open(dossier.id());
        QTRY_COMPARE(again.messages().size(), 4);
        QCOMPARE(again.conversations().first().turn, Turn::We); // as it was before
    }

    void keepsAGroupAsOneConversation()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Bakers.txt"_s,
            "12/01/2026, 10:00 - Ida created group \"Bakers\"\n"
            "12/01/2026, 10:01 - Ida: Morning\n"
            "12/01/2026, 10:02 - Ben: Hi\n"
            "12/01/2026, 10:03 - Sam Rep: Hello\n"
            "13/01/2026, 10:03 - Cleo: Hey\n");
        const auto refused = ImportService::runNow(*test, {file}, {});
        QVERIFY(!refused); // a group does not tell who of them is us
        QVERIFY(refused.error().message.contains(u"Ben"_s));
        ImportOptions options;
        options.me = u"Sam Rep"_s;
        const auto report = ImportService::runNow(*test, {file}, options);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->conversations.created, 1);
        QCOMPARE(report->prospects.created, 0);
        const auto groups = test->database()->read(&Visible::unassigned).result();
        QCOMPARE(groups->size(), 1);
        const auto people =
            test->database()
                ->read([&](Connection &c) { return Visible::participants(c, groups->first().id); })
                .result();
        QCOMPARE(people->size(), 4);
        QCOMPARE(std::ranges::count_if(*people, &Participant::isUs), 1);
    }

    void anUndoneImportMayBeReferredTo()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        const auto report = ImportService::runNow(*test, {file}, {});
        QVERIFY(report);
        const ProspectId nora = only(*test);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(nora);
        QTRY_COMPARE(dossier.messages().size(), 4);
        test->conversations().log(dossier,
            {.medium = Medium::Call, .direction = Direction::Ours, .body = u"Rang"_s, .at = {}});
        QTRY_VERIFY(!test->isWriting());
        test->prospects().addFollowUp(nora, QDate(2026, 1, 20), u"send a loaf"_s);
        test->prospects().setCompany(*dossier.prospect(), u"Field & Sons"_s);
        QTRY_VERIFY(dossier.company());
        QTRY_VERIFY(!test->isWriting());

        QVERIFY(ImportService::undoNow(*test, report->batch));
        const auto isGone = [](Workspace &workspace) { return only(workspace).isNull(); };
        QVERIFY(isGone(*test));
        dossier.open({});
        QVERIFY(isSound(*test));
        for (int i = 0; i < 2;
             ++i) { // each time the workspace is opened, what was undone is cleared away
            test.reopen();
            QVERIFY(test.isOpen());
            QVERIFY(isGone(*test));
            QVERIFY(isSound(*test));
            QCOMPARE(number(*test, u"SELECT count(*) FROM message WHERE batch_id IS NULL"_s), 1);
        }

        // The chat is as new: nothing of what is hidden is taken for it.
        const auto again = ImportService::runNow(*test, {file}, {});
        QVERIFY2(again, again ? "" : qPrintable(again.error().message));
        QCOMPARE(again->prospects.created, 1);
        QCOMPARE(again->conversations.created, 1);
        QCOMPARE(again->messages.created, 4);
        QVERIFY(only(*test) != nora);
        ProspectDossier fresh(*test, nullptr);
        fresh.open(only(*test));
        QTRY_COMPARE(fresh.messages().size(), 4);
        QVERIFY(isSound(*test));
    }

    void anUndoneImportIsClearedAway()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        const auto report = ImportService::runNow(*test, {file}, {});
        QVERIFY(report);
        QVERIFY(ImportService::undoNow(*test, report->batch));
        test.reopen();
        QVERIFY(test.isOpen());
        QVERIFY(isSound(*test));
        for (const char16_t *table : {u"prospect", u"handle", u"move", u"conversation",
                 u"participant", u"source_thread", u"message", u"move_proposal", u"import_batch"})
            QCOMPARE(
                number(*test, "SELECT count(*) FROM "_L1 + QString::fromUtf16(table)), qint64(0));
    }

    void twoFilesOfOneChatAddNothingTwice()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        const QString copy = test.file(u"WhatsApp Chat with Nora Field (1).txt"_s, Chat);
        const auto report = ImportService::runNow(*test, {file, copy, file}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->prospects.created, 1);
        QCOMPARE(report->conversations.created, 1);
        QCOMPARE(report->conversations.skipped, 2);
        QCOMPARE(report->messages.created, 4);
        QCOMPARE(report->messages.skipped, 8);
        QVERIFY(report->issues.isEmpty());
        QCOMPARE(report->proposals, 1);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(only(*test));
        QTRY_COMPARE(dossier.messages().size(), 4);
        QCOMPARE(dossier.conversations().size(), 1);
        QCOMPARE(dossier.participants().size(), 2);
        QCOMPARE(dossier.proposals().size(), 1);
    }

    void aLongerFileOfOneChatIsNotPassedOverInSilence()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        const QString longer = test.file(u"WhatsApp Chat with Nora Field (1).txt"_s,
            Chat + QByteArray("14/01/2026, 09:00 - Sam Rep: canary-2208\n"));
        const auto report = ImportService::runNow(*test, {file, longer}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->messages.created, 4);
        QCOMPARE(report->messages.skipped, 4); // the fifth is not said to be known
        QCOMPARE(report->issues.size(), 1);
        const ImportIssue issue = report->issues.first();
        QCOMPARE(issue.code, u"chat-twice"_s);
        QCOMPARE(issue.file, u"WhatsApp Chat with Nora Field (1).txt"_s);
        QVERIFY(!issue.text.contains(u"canary"_s));
        const auto again = ImportService::runNow(*test, {longer}, {}); // as it advises
        QVERIFY(again);
        QCOMPARE(again->messages.created, 1);
        QVERIFY(again->issues.isEmpty());
    }

    void whoWasMovedBackStaysThere()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = test.file(u"list.csv"_s,
            "id,name,entered:cold,entered:warm\n1,Nora Field,2026-01-05,2026-01-09\n");
        ImportOptions options;
        options.mapping.fields = {{u"id"_s, u"id"_s}, {u"name"_s, u"name"_s},
            {u"entered:cold"_s, u"entered:cold"_s}, {u"entered:warm"_s, u"entered:warm"_s}};
        const auto first = ImportService::runNow(*test, {file}, options);
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->moves.created, 2);
        const QList<Stage> &stages = test->stages();
        const auto stage = [&stages](
                               QStringView key) { return stages.at(indexOfStage(stages, key)).id; };
        ProspectDossier dossier(*test, nullptr);
        dossier.open(only(*test));
        QTRY_VERIFY(dossier.prospect());
        QCOMPARE(dossier.prospect()->stage, stage(u"warm"));
        test->prospects().moveTo(*dossier.prospect(), stage(u"cold"), u"was a mistake"_s);
        QTRY_VERIFY(!test->isWriting());

        const auto again = ImportService::runNow(*test, {file}, options);
        QVERIFY(again);
        QCOMPARE(again->prospects.skipped, 1);
        QCOMPARE(again->moves.created, 0);
        dossier.open({});
        dossier.open(only(*test));
        QTRY_VERIFY(dossier.prospect());
        QCOMPARE(dossier.prospect()->stage, stage(u"cold"));
        QCOMPARE(dossier.moves().size(), 3);

        // What the list tells anew does count.
        const QString told = test.file(u"list.csv"_s,
            "id,name,entered:cold,entered:warm\n1,Nora Field,2026-01-05,2026-02-20\n");
        const auto later = ImportService::runNow(*test, {told}, options);
        QVERIFY(later);
        QCOMPARE(later->moves.created, 1);
        dossier.open({});
        dossier.open(only(*test));
        QTRY_VERIFY(dossier.prospect());
        QCOMPARE(dossier.prospect()->stage, stage(u"warm"));
    }

    void anAddressIsKnownInAnyCase()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        Prospect nora;
        nora.name = u"Nora Field"_s;
        Handle address;
        address.network = u"email"_s;
        address.value = u"Nora.Field@Example.org"_s;
        const ProspectId id = test->prospects().create(nora, {address});
        QTRY_VERIFY(!test->isWriting());
        const QString file = test.file(u"list.csv"_s,
            "name,email,source\nNora Field,nora.field@EXAMPLE.ORG,fair\n"
            "N. Field,NORA.FIELD@example.org,fair\n");
        const auto report = ImportService::runNow(*test, {file}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->prospects.created, 0);
        QCOMPARE(only(*test), id);
        ProspectDossier dossier(*test, nullptr);
        dossier.open(id);
        QTRY_VERIFY(dossier.prospect());
        QCOMPARE(dossier.prospect()->source, u"fair"_s);
        QCOMPARE(dossier.handles().size(), 1); // known, not added again
        QCOMPARE(dossier.handles().first().value, address.value);
    }

    void cancelledImportsLeaveNothing()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QByteArray many = "name,email\n";
        for (int i = 0; i < 30000; ++i)
            many +=
                "Person " + QByteArray::number(i) + ",p" + QByteArray::number(i) + "@example.org\n";
        const QString file = test.file(u"many.csv"_s, many);
        std::optional<Error> error;
        ImportService &imports = test->imports();
        connect(&imports, &ImportService::progress, this, [&imports](double part) {
            if (part > 0)
                imports.cancel();
        });
        imports.run({file}, {}, this, [&error](const Result<ImportReport> &report) {
            if (!report)
                error = report.error();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!imports.isRunning(), 60000);
        QTRY_VERIFY(error);
        QCOMPARE(error->code, Error::Code::Cancelled);
        const auto rows =
            test->database()
                ->read([](Connection &c) { return c.number(u"SELECT count(*) FROM prospect"_s); })
                .result();
        QCOMPARE(rows->value_or(-1), 0);
    }
};

PULLPUSH_TEST(TestChatImport)
#include "tst_chatimport.moc"
