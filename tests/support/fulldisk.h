// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A disk for SQLite's files that a test can fill, at any write: the system's own, but that it says that it is full. What is written already stays. It can
/// also become unreadable.
namespace FullDisk {
/// Every database that this process opens from now on lies on it.
void mount();
/// There is room for \a writes more pieces, then for none until makeRoom().
void fillAfter(int writes);
void makeRoom();
/// Whether it can be read from.
void setReadable(bool isReadable);
/// Whether anything found no room since it was filled last.
[[nodiscard]] bool wasHit();
} // namespace FullDisk
