// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/answerfield.h"

#include "models/thread.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array LoggedMedia {
    Medium::DirectMessage, Medium::Call, Medium::Email, Medium::Meeting, Medium::Note};
} // namespace

AnswerField::AnswerField(QWidget *parent)
    : QWidget(parent)
    , m_medium(new QComboBox(this))
    , m_direction(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_log(new QPushButton(tr("Log"), this))
{
    setObjectName(u"today.field"_s);
    setAccessibleName(tr("Log what was said"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_medium->setObjectName(u"today.field.medium"_s);
    m_medium->setAccessibleName(tr("Medium"));
    for (const Medium medium : LoggedMedia)
        m_medium->addItem(mediumName(medium), int(medium));
    m_direction->setObjectName(u"today.field.direction"_s);
    m_direction->setAccessibleName(tr("Who spoke"));
    m_direction->addItem(tr("We said"), int(Direction::Ours));
    m_direction->addItem(tr("They said"), int(Direction::Theirs));
    m_text->setObjectName(u"today.field.text"_s);
    m_text->setAccessibleName(tr("What was said"));
    m_text->setPlaceholderText(tr("What was said"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 2 + Metrics::Large);
    m_log->setObjectName(u"today.field.log"_s);
    m_log->setToolTip(
        tr("Log it (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    makePrimary(m_log);
    for (QWidget *part : {static_cast<QWidget *>(m_medium), static_cast<QWidget *>(m_direction),
             static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_log)})
        part->installEventFilter(this);

    auto *choice = new QVBoxLayout;
    choice->setSpacing(Metrics::Tiny);
    choice->addWidget(m_medium);
    choice->addWidget(m_direction);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Tiny, Metrics::Large, Metrics::Small);
    layout->setSpacing(Metrics::Small);
    layout->addLayout(choice);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_log, 0, Qt::AlignBottom);
    setTabOrder(m_text, m_log);
    setTabOrder(m_log, m_medium);
    setTabOrder(m_medium, m_direction);
    connect(m_medium, &QComboBox::currentIndexChanged, this, &AnswerField::showReady);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AnswerField::showReady);
    connect(m_log, &QPushButton::clicked, this, &AnswerField::log);
    showReady();
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
    resume();
}

void AnswerField::resume()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void AnswerField::setEntry(const ConversationService::Entry &entry)
{
    start(entry.medium, entry.direction);
    m_text->setPlainText(entry.body);
    m_text->moveCursor(QTextCursor::End);
}

void AnswerField::showReady()
{
    const bool isSpoken = medium() == Medium::Call || medium() == Medium::Meeting;
    m_direction->setEnabled(medium() != Medium::Note);
    m_log->setEnabled(isSpoken || hasWords());
}

void AnswerField::log()
{
    if (!m_log->isEnabled())
        return;
    ConversationService::Entry entry;
    entry.medium = medium();
    entry.direction =
        medium() == Medium::Note ? Direction::Ours : Direction(m_direction->currentData().toInt());
    entry.body = plainWords(*m_text).trimmed();
    emit logged(entry);
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
    // Not for the list behind it.
    event->accept();
}
