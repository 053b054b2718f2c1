// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/touchservice.h"
#include "session/workspace.h"
#include "storage/salestable.h"
#include "test_support/fulldisk.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_prospects/dossierheader.h"
#include "ui_prospects/duplicatespage.h"
#include "ui_prospects/knownhint.h"
#include "ui_prospects/mergepage.h"
#include "ui_prospects/mergesection.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMergePages : public QObject, OpenWorkspace
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    ProspectId m_anna;
    ProspectId m_twin;

    ProspectId create(const QString &name, const QString &title)
    {
        Prospect prospect;
        prospect.name = name;
        prospect.title = title;
        Handle handle;
        handle.network = u"x"_s;
        handle.value = u"annaberg%1"_s.arg(title.size());
        return (*m_test)->prospects().create(prospect, {handle});
    }
    void merge()
    {
        MergePage page(**m_test);
        page.open(m_anna, m_twin);
        auto *button = page.findChild<QPushButton *>(u"merge.merge"_s);
        QTRY_VERIFY(page.findChild<QRadioButton *>(u"merge.title.merged"_s));
        button->click();
        QVERIFY(m_test->settle());
    }
    /// Both become one, whose page shows it.
    void mergeAndShow(ProspectDossier &dossier, MergeSection &section)
    {
        merge();
        connect(&dossier, &ProspectDossier::changed, &section, [&] { section.refresh(false); });
        dossier.open(m_anna);
        QTRY_VERIFY(section.findChild<QPushButton *>(u"merge.takeOut0"_s));
        QTRY_COMPARE(dossier.state(), StoreState::Ready); // the list is read for itself
    }

private slots:
    void initTestCase()
    {
        FullDisk::mount();
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        m_anna = create(u"Anna Berg"_s, u"Baker"_s);
        m_twin = create(u"Anna Berg"_s, u"Head baker"_s);
        QVERIFY(m_test->settle());
    }
    void cleanup() { m_test.reset(); }

    void pairsAreFoundMergedAndKeptApart()
    {
        DuplicatesPage page(**m_test);
        page.show();
        auto *list = page.findChild<QListWidget *>(u"duplicates"_s);
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(page.findChild<QLabel *>(u"duplicates.one"_s)->text().contains(u"Baker"_s));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(page.findChild<QRadioButton *>(u"merge.title.merged"_s));
        QTRY_VERIFY(page.findChild<QPushButton *>(u"merge.cancel"_s)->isVisible());
        page.findChild<QPushButton *>(u"merge.cancel"_s)->click();
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(list->count(), 0);
        QVERIFY(m_test->settle());
        (*m_test)->undoStack()->undo();
        QTRY_COMPARE(list->count(), 1);
    }

    void theKeyboardGoesToThePairsAndThenDown()
    {
        DuplicatesPage page(**m_test);
        page.setFocus(); // as the window does with each of its pages
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *list = page.findChild<QListWidget *>(u"duplicates"_s);
        QTRY_VERIFY(list->hasFocus());
        QCOMPARE(list->count(), 1);
        QTest::keyClick(list, Qt::Key_Delete);
        QTRY_VERIFY(page.hasFocus()); // none is left
        QVERIFY(m_test->settle());
        (*m_test)->undoStack()->undo();
        QTRY_VERIFY(list->hasFocus());
        auto *weak = page.findChild<QCheckBox *>(u"duplicates.weak"_s);
        weak->setFocus();
        QTest::keyClick(weak, Qt::Key_Tab);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Tab);
        QVERIFY(page.findChild<QPushButton *>(u"duplicates.apart"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(page.findChild<QPushButton *>(u"duplicates.merge"_s)->hasFocus());
    }

    void escapeLeadsBackToThePairs()
    {
        DuplicatesPage page(**m_test);
        QShortcut escape(Qt::Key_Escape, &page); // by which the window leaves its pages
        escape.setContext(Qt::WidgetWithChildrenShortcut);
        const QSignalSpy left(&escape, &QShortcut::activated);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        auto *list = page.findChild<QListWidget *>(u"duplicates"_s);
        QTRY_COMPARE(list->count(), 1);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(page.findChild<QRadioButton *>(u"merge.title.merged"_s));
        auto *field = page.findChild<QRadioButton *>(u"merge.title.merged"_s);
        QTRY_VERIFY(field->isVisible());
        QVERIFY(!list->isVisible());
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(list->isVisible());
        QCOMPARE(left.size(), 0);
        QTRY_VERIFY(list->hasFocus());
        QTest::keyClick(list, Qt::Key_Escape);
        QTRY_COMPARE(left.size(), 1);
    }

    void theChosenValueCounts()
    {
        MergePage page(**m_test);
        QSignalSpy merged(&page, &MergePage::merged);
        page.open(m_anna, m_twin);
        QTRY_VERIFY(page.findChild<QRadioButton *>(u"merge.title.merged"_s));
        page.findChild<QPushButton *>(u"merge.swap"_s)->click();
        QTRY_COMPARE(page.findChildren<QRadioButton *>(u"merge.title.survivor"_s).size(), 1);
        QCOMPARE(
            page.findChild<QRadioButton *>(u"merge.title.survivor"_s)->text(), u"Head baker"_s);
        page.findChild<QRadioButton *>(u"merge.title.merged"_s)->click();
        page.findChild<QPushButton *>(u"merge.merge"_s)->click();
        QCOMPARE(merged.size(), 1);
        QVERIFY(m_test->settle());
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(m_twin);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        QVERIFY(dossier.prospect());
        QCOMPARE(dossier.prospect()->title, u"Baker"_s);
        QCOMPARE(dossier.handles().size(), 2);
    }

    void fieldsOfTheTeamAreChosenAndLabelsUnited()
    {
        CustomField city;
        city.id = CustomFieldId::create((*m_test)->ids());
        city.name = u"City"_s;
        Label label;
        label.id = LabelId::create((*m_test)->ids());
        label.name = u"press"_s;
        RowEdits edits {insertion(city), insertion(label)};
        for (const auto &[id, text] :
            {std::pair(m_anna, u"Kyiv"_s), std::pair(m_twin, u"Lviv"_s)}) {
            CustomValue value;
            value.id = CustomValueId::create((*m_test)->ids());
            value.prospect = id;
            value.field = city.id;
            value.value = text;
            edits << insertion(value);
        }
        ProspectLabel on;
        on.id = ProspectLabelId::create((*m_test)->ids());
        on.prospect = m_twin;
        on.label = label.id;
        (*m_test)->commit(edits << insertion(on), u"More"_s);
        QVERIFY(m_test->settle());

        MergePage page(**m_test);
        page.open(m_anna, m_twin);
        const QString name = "merge.field."_L1 + city.id.toString();
        QTRY_VERIFY(page.findChild<QRadioButton *>(name + ".merged"_L1));
        auto *stays = page.findChild<QRadioButton *>(name + ".survivor"_L1);
        QVERIFY(stays->isChecked());
        QCOMPARE(stays->text(), u"Kyiv"_s);
        QCOMPARE(stays->accessibleName(), u"City: Kyiv"_s);
        QCOMPARE(page.findChild<QLabel *>(u"merge.labels.survivor"_s)->text(), u"None"_s);
        QCOMPARE(page.findChild<QLabel *>(u"merge.labels.merged"_s)->text(), u"press"_s);
        QVERIFY(page.findChild<QLabel *>(u"merge.labels.both"_s));
        page.findChild<QRadioButton *>(name + ".merged"_L1)->click();
        page.findChild<QPushButton *>(u"merge.merge"_s)->click();
        QVERIFY(m_test->settle());
        ProspectDossier dossier(**m_test, nullptr);
        dossier.open(m_anna);
        QTRY_COMPARE(dossier.state(), StoreState::Ready);
        QCOMPARE(dossier.customValues().size(), 1);
        QCOMPARE(dossier.customValues().first().value, u"Lviv"_s);
        QCOMPARE(dossier.labels().size(), 1);
    }

    void takenOutFromThePage()
    {
        ProspectDossier dossier(**m_test, nullptr);
        MergeSection section(**m_test, dossier, nullptr);
        mergeAndShow(dossier, section);
        QVERIFY(section.findChild<QPushButton *>(u"merge.takeOut0"_s));
        QCOMPARE(section.summary(), u"1"_s);
        section.findChild<QPushButton *>(u"merge.takeOut0"_s)->click();
        QTRY_VERIFY(section.summary().isEmpty());
        ProspectDossier back(**m_test, nullptr);
        back.open(m_twin);
        QTRY_VERIFY(back.prospect());
        QCOMPARE(back.handles().size(), 1);
    }

    void nothingIsHandedOverWhileTheyAreOne()
    {
        ProspectDossier dossier(**m_test, nullptr);
        MergeSection section(**m_test, dossier, nullptr);
        mergeAndShow(dossier, section);
        QVERIFY(section.findChild<QPushButton *>(u"merge.takeOut0"_s));
        m_test->clock.advance(60'000);
        Touch touch;
        touch.kind = TouchKind::Reviewed;
        TouchService(**m_test).add(dossier, touch);
        QVERIFY(m_test->settle());
        QTRY_COMPARE(dossier.touches().size(), 1);
        auto *later = section.findChild<QListWidget *>(u"merge.later"_s);
        QSignalSpy refused(m_test->get(), &Workspace::refused);
        FullDisk::fillAfter(0);
        section.findChild<QPushButton *>(u"merge.takeOut0"_s)->click();
        QTRY_COMPARE(refused.size(), 1);
        QVERIFY(m_test->settle());
        FullDisk::makeRoom();
        QCOMPARE(later->count(), 0);
        QTRY_COMPARE(section.summary(), u"1"_s);
        QTRY_VERIFY(section.findChild<QPushButton *>(u"merge.takeOut0"_s));
        section.findChild<QPushButton *>(u"merge.takeOut0"_s)->click();
        QTRY_COMPARE(later->count(), 1);
        QVERIFY(!(*m_test)->isWriting()); // not before it is written
    }

    void onlyWhatIsChosenIsHandedOver()
    {
        ProspectDossier dossier(**m_test, nullptr);
        MergeSection section(**m_test, dossier, nullptr);
        mergeAndShow(dossier, section);
        QVERIFY(section.findChild<QPushButton *>(u"merge.takeOut0"_s));
        m_test->clock.advance(60'000);
        Touch touch;
        touch.kind = TouchKind::Reviewed;
        TouchService(**m_test).add(dossier, touch);
        QVERIFY(m_test->settle());
        QTRY_COMPARE(dossier.touches().size(), 1);
        section.findChild<QPushButton *>(u"merge.takeOut0"_s)->click();
        auto *later = section.findChild<QListWidget *>(u"merge.later"_s);
        QTRY_COMPARE(later->count(), 1);
        auto *give = section.findChild<QPushButton *>(u"merge.handOver"_s);
        QVERIFY(!give->isEnabled());
        later->item(0)->setCheckState(Qt::Checked);
        QVERIFY(give->isEnabled());
        section.forget(m_twin); // erased: not a word of them stays
        QCOMPARE(later->count(), 0);
    }

    void theHintLeadsToWhoIsKnown()
    {
        DuplicateCandidate anna;
        anna.prospect.id = m_anna;
        anna.prospect.name = u"Anna Berg"_s;
        KnownHint hint;
        QSignalSpy opened(&hint, &KnownHint::openRequested);
        hint.show({{anna}, false}, u"a@example.com"_s, m_anna);
        QVERIFY(hint.isHidden()); // that is they themselves
        hint.show({{anna}, false}, u"a@example.com"_s, m_twin);
        QVERIFY(!hint.isHidden());
        QCOMPARE(hint.findChild<QLabel *>(u"known.text"_s)->text(),
            u"“a@example.com” already belongs to Anna Berg."_s);
        hint.findChild<QPushButton *>(u"known.open"_s)->click();
        QCOMPARE(opened.size(), 1);
        QVERIFY(hint.isHidden());
        hint.show({{}, true}, u"a@example.com"_s, m_twin);
        QVERIFY(!hint.isHidden());
        QVERIFY(hint.findChild<QPushButton *>(u"known.open"_s)->isHidden());
    }

    void theHintStaysWhileItsPersonIsRead()
    {
        ProspectDossier dossier(**m_test, nullptr);
        DossierHeader header(**m_test, dossier);
        auto *hint = header.findChild<KnownHint *>();
        dossier.open(m_twin);
        header.hintAt(u"Anna Berg"_s);
        QTRY_VERIFY(!hint->isHidden());
        QTRY_VERIFY(dossier.prospect());
        header.refresh(); // shows them for the first time
        QVERIFY(!hint->isHidden());
        dossier.open(m_anna);
        QTRY_VERIFY(dossier.prospect() && dossier.prospect()->id == m_anna);
        header.refresh();
        QVERIFY(hint->isHidden());
        dossier.open(m_twin);
        QTRY_VERIFY(dossier.prospect() && dossier.prospect()->id == m_twin);
        header.refresh();
        QVERIFY(hint->isHidden());
    }
};

PULLPUSH_WINDOW_TEST(TestMergePages)
#include "tst_mergepages.moc"
