// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"

#include <QString>

/// How a network counts a text. Sources: the table of networks, where each limit names its own.
enum class CountingRule {
    Graphemes, ///< extended grapheme clusters
    CodePoints,
    Utf16, ///< UTF-16 code units
    Utf8Bytes,
    XWeighted, ///< twitter-text 3: NFC, a link 23, an emoji 2, Latin and general punctuation 1, all
    ///< else 2
    Mastodon, ///< grapheme clusters; a link with protocol 23, of a mention only the name on the own
    ///< server
    Threads, ///< code points; an emoji as many as it has UTF-8 bytes
    LinkedInEscaped, ///< code points; characters that the interface for programs escapes cost 2
    Hashtags,
    Mentions,
    Links,
};

template<>
struct EnumText<CountingRule>
{
    static constexpr std::pair<CountingRule, std::string_view> values[] {
        {CountingRule::Graphemes, "graphemes"},
        {CountingRule::CodePoints, "code-points"},
        {CountingRule::Utf16, "utf-16"},
        {CountingRule::Utf8Bytes, "utf-8"},
        {CountingRule::XWeighted, "x-weighted"},
        {CountingRule::Mastodon, "mastodon"},
        {CountingRule::Threads, "threads"},
        {CountingRule::LinkedInEscaped, "linkedin-escaped"},
        {CountingRule::Hashtags, "hashtags"},
        {CountingRule::Mentions, "mentions"},
        {CountingRule::Links, "links"},
    };
};

/// What a count is called when it is shown.
enum class CountUnit { Graphemes, Characters, Utf16, Bytes, Weighted, Hashtags, Mentions, Links };

template<>
struct EnumText<CountUnit>
{
    static constexpr std::pair<CountUnit, std::string_view> values[] {
        {CountUnit::Graphemes, "graphemes"},
        {CountUnit::Characters, "characters"},
        {CountUnit::Utf16, "utf-16"},
        {CountUnit::Bytes, "bytes"},
        {CountUnit::Weighted, "weighted"},
        {CountUnit::Hashtags, "hashtags"},
        {CountUnit::Mentions, "mentions"},
        {CountUnit::Links, "links"},
    };
};

/// No limit.
inline constexpr qsizetype NoLimit = -1;

struct Count
{
    qsizetype length = 0;
    qsizetype limit = NoLimit;
    CountUnit unit = CountUnit::Characters;
    bool valid = true; ///< length <= limit, or no limit
    qsizetype overAt = -1; ///< UTF-16 offset of the first grapheme cluster or entity that no longer
        ///< fits; -1 while valid

    friend bool operator==(const Count &, const Count &) = default;
};

/// The unit in which \a rule counts.
[[nodiscard]] CountUnit unitOf(CountingRule rule);
/// Whether \a rule counts entities (hashtags, mentions, links) instead of length.
[[nodiscard]] bool countsEntities(CountingRule rule);
/// The length of \a text by \a rule, against \a limit (0 or more, or NoLimit). Linear in the text.
[[nodiscard]] Count count(const QString &text, CountingRule rule, qsizetype limit = NoLimit);
