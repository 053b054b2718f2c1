// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "session/conversationservice.h"
#include "session/dayswork.h"
#include "session/guardrailservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "storage/salestable.h"
#include "storage/visible.h"
#include "test_support/awayview.h"
#include "test_support/groupchat.h"
#include "test_support/openworkspace.h"
#include "test_support/testprogram.h"
#include "ui_common/accessible.h"
#include "ui_common/theme.h"
#include "ui_today/daydelegate.h"
#include "ui_today/daylist.h"
#include "ui_today/todayarea.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace {
/// A window that remembers what the area asked of it.
class AskedHost final : public AreaHost
{
public:
    void showInspector(Area *, bool) override { }
    void setLoading(Area *, bool) override { }
    void notify(const NotifierMessage &) override { }
    void showTask(const QString &, QWidget *page) override { delete page; }
    void closeTask() override { }
    void showArea(const QString &) override { }
    void searchEverywhere() override { ++everywhere; }
    void setSearchText(Area *, const QString &text) override { field = text; }

    QString field;
    int everywhere = 0;
};
} // namespace

class TestTodayArea : public QObject, OpenWorkspace
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    AccessibleNames m_names;
    AskedHost m_host;
    std::unique_ptr<TodayArea> m_area;
    std::unique_ptr<QWidget> m_window;

    Workspace &workspace() { return **m_test; }
    template<typename T>
    [[nodiscard]] T *part(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    [[nodiscard]] DayList *list() const { return part<DayList>(u"today.list"_s); }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        const auto actions = m_area->actions();
        const auto found = std::ranges::find(actions, name, &QAction::objectName);
        return found == actions.end() ? nullptr : *found;
    }
    /// The names of the rows, with the sign "|" where a section begins.
    [[nodiscard]] QString people() const
    {
        QString all;
        const DayModel &days = list()->days();
        for (int line = 0; line < days.rowCount(); ++line) {
            const WorkRow *row = days.rowAt(days.index(line));
            if (row != nullptr)
                all += row->person.name + u' ';
            else if (days.kindOf(days.index(line)) == DayModel::Kind::Heading)
                all += u"| "_s;
        }
        return all.trimmed();
    }
    [[nodiscard]] QString current() const
    {
        const auto row = list()->currentRow();
        return row ? row->person.name : QString();
    }
    void select(const QString &name)
    {
        const DayModel &days = list()->days();
        for (int line = 0; line < days.rowCount(); ++line) {
            const WorkRow *row = days.rowAt(days.index(line));
            if (row != nullptr && row->person.name == name) {
                list()->setCurrentIndex(days.index(line));
                return;
            }
        }
        QFAIL("there is no such row");
    }
    ProspectId person(const QString &name, int stage = 2)
    {
        Prospect prospect;
        prospect.name = name;
        prospect.stage = workspace().stages().at(stage).id;
        return workspace().prospects().create(prospect);
    }
    ProspectId withStep(const QString &name, int dueIn)
    {
        const ProspectId id = person(name);
        workspace().prospects().addFollowUp(id, workspace().today().addDays(dueIn), u"Call"_s);
        return id;
    }
    /// Logs a call with whom the keyboard is on: the field of its minutes, which has the keyboard, or null.
    QSpinBox *startCall()
    {
        QTest::keyClick(list(), Qt::Key_L);
        auto *minutes = part<QSpinBox>(u"today.field.minutes"_s);
        return minutes && QTest::qWaitFor([minutes] { return minutes->hasFocus(); }) ? minutes
                                                                                     : nullptr;
    }
    /// Two steps, one who waits and one who is handed over.
    void fill()
    {
        withStep(u"Ada"_s, -3);
        withStep(u"Bea"_s, 0);
        const ProspectId waiting = person(u"Cleo"_s);
        const ProspectId warm = person(u"Dora"_s, 1);
        Handover handover;
        handover.id = HandoverId::create(workspace().ids());
        handover.prospect = warm;
        handover.offeredAt = workspace().clock().now();
        workspace().commit({insertion(handover)}, u"Hand over"_s);
        QVERIFY(m_test->settle());
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(waiting);
        QTRY_VERIFY(dossier.prospect());
        workspace().conversations().log(
            dossier, {.direction = Direction::Theirs, .body = u"Is there rye?"_s, .at = {}});
        QVERIFY(m_test->settle());
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        list()->setFocus();
    }
    void undo()
    {
        QVERIFY(m_test->settle());
        workspace().undoStack()->undo();
        QVERIFY(m_test->settle());
    }
    /// The only entry of \a id.
    Message logged(ProspectId id)
    {
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(id);
        if (!QTest::qWaitFor([&] { return dossier.messages().size() == 1; }))
            return {};
        return dossier.messages().first();
    }

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp);
        qApp->installEventFilter(&m_names);
    }
    void init()
    {
        QCOMPARE(openWorkspace(), QString());
        m_area = std::make_unique<TodayArea>(workspace());
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_area->titleWidget());
        layout->addWidget(m_area->widget(), 1);
        m_window->resize(900, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_area.reset();
        m_test.reset();
    }

    void lettersLeadToNobodyElse()
    {
        fill();
        select(u"Ada"_s);
        for (const Qt::Key letter : {Qt::Key_B, Qt::Key_C, Qt::Key_T}) {
            QTest::keyClick(list(), letter); // of a name, or of what cannot be done with her
            QCOMPARE(current(), u"Ada"_s);
        }
    }

    void saysThatNothingWaits()
    {
        QTRY_VERIFY(part<QAbstractButton>(u"today.prospects"_s)->isVisible());
        QVERIFY(!list()->isVisible());
        QVERIFY(!action(u"today.open"_s)->isEnabled());
        withStep(u"Ada"_s, 0);
        QTRY_VERIFY(list()->isVisible());
        QCOMPARE(current(), u"Ada"_s);
        undo();
        QTRY_VERIFY(!list()->isVisible());
    }

    void doneMovesOnAndComesBack()
    {
        fill();
        select(u"Ada"_s);
        QTest::keyClick(list(), Qt::Key_D);
        QCOMPARE(people(), u"| Bea | Cleo | Dora"_s); // at once
        QCOMPARE(current(), u"Bea"_s);
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Ada"_s); // with whom one goes on

        QTest::keyClick(list(), Qt::Key_D);
        QTest::keyClick(list(), Qt::Key_D);
        QTRY_COMPARE(people(), u"| Cleo | Dora"_s);
        undo();
        QTRY_COMPARE(people(), u"| Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Bea"_s);
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Ada"_s);
        QTest::keyClick(list(), Qt::Key_D);
        QTRY_COMPARE(people(), u"| Bea | Cleo | Dora"_s);
        select(u"Dora"_s); // and works there
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Dora"_s);

        select(u"Cleo"_s);
        action(u"today.done"_s)->trigger();
        QCOMPARE(people(), u"| Ada Bea | Dora"_s);
        QCOMPARE(current(), u"Dora"_s);
        QVERIFY(!action(u"today.done"_s)->isEnabled()); // a handover is decided, not done with
        QVERIFY(!action(u"today.snooze"_s)->isEnabled());
        QVERIFY(action(u"today.accept"_s)->isEnabled());
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
    }

    void theListHasTheKeyboardFromTheStart()
    {
        fill();
        m_window.reset();
        m_area = std::make_unique<TodayArea>(workspace());
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(new QLineEdit(m_window.get()));
        layout->addWidget(m_area->widget());
        // As the window does before it is shown: the page gets the keyboard where nothing has it.
        m_area->activate();
        m_area->widget()->setFocus(Qt::OtherFocusReason);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QTRY_VERIFY(list()->hasFocus());
        QCOMPARE(current(), u"Ada"_s);
        const QSignalSpy opened(m_area.get(), &TodayArea::openRequested);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
        QTRY_COMPARE(opened.size(), 1);
    }

    void theListTakesTheKeyboardFromWhatStoodThere()
    {
        QTRY_VERIFY(part<QAbstractButton>(u"today.prospects"_s)->isVisible());
        m_area->activate();
        QTRY_VERIFY(part<QAbstractButton>(u"today.prospects"_s)->hasFocus());
        withStep(u"Ada"_s, 0);
        QTRY_VERIFY(list()->hasFocus());
        QCOMPARE(current(), u"Ada"_s);
    }

    void theRowStaysOverReloads()
    {
        fill();
        select(u"Bea"_s);
        withStep(u"Abel"_s, -9); // another one comes before it
        QTRY_COMPARE(people(), u"| Abel Ada Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Bea"_s);
        m_area->work().reload();
        QTRY_VERIFY(!workspace().isWriting());
        QCOMPARE(current(), u"Bea"_s);
        // Two go at once, one of them the current one: the next that is still there follows.
        const WorkRow first = *list()->days().rowAt(list()->days().index(1));
        workspace().prospects().completeFollowUp(*first.step);
        QTest::keyClick(list(), Qt::Key_D);
        QCOMPARE(people(), u"| Ada | Cleo | Dora"_s);
        QCOMPARE(current(), u"Cleo"_s);
    }

    void keysLeadFromSectionToSection()
    {
        fill();
        select(u"Bea"_s);
        QTest::keyClick(list(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), u"Cleo"_s);
        QTest::keyClick(list(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), u"Dora"_s);
        QTest::keyClick(list(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(current(), u"Dora"_s); // the last
        QTest::keyClick(list(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(current(), u"Cleo"_s);
        select(u"Bea"_s);
        QTest::keyClick(list(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(current(), u"Ada"_s);
    }

    void keysLeadOverHeadings()
    {
        fill();
        select(u"Ada"_s);
        const QStringList way {u"Bea"_s, u"Cleo"_s, u"Dora"_s, u"Dora"_s};
        for (const QString &next : way) {
            QTest::keyClick(list(), Qt::Key_Down);
            QCOMPARE(current(), next);
        }
        QTest::keyClick(list(), Qt::Key_Up);
        QCOMPARE(current(), u"Cleo"_s);
        QTest::keyClick(list(), Qt::Key_Home);
        QCOMPARE(current(), u"Ada"_s);
        QTest::keyClick(list(), Qt::Key_End);
        QCOMPARE(current(), u"Dora"_s);
    }

    void returnOpensTheProspect()
    {
        fill();
        select(u"Bea"_s);
        const ProspectId bea = list()->currentRow()->person.id;
        const QSignalSpy opened(m_area.get(), &TodayArea::openRequested);
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ProspectId>(), bea);
    }

    void aGroupChatIsOneRow()
    {
        const Conversation chat = addGroupChat(workspace(), u"Market day"_s);
        QTRY_COMPARE(list()->days().rowCount(), 2);
        const QString line = list()->currentIndex().data().toString();
        QVERIFY2(line.startsWith(u"Ada and 2 other"_s), qPrintable(line));
        QVERIFY(line.contains(u"Market day"_s));
        const QSignalSpy opened(m_area.get(), &TodayArea::chatRequested);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().value<ConversationId>(), chat.id);

        QTest::keyClick(list(), Qt::Key_A);
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QVERIFY(text != nullptr);
        QTest::keyClicks(text, u"We come"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(part<QAbstractButton>(u"today.prospects"_s)->isVisible()); // their turn now
        undo();
        QTRY_COMPARE(list()->days().rowCount(), 2);
    }

    void answersUnderTheRow()
    {
        fill();
        select(u"Cleo"_s);
        QTest::keyClick(list(), Qt::Key_A);
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QVERIFY(text != nullptr && text->isVisible());
        QTRY_VERIFY(text->hasFocus());
        QCOMPARE(part<QComboBox>(u"today.field.medium"_s)->currentIndex(), 0);
        QTest::keyClicks(text, u"Yes, dad"_s); // also the letters that are keys of the list
        QCOMPARE(text->toPlainText(), u"Yes, dad"_s);
        QCOMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(people(), u"| Ada Bea | Dora"_s);
        QCOMPARE(current(), u"Dora"_s);
        QVERIFY(list()->field() == nullptr);
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
    }

    void aCallIsLoggedByKeys()
    {
        fill();
        select(u"Bea"_s);
        const ProspectId bea = list()->currentRow()->person.id;
        QSpinBox *minutes = startCall();
        QVERIFY(minutes != nullptr);
        QTest::keyClicks(minutes, u"12"_s);
        auto *who = part<QComboBox>(u"today.field.direction"_s);
        QCOMPARE(who->currentText(), u"We called"_s);
        QTest::keyClick(m_window->windowHandle(), Qt::Key_T, Qt::AltModifier);
        QTRY_COMPARE(who->currentText(), u"They called"_s);
        QTest::keyClick(minutes, Qt::Key_Tab);
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, u"Wants an offer"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(workspace().undoStack()->undoText().contains(u"Bea"_s));
        const Message message = logged(bea);
        QCOMPARE(message.medium, Medium::Call);
        QCOMPARE(message.direction, Direction::Theirs);
        QCOMPARE(message.durationSeconds, 12 * 60);
        QCOMPARE(message.callResult, CallResult::Answered);
        QCOMPARE(message.body, u"Wants an offer"_s);
    }

    void aCallInVainIsLoggedByThreeKeys()
    {
        fill();
        select(u"Bea"_s);
        const ProspectId bea = list()->currentRow()->person.id;
        QSpinBox *minutes = startCall();
        QVERIFY(minutes != nullptr);
        QTest::keyClick(minutes, Qt::Key_N); // the first letter of how it ended
        QCOMPARE(part<QComboBox>(u"today.field.result"_s)->currentText(), u"No answer"_s);
        QVERIFY(!minutes->isEnabled());
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(workspace().undoStack()->undoText().contains(u"Bea"_s));
        const Message message = logged(bea);
        QCOMPARE(message.callResult, CallResult::NoAnswer);
        QCOMPARE(message.durationSeconds, 0);
    }

    void guardrailsAreAskedBeforeItIsLogged()
    {
        fill();
        select(u"Bea"_s);
        const Prospect bea = list()->currentRow()->person;
        workspace().guardrails().setDoNotContact(bea, true, u"She asked for it"_s);
        QVERIFY(m_test->settle());
        select(u"Bea"_s);
        QTest::keyClick(list(), Qt::Key_A);
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QVERIFY(text != nullptr);
        QTRY_VERIFY(text->hasFocus());
        QTest::keyClicks(text, u"Hello"_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier); // before anybody rests
        auto *reason = part<QLineEdit>(u"guardrail.reason"_s);
        QVERIFY(reason != nullptr);
        QTRY_VERIFY(reason->hasFocus());
        QVERIFY(!text->isReadOnly());
        const QWidget *field = list()->field();
        QVERIFY(field != nullptr);
        QTRY_COMPARE(field->height(), field->heightForWidth(list()->viewport()->width()));
        QCOMPARE(list()->visualRect(list()->days().fieldIndex()).height(), field->height());
        QTest::keyClicks(reason, u"She called us"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_VERIFY(list()->field() == nullptr);
        QVERIFY(m_test->settle());
        QCOMPARE(logged(bea.id).body, u"Hello"_s);
        ProspectDossier dossier(workspace(), nullptr);
        dossier.open(bea.id);
        QTRY_VERIFY(!dossier.overrides().isEmpty());
        QCOMPARE(dossier.overrides().first().rule, toText(Guardrail::DoNotContact));
        QCOMPARE(dossier.overrides().first().reason, u"She called us"_s);
    }

    void theReasonIsLeftByEscape()
    {
        fill();
        select(u"Bea"_s);
        workspace().guardrails().setDoNotContact(list()->currentRow()->person, true, {});
        QVERIFY(m_test->settle());
        select(u"Bea"_s);
        QTest::keyClick(list(), Qt::Key_L); // a call needs no words
        auto *reason = part<QLineEdit>(u"guardrail.reason"_s);
        QVERIFY(reason != nullptr);
        QTRY_VERIFY(reason->isVisible());
        reason->setFocus();
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(list()->field() == nullptr);
        QVERIFY(list()->hasFocus());
    }

    void anotherMediumHasNoMinutes()
    {
        fill();
        GuardrailRules rules;
        rules.verdicts.fill(Verdict::Allow);
        workspace().guardrails().setRules(rules);
        QVERIFY(m_test->settle());
        select(u"Cleo"_s);
        QTest::keyClick(list(), Qt::Key_L);
        auto *minutes = part<QSpinBox>(u"today.field.minutes"_s);
        QTRY_VERIFY(minutes->hasFocus());
        const int height = list()->field()->height();
        QTest::keyClick(m_window->windowHandle(), Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(
            part<QComboBox>(u"today.field.medium"_s)->currentData().toInt(), int(Medium::Email));
        QVERIFY(!minutes->isVisible());
        QVERIFY(part<QPlainTextEdit>(u"today.field.text"_s)->hasFocus());
        QCOMPARE(list()->field()->height(), height);
        QVERIFY(!part<QAbstractButton>(u"today.field.log"_s)->isEnabled());
    }

    void keepsWhatIsBegun()
    {
        fill();
        select(u"Bea"_s);
        action(u"today.log"_s)->trigger();
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QCOMPARE(
            part<QComboBox>(u"today.field.medium"_s)->currentData().toInt(), int(Medium::Call));
        QTest::keyClicks(text, u"Hello"_s);
        // A colleague does it meanwhile.
        const WorkRow row = *list()->currentRow();
        workspace().prospects().completeFollowUp(*row.step);
        QCOMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        select(u"Cleo"_s);
        action(u"today.answer"_s)->trigger();
        QCOMPARE(part<QPlainTextEdit>(u"today.field.text"_s), text); // still the same field
        QCOMPARE(text->toPlainText(), u"Hello"_s);
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_COMPARE(people(), u"| Ada | Cleo | Dora"_s);
        QVERIFY(list()->field() == nullptr);
    }

    void saysWhatWouldBeLost()
    {
        fill();
        QVERIFY(m_area->unkept().isEmpty());
        select(u"Cleo"_s);
        action(u"today.answer"_s)->trigger();
        QVERIFY(m_area->unkept().isEmpty()); // nothing is begun
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QTest::keyClicks(text, u"Rye"_s);
        QVERIFY(!m_area->unkept().isEmpty());
        QVERIFY(!m_area->unkept().contains(u"Rye"_s)); // they stay private
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(list()->field() == nullptr);
        QVERIFY(m_area->unkept().isEmpty());
        QVERIFY(m_test->settle());

        select(u"Bea"_s);
        action(u"today.log"_s)->trigger();
        QVERIFY(m_area->unkept().isEmpty());
        const QWidget *call = list()->field();
        call->findChild<QSpinBox *>(u"today.field.minutes"_s)->setValue(3); // without words
        QVERIFY(!m_area->unkept().isEmpty());
        QTest::keyClick(call->findChild<QPlainTextEdit *>(u"today.field.text"_s), Qt::Key_Escape);
        QVERIFY(m_area->unkept().isEmpty());

        select(u"Dora"_s);
        action(u"today.return"_s)->trigger();
        auto *reason = part<QLineEdit>(u"today.return.reason"_s);
        QVERIFY(reason != nullptr);
        QVERIFY(m_area->unkept().isEmpty());
        QTest::keyClicks(reason, u"Too early"_s);
        QVERIFY(!m_area->unkept().isEmpty());
        QVERIFY(!m_area->unkept().contains(u"early"_s));
        QTest::keyClick(reason, Qt::Key_Escape);
        QVERIFY(m_area->unkept().isEmpty());
    }

    void snoozesByTheMenu()
    {
        fill();
        select(u"Ada"_s);
        QTest::keyClick(list(), Qt::Key_S);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        auto *days = menu->findChild<QAction *>(u"today.snooze.threeDays"_s);
        QVERIFY(days != nullptr);
        menu->close();
        days->trigger();
        QCOMPARE(people(), u"| Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Bea"_s);
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
    }

    void takesOverOrReturnsWithAReason()
    {
        fill();
        select(u"Dora"_s);
        action(u"today.return"_s)->trigger();
        auto *reason = part<QLineEdit>(u"today.return.reason"_s);
        QVERIFY(reason != nullptr && reason->isVisible());
        QVERIFY(!part<QAbstractButton>(u"today.return.send"_s)->isEnabled()); // not without one
        QTest::keyClicks(reason, u"Too early"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo"_s);
        QCOMPARE(current(), u"Cleo"_s); // the last one was it
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        select(u"Dora"_s);
        action(u"today.accept"_s)->trigger();
        QCOMPARE(people(), u"| Ada Bea | Cleo"_s);
        undo();
        QTRY_COMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
    }

    void buttonsActOnTheirRow()
    {
        fill();
        select(u"Ada"_s);
        auto *done = part<QAbstractButton>(u"today.done"_s);
        QVERIFY(done != nullptr && done->isVisible());
        QVERIFY(!part<QAbstractButton>(u"today.accept"_s)->isVisible());
        QTest::mouseClick(done, Qt::LeftButton);
        QCOMPARE(people(), u"| Bea | Cleo | Dora"_s);
        select(u"Dora"_s);
        QVERIFY(part<QAbstractButton>(u"today.accept"_s)->isVisible());
        QVERIFY(!done->isVisible());
    }

    void leadsToTheOthers()
    {
        constexpr int Many = DaysWork::MostRows + 5;
        RowEdits edits;
        for (int i = 0; i < Many; ++i) {
            Prospect prospect;
            prospect.id = ProspectId::create(workspace().ids());
            prospect.stage = workspace().stages().at(2).id;
            FollowUp step;
            step.id = FollowUpId::create(workspace().ids());
            step.prospect = prospect.id;
            step.owner = workspace().viewer().user;
            step.dueOn = workspace().today();
            edits << insertion(prospect) << insertion(step);
        }
        workspace().commit(edits, u"Many"_s);
        QTRY_COMPARE(
            list()->days().rowCount(), DaysWork::MostRows + 2); // a heading, and what leads on
        const QModelIndex last = list()->days().index(DaysWork::MostRows + 1);
        QCOMPARE(list()->days().kindOf(last), DayModel::Kind::More);
        QVERIFY(last.data().toString().contains(u"5"_s));
        const QSignalSpy asked(m_area.get(), &TodayArea::prospectsRequested);
        list()->setFocus();
        list()->setCurrentIndex(last);
        QVERIFY(!action(u"today.open"_s)->isEnabled());
        QTest::keyClick(list(), Qt::Key_Return);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().value<QList<ProspectId>>().size(), Many);
    }

    void everyActionTellsItsKey()
    {
        fill();
        const auto actions = m_area->actions();
        for (const QAction *known : actions) {
            if (known->isSeparator())
                continue;
            const QString key = known->shortcut().toString(QKeySequence::NativeText);
            QVERIFY2(!key.isEmpty(), qPrintable(known->objectName()));
            QVERIFY2(known->toolTip().contains(u'(' + key + u')'), qPrintable(known->objectName()));
            QVERIFY(known->isShortcutVisibleInContextMenu());
            if (const auto *button = list()->findChild<QAbstractButton *>(known->objectName()))
                QCOMPARE(button->toolTip(), known->toolTip());
        }
        select(u"Ada"_s);
        QTest::keyClick(list(), Qt::Key_S);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QVERIFY(menu->title().endsWith(u"\tS"_s)); // where it stands in the menu of the row
        menu->close();
        QTest::keyClick(list(), Qt::Key_W);
        QVERIFY(action(u"today.words"_s)->isChecked());
    }

    void showsWordsOnlyWhenAsked()
    {
        fill();
        select(u"Cleo"_s);
        const auto line = [this] { return list()->currentIndex().data().toString(); };
        QVERIFY(!line().contains(u"rye"_s));
        action(u"today.words"_s)->setChecked(true);
        QTRY_VERIFY(line().contains(u"“Is there rye?”"_s));
        const QByteArray state = m_area->saveState();
        action(u"today.words"_s)->setChecked(false);
        QVERIFY(!line().contains(u"rye"_s)); // at once
        m_area->restoreState("nonsense");
        QVERIFY(!action(u"today.words"_s)->isChecked());
        m_area->restoreState(state);
        QVERIFY(action(u"today.words"_s)->isChecked());
    }

    void saysWhyItCannotBeRead()
    {
        m_window.reset();
        m_area.reset();
        AwayView away(*workspace().database(), u"live_handover"_s);
        QVERIFY(away.isAway());
        m_area = std::make_unique<TodayArea>(workspace());
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        layout->addWidget(m_area->widget());
        m_window->show();
        QTRY_COMPARE(m_area->work().state(), StoreState::Failed);
        QVERIFY(!list()->isVisible());
        QVERIFY(!part<QAbstractButton>(u"today.prospects"_s)->isVisible());
        QVERIFY(away.comeBack());
        m_area->work().reload();
        QTRY_VERIFY(part<QAbstractButton>(u"today.prospects"_s)->isVisible());
    }

    void searchesItsRows()
    {
        fill();
        m_area->setHost(&m_host);
        select(u"Bea"_s);
        QVERIFY(!m_area->searchHint().isEmpty());
        const QString all = list()->days().index(0).data().toString();
        m_area->search(u"CÁL"_s); // both are to be called; folded, the beginning of a word
        QCOMPARE(people(), u"| Ada Bea"_s);
        QCOMPARE(current(), u"Bea"_s);
        m_area->search(u"call bea"_s);
        QCOMPARE(people(), u"| Bea"_s);
        QCOMPARE(current(), u"Bea"_s);
        QVERIFY(list()->days().index(0).data().toString() != all); // how many is of what is shown
        QVERIFY(list()->days().index(0).data().toString().contains(u'1'));
        m_area->work().reload();
        QTRY_COMPARE(people(), u"| Bea"_s);
        m_area->search(u"ea"_s); // within a word
        QCOMPARE(list()->days().rowCount(), 0);
        QVERIFY(part<QWidget>(u"today.unfound"_s)->isVisible());
        m_area->search({});
        QCOMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QCOMPARE(current(), u"Bea"_s); // over nothing
    }

    void saysThatNothingIsFound()
    {
        fill();
        m_area->setHost(&m_host);
        m_host.field = u"nobody"_s;
        m_area->search(u"nobody"_s);
        QVERIFY(!list()->isVisible());
        const int before = m_host.everywhere;
        QTest::mouseClick(part<QAbstractButton>(u"today.searchEverywhere"_s), Qt::LeftButton);
        QCOMPARE(m_host.everywhere, before + 1);
        QTest::mouseClick(part<QAbstractButton>(u"today.clearSearch"_s), Qt::LeftButton);
        QCOMPARE(people(), u"| Ada Bea | Cleo | Dora"_s);
        QVERIFY(m_host.field.isEmpty());
        QTRY_VERIFY(list()->hasFocus());
    }

    void whatIsWrittenStaysWhileSearching()
    {
        fill();
        select(u"Cleo"_s);
        action(u"today.answer"_s)->trigger();
        auto *text = part<QPlainTextEdit>(u"today.field.text"_s);
        QTest::keyClicks(text, u"Yes"_s);
        m_area->search(u"ada"_s);
        QCOMPARE(people(), u"| Ada | Cleo"_s);
        QCOMPARE(part<QPlainTextEdit>(u"today.field.text"_s)->toPlainText(), u"Yes"_s);
    }

    void buttonsCoverNoWords_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("percent");
        for (const int percent : {70, 100, 250}) {
            QTest::addRow("left to right, %d", percent) << Qt::LeftToRight << percent;
            QTest::addRow("right to left, %d", percent) << Qt::RightToLeft << percent;
        }
    }
    void buttonsCoverNoWords()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, percent);
        fill();
        QFont font = list()->font();
        font.setPointSizeF(font.pointSizeF() * percent / 100);
        list()->setFont(font);
        m_window->setLayoutDirection(direction);
        select(u"Ada"_s);
        const auto *buttons = part<QWidget>(u"today.buttons"_s);
        const auto *delegate = qobject_cast<const DayDelegate *>(list()->itemDelegate());
        QVERIFY(buttons != nullptr && delegate != nullptr);
        QTRY_VERIFY(buttons->isVisible());
        QStyleOptionViewItem option;
        option.fontMetrics = QFontMetrics(font);
        option.direction = list()->layoutDirection();
        QCOMPARE(option.direction, direction);
        const auto letters = [&option](const QRect &line) {
            return QStyle::alignedRect(option.direction, Qt::AlignVCenter | Qt::AlignLeft,
                {line.width(), option.fontMetrics.height()}, line);
        };
        const QModelIndex current = list()->currentIndex();
        option.rect = list()->visualRect(current);
        QVERIFY(option.rect.contains(buttons->geometry()));
        const DayDelegate::RowLines lines = delegate->rowLines(option, current);
        QVERIFY(lines.lower.width() > 0);
        QVERIFY(!letters(lines.upper).intersects(buttons->geometry()));
        QVERIFY(!letters(lines.lower).intersects(buttons->geometry()));
        // The others have all of their width.
        const QModelIndex other = list()->days().index(current.row() + 1);
        option.rect = list()->visualRect(other);
        QVERIFY(delegate->rowLines(option, other).lower.width() > lines.lower.width());
    }

    void everyControlHasAName()
    {
        fill();
        select(u"Cleo"_s);
        action(u"today.answer"_s)->trigger();
        const auto widgets = m_window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isControl = qobject_cast<const QLineEdit *>(widget) != nullptr
                || qobject_cast<const QPlainTextEdit *>(widget) != nullptr
                || qobject_cast<const QComboBox *>(widget) != nullptr || button != nullptr;
            if (!isControl || !widget->isVisible()
                || (button != nullptr && !button->text().isEmpty()))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

PULLPUSH_WINDOW_TEST(TestTodayArea)
#include "tst_todayarea.moc"
