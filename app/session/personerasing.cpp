// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/personerasing.h"

#include "base/whenready.h"
#include "session/workspace.h"
#include "storage/database.h"
#include "storage/prospecttable.h"
#include "storage/visibleerasure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace {
/// Of whom the viewer may know; else it is as if there were nobody.
Result<ErasureCounts> countFor(Connection &connection, ProspectId id)
{
    const auto known = ProspectTable::find(connection, id);
    if (!known)
        return tl::unexpected(known.error());
    if (!*known)
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("PersonErasing", "This prospect no longer exists."));
    return Erasure::preview(connection, id);
}

/// Copies that the program itself made of the workspace, or that lie beside it under its name.
QStringList copiesOf(const Location &location)
{
    if (location.backend != Location::Backend::Sqlite)
        return {};
    const QFileInfo file(location.file);
    return file.dir().entryList(
        {file.fileName() + ".*backup*"_L1, file.completeBaseName() + "*.backup"_L1}, QDir::Files,
        QDir::Name);
}

Result<ErasedPerson> erase(const std::shared_ptr<Database> &database, ProspectId id)
{
    const auto counts =
        database
            ->write([id](Transaction &transaction) {
                return countFor(transaction.connection(), id)
                    .and_then([&](const ErasureCounts &seen) {
                        return Erasure::person(transaction, id).map([&seen](const ErasureCounts &) {
                            return seen;
                        });
                    });
            })
            .result();
    if (!counts)
        return tl::unexpected(counts.error());
    ErasedPerson erased {*counts, copiesOf(database->location()), {}};
    const auto compacted =
        database->maintain([](Connection &connection) { return Erasure::compact(connection); })
            .result();
    if (!compacted)
        erased.remark = compacted.error().message;
    return erased;
}
} // namespace

void PersonErasing::preview(Workspace &workspace, ProspectId id, QObject *context,
    std::function<void(Result<ErasureCounts>)> ready)
{
    whenReady(workspace.database()->read(
                  [id](Connection &connection) { return countFor(connection, id); }),
        context, std::move(ready));
}

void PersonErasing::run(Workspace &workspace, ProspectId id, QObject *context,
    std::function<void(Result<ErasedPerson>)> done)
{
    auto erasing =
        QtConcurrent::run([database = workspace.database(), id] { return erase(database, id); });
    whenReady(erasing, &workspace, [&workspace, id](const Result<ErasedPerson> &erased) {
        // Steps on the stack may hold what is gone, and would bring it back.
        if (erased || erased.error().code == Error::Code::Unconfirmed)
            workspace.undoStack()->clear();
        if (erased)
            emit workspace.personErased(id);
    });
    whenReady(erasing, context, std::move(done));
}

Result<ErasureCounts> PersonErasing::previewNow(const Workspace &workspace, ProspectId id)
{
    return workspace.database()
        ->read([id](Connection &connection) { return countFor(connection, id); })
        .result();
}

Result<ErasedPerson> PersonErasing::runNow(Workspace &workspace, ProspectId id)
{
    auto erased = erase(workspace.database(), id);
    if (erased) {
        workspace.undoStack()->clear();
        emit workspace.personErased(id);
    }
    return erased;
}
