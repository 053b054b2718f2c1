// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/historysection.h"

#include "session/prospectdossier.h"
#include "session/prospecthistory.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

HistorySection::HistorySection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_history(new ProspectHistory(workspace, this))
    , m_state(quietLabel({}, this))
    , m_lines(new QVBoxLayout)
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_more(new QPushButton(tr("Show more"), this))
{
    m_state->setObjectName(u"history.state"_s);
    m_retry->setObjectName(u"history.retry"_s);
    m_retry->hide();
    connect(m_retry, &QPushButton::clicked, this, &HistorySection::read);
    m_lines->setSpacing(Metrics::Small);
    m_more->setObjectName(u"history.more"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_state);
    layout->addWidget(m_retry, 0, Qt::AlignLeading);
    layout->addLayout(m_lines);
    layout->addWidget(m_more);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, m_history, &ProspectHistory::readMore);
    connect(m_history, &ProspectHistory::changed, this, &HistorySection::showEntries);
}

QString HistorySection::key() const
{
    return u"history"_s;
}

QString HistorySection::title() const
{
    return tr("History");
}

void HistorySection::refresh(bool isOther)
{
    if (isOther && !isVisible())
        m_history->open({});
    read();
}

void HistorySection::showEvent(QShowEvent *event)
{
    DossierSection::showEvent(event);
    read();
}

void HistorySection::read()
{
    if (isVisible())
        m_history->open(m_dossier.id());
}

void HistorySection::showEntries()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_more->setVisible(m_history->hasMore());
    switch (m_history->state()) {
    case StoreState::Loading:
        m_state->setText(tr("Reading…"));
        break;
    case StoreState::Failed:
        m_state->setText(m_history->error().message);
        break;
    case StoreState::Ready:
        m_state->setText(tr("Nothing was changed yet."));
        break;
    }
    const bool isFailed = m_history->state() == StoreState::Failed;
    m_state->setVisible(isFailed || m_history->entries().isEmpty());
    m_retry->setVisible(isFailed);
    for (const HistoryEntry &entry : m_history->entries()) {
        const QDateTime at =
            QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toTimeZone(m_workspace.zone());
        const QString who = m_workspace.userName(entry.who);
        const QString when = Formatting::dateTime(at, m_workspace.today());
        auto *head =
            quietLabel(who.isEmpty() ? when : tr("%1, %2", "a time, who").arg(when, who), this);
        auto *words = new QLabel(entry.sentences.join(u'\n'), this);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setObjectName(u"history.words"_s);
        head->setObjectName(u"history.head"_s);
        auto *line = new QWidget(this);
        auto *column = new QVBoxLayout(line);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(head);
        column->addWidget(words);
        m_lines->addWidget(line);
    }
}
