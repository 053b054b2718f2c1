// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/duplicates.h"
#include "domain/merging.h"

#include <QObject>

#include <functional>

class Workspace;

/// Two records that are to become one, read completely.
struct MergeDraft
{
    MergeRecord survivor;
    MergeRecord merged;

    /// The other one survives.
    void swap() { std::swap(survivor, merged); }
    /// What is taken where nobody chooses.
    [[nodiscard]] MergeChoices proposed() const;
    /// The fields in which they differ and somebody may choose, in their order.
    [[nodiscard]] QList<MergeField> differing() const;
    /// Fields of the team's own of which both say something, and not the same, by id.
    [[nodiscard]] QList<CustomFieldId> differingFields() const;
    /// What \a record says in a field of the team's own, as a CustomValue does; empty where it says nothing.
    [[nodiscard]] static QString valueOf(const MergeRecord &record, CustomFieldId field);
    [[nodiscard]] static QList<LabelId> labelsOf(const MergeRecord &record);
    /// Under which name it is chosen whose value of \a field counts; the survivor's where nobody chooses.
    [[nodiscard]] static QString choiceOf(CustomFieldId field);
};

/// A record that was taken out again, and what could be handed over to it.
struct TakenOut
{
    ProspectId restored;
    QString name;
    ProspectId from; ///< whose page has what came after the merge
    QList<LaterRow> later;
};

/// Merges records and takes them out again; each is one undoable command. Reads on a worker and answers on the context's thread.
class MergeService : public QObject
{
    Q_OBJECT
public:
    MergeService(Workspace &workspace, QObject *parent);

    void read(ProspectId survivor, ProspectId merged, QObject *context,
        std::function<void(Result<MergeDraft>)> callback) const;
    /// \a draft's merged record goes into the survivor, with everything that hangs on it. Nothing is lost: it can be taken out again at any time.
    void merge(const MergeDraft &draft, const MergeChoices &choices);

    /// What went into \a id, newest first.
    void mergesInto(ProspectId id, QObject *context,
        std::function<void(Result<QList<NamedMerge>>)> callback) const;
    /// Shows the merged record again with what it had; \a callback hears of what came since, once that is written, or why it could not be read. Where it cannot be
    /// written the workspace tells, and \a callback hears nothing.
    void takeOut(MergeId id, QObject *context, std::function<void(Result<TakenOut>)> callback);
    /// Gives rows that came after the merge to the record that was taken out.
    void handOver(const TakenOut &taken, const QList<HangingRow> &rows);

    /// Who has that handle or that name already.
    void knownByHandle(const QString &network, const QString &value, QObject *context,
        std::function<void(Result<KnownPeople>)> callback) const;
    void knownByName(const QString &name, QObject *context,
        std::function<void(Result<KnownPeople>)> callback) const;
    /// The pair is not suggested any more.
    void keepApart(const DuplicatePair &pair);

private:
    Workspace &m_workspace;
};
