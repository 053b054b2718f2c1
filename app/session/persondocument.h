// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

/// The export of one person (PersonExport) as a page that people read.
namespace PersonDocument {
/// A page of HTML that needs no other file. Whatever it holds is text: nothing in it is run, loaded or followed; each cell takes the direction of its own words.
[[nodiscard]] QString html(const QJsonObject &person);
/// The same on A4. Needs a QGuiApplication; any thread.
[[nodiscard]] QByteArray pdf(const QJsonObject &person);
} // namespace PersonDocument
