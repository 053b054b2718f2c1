// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/zonewords.h"

#include <QCoreApplication>

QString placeOf(const QByteArray &zone)
{
    return QString::fromUtf8(zone).section(u'/', -1).replace(u'_', u' ');
}

QString nameOf(const ShownZone &zone)
{
    if (zone.kind() == ShownZone::Kind::Audience)
        return QCoreApplication::translate("Zone", "Audience");
    return placeOf(zone.base().id());
}
