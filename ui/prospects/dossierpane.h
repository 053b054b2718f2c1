// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"
#include "domain/move.h"

#include <QHash>
#include <QWidget>

class DossierHeader;
class EmptyState;
class ErrorState;
class LogField;
class MoveBar;
class ProposalCard;
class ProspectDossier;
class QStackedWidget;
class SectionList;
class ThreadView;
class Workspace;

/// One prospect: who on top, then the one thread, the log field at the bottom, the sections beside it.
class DossierPane : public QWidget
{
    Q_OBJECT
public:
    explicit DossierPane(Workspace &workspace, QWidget *parent = nullptr);

    /// Shows \a id; what was typed for the one before is said or kept first. Null closes.
    void open(ProspectId id);
    [[nodiscard]] ProspectDossier &dossier() { return *m_dossier; }
    /// The stage bar opens (Ctrl+M).
    void startMove();
    /// The log field takes the keyboard.
    void startLog(Medium medium);
    void startNextStep();
    void editName();
    /// Says what is pending now.
    void flush();
    [[nodiscard]] SectionList &sections() { return *m_sections; }

signals:
    void loadingChanged(bool loading);
    void deleteRequested();
    void closeRequested();
    /// Somebody else is named on the page and asked for.
    void openRequested(ProspectId id);
    /// Escape: back to the list, which still shows who is chosen.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectParts();
    void refresh();
    void refreshThread();
    void refreshProposal();
    /// Why it was made, with the reason of the team's list before it.
    [[nodiscard]] QString wordsOfLoss(const Move &move) const;
    void removeMessage(qint64 id);

    Workspace &m_workspace;
    ProspectDossier *m_dossier;
    QHash<ProspectId, QString> m_drafts; ///< words not logged yet
    ProspectId m_shown;
    QStackedWidget *m_stack;
    QWidget *m_page;
    DossierHeader *m_header;
    MoveBar *m_move;
    ProposalCard *m_proposal;
    ThreadView *m_thread;
    LogField *m_log;
    SectionList *m_sections;
    ErrorState *m_error;
    EmptyState *m_gone;
};
