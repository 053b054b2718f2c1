// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/textrules.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTextRules : public QObject
{
    Q_OBJECT
private slots:
    void tells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found"); // rule@start-end
        const auto row = [](const char *name, const QString &text, const QStringList &found) {
            QTest::newRow(name) << text << found;
        };
        row("nothing", u"Plain words, #one and #two. We are #1."_s, {});
        row("empty hashtag", u"A # b #"_s, {u"hashtag.empty@2-3"_s, u"hashtag.empty@6-7"_s});
        row("duplicate", u"#Tea and #tea"_s, {u"hashtag.duplicate@9-13"_s});
        row("override", u"a\u202Eb\u202C"_s, {u"bidi.control@1-2"_s});
        row("isolates in pairs", u"a \u2068\u05D0\u2067b\u2069\u2069 c"_s, {});
        row("open isolate", u"a \u2068b\nc\u2069"_s, {u"bidi.control@2-3"_s});
        row("stray end", u"a\u2069"_s, {u"bidi.control@1-2"_s});
        row("marks are fine", u"a\u200Fb\u200E\u061C"_s, {});
        row("placeholders", u"{name}: {link}"_s,
            {u"placeholder.open@0-6"_s, u"placeholder.open@8-14"_s});
        row("in order", u"{a} #"_s, {u"placeholder.open@0-3"_s, u"hashtag.empty@4-5"_s});
    }

    void tells()
    {
        QFETCH(QString, text);
        QStringList found;
        const QList<CopyIssue> issues = textIssues(text, false);
        for (const CopyIssue &issue : issues) {
            found << u"%1@%2-%3"_s.arg(issue.rule).arg(issue.start).arg(issue.end);
            QCOMPARE(issue.severity, CopyIssue::Severity::Warning);
            QVERIFY(!issue.text.isEmpty());
        }
        QTEST(found, "found");
    }

    void theLinkMayBeThere() { QVERIFY(textIssues(u"{link}"_s, true).isEmpty()); }

    void tellsEachForbiddenSignOnce()
    {
        const QList<CopyIssue> issues = forbiddenIssues(u"a>b>c"_s, u"<>"_s, u"YouTube"_s);
        QCOMPARE(issues.size(), 1);
        QCOMPARE(issues.first().start, qsizetype(1));
        QCOMPARE(issues.first().severity, CopyIssue::Severity::Error);
    }
};

PULLPUSH_TEST(TestTextRules)
#include "tst_textrules.moc"
