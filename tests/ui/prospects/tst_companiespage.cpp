// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/recordservice.h"
#include "test_support/openpage.h"
#include "test_support/rawsql.h"
#include "test_support/testprogram.h"
#include "ui_prospects/companiespage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// By keyboard alone.
class TestCompaniesPage : public QObject, OpenPage<CompaniesPage>
{
    Q_OBJECT

    std::unique_ptr<ProspectDossier> m_dossier; ///< of who works at the company made last

    QListWidget *list() const { return part<QListWidget>(u"companies.list"_s); }
    QStringList shown() const { return textsOf(u"companies.list"_s); }
    /// Somebody who works at that company, which is made for them.
    void employ(const QString &person, const QString &company)
    {
        const ProspectId id = m_test->person(person);
        QVERIFY(!id.isNull());
        m_dossier = std::make_unique<ProspectDossier>(**m_test, nullptr);
        m_dossier->open(id);
        QTRY_VERIFY(m_dossier->state() == StoreState::Ready && m_dossier->prospect());
        (*m_test)->prospects().setCompany(*m_dossier->prospect(), company);
        QTRY_VERIFY(m_dossier->company());
        QVERIFY(m_test->settle());
    }
    [[nodiscard]] bool open() { return openPage({800, 500}); }
    QString sentence() const
    {
        const auto *empty = part<QWidget>(u"companies.empty"_s);
        if (empty == nullptr || !empty->isVisible())
            return {};
        for (const QLabel *label : empty->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                return label->text();
        }
        return {};
    }

private slots:
    void init() { QCOMPARE(openWorkspace(), QString()); }
    void cleanup()
    {
        m_dossier.reset();
        closePage();
    }

    void saysWhyThereIsNone()
    {
        QVERIFY(open());
        QTRY_VERIFY(sentence().contains(u"yet"_s));
        QVERIFY(!part<QWidget>(u"companies.name"_s)->isEnabled());
        employ(u"Nora Field"_s, u"Orchard"_s);
        QTRY_COMPARE(list()->count(), 1); // it follows
        QTest::keyClicks(part<QLineEdit>(u"companies.find"_s), u"zz"_s);
        QTRY_VERIFY(sentence().contains(u"begins so"_s));
    }

    void findsByTheBeginningAndLeadsToThePeople()
    {
        employ(u"Nora Field"_s, u"Orchard"_s);
        employ(u"Omar Field"_s, u"Orchard"_s);
        employ(u"Ada Lind"_s, u"Bakery"_s);
        QVERIFY(open());
        QTRY_COMPARE(list()->count(), 2);
        QVERIFY(shown().first().startsWith(u"Bakery"_s));
        QVERIFY(shown().last().contains(u"2"_s));
        QTest::keyClicks(part<QLineEdit>(u"companies.find"_s), u"ORCH"_s);
        QTRY_COMPARE(list()->count(), 1);
        QTRY_COMPARE(part<QLineEdit>(u"companies.name"_s)->text(), u"Orchard"_s);
        QSignalSpy asked(m_page.get(), &CompaniesPage::peopleRequested);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<Company>().name, u"Orchard"_s);
        QTest::keyClick(part<QAbstractButton>(u"companies.people"_s), Qt::Key_Space);
        QCOMPARE(asked.size(), 2);
    }

    void changesInPlace()
    {
        employ(u"Nora Field"_s, u"Orchard"_s);
        QVERIFY(open());
        QTRY_COMPARE(list()->count(), 1);
        auto *name = part<QLineEdit>(u"companies.name"_s);
        QTRY_COMPARE(name->text(), u"Orchard"_s);
        name->clear();
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(name->text(), u"Orchard"_s); // none is without a name
        QVERIFY(!(*m_test)->isWriting());
        QTest::keyClicks(name, u" & Sons"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(m_test->settle());
        QTRY_VERIFY(shown().first().startsWith(u"Orchard & Sons"_s));
        QTRY_COMPARE(m_dossier->company()->name, u"Orchard & Sons"_s);
        auto *site = part<QLineEdit>(u"companies.website"_s);
        QTest::keyClicks(site, u"orchard.example"_s);
        QTest::keyClick(site, Qt::Key_Return);
        QTest::keyClicks(part<QPlainTextEdit>(u"companies.notes"_s), u"Cider"_s);
        QVERIFY(m_test->settle());
        QTRY_COMPARE(m_dossier->company()->notes, u"Cider"_s);
        QCOMPARE(m_dossier->company()->website, u"orchard.example"_s);
    }

    void deletesAndLeavesThePeople()
    {
        employ(u"Ada Lind"_s, u"Bakery"_s);
        employ(u"Nora Field"_s, u"Orchard"_s);
        QVERIFY(open());
        QTRY_COMPARE(list()->count(), 2);
        list()->setCurrentRow(1);
        auto *name = part<QLineEdit>(u"companies.name"_s);
        QCOMPARE(name->text(), u"Orchard"_s);
        QTest::keyClicks(name, u"xx"_s); // not finished when it goes
        (*m_test)->records().removeCompany(*m_dossier->company());
        QTRY_COMPARE(list()->count(), 1);
        QCOMPARE(name->text(), u"Bakery"_s);
        QTRY_VERIFY(m_dossier->prospect()->company.isNull());
        QVERIFY(m_test->settle());
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(!(*m_test)->isWriting()); // what was typed went to no other company
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(list()->count(), 2);
        QTRY_VERIFY(!m_dossier->prospect()->company.isNull());
        list()->setCurrentRow(1);
        QTest::keyClick(part<QAbstractButton>(u"companies.remove"_s), Qt::Key_Space);
        QTRY_COMPARE(list()->count(), 1);
    }

    void saysThatTheyCannotBeReadAndTriesAgain()
    {
        employ(u"Nora Field"_s, u"Orchard"_s);
        QVERIFY(executeSql(**m_test, u"DROP VIEW live_company"_s));
        QVERIFY(open());
        const auto *error = part<QWidget>(u"companies.error"_s);
        QTRY_VERIFY(error->isVisible());
        QVERIFY(executeSql(**m_test,
            u"CREATE VIEW live_company AS SELECT * FROM company WHERE deleted_at IS NULL"_s));
        QTest::keyClick(error->findChild<QPushButton *>(), Qt::Key_Space);
        QTRY_VERIFY(!error->isVisible());
        QCOMPARE(list()->count(), 1);
    }
};

PULLPUSH_WINDOW_TEST(TestCompaniesPage)
#include "tst_companiespage.moc"
