// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "storage/rowedit.h"
#include "storage/transaction.h"

#include <QList>
#include <QStringList>

#include <utility>

/// The full-text indices: of prospects (names, handles, companies) by words and by parts of names, of posts with the variants' own text, of
/// profile copy, and of messages (MessageIndex). Folded in C++, with words as searchWords parts them; all can be rebuilt from the rest.
/// They hold pending rows as well: what reads them joins the live views. Whoever is in a private circle is in none of them: anybody on a server may read
/// an index, and the few of one's own circle are quickly looked through.
namespace SearchIndex {
/// Makes the indices in place of an older one and fills them from the rows that are there.
[[nodiscard]] Result<> create(Transaction &transaction);
/// Keeps the indices in step with an edit, in the same transaction.
[[nodiscard]] Result<> follow(Transaction &transaction, const RowEdit &edit);
/// Writes the index rows of one prospect, or one post, anew.
[[nodiscard]] Result<> refresh(Transaction &transaction, ProspectId prospect);
[[nodiscard]] Result<> refresh(Transaction &transaction, PostId post);
/// Adds the rows of prospects that have none yet, each with its texts.
[[nodiscard]] Result<> add(
    Transaction &transaction, const QList<std::pair<ProspectId, QStringList>> &prospects);
/// Drops the rows of what \a batch brought, before that goes.
[[nodiscard]] Result<> forget(Transaction &transaction, BatchId batch);
/// Writes all indices anew.
[[nodiscard]] Result<> rebuild(Transaction &transaction);

/// Live prospects with a word that begins with each of \a text's words, newest first, at most \a
/// limit. Signs that are no words count only where \a text has nothing else: then the name holds them.
/// Those of another member's private circle are not found, here and below.
[[nodiscard]] Result<QList<ProspectId>> prospects(
    Connection &connection, const QString &text, int limit);
/// Live prospects whose names, handles and company hold each of \a words (of searchWords) anywhere, newest first; none where no word has
/// three letters.
[[nodiscard]] Result<QList<ProspectId>> prospectsWithPart(
    Connection &connection, const QStringList &words, int limit);
/// Live posts, and profile copies, with a word that begins with each of \a words, newest first.
[[nodiscard]] Result<QList<PostId>> posts(
    Connection &connection, const QStringList &words, int limit);
[[nodiscard]] Result<QList<ProfileCopyId>> copies(
    Connection &connection, const QStringList &words, int limit);
} // namespace SearchIndex
