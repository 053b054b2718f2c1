// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

/// The translation context of everything this layer says.
struct Exchange
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};
