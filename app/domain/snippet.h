// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

/// What a snippet is for.
/// A conversation's is for one person, with {first_name} and the like.
enum class SnippetUse { Hashtags, SignOff, Template, Conversation };

template<>
struct EnumText<SnippetUse>
{
    static constexpr std::pair<SnippetUse, std::string_view> values[] {
        {SnippetUse::Hashtags, "hashtags"}, {SnippetUse::SignOff, "sign-off"},
        {SnippetUse::Template, "template"}, {SnippetUse::Conversation, "conversation"}};
};

/// Reusable text with placeholders.
struct Snippet
{
    SnippetId id;
    SnippetUse use = SnippetUse::Template;
    QString name;
    QString text;
    QString network = {}; ///< the key of the network that it is for; empty: all
    int position = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const Snippet &, const Snippet &) = default;
};

/// A word that the team writes and no dictionary knows.
struct DictionaryWord
{
    DictionaryWordId id;
    QString language; ///< as dictionaries are named ("de_AT"); empty: all
    QString word;
    qint64 rowVersion = 1;

    friend bool operator==(const DictionaryWord &, const DictionaryWord &) = default;
};
