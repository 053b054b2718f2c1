// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zonenames.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

QString ianaZone(const QString &name)
{
    QString bare = name.trimmed();
    bare.remove(u'"');
    if (bare.isEmpty())
        return {};
    const QStringList parts = bare.split(u'/', Qt::SkipEmptyParts);
    // "America/Indiana/Knox" has three parts, "Europe/Berlin" two, "UTC" one.
    for (qsizetype count = std::min<qsizetype>(3, parts.size()); count > 0; --count) {
        QString candidate = parts.last(count).join(u'/');
        if (QTimeZone::isTimeZoneIdAvailable(candidate.toUtf8()))
            return candidate;
    }
    return QString::fromUtf8(QTimeZone::windowsIdToDefaultIanaId(bare.toUtf8()));
}

QTimeZone zoneNamed(const QString &iana, const QTimeZone &fallback)
{
    if (iana.isEmpty())
        return fallback;
    const QTimeZone named(iana.toUtf8());
    return named.isValid() ? named : fallback;
}
