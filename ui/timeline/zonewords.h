// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shownzone.h"

#include <QByteArray>
#include <QString>

/// The place that an IANA zone is named after: "New York".
[[nodiscard]] QString placeOf(const QByteArray &zone);
/// What the times that are shown are of, in a word or two: a place, or the audience.
[[nodiscard]] QString nameOf(const ShownZone &zone);
