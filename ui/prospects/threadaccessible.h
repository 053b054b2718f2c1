// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class ThreadView;

/// Makes threads known to screen readers: the view is a list, its children are the entries near the eye, named by when, who and what. May be called often.
void installThreadAccessibility();
/// Tells screen readers that the keyboard stands on another entry.
void announceCurrentRow(ThreadView *view);
