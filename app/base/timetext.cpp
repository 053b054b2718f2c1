// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

QString timeText(QTime time, const QLocale &locale)
{
    static const QRegularExpression seconds(u"[:.]ss?"_s);
    return locale.toString(time, locale.timeFormat(QLocale::ShortFormat).remove(seconds));
}
