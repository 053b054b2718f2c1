// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample.h"

#include "domain/user.h"
#include "session/samplewriter.h"
#include "storage/rowspec.h"
#include "storage/settingtable.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

Result<> Sample::writeBasics(Transaction &transaction, const QByteArray &zone)
{
    const QByteArray chosen = zone.isEmpty() ? QTimeZone::systemTimeZoneId() : zone;
    if (!QTimeZone(chosen).isValid())
        return fail(Error::Code::Rejected,
            QCoreApplication::translate("Workspace", "There is no time zone “%1”.")
                .arg(QString::fromUtf8(chosen)));
    User self;
    self.id = UserId(1);
    self.login = qEnvironmentVariable("USER", u"me"_s);
    self.name = self.login;
    return applyEdit(transaction, insertion(self)).and_then([&] {
        return SettingTable::set(transaction, u"zone"_s, QString::fromUtf8(chosen));
    });
}

Result<> Sample::write(Transaction &transaction, const QTimeZone &zone)
{
    QFile file(u":/pullpush/sample.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::NotFound,
            QCoreApplication::translate("Workspace", "The sample is not part of this program."));
    return SampleWriter(transaction, zone, QJsonDocument::fromJson(file.readAll()).object())
        .write();
}
