// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"
#include "ui_prospects/dossiersection.h"
#include "ui_prospects/lossform.h"
#include "ui_prospects/offerform.h"

#include <QDate>
#include <QHash>

#include <optional>

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
    void flush() override;
    void forget(ProspectId id) override;
    /// The form appears, empty.
    void startAdding();
    /// Wins the one open offer; where several are open the keyboard goes to their answers.
    void winOpen();
    /// Asks why the one open offer is lost; where several are open the keyboard goes to their answers.
    void loseOpen();

private:
    void build();
    void showOffers();
    /// The rows are made anew; what had the keyboard in one has it again.
    void fillRows(const QList<Offer> &offers);
    [[nodiscard]] QWidget *rowFor(const Offer &offer);
    [[nodiscard]] QWidget *decisionsOf(const Offer &offer, QWidget *parent);
    [[nodiscard]] QString stateOf(const Offer &offer) const;
    void startLosing(const Offer &offer);
    void say(const Offer &before, const Offer &after);
    void lose(const Offer &offer, const LossForm::Said &why);
    void leaveForms();
    /// \a typed could not be written of the offers of \a of: it stands in the form again, or waits where it does not.
    void putBack(ProspectId of, const Offer &before, const OfferDraft &typed);
    void showAdd();
    /// The one that is open; where none or several are, the keyboard goes to \a button of the first, else to what makes one.
    [[nodiscard]] std::optional<Offer> onlyOpen(const QString &button);

    Workspace &m_workspace;
    ProspectDossier &m_dossier;
    QList<Offer> m_shown;
    QDate m_today;
    ProspectId m_of;
    QHash<ProspectId, OfferDraft> m_drafts; ///< offers not made yet
    SectionRows *m_rows;
    QLabel *m_sums;
    QToolButton *m_add;
    OfferForm *m_form;
    LossForm *m_loss;
};
