// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/freshreader.h"

FreshReader::FreshReader(Workspace &workspace, std::function<void()> read, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_read(std::move(read))
{
    connect(&workspace, &Workspace::edited, this, [this] { ++m_edits; });
    connect(&workspace, &Workspace::settled, this, [this] {
        if (std::exchange(m_stale, false))
            m_read();
    });
}

void FreshReader::cancel()
{
    ++m_generation;
    m_stale = false;
}

bool FreshReader::isCurrent(int generation, int edits)
{
    if (generation != m_generation)
        return false;
    if (edits == m_edits)
        return true;
    if (m_workspace.isWriting())
        m_stale = true;
    else
        m_read();
    return false;
}
