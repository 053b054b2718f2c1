// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/location.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

QString Location::displayName() const
{
    if (backend == Backend::Sqlite)
        return QFileInfo(file).completeBaseName();
    return database + u'@' + host;
}

Result<Location> parseLocation(const QString &text)
{
    if (text.isEmpty())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Location", "No workspace was named."));
    if (!text.startsWith("postgresql:"_L1) && !text.startsWith("postgres:"_L1)) {
        Location location;
        location.file = QFileInfo(text).absoluteFilePath();
        return location;
    }
    const QUrl url(text);
    Location location;
    location.backend = Location::Backend::Postgres;
    location.host = url.host();
    location.port = url.port(5432);
    location.user = url.userName();
    location.password = url.password();
    location.database = url.path().mid(1);
    if (!url.isValid() || location.host.isEmpty() || location.database.isEmpty())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate(
                "Location", "A server is written as postgresql://user@host:port/database."));
    return location;
}
