// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class MarkView;

/// Makes views with marks known to screen readers: the view is a chart with its accessible name, its marks are buttons named by
/// their sentences. One without a focus of its own has none of them. May be called often.
void installMarkAccessibility();
/// Tells screen readers that the keyboard stands on another mark.
void announceCurrentMark(MarkView *view);
