// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/fileintake.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace {
struct FileIntakeWords
{
    Q_DECLARE_TR_FUNCTIONS(FileIntake)
};

tl::unexpected<Error> unreadable(const QFile &file)
{
    return fail(Error::Code::Io,
        FileIntakeWords::tr("The file cannot be read: %1").arg(file.errorString()));
}

Result<FreshFile> readToAttach(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(Error::Code::NotFound, FileIntakeWords::tr("The file is not there any more."));
    if (!info.isFile())
        return fail(
            Error::Code::Rejected, FileIntakeWords::tr("This is no file. Add what is in it."));
    if (info.size() > MostAttachedBytes)
        return fail(Error::Code::Rejected,
            FileIntakeWords::tr("The file has %1, and at most %2 can be attached. Make it smaller, "
                                "or log where it is.")
                .arg(QLocale().formattedDataSize(info.size(), 1, QLocale::DataSizeSIFormat),
                    QLocale().formattedDataSize(MostAttachedBytes, 0, QLocale::DataSizeSIFormat)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file);
    FreshFile fresh;
    fresh.name = info.fileName();
    fresh.bytes = file.read(MostAttachedBytes + 1); // it may have grown
    if (file.error() != QFileDevice::NoError)
        return unreadable(file);
    if (fresh.bytes.size() > MostAttachedBytes)
        return fail(Error::Code::Rejected,
            FileIntakeWords::tr("The file is being written. Add it once it is complete."));
    fresh.checksum = QString::fromLatin1(
        QCryptographicHash::hash(fresh.bytes, QCryptographicHash::Sha256).toHex());
    return fresh;
}
} // namespace

FileArrival readFilesToAttach(const QStringList &paths)
{
    FileArrival arrival;
    for (const QString &path : paths) {
        auto fresh = readToAttach(path);
        if (fresh)
            arrival.files.append(std::move(*fresh));
        else
            arrival.refused.append({QFileInfo(path).fileName(), fresh.error()});
    }
    return arrival;
}
