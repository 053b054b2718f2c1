// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/spellservice.h"
#include "test_support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}
} // namespace

/// With dictionaries of a few words, one of them in an old encoding.
class TestSpellService : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        write(
            m_folder.filePath(u"en_GB.aff"_s), "SET UTF-8\nTRY esianrt\nSFX S Y 1\nSFX S 0 s .\n");
        write(m_folder.filePath(u"en_GB.dic"_s), "3\ntea/S\nkettle/S\ndon't\n");
        write(m_folder.filePath(u"de_DE.aff"_s), "SET ISO8859-1\nTRY esianrt\xDF\n");
        write(m_folder.filePath(u"de_DE.dic"_s),
            "2\nGr\xFC\xDF"
            "e\nTee\n");
        write(m_folder.filePath(u"hyph_de_DE.aff"_s), "");
        write(m_folder.filePath(u"hyph_de_DE.dic"_s), "");
        write(m_folder.filePath(u"fr_FR.aff"_s), "SET UTF-8\n"); // without words
    }

    void findsDictionaries()
    {
        const QList<SpellDictionary> found =
            installedDictionaries({m_folder.path(), m_folder.path(), u"nowhere"_s});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.at(0).language, u"de_DE"_s);
        QCOMPARE(dictionaryFor(found, u"de_AT"_s)->language, u"de_DE"_s);
        QCOMPARE(dictionaryFor(found, u"en"_s)->language, u"en_GB"_s);
        QCOMPARE(dictionaryFor(found, u"en-GB"_s)->language, u"en_GB"_s);
        QVERIFY(!dictionaryFor(found, u"fr_FR"_s));
        QVERIFY(!dictionaryFor(found, {}));
    }

    void looksUp_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("wrong");
        QTest::newRow("right") << u"en_GB"_s << u"tea"_s << false;
        QTest::newRow("with an ending") << u"en_GB"_s << u"Kettles"_s << false;
        QTest::newRow("wrong") << u"en_GB"_s << u"kettel"_s << true;
        QTest::newRow("printed apostrophe") << u"en_GB"_s << u"don’t"_s << false;
        QTest::newRow("old encoding") << u"de_DE"_s << u"Grüße"_s << false;
        QTest::newRow("not in the encoding") << u"de_DE"_s << u"Žižek"_s << true;
    }

    void looksUp()
    {
        QFETCH(QString, language);
        QFETCH(QString, word);
        SpellService service({m_folder.path()});
        QTRY_VERIFY(service.isReady());
        QVERIFY(!service.isWrong(language, word));
        QSignalSpy answered(&service, &SpellService::answered);
        service.ask(language, {word});
        QTRY_COMPARE(answered.count(), 1);
        QTEST(service.isWrong(language, word).value(), "wrong");
    }

    void knowsTheTeamsWords()
    {
        SpellService service({m_folder.path()});
        QSignalSpy told(&service, &SpellService::teamWordsChanged);
        service.setTeamWords(
            {{.id = DictionaryWordId(1), .language = u"en_GB"_s, .word = u"Oolong"_s},
                {.id = DictionaryWordId(2), .language = {}, .word = u"Hearthline"_s}});
        QCOMPARE(told.count(), 1);
        QCOMPARE(service.isWrong(u"en_GB"_s, u"Oolong"_s), std::optional(false));
        QVERIFY(!service.isWrong(u"de_DE"_s, u"Oolong"_s));
        QCOMPARE(service.isWrong(u"de_DE"_s, u"Hearthline"_s), std::optional(false));
    }

    void takesTheFirstDictionaryWhereNothingWasChosen()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"sw_KE.aff"_s), "SET UTF-8\n");
        write(folder.filePath(u"sw_KE.dic"_s), "1\nchai\n");
        SpellService service({folder.path()});
        QTRY_VERIFY(service.isReady());
        QCOMPARE(service.workspaceLanguage(u"de_AT"_s), u"de_AT"_s);
        QCOMPARE(service.workspaceLanguage({}), u"sw_KE"_s);
    }

    void suggestsBetterWords()
    {
        SpellService service({m_folder.path()});
        QTRY_VERIFY(service.isReady());
        std::optional<QStringList> better;
        service.suggest(
            u"de_DE"_s, u"Grüse"_s, this, [&better](const QStringList &words) { better = words; });
        QTRY_VERIFY(better);
        QVERIFY2(better->contains(u"Grüße"_s), qPrintable(better->join(u',')));
    }

private:
    QTemporaryDir m_folder;
};

PULLPUSH_TEST(TestSpellService)
#include "tst_spellservice.moc"
