// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_prospects/threadlinks.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestThreadLinks : public QObject
{
    Q_OBJECT
private slots:
    void leadsToTheWebAndToMail_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("targets");
        QTest::newRow("none") << u"No link. None at all"_s << QStringList();
        QTest::newRow("https") << u"see https://example.org/a?b=1."_s
                               << QStringList {u"https://example.org/a?b=1"_s};
        QTest::newRow("http") << u"http://example.org"_s << QStringList {u"http://example.org"_s};
        QTest::newRow("bare") << u"on example.org today"_s
                              << QStringList {u"https://example.org"_s};
        QTest::newRow("mail") << u"write to ada@example.org, please"_s
                              << QStringList {u"mailto:ada@example.org"_s};
        QTest::newRow("mailto") << u"mailto:ada@example.org"_s
                                << QStringList {u"mailto:ada@example.org"_s};
        QTest::newRow("in order") << u"ada@example.org or https://example.org"_s
                                  << QStringList {
                                         u"mailto:ada@example.org"_s, u"https://example.org"_s};
        QTest::newRow("nothing else")
            << u"file:///etc/passwd. javascript:alert(1)."_s << QStringList();
    }
    void leadsToTheWebAndToMail()
    {
        QFETCH(QString, text);
        QStringList targets;
        for (const ThreadLink &link : threadLinks(text)) {
            targets << QString::fromUtf8(link.target.toEncoded());
            QVERIFY(link.start >= 0 && link.start + link.length <= text.size());
        }
        QTEST(targets, "targets");
    }
};

PULLPUSH_TEST(TestThreadLinks)
#include "tst_threadlinks.moc"
