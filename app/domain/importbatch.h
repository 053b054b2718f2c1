// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

/// Rows of a batch are visible only while it is live.
enum class BatchState { Pending, Live, Undone };

template<>
struct EnumText<BatchState>
{
    static constexpr std::pair<BatchState, std::string_view> values[] {
        {BatchState::Pending, "pending"}, {BatchState::Live, "live"},
        {BatchState::Undone, "undone"}};
};

/// One import, visible as a whole or not at all.
struct ImportBatch
{
    BatchId id;
    BatchState state = BatchState::Pending;
    QString format;
    QString files; ///< names without folder, one a line
    UserId by;
    qint64 at = 0; ///< Unix milliseconds
    int node = 0; ///< who writes it, so that a dead writer's batch can be removed
    QString summary; ///< JSON of the counts, without content

    friend bool operator==(const ImportBatch &, const ImportBatch &) = default;
};
