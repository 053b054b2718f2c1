// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/rowedit.h"
#include "domain/touch.h"
#include "domain/touchlinks.h"

#include <QCoreApplication>

#include <functional>

class ProspectDossier;
class QObject;
class Workspace;

/// What people do with touches. Each is one undoable command, which also proposes the move that the touches suggest: a touch never moves anybody by itself.
class TouchService
{
    Q_DECLARE_TR_FUNCTIONS(TouchService)
public:
    explicit TouchService(Workspace &workspace)
        : m_workspace(workspace)
    { }

    /// Records \a touch of the prospect that \a dossier has open; now, where its time is 0. Where it makes a cold one warm, the move to warm is proposed
    /// with it, dated at the touch, unless a proposal is open or they are past it.
    void add(const ProspectDossier &dossier, Touch touch) const;
    void change(const ProspectDossier &dossier, const Touch &before, const Touch &after) const;
    /// Takes it out of handovers too.
    void remove(const ProspectDossier &dossier, const Touch &touch) const;

    /// What touches on \a at (Unix milliseconds) can be about, at most \a limit posts: the posts that hold \a words, and all versions of surfaces that were
    /// live then.
    void targets(const QString &words, qint64 at, int limit, QObject *context,
        std::function<void(Result<TouchTargets>)> callback) const;

    /// The posts that hold \a words, at most \a limit: those that are out by today first, newest before older.
    void posts(const QString &words, int limit, QObject *context,
        std::function<void(Result<QList<TouchTargets::PostHit>>)> callback) const;

private:
    [[nodiscard]] RowEdits proposalFor(
        const ProspectDossier &dossier, const QList<Touch> &after, const Touch &evidence) const;

    Workspace &m_workspace;
};
