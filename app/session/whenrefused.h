// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;
class Workspace;

/// Runs \a send, which commits on the spot, and calls \a refused once, on the GUI thread, where the workspace could not write what it committed: whoever took
/// words out of a field puts them back. By then what was shown is taken back; why is told behind it. Not called after \a context died, nor where all is
/// written or nothing was committed.
void whenRefused(Workspace &workspace, QObject *context, const std::function<void()> &send,
    std::function<void()> refused);
