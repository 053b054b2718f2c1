// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractScrollArea;

/// Keeps two views of the same kind of thing at the same place, across and down, as long as both live. Where one is scrolled, by whatever
/// means, the other goes to the same share of its own way: by the same amount where both have as far to go. Where the room or what is shown
/// changes, the one that was scrolled last stays and the other follows it. A hidden view follows, and leads nobody that is shown.
void scrollTogether(QAbstractScrollArea *one, QAbstractScrollArea *other);
