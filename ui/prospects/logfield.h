// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/ids.h"
#include "session/conversationservice.h"
#include "session/fileintake.h"
#include "ui_common/guardrailquestion.h"

#include <QHash>
#include <QWidget>

class CallFields;
class CopyEditor;
class FileChips;
class GuardrailBar;
class HopLine;
class LogSpelling;
class PastePane;
class ProspectDossier;
class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class SnippetPicker;
class WhenButton;
class Workspace;
struct Snippet;

/// Where a rep logs what was said: medium (Alt+1…5), who spoke (Alt+O, Alt+T), the words, when (Alt+W); for calls how they ended and the minutes. Ctrl+Return logs.
/// Alt+R proposes another medium, or tells what became of such a proposal.
/// Files are dropped or chosen, copied chats become messages, and snippets come with what is known of the prospect filled in.
class LogField : public QWidget
{
    Q_OBJECT
public:
    LogField(Workspace &workspace, const ProspectDossier &dossier, QWidget *parent = nullptr);

    /// Chooses \a medium and takes the keyboard: for a call or a meeting at the minutes.
    void start(Medium medium);
    /// Shows what the dossier holds. Files of another prospect wait with them.
    void refresh();
    /// Words that are not logged yet, to be kept while another prospect is shown.
    [[nodiscard]] QString draft() const;
    void setDraft(const QString &text);
    /// Nothing is held of \a id any longer, who was erased for good: files go too.
    void forget(ProspectId id);
    /// Reads \a text as a copied chat and offers its messages.
    void startPaste(const QString &text);

    /// Gives \a entry of \a id back, which could not be written: where \a id is who is written about it stands in the field again, before what was typed
    /// since; else its files wait with them, and its words are the caller's to keep.
    void putBack(ProspectId id, const ConversationService::Entry &entry, bool isHere);

signals:
    /// Something was logged or added.
    void logged();
    /// It could not be written after all; why was told.
    void notLogged(ProspectId id, const ConversationService::Entry &entry);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] Medium medium() const;
    [[nodiscard]] Direction direction() const;
    [[nodiscard]] bool isSpoken() const;
    void build();
    [[nodiscard]] QHBoxLayout *buildSwitches();
    [[nodiscard]] QHBoxLayout *buildWords();
    [[nodiscard]] QHBoxLayout *buildTools();
    void connectParts();
    void showMedium();
    void showReady();
    /// \a keys press \a button at once.
    void addKeys(QKeyCombination keys, QAbstractButton *button);
    void fillHops(QMenu *menu);
    void decide(const Hop &hop, HopState state);
    void log();
    void copy();
    /// Asks the guardrails about what is about to be said. Returns whether it is a contact at all.
    [[nodiscard]] bool askGuardrails(GuardrailQuestion::Answer answer);
    [[nodiscard]] bool isFilledIn();
    /// Whether who is shown is who was asked for; else says so, and what was typed waits for them.
    [[nodiscard]] bool isHere();
    void tell(const QString &text, bool isWarning);
    void insert(const Snippet &snippet);
    void chooseFiles();
    void takeIn(const QStringList &paths);
    void leavePaste();
    void resumePaste();
    void lookAtPasted(const QString &text);
    [[nodiscard]] bool handleKey(QObject *watched, QEvent *event);

    Workspace &m_workspace;
    const ProspectDossier &m_dossier;
    ProspectId m_shown;
    QHash<ProspectId, QList<FreshFile>> m_waiting; ///< files of others
    QString m_pasted; ///< that looks like a chat
    int m_reading = 0; ///< files on their way
    QButtonGroup *m_media;
    QToolButton *m_ours;
    QToolButton *m_theirs;
    CallFields *m_call;
    WhenButton *m_when;
    HopLine *m_hops;
    GuardrailBar *m_guard;
    CopyEditor *m_text;
    GuardrailQuestion *m_question; ///< to the guardrails, about these words
    FileChips *m_files;
    QToolButton *m_propose;
    SnippetPicker *m_snippets;
    QToolButton *m_attach;
    QToolButton *m_pasteChat;
    QToolButton *m_asMessages;
    QLabel *m_hint;
    QPushButton *m_copy;
    QPushButton *m_log;
    QWidget *m_entry; ///< all but the pane of a copied chat
    PastePane *m_paste;
    LogSpelling *m_spelling;
};
