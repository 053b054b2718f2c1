// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDate>
#include <QString>

/// Days that the calendar shows behind the posts: the holidays of a country, the fairs of a year.
struct Overlay
{
    OverlayId id;
    QString name;
    int colour = 0; ///< as a campaign's
    QString place = {}; ///< the file that it was read from
    bool shown = true;
    qint64 rowVersion = 1;

    friend bool operator==(const Overlay &, const Overlay &) = default;
};

/// One entry of an overlay.
struct OverlayDay
{
    OverlayDayId id;
    OverlayId overlay;
    QDate from;
    QDate to; ///< inclusive
    QString name;
    qint64 rowVersion = 1;

    friend bool operator==(const OverlayDay &, const OverlayDay &) = default;
};
