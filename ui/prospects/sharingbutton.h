// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class ProspectDossier;
class QActionGroup;
class QMenu;
class Workspace;

/// Who sees what was said with the prospect: tells it, and lets the owner of the conversations choose. The last line of its menu says what privacy in
/// a shared file is worth.
class SharingButton : public QToolButton
{
    Q_OBJECT
public:
    /// Both are borrowed and outlive the button.
    SharingButton(Workspace &workspace, ProspectDossier &dossier, QWidget *parent = nullptr);

    /// Shows what the dossier has.
    void refresh();

private:
    void fillMenu();
    void addChoices(QMenu &menu);
    void addCircle(QMenu &menu);
    /// One sentence: who sees it.
    [[nodiscard]] QString stateText() const;

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    QMenu *m_menu;
    QActionGroup *m_choices; ///< who sees it: one of them
};
