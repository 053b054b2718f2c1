// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

/// What an import says of itself, of whatever kind it is.
struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};
