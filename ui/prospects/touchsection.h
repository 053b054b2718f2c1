// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/touch.h"
#include "domain/warmth.h"
#include "ui_prospects/dossiersection.h"
#include "ui_prospects/touchform.h"

#include <QHash>

class QLabel;
class QProgressBar;
class QToolButton;
class SectionRows;
class TouchLinkStore;

/// What pulled a prospect: how warm they are and why, whom they brought, their touches, and a form to record one.
class TouchSection : public DossierSection
{
    Q_OBJECT
public:
    TouchSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    void flush() override;
    void forget(ProspectId id) override;
    /// The form appears, empty.
    void startAdding();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showWarmth();
    void showBar();
    void showBrought();
    void showTouches();
    [[nodiscard]] QWidget *rowFor(const Touch &touch);
    [[nodiscard]] QString aboutOf(const Touch &touch) const;
    [[nodiscard]] QString whenOf(const Touch &touch) const;
    void say(const Touch &before, const Touch &after);
    /// \a typed could not be written of the touches of \a of: it stands in the form again, or waits where it does not.
    void putBack(ProspectId of, const Touch &before, const TouchDraft &typed);
    void leaveForm();
    void showAdd();

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    TouchLinkStore *m_links;
    ProspectId m_of;
    QHash<ProspectId, TouchDraft> m_drafts; ///< touches not recorded yet
    Warmth m_warmth;
    QStringList m_shown; ///< what the rows say, by which they are known to be the same
    bool m_showsAll = false;
    QProgressBar *m_bar;
    QLabel *m_level;
    QToolButton *m_why;
    QLabel *m_parts;
    QLabel *m_brought;
    SectionRows *m_rows;
    QToolButton *m_more;
    QToolButton *m_add;
    TouchForm *m_form;
};
