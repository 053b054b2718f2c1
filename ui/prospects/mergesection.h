// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/mergeservice.h"
#include "ui_prospects/dossiersection.h"

class QLabel;
class QListWidget;
class QPushButton;
class QVBoxLayout;

/// The records that were merged into this one. Each can be taken out again; what came since can then be handed over to it.
class MergeSection : public DossierSection
{
    Q_OBJECT
public:
    MergeSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void forget(ProspectId id) override;

private:
    void read();
    void showMerges(const QList<NamedMerge> &merges);
    void takeOut(MergeId id);
    void offerLater(const TakenOut &taken);
    void handOver();
    void leaveHanding();
    [[nodiscard]] QString laterText(const LaterRow &later) const;

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    MergeService *m_service;
    QLabel *m_none;
    QPushButton *m_retry;
    QVBoxLayout *m_lines;
    QList<QWidget *> m_rows;
    QWidget *m_handing;
    QLabel *m_question;
    QListWidget *m_later;
    QPushButton *m_give;
    QList<MergeId> m_listed;
    TakenOut m_taken;
    bool m_isKnown = false; ///< what was merged into the one that is shown
};
