// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui_prospects/dossiersection.h"

#include <QTimer>

class QPlainTextEdit;

/// Free notes about a prospect, said at once.
class NotesSection : public DossierSection
{
    Q_OBJECT
public:
    NotesSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    void refresh(bool isOther) override;
    void flush() override;

private:
    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    QTimer m_rest; ///< after typing, until it is said
    bool m_typed = false;
    ProspectId m_shown;
    QPlainTextEdit *m_text;
};
