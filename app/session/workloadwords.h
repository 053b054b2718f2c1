// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

/// Chance and made-up words for the generated workload, the same for the same seed on every computer.
class WorkloadWords
{
public:
    explicit WorkloadWords(quint64 seed);

    [[nodiscard]] double unit(); ///< uniform in [0, 1)
    [[nodiscard]] double normal(); ///< standard normal
    [[nodiscard]] int pick(int count); ///< uniform in 0…count-1
    [[nodiscard]] QString word(int rank) const; ///< rank 0 is the commonest; 0…Vocabulary-1
    [[nodiscard]] QString sentence(
        int words); ///< words by Zipf's law: the k-th is 1/k as frequent as the first
    [[nodiscard]] QString givenName();
    [[nodiscard]] QString familyName();
    [[nodiscard]] QString name();
    [[nodiscard]] QString company();

    static constexpr int Vocabulary = 20000;
    static constexpr int CommonRank = 0; ///< in most messages
    static constexpr int MiddleRank = 150; ///< in about one of a hundred messages
    static constexpr int RareRank = Vocabulary - 1; ///< in about one of ten thousand

private:
    std::mt19937_64 m_engine;
    QStringList m_words;
    std::vector<double> m_cumulated;
};
