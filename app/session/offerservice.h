// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/offer.h"
#include "domain/rowedit.h"

#include <QCoreApplication>

class ProspectDossier;
class Workspace;

/// What people do with offers and nudges. Each is one undoable command; where it moves the prospect, the move is part of it.
class OfferService
{
    Q_DECLARE_TR_FUNCTIONS(OfferService)
public:
    explicit OfferService(Workspace &workspace)
        : m_workspace(workspace)
    { }

    /// Makes an offer, now where its time is 0. An offer (not a nudge) takes a prospect who is before the stage "offer" there.
    void make(const ProspectDossier &dossier, Offer offer) const;
    void change(const Offer &before, const Offer &after) const;
    /// It is bought; who is not at a won stage yet moves to the first one.
    void win(const ProspectDossier &dossier, const Offer &offer) const;
    struct Loss
    {
        LostReasonId reason = {};
        QString words = {}; ///< for the move
        bool moves = false; ///< the prospect moves to the first exit, too
    };
    /// It is lost, at the stage where they are now.
    void lose(const ProspectDossier &dossier, const Offer &offer, const Loss &loss) const;
    void withdraw(const Offer &offer) const;
    void remove(const Offer &offer) const;

private:
    [[nodiscard]] Offer decided(const Offer &offer, OfferState state) const;

    Workspace &m_workspace;
};
