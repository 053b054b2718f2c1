// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

/// Fusion, quiet and flat: hairlines and rounded corners instead of bevels. Takes every colour from
/// the palette.
class PullpushStyle : public QProxyStyle
{
    Q_OBJECT
public:
    /// Dynamic property of a QPushButton that is filled with the accent colour; set by
    /// makePrimary().
    static constexpr const char *PrimaryProperty = "pullpushPrimary";

    /// Dynamic property of a QToolButton that is a filter chip: the ColourRole of its dot as a
    /// number, or -1.
    static constexpr const char *ChipProperty = "pullpushChip";

    PullpushStyle();
};
