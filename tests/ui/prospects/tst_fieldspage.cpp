// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/recordservice.h"
#include "session/teamsets.h"
#include "test_support/openpage.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "ui_common/inlinemessage.h"
#include "ui_prospects/fieldspage.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestFieldsPage : public QObject, OpenPage<FieldsPage>
{
    Q_OBJECT

    void press(const QString &name)
    {
        auto *button = part<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::keyClick(button, Qt::Key_Space);
    }
    const QList<CustomField> &fields() const { return (*m_test)->team().customFields(); }
    QStringList names() const
    {
        QStringList names;
        for (const CustomField &field : fields())
            names << field.name;
        return names;
    }
    QStringList shown() const { return textsOf(u"fields.list"_s); }
    QListWidget *list() const { return part<QListWidget>(u"fields.list"_s); }
    QLineEdit *name() const { return part<QLineEdit>(u"fields.name"_s); }
    /// As a user does: the new name stands ready to be typed over.
    void add(const QString &text)
    {
        press(fields().isEmpty() ? u"fields.first"_s : u"fields.add"_s);
        QTest::keyClicks(name(), text);
        QTest::keyClick(name(), Qt::Key_Return);
        QVERIFY(m_test->settle());
        QTRY_COMPARE(names().last(), text);
    }
    void choose(CustomFieldKind kind)
    {
        auto *box = part<QComboBox>(u"fields.kind"_s);
        while (box->currentData().toInt() != int(kind))
            QTest::keyClick(
                box, box->currentIndex() < box->findData(int(kind)) ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(m_test->settle());
    }

private slots:
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        QVERIFY(openPage({700, 500}));
    }
    void cleanup() { closePage(); }

    void beginsEmptyAndNamesTheFirst()
    {
        QVERIFY(!list()->isVisible());
        add(u"Seats"_s);
        QVERIFY(list()->isVisible());
        QCOMPARE(shown(), QStringList {u"Seats"_s});
        QCOMPARE(fields().first().kind, CustomFieldKind::Text);
        for (int i = 0; i < 2; ++i) { // the name, the field
            (*m_test)->undoStack()->undo();
            QVERIFY(m_test->settle());
        }
        QTRY_VERIFY(!list()->isVisible());
        QVERIFY(fields().isEmpty());
    }

    void asksForChoicesOnlyWhereThereAreSome()
    {
        add(u"Wood"_s);
        auto *choices = part<QPlainTextEdit>(u"fields.choices"_s);
        const QWidget *label = nullptr;
        for (const auto *form : m_page->findChildren<QFormLayout *>())
            label = form->labelForField(choices);
        QVERIFY(label);
        QVERIFY(!choices->isVisible());
        QVERIFY(!label->isVisible());
        choose(CustomFieldKind::Choice);
        QCOMPARE(fields().first().kind, CustomFieldKind::Choice);
        QVERIFY(choices->isVisible());
        QVERIFY(label->isVisible());
        QTest::keyClicks(choices, u"Oak"_s);
        QTest::keyClick(choices, Qt::Key_Return);
        QTest::keyClicks(choices, u"Ash"_s);
        QVERIFY(m_test->settle());
        QCOMPARE(fields().first().choices, u"Oak\nAsh"_s);
        choose(CustomFieldKind::Number);
        QVERIFY(!label->isVisible());
    }

    void noneIsWithoutAName()
    {
        add(u"Seats"_s);
        name()->clear();
        QTest::keyClicks(name(), u"  "_s);
        QTest::keyClick(name(), Qt::Key_Return);
        QVERIFY(m_test->settle());
        QCOMPARE(names(), QStringList {u"Seats"_s});
        QCOMPARE(name()->text(), u"Seats"_s);
    }

    void ordersByKeyboard()
    {
        for (const QString &text : {u"A"_s, u"B"_s, u"C"_s})
            add(text);
        list()->setFocus();
        QCOMPARE(list()->currentRow(), 2);
        QVERIFY(!part<QWidget>(u"fields.down"_s)->isEnabled());
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(m_test->settle());
        QCOMPARE(names(), QStringList({u"A"_s, u"C"_s, u"B"_s}));
        QCOMPARE(list()->currentRow(), 1); // the keyboard goes with it
        press(u"fields.up"_s);
        QVERIFY(m_test->settle());
        QCOMPARE(names(), QStringList({u"C"_s, u"A"_s, u"B"_s}));
        QVERIFY(!part<QWidget>(u"fields.up"_s)->isEnabled());
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // there is nothing before it
        QVERIFY(!(*m_test)->isWriting());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(shown(), QStringList({u"A"_s, u"C"_s, u"B"_s}));
    }

    void deletesWithWhatItSaysOfPeople()
    {
        add(u"Seats"_s);
        const ProspectId id = m_test->person(u"Nora Field"_s);
        QVERIFY(!id.isNull());
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(id);
        QTRY_VERIFY(dossier.state() == StoreState::Ready && dossier.prospect());
        QVERIFY((*m_test)->records().setValue(dossier, fields().first(), u"40"_s));
        QVERIFY(m_test->settle());
        QTRY_COMPARE(dossier.customValues().size(), 1);
        QTest::keyClick(list(), Qt::Key_Delete);
        QTRY_VERIFY(fields().isEmpty());
        QVERIFY(m_test->settle());
        QTRY_VERIFY(dossier.customValues().isEmpty());
        QVERIFY(!list()->isVisible());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(shown(), QStringList {u"Seats"_s});
        QTRY_COMPARE(dossier.customValues().size(), 1);
    }

    void whatIsTypedNeverGoesToAnotherField()
    {
        add(u"A"_s);
        add(u"B"_s);
        QTest::keyClicks(name(), u"ee"_s); // not finished yet
        (*m_test)->records().removeField(fields().last()); // as a colleague does
        QTRY_COMPARE(shown(), QStringList {u"A"_s});
        QCOMPARE(name()->text(), u"A"_s);
        QTest::keyClick(name(), Qt::Key_Return);
        QVERIFY(m_test->settle());
        QCOMPARE(names(), QStringList {u"A"_s});
    }

    void saysThatTheyCannotBeRead()
    {
        add(u"Seats"_s);
        const auto *error = m_page->findChild<InlineMessage *>();
        QVERIFY(error && !error->isVisible());
        QVERIFY(executeSql(**m_test, u"DROP VIEW live_lost_reason"_s));
        CustomField field = fields().first();
        field.name = u"Chairs"_s;
        (*m_test)->records().changeField(fields().first(), field); // makes it read again
        QTRY_VERIFY(error->isVisible());
        QVERIFY(!error->text().isEmpty());
        QCOMPARE(shown(), QStringList {u"Chairs"_s}); // what was there stays
    }
};

PULLPUSH_WINDOW_TEST(TestFieldsPage)
#include "tst_fieldspage.moc"
