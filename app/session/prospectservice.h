// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "base/result.h"
#include "domain/conversation.h"
#include "domain/move.h"
#include "domain/prospect.h"
#include "domain/prospectquery.h"

#include <QObject>

#include <functional>
#include <optional>

class ProspectDossier;
class Workspace;

/// What people do with prospects. Each is one undoable command; figures follow through the change feed.
class ProspectService : public QObject
{
    Q_OBJECT
public:
    ProspectService(Workspace &workspace, QObject *parent);

    /// New prospect, entering the pipeline's first stage now unless \a prospect names a stage. Returns its id.
    ProspectId create(Prospect prospect, QList<Handle> handles = {});
    /// \a merge: typing, one command while it goes on.
    void change(const Prospect &before, const Prospect &after, bool merge = false);
    /// The company of that name, which is made where there is none; an empty name takes it away.
    /// \a refused is called where it cannot be written.
    void setCompany(
        const Prospect &prospect, const QString &name,
        const std::function<void()> &refused = [] {});
    /// Companies whose names begin so, at most \a limit.
    void companyNames(const QString &start, int limit, QObject *context,
        std::function<void(Result<QStringList>)> callback) const;
    /// With everything that is shown of them; undo brings all of it back.
    void remove(const ProspectDossier &dossier);
    void addHandle(ProspectId prospect, const QString &network, const QString &value);
    void removeHandle(const Handle &handle);

    /// A move, recorded \a at (default: now), with its reason; to an exit also with one of the team's.
    void moveTo(const Prospect &prospect, StageId stage, const QString &reason,
        std::optional<Moment> at = {}, LostReasonId lostReason = {});
    /// The move that was proposed for the open prospect, dated at the evidence, but never before their last move.
    void accept(const ProspectDossier &dossier, const MoveProposal &proposal);
    void decline(const MoveProposal &proposal);

    void addFollowUp(ProspectId prospect, QDate dueOn, const QString &what);
    void completeFollowUp(const FollowUp &followUp);
    void snoozeFollowUp(const FollowUp &followUp, QDate until);
    void removeFollowUp(const FollowUp &followUp);

    /// Prospects with words that begin with those of \a text, newest first, at most \a limit.
    void search(const QString &text, int limit, QObject *context,
        std::function<void(Result<QList<ProspectRow>>)> callback) const;
    void sources(QObject *context, std::function<void(Result<QStringList>)> callback) const;

private:
    Workspace &m_workspace;
};
