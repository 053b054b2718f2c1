// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/languagewords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

QString languageName(const QString &language)
{
    const QLocale locale(language);
    if (language.isEmpty() || locale.language() == QLocale::C)
        return language;
    QString name = locale.nativeLanguageName();
    if (name.isEmpty())
        name = QLocale::languageToString(locale.language());
    if (!language.contains(u'_'))
        return name;
    QString place = locale.nativeTerritoryName();
    if (place.isEmpty())
        place = QLocale::territoryToString(locale.territory());
    return u"%1 (%2)"_s.arg(name, place);
}
