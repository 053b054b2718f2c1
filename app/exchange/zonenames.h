// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The IANA name for a time zone as programs write it: an IANA name itself, also quoted or behind a
/// path ("/freeassociation.sourceforge.net/Europe/Berlin"), and Windows' names ("W. Europe Standard
/// Time"). Empty where \a name is none of these.
[[nodiscard]] QString ianaZone(const QString &name);
