// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/logfield.h"

#include "base/clock.h"
#include "domain/placeholders.h"
#include "domain/snippet.h"
#include "domain/snippetwords.h"
#include "models/thread.h"
#include "session/conversationservice.h"
#include "session/guardrailservice.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "ui_common/callfields.h"
#include "ui_common/copyeditor.h"
#include "ui_common/guardrailbar.h"
#include "ui_common/icons.h"
#include "ui_common/plaintext.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_common/whenbutton.h"
#include "ui_prospects/filechips.h"
#include "ui_prospects/hopline.h"
#include "ui_prospects/logspelling.h"
#include "ui_prospects/pastepane.h"
#include "ui_prospects/prospectlook.h"
#include "ui_prospects/snippetpicker.h"

#include <QApplication>
#include <QButtonGroup>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array LoggedMedia {
    Medium::DirectMessage, Medium::Call, Medium::Email, Medium::Meeting, Medium::Note};
constexpr QKeyCombination OursKeys = Qt::ALT | Qt::Key_O;
constexpr QKeyCombination TheirsKeys = Qt::ALT | Qt::Key_T;
constexpr QKeyCombination ProposeKeys = Qt::ALT | Qt::Key_R;
/// From this width on, in average letters, the media are named beside their icons.
constexpr int WideLetters = 92;
constexpr int LeastLogLines = 3;
constexpr int MostLogLines = 8;
/// Shorter words are no chat.
constexpr qsizetype ShortestChat = 16;

QToolButton *toggle(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

QToolButton *logTool(const QString &name, const QString &text, const QString &icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(Icons::named(icon));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    return button;
}

QString keysText(QKeyCombination keys)
{
    return QKeySequence(keys).toString(QKeySequence::NativeText);
}

/// Who spoke.
void nameSide(QToolButton *button, const QString &text, QKeyCombination keys)
{
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(LogField::tr("%1 (%2)", "what, keys").arg(text, keysText(keys)));
}

/// The local files among \a data.
QStringList filesOf(const QMimeData *data)
{
    QStringList paths;
    if (!data || !data->hasUrls())
        return paths;
    const auto urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}
} // namespace

LogField::LogField(Workspace &workspace, const ProspectDossier &dossier, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_media(new QButtonGroup(this))
    , m_ours(toggle(u"log.ours"_s, tr("We said"), this))
    , m_theirs(toggle(u"log.theirs"_s, tr("They said"), this))
    , m_call(new CallFields(u"log"_s, this))
    , m_when(new WhenButton(
          workspace.zone(), [&workspace] { return workspace.clock().now(); }, this))
    , m_hops(new HopLine(this))
    , m_guard(new GuardrailBar(this))
    , m_text(new CopyEditor(this))
    , m_question(new GuardrailQuestion(
          m_guard, m_text, [this](auto answer) { return askGuardrails(std::move(answer)); }, this))
    , m_files(new FileChips(this))
    , m_propose(logTool(u"log.propose"_s, tr("Propose another medium"), u"go-next"_s, this))
    , m_snippets(new SnippetPicker(
          workspace, [this] { return draft(); }, this))
    , m_attach(logTool(u"log.attach"_s, tr("Attach files…"), u"mail-attachment"_s, this))
    , m_pasteChat(logTool(u"log.pasteChat"_s, tr("Paste a chat…"), u"edit-paste"_s, this))
    , m_asMessages(logTool(u"log.asMessages"_s, tr("Read as messages"), {}, this))
    , m_hint(new QLabel(this))
    , m_copy(new QPushButton(tr("Copy to send"), this))
    , m_log(new QPushButton(tr("Log"), this))
    , m_entry(new QWidget(this))
    , m_paste(new PastePane(workspace, dossier, this))
    , m_spelling(new LogSpelling(workspace, m_text, this))
{
    setAcceptDrops(true);
    build();
    connectParts();
    showMedium();
}

void LogField::build()
{
    m_when->setObjectName(u"log.when"_s);
    m_snippets->setObjectName(u"log.snippets"_s);
    auto *entry = new QVBoxLayout(m_entry);
    entry->setContentsMargins(0, 0, 0, 0);
    entry->setSpacing(Metrics::Tiny);
    entry->addWidget(m_hops);
    entry->addWidget(m_guard);
    entry->addLayout(buildSwitches());
    auto *call = new QHBoxLayout;
    call->setSpacing(Metrics::Small);
    call->addWidget(m_call);
    call->addStretch(1);
    entry->addLayout(call);
    entry->addLayout(buildWords());
    entry->addWidget(m_files);
    entry->addLayout(buildTools());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_entry);
    layout->addWidget(m_paste);
    // From the medium to how it ended, the minutes and the words, so that a call is logged by the keys alone.
    const std::array<QWidget *, 9> order {m_ours, m_theirs, m_when, m_call->resultBox(),
        m_call->minutesBox(), m_text, m_log, m_copy, m_snippets};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QHBoxLayout *LogField::buildSwitches()
{
    auto *switches = new QHBoxLayout;
    switches->setSpacing(Metrics::Tiny);
    int key = 0;
    for (const Medium medium : LoggedMedia) {
        QToolButton *button = toggle(u"log."_s + toText(medium), mediumName(medium), this);
        button->setIcon(ProspectLook::mediumIcon(medium));
        const QKeyCombination keys = Qt::ALT | Qt::Key(Qt::Key_1 + key++);
        addKeys(keys, button);
        button->setToolTip(tr("Log: %1 (%2)").arg(mediumName(medium), keysText(keys)));
        m_media->addButton(button, int(medium));
        switches->addWidget(button);
    }
    m_media->button(int(Medium::DirectMessage))->setChecked(true);
    auto *sides = new QButtonGroup(this);
    sides->addButton(m_ours);
    sides->addButton(m_theirs);
    m_ours->setChecked(true);
    addKeys(OursKeys, m_ours);
    addKeys(TheirsKeys, m_theirs);
    switches->addStretch(1);
    switches->addWidget(m_ours);
    switches->addWidget(m_theirs);
    switches->addWidget(m_when);
    return switches;
}

QHBoxLayout *LogField::buildWords()
{
    m_text->setObjectName(u"log.text"_s);
    m_text->setAccessibleName(tr("What was said"));
    m_text->setCompact(LeastLogLines, MostLogLines);
    m_text->setFrameShape(QFrame::StyledPanel);
    m_log->setObjectName(u"log.log"_s);
    m_log->setToolTip(tr("Log it (%1)").arg(keysText(Qt::CTRL | Qt::Key_Return)));
    makePrimary(m_log);
    m_copy->setObjectName(u"log.copy"_s);
    m_copy->setToolTip(tr("Puts the words on the clipboard, to be sent where they belong"));
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Metrics::Tiny);
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_log);
    auto *words = new QHBoxLayout;
    words->setSpacing(Metrics::Small);
    words->addWidget(m_text, 1);
    words->addLayout(buttons);
    return words;
}

QHBoxLayout *LogField::buildTools()
{
    const QKeyCombination paste = Qt::CTRL | Qt::SHIFT | Qt::Key_V;
    m_pasteChat->setShortcut(paste);
    m_pasteChat->setToolTip(
        tr("Paste a chat that was copied elsewhere, as messages (%1)").arg(keysText(paste)));
    m_attach->setToolTip(tr("Attach files to the entry"));
    auto *menu = new QMenu(m_propose);
    menu->setObjectName(u"log.proposeMenu"_s);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillHops(menu); });
    m_propose->setText(tr("Propose"));
    m_propose->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_propose->setShortcut(ProposeKeys); // behind the text, which takes it away
    m_propose->setToolTip(tr("Record a proposal to go on by a call, e-mail or meeting (%1)")
                              .arg(keysText(ProposeKeys)));
    m_propose->setMenu(menu);
    m_propose->setPopupMode(QToolButton::InstantPopup);
    m_asMessages->setText(tr("Read as messages"));
    m_asMessages->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_asMessages->hide();
    m_hint->setObjectName(u"log.hint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(Metrics::Tiny);
    for (QWidget *tool : std::array<QWidget *, 4> {m_snippets, m_attach, m_pasteChat, m_propose})
        tools->addWidget(tool);
    tools->addWidget(m_hint, 1);
    tools->addWidget(m_asMessages);
    return tools;
}

void LogField::connectParts()
{
    connect(m_media, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showMedium();
    });
    connect(m_media, &QButtonGroup::idClicked, this, [this] { start(medium()); });
    connect(m_ours, &QToolButton::toggled, this, &LogField::showReady);
    connect(m_call, &CallFields::changed, this, &LogField::showReady);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_text->markFrom(-1); // and what stands for something
        showReady();
    });
    connect(m_question, &GuardrailQuestion::told, this,
        [this](const QString &text) { tell(text, true); });
    connect(m_guard, &GuardrailBar::reasonGiven, this, &LogField::log);
    connect(&m_workspace.guardrails(), &GuardrailService::rulesChanged, m_question,
        &GuardrailQuestion::askSoon);
    connect(m_log, &QPushButton::clicked, this, &LogField::log);
    connect(m_copy, &QPushButton::clicked, this, &LogField::copy);
    connect(m_files, &FileChips::filesChanged, this, &LogField::showReady);
    connect(m_snippets, &SnippetPicker::chosen, this, &LogField::insert);
    connect(m_attach, &QToolButton::clicked, this, &LogField::chooseFiles);
    connect(m_pasteChat, &QToolButton::clicked, this,
        [this] { startPaste(QApplication::clipboard()->text()); });
    connect(m_asMessages, &QToolButton::clicked, this, [this] {
        const QString chat = m_pasted;
        QString words = draft();
        QString typed = chat;
        typed.replace(u"\r\n"_s, u"\n"_s);
        if (const qsizetype at = words.indexOf(typed); at >= 0)
            setDraft(words.remove(at, typed.size()));
        startPaste(chat);
    });
    connect(m_paste, &PastePane::cancelled, this, &LogField::leavePaste);
    connect(m_paste, &PastePane::added, this, [this] {
        leavePaste();
        emit logged();
    });
    connect(m_paste, &PastePane::refused, this,
        [this](ProspectId id, const QString &text, bool isStillThere) {
            if (id == m_shown && isStillThere && m_paste->isHidden())
                resumePaste();
            else
                emit notLogged(id, {.body = text});
        });
    connect(m_hops, &HopLine::decided, this, &LogField::decide);
    connect(m_hops, &HopLine::removeRequested, this, [this](const Hop &hop) {
        m_text->setFocus(Qt::OtherFocusReason); // the line goes, and the keyboard with it
        m_workspace.conversations().removeHop(hop);
    });
    for (QWidget *field : std::array<QWidget *, 6> {
             m_text, m_call->minutesBox(), m_call->resultBox(), m_ours, m_theirs, m_when})
        field->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
}

void LogField::addKeys(QKeyCombination keys, QAbstractButton *button)
{
    // A button's own shortcut shows the press for a tenth of a second, in which what is typed goes elsewhere.
    auto *shortcut = new QShortcut(keys, m_entry);
    connect(shortcut, &QShortcut::activated, button, [button] {
        if (button->isVisible())
            button->click();
    });
}

Medium LogField::medium() const
{
    return Medium(m_media->checkedId());
}

Direction LogField::direction() const
{
    return m_theirs->isChecked() && medium() != Medium::Note ? Direction::Theirs : Direction::Ours;
}

bool LogField::isSpoken() const
{
    return medium() == Medium::Call || medium() == Medium::Meeting;
}

void LogField::start(Medium medium)
{
    leavePaste();
    m_media->button(int(medium))->setChecked(true);
    if (!m_call->takeKeyboard())
        m_text->setFocus(Qt::ShortcutFocusReason);
}

void LogField::refresh()
{
    const auto &prospect = m_dossier.prospect();
    if (!prospect)
        return;
    if (prospect->id != m_shown) {
        if (!m_shown.isNull() && !m_files->files().isEmpty())
            m_waiting.insert(m_shown, m_files->files());
        m_shown = prospect->id;
        m_files->setFiles(m_waiting.take(m_shown));
        m_call->reset();
        m_when->reset();
        tell({}, false);
        m_asMessages->hide();
        m_question->forget();
        leavePaste();
        m_spelling->setPlace(m_shown.value());
    }
    m_hops->setHops(
        m_dossier.hops(), displayName(*prospect), m_workspace.zone(), m_workspace.today());
    showReady();
}

QString LogField::draft() const
{
    return plainWords(*m_text);
}

void LogField::setDraft(const QString &text)
{
    if (text != draft())
        m_text->setPlainText(text);
}

void LogField::forget(ProspectId id)
{
    m_waiting.remove(id);
    if (id == m_shown)
        m_files->setFiles({});
}

void LogField::showMedium()
{
    const bool isCall = medium() == Medium::Call;
    const bool isNote = medium() == Medium::Note;
    m_call->setMedium(medium());
    m_ours->setVisible(!isNote);
    m_theirs->setVisible(!isNote);
    nameSide(m_ours, isCall ? tr("We called") : tr("We said"), OursKeys);
    nameSide(m_theirs, isCall ? tr("They called") : tr("They said"), TheirsKeys);
    switch (medium()) {
    case Medium::DirectMessage:
        m_text->setPlaceholderText(tr("What was written"));
        break;
    case Medium::Call:
        m_text->setPlaceholderText(tr("What came of the call"));
        break;
    case Medium::Email:
        m_text->setPlaceholderText(tr("What the e-mail says"));
        break;
    case Medium::Meeting:
        m_text->setPlaceholderText(tr("What was said at the meeting"));
        break;
    case Medium::Note:
        m_text->setPlaceholderText(tr("A note"));
        break;
    }
    m_text->viewport()->update(); // Qt draws a changed placeholder only once it is hidden and back
    showReady();
}

void LogField::showReady()
{
    m_question->askSoon();
    const bool hasWords = !draft().trimmed().isEmpty();
    m_log->setEnabled(m_reading == 0 && (isSpoken() || hasWords || !m_files->files().isEmpty()));
    const bool isSent = medium() == Medium::DirectMessage || medium() == Medium::Email;
    m_copy->setVisible(isSent && direction() == Direction::Ours);
    m_copy->setEnabled(hasWords);
    if (!hasWords)
        m_asMessages->hide();
}

void LogField::tell(const QString &text, bool isWarning)
{
    setInk(m_hint, isWarning ? ColourRole::WarningText : ColourRole::QuietText);
    m_hint->setText(text);
}

bool LogField::isHere()
{
    if (m_dossier.prospect() && m_dossier.prospect()->id == m_dossier.id())
        return true;
    tell(tr("This prospect is still being read. What you wrote is kept."), false);
    return false;
}

/// Whether no placeholder is left; else says which one, and shows it.
bool LogField::isFilledIn()
{
    const QList<Placeholder> open = openPlaceholders(draft(), false);
    if (open.isEmpty())
        return true;
    const Placeholder &first = open.first();
    m_text->goTo(first.start);
    QTextCursor cursor = m_text->textCursor();
    cursor.setPosition(int(first.end), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    tell(tr("Nothing is filled in for {%1} yet. Write what it stands for.").arg(first.name), true);
    return false;
}

void LogField::log()
{
    // What they said is theirs, with whatever braces are in it.
    if (!m_log->isEnabled() || !isHere()
        || (direction() == Direction::Ours && (!isFilledIn() || !m_question->hasAnswer([this] {
               log();
           }) || !m_question->hasReason())))
        return;
    ConversationService::Entry entry;
    entry.medium = medium();
    entry.direction = direction();
    entry.body = draft().trimmed();
    entry.durationSeconds = m_call->seconds();
    entry.callResult = m_call->result();
    entry.at = m_when->moment();
    entry.files = m_files->files();
    if (direction() == Direction::Ours)
        entry.beside =
            m_workspace.guardrails().overrides(m_shown, m_guard->findings(), m_guard->reason());
    m_text->clear();
    m_files->setFiles({});
    m_call->reset();
    m_when->reset();
    tell({}, false);
    m_question->forget();
    m_workspace.conversations().log(m_dossier, entry, [self = QPointer(this), id = m_shown, entry] {
        if (self)
            emit self->notLogged(id, entry);
    });
    emit logged();
}

void LogField::putBack(ProspectId id, const ConversationService::Entry &entry, bool isHere)
{
    if (id != m_shown) {
        m_waiting[id] = entry.files + m_waiting.value(id);
    } else {
        m_files->setFiles(entry.files + m_files->files());
    }
    if (!isHere)
        return;
    const QString typed = draft();
    const bool isUntouched = typed.trimmed().isEmpty() && !m_call->isBegun();
    if (id == m_shown && isUntouched) {
        m_media->button(int(entry.medium))->setChecked(true);
        (entry.direction == Direction::Theirs ? m_theirs : m_ours)->setChecked(true);
        m_call->setCall(entry.callResult, entry.durationSeconds);
        m_when->setMoment(entry.at);
    }
    setDraft(typed.trimmed().isEmpty() ? entry.body : entry.body + u'\n' + typed);
    m_text->moveCursor(QTextCursor::End);
    tell(tr("It was not logged. What you wrote is here again."), true);
    showReady();
}

void LogField::copy()
{
    if (!m_copy->isEnabled() || !isHere() || !isFilledIn()
        || !m_question->hasAnswer([this] { copy(); }))
        return;
    if (strictest(m_guard->findings()) == Verdict::Block) {
        tell(tr("This is not to be sent: see the guardrail above."), true);
        return;
    }
    if (!m_question->hasReason())
        return;
    QApplication::clipboard()->setText(draft().trimmed());
    tell(tr("Copied. Send it where you talk, then log it here."), false);
}

bool LogField::askGuardrails(GuardrailQuestion::Answer answer)
{
    const bool isContact = direction() == Direction::Ours && medium() != Medium::Note
        && m_dossier.prospect() && (isSpoken() || !draft().trimmed().isEmpty());
    if (isContact)
        m_workspace.guardrails().check(m_dossier, medium(), draft(), this, std::move(answer));
    return isContact;
}

void LogField::insert(const Snippet &snippet)
{
    SnippetPerson person;
    if (m_dossier.prospect())
        person.prospect = *m_dossier.prospect();
    person.company = m_dossier.company();
    person.facts = m_dossier.facts();
    person.sender = m_workspace.userName(m_workspace.viewer().user);
    QString text = withPlaceholders(snippet.text, snippetWords(person));
    QTextCursor cursor = m_text->textCursor();
    const QString before = draft().left(cursor.selectionStart());
    if (!before.isEmpty() && !before.back().isSpace())
        text.prepend(u' ');
    cursor.insertText(text);
    m_text->setTextCursor(cursor);
    m_text->setFocus(Qt::OtherFocusReason);
}

void LogField::fillHops(QMenu *menu)
{
    menu->clear();
    const auto &conversations = m_dossier.conversations();
    const auto own =
        std::ranges::find(conversations, m_workspace.viewer().user, &Conversation::owner);
    const Medium from = mediumOfLastWord(
        m_dossier.messages(), own == conversations.end() ? ConversationId() : own->id);
    if (const auto &open = m_hops->openHop()) {
        const std::array<std::pair<HopState, QString>, 3> outcomes {
            std::pair {HopState::Accepted, tr("It was &accepted")},
            std::pair {HopState::Declined, tr("It was &declined")},
            std::pair {HopState::Ignored, tr("There was &no answer")}};
        for (const auto &[state, text] : outcomes) {
            QAction *action = menu->addAction(text);
            action->setObjectName("log.outcome."_L1 + toText(state));
            connect(action, &QAction::triggered, this,
                [this, hop = *open, chosen = state] { decide(hop, chosen); });
        }
        menu->addSeparator();
    }
    const auto add = [this, menu, from](Medium to, Direction by, const QString &text) {
        QAction *action = menu->addAction(ProspectLook::mediumIcon(to), text);
        action->setObjectName("log.propose."_L1 + toText(to) + u'.' + toText(by));
        action->setEnabled(to != from); // they talk over it already
        connect(action, &QAction::triggered, this, [this, to, by] {
            if (!isHere())
                return;
            m_workspace.conversations().proposeHop(m_dossier, to, by, m_when->moment());
            m_when->reset();
        });
    };
    add(Medium::Call, Direction::Ours, tr("We propose a &call"));
    add(Medium::Email, Direction::Ours, tr("We propose to go on by &e-mail"));
    add(Medium::Meeting, Direction::Ours, tr("We propose a &meeting"));
    menu->addSeparator();
    add(Medium::Call, Direction::Theirs, tr("They propose a ca&ll"));
    add(Medium::Email, Direction::Theirs, tr("They propose to go on by e-ma&il"));
    add(Medium::Meeting, Direction::Theirs, tr("They propose a mee&ting"));
}

void LogField::decide(const Hop &hop, HopState state)
{
    if (m_hops->isAncestorOf(QApplication::focusWidget()))
        m_text->setFocus(Qt::OtherFocusReason); // the line goes, and the keyboard with it
    m_workspace.conversations().decideHop(hop, state);
}

void LogField::chooseFiles()
{
    Question::openFiles(
        this, {.title = tr("Attach files")}, [this](const QStringList &paths) { takeIn(paths); });
}

void LogField::takeIn(const QStringList &paths)
{
    if (paths.isEmpty() || m_shown.isNull())
        return;
    ++m_reading;
    tell(tr("Reading files…"), false);
    showReady();
    const auto arrived = [this, prospect = m_shown](const FileArrival &arrival) {
        --m_reading;
        if (prospect == m_shown)
            m_files->setFiles(m_files->files() + arrival.files);
        else
            m_waiting[prospect] << arrival.files;
        if (arrival.refused.isEmpty())
            tell({}, false);
        else
            tell(tr("“%1” was not attached. %2")
                     .arg(arrival.refused.first().name, arrival.refused.first().error.message),
                true);
        showReady();
    };
    m_workspace.conversations().takeIn(paths, this, arrived);
}

void LogField::startPaste(const QString &text)
{
    m_asMessages->hide();
    if (text.trimmed().isEmpty()) {
        tell(tr("Nothing is on the clipboard. Copy the chat where it is, then paste it here."),
            true);
        return;
    }
    tell({}, false);
    m_entry->hide();
    m_paste->start(text);
}

/// The chat as it was left, with what was ticked.
void LogField::resumePaste()
{
    m_entry->hide();
    m_paste->show();
}

void LogField::leavePaste()
{
    if (m_paste->isHidden())
        return;
    const bool hasKeyboard = m_paste->isAncestorOf(QApplication::focusWidget());
    m_paste->hide();
    m_entry->show();
    if (hasKeyboard)
        m_text->setFocus(Qt::OtherFocusReason);
}

void LogField::lookAtPasted(const QString &text)
{
    if (text.size() < ShortestChat)
        return;
    m_workspace.conversations().recognisePaste(
        text, this, [this, text, prospect = m_shown](bool isChat) {
            if (!isChat || draft().isEmpty() || prospect != m_shown)
                return;
            m_pasted = text;
            m_asMessages->show();
            tell(tr("These words look like a copied chat."), false);
        });
}

void LogField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() > fontMetrics().averageCharWidth() * WideLetters;
    const auto buttons = m_media->buttons();
    for (QAbstractButton *button : buttons) {
        if (auto *medium = qobject_cast<QToolButton *>(button))
            medium->setToolButtonStyle(
                wide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    }
}

void LogField::dragEnterEvent(QDragEnterEvent *event)
{
    if (!filesOf(event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
}

void LogField::dropEvent(QDropEvent *event)
{
    event->setDropAction(Qt::CopyAction); // what is dropped stays where it was
    event->accept();
    takeIn(filesOf(event->mimeData()));
}

bool LogField::handleKey(QObject *watched, QEvent *event)
{
    const auto *key =
        static_cast<QKeyEvent *>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
        log();
        return true;
    }
    if (watched != m_text || !key->matches(QKeySequence::Paste))
        return false;
    const QClipboard *clipboard = QApplication::clipboard();
    if (const QStringList paths = filesOf(clipboard->mimeData()); !paths.isEmpty()) {
        takeIn(paths);
        return true;
    }
    lookAtPasted(clipboard->text());
    return false;
}

bool LogField::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (handleKey(watched, event))
            return true;
        break;
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (watched != m_text->viewport() || filesOf(drop->mimeData()).isEmpty())
            break;
        if (event->type() == QEvent::Drop) {
            dropEvent(drop);
        } else {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
        }
        return true;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}
