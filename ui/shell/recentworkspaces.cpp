// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/recentworkspaces.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostKept = 10;
constexpr auto ListKey = "recent"_L1;

void write(QSettings &settings, const QList<RecentWorkspace> &list)
{
    settings.beginWriteArray(ListKey, static_cast<int>(list.size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        settings.setArrayIndex(static_cast<int>(i));
        settings.setValue(u"location"_s, list.at(i).location);
        settings.setValue(u"opened"_s, list.at(i).opened);
        settings.setValue(u"title"_s, list.at(i).title);
    }
    settings.endArray();
}

} // namespace

bool isServer(const QString &location)
{
    return location.startsWith("postgresql:"_L1) || location.startsWith("postgres:"_L1);
}

QString RecentWorkspace::name() const
{
    if (!title.isEmpty())
        return title;
    if (isServer(location))
        return QUrl(location).path().mid(1);
    return QFileInfo(location).completeBaseName();
}

QString RecentWorkspace::place() const
{
    if (isServer(location))
        return QUrl(location).host();
    const QString folder = QDir::toNativeSeparators(QFileInfo(location).absolutePath());
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    return folder.startsWith(home) ? u'~' + folder.mid(home.size()) : folder;
}

bool RecentWorkspace::isMissing() const
{
    return !isServer(location) && !QFileInfo::exists(location);
}

namespace RecentWorkspaces {

QList<RecentWorkspace> read(QSettings &settings)
{
    QList<RecentWorkspace> list;
    const int count = settings.beginReadArray(ListKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const RecentWorkspace entry {settings.value(u"location"_s).toString(),
            settings.value(u"opened"_s).toLongLong(), settings.value(u"title"_s).toString()};
        if (!entry.location.isEmpty())
            list.append(entry);
    }
    settings.endArray();
    return list;
}

void remember(QSettings &settings, const QString &location, qint64 now, const QString &title)
{
    QString kept = location;
    if (isServer(location)) {
        QUrl address(location);
        address.setPassword(QString());
        kept = address.toString();
    }
    QList<RecentWorkspace> list = read(settings);
    list.removeIf([&kept](const RecentWorkspace &entry) { return entry.location == kept; });
    list.prepend({kept, now, title});
    if (list.size() > MostKept)
        list.resize(MostKept);
    write(settings, list);
}

void forget(QSettings &settings, const QString &location)
{
    QList<RecentWorkspace> list = read(settings);
    list.removeIf([&location](const RecentWorkspace &entry) { return entry.location == location; });
    settings.remove(ListKey); // a shorter array leaves no tail
    write(settings, list);
}

} // namespace RecentWorkspaces
