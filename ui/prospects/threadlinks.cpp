// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadlinks.h"

#include "domain/textentities.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

QList<ThreadLink> threadLinks(QStringView text)
{
    QList<ThreadLink> links;
    if (!text.contains(u'.'))
        return links;
    const TextEntities entities = findEntities(text);
    for (const TextEntity &entity : entities) {
        if (entity.kind != TextEntity::Kind::Link)
            continue;
        const QString words = text.mid(entity.start, entity.end - entity.start).toString();
        const QUrl target(entity.hasProtocol ? words : "https://"_L1 + words, QUrl::TolerantMode);
        const bool isSafe = target.scheme() == "https"_L1 || target.scheme() == "http"_L1;
        if (target.isValid() && isSafe)
            links.append({int(entity.start), int(entity.end - entity.start), target});
    }
    if (!text.contains(u'@'))
        return links;
    static const QRegularExpression address(uR"((?:\bmailto:)?[\w.%+-]+@[\w-]+(?:\.[\w-]+)+)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    auto matches = address.globalMatch(text.toString());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const auto start = int(match.capturedStart());
        const auto end = int(match.capturedEnd());
        const bool isPart = std::ranges::any_of(links, [start, end](const ThreadLink &link) {
            return start < link.start + link.length && link.start < end;
        });
        QString to = match.captured();
        to.remove("mailto:"_L1);
        QUrl target;
        target.setScheme(u"mailto"_s);
        target.setPath(to);
        if (!isPart && target.isValid())
            links.append({start, end - start, target});
    }
    std::ranges::sort(links, {}, &ThreadLink::start);
    return links;
}
