// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/closebutton.h"
#include "ui_common/plaintext.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT
private slots:
    void aToolTipShowsItsWords_data();
    void aToolTipShowsItsWords();
    void aButtonSaysWhatItDeletes();
};

void TestPlainText::aToolTipShowsItsWords_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("plain") << u"Slow mornings & oak"_s;
    QTest::newRow("entity") << u"a &amp; b"_s;
    QTest::newRow("tag") << u"<b>Anna</b> & co"_s;
    QTest::newRow("tag behind words") << u"Delete “<h1>Anna”"_s;
    QTest::newRow("picture") << u"<img src=\"file:///dev/null\">"_s;
    QTest::newRow("lines") << u"<u>one</u>\ntwo"_s;
    QTest::newRow("escaped tag") << u"&lt;b&gt;"_s;
}

void TestPlainText::aToolTipShowsItsWords()
{
    QFETCH(QString, words);
    const QString tip = plainTip(words);
    QString shown = tip;
    if (Qt::mightBeRichText(tip)) {
        QTextDocument document;
        document.setHtml(tip);
        shown = document.toPlainText();
    }
    QCOMPARE(shown, words);
}

void TestPlainText::aButtonSaysWhatItDeletes()
{
    const CloseButton button(u"Delete “<b>Anna</b>”"_s);
    QCOMPARE(button.accessibleName(), u"Delete “<b>Anna</b>”"_s);
    QVERIFY(button.toolTip().contains("&lt;b&gt;"_L1));
}

PULLPUSH_WINDOW_TEST(TestPlainText)
#include "tst_plaintext.moc"
