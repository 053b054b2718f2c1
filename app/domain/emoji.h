// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

/// Whether the whole of \a cluster is one emoji of the recommended set (RGI, Unicode's
/// emoji-sequences and emoji-zwj-sequences), also where the variation selectors U+FE0F are left
/// out: "1" + U+20E3, a flag, a family, a hand with a skin tone.
[[nodiscard]] bool isEmoji(QStringView cluster);
