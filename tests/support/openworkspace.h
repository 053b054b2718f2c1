// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_support/fridayworkspace.h"

#include <memory>

/// For a test to derive from: an empty workspace, anew for each of its questions.
class OpenWorkspace
{
protected:
    /// The workspace anew: the reason why there is none, or an empty text.
    [[nodiscard]] QString openWorkspace()
    {
        m_test = std::make_unique<FridayWorkspace>();
        return m_test->create();
    }

    std::unique_ptr<FridayWorkspace> m_test;
};
