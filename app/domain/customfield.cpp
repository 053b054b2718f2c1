// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/customfield.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
struct CustomFields
{
    Q_DECLARE_TR_FUNCTIONS(CustomFields)
};

Result<QString> numberValue(const CustomField &field, const QString &text, const QLocale &locale)
{
    bool isNumber = false;
    double number = locale.toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber)
        return fail(Error::Code::Rejected,
            CustomFields::tr("“%1” is no number, as “%2” wants it.").arg(text, field.name));
    return QString::number(number, 'g', 15);
}

Result<QString> dateValue(const CustomField &field, const QString &text, const QLocale &locale)
{
    QDate day = QDate::fromString(text, Qt::ISODate);
    for (const auto format : {QLocale::ShortFormat, QLocale::LongFormat}) {
        if (!day.isValid())
            day = locale.toDate(text, format);
    }
    if (!day.isValid())
        return fail(Error::Code::Rejected,
            CustomFields::tr("“%1” is no day, as “%2” wants it.").arg(text, field.name));
    if (day.year() < 1970 && !text.contains(QString::number(day.year())))
        day = day.addYears(100); // two digits of a year are read as of the last century
    return day.toString(Qt::ISODate);
}

Result<QString> choiceValue(const CustomField &field, const QString &text)
{
    const QStringList choices = choicesOf(field);
    const auto found = std::ranges::find_if(choices,
        [wanted = foldText(text)](const QString &choice) { return foldText(choice) == wanted; });
    if (found == choices.end())
        return fail(Error::Code::Rejected,
            CustomFields::tr("“%1” is none of the choices of “%2”.").arg(text, field.name));
    return *found;
}

Result<QString> yesNoValue(const CustomField &field, const QString &text)
{
    const QString folded = foldText(text);
    for (const QString &yes : {u"yes"_s, u"true"_s, u"1"_s, foldText(CustomFields::tr("Yes"))}) {
        if (folded == yes)
            return u"yes"_s;
    }
    for (const QString &no : {u"no"_s, u"false"_s, u"0"_s, foldText(CustomFields::tr("No"))}) {
        if (folded == no)
            return u"no"_s;
    }
    return fail(Error::Code::Rejected,
        CustomFields::tr("“%1” is neither yes nor no, as “%2” wants it.").arg(text, field.name));
}
} // namespace

QStringList choicesOf(const CustomField &field)
{
    QStringList choices;
    const QStringList lines = field.choices.split(u'\n');
    for (const QString &line : lines) {
        if (!line.trimmed().isEmpty())
            choices << line.trimmed();
    }
    return choices;
}

Result<QString> customValueOf(const CustomField &field, const QString &text, const QLocale &locale)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return trimmed;
    switch (field.kind) {
    case CustomFieldKind::Text:
        return trimmed;
    case CustomFieldKind::Number:
        return numberValue(field, trimmed, locale);
    case CustomFieldKind::Date:
        return dateValue(field, trimmed, locale);
    case CustomFieldKind::Choice:
        return choiceValue(field, trimmed);
    case CustomFieldKind::YesNo:
        return yesNoValue(field, trimmed);
    }
    Q_UNREACHABLE();
}

QString customValueText(const CustomField &field, const QString &value, const QLocale &locale)
{
    if (value.isEmpty())
        return value;
    switch (field.kind) {
    case CustomFieldKind::Text:
    case CustomFieldKind::Choice:
        return value;
    case CustomFieldKind::Number:
        return locale.toString(value.toDouble(), 'g', 15);
    case CustomFieldKind::Date:
        return locale.toString(QDate::fromString(value, Qt::ISODate), QLocale::ShortFormat);
    case CustomFieldKind::YesNo:
        return value == "yes"_L1 ? CustomFields::tr("Yes") : CustomFields::tr("No");
    }
    Q_UNREACHABLE();
}
