// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QLocale>
#include <QString>
#include <QStringList>

enum class CustomFieldKind { Text, Number, Date, Choice, YesNo };

template<>
struct EnumText<CustomFieldKind>
{
    static constexpr std::pair<CustomFieldKind, std::string_view> values[] {
        {CustomFieldKind::Text, "text"}, {CustomFieldKind::Number, "number"},
        {CustomFieldKind::Date, "date"}, {CustomFieldKind::Choice, "choice"},
        {CustomFieldKind::YesNo, "yes-no"}};
};

/// A field that the team adds to every prospect.
struct CustomField
{
    CustomFieldId id;
    QString name;
    CustomFieldKind kind = CustomFieldKind::Text;
    QString choices; ///< one a line, of a choice
    int position = 0;
    qint64 rowVersion = 1;

    friend bool operator==(const CustomField &, const CustomField &) = default;
};

/// What a field says of one prospect, as text: numbers with a point, days as YYYY-MM-DD, "yes" or "no".
struct CustomValue
{
    CustomValueId id;
    ProspectId prospect;
    CustomFieldId field;
    QString value;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const CustomValue &, const CustomValue &) = default;
};

/// \a text as the value of \a field: trimmed, numbers with a point, days as YYYY-MM-DD, "yes" or "no"; empty stays empty. \a locale is how people wrote
/// it. What is no number, no day or none of the choices is an error that says so.
[[nodiscard]] Result<QString> customValueOf(
    const CustomField &field, const QString &text, const QLocale &locale);
/// The value for people, by \a locale.
[[nodiscard]] QString customValueText(
    const CustomField &field, const QString &value, const QLocale &locale);
[[nodiscard]] QStringList choicesOf(const CustomField &field);

/// A label on a prospect.
struct ProspectLabel
{
    ProspectLabelId id;
    ProspectId prospect;
    LabelId label;
    BatchId batch;
    qint64 rowVersion = 1;

    friend bool operator==(const ProspectLabel &, const ProspectLabel &) = default;
};
