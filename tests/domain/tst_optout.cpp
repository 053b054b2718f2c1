// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/optout.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOptOut : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        QTest::newRow("stop alone") << u"STOP"_s << u"en"_s;
        QTest::newRow("stop, politely") << u"Stop, please."_s << u"en"_s;
        QTest::newRow("not interested")
            << u"Thanks for the offer, but I am really not interested."_s << u"en"_s;
        QTest::newRow("apostrophe") << u"Please don’t contact me again"_s << u"en"_s;
        QTest::newRow("German") << u"Danke, aber ich habe kein Interesse daran."_s << u"de"_s;
        QTest::newRow("German umlaut") << u"Bitte löschen Sie meine Daten!"_s << u"de"_s;
        QTest::newRow("French accents") << u"Je ne suis pas intéressée par ça"_s << u"fr"_s;
        QTest::newRow("Spanish") << u"No me interesa, gracias por escribir"_s << u"es"_s;
        QTest::newRow("Polish") << u"Dziękuję, nie jestem zainteresowany tą ofertą"_s << u"pl"_s;
        QTest::newRow("stop within words")
            << u"Will you stop by the shop on Saturday to see the pot?"_s << QString();
        QTest::newRow("a visit") << u"Stop by tomorrow!"_s << QString();
        QTest::newRow("go on") << u"Don’t stop!"_s << QString();
        QTest::newRow("one-stop") << u"One-stop shop?"_s << QString();
        QTest::newRow("wants it now") << u"I am not interested in waiting, send it."_s << QString();
        QTest::newRow("asks what would be")
            << u"What happens if you’re not interested in our size?"_s << QString();
        QTest::newRow("both") << u"Stop by tomorrow? No: stop contacting me."_s << u"en"_s;
        QTest::newRow("stop at once") << u"Stop at once"_s << u"en"_s;
        QTest::newRow("not interested in something")
            << u"We are not interested in your offers."_s << u"en"_s;
        QTest::newRow("part of a word") << u"I am notinterested2"_s << QString();
        QTest::newRow("interested") << u"I am interested!"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        const auto found = optOutIn(text);
        QCOMPARE(found ? found->language : QString(), language);
    }
};

PULLPUSH_TEST(TestOptOut)
#include "tst_optout.moc"
