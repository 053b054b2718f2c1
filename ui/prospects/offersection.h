// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"
#include "ui_prospects/dossiersection.h"

#include <QDate>

class LossForm;
class OfferForm;
class QLabel;
class QToolButton;
class SectionRows;

/// The offers and nudges of a prospect over the years, their sums by currency, and what became of them.
class OfferSection : public DossierSection
{
    Q_OBJECT
public:
    OfferSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent);

    [[nodiscard]] QString key() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString summary() const override;
    void refresh(bool isOther) override;
    /// The form appears, empty.
    void startAdding();

private:
    void build();
    void showOffers();
    [[nodiscard]] QWidget *rowFor(const Offer &offer);
    [[nodiscard]] QWidget *decisionsOf(const Offer &offer, QWidget *parent);
    [[nodiscard]] QString stateOf(const Offer &offer) const;
    void startLosing(const Offer &offer);
    void leaveForms();

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    QList<Offer> m_shown;
    QDate m_today;
    SectionRows *m_rows;
    QLabel *m_sums;
    QToolButton *m_add;
    OfferForm *m_form;
    LossForm *m_loss;
};
