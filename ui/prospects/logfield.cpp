// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/logfield.h"

#include "models/thread.h"
#include "ui_common/plaintext.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"
#include "ui_prospects/stagepill.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::array Media {
    Medium::DirectMessage, Medium::Call, Medium::Email, Medium::Meeting, Medium::Note};
constexpr int MostMinutes = 24 * 60;
/// From this width on, in average letters, the media are named beside their icons.
constexpr int WideLetters = 92;

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
} // namespace

LogField::LogField(QWidget *parent)
    : QWidget(parent)
    , m_media(new QButtonGroup(this))
    , m_ours(toggle(u"log.ours"_s, tr("We said"), this))
    , m_theirs(toggle(u"log.theirs"_s, tr("They said"), this))
    , m_minutes(new QSpinBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_log(new QPushButton(tr("Log"), this))
{
    build();
    connect(m_media, &QButtonGroup::idClicked, this, [this] {
        showMedium();
        m_text->setFocus();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &LogField::showReady);
    connect(m_log, &QPushButton::clicked, this, &LogField::log);
    showMedium();
}

void LogField::build()
{
    auto *switches = new QHBoxLayout;
    switches->setSpacing(Metrics::Tiny);
    int key = 0;
    for (const Medium medium : Media) {
        QToolButton *button = toggle(u"log."_s + toText(medium), mediumName(medium), this);
        button->setIcon(ProspectLook::mediumIcon(medium));
        const QKeySequence shortcut(Qt::ALT | Qt::Key(Qt::Key_1 + key++));
        button->setShortcut(shortcut);
        button->setToolTip(
            tr("Log: %1 (%2)")
                .arg(mediumName(medium), shortcut.toString(QKeySequence::NativeText)));
        m_media->addButton(button, int(medium));
        switches->addWidget(button);
    }
    m_media->button(int(Medium::DirectMessage))->setChecked(true);
    auto *sides = new QButtonGroup(this);
    sides->addButton(m_ours);
    sides->addButton(m_theirs);
    m_ours->setChecked(true);
    m_minutes->setObjectName(u"log.minutes"_s);
    m_minutes->setAccessibleName(tr("Minutes"));
    m_minutes->setRange(0, MostMinutes);
    m_minutes->setSuffix(tr(" min"));
    switches->addStretch(1);
    switches->addWidget(m_minutes);
    switches->addWidget(m_ours);
    switches->addWidget(m_theirs);

    m_text->setObjectName(u"log.text"_s);
    m_text->setAccessibleName(tr("What was said"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 3 + Metrics::Medium);
    m_text->installEventFilter(this);
    m_log->setObjectName(u"log.log"_s);
    m_log->setToolTip(
        tr("Log it (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    makePrimary(m_log);
    auto *words = new QHBoxLayout;
    words->setSpacing(Metrics::Small);
    words->addWidget(m_text, 1);
    words->addWidget(m_log, 0, Qt::AlignBottom);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Metrics::Large, Metrics::Small, Metrics::Large, Metrics::Medium);
    layout->setSpacing(Metrics::Tiny);
    layout->addLayout(switches);
    layout->addLayout(words);
}

Medium LogField::medium() const
{
    return Medium(m_media->checkedId());
}

void LogField::start(Medium medium)
{
    m_media->button(int(medium))->setChecked(true);
    showMedium();
    m_text->setFocus(Qt::ShortcutFocusReason);
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

void LogField::showMedium()
{
    const bool spoken = medium() == Medium::Call || medium() == Medium::Meeting;
    m_minutes->setVisible(spoken);
    m_ours->setVisible(medium() != Medium::Note);
    m_theirs->setVisible(medium() != Medium::Note);
    switch (medium()) {
    case Medium::DirectMessage:
        m_text->setPlaceholderText(tr("What was written"));
        break;
    case Medium::Call:
        m_text->setPlaceholderText(tr("What was said on the call"));
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
    showReady();
}

void LogField::showReady()
{
    const bool spoken = medium() == Medium::Call || medium() == Medium::Meeting;
    m_log->setEnabled(spoken || !draft().trimmed().isEmpty());
}

void LogField::log()
{
    if (!m_log->isEnabled())
        return;
    ProspectService::Entry entry;
    entry.medium = medium();
    entry.direction =
        m_theirs->isChecked() && medium() != Medium::Note ? Direction::Theirs : Direction::Ours;
    entry.body = draft().trimmed();
    entry.durationSeconds = m_minutes->isHidden() ? 0 : m_minutes->value() * 60;
    m_text->clear();
    m_minutes->setValue(0);
    emit logged(entry);
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

bool LogField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(
            event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            log();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}
