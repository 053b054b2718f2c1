// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rowspec.h"
#include "test_support/testworkspace.h"

/// A workspace on either database with a few members beside its first, a manager; another(login) is the window of one of them.
class TeamWorkspace : public TestWorkspace
{
public:
    TeamWorkspace()
        : TestWorkspace(FakeClock::Start)
    { }
    /// The reason why there is none, or an empty text.
    [[nodiscard]] QString open(
        bool onServer, const QList<User> &members = {}, const QByteArray &zone = "Europe/Berlin")
    {
        if (QString reason = create({.zone = zone}, onServer); !reason.isEmpty())
            return reason;
        RowEdits edits;
        for (const User &member : members)
            edits << insertion(member);
        if (!edits.isEmpty())
            get()->apply(edits);
        return settle() ? QString() : QStringLiteral("the members are not written");
    }
};
