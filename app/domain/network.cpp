// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct NetworkWords
{
    Q_DECLARE_TR_FUNCTIONS(NetworkTable)
};

/// Reads the members of one row and keeps the first complaint.
class Row
{
public:
    explicit Row(const QJsonValue &value)
        : m_object(value.toObject())
    {
        if (!value.isObject())
            complain(NetworkWords::tr("is not an object"));
    }

    QString text(QLatin1String name)
    {
        QString value = m_object.value(name).toString();
        if (value.isEmpty())
            complain(NetworkWords::tr("has no “%1”").arg(name));
        return value;
    }
    [[nodiscard]] QString optionalText(QLatin1String name) const
    {
        return m_object.value(name).toString();
    }
    qsizetype number(QLatin1String name)
    {
        const QJsonValue value = m_object.value(name);
        const qint64 number = value.toInteger(-1);
        if (number < 1 || double(number) != value.toDouble())
            complain(NetworkWords::tr("has a “%1” that is not a whole number above 0").arg(name));
        return qsizetype(number);
    }
    template<typename E>
    E word(QLatin1String name)
    {
        const QString value = text(name);
        const auto found = fromText<E>(value);
        if (!found && !value.isEmpty())
            complain(NetworkWords::tr("has an unknown “%1”: %2").arg(name, value));
        return found.value_or(E {});
    }
    [[nodiscard]] QJsonArray list(QLatin1String name) const
    {
        return m_object.value(name).toArray();
    }
    void complain(const QString &reason)
    {
        if (m_reason.isEmpty())
            m_reason = reason;
    }
    [[nodiscard]] const QString &reason() const { return m_reason; }

private:
    QJsonObject m_object;
    QString m_reason;
};

tl::unexpected<Error> faulty(const QString &row, const QString &reason)
{
    return fail(Error::Code::Rejected,
        NetworkWords::tr("The table of networks is faulty: %1 %2.").arg(row, reason));
}

Result<Network> readNetwork(const QJsonValue &value, qsizetype number)
{
    Row row(value);
    Network network;
    network.key = row.text("key"_L1);
    network.name = row.text("name"_L1);
    network.sign = row.text("sign"_L1);
    if (network.sign.size() > 2)
        row.complain(NetworkWords::tr("has a “sign” of more than 2 letters"));
    const QJsonArray aliases = row.list("aliases"_L1);
    for (const auto &alias : aliases)
        network.aliases.append(alias.toString());
    const QJsonArray surfaces = row.list("surfaces"_L1);
    for (const auto &surface : surfaces) {
        if (const auto known = fromText<Surface>(surface.toString()))
            network.surfaces.append(*known);
        else
            row.complain(NetworkWords::tr("has an unknown surface: %1").arg(surface.toString()));
    }
    if (!row.reason().isEmpty())
        return faulty(
            NetworkWords::tr("network %1 (%2)").arg(number).arg(network.key), row.reason());
    return network;
}

/// Empty where \a limit fits the table; the same rules hold for rows and overrides.
QString complaint(const Limit &limit, const QSet<QString> &keys)
{
    static const QRegularExpression date(u"^\\d{4}-\\d{2}(-\\d{2})?$"_s);
    if (!keys.contains(limit.network))
        return NetworkWords::tr("names an unknown network");
    if (limit.surface != TimelineSurface && !fromText<Surface>(limit.surface))
        return NetworkWords::tr("names an unknown surface");
    if (limit.field.isEmpty())
        return NetworkWords::tr("names no field");
    if (limit.limit < 1)
        return NetworkWords::tr("has a “%1” that is not a whole number above 0").arg("limit"_L1);
    if (!limit.read.isEmpty() && !date.match(limit.read).hasMatch())
        return NetworkWords::tr("has a “%1” that is no date").arg("read"_L1);
    return {};
}

QString describe(qsizetype number, const Limit &limit)
{
    return NetworkWords::tr("limit %1 (%2, %3, %4)")
        .arg(number)
        .arg(limit.network, limit.surface, limit.field);
}

Result<Limit> readLimit(const QJsonValue &value, qsizetype number, const QSet<QString> &keys)
{
    Row row(value);
    Limit limit;
    limit.network = row.text("network"_L1);
    limit.surface = row.text("surface"_L1);
    limit.field = row.text("field"_L1);
    limit.limit = row.number("limit"_L1);
    limit.unit = row.word<CountUnit>("unit"_L1);
    limit.rule = row.word<CountingRule>("rule"_L1);
    limit.kind = row.word<LimitKind>("kind"_L1);
    limit.source = row.text("source"_L1);
    limit.read = row.text("read"_L1);
    limit.confidence = row.word<Confidence>("confidence"_L1);
    limit.note = row.optionalText("note"_L1);
    if (row.reason().isEmpty())
        row.complain(complaint(limit, keys));
    if (!row.reason().isEmpty())
        return faulty(describe(number, limit), row.reason());
    return limit;
}

bool isSameRow(const Limit &a, const Limit &b)
{
    return a.network == b.network && a.surface == b.surface && a.field == b.field
        && a.rule == b.rule && a.kind == b.kind;
}

Result<> applyOverrides(
    NetworkTable &table, const QList<Limit> &overrides, const QSet<QString> &keys)
{
    for (qsizetype i = 0; i < overrides.size(); ++i) {
        const Limit &own = overrides.at(i);
        if (const QString reason = complaint(own, keys); !reason.isEmpty())
            return faulty(NetworkWords::tr("own %1").arg(describe(i + 1, own)), reason);
        const auto row = std::ranges::find_if(
            table.limits, [&own](const Limit &limit) { return isSameRow(limit, own); });
        if (row != table.limits.end())
            *row = own;
        else
            table.limits.append(own);
    }
    return {};
}
} // namespace

const Network *NetworkTable::find(QStringView key) const
{
    const auto network = std::ranges::find(networks, key, &Network::key);
    return network == networks.end() ? nullptr : &*network;
}

const Network *NetworkTable::findNamed(QStringView name) const
{
    const QString wanted = foldText(name.trimmed());
    const auto network = std::ranges::find_if(networks, [&wanted](const Network &known) {
        return known.key == wanted || foldText(known.name) == wanted
            || known.aliases.contains(wanted);
    });
    return network == networks.end() ? nullptr : &*network;
}

QList<Limit> NetworkTable::limitsOf(
    QStringView network, QStringView surface, QStringView field) const
{
    QList<Limit> found;
    for (const LimitKind kind : {LimitKind::Hard, LimitKind::Soft}) {
        for (const Limit &limit : limits) {
            if (limit.kind == kind && limit.network == network && limit.surface == surface
                && limit.field == field)
                found.append(limit);
        }
    }
    return found;
}

QString NetworkTable::nameOf(const QString &key) const
{
    const Network *network = find(key);
    return network ? network->name : key;
}

QString NetworkTable::signOf(const QString &key) const
{
    const Network *network = find(key);
    return network ? network->sign : key.left(2);
}

Result<NetworkTable> parseNetworks(const QByteArray &json, const QList<Limit> &overrides)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Code::Rejected,
            NetworkWords::tr("The table of networks cannot be read: %1 (at byte %2).")
                .arg(error.errorString())
                .arg(error.offset));
    NetworkTable table;
    QSet<QString> keys;
    const QJsonArray networks = document.object().value("networks"_L1).toArray();
    if (networks.isEmpty())
        return fail(Error::Code::Rejected, NetworkWords::tr("The table of networks is empty."));
    for (qsizetype i = 0; i < networks.size(); ++i) {
        auto network = readNetwork(networks.at(i), i + 1);
        if (!network)
            return tl::unexpected(network.error());
        if (keys.contains(network->key))
            return faulty(NetworkWords::tr("network %1 (%2)").arg(i + 1).arg(network->key),
                NetworkWords::tr("stands twice"));
        keys.insert(network->key);
        table.networks.append(*network);
    }
    const QJsonArray limits = document.object().value("limits"_L1).toArray();
    for (qsizetype i = 0; i < limits.size(); ++i) {
        auto limit = readLimit(limits.at(i), i + 1, keys);
        if (!limit)
            return tl::unexpected(limit.error());
        const auto twin = std::ranges::find_if(
            table.limits, [&limit](const Limit &other) { return isSameRow(other, *limit); });
        if (twin != table.limits.end())
            return faulty(describe(i + 1, *limit), NetworkWords::tr("stands twice"));
        table.limits.append(*limit);
    }
    if (auto done = applyOverrides(table, overrides, keys); !done)
        return tl::unexpected(done.error());
    return table;
}

Result<NetworkTable> builtInNetworks(const QList<Limit> &overrides)
{
    QFile file(u":/pullpush/networks.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Code::NotFound, NetworkWords::tr("The table of networks is missing."),
            file.errorString());
    return parseNetworks(file.readAll(), overrides);
}
