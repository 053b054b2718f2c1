// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/prospect.h"
#include "storage/bulkinsert.h"
#include "test_support/testdatabase.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestBulkInsert : public QObject
{
    Q_OBJECT

    static QList<Prospect> people(qint64 first, qint64 count)
    {
        QList<Prospect> made;
        for (qint64 id = first; id < first + count; ++id) {
            Prospect prospect;
            prospect.id = ProspectId(id);
            prospect.name = u"O'Neill \\ %1 “ä”"_s.arg(id);
            prospect.stage = StageId(1);
            prospect.valueMinor = id;
            made << prospect;
        }
        return made;
    }

private slots:
    void manyRowsArriveAsOne_data() { TestDatabase::addBackends(); }
    void manyRowsArriveAsOne()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        // Some statements of many rows on a server, and a rest of single ones.
        QVERIFY(test.write([](Transaction &transaction) {
            BulkInsert<Prospect> insert(transaction);
            return insert.addAll(people(1, 457))
                .and_then([&] { return insert.addAll({}); })
                .and_then([&] { return insert.addAll(people(500, 401)); });
        }));
        const auto number = [&test](const QString &sql) {
            return test.read([&sql](Connection &c) { return c.number(sql); })->value_or(-1);
        };
        QCOMPARE(number(u"SELECT count(*) FROM prospect"_s), 858);
        QCOMPARE(number(u"SELECT count(*) FROM prospect WHERE value_minor = id"_s), 858);
        QCOMPARE(
            number(
                u"SELECT count(*) FROM prospect WHERE id = 321 AND name = 'O''Neill \\ 321 “ä”'"_s),
            1);
    }

    void oneThatIsThereTakesAllBack_data() { TestDatabase::addBackends(); }
    void oneThatIsThereTakesAllBack()
    {
        TestDatabase test;
        OPEN_BACKEND(test);
        QVERIFY(test.write([](Transaction &transaction) {
            return BulkInsert<Prospect>(transaction).addAll(people(300, 1));
        }));
        const auto done = test.write([](Transaction &transaction) {
            return BulkInsert<Prospect>(transaction).addAll(people(1, 600));
        });
        QVERIFY(!done);
        QVERIFY(!done.error().message.contains(u"Neill"_s));
        QCOMPARE(
            *test.read([](Connection &c) { return c.number(u"SELECT count(*) FROM prospect"_s); }),
            1);
    }
};

PULLPUSH_TEST(TestBulkInsert)
#include "tst_bulkinsert.moc"
