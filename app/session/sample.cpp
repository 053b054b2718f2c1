// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample.h"

#include "domain/user.h"
#include "storage/rowspec.h"
#include "storage/settingtable.h"

#include <QCoreApplication>
#include <QTimeZone>

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

Result<> Sample::write(Transaction &)
{
    return {};
}
