// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_common/undokeys.h"

#include <QAction>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

class TestUndoKeys : public QObject
{
    Q_OBJECT

    UndoKeys m_keys;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QAction *m_undo = nullptr;

private slots:
    void initTestCase() { qApp->installEventFilter(&m_keys); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_line = new QLineEdit(m_window.get());
        m_text = new QPlainTextEdit(m_window.get());
        layout->addWidget(m_line);
        layout->addWidget(m_text);
        m_undo = new QAction(m_window.get());
        m_undo->setShortcut(QKeySequence(QKeySequence::Undo));
        m_window->addAction(m_undo);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void aFieldUndoesItsOwnTypingFirst()
    {
        const QSignalSpy undone(m_undo, &QAction::triggered);
        m_line->setFocus();
        QTest::keyClicks(m_line, QStringLiteral("tea"));
        QTest::keyClick(m_line, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_line->text().isEmpty());
        QCOMPARE(undone.count(), 0);
        QTest::keyClick(m_line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
    }

    void whatIsCommittedIsTheWindows()
    {
        const QSignalSpy undone(m_undo, &QAction::triggered);
        m_line->setFocus();
        QTest::keyClicks(m_line, QStringLiteral("tea"));
        m_line->setCursorPosition(1);
        endTyping(m_line);
        QCOMPARE(m_line->text(), QStringLiteral("tea"));
        QCOMPARE(m_line->cursorPosition(), 1);
        QVERIFY(!m_line->isModified());
        QTest::keyClick(m_line, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_line->text(), QStringLiteral("tea"));
        QCOMPARE(undone.count(), 1);
    }

    void alsoInATextOfManyLines()
    {
        const QSignalSpy undone(m_undo, &QAction::triggered);
        m_text->setFocus();
        QTest::keyClick(m_text, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
        QTest::keyClicks(m_text, QStringLiteral("tea"));
        QTest::keyClick(m_text, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
        QVERIFY(m_text->toPlainText().isEmpty());
    }
};

PULLPUSH_WINDOW_TEST(TestUndoKeys)
#include "tst_undokeys.moc"
