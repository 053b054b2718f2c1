// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>

qint64 SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}
