// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <vector>

/// Where the entries of a long thread are: heights in pixels, estimated until an entry is measured, and what part of them is seen. What is seen hangs on
/// one entry, the anchor, or on the end: whatever is measured, inserted or removed elsewhere does not move it. A Fenwick tree keeps the sums: measuring,
/// finding an entry and its place are logarithmic, inserting and removing linear.
class ThreadLayout
{
public:
    [[nodiscard]] int size() const { return int(m_heights.size()); }
    /// At least 1.
    [[nodiscard]] int height(int index) const { return m_heights.at(size_t(index)); }
    [[nodiscard]] bool isMeasured(int index) const { return m_isMeasured.at(size_t(index)) != 0; }
    /// The sum of all heights.
    [[nodiscard]] qint64 total() const { return yOf(size()); }
    /// The top of entry \a index, 0…size().
    [[nodiscard]] qint64 yOf(int index) const;
    /// The entry at \a y; the first or last where that is outside, -1 where there is none.
    [[nodiscard]] int entryAt(qint64 y) const;

    /// Puts entries of estimated \a heights in place of \a removed ones from \a first on.
    void splice(int first, int removed, const QList<int> &heights);
    /// Entry \a index is \a height high.
    void measure(int index, int height);
    /// All are to be measured again; until then they keep their heights.
    void forgetMeasures();

    /// What is seen is \a height high. The end stays in view where it was.
    void setViewHeight(int height);
    [[nodiscard]] int viewHeight() const { return m_viewHeight; }
    /// The first y that is seen, 0…largestTop().
    [[nodiscard]] qint64 top() const;
    [[nodiscard]] qint64 largestTop() const;
    /// Whether what is seen hangs on the end: what is added there comes into view.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    /// Shows \a y at the top, as far as there is so much; hangs on the end where it reaches it.
    void scrollTo(qint64 y);
    void scrollToEnd();
    /// Scrolls as little as needed to show entry \a index, its top where it is too high.
    void scrollToEntry(int index);
    /// Hangs what is seen on entry \a index, its top \a above pixels below the first that is seen, as far as there is so much.
    void anchorAt(int index, int above);
    /// The first and the last entry of which something is seen, with \a margin pixels more above and below; (0, -1) where there is none.
    [[nodiscard]] std::pair<int, int> seen(int margin = 0) const;

private:
    void add(int index, int difference);
    void rebuild();

    std::vector<int> m_heights;
    std::vector<char> m_isMeasured;
    std::vector<qint64> m_sums; ///< Fenwick tree over m_heights, from 1
    int m_viewHeight = 0;
    int m_anchor = 0; ///< an entry…
    qint64 m_offset = 0; ///< …and the pixels from its top down to the first that is seen
    bool m_isAtEnd = true;
};
