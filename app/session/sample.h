// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/transaction.h"

namespace Sample {
/// What every new workspace has: its first member (the computer's user), its zone and its name. \a zone is IANA, empty for the computer's.
[[nodiscard]] Result<> writeBasics(Transaction &transaction, const QByteArray &zone);
/// An invented brand: three months of posts around the present, profile copy on four networks, forty prospects in all stages with conversations and touches.
[[nodiscard]] Result<> write(Transaction &transaction);
} // namespace Sample
