// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Whether \a label (without dots, any case) is a name of the root zone. Every encoded name (xn--…) counts as one.
[[nodiscard]] bool isTopLevelDomain(QStringView label);
