// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/conversationservice.h"
#include "session/guardrailservice.h"
#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/snippetservice.h"
#include "test_support/fulldisk.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/guardrailbar.h"
#include "ui_common/theme.h"
#include "ui_prospects/logfield.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

class TestLogField : public QObject, OpenWorkspace
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aCallIsLoggedByKeys();
    void aCallInVainHasNoMinutes();
    void aLetterSaysHowItEnded();
    void theyMayHaveSpoken();
    void readersChooseTheMedium();
    void somethingEarlierIsLogged();
    void refusesWhatIsNotFilledIn();
    void guardrailsAreAskedBeforeItGoesOn();
    void whatAGuardrailSaidGoesAtOnce();
    void whatTheySaidMayHaveBraces();
    void aSnippetIsFilledIn();
    void wordsAreKeptAsASnippet();
    void keysActAtOnce();
    void nothingIsSaidOfWhoIsStillRead();
    void aHopIsProposedAndDecided();
    void aHopIsDecidedByLetters();
    void aCopiedChatBecomesMessages();
    void aCopiedChatIsLeft();
    void aPastedChatIsOfferedAsMessages();
    void filesAreDropped();
    void filesWaitWithTheirProspect();
    void wordsComeBackFromAFullDisk();
    void aCopiedChatComesBackFromAFullDisk();

private:
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_field->findChild<T *>(name);
    }
    [[nodiscard]] QPlainTextEdit *words() const { return part<QPlainTextEdit>(u"log.text"_s); }
    [[nodiscard]] const Message &last() const { return m_dossier->messages().last(); }
    /// Presses a key wherever the keyboard is.
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Opens the menu \a name without showing it, and returns what it offers.
    [[nodiscard]] QList<QAction *> menu(const QString &name) const
    {
        auto *found = part<QMenu>(name);
        emit found->aboutToShow();
        return found->actions();
    }
    void open(ProspectId id)
    {
        m_dossier->open(id);
        QTRY_VERIFY(m_dossier->state() == StoreState::Ready && m_dossier->prospect()
            && m_dossier->prospect()->id == id);
        m_field->refresh();
    }
    ProspectId add(const QString &name)
    {
        Prospect prospect;
        prospect.name = name;
        return (*m_test)->prospects().create(prospect);
    }
    void drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        // Qt hands a drop to whom the drag has entered.
        QDragEnterEvent enter(QPoint(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(words()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(4, 4), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(words()->viewport(), &event);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProspectDossier> m_dossier;
    std::unique_ptr<QWidget> m_window;
    LogField *m_field = nullptr;
    ProspectId m_id;
};

void TestLogField::initTestCase()
{
    FullDisk::mount();
    m_theme = std::make_unique<Theme>(*qApp);
}

void TestLogField::init()
{
    QCOMPARE(openWorkspace(), QString());
    m_id = add(u"Anna Bell"_s);
    QVERIFY(m_test->settle());
    m_dossier = std::make_unique<ProspectDossier>(**m_test, nullptr);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_field = new LogField(**m_test, *m_dossier, m_window.get());
    layout->addWidget(m_field);
    m_window->resize(900, 300);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    connect(m_dossier.get(), &ProspectDossier::changed, m_field, &LogField::refresh);
    open(m_id);
    m_field->start(Medium::DirectMessage);
    QTRY_VERIFY(words()->hasFocus());
}

void TestLogField::cleanup()
{
    FullDisk::makeRoom();
    m_window.reset();
    m_dossier.reset();
    m_test.reset();
}

void TestLogField::wordsComeBackFromAFullDisk()
{
    connect(m_field, &LogField::notLogged, m_field,
        [this](ProspectId id, const ConversationService::Entry &entry) {
            m_field->putBack(id, entry, id == m_id);
        });
    press(Qt::Key_2, Qt::AltModifier);
    auto *minutes = part<QSpinBox>(u"log.minutes"_s);
    QTRY_VERIFY(minutes->hasFocus());
    type(u"5"_s);
    press(Qt::Key_Tab);
    type(u"Wants an offer"_s);
    FullDisk::fillAfter(0);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(
        part<QLabel>(u"log.hint"_s)->text(), u"It was not logged. What you wrote is here again."_s);
    QCOMPARE(words()->toPlainText(), u"Wants an offer"_s);
    QCOMPARE(minutes->value(), 5);
    QTRY_VERIFY(m_dossier->messages().isEmpty());
    FullDisk::makeRoom();
    QVERIFY(m_test->settle());
    QVERIFY(words()->hasFocus());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QVERIFY(m_test->settle());
    QCOMPARE(last().body, u"Wants an offer"_s);
    QCOMPARE(last().medium, Medium::Call);
    QVERIFY(words()->toPlainText().isEmpty());
}

void TestLogField::aCopiedChatComesBackFromAFullDisk()
{
    m_field->startPaste(u"[00:31, 01.01.2026] Anna: Hi\n[00:40, 01.01.2026] Nora: ok"_s);
    auto *list = part<QListWidget>(u"log.pasteList"_s);
    auto *add = part<QAbstractButton>(u"log.pasteAdd"_s);
    QTRY_COMPARE(list->count(), 2);
    QTRY_VERIFY(add->isEnabled());
    FullDisk::fillAfter(0);
    add->click();
    QVERIFY(!list->isVisible());
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    FullDisk::makeRoom();
    QVERIFY(m_test->settle());
    QTRY_VERIFY(m_dossier->messages().isEmpty());
    add->click();
    QTRY_COMPARE(m_dossier->messages().size(), 2);
    QVERIFY(!list->isVisible());
}

void TestLogField::aCallIsLoggedByKeys()
{
    press(Qt::Key_2, Qt::AltModifier);
    auto *minutes = part<QSpinBox>(u"log.minutes"_s);
    QTRY_VERIFY(minutes->hasFocus());
    type(u"5"_s);
    press(Qt::Key_Tab);
    QVERIFY(words()->hasFocus());
    type(u"Wants an offer"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().medium, Medium::Call);
    QCOMPARE(last().direction, Direction::Ours);
    QCOMPARE(last().durationSeconds, 300);
    QCOMPARE(last().callResult, CallResult::Answered);
    QCOMPARE(last().body, u"Wants an offer"_s);
    QVERIFY(words()->toPlainText().isEmpty());
    QCOMPARE(minutes->value(), 0);
}

void TestLogField::aCallInVainHasNoMinutes()
{
    press(Qt::Key_2, Qt::AltModifier);
    auto *minutes = part<QSpinBox>(u"log.minutes"_s);
    QTRY_VERIFY(minutes->hasFocus());
    press(Qt::Key_Tab, Qt::ShiftModifier);
    auto *result = part<QComboBox>(u"log.result"_s);
    QVERIFY(result->hasFocus());
    press(Qt::Key_Down);
    QCOMPARE(result->currentText(), u"No answer"_s);
    QVERIFY(!minutes->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier); // a call needs no words
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().callResult, CallResult::NoAnswer);
    QCOMPARE(last().durationSeconds, 0);
    QCOMPARE(result->currentText(), u"Answered"_s);
    QVERIFY(minutes->isEnabled());
}

void TestLogField::aLetterSaysHowItEnded()
{
    press(Qt::Key_2, Qt::AltModifier);
    auto *minutes = part<QSpinBox>(u"log.minutes"_s);
    QTRY_VERIFY(minutes->hasFocus());
    type(u"v"_s);
    QCOMPARE(part<QComboBox>(u"log.result"_s)->currentText(), u"Voicemail"_s);
    QVERIFY(words()->hasFocus()); // there is no more to say of it but words
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().callResult, CallResult::Voicemail);
}

void TestLogField::theyMayHaveSpoken()
{
    auto *theirs = part<QAbstractButton>(u"log.theirs"_s);
    press(Qt::Key_T, Qt::AltModifier);
    QTRY_VERIFY(theirs->isChecked());
    QVERIFY(!part<QAbstractButton>(u"log.copy"_s)->isVisible()); // it is not ours to send
    words()->setFocus();
    type(u"Hello"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().direction, Direction::Theirs);
    press(Qt::Key_O, Qt::AltModifier);
    QTRY_VERIFY(part<QAbstractButton>(u"log.ours"_s)->isChecked());
}

void TestLogField::readersChooseTheMedium()
{
    auto *minutes = part<QSpinBox>(u"log.minutes"_s);
    QVERIFY(!minutes->isVisible());
    QAccessibleInterface *call =
        QAccessible::queryAccessibleInterface(part<QAbstractButton>(u"log.call"_s));
    QVERIFY(call != nullptr && call->actionInterface() != nullptr);
    call->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(minutes->isVisible());
    QVERIFY(part<QAbstractButton>(u"log.log"_s)->isEnabled()); // a call needs no words
}

void TestLogField::somethingEarlierIsLogged()
{
    auto *at = part<QDateTimeEdit>(u"log.at"_s);
    at->setDate(QDate(1969, 12, 31)); // nothing that happened is dated so early
    QCOMPARE(at->date(), QDate(1970, 1, 1));
    at->setDateTime(QDateTime(QDate(2026, 11, 18), QTime(9, 30), Qt::UTC));
    type(u"Said on Wednesday"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().sentAt.precision, Precision::Minute);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(last().sentAt.ms, Qt::UTC), at->dateTime());
    QVERIFY(m_test->settle());
    type(u"Said now"_s); // the time was for one entry
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 2);
    QCOMPARE(last().sentAt.precision, Precision::Exact);
}

void TestLogField::refusesWhatIsNotFilledIn()
{
    const auto hint = [this] { return part<QLabel>(u"log.hint"_s)->text(); };
    QApplication::clipboard()->setText(u"before"_s);
    type(u"Hi {feature}"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(hint().contains(u"{feature}"_s));
    QVERIFY(!(*m_test)->isWriting());
    QCOMPARE(words()->textCursor().selectedText(), u"{feature}"_s);
    QTest::mouseClick(part<QAbstractButton>(u"log.copy"_s), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    type(u"rye"_s); // it is selected
    QCOMPARE(words()->toPlainText(), u"Hi rye"_s);
    QTest::mouseClick(part<QAbstractButton>(u"log.copy"_s), Qt::LeftButton);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"Hi rye"_s);
    words()->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QVERIFY(hint().isEmpty());
}

void TestLogField::guardrailsAreAskedBeforeItGoesOn()
{
    (*m_test)->guardrails().setDoNotContact(*m_dossier->prospect(), true, u"They asked for it"_s);
    QVERIFY(m_test->settle());
    QTRY_VERIFY(m_dossier->prospect()->doNotContactSince != 0);
    QApplication::clipboard()->setText(u"before"_s);
    auto *reason = part<QLineEdit>(u"guardrail.reason"_s);
    type(u"Hello"_s);
    // At once, before anybody rests.
    QTest::mouseClick(part<QAbstractButton>(u"log.copy"_s), Qt::LeftButton);
    QTRY_VERIFY(part<QLabel>(u"log.hint"_s)->text().contains(u"not to be sent"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    words()->setFocus();
    type(u" there"_s);
    QCOMPARE(words()->toPlainText(), u"Hello there"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(reason->hasFocus());
    QVERIFY(m_dossier->messages().isEmpty());
    QVERIFY(!words()->isReadOnly());
    type(u"They called us"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().body, u"Hello there"_s);
}

void TestLogField::whatAGuardrailSaidGoesAtOnce()
{
    GuardrailBar bar;
    const auto lines = [&bar] {
        auto found = bar.findChildren<QWidget *>(u"guardrail.do-not-contact"_s);
        found.removeIf([](const QWidget *line) {
            return line->testAttribute(Qt::WA_WState_ExplicitShowHide) && line->isHidden();
        });
        return found.size();
    };
    GuardrailFinding finding;
    finding.verdict = Verdict::Warn;
    finding.text = u"One"_s;
    bar.setFindings({finding});
    QCOMPARE(lines(), 1);
    finding.text = u"Two"_s;
    bar.setFindings({finding});
    QCOMPARE(lines(), 1); // before the old one is deleted
    bar.setFindings({});
    QCOMPARE(lines(), 0);
}

void TestLogField::whatTheySaidMayHaveBraces()
{
    part<QAbstractButton>(u"log.theirs"_s)->setChecked(true);
    type(u"We write {name} here"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().body, u"We write {name} here"_s);
}

void TestLogField::aSnippetIsFilledIn()
{
    Snippet snippet;
    snippet.use = SnippetUse::Conversation;
    snippet.name = u"Bread & butter"_s;
    snippet.text = u"Hi {first_name} of {company}"_s;
    SnippetService::add(**m_test, snippet);
    snippet.use = SnippetUse::Template; // for posts
    SnippetService::add(**m_test, snippet);
    QVERIFY(m_test->settle());
    const auto actions = menu(u"log.snippetMenu"_s);
    QCOMPARE(actions.first()->text(), u"Bread && butter"_s);
    QVERIFY(actions.at(1)->isSeparator());
    type(u"So:"_s);
    actions.first()->trigger();
    QCOMPARE(words()->toPlainText(), u"So: Hi Anna of {company}"_s);
}

void TestLogField::wordsAreKeptAsASnippet()
{
    const auto before = menu(u"log.snippetMenu"_s);
    const auto none = std::ranges::find(before, u"log.keepSnippet"_s, &QAction::objectName);
    QVERIFY(none != before.end());
    QVERIFY(!(*none)->isEnabled());
    QVERIFY((*none)->text().contains(u"Write something first"_s)); // says why
    type(u"Thank you for the talk"_s);
    const auto actions = menu(u"log.snippetMenu"_s);
    const auto keep = std::ranges::find(actions, u"log.keepSnippet"_s, &QAction::objectName);
    QVERIFY(keep != actions.end());
    (*keep)->trigger();
    QTRY_COMPARE((*m_test)->plan().snippets().size(), 1);
    QCOMPARE((*m_test)->plan().snippets().first().use, SnippetUse::Conversation);
    QCOMPARE((*m_test)->plan().snippets().first().text, u"Thank you for the talk"_s);
}

void TestLogField::keysActAtOnce()
{
    // Whoever types on is not a tenth of a second too early.
    press(Qt::Key_2, Qt::AltModifier);
    QVERIFY(part<QSpinBox>(u"log.minutes"_s)->hasFocus());
    press(Qt::Key_T, Qt::AltModifier);
    QVERIFY(part<QAbstractButton>(u"log.theirs"_s)->isChecked());
    press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(words()->hasFocus());
}

void TestLogField::nothingIsSaidOfWhoIsStillRead()
{
    const ProspectId other = add(u"Bo Cook"_s);
    QVERIFY(m_test->settle());
    words()->setPlainText(u"Hello Bo"_s);
    m_dossier->open(other);
    QVERIFY(m_dossier->prospect() && m_dossier->prospect()->id == m_id); // still the one before
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier);
    QApplication::sendEvent(words(), &enter);
    QVERIFY(!(*m_test)->isWriting());
    QCOMPARE(words()->toPlainText(), u"Hello Bo"_s);
    QTRY_COMPARE(m_dossier->state(), StoreState::Ready);
    QCOMPARE(m_dossier->prospect()->id, other);
    words()->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 1);
    QCOMPARE(last().body, u"Hello Bo"_s);
}

void TestLogField::aHopIsProposedAndDecided()
{
    QVERIFY(!part<QWidget>(u"log.hopLine"_s)->isVisible());
    const auto actions = menu(u"log.proposeMenu"_s);
    const auto call = std::ranges::find(actions, u"log.propose.call.ours"_s, &QAction::objectName);
    QVERIFY(call != actions.end());
    (*call)->trigger();
    QTRY_VERIFY(part<QWidget>(u"log.hopLine"_s)->isVisible());
    QCOMPARE(part<QLabel>(u"log.hopText"_s)->text(), u"Today: you proposed a call."_s);
    QVERIFY(m_test->settle());
    auto *declined = part<QAbstractButton>(u"log.hopDeclined"_s);
    declined->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(!part<QWidget>(u"log.hopLine"_s)->isVisible());
    QCOMPARE(m_dossier->hops().first().state, HopState::Declined);
    QVERIFY(words()->hasFocus()); // the line had the keyboard and is gone
}

void TestLogField::aHopIsDecidedByLetters()
{
    (*m_test)->conversations().proposeHop(*m_dossier, Medium::Call, Direction::Ours);
    QVERIFY(m_test->settle());
    QTRY_VERIFY(part<QWidget>(u"log.hopLine"_s)->isVisible());
    const auto actions = menu(u"log.proposeMenu"_s);
    QStringList letters;
    for (const QAction *action : actions) {
        if (!action->isSeparator())
            letters << action->text().section(u'&', 1).left(1).toLower();
    }
    QCOMPARE(letters.size(), 9);
    QVERIFY(!letters.contains(QString()));
    QCOMPARE(letters.removeDuplicates(), 0);
    const auto accepted =
        std::ranges::find(actions, u"log.outcome.accepted"_s, &QAction::objectName);
    QVERIFY(accepted != actions.end());
    (*accepted)->trigger();
    QTRY_VERIFY(!part<QWidget>(u"log.hopLine"_s)->isVisible());
    QCOMPARE(m_dossier->hops().first().state, HopState::Accepted);
}

void TestLogField::aCopiedChatBecomesMessages()
{
    QApplication::clipboard()->setText(
        u"[09:31, 19.11.2026] Anna Bell: Hi\n[09:32, 19.11.2026] Nora: Hello\n"
        "[09:33, 19.11.2026] Anna Bell: Do you deliver?"_s);
    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    auto *list = part<QListWidget>(u"log.pasteList"_s);
    QTRY_COMPARE(list->count(), 3);
    QVERIFY(list->isVisible());
    QVERIFY(list->hasFocus());
    QVERIFY(!words()->isVisible());
    QCOMPARE(part<QComboBox>(u"log.pasteUs"_s)->currentText(), u"Nora"_s); // who is not Anna
    list->setCurrentRow(1);
    press(Qt::Key_Space); // but for this one
    QCOMPARE(
        part<QAbstractButton>(u"log.pasteAdd"_s)->text().remove(u'&').section(u' ', 1, 1), u"2"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->messages().size(), 2);
    QVERIFY(words()->isVisible());
    QCOMPARE(last().body, u"Do you deliver?"_s);
    QCOMPARE(last().direction, Direction::Theirs);
    QVERIFY(m_test->settle());

    press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    // It is there; while the chat is read there is nothing.
    QTRY_VERIFY(list->item(0) && list->item(0)->checkState() == Qt::Unchecked);
    QCOMPARE(list->item(1)->checkState(), Qt::Checked);
    QCOMPARE(list->item(2)->checkState(), Qt::Unchecked);
}

void TestLogField::aCopiedChatIsLeft()
{
    type(u"Half a sentence"_s);
    m_field->startPaste(u"Me: Hi\nAnna: Hello"_s);
    auto *list = part<QListWidget>(u"log.pasteList"_s);
    QTRY_COMPARE(list->count(), 2);
    press(Qt::Key_Escape);
    QVERIFY(!list->isVisible());
    QVERIFY(words()->hasFocus());
    QCOMPARE(words()->toPlainText(), u"Half a sentence"_s);
    QVERIFY(m_dossier->messages().isEmpty());
}

void TestLogField::aPastedChatIsOfferedAsMessages()
{
    auto *offer = part<QAbstractButton>(u"log.asMessages"_s);
    QApplication::clipboard()->setText(u"Just a few words of mine, and no chat"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!words()->toPlainText().isEmpty());
    words()->clear();
    QApplication::clipboard()->setText(u"Me: Hi there\nAnna: Hello to you"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(offer->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QTRY_COMPARE(part<QListWidget>(u"log.pasteList"_s)->count(), 2);
    QVERIFY(m_field->draft().isEmpty()); // they are not logged twice
}

void TestLogField::filesAreDropped()
{
    drop(m_test->file(u"offer.txt"_s, "twelve tables"));
    QTRY_VERIFY(part<QAbstractButton>(u"log.file"_s));
    QVERIFY(part<QWidget>(u"log.files"_s)->isVisible());
    QTRY_VERIFY(part<QAbstractButton>(u"log.log"_s)->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_dossier->attachments().size(), 1);
    QCOMPARE(m_dossier->attachments().first().name, u"offer.txt"_s);
    QCOMPARE(m_dossier->attachments().first().bytes, 13);
    QVERIFY(!part<QWidget>(u"log.files"_s)->isVisible());
    drop(m_test->file(u"more.txt"_s, "a"));
    QTRY_VERIFY(part<QWidget>(u"log.files"_s)->isVisible());
    QTest::mouseClick(part<QAbstractButton>(u"log.file"_s), Qt::LeftButton); // taken off
    QVERIFY(!part<QWidget>(u"log.files"_s)->isVisible());
    drop(m_test->file(u"folder-that-is-gone"_s, "x") + u"-not"_s);
    QTRY_VERIFY(part<QLabel>(u"log.hint"_s)->text().contains(u"was not attached"_s));
}

void TestLogField::filesWaitWithTheirProspect()
{
    const ProspectId ben = add(u"Ben Stone"_s);
    QVERIFY(m_test->settle());
    drop(m_test->file(u"offer.txt"_s, "twelve tables"));
    QTRY_VERIFY(part<QWidget>(u"log.files"_s)->isVisible());
    open(ben);
    QVERIFY(!part<QWidget>(u"log.files"_s)->isVisible());
    open(m_id);
    QVERIFY(part<QWidget>(u"log.files"_s)->isVisible());
}

PULLPUSH_WINDOW_TEST(TestLogField)
#include "tst_logfield.moc"
