// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/threadlayout.h"

#include <algorithm>
#include <bit>

qint64 ThreadLayout::yOf(int index) const
{
    qint64 sum = 0;
    for (auto i = size_t(index); i > 0; i &= i - 1)
        sum += m_sums[i];
    return sum;
}

int ThreadLayout::entryAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    // Down the tree: as many whole entries as end at or above y.
    size_t passed = 0;
    qint64 rest = std::max<qint64>(y, 0);
    for (size_t step = std::bit_floor(m_heights.size()); step > 0; step /= 2) {
        if (passed + step <= m_heights.size() && m_sums[passed + step] <= rest) {
            passed += step;
            rest -= m_sums[passed];
        }
    }
    return int(std::min(passed, m_heights.size() - 1));
}

void ThreadLayout::splice(int first, int removed, const QList<int> &heights)
{
    if (removed == 0 && heights.isEmpty())
        return;
    const auto inserted = int(heights.size());
    const auto from = m_heights.begin() + first;
    const auto fromMeasured = m_isMeasured.begin() + first;
    m_heights.erase(from, from + removed);
    m_isMeasured.erase(fromMeasured, fromMeasured + removed);
    m_heights.insert(m_heights.begin() + first, heights.cbegin(), heights.cend());
    for (int i = first; i < first + inserted; ++i)
        m_heights[size_t(i)] = std::max(m_heights[size_t(i)], 1);
    m_isMeasured.insert(m_isMeasured.begin() + first, size_t(inserted), char(0));
    rebuild();
    if (m_anchor >= first + removed) {
        m_anchor += inserted - removed;
    } else if (m_anchor >= first) {
        // The anchor is gone: what comes in its place begins where it began.
        m_anchor = std::clamp(first, 0, std::max(size() - 1, 0));
        m_offset = 0;
    }
    if (m_heights.empty()) {
        m_anchor = 0;
        m_offset = 0;
        m_isAtEnd = true;
    }
}

void ThreadLayout::measure(int index, int height)
{
    const auto place = size_t(index);
    const int was = m_heights.at(place);
    const int is = std::max(height, 1);
    m_isMeasured[place] = 1;
    if (was == is)
        return;
    m_heights[place] = is;
    add(index, is - was);
    if (index == m_anchor && m_offset > is)
        m_offset = is; // what was seen of it is not there any more
}

void ThreadLayout::forgetMeasures()
{
    std::ranges::fill(m_isMeasured, char(0));
}

void ThreadLayout::setViewHeight(int height)
{
    m_viewHeight = std::max(height, 0);
}

qint64 ThreadLayout::largestTop() const
{
    return std::max<qint64>(total() - m_viewHeight, 0);
}

qint64 ThreadLayout::top() const
{
    const qint64 largest = largestTop();
    if (m_isAtEnd || m_heights.empty())
        return largest;
    return std::clamp<qint64>(yOf(m_anchor) + m_offset, 0, largest);
}

void ThreadLayout::scrollTo(qint64 y)
{
    const qint64 largest = largestTop();
    const qint64 wanted = std::clamp<qint64>(y, 0, largest);
    m_isAtEnd = wanted == largest;
    m_anchor = std::max(entryAt(wanted), 0);
    m_offset = wanted - yOf(m_anchor);
}

void ThreadLayout::scrollToEnd()
{
    scrollTo(largestTop());
}

void ThreadLayout::scrollToEntry(int index)
{
    const qint64 from = yOf(index);
    const qint64 to = from + height(index);
    if (from < top() || height(index) > m_viewHeight)
        scrollTo(from);
    else if (to > top() + m_viewHeight)
        scrollTo(to - m_viewHeight);
}

void ThreadLayout::anchorAt(int index, int above)
{
    m_anchor = index;
    m_offset = -above;
    m_isAtEnd = yOf(index) - above >= largestTop();
}

std::pair<int, int> ThreadLayout::seen(int margin) const
{
    if (m_heights.empty())
        return {0, -1};
    const qint64 from = top();
    return {entryAt(from - margin), entryAt(from + std::max(m_viewHeight, 1) - 1 + margin)};
}

void ThreadLayout::add(int index, int difference)
{
    for (auto i = size_t(index) + 1; i < m_sums.size(); i += i & (~i + 1))
        m_sums[i] += difference;
}

void ThreadLayout::rebuild()
{
    m_sums.assign(m_heights.size() + 1, 0);
    for (size_t i = 1; i < m_sums.size(); ++i) {
        m_sums[i] += m_heights[i - 1];
        const size_t parent = i + (i & (~i + 1));
        if (parent < m_sums.size())
            m_sums[parent] += m_sums[i];
    }
}
