// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/homework.h"
#include "domain/prospect.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

/// Whom a snippet is said to, and by whom.
struct SnippetPerson
{
    Prospect prospect;
    std::optional<Company> company;
    QList<Fact> facts; ///< found out about them
    QString sender; ///< who says it
};

/// What placeholders of a snippet for conversations stand for: {first_name}, {last_name}, {name}, {title}, {company}, {sender}, {need}, {why_now} and
/// {feature} (told last), each also with a space instead of the underscore. A name without parts gives its first word as the first name. What is not
/// known is left out.
[[nodiscard]] QHash<QString, QString> snippetWords(const SnippetPerson &person);
/// A name for a snippet with \a text: its first words, at most 40 characters.
[[nodiscard]] QString snippetNameFor(const QString &text);
