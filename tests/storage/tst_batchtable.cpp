// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"
#include "storage/batchtable.h"
#include "storage/bulkinsert.h"
#include "storage/searchindex.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestBatchTable : public QObject
{
    Q_OBJECT

    static constexpr qint64 Many = 2500;

    /// Many people with a handle each, whose ids begin at \a first.
    static Result<> bring(Transaction &transaction, qint64 first, qint64 count, BatchId batch)
    {
        QList<Prospect> people;
        QList<Handle> handles;
        QList<std::pair<QString, ProspectId>> ids;
        QList<std::pair<ProspectId, QStringList>> words;
        for (qint64 id = first; id < first + count; ++id) {
            Prospect person;
            person.id = ProspectId(id);
            person.name = u"Person %1"_s.arg(id);
            person.stage = StageId(1);
            person.batch = batch;
            people << person;
            Handle handle;
            handle.id = HandleId(id);
            handle.prospect = person.id;
            handle.network = u"email"_s;
            handle.value = u"p%1@example.org"_s.arg(id);
            handle.batch = batch;
            handles << handle;
            ids.append({QString::number(id), person.id});
            words.append({person.id, {person.name}});
        }
        return BulkInsert<Prospect>(transaction)
            .addAll(people)
            .and_then([&] { return BulkInsert<Handle>(transaction).addAll(handles); })
            .and_then([&] { return BatchTable::remember(transaction, u"csv"_s, ids, batch); })
            .and_then([&] { return SearchIndex::add(transaction, words); });
    }

private slots:
    void whatIsErasedLeavesNothing_data() { TestDatabase::addBackends(); }
    void whatIsErasedLeavesNothing()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        ImportBatch batch;
        batch.id = BatchId(5);
        batch.format = u"csv"_s;
        batch.state = BatchState::Pending;
        const auto count = [&test](const QString &table) {
            return test
                .read([&table](
                          Connection &c) { return c.number("SELECT count(*) FROM "_L1 + table); })
                ->value_or(-1);
        };
        const QStringList tables {
            u"prospect"_s, u"handle"_s, u"external_id"_s, u"prospect_search"_s, u"name_part"_s};
        QVERIFY(test.write([&](Transaction &t) {
            return bring(t, 1, 3, {})
                .and_then([&] { return BatchTable::insert(t, batch); })
                .and_then([&] { return bring(t, 1000, Many, batch.id); });
        }));
        for (const QString &table : tables)
            QCOMPARE(count(table), Many + 3);
        QVERIFY(test.write([&](Transaction &t) { return BatchTable::erase(t, batch.id); }));
        for (const QString &table : tables)
            QCOMPARE(count(table), 3);
        QCOMPARE(count(u"import_batch"_s), 0);
    }

    void idsAreRememberedAnew_data() { TestDatabase::addBackends(); }
    void idsAreRememberedAnew()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([&](Transaction &t) {
            return bring(t, 1, 500, {}).and_then([&] {
                return BatchTable::remember(t, u"csv"_s,
                    {{u"1"_s, ProspectId(2)}, {u"new"_s, ProspectId(3)}, {u"4"_s, ProspectId(4)}},
                    {});
            });
        }));
        const auto known = test.read([](Connection &c) {
            return BatchTable::known(c, u"csv"_s, {u"1"_s, u"2"_s, u"new"_s, u"none"_s}, {});
        });
        QVERIFY(known);
        QCOMPARE(*known,
            (QHash<QString, ProspectId> {
                {u"1"_s, ProspectId(2)}, {u"2"_s, ProspectId(2)}, {u"new"_s, ProspectId(3)}}));
    }

    /// Else each row that goes has the whole other table read, to see that nothing there names it.
    void whatNamesPeopleHasAnIndex()
    {
        TestDatabase test;
        QCOMPARE(test.open(false), QString());
        const auto missing = test.read([](Connection &c) -> Result<QStringList> {
            auto rows = c.select(
                u"SELECT t.name, f.\"from\" FROM sqlite_master t JOIN "
                "pragma_foreign_key_list(t.name) f WHERE t.type = 'table' AND f.\"table\" IN "
                "('prospect', 'company', 'touch', 'conversation', 'message', 'participant') AND "
                "NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) l JOIN "
                "pragma_index_info(l.name) i WHERE i.seqno = 0 AND i.name = f.\"from\")"_s);
            if (!rows)
                return tl::unexpected(rows.error());
            QStringList found;
            while (rows->next())
                found << rows->text(0) + u'.' + rows->text(1);
            return found;
        });
        QVERIFY(missing);
        QCOMPARE(*missing, QStringList());
    }
};

PULLPUSH_TEST(TestBatchTable)
#include "tst_batchtable.moc"
