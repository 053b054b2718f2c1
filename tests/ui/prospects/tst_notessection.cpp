// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sectionwindow.h"
#include "storage/database.h"
#include "storage/transaction.h"
#include "test_support/testprogram.h"
#include "ui_prospects/notessection.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

class TestNotesSection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<NotesSection>> m_it;

    [[nodiscard]] QPlainTextEdit *words() const
    {
        return m_it->part<QPlainTextEdit>(u"prospect.notes"_s);
    }
    [[nodiscard]] QString stored() const { return m_it->dossier->prospect()->notes; }

private slots:
    void init()
    {
        m_it = std::make_unique<SectionWindow<NotesSection>>();
        const QString reason = m_it->open();
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
        QTest::keyClicks(words(), u"Likes oak"_s);
        m_it->section->flush();
        QVERIFY(m_it->test.settle());
        QCOMPARE(stored(), u"Likes oak"_s);
        words()->moveCursor(QTextCursor::End);
    }

    void whatAnotherWritesMeanwhileIsKept()
    {
        QTest::keyClick(words(), Qt::Key_Return);
        QTest::keyClicks(words(), u"Has two shops"_s);
        Prospect theirs = *m_it->dossier->prospect();
        theirs.notes = u"Likes oak\nNever on Mondays"_s;
        m_it->test->prospects().change(*m_it->dossier->prospect(), theirs);
        QCOMPARE(words()->toPlainText(), u"Likes oak\nHas two shops"_s); // whoever types goes on
        QVERIFY(!m_it->part<QLabel>(u"prospect.notesTold"_s));
        QTRY_COMPARE(stored(), u"Likes oak\nNever on Mondays\nHas two shops"_s);
        QCOMPARE(words()->toPlainText(), stored());
        QVERIFY(m_it->part<QLabel>(u"prospect.notesTold"_s));
        QVERIFY(words()->textCursor().atEnd());
        QTest::keyClicks(words(), u"."_s);
        QVERIFY(!m_it->part<QLabel>(u"prospect.notesTold"_s));
    }

    void whatIsRefusedIsSaidAgain()
    {
        const bool done =
            m_it->test->database()
                ->write([](Transaction &transaction) {
                    return transaction.execute(u"UPDATE prospect SET notes = 'Never on Mondays'"_s);
                })
                .result()
                .has_value();
        QVERIFY(done);
        QTest::keyClick(words(), Qt::Key_Return);
        QTest::keyClicks(words(), u"Has two shops"_s);
        m_it->section->flush();
        QTRY_COMPARE(stored(), u"Never on Mondays\nHas two shops"_s);
        QVERIFY(m_it->test.settle());
        QCOMPARE(words()->toPlainText(), stored());
    }

    void anUndoShowsWhatWasThere()
    {
        m_it->test->undoStack()->undo();
        QTRY_VERIFY(stored().isEmpty());
        QVERIFY(words()->toPlainText().isEmpty());
    }
};

PULLPUSH_WINDOW_TEST(TestNotesSection)
#include "tst_notessection.moc"
