// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pipelineservice.h"

#include "analytics/prospectcolumns.h"
#include "base/clock.h"
#include "base/whenready.h"
#include "domain/landmarks.h"
#include "domain/pipelineversion.h"
#include "domain/retirement.h"
#include "session/stagestore.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/stagetable.h"

#include <utility>

static_assert(PipelineRules::MostSteps <= ProspectColumns::MostSteps);
static_assert(PipelineRules::MostStages < ColumnChunk::NoStage);

namespace {
/// Who and what is to be moved on when a stage retires.
struct StageLeavers
{
    QList<Prospect> people;
    QList<MoveProposal> proposals;
};

/// Who left by an exit stays there, and is not among them.
Result<StageLeavers> leaversOf(Connection &connection, StageId stage, bool isExit)
{
    auto people = isExit ? Result<QList<Prospect>>(QList<Prospect>())
                         : StageTable::peopleAt(connection, stage);
    if (!people)
        return tl::unexpected(people.error());
    auto proposals = StageTable::openProposals(connection, stage);
    if (!proposals)
        return tl::unexpected(proposals.error());
    return StageLeavers {std::move(*people), std::move(*proposals)};
}

/// The move that \a retirement makes of a person. It is no sign of life and names nobody who made it: nobody did anything with that person. That it leaves the
/// stage at the moment of the retirement tells it from the moves of people.
RowEdits leavingEdits(Workspace &workspace, const Prospect &person, StageId to,
    const StageRetirement &retirement, const QString &reason)
{
    Move move;
    move.id = MoveId::create(workspace.ids());
    move.prospect = person.id;
    move.from = person.stage;
    move.to = to;
    move.at = {retirement.at, Precision::Exact};
    move.reason = reason;
    Prospect after = person;
    after.stage = to;
    return {insertion(move), update(person, after)};
}

/// From the pipeline that is shown to \a after, with the version that it is. Empty where nothing changes.
RowEdits pipelineEdits(Workspace &workspace, const QList<Stage> &after)
{
    const StageStore &store = workspace.pipelineStages();
    RowEdits edits;
    for (const Stage &stage : after) {
        const int index = indexOfStage(store.stages(), stage.id);
        RowEdit edit = index < 0 ? insertion(stage) : update(store.stages().at(index), stage);
        if (!edit.isEmpty())
            edits << std::move(edit);
    }
    if (edits.isEmpty())
        return {};
    PipelineVersion version;
    version.id = PipelineVersionId::create(workspace.ids());
    version.at = workspace.clock().now();
    version.by = workspace.viewer().user;
    version.number = store.version().number + 1;
    version.stages = pipelineJson(after);
    edits << insertion(version);
    return edits;
}
} // namespace

bool PipelineService::mayChange() const
{
    return m_workspace.viewer().role == Role::Manager;
}

QString PipelineService::nameOf(StageId id) const
{
    const int index = indexOfStage(m_workspace.stages(), id);
    return index < 0 ? QString() : m_workspace.stages().at(index).name;
}

Result<> PipelineService::change(
    const std::function<Result<>(PipelineEdit &)> &change, const QString &text) const
{
    if (!mayChange())
        return fail(Error::Code::Rejected, tr("Only a manager changes the pipeline."));
    PipelineEdit edit(m_workspace.stages());
    if (auto done = change(edit); !done)
        return done;
    if (const RowEdits edits = pipelineEdits(m_workspace, edit.stages()); !edits.isEmpty())
        m_workspace.commit(edits, text);
    return {};
}

Result<> PipelineService::add(const QString &name, Side side) const
{
    return change(
        [&](PipelineEdit &edit) {
            return edit.add(
                StageId::create(m_workspace.ids()), name, side, m_workspace.clock().now());
        },
        tr("Add the stage “%1”").arg(name.simplified()));
}

Result<> PipelineService::rename(StageId id, const QString &name) const
{
    return change([&](PipelineEdit &edit) { return edit.rename(id, name); },
        tr("Rename the stage “%1”").arg(nameOf(id)));
}

Result<> PipelineService::move(StageId id, int step) const
{
    return change([&](PipelineEdit &edit) { return edit.move(id, step); },
        tr("Put the stage “%1” elsewhere").arg(nameOf(id)));
}

Result<> PipelineService::place(StageId id, StageId before, Side side) const
{
    return change(
        [&](PipelineEdit &edit) {
            return edit.place(id, before).and_then([&] { return edit.setSide(id, side); });
        },
        tr("Put the stage “%1” elsewhere").arg(nameOf(id)));
}

Result<> PipelineService::setSide(StageId id, Side side) const
{
    return change([&](PipelineEdit &edit) { return edit.setSide(id, side); },
        tr("Change the side of “%1”").arg(nameOf(id)));
}

Result<> PipelineService::setSale(StageId id) const
{
    return change([&](PipelineEdit &edit) { return edit.setSale(id); },
        tr("Make “%1” the sale").arg(nameOf(id)));
}

Result<> PipelineService::setSince(StageId id, qint64 since) const
{
    return change([&](PipelineEdit &edit) { return edit.setSince(id, since); },
        tr("Change when “%1” began").arg(nameOf(id)));
}

Result<> PipelineService::restore(StageId id) const
{
    return change([&](PipelineEdit &edit) { return edit.restore(id, m_workspace.clock().now()); },
        tr("Offer the stage “%1” again").arg(nameOf(id)));
}

void PipelineService::retire(StageId id, StageId to, QObject *context,
    const std::function<void(const Result<> &)> &done) const
{
    const auto answer = [done](const Result<> &result) {
        if (done)
            done(result);
    };
    // Asked now for a quick answer, and again with the pipeline as it is when they are found.
    const auto retired = [&workspace = m_workspace, id, to]() -> Result<QList<Stage>> {
        PipelineEdit edit(workspace.stages());
        if (auto tried = edit.retire(id, workspace.clock().now()); !tried)
            return tl::unexpected(tried.error());
        if (!Landmarks::isExit(edit.stages(), id)
            && !Retirement::targets(edit.stages(), id).contains(to))
            return fail(Error::Code::Rejected,
                tr("Choose a stage that is in use for those who are in “%1”, on the same side of "
                   "the sale: nobody buys or leaves because the pipeline changes.")
                    .arg(PipelineService(workspace).nameOf(id)));
        return edit.stages();
    };
    if (!mayChange())
        return answer(fail(Error::Code::Rejected, tr("Only a manager changes the pipeline.")));
    if (const auto tried = retired(); !tried)
        return answer(tl::unexpected(tried.error()));
    const bool isExit = Landmarks::isExit(m_workspace.stages(), id);
    auto leavers = m_workspace.database()->read(
        [id, isExit](Connection &connection) { return leaversOf(connection, id, isExit); });
    whenReady(leavers, context,
        [&workspace = m_workspace, id, to, retired, answer](const Result<StageLeavers> &found) {
            if (!found)
                return answer(tl::unexpected(found.error()));
            const auto after = retired();
            if (!after)
                return answer(tl::unexpected(after.error()));
            const QString name = PipelineService(workspace).nameOf(id);
            const StageRetirement retirement {id, after->at(indexOfStage(*after, id)).retiredAt};
            RowEdits edits = pipelineEdits(workspace, *after);
            for (const MoveProposal &proposal : found->proposals) {
                MoveProposal declined = proposal;
                declined.state = ProposalState::Declined;
                edits << update(proposal, declined);
            }
            for (const Prospect &person : found->people)
                edits << leavingEdits(
                    workspace, person, to, retirement, tr("The stage “%1” was retired").arg(name));
            const auto people = int(found->people.size());
            workspace.commit(edits, tr("Retire the stage “%1”").arg(name), 0,
                people == 0
                    ? tr("“%1” retired.").arg(name)
                    : tr("“%1” retired, %Ln prospect(s) moved.", nullptr, people).arg(name));
            answer({});
        });
}

void PipelineService::counts(
    QObject *context, std::function<void(Result<QHash<StageId, int>>)> callback) const
{
    whenReady(m_workspace.database()->read(&StageTable::counts), context, std::move(callback));
}
