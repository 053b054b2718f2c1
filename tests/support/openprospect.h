// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/prospectdossier.h"
#include "session/prospectservice.h"
#include "test_support/testworkspace.h"

/// For a test to derive from: a workspace with one prospect, Nora Field, and her open dossier.
class OpenProspect
{
protected:
    /// Both anew, reached by \a handles; false where that takes too long.
    [[nodiscard]] bool openProspect(const QList<Handle> &handles = {})
    {
        m_test = std::make_unique<TestWorkspace>();
        if (!m_test->isOpen())
            return false;
        Prospect prospect;
        prospect.name = QStringLiteral("Nora Field");
        m_id = (*m_test)->prospects().create(prospect, handles);
        if (!settle())
            return false;
        m_dossier = std::make_unique<ProspectDossier>(**m_test, nullptr);
        return show(m_id);
    }
    void closeProspect()
    {
        m_dossier.reset();
        m_test.reset();
    }
    /// Opens the dossier of another prospect.
    [[nodiscard]] bool show(ProspectId id)
    {
        m_dossier->open(id);
        return QTest::qWaitFor(
            [this] { return m_dossier->state() == StoreState::Ready && m_dossier->prospect(); });
    }
    [[nodiscard]] bool settle() const { return m_test->settle(); }
    [[nodiscard]] StageId stage(const char *key) const
    {
        const QList<Stage> &stages = (*m_test)->stages();
        return stages.at(indexOfStage(stages, QString::fromLatin1(key))).id;
    }
    [[nodiscard]] QString stageKey() const
    {
        const QList<Stage> &stages = (*m_test)->stages();
        return stages.at(indexOfStage(stages, m_dossier->prospect()->stage)).key;
    }

    std::unique_ptr<TestWorkspace> m_test;
    std::unique_ptr<ProspectDossier> m_dossier;
    ProspectId m_id;
};
