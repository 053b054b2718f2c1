// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

/// The rows of facts that stand by prospect, for prospects that are asked for by ascending id: one pass over both.
template<typename Row>
class FactRuns
{
public:
    explicit FactRuns(const std::vector<Row> &rows)
        : m_rows(rows)
    { }

    /// The rows of \a prospect. Ids must not descend from call to call; the same one again has no rows.
    [[nodiscard]] std::span<const Row> of(qint64 prospect)
    {
        while (m_next < m_rows.size() && m_rows[m_next].prospect.value() < prospect)
            ++m_next;
        const size_t begin = m_next;
        while (m_next < m_rows.size() && m_rows[m_next].prospect.value() == prospect)
            ++m_next;
        return std::span(m_rows).subspan(begin, m_next - begin);
    }

private:
    std::span<const Row> m_rows;
    size_t m_next = 0;
};
