// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospecttableview.h"

#include <QApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Model = ProspectListModel;

/// The columns of the list of prospects.
class TestProspectTableView : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        m_model = std::make_unique<Model>(**m_test);
        m_table = std::make_unique<ProspectTableView>(**m_test, m_model.get());
        m_table->resize(2400, 300);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
        m_test.reset();
    }

    void columnsAreChosenOrderedAndSized()
    {
        const QList<int> usual = m_table->chosenColumns();
        QCOMPARE(usual.first(), int(Model::Name));
        QVERIFY(!usual.contains(Model::Offers));
        QVERIFY(m_table->isColumnHidden(Model::Offers));
        m_table->setColumnChosen(Model::Offers, true);
        QVERIFY(!m_table->isColumnHidden(Model::Offers));
        m_table->setColumnChosen(Model::Source, false);
        QVERIFY(m_table->isColumnHidden(Model::Source));
        m_table->setColumnChosen(Model::Name, false);
        QVERIFY(!m_table->isColumnHidden(Model::Name)); // a list without names is none
        const auto before = m_table->chosenColumns().indexOf(Model::Owner);
        m_table->moveColumn(Model::Owner, -1);
        QCOMPARE(m_table->chosenColumns().indexOf(Model::Owner), before - 1);
        m_table->moveColumn(m_table->chosenColumns().at(1), -1);
        QCOMPARE(m_table->chosenColumns().first(), int(Model::Name));
        m_table->horizontalHeader()->resizeSection(Model::Owner, 77);

        const QList<int> chosen = m_table->chosenColumns();
        const QByteArray state = m_table->columnState();
        m_table->resetColumns();
        QCOMPARE(m_table->chosenColumns(), usual);
        QVERIFY(m_table->columnWidth(Model::Owner) != 77);
        m_table->restoreColumns("garbage");
        QCOMPARE(m_table->chosenColumns(), usual);
        m_table->restoreColumns(state);
        QCOMPARE(m_table->chosenColumns(), chosen);
        QCOMPARE(m_table->columnWidth(Model::Owner), 77);
    }

    void narrowListsKeepWhatMattersMost()
    {
        for (int column = 1; column < Model::ColumnCount; ++column)
            m_table->setColumnChosen(column, true);
        m_table->resize(420, 300);
        QTRY_VERIFY(m_table->isColumnHidden(Model::Networks));
        QVERIFY(!m_table->isColumnHidden(Model::Name));
        QVERIFY(!m_table->isColumnHidden(Model::StageColumn));
        QVERIFY(
            m_table->chosenColumns().contains(Model::Networks)); // there again when there is room
        m_table->resize(4000, 300);
        QTRY_VERIFY(!m_table->isColumnHidden(Model::Networks));
    }

    void menuHasEveryColumn()
    {
        QMenu menu;
        m_table->fillColumnsMenu(&menu);
        for (int column = 1; column < Model::ColumnCount; ++column)
            QVERIFY(menu.findChild<QAction *>(u"column.%1"_s.arg(column)));
        auto *offers = menu.findChild<QAction *>(u"column.%1"_s.arg(int(Model::Offers)));
        QVERIFY(!offers->isChecked());
        offers->trigger();
        QVERIFY(m_table->chosenColumns().contains(Model::Offers));
    }

    void menuTellsOfColumnsWithoutRoom()
    {
        for (int column = 1; column < Model::ColumnCount; ++column)
            m_table->setColumnChosen(column, true);
        m_table->resize(420, 300);
        QTRY_VERIFY(m_table->isColumnHidden(Model::Networks));
        QMenu narrow;
        m_table->fillColumnsMenu(&narrow);
        const auto *line = narrow.findChild<QAction *>(u"columns.more"_s);
        QVERIFY(line);
        QVERIFY(!line->isEnabled());
        m_table->resize(4000, 300);
        QTRY_VERIFY(!m_table->isColumnHidden(Model::Networks));
        QMenu wide;
        m_table->fillColumnsMenu(&wide);
        QVERIFY(!wide.findChild<QAction *>(u"columns.more"_s));
    }

    void headersSort()
    {
        QSignalSpy asked(m_table.get(), &ProspectTableView::orderRequested);
        const auto click = [this](int column) {
            QHeaderView *header = m_table->horizontalHeader();
            const QPoint place(
                header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        };
        click(Model::Company);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().at(0).value<ProspectQuery::Sort>(), ProspectQuery::Sort::Company);
        QCOMPARE(asked.last().at(1).toBool(), false);
        m_table->setOrder(ProspectQuery::Sort::Company, false);
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(Model::Company));
        click(Model::Company);
        QCOMPARE(asked.last().at(1).toBool(), true);
        click(Model::Waiting); // has no order
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(Model::Company));
    }

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<ProspectTableView> m_table;
};

PULLPUSH_WINDOW_TEST(TestProspectTableView)
#include "tst_prospecttableview.moc"
