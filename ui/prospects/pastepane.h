// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/conversationservice.h"

#include <QWidget>

class ProspectDossier;
class QComboBox;
class QDateEdit;
class QLabel;
class QListWidget;
class QPushButton;
class Workspace;

/// A chat that was copied elsewhere, as messages: who of it is us, and which of them are to be added. What is there already is unticked. Nothing is added
/// before "Add".
class PastePane : public QWidget
{
    Q_OBJECT
public:
    PastePane(Workspace &workspace, const ProspectDossier &dossier, QWidget *parent = nullptr);

    /// Reads \a text and shows what it holds.
    void start(const QString &text);

signals:
    void added();
    /// What was added to \a id could not be written after all; why was told, and the chat \a text is still here as it was where \a isHere.
    void refused(ProspectId id, const QString &text, bool isHere);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void read();
    void showChat(const PastedChat &chat);
    void showEntries();
    void tick(const QList<bool> &known);
    void refresh();
    void add();
    [[nodiscard]] QString guessUs() const;
    [[nodiscard]] QString line(const ConversationService::PastedEntry &entry) const;
    [[nodiscard]] QList<ConversationService::PastedEntry> ticked() const;

    Workspace &m_workspace;
    const ProspectDossier &m_dossier;
    QString m_text;
    PastedChat m_chat;
    QList<ConversationService::PastedEntry> m_entries;
    int m_asked = 0; ///< answers to older questions are dropped
    QLabel *m_title;
    QComboBox *m_us;
    QLabel *m_dayLabel;
    QDateEdit *m_day;
    QListWidget *m_list;
    QPushButton *m_add;
};
