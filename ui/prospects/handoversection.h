// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handover.h"
#include "domain/touch.h"
#include "ui_prospects/dossiersection.h"

#include <QHash>

class DecisionRow;
class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class SectionRows;
class WorkspaceSetting;

/// The handover of a prospect from marketing to sales: what is open, with the touches that came with it, what can be done, and a form to offer them.
class HandoverSection : public DossierSection
{
    Q_OBJECT
public:
    HandoverSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void flush() override;
    void forget(ProspectId id) override;
    void startOffering();

private:
    /// What was typed of an offer to sales that is not made yet.
    struct Draft
    {
        UserId to;
        QString note;
        QHash<TouchId, bool> touches; ///< whether they go along
    };
    void build();
    [[nodiscard]] QWidget *buildForm();
    void showHandovers();
    void showForm();
    /// What stands in the form.
    [[nodiscard]] Draft typed() const;
    void leaveForm();
    void showAdd();
    void offer();
    [[nodiscard]] QWidget *rowFor(const Handover &handover);
    [[nodiscard]] DecisionRow *decisionsOf(const Handover &handover, QWidget *parent);
    [[nodiscard]] QString titleOf(const Touch &touch) const;
    [[nodiscard]] const Handover *open() const;

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    ProspectId m_of;
    QHash<ProspectId, Draft> m_drafts;
    WorkspaceSetting *m_limit;
    QStringList m_shown; ///< what the rows say, by which they are known to be the same
    SectionRows *m_rows;
    QLabel *m_why; ///< they cannot be offered
    QToolButton *m_add;
    QWidget *m_form;
    QComboBox *m_to;
    SectionRows *m_touches;
    QLineEdit *m_note;
};
