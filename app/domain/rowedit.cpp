// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rowedit.h"

#include <algorithm>

RowEdit RowEdit::inverted() const
{
    RowEdit inverse {table, id, op, after, before};
    if (op == Op::Insert)
        inverse.op = Op::Remove;
    else if (op == Op::Remove)
        inverse.op = Op::Insert;
    return inverse;
}

RowEdits inverted(const RowEdits &edits)
{
    RowEdits inverse = edits;
    std::ranges::reverse(inverse);
    for (RowEdit &edit : inverse)
        edit = edit.inverted();
    return inverse;
}

QString columnNames(const QVariantMap &values, QStringView separator)
{
    QString names;
    for (auto it = values.keyBegin(); it != values.keyEnd(); ++it) {
        if (!names.isEmpty())
            names += separator;
        names += *it;
    }
    return names;
}

bool sameColumns(const QVariantMap &one, const QVariantMap &other)
{
    return std::equal(one.keyBegin(), one.keyEnd(), other.keyBegin(), other.keyEnd());
}
