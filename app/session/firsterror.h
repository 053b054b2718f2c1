// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <optional>
#include <utility>

/// For what reads many parts one after the other to derive from: goes on after a part that failed, and keeps the first error.
class FirstError
{
protected:
    /// Puts what \a result holds into \a target, which an error leaves as it is.
    template<typename T>
    void take(Result<T> result, T &target)
    {
        if (result)
            target = std::move(*result);
        else if (!m_error)
            m_error = result.error();
    }

    std::optional<Error> m_error;
};
