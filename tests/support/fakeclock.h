// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>

/// A clock that stands still until the test moves it. May be read from any thread.
class FakeClock final : public Clock
{
public:
    /// Thursday, 1 January 2026, 00:00 UTC.
    static constexpr qint64 Start = 1'767'225'600'000;

    /// Stands at \a ms, Unix milliseconds, UTC.
    explicit FakeClock(qint64 ms = Start)
        : m_now(ms)
    { }

    [[nodiscard]] qint64 now() const override { return m_now; }
    /// Sets the time to \a ms, Unix milliseconds, UTC; backwards is allowed.
    void set(qint64 ms) { m_now = ms; }
    /// Moves the time by \a ms milliseconds; negative moves it back.
    void advance(qint64 ms) { m_now += ms; }

private:
    std::atomic<qint64> m_now;
};
