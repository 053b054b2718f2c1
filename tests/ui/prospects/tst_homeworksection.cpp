// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/homework.h"
#include "sectionwindow.h"
#include "test_support/testprogram.h"
#include "ui_prospects/factrow.h"
#include "ui_prospects/homeworksection.h"
#include "ui_prospects/sectionparts.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestHomeworkSection : public QObject
{
    Q_OBJECT

    std::unique_ptr<SectionWindow<HomeworkSection>> m_it;

    QStringList rows() const
    {
        QStringList texts;
        const auto rows = m_it->parts<FactRow>(u"fact"_s);
        for (const FactRow *row : rows)
            texts << row->fact().text;
        return texts;
    }
    FactRow *row(int index) const { return m_it->parts<FactRow>(u"fact"_s).value(index, nullptr); }
    void add(const QString &text, const QString &source = {})
    {
        auto *field = m_it->part<QLineEdit>(u"homework.text"_s);
        QTest::keyClicks(field, text);
        if (!source.isEmpty())
            QTest::keyClicks(m_it->part<QLineEdit>(u"homework.source"_s), source);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(m_it->test.settle());
    }

private slots:
    void init()
    {
        m_it = std::make_unique<SectionWindow<HomeworkSection>>();
        const QString reason = m_it->open();
        QVERIFY2(reason.isEmpty(), qPrintable(reason));
    }

    void addsByKind()
    {
        add(u"Opens in March"_s, u"her site"_s);
        auto *field = m_it->part<QLineEdit>(u"homework.text"_s);
        QVERIFY(field->text().isEmpty());
        QTest::keyClick(field, Qt::Key_4, Qt::AltModifier);
        QVERIFY(m_it->part<QAbstractButton>(u"homework.need"_s)->isChecked());
        add(u"Twelve tables"_s);
        QTRY_COMPARE(rows(), (QStringList {u"Opens in March"_s, u"Twelve tables"_s}));
        QCOMPARE(m_it->dossier->facts().size(), 2);
        QCOMPARE(m_it->dossier->facts().first().source, u"her site"_s);
        QCOMPARE(m_it->dossier->facts().last().kind, FactKind::Need);
        QCOMPARE(m_it->section->summary(), u"2"_s);
        QTest::keyClick(field, Qt::Key_Return); // nothing is typed
        QVERIFY(!m_it->test->isWriting());
    }

    void readersChooseTheKind()
    {
        const QString before = m_it->part<QLineEdit>(u"homework.text"_s)->placeholderText();
        QAccessibleInterface *need =
            QAccessible::queryAccessibleInterface(m_it->part<QAbstractButton>(u"homework.need"_s));
        QVERIFY(need != nullptr && need->actionInterface() != nullptr);
        need->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QVERIFY(m_it->part<QLineEdit>(u"homework.text"_s)->placeholderText() != before);
    }

    void aLongAddressBreaks()
    {
        QCOMPARE(SectionParts::breakable(u"Opens in March"_s), u"Opens in March"_s);
        const QString address =
            u"https://www.example.org/journal/2026/11/a-very-long-title-of-an-article?from=feed"_s;
        QString shown = SectionParts::breakable(address);
        QVERIFY(shown.contains(QChar(0x200B)));
        QCOMPARE(shown.remove(QChar(0x200B)), address);
        add(u"Was in the paper"_s, address);
        QTRY_VERIFY(row(0));
        const int least = m_it->section->minimumSizeHint().width();
        QVERIFY2(least <= 240, qPrintable(QString::number(least)));
        QCOMPARE(
            m_it->part<QLabel>(u"fact.below"_s)->accessibleName().section(u' ', 0, 0), address);
    }

    void changesInPlace()
    {
        add(u"Opens in March"_s);
        QTRY_VERIFY(row(0));
        row(0)->setFocus();
        QTest::keyClick(row(0), Qt::Key_F2);
        auto *text = m_it->part<QLineEdit>(u"fact.text"_s);
        QVERIFY(text);
        text->setText(u"Opens in May"_s);
        QTest::keyClick(text, Qt::Key_Escape); // leaves it as it was
        QVERIFY(!m_it->part<QLineEdit>(u"fact.text"_s));
        QCOMPARE(rows(), QStringList {u"Opens in March"_s});
        QTest::keyClick(row(0), Qt::Key_Return);
        text = m_it->part<QLineEdit>(u"fact.text"_s);
        QVERIFY(text);
        QCOMPARE(text->text(), u"Opens in March"_s);
        text->setText(u"Opens in April"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(rows(), QStringList {u"Opens in April"_s});
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->facts().first().text, u"Opens in April"_s);
    }

    void keepsAChangeWhenThePageTurns()
    {
        add(u"Opens in March"_s);
        QTRY_VERIFY(row(0));
        row(0)->setFocus();
        QTest::keyClick(row(0), Qt::Key_F2);
        m_it->part<QLineEdit>(u"fact.text"_s)->setText(u"Opens in May"_s);
        m_it->section->flush();
        QVERIFY(m_it->test.settle());
        QCOMPARE(m_it->dossier->facts().first().text, u"Opens in May"_s);
    }

    void forgetsWhoIsErased()
    {
        auto *field = m_it->part<QLineEdit>(u"homework.text"_s);
        QTest::keyClicks(field, u"Opens in March"_s);
        m_it->section->flush();
        m_it->section->forget(m_it->prospect);
        QVERIFY(field->text().isEmpty());
        const ProspectId other = m_it->create(u"Bo Cook"_s, "cold");
        QVERIFY(m_it->show(other));
        QVERIFY(m_it->show(m_it->prospect));
        QVERIFY(field->text().isEmpty());
    }

    void ordersAndDeletes()
    {
        for (const QString &text : {u"One"_s, u"Two"_s, u"Three"_s})
            add(text);
        QTRY_COMPARE(rows().size(), 3);
        row(2)->setFocus();
        QTest::keyClick(row(2), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(rows(), (QStringList {u"One"_s, u"Three"_s, u"Two"_s}));
        QTRY_VERIFY(row(1)->hasFocus()); // the keyboard stays with it
        QVERIFY(m_it->test.settle());
        QTest::keyClick(row(1), Qt::Key_Delete);
        QTRY_COMPARE(rows(), (QStringList {u"One"_s, u"Two"_s}));
        QTRY_VERIFY(row(1)->hasFocus()); // and goes on with the neighbour
        QVERIFY(m_it->test.settle());
        m_it->test->undoStack()->undo();
        QTRY_COMPARE(rows().size(), 3);
    }

    void saysWhatMayBeOutOfDate()
    {
        add(u"Opens in March"_s);
        QTRY_VERIFY(row(0));
        QVERIFY(!m_it->part<QAbstractButton>(u"fact.confirm"_s));
        m_it->test.clock.advance((StaleFactDays + 1) * DayMs);
        m_it->section->refresh(false);
        auto *confirm = m_it->part<QAbstractButton>(u"fact.confirm"_s);
        QVERIFY(confirm);
        QVERIFY(m_it->part<QLabel>(u"fact.below"_s)->text().contains(u"out of date"_s));
        QVERIFY(!m_it->section->summary().isEmpty());
        QTest::keyClick(confirm, Qt::Key_Space);
        QTRY_VERIFY(!m_it->part<QAbstractButton>(u"fact.confirm"_s));
        QCOMPARE(m_it->dossier->facts().first().on, m_it->test->today());
    }

    void whatIsTypedWaits()
    {
        QTest::keyClicks(m_it->part<QLineEdit>(u"homework.text"_s), u"Half a fact"_s);
        const ProspectId ben = m_it->create(u"Ben Stone"_s, "cold");
        m_it->section->flush();
        QVERIFY(m_it->show(ben));
        QTRY_VERIFY(m_it->part<QLineEdit>(u"homework.text"_s)->text().isEmpty());
        m_it->section->flush();
        QVERIFY(m_it->show(m_it->prospect));
        QTRY_COMPARE(m_it->part<QLineEdit>(u"homework.text"_s)->text(), u"Half a fact"_s);
    }
};

PULLPUSH_WINDOW_TEST(TestHomeworkSection)
#include "tst_homeworksection.moc"
