// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "areas.h"
#include "base/clock.h"
#include "cli/commandline.h"
#include "cli/reportpainter.h"
#include "ui_pipeline/boardexport.h"
#include "ui_pipeline/reportexport.h"
#include "ui_shell/translations.h"
#include "ui_shell/windowprogram.h"
#include "ui_timeline/monthprint.h"

#include <QApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Pictures final : ReportPainter
{
    [[nodiscard]] Result<> paint(const Report &report, const QString &file) const override
    {
        return exportReport(report, file);
    }
    [[nodiscard]] Result<> paint(const PrintedBoard &board, const QString &file) const override
    {
        return exportBoard(board, file);
    }
    [[nodiscard]] Result<> paint(const PlannedMonth &month, const QString &file) const override
    {
        return MonthPrint::writePdf(month, file);
    }
};

void nameProgram()
{
    QCoreApplication::setApplicationName(u"pullpush"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PULLPUSH_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Pullpush"_s);
    QGuiApplication::setDesktopFileName(u"pullpush"_s);
}

/// Subcommands need no display; pictures are drawn on the offscreen platform.
int runSubcommand(int &argc, char **argv, const QStringList &arguments)
{
    const bool isPicture = wantsPicture(arguments);
    if (isPicture)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const std::unique_ptr<QCoreApplication> app(
        isPicture ? new QApplication(argc, argv) : new QCoreApplication(argc, argv));
    nameProgram();
    Translations::install(*app);
    const Pictures painter;
    const SystemClock clock;
    return runCommandLine(arguments, painter, clock);
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (isSubcommand(arguments))
        return runSubcommand(argc, argv, arguments);

    nameProgram();
    if (const auto code = answerWithoutWindow(arguments))
        return *code;
    QApplication app(argc, argv);
    Translations::install(app);
    return runWindow(app, QCoreApplication::arguments().mid(1), windowBuilders());
}
