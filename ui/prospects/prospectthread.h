// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_prospects/threadview.h"

class MessagePages;
class ProspectDossier;
class Workspace;

/// What a thread is made of, with its messages read by page.
[[nodiscard]] ThreadSource pagedThread(Workspace &workspace, MessagePages &pages);
/// Shows in \a view that \a pages cannot be read, and reads them again on demand. Words that are there already stay; that they may be of before is told.
void followFailures(Workspace &workspace, MessagePages &pages, ThreadView &view);

/// The one thread of the prospect that a dossier holds: what pulled them, what was said over any medium, and what became of it. Follows the dossier.
class ProspectThread : public ThreadView
{
    Q_OBJECT
public:
    /// \a dossier is borrowed and outlives the thread.
    ProspectThread(Workspace &workspace, ProspectDossier &dossier, QWidget *parent = nullptr);

    [[nodiscard]] MessagePages &pages() { return *m_pages; }

private:
    void follow();
    void refresh();
    [[nodiscard]] ThreadSource source() const;
    /// Why a move was made, with the reason of the team's list before it.
    [[nodiscard]] QString wordsOfLoss(const Move &move) const;
    void remove(qint64 message);

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    MessagePages *m_pages;
};
