// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/rulewords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(Rule)
};

constexpr const char *Weekdays[] {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// 1…7, or 0 where \a name is none ("2MO" is more than a weekday).
int weekdayNamed(const QString &name)
{
    const auto *const found =
        std::ranges::find(Weekdays, name, [](const char *day) { return QString::fromLatin1(day); });
    return found == std::end(Weekdays) ? 0 : int(found - std::begin(Weekdays)) + 1;
}

/// Nothing where the rule holds more than a choice can say.
std::optional<RuleChoice> choiceOf(const QString &rule)
{
    RuleChoice choice;
    const QStringList parts = rule.toUpper().split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(u'=', 0, 0);
        const QString value = part.section(u'=', 1);
        if (name == "FREQ"_L1 && value == "DAILY"_L1) {
            choice.unit = RuleChoice::Unit::Day;
        } else if (name == "FREQ"_L1 && value == "MONTHLY"_L1) {
            choice.unit = RuleChoice::Unit::Month;
        } else if (name == "INTERVAL"_L1) {
            choice.interval = value.toInt();
        } else if (name == "BYDAY"_L1) {
            const QStringList days = value.split(u',');
            for (const QString &day : days)
                choice.weekdays << weekdayNamed(day);
        } else if (part != "FREQ=WEEKLY"_L1 && name != "COUNT"_L1 && name != "UNTIL"_L1
            && part != "WKST=MO"_L1) {
            return std::nullopt;
        }
    }
    if (choice.interval < 1 || choice.weekdays.contains(0))
        return std::nullopt;
    return choice;
}

QString everyUnit(const RuleChoice &choice)
{
    switch (choice.unit) {
    case RuleChoice::Unit::Day:
        return choice.interval == 1 ? RuleText::tr("Every day")
                                    : RuleText::tr("Every %n days", nullptr, choice.interval);
    case RuleChoice::Unit::Week:
        return choice.interval == 1 ? RuleText::tr("Every week")
                                    : RuleText::tr("Every %n weeks", nullptr, choice.interval);
    case RuleChoice::Unit::Month:
        return choice.interval == 1 ? RuleText::tr("Every month")
                                    : RuleText::tr("Every %n months", nullptr, choice.interval);
    }
    Q_UNREACHABLE();
}
} // namespace

QString toRule(const RuleChoice &choice)
{
    static const QHash<RuleChoice::Unit, QString> frequencies {{RuleChoice::Unit::Day, u"DAILY"_s},
        {RuleChoice::Unit::Week, u"WEEKLY"_s}, {RuleChoice::Unit::Month, u"MONTHLY"_s}};
    QStringList parts {"FREQ="_L1 + frequencies.value(choice.unit)};
    if (choice.interval > 1)
        parts << "INTERVAL="_L1 + QString::number(choice.interval);
    if (choice.unit == RuleChoice::Unit::Week && !choice.weekdays.isEmpty()) {
        QStringList days;
        for (const int weekday : choice.weekdays)
            days << QString::fromLatin1(Weekdays[weekday - 1]);
        parts << "BYDAY="_L1 + days.join(u',');
    }
    parts << (choice.until.isValid() ? "UNTIL="_L1 + choice.until.toString(u"yyyyMMdd"_s)
                                     : "COUNT="_L1 + QString::number(choice.times));
    return parts.join(u';');
}

QString ruleWords(const QString &rule, const QLocale &locale)
{
    const std::optional<RuleChoice> choice = choiceOf(rule);
    if (!choice)
        return RuleText::tr("By the rule %1").arg(rule);
    QString every = everyUnit(*choice);
    if (choice->weekdays.isEmpty())
        return every;
    QStringList days;
    for (const int weekday : choice->weekdays)
        days << locale.standaloneDayName(weekday, QLocale::ShortFormat);
    //: %1 "Every 2 weeks", %2 "Mon, Thu"
    return RuleText::tr("%1 on %2").arg(every, days.join(RuleText::tr(", ", "between days")));
}
