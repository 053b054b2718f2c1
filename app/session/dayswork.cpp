// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/dayswork.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "domain/move.h"
#include "session/conversationservice.h"
#include "session/dueposts.h"
#include "session/freshreader.h"
#include "session/guardrailservice.h"
#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/reviewqueue.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/daystable.h"
#include "storage/salestable.h"
#include "storage/visible.h"

#include <QPointer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// Applies \a edit to the value where it is its row; a removed one is gone.
template<typename T>
bool editWorkValue(std::optional<T> &value, const RowEdit &edit)
{
    if (!value || edit.table != rowSpec<T>().table || edit.id != value->id.value())
        return false;
    if (edit.op == RowEdit::Op::Remove)
        value.reset();
    else
        assignRow(*value, edit.after);
    return true;
}

/// Shows \a edit in \a row. Returns whether it concerns the row; \a gone is set where its prospect was deleted or planned for.
bool editWorkRow(WorkRow &row, const RowEdit &edit, bool &gone)
{
    bool differs = editWorkValue(row.step, edit);
    differs = editWorkValue(row.conversation, edit) || differs;
    differs = editWorkValue(row.handover, edit) || differs;
    differs = editWorkValue(row.offer, edit) || differs;
    if (edit.table == rowSpec<Prospect>().table && edit.id == row.person.id.value()) {
        gone = gone || edit.op == RowEdit::Op::Remove;
        assignRow(row.person, edit.after);
        differs = true;
    }
    // Who has a next step goes cold no more.
    if (sectionOf(row.reason) == WorkSection::GoingCold && edit.op == RowEdit::Op::Insert
        && edit.table == rowSpec<FollowUp>().table && !row.person.id.isNull()
        && edit.after.value(u"prospect_id"_s).toLongLong() == row.person.id.value()) {
        gone = true;
        differs = true;
    }
    return differs;
}
} // namespace

DaysWork::DaysWork(Workspace &workspace, QObject *parent)
    : Store(parent)
    , m_workspace(workspace)
    , m_reader(new FreshReader(
          workspace, [this] { reload(); }, this))
{
    m_minute.setInterval(20s);
    connect(&m_minute, &QTimer::timeout, this, &DaysWork::look);
    connect(&workspace, &Workspace::edited, this, &DaysWork::follow);
    connect(&workspace, &Workspace::changed, this, [this](const ChangeSet &changes) {
        if (m_minute.isActive()
            && changes.touchesAny(
                {u"prospect", u"company", u"follow_up", u"conversation", u"conversation_share",
                    u"participant", u"message", u"handover", u"handover_touch", u"offer"}))
            reload();
    });
}

DaysWork::~DaysWork() = default;

void DaysWork::watch()
{
    if (m_minute.isActive())
        return;
    m_minute.start();
    reload();
    if (!m_query.hasPosts())
        return;
    m_review = new ReviewQueue(m_workspace, this);
    connect(m_review, &Store::changed, this, &DaysWork::takePosts);
    connect(&m_workspace.due(), &Store::changed, this, &DaysWork::takePosts);
    m_workspace.due().watch();
    takePosts();
}

void DaysWork::look()
{
    if (m_minute.isActive() && m_workspace.today() != m_query.today)
        reload();
}

void DaysWork::setShowsWords(bool shown)
{
    if (std::exchange(m_showsWords, shown) == shown || !m_minute.isActive())
        return;
    if (!shown) {
        // At once, whatever is being read.
        for (WorkPage &page : m_pages) {
            for (WorkRow &row : page.rows)
                row.words.clear();
        }
        emit changed();
    }
    reload();
}

void DaysWork::takePosts()
{
    const auto pageOf = [this](const QList<DuePost> &posts, WorkReason reason) {
        WorkPage page;
        page.total = posts.size();
        for (const DuePost &post : posts.first(std::min<qsizetype>(posts.size(), MostRows))) {
            WorkRow row;
            row.reason = reason;
            row.post = post;
            const Channel *channel = m_workspace.plan().channel(post.channel);
            row.company = channel == nullptr ? QString() : channel->name;
            row.since = post.at;
            page.rows << row;
        }
        return page;
    };
    WorkPage posts = pageOf(m_workspace.due().due(), WorkReason::ToPost);
    WorkPage approvals = pageOf(m_review->waiting(), WorkReason::ToApprove);
    if (posts == m_posts && approvals == m_approvals)
        return;
    m_posts = std::move(posts);
    m_approvals = std::move(approvals);
    emit changed();
}

const WorkPage &DaysWork::page(WorkSection section) const
{
    if (section == WorkSection::Posts)
        return m_posts;
    if (section == WorkSection::Approvals)
        return m_approvals;
    return m_pages.at(size_t(section));
}

bool DaysWork::isEmpty() const
{
    return m_posts.rows.isEmpty() && m_approvals.rows.isEmpty()
        && std::ranges::all_of(m_pages, [](const WorkPage &page) { return page.rows.isEmpty(); });
}

void DaysWork::reload()
{
    m_query = WorkRules::workQuery(
        m_workspace.viewer(), m_workspace.today(), m_workspace.zone(), m_workspace.stages());
    const auto read = [query = m_query, words = m_showsWords](
                          Connection &connection) -> Result<WholeDay> {
        const std::array sections {DaysTable::followUps(connection, query, MostRows),
            DaysTable::yourTurn(connection, query, MostRows, words),
            DaysTable::handovers(connection, query, MostRows),
            DaysTable::goingCold(connection, query, MostRows, words)};
        WholeDay day;
        bool isEmpty = true;
        for (size_t i = 0; i < sections.size(); ++i) {
            if (!sections.at(i))
                return tl::unexpected(sections.at(i).error());
            day.pages[i] = *sections.at(i);
            isEmpty = isEmpty && day.pages[i].rows.isEmpty();
        }
        if (!isEmpty)
            return day;
        auto coming = DaysTable::coming(connection, query);
        if (!coming)
            return tl::unexpected(coming.error());
        day.coming = std::move(*coming);
        return day;
    };
    m_reader->start(read, [this](Result<WholeDay> result) {
        if (result) {
            m_pages = std::move(result->pages);
            m_coming = std::move(result->coming);
            setState(StoreState::Ready);
        } else {
            setState(StoreState::Failed, result.error());
        }
        emit changed();
    });
}

void DaysWork::prospects(WorkSection section, QObject *context,
    std::function<void(Result<QList<ProspectId>>)> callback) const
{
    auto found = m_workspace.database()->read([query = m_query, section](Connection &connection) {
        return DaysTable::prospects(connection, query, section);
    });
    whenReady(found, context, std::move(callback));
}

bool DaysWork::isMine(UserId user) const
{
    return user.isNull() || user == m_query.viewer.user;
}

bool DaysWork::stands(const WorkRow &row) const
{
    const bool left = m_query.exits.contains(row.person.stage);
    switch (row.reason) {
    case WorkReason::Due:
        return row.step && WorkRules::isDue(*row.step, m_query.today) && isMine(row.step->owner);
    case WorkReason::TheyWait:
        return row.conversation && WorkRules::isOurTurn(*row.conversation, m_query.today)
            && isMine(row.conversation->owner);
    case WorkReason::Offered:
        if (!row.handover || row.handover->state == HandoverState::Withdrawn)
            return false;
        return m_query.isMarketing()
            || (row.handover->state == HandoverState::Offered && isMine(row.handover->offeredTo));
    case WorkReason::LateOffer:
        return row.offer && WorkRules::isLate(*row.offer, m_query.today) && !left;
    case WorkReason::Unanswered:
        return row.conversation && WorkRules::isUnanswered(*row.conversation, m_query.cold)
            && !left;
    case WorkReason::Forgotten:
        return WorkRules::isForgotten(row.person, m_query.warm, m_query.cold);
    case WorkReason::ToPost:
    case WorkReason::ToApprove:
        return true; // their stores say
    }
    Q_UNREACHABLE();
}

void DaysWork::follow(const QList<RowEdit> &edits)
{
    bool differs = false;
    for (WorkPage &page : m_pages) {
        const auto ends = [&](WorkRow &row) {
            bool gone = false;
            bool concerned = false;
            for (const RowEdit &edit : edits)
                concerned = editWorkRow(row, edit, gone) || concerned;
            differs = differs || concerned;
            return gone || (concerned && !stands(row));
        };
        // One after the other: each row is changed, and asked whether it stays, once.
        QList<WorkRow> kept;
        for (WorkRow &row : page.rows) {
            if (!ends(row))
                kept << row;
        }
        page.total -= page.rows.size() - kept.size();
        page.rows = kept;
    }
    if (differs)
        emit changed();
}

QString DaysWork::nameOf(const WorkRow &row)
{
    if (!row.person.id.isNull())
        return displayName(row.person);
    return row.conversation && row.speaker.isEmpty() ? row.conversation->title : row.speaker;
}

bool DaysWork::canSnooze(const WorkRow &row)
{
    return row.reason != WorkReason::Offered && !row.post;
}

bool DaysWork::canClose(const WorkRow &row)
{
    return row.step.has_value() || row.conversation.has_value();
}

void DaysWork::snooze(const WorkRow &row, QDate until)
{
    if (!canSnooze(row))
        return;
    if (row.step) {
        m_workspace.prospects().snoozeFollowUp(*row.step, until);
    } else if (row.conversation) {
        m_workspace.conversations().snooze(*row.conversation, until, nameOf(row));
    } else {
        const bool named = row.offer && !row.offer->title.isEmpty();
        m_workspace.prospects().addFollowUp(row.person.id, until,
            named           ? tr("Ask about “%1”").arg(row.offer->title)
                : row.offer ? tr("Ask about the offer")
                            : tr("Get in touch again"));
    }
}

void DaysWork::close(const WorkRow &row)
{
    if (row.step) {
        m_workspace.prospects().completeFollowUp(*row.step);
    } else if (row.conversation) {
        m_workspace.conversations().close(*row.conversation, nameOf(row));
    }
}

void DaysWork::prepare(ProspectId prospect)
{
    if (prospect.isNull())
        m_question.reset();
    if (!m_waiting.isEmpty() || (prospect.isNull() && m_dossier == nullptr))
        return; // the entries that wait come first
    if (m_dossier == nullptr) {
        m_dossier = new ProspectDossier(m_workspace, this);
        connect(m_dossier, &Store::changed, this, [this] {
            logWaiting();
            askWaiting();
        });
        connect(m_dossier, &ProspectDossier::survivorFound, this,
            [this](ProspectId asked, ProspectId standing) {
                for (Waiting &waiting : m_waiting) {
                    if (waiting.prospect == asked)
                        waiting.prospect = standing;
                }
                if (m_question && m_question->prospect == asked)
                    m_question->prospect = standing;
            });
    }
    m_dossier->open(prospect);
}

void DaysWork::log(const WorkRow &row, const ConversationService::Entry &entry)
{
    ConversationService::Entry there = entry;
    if (row.conversation)
        there.conversation = row.conversation->id;
    if (!row.person.id.isNull())
        log(row.person.id, there);
    else if (row.conversation)
        m_workspace.conversations().logTo(
            *row.conversation, there, [self = QPointer<DaysWork>(this), there] {
                if (self)
                    emit self->notLogged({}, there);
            });
}

void DaysWork::log(ProspectId prospect, const ConversationService::Entry &entry)
{
    m_question.reset();
    prepare(prospect);
    m_waiting.append({prospect, entry});
    logWaiting();
}

void DaysWork::logWaiting()
{
    while (!m_waiting.isEmpty()) {
        const ProspectId wanted = m_waiting.first().prospect;
        if (m_dossier->id() != wanted) {
            m_dossier->open(wanted); // comes back here
            return;
        }
        if (m_dossier->state() == StoreState::Loading)
            return;
        const Waiting next = m_waiting.takeFirst();
        if (m_dossier->state() == StoreState::Ready && m_dossier->prospect()) {
            m_workspace.conversations().log(
                *m_dossier, next.entry, [self = QPointer<DaysWork>(this), next] {
                    if (self)
                        emit self->notLogged(next.prospect, next.entry);
                });
            continue;
        }
        emit m_workspace.notice(m_dossier->state() == StoreState::Failed
                ? Notice::error(m_dossier->error())
                : Notice {Notice::Severity::Error,
                    tr("The prospect was deleted meanwhile. Nothing was logged.")});
        emit notLogged(next.prospect, next.entry);
    }
}

void DaysWork::check(
    ProspectId prospect, Medium medium, const QString &words, QObject *context, Findings answer)
{
    m_question.reset();
    prepare(prospect);
    m_question = Question {prospect, medium, words, context, std::move(answer)};
    askWaiting();
}

void DaysWork::askWaiting()
{
    if (!m_question || !m_waiting.isEmpty())
        return;
    if (!m_question->context) {
        m_question.reset();
        return;
    }
    if (m_dossier->id() != m_question->prospect) {
        m_dossier->open(m_question->prospect); // comes back here
        return;
    }
    if (m_dossier->state() == StoreState::Loading)
        return;
    const Question asked = *std::exchange(m_question, std::nullopt);
    if (m_dossier->state() == StoreState::Failed)
        asked.answer(tl::unexpected(m_dossier->error()));
    else if (!m_dossier->prospect())
        asked.answer(fail(Error::Code::NotFound, tr("The prospect was deleted meanwhile.")));
    else
        m_workspace.guardrails().check(
            *m_dossier, asked.medium, asked.words, asked.context, asked.answer);
}
