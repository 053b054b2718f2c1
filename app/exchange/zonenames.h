// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTimeZone>

/// The IANA name for a time zone as programs write it: an IANA name itself, also quoted or behind a
/// path ("/freeassociation.sourceforge.net/Europe/Berlin"), and Windows' names ("W. Europe Standard
/// Time"). Empty where \a name is none of these.
[[nodiscard]] QString ianaZone(const QString &name);

/// The zone with that IANA name, or \a fallback where the name is empty or unknown (QTimeZone takes an empty name for
/// the computer's zone).
[[nodiscard]] QTimeZone zoneNamed(const QString &iana, const QTimeZone &fallback);
