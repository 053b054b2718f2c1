// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/reportdocument.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestReportDocument : public QObject
{
    Q_OBJECT
private slots:
    void isComposedOnlyForItsReaders()
    {
        int composed = 0;
        ReportDocument document([&composed] {
            ++composed;
            return QJsonObject {{u"cohort"_s, 70}};
        });
        document.insert(u"notes"_s, 2);
        const ReportDocument copy = document;
        QCOMPARE(composed, 0);
        QCOMPARE(copy.toJson(), QJsonObject({{u"cohort"_s, 70}, {u"notes"_s, 2}}));
        QCOMPARE(composed, 1);
    }

    void takesTheLastMemberOfAName()
    {
        ReportDocument document(QJsonObject {{u"from"_s, u"2026-01-01"_s}});
        document.insert(u"from"_s, u"2026-02-01"_s);
        document.insert(u"from"_s, u"2026-03-01"_s);
        QCOMPARE(document.value(u"from"_s), u"2026-03-01"_s);
    }

    void holdsAnotherAsItIsThen()
    {
        ReportDocument before(QJsonObject {{u"cohort"_s, 80}});
        ReportDocument now(QJsonObject {{u"cohort"_s, 70}});
        before.insert(u"goals"_s, 1);
        now.insertDocument(u"before"_s, before);
        before.insert(u"goals"_s, 5);
        QCOMPARE(
            now.value(u"before"_s).toObject(), QJsonObject({{u"cohort"_s, 80}, {u"goals"_s, 1}}));
        QCOMPARE(now.value(u"cohort"_s).toInt(), 70);
    }

    void isEmptyWithoutContent() { QVERIFY(ReportDocument().toJson().isEmpty()); }
};

PULLPUSH_TEST(TestReportDocument)
#include "tst_reportdocument.moc"
