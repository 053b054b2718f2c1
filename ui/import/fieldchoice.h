// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

/// What a column of a file can tell.
struct FieldChoice
{
    QString field; ///< "name", "handle:x", "on:Facebook"; empty: the column is ignored
    QString text; ///< translated

    friend bool operator==(const FieldChoice &, const FieldChoice &) = default;
};

/// What stands against reading a file as chosen.
struct FieldProblems
{
    QHash<int, QString> ofColumn; ///< by column of the file
    QString general; ///< what is missing altogether; may be empty

    [[nodiscard]] bool isEmpty() const { return ofColumn.isEmpty() && general.isEmpty(); }
    friend bool operator==(const FieldProblems &, const FieldProblems &) = default;
};
