// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/pipelineedit.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>

class QObject;
class Workspace;

/// Changes the team's pipeline. Each change is one undoable command, and writes the version that holds from then on with it. What was moved while a stage
/// was called otherwise keeps its meaning: moves name stages by their ids.
class PipelineService
{
    Q_DECLARE_TR_FUNCTIONS(PipelineService)
public:
    explicit PipelineService(Workspace &workspace)
        : m_workspace(workspace)
    { }

    /// Whether the viewer may change it: a manager may.
    [[nodiscard]] bool mayChange() const;
    /// Each is Rejected with a sentence where the pipeline would not hold, and then nothing is written.
    [[nodiscard]] Result<> add(const QString &name, Side side) const; ///< it begins now
    [[nodiscard]] Result<> rename(StageId id, const QString &name) const;
    [[nodiscard]] Result<> move(StageId id, int step) const; ///< as PipelineEdit::move
    /// As PipelineEdit::place, and then to \a side.
    [[nodiscard]] Result<> place(StageId id, StageId before, Side side) const;
    [[nodiscard]] Result<> setSide(StageId id, Side side) const;
    [[nodiscard]] Result<> setSale(StageId id) const;
    [[nodiscard]] Result<> setSince(StageId id, qint64 since) const; ///< Unix milliseconds
    [[nodiscard]] Result<> restore(StageId id) const;
    /// No longer offered. Who is there is put to \a to, one of Retirement::targets, in the same command, with a move that says why and is nobody's (see
    /// StageRetirement); who left by an exit stays there, and \a to says nothing. What was proposed to lead there is declined. People in a colleague's private
    /// circle, whom the viewer may not know of, stay until their keeper moves them; charts count them at the stage before.
    /// \a done (optional) is called on \a context's thread once it is known whether it could be begun.
    void retire(StageId id, StageId to, QObject *context,
        const std::function<void(const Result<> &)> &done = {}) const;
    /// How many people whom the viewer may know of are at each stage.
    void counts(QObject *context, std::function<void(Result<QHash<StageId, int>>)> callback) const;

private:
    /// \a change is what is tried on the pipeline as it stands.
    [[nodiscard]] Result<> change(
        const std::function<Result<>(PipelineEdit &)> &change, const QString &text) const;
    [[nodiscard]] QString nameOf(StageId id) const;

    Workspace &m_workspace;
};
