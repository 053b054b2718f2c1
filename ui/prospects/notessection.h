// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/rowedit.h"
#include "ui_prospects/dossiersection.h"

#include <QTimer>

#include <optional>

class QLabel;
class QPlainTextEdit;

/// Free notes about a prospect, said at once. What somebody else writes meanwhile is kept beside it, and told.
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
    struct Said
    {
        QString before;
        QString after;
    };
    void setWords(const QString &words);
    void takeBack(const QList<RowEdit> &edits);

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    QTimer m_rest; ///< after typing, until it is said
    bool m_typed = false;
    ProspectId m_shown;
    QString m_base; ///< what the words began from
    std::optional<Said> m_said; ///< not acknowledged yet
    QLabel *m_told;
    QPlainTextEdit *m_text;
};
