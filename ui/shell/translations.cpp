// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

void installOne(
    QCoreApplication &app, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

namespace Translations {

void install(QCoreApplication &app)
{
    // The one installed last is asked first; what it lacks comes from English.
    const QLocale locale;
    installOne(app, QLocale(QLocale::English), u"pullpush"_s, u":/i18n"_s);
    if (locale.language() == QLocale::C || locale.language() == QLocale::English)
        return;
    installOne(app, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installOne(app, locale, u"pullpush"_s, u":/i18n"_s);
}

} // namespace Translations
