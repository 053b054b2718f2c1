// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/startpage.h"

#include "ui_common/icons.h"
#include "ui_common/inlinemessage.h"
#include "ui_common/loadingbar.h"
#include "ui_common/theme.h"
#include "ui_shell/actioncard.h"
#include "ui_shell/recentlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr int ColumnWidth = 720;
constexpr int LogoSize = 64;
} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_loading(new LoadingBar(this))
    , m_column(new QWidget)
    , m_logo(new QLabel(m_column))
    , m_message(new InlineMessage(m_column))
    , m_sample(new ActionCard(tr("Explore the sample"),
          tr("An invented brand with posts, profiles, prospects and conversations."), m_column))
    , m_new(new ActionCard(tr("New workspace…"),
          tr("Start with an empty plan for your own brand, in one file."), m_column))
    , m_open(new ActionCard(
          tr("Open…"), tr("Go on with a workspace that is on this computer."), m_column))
    , m_recentHeading(headingLabel(tr("Recent workspaces"), m_column))
    , m_recent(new RecentList(m_column))
{
    m_sample->setIcon(Icons::named(u"compass"_s, u"help-hint"_s));
    m_sample->setPrimary(true);
    m_new->setIcon(Icons::named(u"document-new"_s));
    m_open->setIcon(Icons::named(u"document-open"_s));
    connect(m_sample, &ActionCard::clicked, this, &StartPage::sampleRequested);
    connect(m_new, &ActionCard::clicked, this, &StartPage::newRequested);
    connect(m_open, &ActionCard::clicked, this, &StartPage::openRequested);
    connect(m_recent, &RecentList::opened, this, &StartPage::locationRequested);
    connect(m_recent, &RecentList::removed, this, &StartPage::removeRequested);

    buildColumn(m_column);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *middle = new QWidget(scroll);
    middle->setBackgroundRole(QPalette::Base);
    auto *across = new QHBoxLayout(middle);
    across->setContentsMargins(Metrics::Wide, Metrics::Wide, Metrics::Wide, Metrics::Wide);
    across->addStretch(1);
    across->addWidget(m_column, 100);
    across->addStretch(1);
    scroll->setWidget(middle);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_loading);
    layout->addWidget(scroll, 1);
    paintLogo();
    setRecent({}, 0);
}

void StartPage::buildColumn(QWidget *column)
{
    column->setMaximumWidth(ColumnWidth);
    auto *name = titleLabel(u"Pullpush"_s, column);
    auto *promise = quietLabel(tr("Draw people in with your story, win them in conversation, and "
                                  "see how one leads to the other."),
        column);
    auto *words = new QVBoxLayout;
    words->setSpacing(Metrics::Tiny);
    words->addStretch(1);
    words->addWidget(name);
    words->addWidget(promise);
    words->addStretch(1);
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::Large);
    head->addWidget(m_logo);
    head->addLayout(words, 1);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Metrics::Medium);
    cards->addWidget(m_sample, 1);
    cards->addWidget(m_new, 1);
    cards->addWidget(m_open, 1);
    auto *hint = quietLabel(tr("You can also drop a workspace file on this window."), column);

    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Wide);
    layout->addStretch(2);
    layout->addLayout(head);
    layout->addWidget(m_message);
    layout->addLayout(cards);
    auto *list = new QVBoxLayout;
    list->setSpacing(Metrics::Small);
    list->addWidget(m_recentHeading);
    list->addWidget(m_recent);
    layout->addLayout(list);
    layout->addWidget(hint);
    layout->addStretch(3);
}

void StartPage::setRecent(const QList<RecentWorkspace> &entries, qint64 now)
{
    m_recentHeading->setVisible(!entries.isEmpty());
    m_recent->setVisible(!entries.isEmpty());
    m_recent->setEntries(entries, now);
    // Who has workspaces of their own comes back to them; the sample steps behind.
    m_sample->setPrimary(entries.isEmpty());
}

void StartPage::setBusy(bool busy)
{
    m_loading->setLoading(busy);
    m_column->setEnabled(!busy);
}

void StartPage::showMessage(const NotifierMessage &message)
{
    m_message->show(message);
}

void StartPage::clearMessage()
{
    m_message->dismiss();
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintLogo();
}

void StartPage::paintLogo()
{
    m_logo->setPixmap(QIcon(u":/pullpush/icons/pullpush.svg"_s)
                          .pixmap(QSize(LogoSize, LogoSize), devicePixelRatioF()));
}
