// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/taglabels.h"

#include "base/text.h"
#include "domain/campaign.h"
#include "domain/customfield.h"
#include "domain/labelnames.h"
#include "storage/bulkinsert.h"
#include "storage/salestable.h"

#include <QHash>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int PaletteSize = 8;
/// Ids that an IdSource makes are greater by far, so what the migration makes counts as older than anything, and no id is made twice.
constexpr qint64 MostSmallIds = 1000000;

const auto IsOfLiveBatch =
    "(batch_id IS NULL OR batch_id IN (SELECT id FROM import_batch WHERE state = 'live'))"_L1;

struct TaggedProspect
{
    ProspectId id;
    QString tags;
    BatchId batch;
};

class TagConversion
{
public:
    explicit TagConversion(Transaction &transaction)
        : m_transaction(transaction)
        , m_insertLabel(transaction)
        , m_insertOn(transaction)
    { }

    Result<> run()
    {
        if (auto done = readLabels(); !done)
            return done;
        for (ProspectId last;;) {
            const auto some = readSome(last);
            if (!some)
                return tl::unexpected(some.error());
            if (some->isEmpty())
                return {};
            last = some->last().id;
            for (const TaggedProspect &prospect : *some) {
                if (auto done = label(prospect); !done)
                    return done;
            }
        }
    }

private:
    Result<> readLabels()
    {
        auto rows = m_transaction.connection().select(
            "SELECT id, name FROM label WHERE deleted_at IS NULL AND "_L1 + IsOfLiveBatch
            + " ORDER BY id"_L1);
        if (!rows)
            return tl::unexpected(rows.error());
        while (rows->next()) {
            const QString folded = foldText(rows->text(1));
            if (!m_labels.contains(folded))
                m_labels.insert(folded, LabelId(rows->integer(0)));
        }
        return m_transaction.connection()
            .number(u"SELECT max(id) FROM label WHERE id < ?"_s, {MostSmallIds})
            .map([this](std::optional<qint64> greatest) { m_lastLabel = greatest.value_or(0); });
    }

    /// Rows are read and written by turns. Deleted ones are among them: they may be restored.
    Result<QList<TaggedProspect>> readSome(ProspectId after)
    {
        constexpr int AtOnce = 10000;
        auto rows = m_transaction.connection().select(
            "SELECT id, tags, batch_id FROM prospect WHERE id > ? AND tags <> '' AND "_L1
                + IsOfLiveBatch + " ORDER BY id LIMIT ?"_L1,
            {after.value(), AtOnce});
        if (!rows)
            return tl::unexpected(rows.error());
        QList<TaggedProspect> some;
        while (rows->next())
            some.append({ProspectId(rows->integer(0)), rows->text(1), BatchId(rows->integer(2))});
        return some;
    }

    Result<> label(const TaggedProspect &prospect)
    {
        for (const QString &name : labelNames(prospect.tags)) {
            const auto label = labelNamed(name);
            if (!label)
                return tl::unexpected(label.error());
            ProspectLabel on;
            on.id = ProspectLabelId(++m_lastOn);
            on.prospect = prospect.id;
            on.label = *label;
            on.batch = prospect.batch; // it goes where that import is undone
            if (auto done = m_insertOn.add(on); !done)
                return done;
        }
        return {};
    }

    Result<LabelId> labelNamed(const QString &name)
    {
        const QString folded = foldText(name);
        if (const auto known = m_labels.constFind(folded); known != m_labels.constEnd())
            return *known;
        Label made;
        made.id = LabelId(++m_lastLabel);
        made.name = name;
        made.colour = int(m_labels.size() % PaletteSize);
        if (auto done = m_insertLabel.add(made); !done)
            return tl::unexpected(done.error());
        m_labels.insert(folded, made.id);
        return made.id;
    }

    Transaction &m_transaction;
    BulkInsert<Label> m_insertLabel;
    BulkInsert<ProspectLabel> m_insertOn;
    QHash<QString, LabelId> m_labels; ///< by folded name
    qint64 m_lastLabel = 0;
    qint64 m_lastOn = 0;
};
} // namespace

Result<> TagLabels::convert(Transaction &transaction)
{
    if (auto done = TagConversion(transaction).run(); !done)
        return done;
    // A server's views name every column that they show.
    for (const auto &statement : {u"DROP VIEW IF EXISTS listed_prospect"_s,
             u"DROP VIEW IF EXISTS live_prospect"_s, u"ALTER TABLE prospect DROP COLUMN tags"_s}) {
        if (auto done = transaction.execute(statement); !done)
            return tl::unexpected(done.error());
    }
    return {};
}
