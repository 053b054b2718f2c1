// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

/// A name in braces that stands for words: {name}. Offsets are UTF-16 and enclose the braces.
struct Placeholder
{
    qsizetype start = 0;
    qsizetype end = 0;
    QString name; ///< in lower case

    friend bool operator==(const Placeholder &, const Placeholder &) = default;
};

/// The placeholder that stands for the post's link, whenever the words are shown as they go out.
inline constexpr QStringView LinkPlaceholder = u"link";

/// All placeholders of \a text in their order. A name begins with a letter and holds letters, digits, single spaces, hyphens and underscores, 40
/// characters at most; braces around anything else are just braces.
[[nodiscard]] QList<Placeholder> findPlaceholders(QStringView text);
/// \a text with the values of those placeholders whose name is in \a values (in lower case); the others stay. Values are not looked
/// at again.
[[nodiscard]] QString withPlaceholders(const QString &text, const QHash<QString, QString> &values);
/// The placeholders of \a words that stand for nothing: all but the link's, and that too where \a hasLink is false.
[[nodiscard]] QList<Placeholder> openPlaceholders(QStringView words, bool hasLink);
