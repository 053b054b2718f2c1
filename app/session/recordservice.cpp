// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/recordservice.h"

#include "base/text.h"
#include "base/whenready.h"
#include "session/plansets.h"
#include "session/prospectdossier.h"
#include "session/teamsets.h"
#include "session/workspace.h"
#include "storage/companytable.h"
#include "storage/database.h"
#include "storage/salestable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
/// What is typed into one row is one command while it goes on.
int typingKey(qint64 id)
{
    return int(id & 0x3fffffff) | 1;
}
} // namespace

RecordService::RecordService(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{ }

void RecordService::addLabel(const ProspectDossier &dossier, const QString &name)
{
    const QString wanted = name.simplified();
    if (!dossier.prospect() || wanted.isEmpty())
        return;
    RowEdits edits;
    const QList<Label> &labels = m_workspace.plan().labels();
    const auto known = std::ranges::find_if(labels,
        [folded = foldText(wanted)](const Label &label) { return foldText(label.name) == folded; });
    Label label;
    if (known != labels.end()) {
        label = *known;
    } else {
        label.id = LabelId::create(m_workspace.ids());
        label.name = wanted;
        label.colour = int(labels.size()) % 8;
        edits << insertion(label);
    }
    const bool isThere = std::ranges::any_of(
        dossier.labels(), [&label](const ProspectLabel &of) { return of.label == label.id; });
    if (isThere)
        return;
    ProspectLabel of;
    of.id = ProspectLabelId::create(m_workspace.ids());
    of.prospect = dossier.prospect()->id;
    of.label = label.id;
    m_workspace.commit(edits << insertion(of), tr("Add label “%1”").arg(label.name));
}

void RecordService::removeLabel(const ProspectLabel &label)
{
    m_workspace.commit({removal(label)}, tr("Take a label away"));
}

Result<> RecordService::setValue(
    const ProspectDossier &dossier, const CustomField &field, const QString &text)
{
    if (!dossier.prospect())
        return {};
    const auto value = customValueOf(field, text, QLocale());
    if (!value)
        return tl::unexpected(value.error());
    const auto known = std::ranges::find(dossier.customValues(), field.id, &CustomValue::field);
    const QString words = tr("Change “%1”").arg(field.name);
    if (known == dossier.customValues().end()) {
        if (value->isEmpty())
            return {};
        CustomValue added;
        added.id = CustomValueId::create(m_workspace.ids());
        added.prospect = dossier.prospect()->id;
        added.field = field.id;
        added.value = *value;
        m_workspace.commit({insertion(added)}, words);
    } else if (value->isEmpty()) {
        m_workspace.commit({removal(*known)}, words);
    } else {
        CustomValue after = *known;
        after.value = *value;
        m_workspace.commit({update(*known, after)}, words);
    }
    return {};
}

void RecordService::setZone(const Prospect &prospect, const QString &zone)
{
    Prospect after = prospect;
    after.zone = zone;
    m_workspace.commit(
        {update(prospect, after)}, tr("Change where “%1” lives").arg(displayName(prospect)));
}

CustomFieldId RecordService::addField(CustomField field)
{
    field.id = CustomFieldId::create(m_workspace.ids());
    field.position = int(m_workspace.team().customFields().size());
    m_workspace.commit({insertion(field)}, tr("Add field “%1”").arg(field.name));
    return field.id;
}

void RecordService::changeField(const CustomField &before, const CustomField &after)
{
    m_workspace.commit({update(before, after)}, tr("Change field “%1”").arg(after.name),
        typingKey(before.id.value()));
}

void RecordService::removeField(const CustomField &field)
{
    auto values = m_workspace.database()->read(
        [id = field.id](Connection &connection) { return SalesTable::valuesOf(connection, id); });
    whenReady(values, this, [this, field](const Result<QList<CustomValue>> &found) {
        if (!found) {
            emit m_workspace.notice(Notice::error(found.error()));
            return;
        }
        RowEdits edits;
        for (const CustomValue &value : *found)
            edits << removal(value);
        m_workspace.commit(edits << removal(field), tr("Delete field “%1”").arg(field.name), 0,
            tr("Field “%1” deleted.").arg(field.name));
    });
}

void RecordService::moveField(const CustomField &field, int by)
{
    const QList<CustomField> &fields = m_workspace.team().customFields();
    const auto found = std::ranges::find(fields, field.id, &CustomField::id);
    if (found == fields.end())
        return;
    const qsizetype from = found - fields.begin();
    const qsizetype to = from + by;
    if (to < 0 || to >= fields.size())
        return;
    RowEdits edits;
    // Places are counted anew, so that two windows that added one at once do no harm.
    QList<CustomField> ordered = fields;
    ordered.move(from, to);
    for (int i = 0; i < ordered.size(); ++i) {
        CustomField after = ordered.at(i);
        after.position = i;
        edits << update(ordered.at(i), after);
    }
    m_workspace.commit(edits, tr("Move field “%1”").arg(field.name));
}

void RecordService::changeCompany(const Company &before, const Company &after)
{
    m_workspace.commit({update(before, after)}, tr("Change company “%1”").arg(after.name),
        typingKey(before.id.value()));
}

void RecordService::removeCompany(const Company &company)
{
    auto people = m_workspace.database()->read(
        [id = company.id](Connection &connection) { return CompanyTable::people(connection, id); });
    whenReady(people, this, [this, company](const Result<QList<Prospect>> &found) {
        if (!found) {
            emit m_workspace.notice(Notice::error(found.error()));
            return;
        }
        RowEdits edits;
        for (const Prospect &prospect : *found) {
            Prospect after = prospect;
            after.company = {};
            edits << update(prospect, after);
        }
        m_workspace.commit(edits << removal(company), tr("Delete company “%1”").arg(company.name),
            0, tr("Company “%1” deleted.").arg(company.name));
    });
}

void RecordService::companies(const QString &start, const Company &after, int limit,
    QObject *context, std::function<void(const Result<Companies> &)> answer) const
{
    auto page = m_workspace.database()->read([start, after, limit](Connection &connection) {
        return CompanyTable::page(connection, start, after, limit)
            .transform([](const QList<CompanyTable::Row> &rows) {
                Companies companies;
                for (const CompanyTable::Row &row : rows)
                    companies.append({row.company, row.people});
                return companies;
            });
    });
    whenReady(page, context, std::move(answer));
}
