// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/channel.h"
#include "domain/post.h"

#include <QList>
#include <QString>

/// Words as they go out, and where each of them stands in what was written.
class ResolvedWords
{
public:
    ResolvedWords() = default;
    /// \a written with \a link in the place of each {link}; an empty link leaves it as it is.
    ResolvedWords(const QString &written, const QString &link);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Offset in what was written, of \a offset in text(); within the link, where its placeholder begins. -1 stays -1.
    [[nodiscard]] qsizetype writtenAt(qsizetype offset) const;
    /// The same for an end: within the link, where its placeholder ends.
    [[nodiscard]] qsizetype writtenEnd(qsizetype offset) const;

    friend bool operator==(const ResolvedWords &, const ResolvedWords &) = default;

private:
    struct Replaced
    {
        qsizetype start = 0; ///< in the text
        qsizetype end = 0;
        qsizetype writtenStart = 0;
        qsizetype writtenEnd = 0;

        friend bool operator==(const Replaced &, const Replaced &) = default;
    };

    QString m_text;
    QList<Replaced> m_replaced;
};

/// Where \a post leads for readers of \a channel: its link, tagged for the channel where the post wants that. \a campaigns may hold others than the post's.
[[nodiscard]] QString linkFor(
    const Post &post, const Channel &channel, const QList<Campaign> &campaigns);
/// The words that \a variant publishes on \a channel, with the link where its placeholder stood.
[[nodiscard]] QString publishedText(const Post &post, const Variant &variant,
    const Channel &channel, const QList<Campaign> &campaigns);
/// The same for the first comment.
[[nodiscard]] QString publishedComment(const Post &post, const Variant &variant,
    const Channel &channel, const QList<Campaign> &campaigns);
