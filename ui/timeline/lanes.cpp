// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/lanes.h"

#include <queue>

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <vector>

namespace {
template<typename T>
using Smallest = std::priority_queue<T, std::vector<T>, std::greater<>>;

/// The lanes of one cluster while it grows.
class Lanes
{
public:
    int take(const LaneItem &item)
    {
        while (!m_busy.empty() && m_busy.top().first <= item.start) {
            m_free.push(m_busy.top().second);
            m_busy.pop();
        }
        int lane = m_count;
        if (m_free.empty()) {
            ++m_count;
        } else {
            lane = m_free.top();
            m_free.pop();
        }
        m_busy.emplace(item.end, lane);
        m_end = std::max(m_end, item.end);
        return lane;
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool isOver(int start) const { return m_count > 0 && m_end <= start; }

private:
    Smallest<std::pair<int, int>> m_busy; ///< end and lane
    Smallest<int> m_free;
    int m_count = 0;
    int m_end = 0;
};
} // namespace

QList<LanePlace> packLanes(const QList<LaneItem> &items)
{
    std::vector<qsizetype> order(size_t(items.size()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&items](qsizetype i) {
        const LaneItem &item = items.at(i);
        return std::tuple(item.start, -item.end, item.key);
    });
    QList<LanePlace> places(items.size());
    Lanes lanes;
    int cluster = 0;
    size_t first = 0; // of the cluster
    const auto close = [&](size_t end) {
        for (; first < end; ++first)
            places[order[first]].lanes = lanes.count();
    };
    for (size_t i = 0; i < order.size(); ++i) {
        const LaneItem &item = items.at(order[i]);
        if (lanes.isOver(item.start)) {
            close(i);
            lanes = {};
            ++cluster;
        }
        places[order[i]].lane = lanes.take(item);
        places[order[i]].cluster = cluster;
    }
    close(order.size());
    return places;
}
