// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/activity.h"
#include "session/store.h"

class FreshReader;
class Workspace;

/// Who did what when, read from the change log a page at a time; follows what is written here and elsewhere.
class ActivityStore : public Store
{
    Q_OBJECT
public:
    /// \a pageSize rows are read at once.
    ActivityStore(Workspace &workspace, int pageSize, QObject *parent);

    /// Reads the newest page of \a query; changed() follows.
    void show(const ActivityQuery &query);
    /// Nothing is read any more until show().
    void close();
    /// Reads what is older than what is there, where there is more.
    void readMore();
    [[nodiscard]] const ActivityQuery &query() const { return m_query; }
    /// All pages that were read.
    [[nodiscard]] const ActivityPage &page() const { return m_page; }

private:
    void reload();
    void append(const ActivityPage &page);

    Workspace &m_workspace;
    FreshReader *m_reader;
    int m_pageSize;
    ActivityQuery m_query;
    ActivityPage m_page;
    bool m_shown = false;
    bool m_readsMore = false;
};
