// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rowspec.h"

#include <QList>

#include <algorithm>

/// Applies an edit to a list of values that stands for its table; edits of other tables do nothing. Returns whether the list changed.
template<typename T>
bool applyToList(QList<T> &list, const RowEdit &edit)
{
    if (edit.table != rowSpec<T>().table)
        return false;
    const auto found =
        std::ranges::find_if(list, [&edit](const T &value) { return value.id.value() == edit.id; });
    switch (edit.op) {
    case RowEdit::Op::Insert: {
        if (found != list.end())
            return false;
        T value;
        value.id = decltype(value.id)(edit.id);
        assignRow(value, edit.after);
        list.append(value);
        return true;
    }
    case RowEdit::Op::Update:
        if (found == list.end())
            return false;
        assignRow(*found, edit.after);
        return true;
    case RowEdit::Op::Remove:
        if (found == list.end())
            return false;
        list.erase(found);
        return true;
    }
    return false;
}

/// Applies \a edits to several lists, one for a table. Returns whether one of them changed.
template<typename... T>
bool applyToLists(const QList<RowEdit> &edits, QList<T> &...lists)
{
    bool differs = false;
    for (const RowEdit &edit : edits)
        ((differs = applyToList(lists, edit) || differs), ...);
    return differs;
}
