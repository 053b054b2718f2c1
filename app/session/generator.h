// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>

class Workspace;

/// A workload for measuring: the same figures for the same seed and size.
struct GenerateOptions
{
    int prospects = 1000; ///< 1 or more
    int messagesPerProspect = 10; ///< on average; one prospect has 5,000 where this is 10 or more
    int posts = 1000;
    quint64 seed = 1;
};

/// Fills \a workspace with prospects over two years up to now (arrivals grow), three moves each on average (log-normal dwell, 6 % step back once, sources that convert
/// differently), messages of words with Zipf frequencies (WorkloadWords; one conversation of five is private), and posts with variants. \a progress is told 0…1. In an empty workspace the indices are made afterwards; the search is filled at the end.
[[nodiscard]] Result<> generateWorkload(Workspace &workspace, const GenerateOptions &options,
    const std::function<void(double)> &progress = {});
