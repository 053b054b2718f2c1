// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/pastepane.h"

#include "base/text.h"
#include "domain/prospect.h"
#include "session/prospectdossier.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int PasteRows = 8;
constexpr int LongestPastedLine = 160;
constexpr int KnownRole = Qt::UserRole;
} // namespace

PastePane::PastePane(Workspace &workspace, const ProspectDossier &dossier, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_title(new QLabel(this))
    , m_us(new QComboBox(this))
    , m_dayLabel(fieldLabel(tr("Their &day:"), nullptr, this))
    , m_day(new QDateEdit(this))
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(this))
{
    setObjectName(u"log.paste"_s);
    build();
    connect(m_us, &QComboBox::currentIndexChanged, this, &PastePane::showEntries);
    connect(m_day, &QDateEdit::dateChanged, this, &PastePane::read);
    connect(m_list, &QListWidget::itemChanged, this, &PastePane::refresh);
    connect(m_add, &QPushButton::clicked, this, &PastePane::add);
    hide();
}

void PastePane::build()
{
    m_title->setObjectName(u"log.pasteTitle"_s);
    m_title->setWordWrap(true);
    m_us->setObjectName(u"log.pasteUs"_s);
    m_us->setAccessibleName(tr("Who of them is you"));
    m_day->setObjectName(u"log.pasteDay"_s);
    m_day->setAccessibleName(tr("Day of messages that tell only a time"));
    m_day->setCalendarPopup(true);
    m_dayLabel->setBuddy(m_day);
    m_list->setObjectName(u"log.pasteList"_s);
    m_list->setAccessibleName(tr("Messages of the chat"));
    m_list->setWordWrap(false);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFixedHeight(fontMetrics().lineSpacing() * PasteRows + Metrics::Large);
    m_add->setObjectName(u"log.pasteAdd"_s);
    makePrimary(m_add);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"log.pasteCancel"_s);
    connect(cancel, &QPushButton::clicked, this, &PastePane::cancelled);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(Metrics::Small);
    choices->addWidget(fieldLabel(tr("&You are:"), m_us, this));
    choices->addWidget(m_us);
    choices->addWidget(m_dayLabel);
    choices->addWidget(m_day);
    choices->addStretch(1);
    choices->addWidget(cancel);
    choices->addWidget(m_add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Tiny);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addLayout(choices);
}

void PastePane::start(const QString &text)
{
    m_text = text;
    {
        const QSignalBlocker blocker(m_day);
        m_day->setMaximumDate(m_workspace.today());
        m_day->setDate(m_workspace.today());
    }
    m_chat = {};
    m_entries.clear();
    m_list->clear();
    m_us->clear();
    m_title->setText(tr("Reading the chat…"));
    refresh();
    show();
    m_list->setFocus(Qt::OtherFocusReason);
    read();
}

void PastePane::read()
{
    const int asked = ++m_asked;
    m_workspace.conversations().readPaste(
        m_text, m_day->date(), this, [this, asked](const PastedChat &chat) {
            if (asked == m_asked)
                showChat(chat);
        });
}

QString PastePane::guessUs() const
{
    const QString self = foldText(m_workspace.userName(m_workspace.viewer().user));
    const QString other =
        m_dossier.prospect() ? foldText(displayName(*m_dossier.prospect())) : QString();
    const QStringList ourselves {u"me"_s, u"you"_s, u"ich"_s, u"moi"_s, u"yo"_s, u"io"_s};
    for (const QString &name : m_chat.speakers) {
        const QString folded = foldText(name);
        if (ourselves.contains(folded) || folded == self)
            return name;
    }
    // Of two, who is not the prospect.
    constexpr qsizetype OfTwo = 2;
    if (m_chat.speakers.size() == OfTwo && !other.isEmpty()) {
        for (qsizetype i = 0; i < OfTwo; ++i) {
            const QString folded = foldText(m_chat.speakers.at(i));
            if (folded == other || other.startsWith(folded + u' '))
                return m_chat.speakers.at(1 - i);
        }
    }
    return {};
}

void PastePane::showChat(const PastedChat &chat)
{
    const QString before = m_us->currentData().toString();
    const bool isFirst = m_us->count() == 0;
    m_chat = chat;
    {
        const QSignalBlocker blocker(m_us);
        m_us->clear();
        m_us->addItem(tr("Nobody of them"), QString());
        for (const QString &name : chat.speakers)
            m_us->addItem(name, name);
        m_us->setCurrentIndex(std::max(0, m_us->findData(isFirst ? guessUs() : before)));
    }
    m_dayLabel->setVisible(chat.lacksDays);
    m_day->setVisible(chat.lacksDays);
    m_title->setText(chat.speakers.isEmpty()
            ? tr("No messages were found in it. The words can be kept as a note.")
            : tr("Messages that were found. What is unticked is not added."));
    showEntries();
}

QString PastePane::line(const ConversationService::PastedEntry &entry) const
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(entry.sentAt.ms, m_workspace.zone());
    QString when;
    if (entry.sentAt.precision == Precision::Unknown)
        when = tr("Time unknown");
    else if (entry.sentAt.precision == Precision::Day)
        when = Formatting::relativeDay(local.date(), m_workspace.today());
    else
        when = Formatting::dateTime(local, m_workspace.today());
    QString who = entry.sender;
    if (entry.medium == Medium::Note)
        who = tr("Note");
    else if (entry.direction == Direction::Ours)
        who = tr("You");
    else if (entry.direction == Direction::System)
        who = tr("The program");
    const QString body = entry.body.simplified().left(LongestPastedLine);
    return tr("%1 · %2: %3", "time, who, words")
        .arg(when, who, body.isEmpty() ? tr("(no words)") : body);
}

void PastePane::showEntries()
{
    m_entries = ConversationService::entriesOf(m_chat, m_us->currentData().toString());
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const auto &entry : std::as_const(m_entries)) {
            auto *item = new QListWidgetItem(line(entry), m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(entry.body.isEmpty() ? Qt::Unchecked : Qt::Checked);
            item->setToolTip(plainTip(entry.body));
        }
        if (m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    refresh();
    const int asked = m_asked;
    const QString us = m_us->currentData().toString();
    m_workspace.conversations().findKnown(
        m_dossier, m_entries, this, [this, asked, us](const Result<QList<bool>> &known) {
            const bool isCurrent = asked == m_asked && us == m_us->currentData().toString();
            if (isCurrent && !known)
                m_title->setText(tr("It could not be read which of them are there already. %1")
                                     .arg(known.error().message));
            else if (isCurrent && known->size() == m_list->count())
                tick(*known);
        });
}

void PastePane::tick(const QList<bool> &known)
{
    {
        const QSignalBlocker blocker(m_list);
        for (int i = 0; i < m_list->count(); ++i) {
            QListWidgetItem *item = m_list->item(i);
            if (!known.at(i) || item->data(KnownRole).toBool())
                continue;
            item->setData(KnownRole, true);
            item->setCheckState(Qt::Unchecked);
            item->setText(tr("%1 (there already)").arg(item->text()));
        }
    }
    refresh();
}

QList<ConversationService::PastedEntry> PastePane::ticked() const
{
    QList<ConversationService::PastedEntry> entries;
    for (int i = 0; i < m_list->count() && i < m_entries.size(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            entries.append(m_entries.at(i));
    }
    return entries;
}

void PastePane::refresh()
{
    const int count = int(ticked().size());
    m_add->setText(tr("Add %n message(s)", nullptr, count));
    m_add->setEnabled(count > 0);
}

void PastePane::add()
{
    const QList<ConversationService::PastedEntry> entries = ticked();
    // While another prospect is being read nothing is said of the one before.
    const bool isHere = m_dossier.prospect() && m_dossier.prospect()->id == m_dossier.id();
    if (entries.isEmpty() || !isHere)
        return;
    m_workspace.conversations().paste(m_dossier, entries,
        [self = QPointer(this), asked = m_asked, id = m_dossier.id(), text = m_text] {
            if (self)
                emit self->refused(id, text, asked == self->m_asked);
        });
    emit added();
}

void PastePane::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        add();
    else
        QWidget::keyPressEvent(event);
}
