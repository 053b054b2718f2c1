// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/answerfield.h"

#include "models/thread.h"
#include "ui_common/callfields.h"
#include "ui_common/guardrailbar.h"
#include "ui_common/guardrailquestion.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"
#include "ui_common/whenbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array LoggedMedia {
    Medium::DirectMessage, Medium::Call, Medium::Email, Medium::Meeting, Medium::Note};
} // namespace

AnswerField::AnswerField(const QTimeZone &zone, std::function<qint64()> now, QWidget *parent)
    : QWidget(parent)
    , m_guard(new GuardrailBar(this))
    , m_medium(new QComboBox(this))
    , m_direction(new QComboBox(this))
    , m_call(new CallFields(u"today.field"_s, this))
    , m_when(new WhenButton(zone, std::move(now), this))
    , m_text(new QPlainTextEdit(this))
    , m_question(new GuardrailQuestion(
          m_guard, m_text, [this](auto answer) { return askGuardrails(std::move(answer)); }, this))
    , m_hint(new QLabel(this))
    , m_log(new QPushButton(tr("Log"), this))
{
    setObjectName(u"today.field"_s);
    setAccessibleName(tr("Log what was said"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    addKeys();
    connect(m_question, &GuardrailQuestion::told, this, &AnswerField::tell);
    connect(m_question, &GuardrailQuestion::answered, m_hint, &QWidget::hide);
    connect(m_guard, &GuardrailBar::reasonGiven, this, &AnswerField::log);
    connect(m_direction, &QComboBox::currentIndexChanged, this, &AnswerField::showReady);
    connect(m_medium, &QComboBox::currentIndexChanged, this, &AnswerField::showMedium);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AnswerField::showReady);
    connect(m_log, &QPushButton::clicked, this, &AnswerField::log);
    showMedium();
}

void AnswerField::build()
{
    m_medium->setObjectName(u"today.field.medium"_s);
    m_medium->setAccessibleName(tr("Medium"));
    m_medium->setToolTip(tr("Medium (Alt+1 to Alt+5)"));
    for (const Medium medium : LoggedMedia)
        m_medium->addItem(mediumName(medium), int(medium));
    m_direction->setObjectName(u"today.field.direction"_s);
    m_direction->setAccessibleName(tr("Who spoke"));
    m_direction->setToolTip(tr("Who spoke: we (Alt+O) or they (Alt+T)"));
    m_direction->addItem(tr("We said"), int(Direction::Ours));
    m_direction->addItem(tr("They said"), int(Direction::Theirs));
    m_when->setObjectName(u"today.field.when"_s);
    m_text->setObjectName(u"today.field.text"_s);
    m_text->setAccessibleName(tr("What was said"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 2 + Metrics::Large);
    m_hint->setObjectName(u"today.field.hint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_log->setObjectName(u"today.field.log"_s);
    m_log->setToolTip(
        tr("Log it (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    makePrimary(m_log);
    const std::array<QWidget *, 7> order {
        m_medium, m_direction, m_when, m_call->resultBox(), m_call->minutesBox(), m_text, m_log};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    for (QWidget *part : order)
        part->installEventFilter(this);

    // One line whatever the medium is, so that the room under the row fits.
    auto *choice = new QHBoxLayout;
    choice->setSpacing(Metrics::Small);
    choice->addStrut(m_call->minutesBox()->sizeHint().height());
    choice->addWidget(m_medium);
    choice->addWidget(m_direction);
    choice->addWidget(m_call);
    choice->addStretch(1);
    choice->addWidget(m_when);
    auto *words = new QHBoxLayout;
    words->setSpacing(Metrics::Small);
    words->addWidget(m_text, 1);
    words->addWidget(m_log, 0, Qt::AlignBottom);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(Metrics::Large, Metrics::Tiny, Metrics::Large, Metrics::Small);
    field->setSpacing(Metrics::Tiny);
    field->addLayout(choice);
    field->addLayout(words);
    field->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_guard);
    layout->addLayout(field);
}

void AnswerField::addKeys()
{
    const auto add = [this](QKeyCombination keys, QComboBox *box, int value) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, box, value] {
            box->setCurrentIndex(box->findData(value));
            if (box == m_medium)
                takeKeyboard();
        });
    };
    int key = Qt::Key_1;
    for (const Medium medium : LoggedMedia)
        add(Qt::ALT | Qt::Key(key++), m_medium, int(medium));
    add(Qt::ALT | Qt::Key_O, m_direction, int(Direction::Ours));
    add(Qt::ALT | Qt::Key_T, m_direction, int(Direction::Theirs));
}

Medium AnswerField::medium() const
{
    return Medium(m_medium->currentData().toInt());
}

bool AnswerField::hasWords() const
{
    return !plainWords(*m_text).trimmed().isEmpty();
}

void AnswerField::start(Medium medium, Direction direction)
{
    m_medium->setCurrentIndex(m_medium->findData(int(medium)));
    m_direction->setCurrentIndex(m_direction->findData(int(direction)));
    takeKeyboard();
}

void AnswerField::takeKeyboard()
{
    if (!m_call->takeKeyboard())
        resume();
}

void AnswerField::resume()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void AnswerField::setEntry(const ConversationService::Entry &entry)
{
    start(entry.medium, entry.direction);
    m_call->setCall(entry.callResult, entry.durationSeconds);
    m_when->setMoment(entry.at);
    m_text->setPlainText(entry.body);
    m_text->moveCursor(QTextCursor::End);
}

bool AnswerField::isBegun() const
{
    return hasWords() || m_call->isBegun();
}

void AnswerField::showMedium()
{
    const bool isCall = medium() == Medium::Call;
    m_call->setMedium(medium());
    m_direction->setItemText(0, isCall ? tr("We called") : tr("We said"));
    m_direction->setItemText(1, isCall ? tr("They called") : tr("They said"));
    m_text->setPlaceholderText(isCall ? tr("What came of the call") : tr("What was said"));
    m_text->viewport()->update(); // Qt draws a changed placeholder only once it is hidden and back
    showReady();
}

void AnswerField::showReady()
{
    m_question->askSoon();
    const bool isSpoken = medium() == Medium::Call || medium() == Medium::Meeting;
    m_direction->setEnabled(medium() != Medium::Note);
    m_log->setEnabled(isSpoken || hasWords());
}

void AnswerField::log()
{
    // What they said is theirs.
    if (!m_log->isEnabled()
        || (isOurs() && (!m_question->hasAnswer([this] { log(); }) || !m_question->hasReason())))
        return;
    ConversationService::Entry entry;
    entry.medium = medium();
    entry.direction = isOurs() ? Direction::Ours : Direction::Theirs;
    entry.body = plainWords(*m_text).trimmed();
    entry.durationSeconds = m_call->seconds();
    entry.callResult = m_call->result();
    entry.at = m_when->moment();
    emit logged(entry);
}

bool AnswerField::isOurs() const
{
    return medium() == Medium::Note
        || Direction(m_direction->currentData().toInt()) == Direction::Ours;
}

void AnswerField::setCheck(Check check)
{
    m_check = std::move(check);
    m_question->askSoon();
}

void AnswerField::askAgain()
{
    m_question->askSoon();
}

AnswerField::Findings AnswerField::findings() const
{
    return isOurs() ? m_guard->findings() : Findings();
}

QString AnswerField::reason() const
{
    return m_guard->reason();
}

bool AnswerField::askGuardrails(Answer answer)
{
    const bool isSpoken = medium() == Medium::Call || medium() == Medium::Meeting;
    const bool isContact =
        m_check && isOurs() && medium() != Medium::Note && (isSpoken || hasWords());
    if (isContact)
        m_check(medium(), plainWords(*m_text), std::move(answer));
    return isContact;
}

void AnswerField::tell(const QString &text)
{
    QPalette shown = palette();
    shown.setColor(QPalette::WindowText, colour(ColourRole::WarningText, palette()));
    m_hint->setPalette(shown);
    m_hint->setText(text);
    m_hint->show();
}

bool AnswerField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn && key->modifiers().testFlag(Qt::ControlModifier)) {
            log();
            return true;
        }
        if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) {
            emit closeRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AnswerField::keyPressEvent(QKeyEvent *event)
{
    event->accept(); // not for the list behind it
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        emit closeRequested(); // from the reason
}
