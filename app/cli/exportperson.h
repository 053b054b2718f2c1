// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct CommandCall;

/// `export WORKSPACE person FILE --person PERSON`: everything about one person. Returns the exit code.
[[nodiscard]] int exportPerson(const CommandCall &call);
