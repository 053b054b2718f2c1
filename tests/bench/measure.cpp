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
