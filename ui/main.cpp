// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "ui_common/accessible.h"
#include "ui_common/theme.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setOrganizationName(u"pullpush"_s);
    QApplication::setApplicationName(u"pullpush"_s);
    QApplication::setApplicationDisplayName(u"Pullpush"_s);
    QApplication::setApplicationVersion(QStringLiteral(PULLPUSH_VERSION));
    QApplication::setDesktopFileName(u"pullpush"_s);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"workspace"_s, QCoreApplication::translate("main", "The workspace to open."));
    parser.process(app);

    Translations::install(app);
    const SystemClock clock;
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"pullpush"_s, u"pullpush"_s);
    Theme theme(app);
    theme.setChoice(Theme::fromText(settings.value(u"theme"_s).toString()));
    AccessibleNames names;
    app.installEventFilter(&names);
    QApplication::setWindowIcon(QIcon(u":/pullpush/icons/pullpush.svg"_s));

    MainWindow window(settings, theme, clock);
    window.show();
    return QApplication::exec();
}
