// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_support/testprogram.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QObject>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

std::vector<testprogram::TestClass> &tests()
{
    static std::vector<testprogram::TestClass> all;
    return all;
}

QString nameOf(const testprogram::TestClass &test)
{
    return QFileInfo(QString::fromUtf8(test.source)).completeBaseName();
}

} // namespace

bool testprogram::add(const TestClass &test)
{
    tests().push_back(test);
    return true;
}

int main(int argc, char *argv[])
{
    const QString wanted = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const auto test = std::find_if(tests().cbegin(), tests().cend(),
        [&wanted](const testprogram::TestClass &each) { return nameOf(each) == wanted; });
    if (test == tests().cend()) {
        std::fputs("Name one of these, and then the arguments of QTest:\n", stderr);
        for (const testprogram::TestClass &each : tests())
            std::fprintf(stderr, "  %s\n", qPrintable(nameOf(each)));
        return 2;
    }
    std::rotate(argv + 1, argv + 2, argv + argc); // the name goes to the end, and is left out
    --argc;
    argv[argc] = nullptr;
    const std::unique_ptr<QCoreApplication> application = test->application(argc, argv);
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    const std::unique_ptr<QObject> object = test->object();
    return QTest::qExec(object.get(), argc, argv);
}
