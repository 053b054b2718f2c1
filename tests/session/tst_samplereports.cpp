// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "report/reports.h"
#include "session/pipelinecolumns.h"
#include "session/workspace.h"
#include "test_support/fakeclock.h"
#include "test_support/testprogram.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::StringLiterals;

/// Whoever opens the sample sees what each chart is for, whatever day it is.
class TestSampleReports : public QObject
{
    Q_OBJECT

    struct Sample
    {
        qint64 now = 0; ///< Unix milliseconds
        ReportData data;
    };

    QTemporaryDir m_folder;
    std::vector<Sample> m_samples;

    /// Why there is none, or nothing.
    QString make(qint64 now)
    {
        FakeClock clock(now);
        const QString path = m_folder.filePath(u"%1.pullpush"_s.arg(now));
        const auto workspace = Workspace::createNow(path, {"UTC", true}, clock);
        if (!workspace)
            return workspace.error().message;
        const QList<ChartFact> all(std::begin(AllChartFacts), std::end(AllChartFacts));
        const auto read = PipelineColumns::readNow(**workspace, ColumnsBuilder::NoCutOff, all);
        if (!read)
            return read.error().message;
        m_samples.push_back({now, *read});
        return {};
    }

    static bool isKnownShare(const Figure &figure)
    {
        if (const auto *share = std::get_if<Proportion>(&figure))
            return share->n > 0 && !share->isFew();
        if (const auto *share = std::get_if<Estimate>(&figure))
            return !share->isFew;
        return false;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
        constexpr qint64 friday = 1'795'168'800'000; // 20 November 2026, 10:00 UTC
        QCOMPARE(make(friday), QString());
        QCOMPARE(make(friday + 101 * DayMs), QString()); // Monday, 1 March 2027
        QCOMPARE(make(friday + 191 * DayMs), QString()); // Sunday, 30 May 2027
    }

    void everyReportHasAFinding_data()
    {
        QTest::addColumn<QString>("report");
        for (const ReportKind &kind : reportKinds())
            QTest::addRow("%s", qPrintable(kind.id)) << kind.id;
    }
    void everyReportHasAFinding()
    {
        QFETCH(QString, report);
        static const QRegularExpression named(u"“[^”]*”"_s); // a post may say anything
        static const QRegularExpression digit(u"\\d"_s);
        static const QRegularExpression little(
            u"\\b(few|little|none|nobody|nothing)\\b"_s, QRegularExpression::CaseInsensitiveOption);
        for (const Sample &sample : m_samples) {
            ReportQuestion question;
            question.filter.asOf = sample.now;
            const Report made = makeReport(*reportKind(report), sample.data, question);
            const Chart &chart = made.chart;
            QString finding = chart.title;
            finding.remove(named);
            QVERIFY2(finding.contains(digit), qPrintable(chart.title));
            QVERIFY2(!finding.contains(little), qPrintable(chart.title));
            QVERIFY(!chart.rows.isEmpty());
            QVERIFY(made.funnel || !std::holds_alternative<std::monostate>(chart.plot));
            const bool tellsShares = std::ranges::any_of(chart.columns, &ChartColumn::isShare);
            QVERIFY(!tellsShares || std::ranges::any_of(chart.rows, [](const auto &row) {
                return std::ranges::any_of(row, isKnownShare);
            }));
        }
    }

    void hasPeopleOfManyMonths()
    {
        // The written people and those of the months before.
        for (const Sample &sample : m_samples) {
            QVERIFY(sample.data.columns->size() >= 280);
            QVERIFY(sample.data.columns->size() <= 360);
        }
    }
};

PULLPUSH_TEST_IN(QGuiApplication, TestSampleReports)
#include "tst_samplereports.moc"
