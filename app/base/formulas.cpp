// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/formulas.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// Also behind apostrophes, so that one that stood there already is told from one of ours.
bool needsGuard(QStringView cell)
{
    const auto first = std::ranges::find_if(cell, [](QChar c) { return c != u'\''; });
    return first != cell.end() && u"=+-@\t\r"_s.contains(*first);
}
} // namespace

QString withGuard(const QString &cell)
{
    return needsGuard(cell) ? u'\'' + cell : cell;
}

QString withoutGuard(const QString &cell)
{
    return cell.startsWith(u'\'') && needsGuard(QStringView(cell).sliced(1)) ? cell.mid(1) : cell;
}
