// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchhit.h"
#include "storage/searchwriter.h"
#include "storage/visible.h"

/// The full-text index of messages, kept beside their tables.
class MessageIndex
{
public:
    explicit MessageIndex(Transaction &transaction);

    /// Adds the row of a message that has none yet.
    [[nodiscard]] Result<> add(const Message &message);
    /// Writes the row of a message anew after an edit; a removed one loses it.
    [[nodiscard]] Result<> follow(const RowEdit &edit);
    /// Adds the rows of all messages to an empty index.
    [[nodiscard]] Result<> fill();

    /// The name of its table.
    [[nodiscard]] static QString table();
    /// Statements that make its tables.
    [[nodiscard]] static QStringList create(const Dialect &dialect);
    /// Statements that empty it, and drop the rows of a batch's messages (its id is bound) before these go.
    [[nodiscard]] static QString clear();
    [[nodiscard]] static QString forgetBatch();

private:
    Transaction &m_transaction;
    SearchWriter m_writer;
};

namespace Visible {
/// The newest messages that the viewer may see and that have a word beginning with each of \a words (of
/// searchWords), at most \a limit, with the words around it. None where \a words is empty.
/// The work is bounded, however few of the hits the viewer may see: then isCut tells that only the newest hits were looked at.
/// Errors: Cancelled.
[[nodiscard]] Result<SearchPage> messagesWith(
    Connection &connection, const QStringList &words, int limit);
} // namespace Visible
