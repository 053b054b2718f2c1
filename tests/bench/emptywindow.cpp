// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick for starting: an empty window of the same toolkit. Prints a line when it is painted for the first time.
#include <QApplication>
#include <QTextStream>
#include <QWidget>

namespace {
class EmptyWindow : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override { QTextStream(stdout) << "painted" << Qt::endl; }
};
} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
