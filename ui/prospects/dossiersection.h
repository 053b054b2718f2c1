// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QWidget>

class ProspectDossier;
class Workspace;

/// A part of a prospect's page beside the thread: homework, offers, where they come from, consent. Each shows what the dossier holds and asks the services.
class DossierSection : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// A stable name, for settings and tests: "homework".
    [[nodiscard]] virtual QString key() const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// A few words beside the title while the section is folded: "2 open". Empty says nothing.
    [[nodiscard]] virtual QString summary() const { return {}; }
    /// Shows what the dossier has now; a field in which somebody types keeps its text. \a isOther: another prospect than before.
    virtual void refresh(bool isOther) = 0;
    /// Says what is pending now.
    virtual void flush() { }
    /// Nothing is held of \a id any longer, who was erased for good: drafts go too.
    virtual void forget(ProspectId id) { Q_UNUSED(id) }

signals:
    /// title() or summary() differ.
    void headingChanged();
    /// Something within asks to be seen: the section unfolds.
    void revealRequested();
    /// Somebody else is asked for, who is named within.
    void openRequested(ProspectId id);
};

/// The sections of a prospect's page, in their order. \a workspace and \a dossier are borrowed and outlive them.
[[nodiscard]] QList<DossierSection *> makeDossierSections(
    Workspace &workspace, ProspectDossier &dossier, QWidget *parent);
