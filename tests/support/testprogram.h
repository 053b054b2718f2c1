// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef QT_WIDGETS_LIB
#include <QApplication>
#else
#include <QCoreApplication>
#endif

#include <memory>

// One program holds the tests of a folder: `test_domain tst_money [ARGUMENT OF QTEST…]` runs those of tst_money.cpp.
namespace testprogram {

struct TestClass
{
    const char *source; // the path of its file
    std::unique_ptr<QCoreApplication> (*application)(int &argc, char **argv);
    std::unique_ptr<QObject> (*object)();
};

// Called before main, once for each class.
bool add(const TestClass &test);

template<typename Application>
std::unique_ptr<QCoreApplication> application(int &argc, char **argv)
{
    return std::make_unique<Application>(argc, argv);
}

template<typename Test>
std::unique_ptr<QObject> object()
{
    return std::make_unique<Test>();
}

} // namespace testprogram

#define PULLPUSH_TEST_IN(Application, Test)                                                        \
    [[maybe_unused]] static const bool added##Test = testprogram::add(                             \
        {__FILE__, testprogram::application<Application>, testprogram::object<Test>});

// At the end of a file: adds its class to the program of its folder, to run without or with a window system.
#define PULLPUSH_TEST(Test) PULLPUSH_TEST_IN(QCoreApplication, Test)
#define PULLPUSH_WINDOW_TEST(Test) PULLPUSH_TEST_IN(QApplication, Test)
