// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class FunnelView;

/// Makes funnels known to screen readers: the view is a chart named by its finding, its bars are buttons named by their
/// figures. May be called often.
void installFunnelAccessibility();
/// Tells screen readers that the keyboard stands on another bar.
void announceCurrentCell(FunnelView *view);
