// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pipelineedit.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

class PipelineWords
{
    Q_DECLARE_TR_FUNCTIONS(PipelineEdit)
};

tl::unexpected<Error> refusePipeline(const QString &why)
{
    return fail(Error::Code::Rejected, why);
}

bool isStepInUse(const Stage &stage)
{
    return stage.kind != StageKind::Exit && !stage.isRetired();
}

/// Exits last, else as they stand, and positions that say so.
QList<Stage> renumbered(QList<Stage> stages)
{
    std::stable_partition(stages.begin(), stages.end(),
        [](const Stage &stage) { return stage.kind != StageKind::Exit; });
    for (qsizetype i = 0; i < stages.size(); ++i)
        stages[i].position = int(i);
    return stages;
}

/// The next one in use in that direction of the same sort (steps among steps, exits among exits), or -1.
qsizetype neighbourOf(const QList<Stage> &stages, qsizetype at, int step)
{
    const bool isExit = stages.at(at).kind == StageKind::Exit;
    for (qsizetype i = at + step; i >= 0 && i < stages.size(); i += step) {
        const Stage &stage = stages.at(i);
        if (!stage.isRetired() && (stage.kind == StageKind::Exit) == isExit)
            return i;
    }
    return -1;
}

/// Where a stage is put that comes to \a side: at the side's end, before the sale on the push side.
qsizetype endOfSide(const QList<Stage> &stages, Side side)
{
    if (side == Side::Exit)
        return stages.size();
    if (side == Side::Push) {
        const auto sale = std::ranges::find_if(stages,
            [](const Stage &stage) { return isStepInUse(stage) && stage.kind == StageKind::Won; });
        if (sale != stages.end())
            return sale - stages.begin();
    }
    qsizetype end = 0;
    for (qsizetype i = 0; i < stages.size(); ++i) {
        if (isStepInUse(stages.at(i)) && stages.at(i).side <= side)
            end = i + 1;
    }
    return end;
}

/// What reports and the command line call what is no stage: all of them, or where somebody was before the first.
constexpr std::array wordsForNoStage {"all"_L1, "before"_L1, "none"_L1, "start"_L1};

QString keyOf(const QString &name, const QList<Stage> &stages)
{
    QString stem;
    const QString folded = foldText(name);
    for (const QChar c : folded) {
        if (c.isLetterOrNumber())
            stem += c;
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem += u'-';
    }
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        stem = u"stage"_s;
    // A name is found by its words too, so that a key must be nobody else's name.
    const auto isTaken = [&stages](const QString &key) {
        const auto isReserved = [&key](QLatin1StringView word) { return key == word; };
        return std::ranges::any_of(wordsForNoStage, isReserved)
            || std::ranges::any_of(stages, [&key](const Stage &stage) {
                   return foldText(stage.key) == key || foldText(stage.name) == key;
               });
    };
    QString key = stem;
    for (int n = 2; isTaken(key); ++n)
        key = stem + u'-' + QString::number(n);
    return key;
}

Result<> checkNames(const QList<Stage> &stages)
{
    QSet<QString> names;
    QSet<QString> keys;
    for (const Stage &stage : stages) {
        const QString name = foldText(stage.name);
        if (name.isEmpty())
            return refusePipeline(PipelineWords::tr("A stage needs a name."));
        if (stage.name.size() > PipelineRules::LongestName) {
            return refusePipeline(
                PipelineWords::tr("The name of a stage has at most %n characters.", nullptr,
                    PipelineRules::LongestName));
        }
        if (names.contains(name)) {
            return refusePipeline(PipelineWords::tr(
                "There is a stage “%1” already. A retired one can be offered again.")
                                      .arg(stage.name));
        }
        names.insert(name);
        const QString key = foldText(stage.key);
        if (key.isEmpty() || keys.contains(key))
            return refusePipeline(PipelineWords::tr("Two stages have the same key."));
        keys.insert(key);
    }
    for (const Stage &stage : stages) {
        const bool isOthersKey = std::ranges::any_of(stages, [&stage](const Stage &other) {
            return other.id != stage.id && foldText(other.key) == foldText(stage.name);
        });
        if (isOthersKey) {
            return refusePipeline(
                PipelineWords::tr("“%1” is what the command line calls another stage.")
                    .arg(stage.name));
        }
    }
    return {};
}

Result<> checkSteps(const QList<Stage> &steps)
{
    if (steps.isEmpty() || steps.first().side != Side::Pull
        || steps.first().kind != StageKind::Open)
        return refusePipeline(
            PipelineWords::tr("A pipeline begins with at least one stage on the pull side."));
    if (steps.size() > PipelineRules::MostSteps) {
        return refusePipeline(
            PipelineWords::tr("A pipeline has at most %n stages beside its exits.", nullptr,
                PipelineRules::MostSteps));
    }
    if (!std::ranges::is_sorted(steps, {}, &Stage::side))
        return refusePipeline(
            PipelineWords::tr("Pull, push and what comes after follow each other in this order."));
    if (std::ranges::count(steps, StageKind::Won, &Stage::kind) != 1)
        return refusePipeline(PipelineWords::tr("One stage of a pipeline is the sale."));
    const auto sale = std::ranges::find(steps, StageKind::Won, &Stage::kind);
    if (sale->side != Side::Push)
        return refusePipeline(PipelineWords::tr("The sale is on the push side."));
    if (std::next(sale) != steps.end() && std::next(sale)->side == Side::Push)
        return refusePipeline(PipelineWords::tr("The sale is the last stage of the push side."));
    return {};
}

} // namespace

Result<> PipelineRules::check(const QList<Stage> &stages)
{
    if (stages.size() > MostStages)
        return refusePipeline(PipelineWords::tr(
            "A pipeline has at most %n stages, retired ones too.", nullptr, MostStages));
    for (const Stage &stage : stages) {
        if ((stage.kind == StageKind::Exit) != (stage.side == Side::Exit))
            return refusePipeline(PipelineWords::tr("An exit is on no side, and nothing else is."));
    }
    if (auto named = checkNames(stages); !named)
        return named;
    if (auto stepped = checkSteps(pipelineSteps(stages)); !stepped)
        return stepped;
    const auto isExit = [](const Stage &stage) {
        return stage.kind == StageKind::Exit && !stage.isRetired();
    };
    if (std::ranges::none_of(stages, isExit))
        return refusePipeline(PipelineWords::tr("A pipeline has at least one exit."));
    return {};
}

PipelineEdit::PipelineEdit(QList<Stage> stages)
{
    std::ranges::stable_sort(stages, {}, &Stage::position);
    m_stages = renumbered(std::move(stages));
}

Result<> PipelineEdit::take(QList<Stage> &stages, QList<Stage> changed)
{
    changed = renumbered(std::move(changed));
    if (auto holds = PipelineRules::check(changed); !holds)
        return holds;
    stages = std::move(changed);
    return {};
}

Result<qsizetype> PipelineEdit::indexOf(StageId id) const
{
    const int index = indexOfStage(m_stages, id);
    if (index < 0)
        return refusePipeline(PipelineWords::tr("The stage is not there any more."));
    return index;
}

Result<> PipelineEdit::add(StageId id, const QString &name, Side side, qint64 since)
{
    QList<Stage> changed = m_stages;
    Stage stage;
    stage.id = id;
    stage.name = name.simplified();
    stage.key = keyOf(stage.name, m_stages);
    stage.side = side;
    stage.kind = side == Side::Exit ? StageKind::Exit : StageKind::Open;
    stage.since = since;
    changed.insert(endOfSide(changed, side), stage);
    return take(m_stages, std::move(changed));
}

Result<> PipelineEdit::rename(StageId id, const QString &name)
{
    return indexOf(id).and_then([&](qsizetype index) {
        QList<Stage> changed = m_stages;
        changed[index].name = name.simplified();
        return take(m_stages, std::move(changed));
    });
}

Result<> PipelineEdit::setSince(StageId id, qint64 since)
{
    return indexOf(id).and_then([&](qsizetype index) {
        QList<Stage> changed = m_stages;
        changed[index].since = std::max(since, qint64(0));
        return take(m_stages, std::move(changed));
    });
}

Result<> PipelineEdit::move(StageId id, int step)
{
    const auto index = indexOf(id);
    if (!index)
        return tl::unexpected(index.error());
    QList<Stage> changed = m_stages;
    Stage &stage = changed[*index];
    if (stage.isRetired() || step == 0)
        return {};
    const int direction = step < 0 ? -1 : 1;
    const qsizetype next = neighbourOf(changed, *index, direction);
    if (next < 0) {
        // Beyond the last of a side that nobody else is on.
        if (direction < 0 || stage.side == Side::Exit || stage.kind == StageKind::Won)
            return {};
        stage.side = stage.side == Side::Pull ? Side::Push : Side::After;
        return take(m_stages, std::move(changed));
    }
    Stage &other = changed[next];
    const bool crossesSale = stage.kind == StageKind::Won || other.kind == StageKind::Won;
    if (stage.side != other.side
        && !(crossesSale && stage.side != Side::Pull && other.side != Side::Pull)) {
        stage.side = other.side; // over the seam, in the same place
        return take(m_stages, std::move(changed));
    }
    if (crossesSale) {
        Stage &open = stage.kind == StageKind::Won ? other : stage;
        open.side = open.side == Side::Push ? Side::After : Side::Push;
    }
    changed.swapItemsAt(*index, next);
    return take(m_stages, std::move(changed));
}

Result<> PipelineEdit::place(StageId id, StageId before)
{
    const auto from = indexOf(id);
    if (!from)
        return tl::unexpected(from.error());
    if (id == before || m_stages.at(*from).isRetired())
        return {};
    const int target = before.isNull() ? int(m_stages.size()) : indexOfStage(m_stages, before);
    const int direction = target < 0 || target > *from ? 1 : -1;
    PipelineEdit moved = *this;
    // Over each neighbour and over each seam: never more.
    for (qsizetype n = 0; n < m_stages.size() + 4; ++n) {
        const qsizetype at = indexOfStage(moved.m_stages, id);
        const qsizetype next = neighbourOf(moved.m_stages, at, 1);
        if (next < 0 ? before.isNull() : moved.m_stages.at(next).id == before)
            break;
        const QList<Stage> was = moved.m_stages;
        if (auto done = moved.move(id, direction); !done)
            return done;
        if (moved.m_stages == was)
            break;
    }
    m_stages = moved.m_stages;
    return {};
}

Result<> PipelineEdit::setSide(StageId id, Side side)
{
    const auto index = indexOf(id);
    if (!index)
        return tl::unexpected(index.error());
    QList<Stage> changed = m_stages;
    Stage stage = changed.at(*index);
    if (stage.side == side)
        return {};
    if (stage.side == Side::Exit || side == Side::Exit)
        return refusePipeline(PipelineWords::tr(
            "A stage stays an exit, or none: else those who were there would have another past. "
            "Retire it and add another one."));
    if (stage.kind == StageKind::Won)
        return refusePipeline(PipelineWords::tr("The sale is on the push side."));
    const bool isForward = side > stage.side;
    changed.removeAt(*index);
    stage.side = side;
    qsizetype to = endOfSide(changed, side);
    if (isForward) {
        const auto first = std::ranges::find_if(changed,
            [side](const Stage &other) { return isStepInUse(other) && other.side >= side; });
        to = first == changed.end() ? to : first - changed.begin();
    }
    changed.insert(to, stage);
    return take(m_stages, std::move(changed));
}

Result<> PipelineEdit::setSale(StageId id)
{
    const auto index = indexOf(id);
    if (!index)
        return tl::unexpected(index.error());
    QList<Stage> changed = m_stages;
    const Stage &wanted = changed.at(*index);
    if (wanted.isRetired() || wanted.side == Side::Pull || wanted.side == Side::Exit)
        return refusePipeline(PipelineWords::tr("The sale is on the push side."));
    for (qsizetype i = 0; i < changed.size(); ++i) {
        Stage &stage = changed[i];
        if (!isStepInUse(stage) || stage.side == Side::Pull)
            continue;
        stage.kind = i == *index ? StageKind::Won : StageKind::Open;
        stage.side = i <= *index ? Side::Push : Side::After;
    }
    return take(m_stages, std::move(changed));
}

Result<> PipelineEdit::retire(StageId id, qint64 at)
{
    return indexOf(id).and_then([&](qsizetype index) -> Result<> {
        QList<Stage> changed = m_stages;
        if (changed.at(index).kind == StageKind::Won)
            return refusePipeline(PipelineWords::tr(
                "“%1” is the sale. Make another stage the sale before this one is retired.")
                                      .arg(changed.at(index).name));
        changed[index].retiredAt = at;
        return take(m_stages, std::move(changed));
    });
}

Result<> PipelineEdit::restore(StageId id, qint64 at)
{
    return indexOf(id).and_then([&](qsizetype index) -> Result<> {
        QList<Stage> changed = m_stages;
        Stage stage = changed.takeAt(index);
        if (!stage.isRetired())
            return {};
        stage.retiredAt = 0;
        stage.since = at;
        changed.insert(endOfSide(changed, stage.side), stage);
        return take(m_stages, std::move(changed));
    });
}
