// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/idsource.h"

#include "base/clock.h"

#include <QRandomGenerator>

#include <algorithm>

namespace {
constexpr int LowBits = IdSource::NodeBits + IdSource::CounterBits;
constexpr qint64 MaxMs = (qint64(1) << 41) - 1;
} // namespace

IdSource::IdSource(const Clock &clock, int node)
    : m_clock(clock)
    , m_node(node)
{
    Q_ASSERT(node >= 0 && node < (1 << NodeBits));
}

qint64 IdSource::next()
{
    const std::scoped_lock lock(m_mutex);
    const qint64 now = std::clamp<qint64>(m_clock.now() - Epoch, 1, MaxMs);
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter = 0;
    } else if (++m_counter == (1 << CounterBits)) {
        ++m_lastMs;
        m_counter = 0;
    }
    return (m_lastMs << LowBits) | (qint64(m_node) << CounterBits) | m_counter;
}

qint64 IdSource::at(qint64 atMs)
{
    const qint64 ms = std::clamp<qint64>(atMs - Epoch, 1, MaxMs);
    return (ms << LowBits) | QRandomGenerator::global()->bounded(1 << LowBits);
}

qint64 IdSource::milliseconds(qint64 id)
{
    return (id >> LowBits) + Epoch;
}
