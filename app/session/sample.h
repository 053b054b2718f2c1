// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

#include <QTimeZone>

namespace Sample {
/// What every new workspace has: its first member (the computer's user), its zone. \a zone is IANA, empty for the computer's.
[[nodiscard]] Result<> writeBasics(Transaction &transaction, const QByteArray &zone);
/// An invented brand: three months of posts around the present, profile copy on four networks, forty prospects in all stages with conversations and touches. Read
/// from the compiled-in :/pullpush/sample.json, whose days count from today. Errors: NotFound where the target `resources` is not linked.
[[nodiscard]] Result<> write(Transaction &transaction, const QTimeZone &zone);
} // namespace Sample
