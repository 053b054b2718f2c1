// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

double middleOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

double median(int runs, const std::function<void()> &call)
{
    std::vector<double> times;
    for (int i = 0; i <= runs; ++i) {
        QElapsedTimer timer;
        timer.start();
        call();
        if (i > 0)
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return middleOf(std::move(times));
}

double patientMedian(const std::function<void()> &call)
{
    constexpr size_t Most = 15;
    constexpr qint64 PatienceMs = 2000;
    call();
    std::vector<double> times;
    QElapsedTimer all;
    all.start();
    while (times.empty() || (times.size() < Most && all.elapsed() < PatienceMs)) {
        const qint64 begun = all.nsecsElapsed();
        call();
        times.push_back(double(all.nsecsElapsed() - begun) / 1e6);
    }
    return middleOf(std::move(times));
}

void print(const QString &what, double value, const QString &unit, double yardstick)
{
    out() << "  "_L1 << what.leftJustified(58)
          << QString::number(value, 'f', value < 10 ? 3 : 1).rightJustified(10) << ' ' << unit;
    if (yardstick > 0)
        out() << "   "_L1 << QString::number(value / yardstick, 'f', 4) << " Y"_L1;
    out() << Qt::endl;
}

void printTime(const QString &what, double milliseconds, double yardstick)
{
    print(what, milliseconds, u"ms"_s, yardstick);
}

void printBeside(const QString &what, double milliseconds, double bare, const QString &note)
{
    out() << "  "_L1 << what.leftJustified(54)
          << QString::number(milliseconds, 'f', 3).rightJustified(10) << " ms"_L1;
    if (bare > 0)
        out() << "   bare "_L1 << QString::number(bare, 'f', 3).rightJustified(9) << " ms   "_L1
              << QString::number(milliseconds / bare, 'f', milliseconds < bare ? 4 : 2) << 'x';
    if (!note.isEmpty())
        out() << "   "_L1 << note;
    out() << Qt::endl;
}
