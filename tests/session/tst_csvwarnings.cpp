// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importservice.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QTest>

#include <algorithm>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

/// What an import of prospects says of a file besides its counts: in Berlin, at one o'clock in the night of 1 January 2026.
class TestCsvWarnings : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestWorkspace> m_test;

    Result<ImportReport> import(
        const QList<QByteArray> &tables, const QList<FieldMapping> &fields = {})
    {
        QStringList files;
        for (const QByteArray &table : tables)
            files << m_test->file(u"people%1.csv"_s.arg(files.size()), table);
        ImportOptions options;
        options.mapping.fields = fields;
        return ImportService::runNow(**m_test, files, options);
    }
    static QList<ImportIssue> ahead(const ImportReport &report)
    {
        QList<ImportIssue> found;
        std::ranges::copy_if(report.issues, std::back_inserter(found),
            [](const ImportIssue &issue) { return issue.code == "future-date"_L1; });
        return found;
    }

private slots:
    void init()
    {
        m_test = std::make_unique<TestWorkspace>();
        QVERIFY(m_test->isOpen());
    }
    void cleanup() { m_test.reset(); }

    void todayHasCome()
    {
        const auto report = import({"id,entered:cold,first_seen\n"
                                    "1,2026-01-01,2025-12-31\n"
                                    "2,2026-01-01 00:59,\n"
                                    "3,2026-01-01 01:00,2026-01-01\n"
                                    "4,,\n"});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->prospects.created, 4);
        QVERIFY(ahead(*report).isEmpty());
        QVERIFY(report->issues.isEmpty());
    }

    void tellsWhatHasNotCome()
    {
        const auto report = import({"id,entered:cold,first contact,name\n"
                                    "1,2026-01-01 01:01,2026-01-02,canary\n"
                                    "2,2025-12-01,2025-11-01,canary\n"
                                    "3,2026-01-02,,canary\n"
                                    "4,someday,2026-03-03,canary\n"},
            {{u"id"_s, u"id"_s}, {u"entered:cold"_s, u"entered:cold"_s},
                {u"first_seen"_s, u"first contact"_s}, {u"name"_s, u"name"_s}});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->prospects.created, 3);
        QCOMPARE(report->moves.created, 3); // kept
        QCOMPARE(report->rejected, 1); // for the date that is none, as ever
        const QList<ImportIssue> found = ahead(*report);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).file, u"people0.csv"_s);
        QCOMPARE(found.at(0).line, 2);
        QCOMPARE(found.at(0).severity, Severity::Warning);
        QVERIFY2(found.at(0).text.contains(u"“entered:cold” 2 "_s)
                && found.at(0).text.contains(u" 2, 4."_s),
            qPrintable(found.at(0).text));
        // That of a rejected row is not told; its row is not here.
        QCOMPARE(found.at(1).line, 2);
        QVERIFY2(found.at(1).text.contains(u"“first contact” 1 "_s)
                && found.at(1).text.contains(u" 2."_s),
            qPrintable(found.at(1).text));
        for (const ImportIssue &issue : found)
            QVERIFY(!issue.text.contains("canary"_L1) && !issue.text.contains("2026"_L1));
    }

    void namesTheFirstLinesOfMany()
    {
        QByteArray table("id,created\n");
        for (int id = 1; id <= 30; ++id)
            table += QByteArray::number(id) + ",2027-05-05\n";
        const auto report = import({table});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        const QList<ImportIssue> found = ahead(*report);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().text.contains(u"“created” 30 "_s)
                && found.first().text.contains(u" 2, 3, 4, 5, 6, …."_s),
            qPrintable(found.first().text));
    }

    void namesUnusedColumns()
    {
        const auto report = import({"id,entered cold,Shoe size\n1,2025-12-01,canary\n",
            "id,name,Warm\n2,Ada,2025-12-02\n", "id,name\n3,Bo\n"});
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->unusedColumns,
            (QList<UnusedColumn> {{u"people0.csv"_s, u"entered cold"_s, u"entered:cold"_s},
                {u"people0.csv"_s, u"Shoe size"_s, QString()},
                {u"people1.csv"_s, u"Warm"_s, u"entered:warm"_s}}));
        QVERIFY(report->issues.isEmpty());
        QCOMPARE(report->moves.created, 0);
    }
};

PULLPUSH_TEST(TestCsvWarnings)
#include "tst_csvwarnings.moc"
