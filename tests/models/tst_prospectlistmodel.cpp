// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prospectlistmodel.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "test_support/fridayworkspace.h"
#include "test_support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestProspectListModel : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void showsColumns();
    void ordersInTheQuery();
    void followsEdits();
    void loadsRowsWhenShown();
    void showsWhatIsNext();

private:
    ProspectId add(const QString &name, int stage = 0)
    {
        Prospect prospect;
        prospect.name = name;
        prospect.stage = (*m_test)->stages().at(stage).id;
        prospect.source = u"fair"_s;
        m_test->clock.advance(60'000);
        return (*m_test)->prospects().create(prospect);
    }
    [[nodiscard]] QString text(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row)
            all << text(row, ProspectListModel::Name);
        return all;
    }

    std::unique_ptr<FridayWorkspace> m_test;
    std::unique_ptr<ProspectListModel> m_model;
};

void TestProspectListModel::init()
{
    m_test = std::make_unique<FridayWorkspace>();
    const QString reason = m_test->create();
    QVERIFY2(reason.isEmpty(), qPrintable(reason));
    m_model = std::make_unique<ProspectListModel>(**m_test);
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
}

void TestProspectListModel::cleanup()
{
    m_model.reset();
    m_test.reset();
}

void TestProspectListModel::showsColumns()
{
    add(u"Ada Example"_s, 1);
    QVERIFY(m_test->settle());
    m_model->list().setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(text(0, ProspectListModel::Name), u"Ada Example"_s);
    QCOMPARE(text(0, ProspectListModel::StageColumn), (*m_test)->stages().at(1).name);
    QCOMPARE(text(0, ProspectListModel::Source), u"fair"_s);
    QCOMPARE(text(0, ProspectListModel::Owner), (*m_test)->users().first().name);
    QCOMPARE(text(0, ProspectListModel::LastActivity), u"10:01"_s);
    const QModelIndex name = m_model->index(0, ProspectListModel::Name);
    QCOMPARE(name.data(ProspectRole::StageIndex).toInt(), 1);
    QCOMPARE(name.data(ProspectRole::Waiting).toInt(), 0);
    QVERIFY(name.data(ProspectRole::IsLoaded).toBool());
    QVERIFY(name.data(Qt::AccessibleTextRole).toString().contains((*m_test)->stages().at(1).name));
    QCOMPARE(m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Name"_s);
}

void TestProspectListModel::ordersInTheQuery()
{
    for (const QString &name : {u"Berta"_s, u"Ada"_s, u"Élise"_s})
        add(name);
    QVERIFY(m_test->settle());
    ProspectQuery query;
    m_model->list().setQuery(query);
    QTRY_COMPARE(names(), (QStringList {u"Élise"_s, u"Ada"_s, u"Berta"_s}));
    query.sort = ProspectQuery::Sort::Name;
    query.descending = false;
    m_model->list().setQuery(query);
    QTRY_COMPARE(names(), (QStringList {u"Ada"_s, u"Berta"_s, u"Élise"_s}));
    query.text = u"el"_s;
    m_model->list().setQuery(query);
    QTRY_COMPARE(names(), QStringList {u"Élise"_s});
}

void TestProspectListModel::followsEdits()
{
    add(u"Ada"_s);
    QVERIFY(m_test->settle());
    m_model->list().setQuery({});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    const ProspectId berta = add(u"Berta"_s);
    QTRY_COMPARE(names(), (QStringList {u"Berta"_s, u"Ada"_s}));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0); // selection and scroll position stay
    QCOMPARE(m_model->indexOf(berta).row(), 0);
    (*m_test)->undoStack()->undo();
    QTRY_COMPARE(names(), QStringList {u"Ada"_s});
    QVERIFY(!m_model->indexOf(berta).isValid());
}

void TestProspectListModel::loadsRowsWhenShown()
{
    constexpr int Count = ProspectList::PageSize + 50;
    for (int i = 0; i < Count; ++i)
        add(u"Prospect %1"_s.arg(i, 3, 10, QChar(u'0')));
    QVERIFY(m_test->settle());
    m_model->list().setQuery({});
    QTRY_COMPARE(m_model->rowCount(), Count);
    // The oldest is on the second page: first an ellipsis, then its name.
    const QModelIndex last = m_model->index(Count - 1, ProspectListModel::Name);
    QTRY_COMPARE(last.data().toString(), u"Prospect 000"_s);
    QVERIFY(m_model->index(Count - 1, ProspectListModel::Company).data().toString().isEmpty());
}

void TestProspectListModel::showsWhatIsNext()
{
    const ProspectId id = add(u"Ada Example"_s);
    (*m_test)->prospects().addFollowUp(id, (*m_test)->today().addDays(1), u"Call"_s);
    (*m_test)->prospects().addHandle(id, u"email"_s, u"ada@example.org"_s);
    QVERIFY(m_test->settle());
    m_model->list().setQuery({});
    QTRY_COMPARE(text(0, ProspectListModel::NextStep), u"Tomorrow"_s);
    const QModelIndex name = m_model->index(0, ProspectListModel::Name);
    QCOMPARE(name.data(ProspectRole::NextStep).toDate(), (*m_test)->today().addDays(1));
    QVERIFY(!name.data(ProspectRole::IsOverdue).toBool());
    QCOMPARE(name.data(ProspectRole::QuietDays).toInt(), -1);
    QCOMPARE(text(0, ProspectListModel::Networks), u"E-mail"_s);
    QCOMPARE(text(0, ProspectListModel::FirstSeen), u"Today"_s);
    QVERIFY(text(0, ProspectListModel::TurnColumn).isEmpty());
    QVERIFY(text(0, ProspectListModel::Offers).isEmpty());
    const auto spoken = [&name] { return name.data(Qt::AccessibleTextRole).toString(); };
    const QString stage = (*m_test)->stages().first().name;
    QCOMPARE(spoken(), u"Ada Example, %1. The next step is due tomorrow."_s.arg(stage));
    QVERIFY(name.flags().testFlag(Qt::ItemIsDragEnabled));
    for (int column = 0; column < m_model->columnCount(); ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());

    (*m_test)->prospects().addFollowUp(id, (*m_test)->today().addDays(-3), u"Write"_s);
    QTRY_VERIFY(name.data(ProspectRole::IsOverdue).toBool());
    const QString day = QLocale().toString((*m_test)->today().addDays(-3), QLocale::ShortFormat);
    QCOMPARE(spoken(), u"Ada Example, %1. The next step was due on %2."_s.arg(stage, day));
    // The year only where it is another: a column is narrow.
    const QString year = QString::number((*m_test)->today().year());
    QVERIFY(text(0, ProspectListModel::NextStep)
                .contains(QString::number((*m_test)->today().addDays(-3).day())));
    QVERIFY(!text(0, ProspectListModel::NextStep).contains(year));
    const QDate old = (*m_test)->today().addYears(-1);
    (*m_test)->prospects().addFollowUp(id, old, u"Ask"_s);
    QTRY_VERIFY(text(0, ProspectListModel::NextStep).contains(QString::number(old.year())));
}

PULLPUSH_TEST(TestProspectListModel)
#include "tst_prospectlistmodel.moc"
