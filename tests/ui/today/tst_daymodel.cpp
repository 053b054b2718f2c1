// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_today/daymodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
WorkRow stepRow(qint64 id)
{
    WorkRow row;
    row.person.id = ProspectId(id);
    row.person.name = u"P%1"_s.arg(id);
    row.step = FollowUp();
    row.step->id = FollowUpId(id);
    row.step->dueOn = QDate(2026, 11, 20);
    row.step->what = u"Call"_s;
    return row;
}

QList<DayModel::Section> sections(const QList<qint64> &ids, qint64 total)
{
    WorkPage page;
    for (const qint64 id : ids)
        page.rows << stepRow(id);
    page.total = total;
    return {{WorkSection::FollowUps, page}, {WorkSection::YourTurn, {}}};
}
} // namespace

class TestDayModel : public QObject
{
    Q_OBJECT

    static DayContext context() { return {.today = QDate(2026, 11, 20), .locale = QLocale::c()}; }
    static QString kinds(const DayModel &model)
    {
        QString all;
        for (int line = 0; line < model.rowCount(); ++line) {
            const QModelIndex index = model.index(line);
            switch (model.kindOf(index)) {
            case DayModel::Kind::Heading:
                all += u'h';
                break;
            case DayModel::Kind::Row:
                all += model.rowAt(index)->person.name.at(1);
                break;
            case DayModel::Kind::Field:
                all += u'f';
                break;
            case DayModel::Kind::More:
                all += u'm';
                break;
            }
        }
        return all;
    }

private slots:
    void hasALineForEach()
    {
        DayModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSections(sections({1, 2}, 9), defaultPipeline(), context());
        QCOMPARE(kinds(model), u"h12m"_s); // a section without rows has no heading
        QCOMPARE(model.index(0).data().toString(), u"Follow-ups (9)"_s);
        QCOMPARE(model.index(1).data().toString(), u"P1, today, Call"_s);
        QCOMPARE(model.index(3).data().toString(), u"and 7 more"_s);
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.selectable(0, 1).row(), 1);
        QCOMPARE(model.selectable(3, 1).row(), 3);
        QVERIFY(!model.selectable(4, 1).isValid());
        QVERIFY(!model.selectable(0, -1).isValid());
        QCOMPARE(model.indexOf({WorkSection::FollowUps, 2}).row(), 2);
        model.setSections(sections({}, 0), defaultPipeline(), context());
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsWhatWasNotSearched()
    {
        DayModel model;
        const QAbstractItemModelTester tester(&model);
        auto whole = sections({1, 2}, 9);
        auto found = sections({2}, 1);
        found.first().searched = whole.first().page;
        model.setSections(found, defaultPipeline(), context());
        QCOMPARE(kinds(model), u"h2m"_s);
        QCOMPARE(model.index(0).data().toString(), u"Follow-ups (1)"_s);
        QCOMPARE(model.index(2).data().toString(), u"and 7 more, not searched"_s);
        found.first().page = {};
        model.setSections(found, defaultPipeline(), context());
        QCOMPARE(kinds(model), u"hm"_s); // they may be among the others
        found.first().searched = sections({1, 2}, 2).first().page;
        model.setSections(found, defaultPipeline(), context());
        QCOMPARE(model.rowCount(), 0);
    }

    void keepsTheRowThatIsWrittenUnder()
    {
        DayModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSections(sections({1, 2, 3}, 3), defaultPipeline(), context());
        model.setField(DayKey {WorkSection::FollowUps, 2}, 40);
        QCOMPARE(kinds(model), u"h12f3"_s);
        QCOMPARE(model.fieldHeight(), 40);
        model.setSections(sections({1, 3}, 2), defaultPipeline(), context());
        QCOMPARE(kinds(model), u"h12f3"_s); // somebody else did it, the words stay
        model.setSections(sections({}, 0), defaultPipeline(), context());
        QCOMPARE(kinds(model), u"h2f"_s);
        model.setField(std::nullopt);
        QCOMPARE(kinds(model), u"h2"_s);
        model.setSections(sections({1}, 1), defaultPipeline(), context());
        QCOMPARE(kinds(model), u"h1"_s);
    }
};

PULLPUSH_TEST(TestDayModel)
#include "tst_daymodel.moc"
