// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "test_support/openprospect.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// Steps of the undo stack that cannot be taken.
class TestEditCommand : public QObject, OpenProspect
{
    Q_OBJECT

    bool m_offersRedo = false; ///< as the window's menu, which follows the index

    [[nodiscard]] QUndoStack &stack() const { return *(*m_test)->undoStack(); }
    void settle() { QTRY_VERIFY(!(*m_test)->isWriting()); }
    /// Past the workspace, as a colleague would.
    [[nodiscard]] bool execute(const QString &sql, const QVariantList &bindings = {})
    {
        return executeSql(**m_test, sql, bindings);
    }
    [[nodiscard]] Prospect written() const
    {
        const auto found = (*m_test)
                               ->database()
                               ->read([id = m_id](Connection &connection) {
                                   return ProspectTable::find(connection, id);
                               })
                               .result();
        return found ? found->value_or(Prospect()) : Prospect();
    }
    void change(QString Prospect::*field, const QString &value)
    {
        Prospect after = *m_dossier->prospect();
        after.*field = value;
        const int count = stack().count();
        (*m_test)->prospects().change(*m_dossier->prospect(), after);
        QTRY_COMPARE(stack().count(), count + 1);
    }
    static int errors(const QSignalSpy &notices)
    {
        int count = 0;
        for (const auto &arguments : notices)
            count += arguments.first().value<Notice>().severity == Notice::Severity::Error ? 1 : 0;
        return count;
    }

private slots:
    void init()
    {
        QVERIFY(openProspect());
        change(&Prospect::title, u"Buyer"_s);
        change(&Prospect::notes, u"rye"_s);
        QCOMPARE(stack().index(), 3);
        connect(&stack(), &QUndoStack::indexChanged, m_dossier.get(),
            [this] { m_offersRedo = stack().canRedo(); });
        m_offersRedo = false;
    }
    void cleanup() { closeProspect(); }

    void anUndoThatMeetsAConflictLeavesTheStack()
    {
        QVERIFY(execute(u"UPDATE prospect SET notes = 'barley' WHERE id = ?"_s, {m_id.value()}));
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        stack().undo();
        QVERIFY(m_offersRedo);
        settle();
        QTRY_COMPARE(errors(notices), 1);
        QCOMPARE(notices.size(), 1);
        QCOMPARE(stack().count(), 2);
        QCOMPARE(stack().index(), 2);
        QVERIFY(!m_offersRedo);
        QCOMPARE(written().notes, u"barley"_s);
        QTRY_COMPARE(m_dossier->prospect()->notes, u"barley"_s);

        stack().undo(); // the one before it
        settle();
        QTRY_COMPARE(written().title, QString());
        QCOMPARE(m_dossier->prospect()->title, QString());
        QCOMPARE(written().notes, u"barley"_s);
        QCOMPARE(stack().index(), 1);
        QCOMPARE(notices.size(), 1);
        stack().redo();
        settle();
        QTRY_COMPARE(written().title, u"Buyer"_s);
    }

    void twoQuickUndosThatMeetConflictsLeaveNothingToRedo()
    {
        QVERIFY(execute(u"UPDATE prospect SET notes = 'barley', title = 'Chief' WHERE id = ?"_s,
            {m_id.value()}));
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        stack().undo();
        stack().undo(); // before the first was answered
        settle();
        QTRY_COMPARE(errors(notices), 2);
        QCOMPARE(stack().count(), 1);
        QCOMPARE(stack().index(), 1);
        QVERIFY(!stack().canRedo());
        QVERIFY(!m_offersRedo);
        QCOMPARE(written().notes, u"barley"_s);
        QCOMPARE(written().title, u"Chief"_s);
    }

    void twoQuickUndosOfWhichTheFirstMeetsAConflict()
    {
        QVERIFY(execute(u"UPDATE prospect SET notes = 'barley' WHERE id = ?"_s, {m_id.value()}));
        stack().undo();
        stack().undo();
        settle();
        QTRY_COMPARE(written().title, QString());
        stack().redo();
        settle();
        QTRY_COMPARE(written().title, u"Buyer"_s);
        QVERIFY(!stack().canRedo());
        QVERIFY(!m_offersRedo);
    }

    void anotherWindowsChangeIsAConflictToo()
    {
        const auto other = m_test->another();
        QVERIFY(other);
        ProspectDossier theirs(*other, nullptr);
        theirs.open(m_id);
        QTRY_COMPARE(theirs.state(), StoreState::Ready);
        Prospect changed = *theirs.prospect();
        changed.notes = u"spelt"_s;
        other->prospects().change(*theirs.prospect(), changed);
        QTRY_VERIFY(!other->isWriting());
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        stack().undo();
        settle();
        QTRY_COMPARE(errors(notices), 1);
        QCOMPARE(stack().count(), 2);
        QTRY_COMPARE(m_dossier->prospect()->notes, u"spelt"_s);
        QCOMPARE(written().notes, u"spelt"_s);
    }

    void aRedoThatMeetsAConflictLeavesTheStack()
    {
        stack().undo();
        settle();
        QTRY_COMPARE(written().notes, QString());
        QVERIFY(m_offersRedo);
        QVERIFY(execute(u"UPDATE prospect SET notes = 'barley' WHERE id = ?"_s, {m_id.value()}));
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        stack().redo();
        settle();
        QTRY_COMPARE(errors(notices), 1);
        QCOMPARE(stack().count(), 2);
        QCOMPARE(stack().index(), 2);
        QVERIFY(!m_offersRedo);
        QCOMPARE(written().notes, u"barley"_s);
    }

    void anUndoOfWhatIsGoneLeavesTheStack()
    {
        QVERIFY(execute(u"UPDATE prospect SET deleted_at = 1 WHERE id = ?"_s, {m_id.value()}));
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        stack().undo();
        settle();
        QTRY_COMPARE(errors(notices), 1);
        QCOMPARE(stack().count(), 2);
        QCOMPARE(stack().index(), 2);
    }

    void aStepThatCannotBeWrittenStaysOnTheStack()
    {
        const QSignalSpy notices(m_test->get(), &Workspace::notice);
        QVERIFY(execute(u"ALTER TABLE change RENAME TO put_away"_s));
        stack().undo();
        settle();
        QTRY_COMPARE(errors(notices), 1);
        QCOMPARE(stack().count(), 3);
        QCOMPARE(stack().index(), 3);
        QCOMPARE(written().notes, u"rye"_s);
        QCOMPARE(m_dossier->prospect()->notes, u"rye"_s); // shown again as it is

        QVERIFY(execute(u"ALTER TABLE put_away RENAME TO change"_s));
        stack().undo();
        settle();
        QTRY_COMPARE(written().notes, QString());
        QCOMPARE(stack().index(), 2);

        QVERIFY(execute(u"ALTER TABLE change RENAME TO put_away"_s));
        stack().redo();
        settle();
        QTRY_COMPARE(errors(notices), 2);
        QCOMPARE(stack().count(), 3);
        QCOMPARE(stack().index(), 2);
        QVERIFY(execute(u"ALTER TABLE put_away RENAME TO change"_s));
        stack().redo();
        settle();
        QTRY_COMPARE(written().notes, u"rye"_s);
        QCOMPARE(stack().index(), 3);
    }
};

PULLPUSH_TEST(TestEditCommand)
#include "tst_editcommand.moc"
