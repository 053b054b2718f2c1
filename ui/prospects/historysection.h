// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui_prospects/dossiersection.h"

class ProspectHistory;
class QLabel;
class QPushButton;
class QVBoxLayout;

/// Every change of the record with who and when, read once somebody unfolds it.
class HistorySection : public DossierSection
{
    Q_OBJECT
public:
    HistorySection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    void refresh(bool isOther) override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showEntries();

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    ProspectHistory *m_history;
    QLabel *m_state;
    QVBoxLayout *m_lines;
    QPushButton *m_retry;
    QPushButton *m_more;
};
