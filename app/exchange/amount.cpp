// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/amount.h"

#include "domain/money.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace {
bool isSeparator(QChar c)
{
    return c == u'.' || c == u',' || c == u'\'' || c == u'’' || c.isSpace();
}

bool takeMinus(QStringView &text)
{
    const bool minus = text.startsWith(u'-') || text.startsWith(u'−');
    if (minus || text.startsWith(u'+'))
        text = text.sliced(1).trimmed();
    return minus;
}

/// Takes the currency off the ends of \a text; false where letters are left that are none.
bool takeCurrency(QStringView &text, QString &currency)
{
    QString letters;
    qsizetype begin = 0;
    qsizetype end = text.size();
    const auto belongs = [](QChar c) { return c.isDigit() || c == u'-' || c == u'+' || c == u'−'; };
    while (begin < end && !belongs(text[begin]))
        letters += text[begin++];
    while (end > begin && !text[end - 1].isDigit())
        letters += text[--end];
    text = text.sliced(begin, end - begin);
    letters = letters.simplified().remove(u' ');
    if (letters.isEmpty())
        return true;
    // Letters behind the number were collected backwards.
    if (begin == 0)
        std::ranges::reverse(letters);
    const auto code = Money::currencyCode(letters);
    currency = code.value_or(QString());
    // A sign of several currencies tells none, and is no fault of the amount.
    return code || (letters.size() == 1 && letters.front().category() == QChar::Symbol_Currency);
}
} // namespace

std::optional<WrittenAmount> parseAmount(QStringView written)
{
    WrittenAmount amount;
    QStringView text = written.trimmed();
    bool minus = takeMinus(text); // before the currency or behind it
    if (!takeCurrency(text, amount.currency))
        return {};
    minus = takeMinus(text) || minus;
    qsizetype last = -1;
    int kinds = 0;
    int ofLast = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isDigit())
            continue;
        if (!isSeparator(c) || i == 0 || i + 1 == text.size() || isSeparator(text[i - 1]))
            return {};
        const bool again = last >= 0 && text[last] == c;
        ofLast = again ? ofLast + 1 : 1;
        kinds += again ? 0 : 1;
        last = i;
    }
    const bool decimals = last >= 0 && (text[last] == u'.' || text[last] == u',') && ofLast == 1
        && (kinds > 1 || text.size() - last - 1 != 3 || text.first(last) == u"0");
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isDigit())
            amount.decimal += QChar(u'0' + char16_t(text[i].digitValue()));
        else if (i == last && decimals)
            amount.decimal += u'.';
    }
    if (amount.decimal.isEmpty())
        return {};
    if (minus)
        amount.decimal.prepend(u'-');
    return amount;
}

std::optional<qint64> minorUnits(const QString &decimal, const QString &currency)
{
    // ISO 4217: the currencies without minor units and those with three digits of them.
    constexpr std::array none {"BIF"_L1, "CLP"_L1, "DJF"_L1, "GNF"_L1, "ISK"_L1, "JPY"_L1, "KMF"_L1,
        "KRW"_L1, "PYG"_L1, "RWF"_L1, "UGX"_L1, "VND"_L1, "VUV"_L1, "XAF"_L1, "XOF"_L1, "XPF"_L1};
    constexpr std::array three {
        "BHD"_L1, "IQD"_L1, "JOD"_L1, "KWD"_L1, "LYD"_L1, "OMR"_L1, "TND"_L1};
    int digits = 2;
    if (std::ranges::find(none, currency) != none.end())
        digits = 0;
    else if (std::ranges::find(three, currency) != three.end())
        digits = 3;
    const bool minus = decimal.startsWith(u'-');
    qint64 value = 0;
    int fraction = -1; // digits behind the point so far
    for (const QChar c : QStringView(decimal).sliced(minus ? 1 : 0)) {
        if (c == u'.') {
            fraction = 0;
            continue;
        }
        if (fraction >= digits) {
            value += c >= u'5' ? 1 : 0;
            fraction = digits;
            break;
        }
        if (value > (std::numeric_limits<qint64>::max() - 10000) / 10000)
            return {};
        value = value * 10 + c.digitValue();
        fraction += fraction >= 0 ? 1 : 0;
    }
    for (int i = std::max(fraction, 0); i < digits; ++i)
        value *= 10;
    return minus ? -value : value;
}
