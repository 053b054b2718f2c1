// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

/// A run of words that both texts have, or one of them.
struct DiffRun
{
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;

    friend bool operator==(const DiffRun &, const DiffRun &) = default;
};

/// How \a before becomes \a after, word by word: a shortest edit (Wu, Manber, Myers, Miller 1990). What is removed stands before what is added in its
/// place. Same and removed runs together are \a before, same and added ones \a after. Where more than 2,000 words of either differ between what both begin
/// and end with, these are one removed and one added run: comparing them would take longer than a person waits.
[[nodiscard]] QList<DiffRun> wordDiff(const QString &before, const QString &after);
