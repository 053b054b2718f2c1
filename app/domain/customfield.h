// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "domain/ids.h"

#include <QString>

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
