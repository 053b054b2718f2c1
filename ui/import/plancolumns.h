// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_import/fieldchoice.h"

#include <QList>
#include <QString>
#include <QStringList>

/// What a column of a file can tell of a post, in words for people. An empty field is "ignore".
namespace PlanColumns {

using Choice = FieldChoice;

/// All choices in the order of a list: ignore, words, when, where, the rest.
[[nodiscard]] QList<Choice> choices();
/// The words for \a field, also one that is no choice.
[[nodiscard]] QString text(const QString &field);
/// Whether the columns' \a targets say where posts belong.
[[nodiscard]] bool nameChannels(const QStringList &targets);
[[nodiscard]] bool isDate(const QString &field);
/// The program that a file of \a system comes from, as it writes itself; empty where it is none.
[[nodiscard]] QString programName(const QString &system);

/// What is wrong with a mapping before a file is read.
using Problems = FieldProblems;
/// \a targets holds a field for each column of \a header.
[[nodiscard]] Problems check(const QStringList &header, const QStringList &targets);

} // namespace PlanColumns
