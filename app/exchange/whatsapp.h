// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/importplan.h"
#include "exchange/decoding.h"

#include <QTimeZone>

#include <functional>
#include <optional>

struct WhatsAppOptions
{
    QTimeZone zone =
        QTimeZone::utc(); ///< where the phone was: an export tells local times without a zone
    std::optional<DateOrder> dateOrder; ///< absent: found from the dates
};

/// A chat that was read to its end.
struct WhatsAppChat
{
    ChatRecord chat;
    DateOrder dateOrder = DateOrder::DayFirst; ///< that of most entries, given or found
    TextEncoding encoding;
    QList<ImportIssue> issues; ///< never with text of the chat
};

/// Told now and then how many bytes of how many were read; false stops the reading with
/// Error::Code::Cancelled.
using ReadProgress = std::function<bool(qint64 done, qint64 total)>;

/// Reads a chat that WhatsApp exported as text ("Export chat", Android or iOS, any language and
/// date format).
///
/// A line without date and time continues the message before it. A line with them and without
/// `name: ` is a system line: its sender is empty. So are notices that the program itself puts
/// under a name, as that about encryption. Markers of media stay as the body.
///
/// Day and month are told apart by, in this order: a part above 12; which reading never goes back
/// in time; which part changes more often; how the language of the phone writes dates (dots, 24
/// hours or spelled-out `a. m.`: day first; `1/2/24 … PM` without zeros: month first).
///
/// `externalId` is made of the time and text of the first thing that somebody said. A later, longer
/// export of the same chat begins with the same message, whoever joined, left or was renamed since
/// and whatever the file is called, and no two chats share it, so that never two people's
/// conversations run together. It changes where the begin is missing, as in exports that WhatsApp
/// cut at its limit; then the messages' dedupe keys still tell that the chat is known. Both are
/// made of local times as written, so that another zone does not make known messages new.
///
/// Errors: NotFound, Io, Cancelled; Rejected: no chat, larger than 256 MB, or dates that need an
/// order.
[[nodiscard]] Result<WhatsAppChat> readWhatsApp(
    const QString &path, const WhatsAppOptions &options, const ReadProgress &progress = {});

/// The name of the chat that the file name of an export tells: "WhatsApp Chat with Alice.txt" is
/// "Alice". Empty where it tells none.
[[nodiscard]] QString chatTitleFromFileName(const QString &fileName);
