// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sampleposts.h"
#include "test_support/testprogram.h"
#include "ui_common/copyeditor.h"
#include "ui_timeline/composer.h"
#include "ui_timeline/copychecklist.h"
#include "ui_timeline/networkpreview.h"
#include "ui_timeline/reviewpane.h"
#include "ui_timeline/varianttabs.h"
#include "ui_timeline/wordtools.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTimeEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace SamplePosts;

Q_DECLARE_METATYPE(PostWithVariants)

class TestComposer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void typingIsSaidOnceAfterARest();
    void fieldsAreNotMixed();
    void newsDoesNotDisturbTyping();
    void noBreakSpacesStayInAllWords();
    void anotherPostSaysWhatIsPending();
    void countsWhileTyping();
    void channelGetsItsOwnWords();
    void channelsComeAndGo();
    void offersOnlyAllowedSteps();
    void tooLongIsNotApproved();
    void saysWhatWasMissed();
    void approvedWordsAreLocked();
    void dayCanBeTakenAway();
    void keepsEveryKeyInALongText();
    void aChannelHasItsOwnTime();
    void somebodyElseApproves();
    void whatWasPostedLeavesItsLink();
    void aVersionComesBackAsADraft();
    void aChannelHasItsOwnLimit();
    void theLinkStandsInTheWordsTagged();
    void aThreadIsCopiedPartByPart();
    void openPlaceholdersAreNotApproved();
    void theFirstCommentIsCounted();
    void everyControlHasAName();

private:
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_composer->findChild<T *>(name);
    }
    [[nodiscard]] PostWithVariants after(int edit) const
    {
        return m_edits->at(edit).at(1).value<PostWithVariants>();
    }
    void choose(QComboBox *box, PostStatus status) const
    {
        box->setCurrentIndex(box->findData(int(status)));
        emit box->activated(box->currentIndex());
    }

    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<QSignalSpy> m_edits;
    PostWithVariants m_post;
    qint64 m_lastId = 9000;
};

void TestComposer::init()
{
    m_edits.reset();
    m_composer = std::make_unique<Composer>([this] { return VariantId(++m_lastId); });
    m_composer->setSources(sources());
    m_composer->setSuggestedDay(QDate(2026, 11, 19));
    m_edits = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::edited);
    m_post = on(on(post(1, u"Launch"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::Draft), 2,
        PostStatus::Draft);
    m_composer->setPost(m_post);
    m_composer->resize(380, 700);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
}

void TestComposer::typingIsSaidOnceAfterARest()
{
    auto *text = part<CopyEditor>(u"text"_s);
    QTest::keyClicks(text, u"Hello there"_s);
    QCOMPARE(m_edits->count(), 0);
    QCOMPARE(m_composer->value().post.text, u"Hello there"_s);
    QTRY_COMPARE(m_edits->count(), 1);
    QCOMPARE(m_edits->first().first().value<PostWithVariants>(), m_post);
    QCOMPARE(after(0).post.text, u"Hello there"_s);
    m_composer->flush();
    QCOMPARE(m_edits->count(), 1);
}

void TestComposer::fieldsAreNotMixed()
{
    QTest::keyClicks(part<QLineEdit>(u"title"_s), u"ed"_s);
    QTest::keyClicks(part<CopyEditor>(u"text"_s), u"words"_s);
    QCOMPARE(m_edits->count(), 1);
    QCOMPARE(after(0).post.title, u"Launched"_s);
    QVERIFY(after(0).post.text.isEmpty());
    m_composer->flush();
    QCOMPARE(m_edits->count(), 2);
    QCOMPARE(after(1).post.text, u"words"_s);
}

void TestComposer::newsDoesNotDisturbTyping()
{
    auto *text = part<CopyEditor>(u"text"_s);
    QTest::keyClicks(text, u"half a sent"_s);
    PostWithVariants news = m_post;
    news.post.title = u"Renamed"_s;
    news.post.rowVersion = 2;
    m_composer->setPost(news);
    QCOMPARE(part<QLineEdit>(u"title"_s)->text(), u"Renamed"_s);
    QCOMPARE(text->toPlainText(), u"half a sent"_s);
    QTest::keyClicks(text, u"ence"_s);
    QCOMPARE(text->toPlainText(), u"half a sentence"_s);
    m_composer->flush();
    QCOMPARE(after(0).post.title, u"Renamed"_s);
    QCOMPARE(after(0).post.text, u"half a sentence"_s);
}

void TestComposer::noBreakSpacesStayInAllWords()
{
    const QString words = u"10\u00A0kg"_s;
    PostWithVariants news = m_post;
    news.post.rowVersion = 2;
    news.post.text = words;
    news.post.notes = words;
    news.variants[0].firstComment = words;
    m_composer->setPost(news);
    const auto type = [](QPlainTextEdit *field) {
        field->moveCursor(QTextCursor::End);
        QTest::keyClicks(field, u"!"_s);
    };
    type(part<CopyEditor>(u"text"_s));
    QCOMPARE(m_composer->value().post.text, words + u'!');
    type(part<QPlainTextEdit>(u"notes"_s));
    QCOMPARE(m_composer->value().post.notes, words + u'!');
    m_composer->findChild<VariantTabs *>()->setCurrent(news.variants.constFirst().id);
    type(part<QPlainTextEdit>(u"firstComment"_s));
    QCOMPARE(m_composer->value().variants.constFirst().firstComment, words + u'!');
}

void TestComposer::anotherPostSaysWhatIsPending()
{
    QTest::keyClicks(part<CopyEditor>(u"text"_s), u"kept"_s);
    m_composer->setPost(post(2, u"Other"_s, {}));
    QCOMPARE(m_edits->count(), 1);
    QCOMPARE(after(0).post.id, PostId(1));
    QVERIFY(part<CopyEditor>(u"text"_s)->toPlainText().isEmpty());
    m_composer->clear();
    QCOMPARE(m_edits->count(), 1);
    QVERIFY(m_composer->post().isNull());
}

void TestComposer::countsWhileTyping()
{
    const auto *checks = m_composer->findChild<CopyCheckList *>();
    auto *text = part<CopyEditor>(u"text"_s);
    QTest::keyClicks(text, u"Hi http://test.co"_s);
    QTRY_COMPARE(checks->check().counters.value(0).count.length, qsizetype(26));
    QCOMPARE(checks->check().counters.value(1).count.length, qsizetype(17));
    text->setPlainText(QString(290, u'a'));
    QTRY_COMPARE(checks->check().overAt, qsizetype(280));
    QCOMPARE(text->extraSelections().size(), 1);
    QCOMPARE(text->extraSelections().constFirst().cursor.selectionStart(), 280);
    QCOMPARE(checks->check().issues.size(), 1);
    text->setPlainText(u"short"_s);
    QTRY_VERIFY(text->extraSelections().isEmpty());
}

void TestComposer::channelGetsItsOwnWords()
{
    auto *text = part<CopyEditor>(u"text"_s);
    QTest::keyClicks(text, u"Common"_s);
    auto *tabs = m_composer->findChild<VariantTabs *>();
    tabs->setCurrent(m_post.variants.at(1).id);
    QVERIFY(text->isReadOnly());
    QCOMPARE(text->toPlainText(), u"Common"_s);
    part<QCheckBox>(u"ownText"_s)->click();
    QVERIFY(!text->isReadOnly());
    QCOMPARE(text->toPlainText(), u"Common"_s);
    text->moveCursor(QTextCursor::End);
    QTest::keyClicks(text, u" and own"_s);
    m_composer->flush();
    const PostWithVariants last = after(m_edits->count() - 1);
    QVERIFY(last.variants.at(1).detached);
    QCOMPARE(last.variants.at(1).text, u"Common and own"_s);
    QCOMPARE(last.post.text, u"Common"_s);
    part<QCheckBox>(u"ownText"_s)->click();
    QCOMPARE(text->toPlainText(), u"Common"_s);
    part<QCheckBox>(u"ownText"_s)->click(); // its own words were kept
    QCOMPARE(text->toPlainText(), u"Common and own"_s);
}

void TestComposer::channelsComeAndGo()
{
    auto *tabs = m_composer->findChild<VariantTabs *>();
    tabs->setCurrent(m_post.variants.at(1).id);
    part<QToolButton>(u"removeChannel"_s)->click();
    QCOMPARE(after(0).variants.size(), 1);
    QVERIFY(tabs->current().isNull());
    const auto actions = tabs->addMenu()->actions();
    QCOMPARE(actions.size(), 3); // the channel that was taken away, a line, a new one
    actions.first()->trigger();
    QCOMPARE(after(1).variants.size(), 2);
    QCOMPARE(after(1).variants.at(1).channel, ChannelId(2));
    QCOMPARE(after(1).variants.at(1).id, VariantId(m_lastId));
    const QSignalSpy asked(m_composer.get(), &Composer::newChannelRequested);
    QCOMPARE(tabs->addMenu()->actions().size(), 1); // all channels are there
    tabs->addMenu()->actions().constFirst()->trigger();
    QCOMPARE(asked.count(), 1);
}

void TestComposer::offersOnlyAllowedSteps()
{
    auto *box = part<QComboBox>(u"status"_s);
    QCOMPARE(box->count(), 1 + allowedTransitions(PostStatus::Draft).size());
    QCOMPARE(box->currentData().toInt(), int(PostStatus::Draft));
    choose(box, PostStatus::InReview);
    QCOMPARE(after(0).variants.at(0).status, PostStatus::InReview);
    QCOMPARE(after(0).variants.at(1).status, PostStatus::InReview);
    m_composer->findChild<VariantTabs *>()->setCurrent(m_post.variants.at(0).id);
    choose(box, PostStatus::Approved);
    QCOMPARE(after(1).variants.at(0).status, PostStatus::Approved);
    QCOMPARE(after(1).variants.at(1).status, PostStatus::InReview);
    // The whole shows what needs action.
    m_composer->findChild<VariantTabs *>()->setCurrent({});
    QCOMPARE(box->currentData().toInt(), int(PostStatus::InReview));
    m_composer->setPost(post(5, u"No channel"_s, {}));
    QVERIFY(!box->isEnabled());
}

void TestComposer::tooLongIsNotApproved()
{
    auto *box = part<QComboBox>(u"status"_s);
    const auto canApprove = [box] {
        const int row = box->findData(int(PostStatus::Approved));
        return row >= 0 && box->model()->index(row, 0).flags().testFlag(Qt::ItemIsEnabled);
    };
    QVERIFY(canApprove());
    auto *text = part<CopyEditor>(u"text"_s);
    text->setPlainText(QString(290, u'a')); // of 280 on X
    QTRY_VERIFY(!canApprove());
    text->setPlainText(QString(280, u'a'));
    QTRY_VERIFY(canApprove());
}

void TestComposer::saysWhatWasMissed()
{
    const QDate day(2026, 5, 4);
    PostWithVariants due = post(7, u"Due"_s, day, QTime(9, 0));
    due = on(due, 1, PostStatus::Scheduled);
    m_composer->setToday(day);
    m_composer->setPost(due);
    const auto says = [this] {
        const auto labels = m_composer->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"Missed"_s);
        });
    };
    QVERIFY(!says());
    m_composer->clear();
    m_composer->setToday(day.addDays(1));
    m_composer->setPost(due);
    QVERIFY(says());
}

void TestComposer::approvedWordsAreLocked()
{
    auto *text = part<CopyEditor>(u"text"_s);
    choose(part<QComboBox>(u"status"_s), PostStatus::Approved);
    QVERIFY(text->isReadOnly());
    QTest::keyClicks(text, u"more"_s);
    QVERIFY(text->toPlainText().isEmpty());
    auto *unlock = part<QPushButton>(u"unlock"_s);
    QVERIFY(unlock->isVisible());
    unlock->click();
    QVERIFY(!text->isReadOnly());
    QCOMPARE(after(1).variants.at(0).status, PostStatus::Draft);
    QVERIFY(!unlock->isVisible());
}

void TestComposer::dayCanBeTakenAway()
{
    choose(part<QComboBox>(u"status"_s), PostStatus::Scheduled);
    QCOMPARE(after(0).variants.at(0).status, PostStatus::Scheduled);
    auto *clear = part<QToolButton>(u"clearWhen"_s);
    clear->click();
    m_composer->flush();
    QVERIFY(!after(1).post.time);
    QCOMPARE(after(1).variants.at(0).status, PostStatus::Approved);
    clear->click();
    m_composer->flush();
    QVERIFY(!after(2).post.day);
    QVERIFY(part<QPushButton>(u"planDay"_s)->isVisible());
    part<QPushButton>(u"planDay"_s)->click();
    QCOMPARE(part<QDateEdit>(u"day"_s)->date(), QDate(2026, 11, 19));
    part<QPushButton>(u"addTime"_s)->click();
    part<QTimeEdit>(u"time"_s)->setTime(QTime(14, 30));
    m_composer->flush();
    const int last = int(m_edits->count()) - 1;
    QCOMPARE(after(last).post.day, std::optional(QDate(2026, 11, 19)));
    QCOMPARE(after(last).post.time, std::optional(QTime(14, 30)));
    // A schedule needs a time.
    part<QToolButton>(u"clearWhen"_s)->click();
    auto *box = part<QComboBox>(u"status"_s);
    const int scheduled = box->findData(int(PostStatus::Scheduled));
    QVERIFY(scheduled > 0);
    QVERIFY(!(box->model()->flags(box->model()->index(scheduled, 0)) & Qt::ItemIsEnabled));
}

void TestComposer::keepsEveryKeyInALongText()
{
    auto *text = part<CopyEditor>(u"text"_s);
    text->setPlainText(u"A sentence of some words, again and again. "_s.repeated(45));
    m_composer->flush();
    text->moveCursor(QTextCursor::End);
    for (int i = 0; i < 50; ++i)
        QTest::keyClick(text, Qt::Key_A);
    QVERIFY(m_composer->value().post.text.endsWith(u"again. "_s + u"a"_s.repeated(50)));
}

void TestComposer::aChannelHasItsOwnTime()
{
    m_composer->setViewer(UserId(1), u"Europe/Berlin"_s);
    const PostWithVariants shown =
        on(on(post(5, u"a"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::Draft), 2,
            PostStatus::Draft);
    m_composer->setPost(shown);
    m_composer->findChild<VariantTabs *>()->setCurrent(shown.variants.at(1).id);
    part<QCheckBox>(u"ownTime"_s)->click();
    QCOMPARE(m_edits->count(), 1);
    QCOMPARE(after(0).variants.at(1).day, std::optional(QDate(2026, 11, 12)));
    QCOMPARE(after(0).variants.at(1).time, std::optional(QTime(9, 0)));
    auto *own = part<QWidget>(u"variantWhen"_s);
    own->findChild<QTimeEdit *>()->setTime(QTime(18, 30));
    m_composer->flush();
    QCOMPARE(after(1).variants.at(1).time, std::optional(QTime(18, 30)));
    QCOMPARE(after(1).post.time, std::optional(QTime(9, 0)));
    m_composer->planIn({QDate(2026, 11, 20), QTime(8, 0), u"Asia/Tokyo"_s});
    QCOMPARE(after(2).variants.at(1).zone, u"Asia/Tokyo"_s);
    part<QCheckBox>(u"ownTime"_s)->click();
    QVERIFY(!after(3).variants.at(1).day);
    QVERIFY(after(3).variants.at(1).zone.isEmpty());
}

void TestComposer::somebodyElseApproves()
{
    TileSources strict = sources();
    strict.channels[0].approval = ApprovalRule::SomebodyElse;
    m_composer->setSources(strict);
    PostWithVariants shown =
        on(post(5, u"a"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::InReview);
    shown.post.author = UserId(1);
    m_composer->setViewer(UserId(1), u"Europe/Berlin"_s);
    m_composer->setPost(shown);
    auto *status = part<QComboBox>(u"status"_s);
    const int approve = status->findData(int(PostStatus::Approved));
    QVERIFY(approve > 0);
    const auto isOffered = [status, approve] {
        return bool(status->model()->flags(status->model()->index(approve, 0)) & Qt::ItemIsEnabled);
    };
    QVERIFY(!isOffered());
    QVERIFY(status->itemText(approve).contains("author"_L1));
    m_composer->setViewer(UserId(2), u"Europe/Berlin"_s);
    QVERIFY(isOffered());
}

void TestComposer::whatWasPostedLeavesItsLink()
{
    PostWithVariants shown =
        on(post(5, u"a"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::Scheduled);
    shown.post.text = u"Words to post"_s;
    m_composer->setPost(shown);
    m_composer->findChild<VariantTabs *>()->setCurrent(shown.variants.at(0).id);
    const QSignalSpy copied(m_composer.get(), &Composer::copyRequested);
    part<QPushButton>(u"copyForPosting"_s)->click();
    QCOMPARE(copied.count(), 1);
    QCOMPARE(copied.first().first().toString(), u"Words to post"_s);
    part<QLineEdit>(u"postedLink"_s)->setText(u" https://example.org/1 "_s);
    part<QPushButton>(u"markPosted"_s)->click();
    QCOMPARE(m_edits->count(), 1);
    QCOMPARE(after(0).variants.first().status, PostStatus::Posted);
    QCOMPARE(after(0).variants.first().link, u"https://example.org/1"_s);
}

void TestComposer::aVersionComesBackAsADraft()
{
    PostWithVariants shown =
        on(post(5, u"a"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::Approved);
    shown.post.text = u"New words"_s;
    m_composer->setPost(shown);
    PostReview review;
    TextVersion version;
    version.id = TextVersionId(7);
    version.text = u"Old words"_s;
    version.status = PostStatus::InReview;
    review.versions = {version};
    m_composer->review()->setContext({[](UserId) { return QString(); },
        [](VariantId) { return QString(); }, QTimeZone::utc(), QDate(2026, 11, 1)});
    m_composer->setReview(review);
    part<QListWidget>(u"versions"_s)->setCurrentRow(0);
    part<QPushButton>(u"restoreVersion"_s)->click();
    QCOMPARE(after(0).post.text, u"Old words"_s);
    QCOMPARE(after(0).variants.first().status, PostStatus::Draft);
    QCOMPARE(part<CopyEditor>(u"text"_s)->toPlainText(), u"Old words"_s);
}

void TestComposer::aChannelHasItsOwnLimit()
{
    const QList<ChannelLimit> roomy {{.id = ChannelLimitId(1),
        .channel = ChannelId(1),
        .surface = TimelineSurface.toString(),
        .field = TextField.toString(),
        .rule = CountingRule::XWeighted,
        .limit = 4000}};
    m_post.post.text = QString(290, u'a');
    m_composer->setPost(m_post);
    auto *status = part<QComboBox>(u"status"_s);
    const auto isOffered = [status](PostStatus step) {
        const int row = status->findData(int(step));
        return (status->model()->index(row, 0).flags() & Qt::ItemIsEnabled) != 0;
    };
    choose(status, PostStatus::InReview);
    QVERIFY(!isOffered(PostStatus::Approved));
    m_composer->setLimits(roomy);
    QVERIFY(isOffered(PostStatus::Approved));
    QVERIFY(part<CopyCheckList>(QString())->check().issues.isEmpty());
}

void TestComposer::theLinkStandsInTheWordsTagged()
{
    QTest::keyClicks(part<CopyEditor>(u"text"_s), u"See "_s);
    part<QToolButton>(u"insertLink"_s)->click();
    QCOMPARE(part<CopyEditor>(u"text"_s)->toPlainText(), u"See {link}"_s);
    QTRY_COMPARE(part<CopyCheckList>(QString())->check().issues.size(), 1);
    QCOMPARE(part<CopyCheckList>(QString())->check().issues.first().rule, u"placeholder.open"_s);
    QTest::keyClicks(part<QLineEdit>(u"postLink"_s), u"https://example.org/tea"_s);
    QTRY_VERIFY(part<CopyCheckList>(QString())->check().issues.isEmpty());
    QVERIFY(!part<QLabel>(u"trackedLink"_s)->isVisible());
    part<QCheckBox>(u"tracksLink"_s)->click();
    QVERIFY(m_composer->value().post.tracksLink);
    QCOMPARE(part<QLabel>(u"trackedLink"_s)->toolTip(),
        u"https://example.org/tea?utm_source=x&utm_medium=social"_s);
    // X counts any link as 23, Bluesky all of it.
    const QList<CopyCounter> counters = part<CopyCheckList>(QString())->check().counters;
    QCOMPARE(counters.at(0).count.length, qsizetype(4 + 23));
    QCOMPARE(counters.at(1).count.length,
        qsizetype(4 + u"https://example.org/tea?utm_source=bluesky&utm_medium=social"_s.size()));
}

void TestComposer::aThreadIsCopiedPartByPart()
{
    m_post.post.text = u"Some words that go on. "_s.repeated(20).trimmed();
    m_post.variants.removeLast(); // X alone
    m_post.variants.first().status = PostStatus::Approved;
    m_composer->setPost(m_post);
    QVERIFY(!part<CopyCheckList>(QString())->check().issues.isEmpty());
    m_post.variants.first().thread = ThreadStyle::Numbered;
    m_composer->setPost(m_post);
    QVERIFY(part<CopyCheckList>(QString())->check().issues.isEmpty());
    QSignalSpy copied(m_composer.get(), &Composer::copyRequested);
    auto *copy = part<QPushButton>(u"copyForPosting"_s);
    copy->click();
    copy->click();
    QCOMPARE(copied.count(), 2);
    QVERIFY(copied.at(0).first().toString().endsWith(u" 1/2"_s));
    QVERIFY(copied.at(1).first().toString().endsWith(u" 2/2"_s));
    QVERIFY(part<QLineEdit>(u"postedLink"_s)->isVisible());
}

void TestComposer::openPlaceholdersAreNotApproved()
{
    m_post = on(post(1, u"Launch"_s, QDate(2026, 11, 12), QTime(9, 0)), 1, PostStatus::InReview);
    m_post.post.text = u"Hello {name}"_s;
    m_composer->setPost(m_post);
    auto *status = part<QComboBox>(u"status"_s);
    const int row = status->findData(int(PostStatus::Approved));
    QVERIFY(status->itemText(row).contains("placeholder"_L1));
    QVERIFY((status->model()->index(row, 0).flags() & Qt::ItemIsEnabled) == 0);
    m_post.variants.first().status = PostStatus::Approved; // came so from elsewhere
    m_composer->setPost(m_post);
    QVERIFY(!part<QPushButton>(u"copyForPosting"_s)->isEnabled());
    QVERIFY(part<QLabel>(u"whyNotCopied"_s)->text().contains("{name}"_L1));
}

void TestComposer::theFirstCommentIsCounted()
{
    part<QTabBar>(u"channels"_s)->setCurrentIndex(1); // X
    QTest::keyClicks(part<QPlainTextEdit>(u"firstComment"_s), QString(3, u'a'));
    const auto lists = m_composer->findChildren<CopyCheckList *>();
    QCOMPARE(lists.size(), 2);
    const auto counters = [&lists] { return lists.last()->check().counters; };
    QTRY_VERIFY(counters().size() == 1 && counters().first().count.length == 3);
    QCOMPARE(counters().first().count.limit, qsizetype(280));
}

void TestComposer::everyControlHasAName()
{
    m_composer->findChild<VariantTabs *>()->setCurrent(m_post.variants.at(0).id);
    const auto widgets = m_composer->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        // Parts of Qt's own widgets are named once for the whole window.
        const bool foreign = widget->parentWidget()
            && qobject_cast<const QAbstractSpinBox *>(widget->parentWidget());
        QVERIFY2(named || foreign, widget->metaObject()->className());
    }
}

PULLPUSH_WINDOW_TEST(TestComposer)
#include "tst_composer.moc"
