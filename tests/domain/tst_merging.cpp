// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/merging.h"
#include "test_support/testprogram.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace {
constexpr int People = 5;
constexpr int Fields = 2; ///< of the team's own

/// Records in memory, merged and taken out as the database does it.
class Memory
{
public:
    struct Row
    {
        ProspectId at;
        QString label; ///< what it says of a label or in which field; empty for anything else
        bool isDeleted = false;

        friend bool operator==(const Row &, const Row &) = default;
    };
    struct Person
    {
        QVariantMap columns;
        ProspectId into;

        friend bool operator==(const Person &, const Person &) = default;
    };
    using RowKey = std::pair<QString, qint64>;

    std::map<ProspectId, Person> people;
    std::map<RowKey, Row> rows;
    std::map<MergeId, Merge> merges; ///< those that stand
    QList<MergePart> parts;
    qint64 next = 1000;

    [[nodiscard]] QList<ProspectId> live() const
    {
        QList<ProspectId> ids;
        for (const auto &[id, person] : people) {
            if (person.into.isNull())
                ids << id;
        }
        return ids;
    }

    [[nodiscard]] QList<HangingRow> hangingOn(ProspectId id) const
    {
        QList<HangingRow> list;
        for (const auto &[key, row] : rows) {
            if (row.at != id || row.isDeleted)
                continue;
            list.append({key.first, key.second, u"prospect_id"_s, row.label,
                row.label.isEmpty() ? QVariantMap() : valuesOf(row)});
        }
        return list;
    }

    void apply(const RowEdits &edits)
    {
        for (const RowEdit &edit : edits) {
            Row &row = rows.at({edit.table, edit.id});
            if (edit.op == RowEdit::Op::Remove) {
                RC_ASSERT(!row.isDeleted);
                row.isDeleted = true;
            } else if (edit.op == RowEdit::Op::Insert) {
                RC_ASSERT(row.isDeleted);
                row.isDeleted = false;
                row.at = ProspectId(edit.after.value(u"prospect_id"_s).toLongLong());
            } else {
                RC_ASSERT(!row.isDeleted);
                RC_ASSERT(row.at.value() == edit.before.value(u"prospect_id"_s).toLongLong());
                row.at = ProspectId(edit.after.value(u"prospect_id"_s).toLongLong());
            }
        }
    }

    void merge(ProspectId survivor, ProspectId merged, const MergeChoices &choices)
    {
        Merge made;
        made.id = MergeId(++next);
        made.at = next;
        made.survivor = survivor;
        made.merged = merged;
        Person &winner = people.at(survivor);
        const QVariantMap after = mergedColumns(winner.columns, people.at(merged).columns, choices);
        made.fields = toJson(fieldChanges(winner.columns, after));
        winner.columns = after;
        people.at(merged).into = survivor;
        MergedRows moved =
            mergeRows(hangingOn(survivor), hangingOn(merged), survivor, merged, choices);
        apply(moved.edits);
        for (MergePart &part : moved.parts) {
            part.id = MergePartId(++next);
            part.merge = made.id;
            parts.append(part);
        }
        merges.insert({made.id, made});
    }

    void takeOutOf(MergeId id)
    {
        TakeOutSource source;
        source.merge = merges.at(id);
        for (const auto &[other, merge] : merges) {
            if (other != id)
                source.standing.append(merge);
        }
        for (const MergePart &part : std::as_const(parts)) {
            if (part.merge == id || merges.contains(part.merge)) {
                const Row &row = rows.at({part.table, part.row});
                source.places.insert(part.id,
                    {row.at, row.isDeleted, row.isDeleted ? valuesOf(row) : QVariantMap(),
                        part.table == "custom_value"_L1 ? row.label : QString()});
                (part.merge == id ? source.parts : source.otherParts).append(part);
            }
        }
        for (const auto &[person, values] : people) {
            if (!values.into.isNull())
                source.mergedInto.insert(person, values.into);
        }
        source.survivor = people.at(source.merge.survivor).columns;
        const TakeOutPlan plan = takeOut(source);
        apply(plan.rows);
        people.at(source.merge.survivor).columns.insert(plan.survivor);
        people.at(source.merge.merged).into = {};
        for (const Merge &merge : plan.rewritten)
            merges.at(merge.id) = merge;
        for (const MergePart &part : plan.forgotten)
            parts.removeIf([&part](const MergePart &other) { return other.id == part.id; });
        for (const auto &[before, after] : plan.handedOn) {
            const auto part = std::ranges::find(parts, before.id, &MergePart::id);
            RC_ASSERT(part != parts.end());
            RC_ASSERT(*part == before);
            *part = after;
        }
        merges.erase(id);
    }

    /// Nobody has two values in one field, or one that is none of theirs.
    void check() const
    {
        QSet<std::pair<ProspectId, QString>> seen;
        for (const auto &[key, row] : rows) {
            if (key.first != "custom_value"_L1 || row.isDeleted)
                continue;
            const std::pair place(row.at, row.label);
            RC_ASSERT(!seen.contains(place));
            seen.insert(place);
        }
    }

private:
    [[nodiscard]] static QVariantMap valuesOf(const Row &row)
    {
        return {{u"prospect_id"_s, row.at.value()}, {u"label"_s, row.label}};
    }
};

Memory someMemory()
{
    Memory memory;
    for (int i = 1; i <= People; ++i) {
        const ProspectId id(i);
        QVariantMap columns {{u"name"_s, QString(QChar(u'a' + *rc::gen::inRange(0, 3)))},
            {u"title"_s, *rc::gen::arbitrary<bool>() ? u"title %1"_s.arg(i) : QString(u""_s)},
            {u"notes"_s, *rc::gen::arbitrary<bool>() ? u"note %1"_s.arg(i) : QString(u""_s)},
            {u"company_id"_s, *rc::gen::arbitrary<bool>() ? QVariant(qint64(7)) : QVariant()},
            {u"value_minor"_s, qint64(*rc::gen::inRange(0, 3))}, {u"currency"_s, u"EUR"_s},
            {u"do_not_contact_since"_s, qint64(*rc::gen::inRange(0, 2))},
            {u"do_not_contact_why"_s, QString(u""_s)}, {u"last_activity_at"_s, qint64(i * 10)}};
        memory.people.insert({id, {columns, {}}});
        for (int r = 0; r < *rc::gen::inRange(0, 3); ++r)
            memory.rows.insert({{u"touch"_s, i * 10 + r}, {id, {}, false}});
        for (int r = 0; r < 2; ++r) {
            if (*rc::gen::arbitrary<bool>())
                memory.rows.insert(
                    {{u"prospect_label"_s, i * 10 + r}, {id, u"label %1"_s.arg(r), false}});
        }
        for (int r = 0; r < Fields; ++r) {
            if (*rc::gen::inRange(0, 4) > 0)
                memory.rows.insert(
                    {{u"custom_value"_s, i * 10 + r}, {id, QString::number(r), false}});
        }
    }
    return memory;
}

MergeChoices someChoices()
{
    MergeChoices choices;
    for (const MergeField &field : mergeFieldList())
        choices.insert(field.name,
            *rc::gen::element(MergeChoice::Survivor, MergeChoice::Merged, MergeChoice::Both));
    for (int i = 0; i < Fields; ++i)
        choices.insert(rowChoice(u"custom_value"_s, QString::number(i)),
            *rc::gen::element(MergeChoice::Survivor, MergeChoice::Merged));
    return choices;
}

void mergeSome(Memory &memory)
{
    const QList<ProspectId> live = memory.live();
    if (live.size() < 2)
        return;
    const int one = *rc::gen::inRange(0, int(live.size()));
    const int other = *rc::gen::inRange(0, int(live.size()) - 1);
    memory.merge(live.at(one), live.at(other >= one ? other + 1 : other), someChoices());
}

void takeOutSome(Memory &memory)
{
    if (memory.merges.empty())
        return;
    const int which = *rc::gen::inRange(0, int(memory.merges.size()));
    memory.takeOutOf(std::next(memory.merges.begin(), which)->first);
}
} // namespace

class MergingTest : public QObject
{
    Q_OBJECT
private slots:
    void anyOrderRestoresEverything()
    {
        QVERIFY(rc::check("merges taken out in any order leave what was there", [] {
            Memory memory = someMemory();
            const auto people = memory.people;
            const auto rows = memory.rows;
            const int steps = *rc::gen::inRange(0, 12);
            for (int i = 0; i < steps; ++i) {
                if (*rc::gen::inRange(0, 3) < 2)
                    mergeSome(memory);
                else
                    takeOutSome(memory);
                memory.check();
            }
            while (!memory.merges.empty()) {
                takeOutSome(memory);
                memory.check();
            }
            RC_ASSERT(memory.people == people);
            RC_ASSERT(memory.rows == rows);
        }));
    }

    void laterEditsAndRowsStay()
    {
        QVERIFY(rc::check("what came after a merge stays where it was made", [] {
            Memory memory = someMemory();
            auto expected = memory.people;
            auto rows = memory.rows;
            const int steps = *rc::gen::inRange(0, 12);
            for (int i = 0; i < steps; ++i) {
                const int what = *rc::gen::inRange(0, 4);
                if (what < 2) {
                    mergeSome(memory);
                } else if (what == 2) {
                    takeOutSome(memory);
                } else {
                    const QList<ProspectId> live = memory.live();
                    const ProspectId id = live.at(*rc::gen::inRange(0, int(live.size())));
                    const QString title = u"edited %1"_s.arg(i);
                    memory.people.at(id).columns.insert(u"title"_s, title);
                    expected.at(id).columns.insert(u"title"_s, title);
                    const std::pair key(u"touch"_s, qint64(500 + i));
                    memory.rows.insert({key, {id, {}, false}});
                    rows.insert({key, {id, {}, false}});
                }
            }
            while (!memory.merges.empty()) {
                takeOutSome(memory);
                memory.check();
            }
            RC_ASSERT(memory.people == expected);
            RC_ASSERT(memory.rows == rows);
        }));
    }

    void doNotContactSurvives()
    {
        const QVariantMap free {{u"do_not_contact_since"_s, qint64(0)},
            {u"do_not_contact_why"_s, u""_s}, {u"last_activity_at"_s, qint64(9)}};
        const QVariantMap asked {{u"do_not_contact_since"_s, qint64(5)},
            {u"do_not_contact_why"_s, u"asked"_s}, {u"last_activity_at"_s, qint64(3)}};
        for (const MergeChoice choice : {MergeChoice::Survivor, MergeChoice::Merged}) {
            const MergeChoices choices {{u"do_not_contact"_s, choice}};
            for (const auto &[one, other] :
                {std::pair(free, asked), std::pair(asked, free), std::pair(asked, asked)}) {
                const QVariantMap columns = mergedColumns(one, other, choices);
                QCOMPARE(columns.value(u"do_not_contact_since"_s), qint64(5));
                QCOMPARE(columns.value(u"do_not_contact_why"_s), u"asked"_s);
            }
        }
        QCOMPARE(mergedColumns(free, asked, {}).value(u"last_activity_at"_s), qint64(9));
    }

    void textsAreJoined()
    {
        const QVariantMap joined = mergedColumns(
            {{u"notes"_s, u"one"_s}}, {{u"notes"_s, u"two"_s}}, {{u"notes"_s, MergeChoice::Both}});
        QCOMPARE(joined.value(u"notes"_s), u"one\n\ntwo"_s);
    }

    void proposesWhatIsThere()
    {
        const auto field = [](const QString &name) {
            return *std::ranges::find(mergeFieldList(), name, &MergeField::name);
        };
        const QVariantMap one {
            {u"title"_s, u""_s}, {u"stage_id"_s, qint64(2)}, {u"private_to_id"_s, QVariant()}};
        const QVariantMap other {
            {u"title"_s, u"Head"_s}, {u"stage_id"_s, qint64(3)}, {u"private_to_id"_s, qint64(4)}};
        QCOMPARE(proposedChoice(field(u"title"_s), one, other, false), MergeChoice::Merged);
        QCOMPARE(proposedChoice(field(u"title"_s), other, one, false), MergeChoice::Survivor);
        QCOMPARE(proposedChoice(field(u"stage"_s), one, other, false), MergeChoice::Survivor);
        QCOMPARE(proposedChoice(field(u"stage"_s), one, other, true), MergeChoice::Merged);
        QCOMPARE(proposedChoice(field(u"circle"_s), one, other, false), MergeChoice::Merged);
        QCOMPARE(proposedChoice(field(u"circle"_s), other, one, false), MergeChoice::Survivor);
    }

    void fieldsSurviveJson()
    {
        const FieldChanges changes {
            {u"owner"_s, {{{u"owner_id"_s, QVariant()}}, {{u"owner_id"_s, 9007199254740993LL}}}},
            {u"notes"_s, {{{u"notes"_s, u""_s}}, {{u"notes"_s, u"“quoted”\nline"_s}}}}};
        const FieldChanges back = fieldChangesFrom(toJson(changes));
        QCOMPARE(back.size(), 2);
        QVERIFY(back.value(u"owner"_s).from.value(u"owner_id"_s).isNull());
        QCOMPARE(back.value(u"owner"_s).to.value(u"owner_id"_s).toLongLong(), 9007199254740993LL);
        QCOMPARE(back.value(u"notes"_s), changes.value(u"notes"_s));
    }
};

PULLPUSH_TEST(MergingTest)
#include "tst_merging.moc"
