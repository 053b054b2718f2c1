// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/consent.h"
#include "domain/conversation.h"
#include "ui_prospects/dossiersection.h"

#include <optional>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

/// May they be contacted: the wish to be left alone, and on what a contact rests, per medium, with source and date. What was recorded before stays.
class ConsentSection : public DossierSection
{
    Q_OBJECT
public:
    ConsentSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void flush() override;

private:
    void build();
    [[nodiscard]] QWidget *buildProposal();
    [[nodiscard]] QWidget *buildForm();
    [[nodiscard]] QWidget *lineFor(const Consent &consent);
    void refreshProposal();
    void orderTabs();
    void add();
    /// Commits the flag with \a why; where it cannot be written the words stand there again.
    void flag(bool isSet, const QString &why);
    void setFlag(bool isSet);

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    ProspectId m_of;
    QWidget *m_proposal;
    QLabel *m_proposalText;
    std::optional<Message> m_optOut;
    QCheckBox *m_leaveAlone;
    QLineEdit *m_why;
    QPushButton *m_dismiss = nullptr;
    QLabel *m_none;
    QVBoxLayout *m_lines;
    QList<Consent> m_shown;
    QComboBox *m_basis;
    QComboBox *m_medium;
    QLineEdit *m_source;
    QDateEdit *m_day;
    QPushButton *m_record = nullptr;
};

/// "Consent", "Legitimate interest": for people.
[[nodiscard]] QString basisName(LegalBasis basis);
