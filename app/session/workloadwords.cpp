// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workloadwords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace {
QString capitalised(QString word)
{
    word[0] = word.at(0).toUpper();
    return word;
}
} // namespace

WorkloadWords::WorkloadWords(quint64 seed)
    : m_engine(seed)
{
    static constexpr std::array onsets {u"b", u"d", u"f", u"g", u"k", u"l", u"m", u"n", u"p", u"r",
        u"s", u"t", u"v", u"pr", u"st", u"tr"};
    static constexpr std::array vowels {u"a", u"e", u"i", u"o", u"u", u"ai", u"ou"};
    static constexpr std::array codas {u"", u"", u"n", u"r", u"s", u"l", u"nd", u"ck"};
    const auto syllable = [](int number) {
        QString text = QString::fromUtf16(onsets.at(size_t(number) % onsets.size()));
        number /= int(onsets.size());
        text += QString::fromUtf16(vowels.at(size_t(number) % vowels.size()));
        number /= int(vowels.size());
        return text + QString::fromUtf16(codas.at(size_t(number) % codas.size()));
    };
    double sum = 0;
    m_words.reserve(Vocabulary);
    m_cumulated.reserve(Vocabulary);
    for (int rank = 0; rank < Vocabulary; ++rank) {
        QString text = syllable(rank);
        if (rank >= 200)
            text += syllable(rank / 7 + rank % 13);
        if (rank >= 5000)
            text += syllable(rank / 31);
        m_words << text;
        sum += 1.0 / double(rank + 1);
        m_cumulated.push_back(sum);
    }
}

double WorkloadWords::unit()
{
    return double(m_engine() >> 11) * 0x1.0p-53;
}

double WorkloadWords::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - unit())); // Box–Muller
    return radius * std::cos(2 * std::numbers::pi * unit());
}

int WorkloadWords::pick(int count)
{
    return int(unit() * count);
}

QString WorkloadWords::word(int rank) const
{
    return m_words.at(rank);
}

QString WorkloadWords::sentence(int words)
{
    QString text;
    for (int i = 0; i < words; ++i) {
        const auto found = std::ranges::upper_bound(m_cumulated, unit() * m_cumulated.back());
        if (i > 0)
            text += u' ';
        text += m_words.at(std::min<qsizetype>(found - m_cumulated.begin(), Vocabulary - 1));
    }
    return capitalised(text) + u'.';
}

QString WorkloadWords::givenName()
{
    return capitalised(m_words.at(200 + pick(800)));
}

QString WorkloadWords::familyName()
{
    return capitalised(m_words.at(1000 + pick(Vocabulary - 1000)));
}

QString WorkloadWords::name()
{
    return givenName() + u' ' + familyName();
}

QString WorkloadWords::company()
{
    static constexpr std::array endings {
        u"Works", u"Studio", u"Labs", u"Foods", u"Partners", u"Supply"};
    return familyName() + u' ' + QString::fromUtf16(endings.at(size_t(pick(int(endings.size())))));
}
