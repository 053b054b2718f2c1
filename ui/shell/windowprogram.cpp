// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_shell/windowprogram.h"

#include "base/clock.h"
#include "ui_common/accessible.h"
#include "ui_common/theme.h"
#include "ui_shell/mainwindow.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>

using namespace Qt::StringLiterals;

int runWindow(QApplication &app, const QString &location, WorkspaceController::Builders builders)
{
    const SystemClock clock;
    QSettings settings(QSettings::IniFormat, QSettings::UserScope, u"pullpush"_s, u"pullpush"_s);
    Theme theme(app);
    theme.setChoice(Theme::fromText(settings.value(u"theme"_s).toString()));
    AccessibleNames names;
    app.installEventFilter(&names);
    QApplication::setWindowIcon(QIcon(u":/pullpush/icons/pullpush.svg"_s));

    MainWindow window(settings, theme, clock);
    WorkspaceController controller(window, settings, clock, std::move(builders));
    window.show();
    controller.start(location);
    return QApplication::exec();
}
