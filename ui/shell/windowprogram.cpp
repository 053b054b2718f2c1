// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/windowprogram.h"

#include "base/clock.h"
#include "ui_common/accessible.h"
#include "ui_common/theme.h"
#include "ui_common/undokeys.h"
#include "ui_shell/mainwindow.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

std::optional<int> answerWithoutWindow(const QStringList &arguments)
{
    QTextStream out(stdout);
    if (arguments.contains("--version"_L1) || arguments.contains("-v"_L1)) {
        out << u"pullpush "_s << QCoreApplication::applicationVersion() << Qt::endl;
        return 0;
    }
    const bool chosen =
        qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains("-platform"_L1);
    if (chosen || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY"))
        return std::nullopt;
    QTextStream err(stderr);
    err << QCoreApplication::translate("WindowProgram",
        "There is no display to open the window on. The subcommands need none: see “pullpush "
        "help”.")
        << Qt::endl;
    return 3;
}

int runWindow(
    QApplication &app, const QStringList &arguments, WorkspaceController::Builders builders)
{
    const bool unknown = std::any_of(arguments.begin(), arguments.end(),
        [](const QString &argument) { return argument.startsWith(u'-'); });
    if (unknown || arguments.size() > 1) {
        QTextStream err(stderr);
        err << QCoreApplication::translate("WindowProgram",
            "The window opens one workspace and knows no options: pullpush [WORKSPACE]. See "
            "“pullpush help”.")
            << Qt::endl;
        return 2;
    }
    const SystemClock clock;
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"pullpush"_s, u"pullpush"_s);
    Theme theme(app);
    theme.setChoice(Theme::fromText(settings.value(u"theme"_s).toString()));
    AccessibleNames names;
    UndoKeys undoKeys;
    app.installEventFilter(&names);
    app.installEventFilter(&undoKeys);
    QApplication::setWindowIcon(QIcon(u":/pullpush/icons/pullpush.svg"_s));

    MainWindow window(settings, theme, clock);
    WorkspaceController controller(window, settings, clock, std::move(builders));
    window.show();
    controller.start(arguments.value(0));
    return QApplication::exec();
}
