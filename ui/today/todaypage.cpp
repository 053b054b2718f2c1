// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_today/todaypage.h"

#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/icons.h"
#include "ui_today/daylist.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

TodayPage::TodayPage(QWidget *parent)
    : QStackedWidget(parent)
    , m_list(new DayList(this))
    , m_empty(new EmptyState(tr("Nothing waits for you today."), tr("Show the prospects"), this))
    , m_unfound(new EmptyState({}, tr("Clear the search"), this))
    , m_error(new ErrorState(this))
{
    setObjectName(u"today"_s);
    m_empty->setIcon(Icons::named(u"view-task"_s, u"dialog-ok-apply"_s));
    m_empty->button()->setObjectName(u"today.prospects"_s);
    addWidget(m_list);
    addWidget(m_empty);
    addWidget(m_unfound);
    addWidget(m_error);
    m_unfound->setObjectName(u"today.unfound"_s);
    m_unfound->setIcon(Icons::named(u"edit-find"_s));
    m_unfound->button()->setObjectName(u"today.clearSearch"_s);
    QPushButton *everywhere = m_unfound->addButton(tr("Search everywhere"));
    everywhere->setObjectName(u"today.searchEverywhere"_s);
    showList();
    connect(m_unfound, &EmptyState::triggered, this, &TodayPage::clearSearchRequested);
    connect(everywhere, &QPushButton::clicked, this, &TodayPage::searchEverywhereRequested);
    connect(m_empty, &EmptyState::triggered, this, &TodayPage::prospectsRequested);
    connect(m_error, &ErrorState::retryRequested, this, &TodayPage::retryRequested);
}

void TodayPage::showList()
{
    showPart(m_list, m_list);
}

void TodayPage::showEmpty(const QString &sentence)
{
    m_empty->setSentence(sentence);
    showPart(m_empty, m_empty->button());
}

void TodayPage::showNothingFound(const QString &text)
{
    m_unfound->setSentence(tr("Nothing that waits today has “%1” in it.").arg(text));
    showPart(m_unfound, m_unfound->button());
}

void TodayPage::showError(const Error &error)
{
    m_error->setError(error, tr("Try again"));
    showPart(m_error, m_error->findChild<QPushButton *>());
}

void TodayPage::showPart(QWidget *part, QWidget *keyboard)
{
    // While the window is not active yet nothing has the keyboard, and the window gives it to the page.
    setFocusProxy(keyboard);
    setCurrentWidget(part);
}
