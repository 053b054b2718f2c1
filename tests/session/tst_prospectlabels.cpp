// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importservice.h"
#include "session/personexport.h"
#include "storage/database.h"
#include "storage/plantable.h"
#include "storage/prospecttable.h"
#include "storage/salestable.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

/// Labels that come with imported people are the labels of the workspace.
class TestProspectLabels : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;

    Result<ImportReport> import(const QList<QByteArray> &tables, const ImportOptions &options = {})
    {
        QStringList files;
        for (const QByteArray &table : tables) {
            QFile file(m_test->path(u"people%1.csv"_s.arg(files.size())));
            if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
                qFatal("cannot write a fixture");
            files << file.fileName();
        }
        return ImportService::runNow(**m_test, files, options);
    }
    QStringList labels()
    {
        const auto sets = (*m_test)->database()->read(&PlanTable::sets).result();
        QStringList names;
        for (const Label &label : sets.value_or(PlanSetValues()).labels)
            names << label.name;
        names.sort();
        return names;
    }
    /// The live prospects, by name.
    QHash<QString, ProspectId> people()
    {
        const auto all = (*m_test)
                             ->database()
                             ->read([](Connection &c) { return selectRows<Prospect>(c); })
                             .result();
        QHash<QString, ProspectId> ids;
        for (const Prospect &prospect : all.value_or(QList<Prospect>()))
            ids.insert(prospect.name, prospect.id);
        return ids;
    }
    /// What the export of one person says.
    QStringList labelsOf(const QString &name)
    {
        const auto document = PersonExport::readNow(**m_test, people().value(name), false);
        QStringList names;
        const QJsonArray labels = document.value_or(QJsonObject()).value("labels"_L1).toArray();
        for (const auto &label : labels)
            names << label.toString();
        names.sort();
        return names;
    }
    LabelId labelNamed(const QString &name)
    {
        const auto sets = (*m_test)->database()->read(&PlanTable::sets).result();
        for (const Label &label : sets.value_or(PlanSetValues()).labels) {
            if (label.name == name)
                return label.id;
        }
        return {};
    }
    bool write(const RowEdits &edits)
    {
        return (*m_test)
            ->database()
            ->write([&edits](Transaction &transaction) { return applyEdits(transaction, edits); })
            .result()
            .has_value();
    }
    /// The workspace follows what was written behind its back only once events run.
    void reopen()
    {
        m_test->reopen();
        QVERIFY(m_test->isOpen());
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
    }
    void cleanup() { m_test.reset(); }

    void anImportPutsThem()
    {
        Label known;
        known.id = LabelId::create((*m_test)->ids());
        known.name = u"Café"_s;
        QVERIFY(write({insertion(known)}));
        const auto report = import({"id,name,email,labels\n"
                                    "1,Ada,ada@example.org,\"CAFE, press\"\n"
                                    "2,Bo,bo@example.org,press; VIP\n"
                                    "3,Cy,cy@example.org,\n"});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->prospects.created, 3);
        QCOMPARE(labels(), (QStringList {u"Café"_s, u"VIP"_s, u"press"_s}));
        reopen();
        QCOMPARE(labelsOf(u"Ada"_s), (QStringList {u"Café"_s, u"press"_s}));
        QCOMPARE(labelsOf(u"Bo"_s), (QStringList {u"VIP"_s, u"press"_s}));
        QCOMPARE(labelsOf(u"Cy"_s), QStringList());
        ProspectQuery query;
        query.labels = {known.id};
        const auto count =
            (*m_test)
                ->database()
                ->read([&query](Connection &c) { return ProspectTable::count(c, query); })
                .result();
        QCOMPARE(count.value_or(-1), 1);
    }

    void aSecondImportAddsAndTakesNoneAway()
    {
        const QByteArray first("id,name,labels\n1,Ada,press\n2,Bo,press\n");
        QVERIFY(import({first}));
        const auto again = import({first});
        QVERIFY(again);
        QCOMPARE(again->prospects.updated, 0);
        QCOMPARE(again->prospects.skipped, 2);
        const auto more = import({"id,name,labels\n1,Ada,Press; vip\n2,Bo,\n"});
        QVERIFY(more);
        QCOMPARE(more->prospects.updated, 1);
        QCOMPARE(labels(), (QStringList {u"press"_s, u"vip"_s}));
        reopen();
        QCOMPARE(labelsOf(u"Ada"_s), (QStringList {u"press"_s, u"vip"_s}));
        QCOMPARE(labelsOf(u"Bo"_s), QStringList {u"press"_s});
        // And is taken back by itself.
        QVERIFY(ImportService::undoNow(**m_test, more->batch));
        reopen();
        QCOMPARE(labelsOf(u"Ada"_s), QStringList {u"press"_s});
        QCOMPARE(labels(), QStringList {u"press"_s});
    }

    void filesOfOneImportShareThem()
    {
        const auto report = import({"id,name,labels\n1,Ada,press\n1,Ada,\"press, vip\"\n",
            "id,name,tags\n2,Bo,PRESS\n1,Ada,eco\n",
            "caption,platforms,date,time,tags\nHello,x,2026-03-01,09:00,Vip\n"});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(labels(), (QStringList {u"eco"_s, u"press"_s, u"vip"_s}));
        reopen();
        QCOMPARE(labelsOf(u"Ada"_s), (QStringList {u"eco"_s, u"press"_s, u"vip"_s}));
        QCOMPARE(labelsOf(u"Bo"_s), QStringList {u"press"_s});
    }

    void undoingTakesThemBack()
    {
        const auto report = import({"id,name,labels\n1,Ada,\"press, vip\"\n"});
        QVERIFY(report);
        Prospect other;
        other.id = ProspectId::create((*m_test)->ids());
        other.name = u"Dee"_s;
        other.stage = (*m_test)->stages().first().id;
        ProspectLabel on;
        on.id = ProspectLabelId::create((*m_test)->ids());
        on.prospect = other.id;
        on.label = labelNamed(u"vip"_s);
        QVERIFY(write({insertion(other), insertion(on)}));
        QVERIFY(ImportService::undoNow(**m_test, report->batch));
        reopen();
        QVERIFY(!people().contains(u"Ada"_s));
        // What somebody else is labelled with stays.
        QCOMPARE(labels(), QStringList {u"vip"_s});
        QCOMPARE(labelsOf(u"Dee"_s), QStringList {u"vip"_s});
    }

    void aDryRunLeavesNone()
    {
        ImportOptions options;
        options.dryRun = true;
        QVERIFY(import({"id,name,labels\n1,Ada,press\n"}, options));
        QCOMPARE(labels(), QStringList());
    }

    void anExportComesBackTheSame()
    {
        QVERIFY(import({"id,name,labels\n1,Ada,\"press, Küche\"\n"}));
        reopen();
        const QStringList before = labelsOf(u"Ada"_s);
        QCOMPARE(before, (QStringList {u"Küche"_s, u"press"_s}));
        const auto document = PersonExport::readNow(**m_test, people().value(u"Ada"_s), false);
        QVERIFY(document);
        QVERIFY(!document->value("prospect"_L1).toObject().contains("tags"_L1));
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
        QVERIFY(import({"id,name,labels\n1,Ada,\"" + before.join(u", "_s).toUtf8() + "\"\n"}));
        reopen();
        QCOMPARE(labelsOf(u"Ada"_s), before);
    }
};

PULLPUSH_TEST(TestProspectLabels)
#include "tst_prospectlabels.moc"
