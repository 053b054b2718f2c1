// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/homework.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
Fact factOf(qint64 id, FactKind kind, int position)
{
    Fact fact;
    fact.id = FactId(id);
    fact.kind = kind;
    fact.position = position;
    return fact;
}

QList<qint64> idsOf(const QList<Fact> &facts)
{
    QList<qint64> ids;
    for (const Fact &fact : facts)
        ids << fact.id.value();
    return ids;
}
} // namespace

class HomeworkTest : public QObject
{
    Q_OBJECT
private slots:
    void goesStale()
    {
        Fact fact;
        const QDate today(2026, 6, 1);
        QVERIFY(!isStale(fact, today)); // without a day
        fact.on = today.addDays(-StaleFactDays);
        QVERIFY(!isStale(fact, today));
        fact.on = today.addDays(-StaleFactDays - 1);
        QVERIFY(isStale(fact, today));
    }

    void standsByKindAndPlace()
    {
        const QList<Fact> facts {factOf(1, FactKind::Need, 0), factOf(2, FactKind::Fact, 1),
            factOf(3, FactKind::Fact, 0), factOf(4, FactKind::Fact, 1)};
        QCOMPARE(idsOf(inFactOrder(facts)), (QList<qint64> {3, 2, 4, 1}));
    }

    void movesAmongItsKind()
    {
        const QList<Fact> facts {factOf(1, FactKind::Fact, 0), factOf(2, FactKind::Fact, 0),
            factOf(3, FactKind::Fact, 7), factOf(9, FactKind::Need, 0)};
        QCOMPARE(idsOf(factsMoved(facts, FactId(3), -1)), (QList<qint64> {1, 3, 2}));
        QCOMPARE(factsMoved(facts, FactId(3), -1).last().position, 2);
        QCOMPARE(idsOf(factsMoved(facts, FactId(1), 1)), (QList<qint64> {2, 1, 3}));
        QCOMPARE(idsOf(factsMoved(facts, FactId(1), -1)), (QList<qint64> {1, 2, 3}));
        QCOMPARE(idsOf(factsMoved(facts, FactId(3), 5)), (QList<qint64> {1, 2, 3}));
        QVERIFY(factsMoved(facts, FactId(77), 1).isEmpty());
    }
};

PULLPUSH_TEST(HomeworkTest)
#include "tst_homework.moc"
