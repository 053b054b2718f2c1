// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handover.h"
#include "domain/prospect.h"

#include <QCoreApplication>
#include <QList>

class Workspace;

/// Marketing hands a warm prospect to sales. Each is one undoable command; what the rules do not allow does nothing.
class HandoverService
{
    Q_DECLARE_TR_FUNCTIONS(HandoverService)
public:
    /// The setting of the workspace that holds the time limit in hours of working days.
    static constexpr QLatin1StringView LimitSetting {"handover.limit_hours"};

    explicit HandoverService(Workspace &workspace)
        : m_workspace(workspace)
    { }

    struct Terms
    {
        UserId to = {}; ///< null: whoever takes it first
        QList<TouchId> touches = {};
        QString note = {};
        int limitHours = HandoverRules::DefaultHours; ///< of working days; 0: none
    };
    /// Offers \a prospect, who is warm and has no open one among \a known.
    void offer(const Prospect &prospect, const QList<Handover> &known, const Terms &terms) const;
    /// The viewer takes \a prospect over: owns them, and they move to the first stage of the push unless they are there already. Who is second meets a
    /// conflict, and nothing is written.
    void accept(const Prospect &prospect, const Handover &handover) const;
    /// Returns it to marketing with \a reason, which is not empty.
    void giveBack(const Prospect &prospect, const Handover &handover, const QString &reason) const;
    void withdraw(const Prospect &prospect, const Handover &handover) const;

private:
    [[nodiscard]] Handover decided(const Handover &handover, HandoverState state) const;

    Workspace &m_workspace;
};
