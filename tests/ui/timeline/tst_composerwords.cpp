// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/spellservice.h"
#include "test_support/testprogram.h"
#include "ui_common/copyeditor.h"
#include "ui_common/plaintext.h"
#include "ui_common/spellmarks.h"
#include "ui_timeline/emojipicker.h"
#include "ui_timeline/snippetpanel.h"

#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Snippet)

namespace {
Snippet templateOf(qint64 id, const QString &name)
{
    Snippet made;
    made.id = SnippetId(id);
    made.use = SnippetUse::Template;
    made.name = name;
    made.text = name + u" words"_s;
    made.position = int(id);
    return made;
}

void writeDictionary(const QTemporaryDir &folder, const QByteArray &words)
{
    QFile affixes(folder.filePath(u"en_GB.aff"_s));
    QVERIFY(affixes.open(QIODevice::WriteOnly));
    affixes.write("SET UTF-8\n");
    QFile dictionary(folder.filePath(u"en_GB.dic"_s));
    QVERIFY(dictionary.open(QIODevice::WriteOnly));
    dictionary.write(words);
}
} // namespace

/// The parts that help to write: emoji, snippets, spelling.
class TestComposerWords : public QObject
{
    Q_OBJECT
private slots:
    void emojiAreFoundByKeys()
    {
        QWidget window;
        window.resize(400, 400);
        window.show();
        EmojiPicker picker(&window);
        picker.setMemory({u"🚀"_s}, 0);
        QSignalSpy chosen(&picker, &EmojiPicker::chosen);
        picker.popUpAt(&window);
        auto *grid = picker.findChild<QListView *>(u"emojiGrid"_s);
        QCOMPARE(grid->model()->index(0, 0).data().toString(), u"🚀"_s); // used last
        auto *search = picker.findChild<QLineEdit *>(u"emojiSearch"_s);
        QTest::keyClicks(search, u"hot bever"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().toString(), u"☕"_s);
        QCOMPARE(picker.recent(), (QStringList {u"☕"_s, u"🚀"_s}));
        QVERIFY(!picker.isVisible());
    }

    void snippetsAreWritten()
    {
        SnippetPanel panel;
        QSignalSpy added(&panel, &SnippetPanel::addRequested);
        QSignalSpy changed(&panel, &SnippetPanel::changed);
        QSignalSpy moved(&panel, &SnippetPanel::moveRequested);
        panel.open(SnippetUse::Hashtags);
        auto *list = panel.findChild<QListWidget *>(u"snippetList"_s);
        QVERIFY(!list->isVisible()); // nothing there yet: it says what to do
        panel.findChild<QToolButton *>(u"addSnippet"_s)->click();
        QCOMPARE(added.count(), 1);
        Snippet first = added.first().first().value<Snippet>();
        QCOMPARE(first.use, SnippetUse::Hashtags);
        first.id = SnippetId(1);
        Snippet second = first;
        second.id = SnippetId(2);
        second.position = 1;
        panel.setSnippets({first, second});
        QVERIFY(list->isVisible());
        QCOMPARE(list->count(), 2);
        auto *text = panel.findChild<QPlainTextEdit *>(u"snippetText"_s);
        QTest::keyClicks(text, u"#tea"_s);
        QCOMPARE(changed.count(), 0); // after a rest
        panel.flush();
        QCOMPARE(changed.count(), 1);
        first = changed.first().first().value<Snippet>();
        QCOMPARE(first.text, u"#tea"_s);
        panel.setSnippets({first, second});
        panel.findChild<QToolButton *>(u"snippetDown"_s)->click();
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(1).toInt(), 1);
        QVERIFY(!panel.findChild<QToolButton *>(u"snippetUp"_s)->isEnabled());
    }

    void whatIsTypedStaysInItsSnippet()
    {
        const Snippet first = templateOf(1, u"Spring"_s);
        const Snippet second = templateOf(2, u"Autumn"_s);
        Snippet tags = templateOf(3, u"Tea"_s);
        tags.use = SnippetUse::Hashtags;
        SnippetPanel panel;
        panel.setSnippets({first, second, tags});
        panel.open(SnippetUse::Template);
        QSignalSpy changed(&panel, &SnippetPanel::changed);
        auto *name = panel.findChild<QLineEdit *>(u"snippetName"_s);
        QTest::keyClicks(name, u" sale"_s);
        panel.open(SnippetUse::Hashtags);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().value<Snippet>().id, first.id);
        QCOMPARE(changed.first().first().value<Snippet>().name, u"Spring sale"_s);
        QCOMPARE(name->text(), u"Tea"_s);
        panel.flush();
        QCOMPARE(changed.count(), 1);
    }

    void whatIsTypedGoesWithItsSnippet()
    {
        const Snippet first = templateOf(1, u"Spring"_s);
        const Snippet second = templateOf(2, u"Autumn"_s);
        SnippetPanel panel;
        panel.setSnippets({first, second});
        panel.open(SnippetUse::Template);
        QSignalSpy changed(&panel, &SnippetPanel::changed);
        auto *name = panel.findChild<QLineEdit *>(u"snippetName"_s);
        QTest::keyClicks(name, u" sale"_s);
        panel.setSnippets({second}); // deleted elsewhere
        QCOMPARE(name->text(), u"Autumn"_s);
        panel.flush();
        QCOMPARE(changed.count(), 0);
    }

    void aSpaceAtTheEndOfANameStaysWhileItIsTyped()
    {
        const Snippet spring = templateOf(1, {});
        SnippetPanel panel;
        panel.setSnippets({spring});
        panel.open(SnippetUse::Template);
        connect(&panel, &SnippetPanel::changed, this,
            [&panel](const Snippet &after) { panel.setSnippets({after}); });
        QSignalSpy changed(&panel, &SnippetPanel::changed);
        auto *name = panel.findChild<QLineEdit *>(u"snippetName"_s);
        QTest::keyClicks(name, u"Spring "_s);
        panel.flush();
        QTest::keyClicks(name, u"sale"_s);
        panel.flush();
        QCOMPARE(changed.last().first().value<Snippet>().name, u"Spring sale"_s);
    }

    void noBreakSpacesStay()
    {
        const QString words = u"10\u00A0kg\nof tea"_s;
        CopyEditor editor;
        editor.setCopy(words);
        QCOMPARE(plainWords(editor), words);
        editor.selectAll();
        editor.setCopy(words); // news that are none
        QVERIFY(editor.textCursor().hasSelection());

        Snippet snippet = templateOf(1, u"Spring"_s);
        snippet.text = words;
        SnippetPanel panel;
        panel.setSnippets({snippet});
        panel.open(SnippetUse::Template);
        QSignalSpy changed(&panel, &SnippetPanel::changed);
        auto *text = panel.findChild<QPlainTextEdit *>(u"snippetText"_s);
        text->moveCursor(QTextCursor::End);
        QTest::keyClicks(text, u"!"_s);
        panel.flush();
        QCOMPARE(changed.first().first().value<Snippet>().text, words + u'!');
    }

    void theLastWordIsCheckedWhenTheCursorLeaves()
    {
        const QTemporaryDir folder;
        writeDictionary(folder, "1\nthe\n");
        SpellService service({folder.path()});
        QTRY_VERIFY(service.isReady());
        QWidget window;
        window.resize(300, 200);
        auto *editor = new CopyEditor(&window);
        editor->resize(300, 200);
        window.show();
        editor->setFocus();
        window.activateWindow();
        QTRY_VERIFY(editor->hasFocus());
        SpellMarks marks(editor, &service);
        marks.setContext(1, u"en_GB"_s);
        QTest::keyClicks(editor, u"oolong kettel"_s);
        QTRY_COMPARE(editor->markedWords().size(), 1); // the last one is not finished
        QCOMPARE(editor->markedWords().first().selectedText(), u"oolong"_s);
        editor->moveCursor(QTextCursor::StartOfLine);
        QTRY_COMPARE(editor->markedWords().size(), 2);
        editor->moveCursor(QTextCursor::End);
        QTRY_COMPARE(editor->markedWords().size(), 1);
        editor->clearFocus();
        QTRY_COMPARE(editor->markedWords().size(), 2);
    }

    void misspeltWordsAreMarkedAndMended()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        write(u"en_GB.aff"_s, "SET UTF-8\nTRY esianrt\n");
        write(u"en_GB.dic"_s, "2\nkettle\nthe\n");
        SpellService service({folder.path()});
        QTRY_VERIFY(service.isReady());
        CopyEditor editor;
        editor.resize(300, 200);
        editor.show();
        SpellMarks marks(&editor, &service);
        marks.setContext(1, u"en_GB"_s);
        editor.setPlainText(u"the kettel #kettel the"_s);
        QTRY_COMPARE(editor.markedWords().size(), 1);
        QCOMPARE(editor.markedWords().first().selectedText(), u"kettel"_s);
        QMenu menu;
        menu.addAction(u"Copy"_s);
        emit editor.menuRequested(&menu, 6);
        QTRY_COMPARE(menu.actions().first()->text(), u"kettle"_s);
        menu.actions().first()->trigger();
        QCOMPARE(editor.toPlainText(), u"the kettle #kettel the"_s);
        QTRY_VERIFY(editor.markedWords().isEmpty());
    }

    void aWordIsIgnoredInItsPostAlone()
    {
        QTemporaryDir folder;
        QFile affixes(folder.filePath(u"en_GB.aff"_s));
        QVERIFY(affixes.open(QIODevice::WriteOnly));
        affixes.write("SET UTF-8\n");
        affixes.close();
        QFile words(folder.filePath(u"en_GB.dic"_s));
        QVERIFY(words.open(QIODevice::WriteOnly));
        words.write("1\nthe\n");
        words.close();
        SpellService service({folder.path()});
        QTRY_VERIFY(service.isReady());
        CopyEditor editor;
        editor.show();
        SpellMarks marks(&editor, &service);
        QSignalSpy added(&marks, &SpellMarks::addWordRequested);
        marks.setContext(1, u"en_GB"_s);
        editor.setPlainText(u"Oolong the"_s);
        QTRY_COMPARE(editor.markedWords().size(), 1);
        QMenu menu;
        emit editor.menuRequested(&menu, 2);
        menu.actions().at(1)->trigger();
        QCOMPARE(added.first().first().toString(), u"Oolong"_s);
        menu.actions().at(2)->trigger();
        QVERIFY(editor.markedWords().isEmpty());
        marks.setContext(2, u"en_GB"_s);
        QCOMPARE(editor.markedWords().size(), 1);
        marks.setContext(2, {});
        QVERIFY(editor.markedWords().isEmpty());
    }
};

PULLPUSH_WINDOW_TEST(TestComposerWords)
#include "tst_composerwords.moc"
