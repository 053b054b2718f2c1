// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/customfield.h"
#include "domain/prospect.h"
#include "domain/prospectquery.h"

#include <QObject>

#include <functional>

class ProspectDossier;
class Workspace;

/// What a team keeps of people and companies beside the pipeline: labels, its own fields, where they live, companies. Each is one undoable command.
class RecordService : public QObject
{
    Q_OBJECT
public:
    RecordService(Workspace &workspace, QObject *parent);

    /// Puts the label of that name on the dossier's prospect; it is made where there is none.
    void addLabel(const ProspectDossier &dossier, const QString &name);
    void removeLabel(const ProspectLabel &label);

    /// \a text as people wrote it; empty takes the value away. An error says what the field wants, and nothing is written.
    [[nodiscard]] Result<> setValue(
        const ProspectDossier &dossier, const CustomField &field, const QString &text);
    /// \a zone is an IANA name or empty.
    void setZone(const Prospect &prospect, const QString &zone);

    CustomFieldId addField(CustomField field);
    void changeField(const CustomField &before, const CustomField &after);
    /// With what it says of everybody; undo brings all of it back.
    void removeField(const CustomField &field);
    /// Changes places with the one before (-1) or after it (1).
    void moveField(const CustomField &field, int by);

    void changeCompany(const Company &before, const Company &after);
    /// Its people stay, without a company; undo brings it back.
    void removeCompany(const Company &company);
    struct CompanyRow
    {
        Company company;
        int people = 0;
    };
    using Companies = QList<CompanyRow>;
    /// Companies whose names begin with \a start, by name, after \a after (a null id: from the first on), at most \a limit.
    void companies(const QString &start, const Company &after, int limit, QObject *context,
        std::function<void(const Result<Companies> &)> answer) const;

private:
    Workspace &m_workspace;
};
