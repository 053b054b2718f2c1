// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"

#include <QIcon>

/// How media and networks look wherever prospects are shown.
namespace ProspectLook {

[[nodiscard]] QIcon mediumIcon(Medium medium);
/// A network key, "email", "phone", "web" or "whatsapp" as people write it.
[[nodiscard]] QString networkName(const QString &key);

} // namespace ProspectLook
