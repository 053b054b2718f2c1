// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/groupchatpane.h"

#include "models/threadmodel.h"
#include "session/groupchats.h"
#include "session/messagepages.h"
#include "session/workspace.h"
#include "ui_common/closebutton.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_prospects/prospectlook.h"
#include "ui_prospects/prospectthread.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

GroupChatPane::GroupChatPane(Workspace &workspace, GroupChats &chats, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_chats(chats)
    , m_pages(new MessagePages(workspace, this))
    , m_title(headingLabel({}, this))
    , m_lock(new QLabel(this))
    , m_people(quietLabel({}, this))
    , m_person(new QComboBox(this))
    , m_make(new QPushButton(tr("Make a prospect"), this))
    , m_thread(new ThreadView(this))
{
    m_title->setTextFormat(Qt::PlainText); // the chat was called so by others
    m_title->setWordWrap(true); // however long it is
    m_thread->setObjectName(u"chat.thread"_s);
    m_thread->setEmptySentence(tr("The chat is being read."));
    m_person->setObjectName(u"chat.person"_s);
    m_person->setAccessibleName(tr("Participant"));
    m_make->setObjectName(u"chat.make"_s);
    makePrimary(m_make);
    auto *close = new CloseButton(tr("Back to the whole list"), this);
    close->setObjectName(u"chat.close"_s);
    m_lock->setObjectName(u"chat.lock"_s);
    m_lock->setToolTip(tr("Private: only the owner of the conversation sees what was said."));
    m_lock->setAccessibleName(m_lock->toolTip());
    paintLock();
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::Small);
    head->addWidget(m_title, 1);
    head->addWidget(m_lock);
    head->addWidget(close);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(Metrics::Small);
    choice->addWidget(m_person, 1);
    choice->addWidget(m_make);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Metrics::Large, Metrics::Medium, Metrics::Medium, Metrics::Medium);
    top->setSpacing(Metrics::Small);
    top->addLayout(head);
    top->addWidget(m_people);
    top->addLayout(choice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(hairline(Qt::Horizontal, this));
    layout->addWidget(m_thread, 1);
    connect(&m_chats, &GroupChats::changed, this, &GroupChatPane::refresh);
    connect(m_pages, &MessagePages::changed, this, &GroupChatPane::refreshThread);
    followFailures(workspace, *m_pages, *m_thread);
    connect(m_pages, &MessagePages::wordsRead, m_thread->threadModel(), &ThreadModel::refreshWords);
    connect(close, &CloseButton::clicked, this, &GroupChatPane::closeRequested);
    connect(m_make, &QPushButton::clicked, this, &GroupChatPane::make);
}

void GroupChatPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintLock();
}

void GroupChatPane::paintLock()
{
    m_lock->setPixmap(Icons::tinted(Icons::named(u"object-locked"_s, u"lock"_s),
        colour(ColourRole::QuietText, palette()), Metrics::Icon, devicePixelRatioF()));
}

void GroupChatPane::refresh()
{
    const Conversation *chat = m_chats.current();
    m_pages->open({{}, m_chats.id()});
    if (chat == nullptr) {
        m_make->setEnabled(false); // who is listed is of the chat before
        return;
    }
    m_title->setText(chat->title.isEmpty() ? tr("Group chat") : chat->title);
    QStringList names;
    const QVariant chosen = m_person->currentData();
    m_person->clear();
    for (const Participant &person : m_chats.participants()) {
        names << (person.isUs ? tr("%1 (us)").arg(person.name) : person.name);
        if (!person.isUs && person.prospect.isNull())
            m_person->addItem(person.name, qlonglong(person.id.value()));
    }
    m_person->setCurrentIndex(std::max(0, m_person->findData(chosen)));
    m_make->setEnabled(m_person->count() > 0);
    const QString network = ProspectLook::networkName(chat->network);
    const bool isUnread = m_chats.state() == StoreState::Failed && names.isEmpty();
    m_people->setText(isUnread ? m_chats.error().message
                               : tr("%1: %2", "network: participants")
                                     .arg(network, QLocale().createSeparatedList(names)));
    refreshThread();
}

void GroupChatPane::refreshThread()
{
    const Conversation *chat = m_chats.current();
    if (chat == nullptr || m_pages->scope().conversation != chat->id
        || m_pages->state() == StoreState::Loading)
        return;
    ThreadSource source = pagedThread(m_workspace, *m_pages);
    source.participants = m_chats.participants();
    source.conversations = {*chat};
    source.namesSenders = true;
    m_thread->setToday(m_workspace.today());
    m_thread->setEmptySentence({});
    m_thread->setThread(chat->id.value(), source);
}

void GroupChatPane::make()
{
    const ProspectId id = m_chats.makeProspect(ParticipantId(m_person->currentData().toLongLong()));
    if (!id.isNull())
        emit prospectMade(id);
}
