// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

/// For the destructor of \a whole: its parts go after it and lose the focus meanwhile, and what they say of that would call an object that is no such any more.
inline void silenceParts(const QObject *whole)
{
    const auto parts = whole->findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(whole);
}
