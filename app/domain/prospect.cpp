// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"

#include "base/text.h"

using namespace Qt::StringLiterals;

QString normalisedHandle(const QString &network, const QString &value)
{
    if (network == "phone"_L1 || network == "whatsapp"_L1) {
        QString digits;
        for (const QChar c : value) {
            if (c.isDigit() || (c == u'+' && digits.isEmpty()))
                digits += c;
        }
        return digits.isEmpty() ? foldText(value) : digits;
    }
    QString folded = foldText(value);
    if (folded.startsWith(u'@'))
        folded.remove(0, 1);
    return folded;
}

QString displayName(const Prospect &prospect)
{
    if (!prospect.name.isEmpty())
        return prospect.name;
    return (prospect.firstName + u' ' + prospect.lastName).trimmed();
}
