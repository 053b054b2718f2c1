// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/network.h"
#include "domain/stage.h"
#include "ui_import/fieldchoice.h"

#include <QList>
#include <QString>
#include <QStringList>

/// What a column of a file can tell of a prospect, in words for people. An empty field is "ignore".
namespace ImportFields {

using Choice = FieldChoice;

/// All choices in the order of a list: ignore, who, what, when, handles, entry dates.
[[nodiscard]] QList<Choice> choices(const QList<Stage> &stages, const NetworkTable &networks);
/// The words for \a field, also one that is no choice.
[[nodiscard]] QString text(
    const QString &field, const QList<Stage> &stages, const NetworkTable &networks);
/// \a field with its stage by key, as choices() has it.
[[nodiscard]] QString canonical(const QString &field, const QList<Stage> &stages);
[[nodiscard]] bool isDate(const QString &field);

/// What is wrong with a mapping before a file is read.
using Problems = FieldProblems;
/// \a targets holds a field for each column of \a header. \a rows are the first of the file.
[[nodiscard]] Problems check(const QStringList &header, const QStringList &targets,
    const QList<QStringList> &rows, const QList<Stage> &stages);

} // namespace ImportFields
