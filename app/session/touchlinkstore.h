// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/touchlinks.h"
#include "session/store.h"

class FreshReader;
class Workspace;

/// Who brought a prospect, whom they brought, and the versions of the profile that their touches name; follows the change feed.
class TouchLinkStore : public Store
{
    Q_OBJECT
public:
    TouchLinkStore(Workspace &workspace, QObject *parent);

    /// Reads those of \a id; changed() follows. A null id closes.
    void open(ProspectId id);
    [[nodiscard]] const TouchLinks &links() const { return m_links; }
    /// How many of those they brought are customers.
    [[nodiscard]] int customers() const;

private:
    void reload();

    Workspace &m_workspace;
    FreshReader *m_reader;
    ProspectId m_id;
    TouchLinks m_links;
};
