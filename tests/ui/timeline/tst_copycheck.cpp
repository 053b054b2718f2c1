// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "ui_timeline/copycheck.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCopyCheck : public QObject
{
    Q_OBJECT
private slots:
    void countsForEachNetworkOnce()
    {
        const TileSources sources = SamplePosts::sources();
        const CopyCheck check =
            checkCopy(u"See http://test.co"_s, sources.channels, sources.networks);
        QCOMPARE(check.counters.size(), 2);
        QCOMPARE(check.counters.at(0).count.length, qsizetype(27));
        QCOMPARE(check.counters.at(1).count.length, qsizetype(18));
        QVERIFY(check.issues.isEmpty());
        QCOMPARE(check.overAt, qsizetype(-1));
    }

    void saysWhatIsTooLongAndWhere()
    {
        const TileSources sources = SamplePosts::sources();
        const CopyCheck check = checkCopy(QString(290, u'a'), sources.channels, sources.networks);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Error);
        QVERIFY(check.issues.first().text.startsWith(u"X: 10 "));
        QCOMPARE(check.overAt, qsizetype(280));
        const CopyCheck both = checkCopy(QString(310, u'a'), sources.channels, sources.networks);
        QCOMPARE(both.issues.size(), 2);
        QCOMPARE(both.overAt, qsizetype(280));
    }

    void warnsOfTheSameWordsTwiceOnX()
    {
        TileSources sources = SamplePosts::sources();
        sources.channels[1].network = u"x"_s;
        const CopyCheck check = checkCopy(u"Hello"_s, sources.channels, sources.networks);
        QCOMPARE(check.counters.size(), 1);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Warning);
        QVERIFY(checkCopy({}, sources.channels, sources.networks).issues.isEmpty());
    }

    void advisesWithoutForbidding()
    {
        TileSources sources = SamplePosts::sources();
        sources.channels[0].network = u"instagram"_s;
        const CopyCheck check =
            checkCopy(u"#a #b #c #d #e #f"_s, {sources.channels.first()}, sources.networks);
        QCOMPARE(check.issues.size(), 1);
        QCOMPARE(check.issues.first().severity, CopyIssue::Severity::Warning);
        QCOMPARE(check.issues.first().start, qsizetype(15));
        QCOMPARE(check.overAt, qsizetype(-1));
    }
};

QTEST_GUILESS_MAIN(TestCopyCheck)
#include "tst_copycheck.moc"
