// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Time as an input, so that tests neither sleep nor flicker.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Unix milliseconds, UTC.
    [[nodiscard]] virtual qint64 now() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 now() const override;
};
