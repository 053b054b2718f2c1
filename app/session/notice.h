// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

/// One thing that a person should know, shown in the notifier bar. `undoable`: the newest command of the undo stack took it.
struct Notice
{
    enum class Severity { Info, Warning, Error };
    Severity severity = Severity::Info;
    QString text;
    QString detail = {};
    bool undoable = false;

    [[nodiscard]] static Notice error(const Error &error)
    {
        return {Severity::Error, error.message, error.detail, false};
    }
};
