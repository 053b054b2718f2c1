// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/plansets.h"
#include "session/poststore.h"
#include "session/prospectdossier.h"
#include "session/prospectlist.h"
#include "session/prospectservice.h"
#include "storage/database.h"
#include "test_support/testprogram.h"
#include "test_support/testworkspace.h"

#include <QFile>
#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class TestWorkspaces : public QObject
{
    Q_OBJECT
private slots:
    void twoWindowsWriteAndSeeEachOther()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const auto other = test.another();
        QVERIFY(other);
        QVERIFY(other->database()->node() != test->database()->node());
        const DateSpan january {QDate(2026, 1, 1), QDate(2026, 2, 1)};
        for (Workspace *workspace : {&*test, other.get()}) {
            workspace->posts().show(january);
            QTRY_COMPARE(workspace->posts().state(), StoreState::Ready);
        }
        ProspectList mine(*test, nullptr);
        ProspectList theirs(*other, nullptr);
        mine.setQuery({});
        theirs.setQuery({});
        QTRY_VERIFY(mine.state() == StoreState::Ready && theirs.state() == StoreState::Ready);

        // Turn by turn and at the same time, and no two rows of one id.
        QSet<ProspectId> made;
        for (int i = 0; i < 5; ++i) {
            Prospect prospect;
            prospect.name = u"Here %1"_s.arg(i);
            made << test->prospects().create(prospect);
            prospect.name = u"There %1"_s.arg(i);
            made << other->prospects().create(prospect);
        }
        QCOMPARE(made.size(), 10);
        PostWithVariants post;
        post.post.text = u"Hello"_s;
        post.post.day = QDate(2026, 1, 5);
        const PostId id = other->posts().create(post);
        QTRY_VERIFY(!test->isWriting() && !other->isWriting());
        QTRY_COMPARE_WITH_TIMEOUT(mine.size(), 10, 8000);
        QTRY_COMPARE_WITH_TIMEOUT(theirs.size(), 10, 8000);
        QTRY_VERIFY_WITH_TIMEOUT(test->posts().find(id), 8000);

        PostWithVariants after = *test->posts().find(id);
        after.post.text = u"Hello again"_s;
        test->posts().change(*test->posts().find(id), after);
        QTRY_COMPARE_WITH_TIMEOUT(other->posts().find(id)->post.text, u"Hello again"_s, 8000);
        other->posts().remove({id});
        QTRY_VERIFY_WITH_TIMEOUT(!test->posts().find(id), 8000);
        QCOMPARE(test->undoStack()->count(), 6); // one's own steps alone
        QCOMPARE(other->undoStack()->count(), 7);
    }

    void aQuietWindowHearsNothing()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        const auto other = test.another();
        QVERIFY(other);
        Prospect prospect;
        prospect.name = u"Nora Field"_s;
        QSignalSpy heard(other.get(), &Workspace::changed);
        const ProspectId id = test->prospects().create(prospect);
        QTRY_COMPARE_WITH_TIMEOUT(heard.size(), 1, 8000);
        const auto changes = heard.first().first().value<ChangeSet>();
        QCOMPARE(changes.rows.value(u"prospect"_s), QSet<qint64> {id.value()});
        test.clock.advance(60000);
        QVERIFY(!heard.wait(3500)); // the renewed lease of a window is no change of the workspace
    }

    void aClosedWindowLeavesTheOtherItsFile()
    {
        TestWorkspace test;
        QVERIFY(test.isOpen());
        auto other = test.another();
        QVERIFY(other);
        Prospect prospect;
        prospect.name = u"Nora Field"_s;
        other->prospects().create(prospect);
        other.reset(); // what was on its way is written
        ProspectList list(*test, nullptr);
        list.setQuery({});
        QTRY_COMPARE(list.size(), 1);
        prospect.name = u"Ben Stone"_s;
        test->prospects().create(prospect);
        QTRY_VERIFY(!test->isWriting());
        test.reopen();
        QVERIFY(test.isOpen());
        ProspectList again(*test, nullptr);
        again.setQuery({});
        QTRY_COMPARE(again.size(), 2);
    }

    void aWrongZoneMakesNoFile()
    {
        TestWorkspace test;
        const QString path = test.path(u"new.pullpush"_s);
        const auto made = Workspace::createNow(path, {"Mars/Olympus", true}, test.clock);
        QVERIFY(!made);
        QCOMPARE(made.error().code, Error::Code::Rejected);
        QVERIFY(made.error().message.contains(u"Mars/Olympus"_s));
        QVERIFY(!QFile::exists(path));
    }
};

PULLPUSH_TEST(TestWorkspaces)
#include "tst_workspace.moc"
