// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// How speakers call a language that dictionaries name ("de_AT"): "Deutsch (Österreich)".
[[nodiscard]] QString languageName(const QString &language);
