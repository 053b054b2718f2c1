// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/networktraits.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {
QHash<QString, NetworkTraits> readAll()
{
    QHash<QString, NetworkTraits> all;
    QFile file(u":/pullpush/networks.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    const QJsonArray networks =
        QJsonDocument::fromJson(file.readAll()).object().value("networks"_L1).toArray();
    for (const auto &value : networks) {
        const QJsonObject network = value.toObject();
        all.insert(network.value("key"_L1).toString(),
            {network.value("threads"_L1).toBool(), network.value("forbidden"_L1).toString()});
    }
    return all;
}
} // namespace

NetworkTraits traitsOf(QStringView network)
{
    static const QHash<QString, NetworkTraits> all = readAll();
    return all.value(network.toString());
}
