// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pipelinewords.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPipelineWords : public QObject
{
    Q_OBJECT

private slots:
    void theFirstPipelineIsNotWorthAWord()
    {
        Report report;
        report.chart.subtitle = u"12 prospects"_s;
        tellPipeline(report, {}, QTimeZone::utc());
        QCOMPARE(report.chart.subtitle, u"12 prospects"_s);
        QCOMPARE(report.document.value("pipelineVersion"_L1).toInt(), 1);
    }

    void laterOnesAreNamed()
    {
        Report report;
        report.chart.subtitle = u"12 prospects"_s;
        report.funnel = FunnelReport();
        tellPipeline(report, {3, 1'795'168'800'000}, QTimeZone::utc());
        QVERIFY(report.chart.subtitle.startsWith(u"12 prospects"_s));
        QVERIFY(report.chart.subtitle.contains(u"version 3"_s));
        QVERIFY(report.chart.subtitle.contains(u"2026"_s));
        QCOMPARE(report.funnel->chart.subtitle, report.chart.subtitle);
        QCOMPARE(report.document.value("pipelineVersion"_L1).toInt(), 3);
    }
};

PULLPUSH_TEST(TestPipelineWords)
#include "tst_pipelinewords.moc"
