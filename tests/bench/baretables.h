// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class BareStore;
struct ReportData;

/// Makes the temporary tables that BareAnswers asks: of what the figures need and nothing else, in memory and in the best order for them, so that they are
/// faster than the workspace's own could be. Moves and prospects are those of the workspace. What charts need beside them is that of data.facts, one row for
/// each of theirs: what was read of conversations is summed up in them already, and nothing reads a message. The statistics of all are there. False, and
/// told in the output, where that fails.
[[nodiscard]] bool makeBareTables(BareStore &bare, const ReportData &data);
