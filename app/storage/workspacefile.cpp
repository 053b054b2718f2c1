// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspacefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {
struct FileWords
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceFile)
};

struct Header
{
    qint64 pageSize = 0;
    qint64 pages = 0;
    bool pagesKnown = false;
    qint32 applicationId = 0;
};

// Offsets of the database header: https://www.sqlite.org/fileformat.html, section 1.3.
Result<Header> readHeader(QFile &file)
{
    const QByteArray bytes = file.read(100);
    if (bytes.size() < 100 || !bytes.startsWith(QByteArray("SQLite format 3\0", 16)))
        return fail(Error::Code::Rejected,
            FileWords::tr("“%1” is not a Pullpush workspace.").arg(QFileInfo(file).fileName()));
    const auto big32 = [&bytes](int at) { return qFromBigEndian<quint32>(bytes.constData() + at); };
    Header header;
    const auto size = qFromBigEndian<quint16>(bytes.constData() + 16);
    header.pageSize = size == 1 ? 65536 : size;
    header.pages = big32(28);
    header.pagesKnown =
        big32(24) == big32(92); // the count is valid only where the two change counters agree
    header.applicationId = qint32(big32(68));
    return header;
}
} // namespace

Result<> WorkspaceFile::check(const QString &path)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return fail(Error::Code::NotFound, FileWords::tr("There is no file “%1”.").arg(path));
    if (!info.isFile())
        return fail(
            Error::Code::Rejected, FileWords::tr("“%1” is a folder, not a workspace.").arg(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::Io,
            FileWords::tr("“%1” cannot be read: %2").arg(name, file.errorString()));
    if (file.size() == 0)
        return fail(Error::Code::Rejected,
            FileWords::tr("“%1” is empty, so it is not a Pullpush workspace.").arg(name));
    const auto header = readHeader(file);
    if (!header)
        return tl::unexpected(header.error());
    const bool hasWal = QFileInfo(path + "-wal"_L1).size() > 0;
    if (header->applicationId != ApplicationId && !hasWal)
        return fail(Error::Code::Rejected,
            FileWords::tr("“%1” is a database of another program, not a Pullpush workspace.")
                .arg(name));
    if (header->pagesKnown && !hasWal && header->pages * header->pageSize > file.size())
        return fail(Error::Code::Corrupt,
            FileWords::tr(
                "“%1” is cut off: it should have %2 bytes and has %3. Nothing was changed; open a "
                "backup copy.")
                .arg(name)
                .arg(header->pages * header->pageSize)
                .arg(file.size()));
    return {};
}

Result<> WorkspaceFile::checkNew(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && info.size() > 0)
        return fail(Error::Code::Rejected,
            FileWords::tr("“%1” exists already. Nothing was changed; choose another name.")
                .arg(info.fileName()));
    if (!info.absoluteDir().exists())
        return fail(
            Error::Code::Io, FileWords::tr("There is no folder “%1”.").arg(info.absolutePath()));
    return {};
}

Result<> WorkspaceFile::stamp(Connection &connection)
{
    if (!connection.dialect().isSqlite())
        return {};
    auto done = connection.execute(u"PRAGMA application_id = %1"_s.arg(ApplicationId));
    return done ? Result<>() : tl::unexpected(done.error());
}

Result<> WorkspaceFile::verify(Connection &connection, bool quick)
{
    if (!connection.dialect().isSqlite())
        return {};
    auto stamped = connection.number(u"PRAGMA application_id"_s);
    if (!stamped)
        return tl::unexpected(stamped.error());
    if (stamped->value_or(0) != ApplicationId)
        return fail(Error::Code::Rejected,
            FileWords::tr("This is a database of another program, not a Pullpush workspace."));
    auto rows =
        connection.select(quick ? u"PRAGMA quick_check(20)"_s : u"PRAGMA integrity_check(20)"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    int faults = 0;
    while (rows->next())
        faults += rows->text(0) == "ok"_L1 ? 0 : 1;
    if (faults > 0)
        return fail(Error::Code::Corrupt,
            FileWords::tr(
                "The workspace file is damaged (%1 faults found). Nothing was changed; open a "
                "backup copy.")
                .arg(faults));
    return {};
}

Result<> WorkspaceFile::backup(Connection &connection, const QString &target)
{
    if (!connection.dialect().isSqlite())
        return fail(Error::Code::Rejected,
            FileWords::tr("A server's database is backed up with the server's own tools."));
    if (QFileInfo::exists(target))
        return fail(Error::Code::Rejected,
            FileWords::tr("“%1” exists already. Nothing was changed.")
                .arg(QFileInfo(target).fileName()));
    sqlite3 *copy = nullptr;
    int code = sqlite3_open(QFile::encodeName(target).constData(), &copy);
    if (code == SQLITE_OK) {
        if (sqlite3_backup *running =
                sqlite3_backup_init(copy, "main", connection.sqlite(), "main")) {
            code = sqlite3_backup_step(running, -1);
            sqlite3_backup_finish(running);
        } else {
            code = sqlite3_errcode(copy);
        }
    }
    sqlite3_close(copy);
    if (code == SQLITE_DONE)
        return {};
    QFile::remove(target);
    return fail(Error::Code::Io,
        FileWords::tr("The copy could not be written; there is no incomplete one left."),
        u"sqlite %1"_s.arg(code));
}
