// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"
#include "ui_timeline/checklist.h"
#include "ui_timeline/commentlist.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/versionhistory.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(TextVersion)

namespace {
ReviewContext context()
{
    ReviewContext made;
    made.nameOf = [](UserId user) { return user == UserId(1) ? u"Mara"_s : u"Ben"_s; };
    made.channelOf = [](VariantId) { return QString(); };
    made.zone = QTimeZone("Europe/Berlin");
    made.today = QDate(2026, 3, 2);
    return made;
}

PostReview review()
{
    PostReview made;
    PostComment open;
    open.id = PostCommentId(1);
    open.author = UserId(1);
    open.text = u"Softer, please"_s;
    PostComment resolved = open;
    resolved.id = PostCommentId(2);
    resolved.text = u"<b>Good</b>"_s;
    resolved.resolvedAt = 1;
    made.comments = {open, resolved};
    ChecklistItem item;
    item.id = ChecklistItemId(3);
    item.text = u"Alt text"_s;
    made.checklist = {item};
    TextVersion version;
    version.id = TextVersionId(4);
    version.text = u"We roast on Mondays."_s;
    version.status = PostStatus::Approved;
    made.versions = {version};
    return made;
}
} // namespace

class TestReviewPane : public QObject
{
    Q_OBJECT

    std::unique_ptr<ReviewPane> m_pane;

private slots:
    void init()
    {
        m_pane = std::make_unique<ReviewPane>();
        m_pane->setContext(context());
        m_pane->setReview(review(), u"We roast on Tuesdays."_s);
    }

    void countsWhatIsOpen()
    {
        const auto *tabs = m_pane->findChild<QTabBar *>(u"reviewTabs"_s);
        QCOMPARE(tabs->tabText(0), u"Comments (1)"_s);
        QCOMPARE(tabs->tabText(1), u"Checklist (1)"_s);
        QCOMPARE(tabs->tabText(2), u"Versions (1)"_s);
    }

    void commentsAreSaidResolvedAndDeleted()
    {
        const QSignalSpy said(m_pane->comments(), &CommentList::commented);
        auto *field = m_pane->findChild<QLineEdit *>(u"comment"_s);
        QTest::keyClicks(field, u"  "_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(said.count(), 0);
        m_pane->findChild<QCheckBox *>(u"commentForClient"_s)->setChecked(true);
        QTest::keyClicks(field, u"Lovely"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(said.count(), 1);
        QCOMPARE(said.first().at(0).toString(), u"Lovely"_s);
        QCOMPARE(said.first().at(1).value<Audience>(), Audience::Client);
        QVERIFY(field->text().isEmpty());
        const QSignalSpy resolved(m_pane->comments(), &CommentList::resolveRequested);
        const QSignalSpy removed(m_pane->comments(), &CommentList::removeRequested);
        const auto buttons = m_pane->comments()->findChildren<QToolButton *>();
        for (QToolButton *button : buttons) {
            if (button->accessibleName().contains("Softer"_L1))
                button->click();
        }
        QCOMPARE(resolved.count(), 1);
        QCOMPARE(resolved.first().at(1).toBool(), true);
        QCOMPARE(removed.count(), 1);
    }

    void aCommentIsPlainText()
    {
        bool found = false;
        const auto labels = m_pane->comments()->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->text() == "<b>Good</b>"_L1) {
                found = true;
                QCOMPARE(label->textFormat(), Qt::PlainText);
            }
        }
        QVERIFY(found);
    }

    void itemsAreAddedAndTicked()
    {
        const QSignalSpy added(m_pane->checklist(), &CheckList::added);
        const QSignalSpy ticked(m_pane->checklist(), &CheckList::ticked);
        auto *field = m_pane->findChild<QLineEdit *>(u"checklistItem"_s);
        QTest::keyClicks(field, u"Picture"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(added.count(), 1);
        m_pane->checklist()->findChild<QCheckBox *>()->click();
        QCOMPARE(ticked.count(), 1);
        QCOMPARE(ticked.first().at(1).toBool(), true);
    }

    void showsWhatChangedSinceAVersion()
    {
        m_pane->findChild<QTabBar *>(u"reviewTabs"_s)->setCurrentIndex(2);
        auto *list = m_pane->findChild<QListWidget *>(u"versions"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith("Approved"_L1));
        auto *restore = m_pane->findChild<QPushButton *>(u"restoreVersion"_s);
        QVERIFY(restore->isHidden()); // none is chosen
        list->setCurrentRow(0);
        QVERIFY(!restore->isHidden());
        const auto *difference = m_pane->versions()->findChild<QLabel *>(u"difference"_s);
        QVERIFY(difference->text().contains("Mondays</s>"_L1));
        QVERIFY(difference->text().contains("Tuesdays</u>"_L1));
        const QSignalSpy restored(m_pane->versions(), &VersionHistory::restoreRequested);
        restore->click();
        QCOMPARE(restored.count(), 1);
        QCOMPARE(restored.first().first().value<TextVersion>().text, u"We roast on Mondays."_s);
        m_pane->setReview(review(), u"We roast on Mondays."_s);
        QVERIFY(restore->isHidden()); // nothing to take back
    }
};

PULLPUSH_WINDOW_TEST(TestReviewPane)
#include "tst_reviewpane.moc"
