// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/placeholders.h"

namespace {
constexpr qsizetype LongestName = 40;

bool isWithin(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() || c == u'-' || c == u'_';
}

/// Where the name that begins at \a start ends, or -1 where none does.
qsizetype endOfName(QStringView text, qsizetype start)
{
    if (start >= text.size() || !text.at(start).isLetter())
        return -1;
    for (qsizetype i = start; i < text.size() && i - start <= LongestName; ++i) {
        const QChar c = text.at(i);
        if (c == u'}')
            return text.at(i - 1) == u' ' ? -1 : i;
        const bool isDoubleSpace = c == u' ' && text.at(i - 1) == u' ';
        if (isDoubleSpace || (c != u' ' && !isWithin(c)))
            return -1;
    }
    return -1;
}
} // namespace

QList<Placeholder> findPlaceholders(QStringView text)
{
    QList<Placeholder> found;
    for (qsizetype at = text.indexOf(u'{'); at >= 0; at = text.indexOf(u'{', at + 1)) {
        const qsizetype end = endOfName(text, at + 1);
        if (end < 0)
            continue;
        found.append({at, end + 1, text.sliced(at + 1, end - at - 1).toString().toLower()});
        at = end;
    }
    return found;
}

QString withPlaceholders(const QString &text, const QHash<QString, QString> &values)
{
    QString result;
    qsizetype from = 0;
    const QList<Placeholder> placeholders = findPlaceholders(text);
    for (const Placeholder &placeholder : placeholders) {
        const auto value = values.constFind(placeholder.name);
        if (value == values.cend())
            continue;
        result += QStringView(text).sliced(from, placeholder.start - from);
        result += *value;
        from = placeholder.end;
    }
    result += QStringView(text).sliced(from);
    return result;
}

QList<Placeholder> openPlaceholders(QStringView words, bool hasLink)
{
    QList<Placeholder> found = findPlaceholders(words);
    if (hasLink)
        found.removeIf([](const Placeholder &one) { return one.name == LinkPlaceholder; });
    return found;
}
