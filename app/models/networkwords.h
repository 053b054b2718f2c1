// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// A network key, "email", "phone", "web" or "whatsapp" as people write it; another key as it is.
[[nodiscard]] QString networkWord(const QString &key);
/// Every key that a handle may have without being a surprise: the known networks, then mail, phone and the rest.
[[nodiscard]] QStringList handleNetworks();
