// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/handoverservice.h"
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/prospectservice.h"
#include "session/workspace.h"
#include "test_support/fridayworkspace.h"
#include "test_support/testprogram.h"
#include "ui_timeline/changesmodel.h"
#include "ui_timeline/changespage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {
QList<ActivityEntry> entries(int from, int to)
{
    QList<ActivityEntry> made;
    for (int seq = to; seq >= from; --seq) {
        ActivityEntry entry;
        entry.seq = seq;
        entry.at = seq;
        entry.post = PostId(1);
        entry.sentences = QStringList {QString::number(seq)};
        made << entry;
    }
    return made;
}
} // namespace

class TestChangesPage : public QObject
{
    Q_OBJECT
private slots:
    void newsDoNotMoveWhatIsThere()
    {
        ChangesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setContext({[](UserId) { return u"Ada"_s; }, QTimeZone::utc(), QDate(2026, 1, 1)});
        model.setEntries(entries(5, 10));
        const QPersistentModelIndex kept = model.index(0, ChangesModel::What);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setEntries(entries(5, 12)); // newer
        QCOMPARE(kept.row(), 2);
        model.setEntries(entries(1, 12)); // older
        QCOMPARE(kept.row(), 2);
        QCOMPARE(kept.data().toString(), u"10"_s);
        QVERIFY(reset.isEmpty());
        model.setEntries(entries(3, 4));
        QCOMPARE(reset.size(), 1);
    }

    void leadsToThePostByKeyboard()
    {
        FridayWorkspace test;
        QCOMPARE(test.create(), QString());
        test->posts().show({QDate(2026, 11, 1), QDate(2026, 12, 1)});
        PostWithVariants post;
        post.post.title = u"Autumn"_s;
        post.post.day = QDate(2026, 11, 23);
        const PostId id = test->posts().create(post);
        QVERIFY(test.settle());
        ChangesPage page(*test);
        page.resize(900, 500);
        page.show();
        auto *view = page.findChild<QTreeView *>(u"changes"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->model()->index(0, ChangesModel::Of).data().toString(), u"Autumn"_s);
        QCOMPARE(view->model()->index(0, ChangesModel::What).data().toString(), u"Created"_s);
        QSignalSpy opened(&page, &ChangesPage::openRequested);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).value<PostId>(), id);
        QSignalSpy closed(&page, &ChangesPage::closeRequested);
        QTest::keyClick(view, Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void leadsToTheProspectByKeyboard()
    {
        FridayWorkspace test;
        QCOMPARE(test.create(), QString());
        Prospect prospect;
        prospect.name = u"Nora Field"_s;
        prospect.stage = test->stages().at(1).id;
        const ProspectId id = test->prospects().create(prospect);
        QVERIFY(test.settle());
        prospect.id = id;
        HandoverService(*test).offer(prospect, {}, {});
        QVERIFY(test.settle());
        ChangesPage page(*test);
        page.resize(900, 500);
        page.show();
        auto *view = page.findChild<QTreeView *>(u"changes"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->model()->index(0, ChangesModel::Of).data().toString(), u"Nora Field"_s);
        QCOMPARE(
            view->model()->index(0, ChangesModel::What).data().toString(), u"Offered to sales"_s);
        QVERIFY(page.findChild<QPushButton *>(u"openChanged"_s)->isEnabled());
        QSignalSpy opened(&page, &ChangesPage::openRequested);
        QSignalSpy asked(&page, &ChangesPage::prospectRequested);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<ProspectId>(), id);
        QVERIFY(opened.isEmpty());
    }

    void sievesAndSaysWhenNothingIsLeft()
    {
        FridayWorkspace test;
        QCOMPARE(test.create(), QString());
        Label label;
        label.name = u"eco"_s;
        test->plan().addLabel(label);
        QVERIFY(test.settle());
        ChangesPage page(*test);
        page.show();
        auto *view = page.findChild<QTreeView *>(u"changes"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QVERIFY(!page.findChild<QPushButton *>(u"openChanged"_s)->isEnabled());
        auto *kind = page.findChild<QComboBox *>(u"changesKind"_s);
        kind->setCurrentIndex(kind->findData(int(ActivityKind::Status)));
        emit kind->activated(kind->currentIndex());
        QTRY_COMPARE(view->model()->rowCount(), 0);
        QTRY_VERIFY(!view->isVisible());
        const auto buttons = page.findChildren<QPushButton *>();
        QPushButton *all = nullptr;
        for (QPushButton *button : buttons) {
            if (button->text() == u"Show all changes"_s)
                all = button;
        }
        QVERIFY(all && all->isVisible());
        all->click();
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QVERIFY(view->isVisible());
    }
};

PULLPUSH_WINDOW_TEST(TestChangesPage)
#include "tst_changespage.moc"
