// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rowedit.h"

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
    RowEdits inverse;
    for (auto it = edits.crbegin(); it != edits.crend(); ++it)
        inverse.append(it->inverted());
    return inverse;
}
