// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/consentsection.h"
#include "ui_prospects/detailssection.h"
#include "ui_prospects/dossiersection.h"
#include "ui_prospects/handoversection.h"
#include "ui_prospects/historysection.h"
#include "ui_prospects/homeworksection.h"
#include "ui_prospects/mergesection.h"
#include "ui_prospects/notessection.h"
#include "ui_prospects/offersection.h"
#include "ui_prospects/stepssection.h"
#include "ui_prospects/touchsection.h"

QList<DossierSection *> makeDossierSections(
    Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
{
    return {
        new StepsSection(workspace, dossier, parent),
        new HomeworkSection(workspace, dossier, parent),
        new TouchSection(workspace, dossier, parent),
        new HandoverSection(workspace, dossier, parent),
        new OfferSection(workspace, dossier, parent),
        new ConsentSection(workspace, dossier, parent),
        new DetailsSection(workspace, dossier, parent),
        new NotesSection(workspace, dossier, parent),
        new MergeSection(workspace, dossier, parent),
        new HistorySection(workspace, dossier, parent),
    };
}
