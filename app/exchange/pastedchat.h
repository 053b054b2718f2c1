// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/pastedchat.h"

/// Reads a chat that was copied out of another program:
///
/// - `[12:31, 28.11.2026] Anna Bell: text`, and the lines of exported chats, with the date first;
/// - `Anna Bell, [28.11.2026 12:31]:` with the text below;
/// - `Anna Bell  12:31 PM`, also with a date or "Yesterday at" between, with the text below;
/// - the name, below it the time, below it the text;
/// - `Anna: text`, without times.
///
/// Where several kinds occur the most frequent one counts; all else is text. Below names with mere times a line of its own that is a date or a weekday, with
/// an empty line before it, tells the day of what follows. Day and month are told apart by the dates themselves, then by the options. No word is lost: what
/// is no header continues the message before it, and what stands before the first one is returned as Unread.
[[nodiscard]] PastedChat readPastedChat(const QString &text, const PasteOptions &options);

/// Whether \a text is such a chat: at least two messages of it, or one that tells date and time. Quick: only its begin is looked at.
[[nodiscard]] bool looksLikePastedChat(const QString &text);
