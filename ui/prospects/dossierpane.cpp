// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/dossierpane.h"

#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/theme.h"
#include "ui_prospects/dossierheader.h"
#include "ui_prospects/dossiersection.h"
#include "ui_prospects/logfield.h"
#include "ui_prospects/movebar.h"
#include "ui_prospects/proposalcard.h"
#include "ui_prospects/sectionlist.h"
#include "ui_prospects/stepssection.h"
#include "ui_prospects/threadview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int SideWidth = 264;
} // namespace

DossierPane::DossierPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dossier(new ProspectDossier(workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_page(new QWidget(m_stack))
    , m_header(new DossierHeader(workspace, *m_dossier, m_page))
    , m_move(new MoveBar(workspace.stages(), m_page))
    , m_proposal(new ProposalCard(m_page))
    , m_thread(new ThreadView(m_page))
    , m_log(new LogField(m_page))
    , m_sections(new SectionList(makeDossierSections(workspace, *m_dossier, m_page), m_page))
    , m_error(new ErrorState(m_stack))
    , m_gone(new EmptyState(tr("This prospect no longer exists."), {}, m_stack))
{
    build();
    connectParts();
}

void DossierPane::build()
{
    m_sections->setFixedWidth(SideWidth);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_thread, 1);
    middle->addWidget(hairline(Qt::Vertical, m_page));
    middle->addWidget(m_sections);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(m_move);
    page->addWidget(m_proposal);
    page->addWidget(hairline(Qt::Horizontal, m_page));
    page->addLayout(middle, 1);
    page->addWidget(hairline(Qt::Horizontal, m_page));
    page->addWidget(m_log);
    m_proposal->hide();
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_error);
    m_stack->addWidget(m_gone);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void DossierPane::connectParts()
{
    connect(m_dossier, &ProspectDossier::changed, this, &DossierPane::refresh);
    connect(m_error, &ErrorState::retryRequested, this, [this] {
        const ProspectId id = m_dossier->id();
        m_dossier->open({});
        m_dossier->open(id);
    });
    connect(m_header, &DossierHeader::moveRequested, this, &DossierPane::startMove);
    connect(m_header, &DossierHeader::deleteRequested, this, &DossierPane::deleteRequested);
    connect(m_header, &DossierHeader::closeRequested, this, &DossierPane::closeRequested);
    connect(m_move, &MoveBar::moved, this,
        [this](StageId stage, const QString &reason, LostReasonId lostReason) {
            if (m_dossier->prospect())
                m_workspace.prospects().moveTo(
                    *m_dossier->prospect(), stage, reason, {}, lostReason);
            m_thread->setFocus();
        });
    connect(m_sections, &SectionList::openRequested, this, &DossierPane::openRequested);
    connect(m_move, &MoveBar::cancelled, this, [this] { m_thread->setFocus(); });
    connect(m_proposal, &ProposalCard::accepted, this, [this] {
        if (m_dossier->prospect() && !m_dossier->proposals().isEmpty())
            m_workspace.prospects().accept(*m_dossier->prospect(), m_dossier->proposals().first());
    });
    connect(m_proposal, &ProposalCard::declined, this, [this] {
        if (!m_dossier->proposals().isEmpty())
            m_workspace.prospects().decline(m_dossier->proposals().first());
    });
    connect(
        m_thread, &ThreadView::earlierRequested, m_dossier, &ProspectDossier::readOlderMessages);
    connect(m_thread, &ThreadView::deleteRequested, this, &DossierPane::removeMessage);
    connect(m_log, &LogField::logged, this, [this](const ProspectService::Entry &entry) {
        m_workspace.prospects().log(*m_dossier, entry);
        m_drafts.remove(m_shown);
        m_thread->scrollToBottom();
    });
}

void DossierPane::open(ProspectId id)
{
    if (id == m_dossier->id())
        return;
    flush();
    m_move->hide();
    m_dossier->open(id);
}

void DossierPane::flush()
{
    m_header->flush();
    m_sections->flush();
    if (m_shown.isNull())
        return;
    m_drafts.insert(m_shown, m_log->draft());
}

void DossierPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

void DossierPane::startMove()
{
    if (!m_dossier->prospect())
        return;
    m_move->setReasons(m_workspace.team().lostReasons());
    m_move->start(m_dossier->prospect()->stage);
}

void DossierPane::startLog(Medium medium)
{
    m_log->start(medium);
}

void DossierPane::startNextStep()
{
    if (auto *steps = qobject_cast<StepsSection *>(m_sections->section(u"steps"_s)))
        steps->startAdding();
}

void DossierPane::editName()
{
    m_header->editName();
}

void DossierPane::refresh()
{
    const bool loading = m_dossier->state() == StoreState::Loading;
    emit loadingChanged(loading);
    if (m_dossier->state() == StoreState::Failed) {
        m_error->setError(m_dossier->error(), tr("Try again"));
        m_stack->setCurrentWidget(m_error);
        return;
    }
    const auto &prospect = m_dossier->prospect();
    if (!prospect) {
        if (!loading && !m_dossier->id().isNull())
            m_stack->setCurrentWidget(m_gone);
        m_shown = {};
        return;
    }
    const bool other = prospect->id != m_shown;
    m_shown = prospect->id;
    m_stack->setCurrentWidget(m_page);
    m_header->refresh();
    refreshProposal();
    refreshThread();
    m_sections->refresh(other);
    if (other)
        m_log->setDraft(m_drafts.value(m_shown));
}

void DossierPane::refreshThread()
{
    ThreadSource source;
    source.touches = m_dossier->touches();
    source.messages = m_dossier->messages();
    source.moves = m_dossier->moves();
    for (Move &move : source.moves)
        move.reason = wordsOfLoss(move);
    source.followUps = m_dossier->followUps();
    source.conversations = m_dossier->conversations();
    source.participants = m_dossier->participants();
    source.stages = m_workspace.stages();
    source.zone = m_workspace.zone();
    source.hasEarlier = m_dossier->hasOlderMessages();
    for (const Conversation &conversation : m_dossier->conversations()) {
        const auto others = std::ranges::count_if(
            m_dossier->participants(), [&conversation](const Participant &participant) {
                return participant.conversation == conversation.id && !participant.isUs;
            });
        source.namesSenders = source.namesSenders || others > 1;
    }
    source.postTitle = [this](PostId id) { return m_dossier->postTitle(id); };
    source.userName = [this](UserId id) { return m_workspace.userName(id); };
    m_thread->setZone(m_workspace.zone(), m_workspace.today());
    m_thread->setThread(m_shown.value(), buildThread(source));
}

QString DossierPane::wordsOfLoss(const Move &move) const
{
    const QList<LostReason> &reasons = m_workspace.team().lostReasons();
    const auto found = std::ranges::find(reasons, move.lostReason, &LostReason::id);
    if (move.lostReason.isNull() || found == reasons.end())
        return move.reason;
    //: A reason of the team's list, and what was said beside it.
    return move.reason.isEmpty() ? found->name : tr("%1: %2").arg(found->name, move.reason);
}

void DossierPane::refreshProposal()
{
    m_proposal->setVisible(!m_dossier->proposals().isEmpty());
    if (m_dossier->proposals().isEmpty())
        return;
    const MoveProposal &proposal = m_dossier->proposals().first();
    const int stage = indexOfStage(m_workspace.stages(), proposal.to);
    const bool known = proposal.at.precision != Precision::Unknown;
    m_proposal->setProposal(proposal, stage < 0 ? QString() : m_workspace.stages().at(stage).name,
        known ? localDay(proposal.at.ms, m_workspace.zone()) : QDate(), m_workspace.today());
}

void DossierPane::removeMessage(qint64 id)
{
    const auto found = std::ranges::find(m_dossier->messages(), MessageId(id), &Message::id);
    if (found != m_dossier->messages().end())
        m_workspace.prospects().removeMessage(*m_dossier, *found);
}
