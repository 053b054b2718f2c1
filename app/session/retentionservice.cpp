// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/retentionservice.h"

#include "base/moment.h"
#include "base/whenready.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/salestable.h"
#include "storage/visibleerasure.h"
#include "storage/visibleretention.h"

#include <QSet>
#include <QtConcurrentRun>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {
/// Deletes what is due, a piece in each transaction, so that others get to write in between.
struct RetentionJob
{
    std::shared_ptr<Database> database;
    QList<RetentionCutOff> cutOffs;
    QList<ConversationId> wanted;
    std::function<bool(int)> tell; ///< with the number that is done; false ends it

    [[nodiscard]] Result<RetentionOutcome> run() const
    {
        constexpr qsizetype AtOnce = 100;
        RetentionOutcome outcome;
        Result<> written;
        for (qsizetype first = 0; written && first < wanted.size() && tell(int(first));
             first += AtOnce) {
            const auto piece = wanted.mid(first, AtOnce);
            written = database
                          ->write([this, &piece](Transaction &transaction) {
                              return erase(transaction, piece);
                          })
                          .result()
                          .map([&outcome](int gone) { outcome.conversations += gone; });
        }
        if (!written && outcome.conversations == 0)
            return tl::unexpected(written.error());
        if (outcome.conversations == 0)
            return outcome;
        const auto compacted =
            database->maintain([](Connection &connection) { return Erasure::compact(connection); })
                .result();
        QStringList remarks;
        if (!written)
            remarks
                << RetentionService::tr("The others stay for now. %1").arg(written.error().message);
        if (!compacted)
            remarks << compacted.error().message;
        outcome.remark = remarks.join(u' ');
        return outcome;
    }

    /// Of \a piece what is still due: somebody may have written meanwhile.
    [[nodiscard]] Result<int> erase(
        Transaction &transaction, const QList<ConversationId> &piece) const
    {
        const auto due = Visible::dueForRetention(transaction.connection(), cutOffs, piece);
        if (!due)
            return tl::unexpected(due.error());
        QSet<ConversationId> still;
        for (const RetentionDue &person : *due)
            still.unite(
                QSet<ConversationId>(person.conversations.cbegin(), person.conversations.cend()));
        QList<ConversationId> ids = piece;
        ids.removeIf([&still](ConversationId id) { return !still.contains(id); });
        return Erasure::conversations(transaction, ids).map([&ids](int) {
            return int(ids.size());
        });
    }
};
} // namespace

RetentionService::RetentionService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

RetentionService::~RetentionService()
{
    cancel();
    m_future.waitForFinished(); // it tells this how far it is
}

int RetentionService::monthsFor(StageId stage) const
{
    int months = 0;
    for (const RetentionRule &rule : m_workspace.team().retentionRules()) {
        if (rule.stage == stage)
            months = months == 0 ? rule.months : std::min(months, rule.months);
    }
    return months;
}

void RetentionService::setMonths(StageId stage, int months)
{
    constexpr int MostMonths = 240;
    RetentionRule wanted;
    wanted.stage = stage;
    wanted.months = std::clamp(months, 0, MostMonths);
    RowEdits edits;
    bool isKept = false;
    for (const RetentionRule &rule : m_workspace.team().retentionRules()) {
        if (rule.stage != stage)
            continue;
        if (wanted.months == 0 || isKept) {
            edits << removal(rule);
            continue;
        }
        RetentionRule after = rule;
        after.months = wanted.months;
        edits << update(rule, after);
        isKept = true;
    }
    if (wanted.months > 0 && !isKept) {
        wanted.id = RetentionRuleId::create(m_workspace.ids());
        edits << insertion(wanted);
    }
    m_workspace.commit(edits, tr("Change how long conversations are kept"));
}

QList<RetentionCutOff> RetentionService::cutOffs() const
{
    QList<RetentionCutOff> list;
    for (const Stage &stage : m_workspace.stages()) {
        const int months = monthsFor(stage.id);
        if (months > 0)
            list.append(
                {stage.id, startOfDay(m_workspace.today().addMonths(-months), m_workspace.zone())});
    }
    return list;
}

void RetentionService::preview()
{
    auto due = m_workspace.database()->read(
        [cutOffs = cutOffs()](
            Connection &connection) { return Visible::dueForRetention(connection, cutOffs); },
        Database::Lane::Long);
    whenReady(due, this, [this](const Result<QList<RetentionDue>> &found) {
        if (m_running)
            return;
        m_due = found.value_or(QList<RetentionDue>());
        if (found)
            emit previewed();
        else
            emit previewFailed(found.error());
    });
}

void RetentionService::run()
{
    if (m_running)
        return;
    RetentionJob job {m_workspace.database(), cutOffs(), {}, {}};
    for (const RetentionDue &person : std::as_const(m_due))
        job.wanted << person.conversations;
    m_running = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const int total = int(job.wanted.size());
    job.tell = [this, total, cancelled = m_cancelled](int done) {
        QMetaObject::invokeMethod(
            this, [this, done, total] { emit progress(done, total); }, Qt::QueuedConnection);
        return !*cancelled;
    };
    m_future = QtConcurrent::run([job] { return job.run(); });
    whenReady(m_future, this, [this](const Result<RetentionOutcome> &outcome) {
        m_running = false;
        // Steps on the stack may hold rows that are gone, and would bring them back. A server that is lost may have heard the last word.
        const bool mayBeGone = outcome ? outcome->conversations > 0
                                       : outcome.error().code == Error::Code::Unreachable
                || outcome.error().code == Error::Code::Unconfirmed;
        if (mayBeGone)
            m_workspace.undoStack()->clear();
        if (outcome)
            m_due.clear();
        emit finished(outcome);
    });
}

void RetentionService::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
}
