// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

Q_LOGGING_CATEGORY(lcStorage, "pullpush.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSession, "pullpush.session", QtInfoMsg)
Q_LOGGING_CATEGORY(lcExchange, "pullpush.exchange", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "pullpush.ui", QtInfoMsg)
