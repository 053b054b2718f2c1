// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <mutex>

class Clock;

/// Makes ids of 63 bits: 41 bits milliseconds since 2000-01-01 UTC, 8 bits node, 14 bits counter.
/// Ids of one source strictly increase: a full counter borrows the next millisecond, a clock going
/// back never repeats. Thread safe.
class IdSource
{
public:
    static constexpr int NodeBits = 8;
    static constexpr int CounterBits = 14;
    static constexpr qint64 Epoch = 946684800000; ///< 2000-01-01T00:00:00Z in Unix milliseconds

    /// \a node is 0…255 and leased in the workspace, so that two windows differ.
    IdSource(const Clock &clock, int node);

    [[nodiscard]] qint64 next();
    /// An id whose milliseconds are those of \a atMs (Unix, clamped to the range) and whose low 22
    /// bits are random, so that newest by id is newest by time. May collide: the caller retries.
    [[nodiscard]] static qint64 at(qint64 atMs);
    /// Unix milliseconds of an id made here.
    [[nodiscard]] static qint64 milliseconds(qint64 id);

private:
    const Clock &m_clock;
    const int m_node;
    std::mutex m_mutex;
    qint64 m_lastMs = 0;
    int m_counter = 0;
};
