// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/spelldictionaries.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

QStringList dictionaryFolders()
{
    QStringList folders =
        qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QStringList places =
        QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    for (const QString &place : places)
        folders << place + "/hunspell"_L1 << place + "/myspell/dicts"_L1;
    folders.removeDuplicates();
    return folders;
}

QList<SpellDictionary> installedDictionaries(const QStringList &folders)
{
    QList<SpellDictionary> found;
    for (const QString &folder : folders) {
        const QFileInfoList files =
            QDir(folder).entryInfoList({u"*.aff"_s}, QDir::Files, QDir::Name);
        for (const QFileInfo &affixes : files) {
            const QString language = affixes.completeBaseName().replace(u'-', u'_');
            const QString words = folder + u'/' + affixes.completeBaseName() + ".dic"_L1;
            const bool isKnown =
                std::ranges::find(found, language, &SpellDictionary::language) != found.end();
            if (!isKnown && !language.startsWith("hyph_"_L1) && QFileInfo::exists(words))
                found.append({language, affixes.filePath(), words});
        }
    }
    std::ranges::sort(found, {}, &SpellDictionary::language);
    return found;
}

const SpellDictionary *dictionaryFor(
    const QList<SpellDictionary> &installed, const QString &language)
{
    const QString wanted = QString(language).replace(u'-', u'_');
    const QString alone = wanted.section(u'_', 0, 0);
    if (alone.isEmpty())
        return nullptr;
    const SpellDictionary *related = nullptr;
    for (const SpellDictionary &dictionary : installed) {
        if (dictionary.language == wanted)
            return &dictionary;
        const bool isPlain = dictionary.language == alone;
        const bool isHome = dictionary.language == alone + u'_' + alone.toUpper();
        if (isPlain || (!related && dictionary.language.section(u'_', 0, 0) == alone)
            || (isHome && related && related->language != alone))
            related = &dictionary;
    }
    return related;
}
