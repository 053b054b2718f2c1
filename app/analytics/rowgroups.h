// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <vector>

/// To which group each row of columns belongs, where the columns themselves do not say it. Made once for one snapshot of the
/// columns, and good for no other.
struct RowGroups
{
    QStringList keys = {QString()}; ///< stable; the first is that of those without a group
    QHash<QString, QString>
        names; ///< what people call a group, by its key, where that is not the key
    std::vector<std::vector<quint32>> groups; ///< by chunk, then row: index into the keys
};
