// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBoxLayout;
class Workspace;
struct Handover;

/// Adds to a row of \a handover what all of them say: its state, in the colour of a warning where it is overdue, and its note. The layout has a widget.
void addHandoverLines(QBoxLayout *layout, const Handover &handover, const Workspace &workspace);
