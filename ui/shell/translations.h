// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

/// The languages of the program. English has a file too, for its plural forms.
namespace Translations {

/// Installs Qt's and our translations for the user's language; English where there is none. They live as long as \a app.
void install(QCoreApplication &app);

} // namespace Translations
