// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/erasure.h"
#include "domain/ids.h"

#include <QStringList>

#include <functional>

class QObject;
class Workspace;

/// What was erased, and what the program cannot reach.
struct ErasedPerson
{
    ErasureCounts counts; ///< of what the viewer could see
    QStringList copies; ///< copies of the workspace beside it, which still hold the person
    QString remark; ///< empty, or why traces may stay for a while
};

/// Erases one person for good, everywhere in the workspace. Nothing brings them back: the undo stack is emptied, since its steps hold what is gone, and
/// Workspace::personErased() tells whoever keeps drafts.
namespace PersonErasing {
/// What the viewer can see of what would go.
void preview(Workspace &workspace, ProspectId id, QObject *context,
    std::function<void(Result<ErasureCounts>)> ready);
/// \a done is called on \a context's thread. Errors: NotFound, also for whom the viewer may not know of; Rejected, Busy, Io: then nothing was changed.
void run(Workspace &workspace, ProspectId id, QObject *context,
    std::function<void(Result<ErasedPerson>)> done);
/// The same for the command line, which waits.
[[nodiscard]] Result<ErasureCounts> previewNow(const Workspace &workspace, ProspectId id);
[[nodiscard]] Result<ErasedPerson> runNow(Workspace &workspace, ProspectId id);
} // namespace PersonErasing
