// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importservice.h"
#include "session/pipelinecolumns.h"
#include "session/prospectdossier.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "storage/database.h"
#include "storage/visible.h"
#include "test_support/testworkspace.h"

#include <QFile>

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

    static QString write(const TestWorkspace &test, const QString &name, const QByteArray &bytes)
    {
        QFile file(test.path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a fixture");
        return file.fileName();
    }
    static ProspectId only(Workspace &workspace)
    {
        ProspectList list(workspace, nullptr);
        list.setQuery({});
        if (!QTest::qWaitFor([&list] { return list.state() == StoreState::Ready; })
            || list.size() != 1)
            return {};
        return list.idAt(0);
    }

private slots:
    void makesAPersonAThreadAndAProposal()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = write(test, u"WhatsApp Chat with Nora Field.txt"_s, Chat);
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
        test->prospects().accept(*dossier.prospect(), dossier.proposals().first());
        QTRY_COMPARE(funnel(*test->pipeline().columns(), query).total.steps.at(2).reached, 1);
        QCOMPARE(dossier.moves().last().at, evidence);
        QVERIFY(dossier.proposals().isEmpty());
    }

    void addsOnlyWhatALongerExportHas()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const QString file = write(test, u"WhatsApp Chat with Nora Field.txt"_s, Chat);
        QVERIFY(ImportService::runNow(*test, {file}, {}));
        write(test, u"WhatsApp Chat with Nora Field.txt"_s,
            Chat + QByteArray("14/01/2026, 09:00 - Sam Rep: See you\n"));
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
        const QString file = write(test, u"WhatsApp Chat with Bakers.txt"_s,
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

    void cancelledImportsLeaveNothing()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        QByteArray many = "name,email\n";
        for (int i = 0; i < 30000; ++i)
            many +=
                "Person " + QByteArray::number(i) + ",p" + QByteArray::number(i) + "@example.org\n";
        const QString file = write(test, u"many.csv"_s, many);
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

QTEST_GUILESS_MAIN(TestChatImport)
#include "tst_chatimport.moc"
