// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// A dictionary as it is installed: two files of Hunspell.
struct SpellDictionary
{
    QString language; ///< as its files are named: "de_AT"
    QString affixes; ///< path of the .aff file
    QString words; ///< path of the .dic file

    friend bool operator==(const SpellDictionary &, const SpellDictionary &) = default;
};

/// Where the system keeps dictionaries: DICPATH, then the folders of Hunspell and MySpell of each data folder.
[[nodiscard]] QStringList dictionaryFolders();
/// The dictionaries in \a folders by language; of one language that of the first folder. Files for hyphenation are none.
[[nodiscard]] QList<SpellDictionary> installedDictionaries(const QStringList &folders);
/// The one for \a language: of just that, else of the language alone, else of the same language elsewhere. Null where there is none.
[[nodiscard]] const SpellDictionary *dictionaryFor(
    const QList<SpellDictionary> &installed, const QString &language);
