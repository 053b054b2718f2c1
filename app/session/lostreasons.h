// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"

#include <QCoreApplication>

class Workspace;

/// The team's list of reasons for losing. Each is one undoable command. A reason is never deleted, since what was lost keeps it: it retires.
class LostReasons
{
    Q_DECLARE_TR_FUNCTIONS(LostReasons)
public:
    explicit LostReasons(Workspace &workspace)
        : m_workspace(workspace)
    { }

    /// Whether there is none of that name (folded) besides \a but, and it is not empty.
    [[nodiscard]] bool isFree(const QString &name, LostReasonId but = {}) const;
    /// At the end of the list. A name that is taken or empty adds nothing.
    void add(const QString &name) const;
    void rename(const LostReason &reason, const QString &name) const;
    /// Moves it by \a steps; at the end it stays.
    void move(LostReasonId id, int steps) const;
    /// No longer offered, or offered again.
    void retire(const LostReason &reason, bool isRetired) const;

private:
    Workspace &m_workspace;
};
