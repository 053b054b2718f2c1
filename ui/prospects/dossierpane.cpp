// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/dossierpane.h"

#include "session/conversationservice.h"
#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/sharing.h"
#include "session/stagestore.h"
#include "session/teamsets.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_common/emptystate.h"
#include "ui_common/errorstate.h"
#include "ui_common/inlinemessage.h"
#include "ui_common/question.h"
#include "ui_common/theme.h"
#include "ui_prospects/conversationbar.h"
#include "ui_prospects/dossierheader.h"
#include "ui_prospects/dossiersection.h"
#include "ui_prospects/logfield.h"
#include "ui_prospects/movebar.h"
#include "ui_prospects/offersection.h"
#include "ui_prospects/proposalcard.h"
#include "ui_prospects/prospectthread.h"
#include "ui_prospects/sectionlist.h"
#include "ui_prospects/stepssection.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// In average letters, so that large fonts have their room.
constexpr int MostSideLetters = 40;
} // namespace

DossierPane::DossierPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dossier(new ProspectDossier(workspace, this))
    , m_stack(new QStackedWidget(this))
    , m_page(new QWidget(m_stack))
    , m_header(new DossierHeader(workspace, *m_dossier, m_page))
    , m_courtesy(new InlineMessage(m_page))
    , m_move(new MoveBar(workspace.stages(), m_page))
    , m_proposal(new ProposalCard(m_page))
    , m_thread(new ProspectThread(workspace, *m_dossier, m_page))
    , m_log(new LogField(workspace, *m_dossier, m_page))
    , m_sections(new SectionList(makeDossierSections(workspace, *m_dossier, m_page), m_page))
    , m_error(new ErrorState(m_stack))
    , m_gone(new EmptyState(tr("This prospect no longer exists."), {}, m_stack))
{
    build();
    connect(&workspace.pipelineStages(), &StageStore::changed, m_move,
        [this] { m_move->setStages(m_workspace.stages()); });
    connectParts();
}

void DossierPane::build()
{
    m_sections->setMaximumWidth(MostSideLetters * fontMetrics().averageCharWidth());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_thread, 2);
    middle->addWidget(hairline(Qt::Vertical, m_page));
    middle->addWidget(m_sections, 1);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(m_courtesy);
    page->addWidget(m_move);
    page->addWidget(m_proposal);
    page->addWidget(hairline(Qt::Horizontal, m_page));
    page->addLayout(middle, 1);
    page->addWidget(hairline(Qt::Horizontal, m_page));
    page->addWidget(m_log);
    m_proposal->hide();
    m_courtesy->setObjectName(u"courtesy"_s);
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
    connect(&m_workspace, &Workspace::personErased, this, [this](ProspectId id) {
        m_drafts.remove(id);
        m_sections->forget(id);
        m_log->forget(id);
        if (id == m_draftOf)
            m_log->setDraft({});
    });
    connect(m_error, &ErrorState::retryRequested, this, [this] {
        m_dossier->open(m_dossier->id()); // not by way of nobody, which would drop what was typed
    });
    connect(m_log, &LogField::notLogged, this,
        [this](ProspectId id, const ConversationService::Entry &entry) {
            const bool isHere = id == m_draftOf;
            m_log->putBack(id, entry, isHere);
            if (isHere)
                return;
            const QString kept = m_drafts.value(id);
            m_drafts.insert(id, kept.trimmed().isEmpty() ? entry.body : entry.body + u'\n' + kept);
        });
    connect(m_header, &DossierHeader::moveRequested, this, &DossierPane::startMove);
    connect(m_header, &DossierHeader::deleteRequested, this, &DossierPane::deleteRequested);
    connect(m_header, &DossierHeader::closeRequested, this, &DossierPane::closeRequested);
    connect(m_header, &DossierHeader::openRequested, this, &DossierPane::openRequested);
    connect(m_header, &DossierHeader::mergeRequested, this, &DossierPane::mergeRequested);
    connect(m_move, &MoveBar::moved, this,
        [this](StageId stage, const QString &reason, LostReasonId lostReason) {
            m_thread->setFocus();
            if (m_dossier->prospect())
                moveTo(*m_dossier->prospect(), stage, reason, lostReason);
        });
    connect(m_sections, &SectionList::openRequested, this, &DossierPane::openRequested);
    connect(m_move, &MoveBar::cancelled, this, [this] { m_thread->setFocus(); });
    connect(m_proposal, &ProposalCard::accepted, this, [this] {
        leaveProposal();
        if (m_dossier->prospect() && !m_dossier->proposals().isEmpty())
            m_workspace.prospects().accept(*m_dossier, m_dossier->proposals().first());
    });
    connect(m_proposal, &ProposalCard::declined, this, [this] {
        leaveProposal();
        if (!m_dossier->proposals().isEmpty())
            m_workspace.prospects().decline(m_dossier->proposals().first());
    });
    connect(m_thread, &ProspectThread::attachmentActivated, this,
        [this](AttachmentId id) { saveAttachment(id.value()); });
    connect(m_thread, &ProspectThread::hopDecided, this, [this](HopId id, HopState state) {
        const auto hop = std::ranges::find(m_dossier->hops(), id, &Hop::id);
        if (hop != m_dossier->hops().end())
            m_workspace.conversations().decideHop(*hop, state);
    });
    connect(m_log, &LogField::logged, m_thread, &ThreadView::scrollToBottom);
}

void DossierPane::open(ProspectId id)
{
    if (id == m_dossier->id())
        return;
    flush();
    m_move->hide();
    showDraftOf(id); // what is typed from now on is meant for them
    m_dossier->open(id);
}

void DossierPane::showDraftOf(ProspectId id)
{
    if (!m_draftOf.isNull())
        m_drafts.insert(m_draftOf, m_log->draft());
    m_draftOf = id;
    m_log->setDraft(m_drafts.take(id));
}

void DossierPane::flush()
{
    m_header->flush();
    m_sections->flush();
}

int DossierPane::unloggedCount() const
{
    const auto hasWords = [](const QString &text) { return !text.trimmed().isEmpty(); };
    const bool isHere = !m_draftOf.isNull() && hasWords(m_log->draft());
    return int(std::count_if(m_drafts.cbegin(), m_drafts.cend(), hasWords)) + (isHere ? 1 : 0);
}

void DossierPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

void DossierPane::moveTo(
    const Prospect &prospect, StageId stage, const QString &reason, LostReasonId lostReason)
{
    whenRefused(
        m_workspace, this,
        [&] { m_workspace.prospects().moveTo(prospect, stage, reason, {}, lostReason); },
        [this, id = prospect.id, stage, reason, lostReason] {
            if (id != m_dossier->id() || !m_move->isHidden())
                return;
            m_move->setReasons(m_workspace.team().lostReasons());
            m_move->resume(stage, reason, lostReason);
        });
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

void DossierPane::startOffer()
{
    if (auto *offers = qobject_cast<OfferSection *>(m_sections->section(u"offers"_s)))
        offers->startAdding();
}

void DossierPane::winOffer()
{
    if (auto *offers = qobject_cast<OfferSection *>(m_sections->section(u"offers"_s)))
        offers->winOpen();
}

void DossierPane::loseOffer()
{
    if (auto *offers = qobject_cast<OfferSection *>(m_sections->section(u"offers"_s)))
        offers->loseOpen();
}

void DossierPane::snoozeConversation()
{
    conversation().snooze();
}

void DossierPane::closeConversation()
{
    conversation().closeConversation();
}

void DossierPane::reopenConversation()
{
    conversation().reopen();
}

ConversationBar &DossierPane::conversation()
{
    return m_header->conversation();
}

void DossierPane::hintAt(const QString &name)
{
    m_header->hintAt(name);
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
    m_sections->refresh(other);
    sayCourtesy();
    m_log->refresh();
}

void DossierPane::showMessage(MessageId id)
{
    m_thread->showMessage(id);
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

void DossierPane::leaveProposal()
{
    if (m_proposal->isAncestorOf(QApplication::focusWidget()))
        m_thread->setFocus(Qt::OtherFocusReason);
}

void DossierPane::saveAttachment(qint64 id)
{
    const auto found =
        std::ranges::find(m_dossier->attachments(), AttachmentId(id), &Attachment::id);
    if (found == m_dossier->attachments().end())
        return;
    const auto chosen = [this, attachment = *found](const QString &path) {
        const auto saved = [this, attachment](const Result<> &result) {
            emit m_workspace.notice(result
                    ? Notice {Notice::Severity::Info, tr("“%1” was saved.").arg(attachment.name)}
                    : Notice::error(result.error()));
        };
        m_workspace.conversations().save(attachment.id, path, this, saved);
    };
    Question::saveFile(this, {.title = tr("Save the file"), .suggestedName = found->name}, chosen);
}

void DossierPane::sayCourtesy()
{
    const bool isAlone = m_workspace.users().size() < 2;
    const bool isPrivate = std::ranges::any_of(m_dossier->conversations(),
        [](const Conversation &conversation) { return conversation.privacy != Privacy::Team; });
    if (isAlone || !isPrivate || !Sharing::isCourtesy(m_workspace))
        return;
    QSettings settings;
    const QString key = u"privacy/courtesySaid"_s;
    if (settings.value(key).toBool())
        return;
    settings.setValue(key, true);
    m_courtesy->show({NoticeSeverity::Info,
        tr("What is private stays out of your colleagues' windows. This workspace is a file, "
           "though: "
           "whoever has it can open all of it. A server protects what is private.")});
}
