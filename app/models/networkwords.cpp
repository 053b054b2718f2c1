// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/networkwords.h"

#include "domain/network.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
struct NetworkWords
{
    Q_DECLARE_TR_FUNCTIONS(ProspectLook)
};

const NetworkTable &knownNetworks()
{
    static const NetworkTable networks = builtInNetworks().value_or(NetworkTable());
    return networks;
}
} // namespace

QString networkWord(const QString &key)
{
    if (key == "whatsapp"_L1)
        return u"WhatsApp"_s;
    if (key == "email"_L1)
        return NetworkWords::tr("E-mail");
    if (key == "phone"_L1)
        return NetworkWords::tr("Phone");
    if (key == "web"_L1)
        return NetworkWords::tr("Web");
    return knownNetworks().nameOf(key);
}

QStringList handleNetworks()
{
    QStringList keys;
    for (const Network &network : knownNetworks().networks)
        keys << network.key;
    return keys << u"whatsapp"_s << u"email"_s << u"phone"_s << u"web"_s;
}
