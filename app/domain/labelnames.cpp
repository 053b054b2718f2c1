// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/labelnames.h"

#include "base/text.h"

#include <QSet>

using namespace Qt::StringLiterals;

QStringList labelNames(const QString &text)
{
    QString parted = text;
    parted.replace(":::"_L1, ","_L1).replace(u';', u',').replace(u'\n', u',');
    QStringList names;
    QSet<QString> seen;
    for (const QString &part : parted.split(u',', Qt::SkipEmptyParts)) {
        QString name = part.simplified();
        if (name.startsWith("* "_L1))
            name = name.sliced(2);
        const QString folded = foldText(name);
        if (folded.isEmpty() || seen.contains(folded))
            continue;
        seen.insert(folded);
        names << name;
    }
    return names;
}
