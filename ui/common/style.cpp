// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_common/style.h"

using namespace Qt::StringLiterals;

PullpushStyle::PullpushStyle()
    : QProxyStyle(u"Fusion"_s)
{ }
