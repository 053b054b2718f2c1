// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui_prospects/dossiersection.h"

#include <QDate>
#include <QHash>
#include <QString>

class NextSteps;

/// The next steps of a prospect: what is due, and a line to add one.
class StepsSection : public DossierSection
{
    Q_OBJECT
public:
    StepsSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void flush() override;
    void forget(ProspectId id) override;
    void startAdding();

private:
    struct Draft
    {
        QString what;
        QDate day;
    };

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    NextSteps *m_steps;
    ProspectId m_shown;
    QHash<ProspectId, Draft> m_drafts; ///< next steps not added yet
};
