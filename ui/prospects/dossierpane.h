// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"
#include "domain/move.h"

#include <QHash>
#include <QWidget>

class ConversationBar;
class DossierHeader;
class EmptyState;
class ErrorState;
class InlineMessage;
class LogField;
class MoveBar;
class ProposalCard;
class ProspectDossier;
class ProspectThread;
class QStackedWidget;
class SectionList;
class Workspace;
struct Prospect;

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
    void startMessage() { startLog(Medium::DirectMessage); }
    void startCall() { startLog(Medium::Call); }
    void startNextStep();
    /// The offers: one is made, or the one that is open is won or lost.
    void startOffer();
    void winOffer();
    void loseOffer();
    /// The conversation of the header rests, or goes on.
    void snoozeConversation();
    void closeConversation();
    void reopenConversation();
    void editName();
    /// Says where somebody else is called \a name already.
    void hintAt(const QString &name);
    /// Asks where the attachment \a id is to be written, and writes it there. Nothing is opened.
    void saveAttachment(qint64 id);
    /// Brings a message of the prospect that was opened last into view, as soon as it is read.
    void showMessage(MessageId id);
    /// For how many prospects words wait that are not logged.
    [[nodiscard]] int unloggedCount() const;
    /// Says what is pending now.
    void flush();
    [[nodiscard]] ConversationBar &conversation();
    [[nodiscard]] SectionList &sections() { return *m_sections; }
    /// The thread: showMessage() leads to a message of it, attachmentActivated() and hopDecided() tell what was chosen.
    [[nodiscard]] ProspectThread &thread() { return *m_thread; }

signals:
    void loadingChanged(bool loading);
    void deleteRequested();
    void closeRequested();
    void openRequested(ProspectId id);
    /// This record and \a known are to be one.
    void mergeRequested(ProspectId known);
    /// Escape: back to the list, which still shows who is chosen.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void connectParts();
    void refresh();
    void refreshProposal();
    /// The card goes with its answer: the keyboard goes on in the thread.
    void leaveProposal();
    /// Moves them; what was typed of a move that cannot be written stands in its line again.
    void moveTo(
        const Prospect &prospect, StageId stage, const QString &reason, LostReasonId lostReason);
    /// The words in the log field wait with their prospect, those of \a id come back.
    void showDraftOf(ProspectId id);
    /// Once for each person at this computer: what privacy in a file is worth.
    void sayCourtesy();

    Workspace &m_workspace;
    ProspectDossier *m_dossier;
    QHash<ProspectId, QString> m_drafts; ///< words not logged yet
    ProspectId
        m_draftOf; ///< whose words stand in the log field: who was asked for, also before they are read
    ProspectId m_shown;
    QStackedWidget *m_stack;
    QWidget *m_page;
    DossierHeader *m_header;
    InlineMessage *m_courtesy;
    MoveBar *m_move;
    ProposalCard *m_proposal;
    ProspectThread *m_thread;
    LogField *m_log;
    SectionList *m_sections;
    ErrorState *m_error;
    EmptyState *m_gone;
};
