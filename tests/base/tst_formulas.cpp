// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/formulas.h"
#include "test_support/randomtext.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// No cell is a formula of a spreadsheet, and what it was comes back.
class FormulasTest : public QObject
{
    Q_OBJECT
private slots:
    void guardsFormulas_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("guarded");
        QTest::newRow("formula") << u"=1+1"_s << u"'=1+1"_s;
        QTest::newRow("mention") << u"@brew"_s << u"'@brew"_s;
        QTest::newRow("minus") << u"-5 %"_s << u"'-5 %"_s;
        QTest::newRow("tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::newRow("own apostrophe") << u"'=1"_s << u"''=1"_s;
        QTest::newRow("word") << u"'tis"_s << u"'tis"_s;
        QTest::newRow("apostrophe") << u"'"_s << u"'"_s;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("text") << u"a=b"_s << u"a=b"_s;
    }
    void guardsFormulas()
    {
        QFETCH(QString, cell);
        QFETCH(QString, guarded);
        QCOMPARE(withGuard(cell), guarded);
        QCOMPARE(withoutGuard(guarded), cell);
    }

    void guardsAndFrees()
    {
        QVERIFY(rc::check("guarded and freed", [] {
            const QString cell = *RandomText::any();
            const QString guarded = withGuard(cell);
            RC_ASSERT(withoutGuard(guarded) == cell);
            const bool isHarmless = guarded.isEmpty() || !u"=+-@\t\r"_s.contains(guarded.front());
            RC_ASSERT(isHarmless);
        }));
    }
};

PULLPUSH_TEST(FormulasTest)
#include "tst_formulas.moc"
