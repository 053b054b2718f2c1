// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/copyissue.h"

#include <QList>

/// What there is to say about words on any network: a lone '#' (hashtag.empty), a hashtag that stands twice (hashtag.duplicate), invisible signs that turn
/// the direction of the text and are not undone within their paragraph (bidi.control), placeholders that stand for nothing (placeholder.open), where
/// \a hasLink says whether that of the link does. In order of their places. Linear in the text.
[[nodiscard]] QList<CopyIssue> textIssues(const QString &text, bool hasLink);
/// The signs of \a forbidden in \a text, one issue for each kind (character.forbidden), told of \a name.
[[nodiscard]] QList<CopyIssue> forbiddenIssues(
    const QString &text, const QString &forbidden, const QString &name);
