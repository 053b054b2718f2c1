// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importlabels.h"

#include "base/text.h"
#include "session/importjob.h"
#include "storage/bulkinsert.h"
#include "storage/rowspec.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int LabelColours = 8;

Result<> readLabels(KnownPlan &plan, Transaction &transaction)
{
    if (plan.isRead || plan.hasLabels)
        return {};
    auto labels = selectRows<Label>(transaction.connection(), u"ORDER BY id"_s);
    if (!labels)
        return tl::unexpected(labels.error());
    plan.sets.labels = std::move(*labels);
    plan.hasLabels = true;
    return {};
}
} // namespace

Result<LabelId> ImportLabels::named(ImportJob &job, Transaction &transaction, const QString &name)
{
    const QString wanted = foldText(name);
    if (wanted.isEmpty())
        return LabelId();
    if (auto done = readLabels(job.plan(), transaction); !done)
        return tl::unexpected(done.error());
    QList<Label> &labels = job.plan().sets.labels;
    const auto found = std::ranges::find_if(
        labels, [&wanted](const Label &label) { return foldText(label.name) == wanted; });
    if (found != labels.end())
        return found->id;
    Label made;
    made.id = LabelId::create(*job.context().ids);
    made.name = name.trimmed();
    made.colour = int(labels.size() % LabelColours);
    made.batch = job.batch();
    if (auto done = BulkInsert<Label>(transaction).add(made); !done)
        return tl::unexpected(done.error());
    labels.append(made);
    return made.id;
}
