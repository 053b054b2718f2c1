// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextStream>

#include <functional>
#include <vector>

/// What is told of a run, on the standard output.
QTextStream &out();

/// The middle of \a values, the upper one of two; there must be one.
[[nodiscard]] double middleOf(std::vector<double> values);
/// Median of \a runs calls in milliseconds, after one that is not counted.
[[nodiscard]] double median(int runs, const std::function<void()> &call);
/// The same for calls that may take long: no more of them after two seconds, but at least one that counts.
[[nodiscard]] double patientMedian(const std::function<void()> &call);

/// A line with \a value, and with its ratio to the \a yardstick of the same run where there is one.
void print(const QString &what, double value, const QString &unit, double yardstick = 0);
/// The same for milliseconds.
void printTime(const QString &what, double milliseconds, double yardstick = 0);
/// A line with \a milliseconds, and beside it what the \a bare read of the same took, where there is one.
void printBeside(const QString &what, double milliseconds, double bare, const QString &note = {});
