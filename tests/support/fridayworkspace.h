// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/testworkspace.h"

/// An empty workspace in UTC, on a clock that stands at Friday, 20 November 2026, 10:00 UTC.
class FridayWorkspace : public TestWorkspace
{
public:
    FridayWorkspace()
        : TestWorkspace(1'795'168'800'000)
    { }
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString create() { return TestWorkspace::create({.zone = "UTC"}); }
};
