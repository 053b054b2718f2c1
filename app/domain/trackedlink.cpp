// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/trackedlink.h"

#include "base/text.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// An address of the web, with its protocol or as people write it: example.com/page.
bool isWebAddress(const QString &link)
{
    const qsizetype colon = link.indexOf(u':');
    const qsizetype slash = link.indexOf(u'/');
    const QStringView scheme = QStringView(link).first(std::max<qsizetype>(colon, 0));
    if (scheme.compare(u"http", Qt::CaseInsensitive) == 0
        || scheme.compare(u"https", Qt::CaseInsensitive) == 0)
        return link.size() > colon + 3;
    const QStringView host = QStringView(link).first(slash < 0 ? link.size() : slash);
    const bool hasScheme = colon >= 0 && !host.contains(u'.');
    return !hasScheme && host.contains(u'.') && !host.contains(u'@') && !link.contains(u' ')
        && !link.startsWith(u'.');
}

QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QString nameOf(QStringView parameter)
{
    const QStringView name =
        parameter.first(parameter.contains(u'=') ? parameter.indexOf(u'=') : parameter.size());
    return QUrl::fromPercentEncoding(name.toUtf8()).toLower();
}
} // namespace

QString linkWord(const QString &name)
{
    QString word;
    const QString folded = foldText(name);
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            word += c;
        else if (!word.isEmpty() && !word.endsWith(u'-'))
            word += u'-';
    }
    if (word.endsWith(u'-'))
        word.chop(1);
    return word;
}

LinkTags linkTags(const Channel &channel, const Campaign *campaign)
{
    LinkTags tags;
    tags.source = channel.utmSource.isEmpty() ? channel.network : channel.utmSource;
    tags.medium = channel.utmMedium.isEmpty() ? u"social"_s : channel.utmMedium;
    if (campaign)
        tags.campaign =
            campaign->utmCampaign.isEmpty() ? linkWord(campaign->name) : campaign->utmCampaign;
    return tags;
}

QString taggedLink(const QString &link, const LinkTags &tags)
{
    if (!isWebAddress(link))
        return link;
    const qsizetype hash = link.indexOf(u'#');
    const QString address = hash < 0 ? link : link.first(hash);
    const qsizetype mark = address.indexOf(u'?');
    QStringList parameters;
    if (mark >= 0)
        parameters = address.sliced(mark + 1).split(u'&', Qt::SkipEmptyParts);
    const auto set = [&parameters](const QString &name, const QString &value) {
        if (value.isEmpty())
            return;
        parameters.removeIf(
            [&name](const QString &parameter) { return nameOf(parameter) == name; });
        parameters << name + u'=' + encoded(value);
    };
    set(u"utm_source"_s, tags.source);
    set(u"utm_medium"_s, tags.medium);
    set(u"utm_campaign"_s, tags.campaign);
    const QString path = mark < 0 ? address : address.first(mark);
    return path + (parameters.isEmpty() ? QString() : u'?' + parameters.join(u'&'))
        + (hash < 0 ? QString() : link.sliced(hash));
}
