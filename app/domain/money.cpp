// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
// ISO 4217: the currencies without minor units and those with three digits of them.
constexpr std::array withoutMinor {"BIF"_L1, "CLP"_L1, "DJF"_L1, "GNF"_L1, "ISK"_L1, "JPY"_L1,
    "KMF"_L1, "KRW"_L1, "PYG"_L1, "RWF"_L1, "UGX"_L1, "VND"_L1, "VUV"_L1, "XAF"_L1, "XOF"_L1,
    "XPF"_L1};
constexpr std::array withThree {
    "BHD"_L1, "IQD"_L1, "JOD"_L1, "KWD"_L1, "LYD"_L1, "OMR"_L1, "TND"_L1};
struct CurrencySign
{
    char16_t sign = 0;
    QLatin1StringView currency;
};
constexpr std::array currencySigns {CurrencySign {u'€', "EUR"_L1}, CurrencySign {u'£', "GBP"_L1},
    CurrencySign {u'₹', "INR"_L1}, CurrencySign {u'₽', "RUB"_L1}, CurrencySign {u'₺', "TRY"_L1},
    CurrencySign {u'₩', "KRW"_L1}, CurrencySign {u'₪', "ILS"_L1}, CurrencySign {u'₴', "UAH"_L1}};
/// Twelve digits and three of the minor unit are far from 63 bits.
constexpr qsizetype MostWholeDigits = 12;
constexpr qsizetype DigitsInGroup = 3;
} // namespace

int Money::minorDigits(QStringView currency)
{
    const auto among = [currency](const auto &list) {
        return std::ranges::any_of(
            list, [currency](QLatin1StringView code) { return currency == code; });
    };
    if (among(withoutMinor))
        return 0;
    return among(withThree) ? 3 : 2;
}

std::optional<qint64> Money::parse(const QString &text, QStringView currency, const QLocale &locale)
{
    QString typed = text.simplified();
    // A space between groups is typed as a plain one, whatever the locale's own is.
    typed.remove(u' ').remove(QChar::Nbsp).remove(QChar(u'\u202f'));
    const QString group = locale.groupSeparator();
    const QString point = locale.decimalPoint();
    const qsizetype at = typed.indexOf(point);
    QString whole = at < 0 ? typed : typed.left(at);
    QString part = at < 0 ? QString() : typed.mid(at + point.size());
    // "12,50" where the comma groups thousands is no 1250.
    const qsizetype lastGroup = group.isEmpty() ? -1 : whole.lastIndexOf(group);
    if (lastGroup >= 0 && whole.size() - lastGroup - group.size() != DigitsInGroup)
        return {};
    if (!group.isEmpty())
        whole.remove(group);
    const auto digitsOnly = [](const QString &digits) {
        return std::ranges::all_of(digits, [](QChar c) { return c.isDigit(); });
    };
    const int minor = minorDigits(currency);
    if (!digitsOnly(whole) || !digitsOnly(part) || whole.isEmpty() || part.size() > minor
        || whole.size() > MostWholeDigits)
        return {};
    part = part.leftJustified(minor, u'0');
    qint64 value = 0;
    for (const QChar c : std::as_const(whole.append(part)))
        value = value * 10 + c.digitValue();
    return value;
}

QString Money::plainText(qint64 minor, QStringView currency, const QLocale &locale)
{
    const int digits = minorDigits(currency);
    qint64 unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= 10;
    QLocale plain = locale;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = plain.toString(minor / unit);
    if (digits > 0 && minor % unit != 0)
        text += plain.decimalPoint()
            + plain.toString(minor % unit).rightJustified(digits, plain.zeroDigit().front());
    return text;
}

bool Money::isCurrency(QStringView text)
{
    return text.size() == 3
        && std::ranges::all_of(text, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

std::optional<QString> Money::currencyCode(QStringView text)
{
    const QStringView word = text.trimmed();
    if (word.size() == 1) {
        const auto *found =
            std::ranges::find(currencySigns, word.front().unicode(), &CurrencySign::sign);
        return found == currencySigns.end() ? std::nullopt
                                            : std::optional<QString>(found->currency);
    }
    // Not by what is a letter elsewhere: the capital of a dotless i is an I.
    const auto isLetter = [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    };
    if (word.size() != 3 || !std::ranges::all_of(word, isLetter))
        return std::nullopt;
    return word.toString().toUpper();
}

bool Money::isSharedSign(QStringView text)
{
    const QStringView word = text.trimmed();
    return word == u"$" || word == u"¥";
}
