// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_prospects/stepssection.h"

#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "session/whenrefused.h"
#include "session/workspace.h"
#include "ui_prospects/nextsteps.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

StepsSection::StepsSection(Workspace &workspace, ProspectDossier &dossier, QWidget *parent)
    : DossierSection(parent)
    , m_workspace(workspace)
    , m_dossier(dossier)
    , m_steps(new NextSteps(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps);
    ProspectService &service = workspace.prospects();
    connect(m_steps, &NextSteps::added, this, [this](QDate day, const QString &what) {
        if (!m_dossier.prospect())
            return;
        const ProspectId id = m_dossier.prospect()->id;
        whenRefused(
            m_workspace, this, [&] { m_workspace.prospects().addFollowUp(id, day, what); },
            [this, id, draft = Draft {what, day}] {
                // What was typed meanwhile stays.
                if (id == m_shown && m_steps->draft().trimmed().isEmpty())
                    m_steps->setDraft(draft.what, draft.day);
                else if (id != m_shown && m_drafts.value(id).what.trimmed().isEmpty())
                    m_drafts.insert(id, draft);
            });
    });
    connect(m_steps, &NextSteps::completed, &service, &ProspectService::completeFollowUp);
    connect(m_steps, &NextSteps::snoozed, &service, &ProspectService::snoozeFollowUp);
    connect(m_steps, &NextSteps::removed, &service, &ProspectService::removeFollowUp);
}

QString StepsSection::key() const
{
    return u"steps"_s;
}

QString StepsSection::title() const
{
    return tr("Next steps");
}

QString StepsSection::summary() const
{
    const auto open = std::ranges::count(m_dossier.followUps(), 0, &FollowUp::doneAt);
    return open == 0 ? QString() : tr("%n open", nullptr, int(open));
}

void StepsSection::refresh(bool isOther)
{
    m_steps->setSteps(m_dossier.followUps(), m_workspace.today());
    if (isOther) {
        m_shown = m_dossier.id();
        const Draft draft = m_drafts.value(m_shown);
        m_steps->setDraft(draft.what, draft.what.isEmpty() ? QDate() : draft.day);
    }
}

void StepsSection::flush()
{
    if (!m_shown.isNull())
        m_drafts.insert(m_shown, {m_steps->draft(), m_steps->draftDay()});
}

void StepsSection::forget(ProspectId id)
{
    m_drafts.remove(id);
    if (id == m_shown)
        m_steps->setDraft({});
}

void StepsSection::startAdding()
{
    emit revealRequested();
    m_steps->startAdding();
}
