// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/funnel.h"
#include "analytics/handovergroups.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

HandoverFacts::Row offeredTo(
    qint64 prospect, qint64 id, qint64 at, HandoverState state, qint64 decidedAt)
{
    HandoverFacts::Row row;
    row.prospect = ProspectId(prospect);
    row.id = HandoverId(id);
    row.offeredAt = at;
    row.state = state;
    row.decidedAt = decidedAt;
    return row;
}

HandoverFacts offers()
{
    using enum HandoverState;
    HandoverFacts facts;
    facts.rows = {offeredTo(1, 1, 100, Accepted, 150), offeredTo(3, 2, 300, Offered, 0),
        offeredTo(3, 3, 100, Returned, 200), offeredTo(4, 4, 100, Withdrawn, 120),
        offeredTo(9, 5, 100, Accepted, 120)};
    return facts;
}

ColumnsPointer offeredColumns()
{
    ColumnsBuilder builder(defaultPipeline(), QTimeZone::utc());
    for (qint64 id = 1; id <= 4; ++id)
        builder.addProspect(id, QString(), 0, 0);
    for (qint64 id = 1; id <= 4; ++id) {
        builder.addMove(id, 1, {1'000'000 + id, Precision::Exact});
    }
    return builder.finish();
}

QStringList statesAt(qint64 asOf)
{
    const RowGroups groups = handoverGroups(*offeredColumns(), offers(), asOf);
    QStringList keys;
    for (const quint32 group : groups.groups.at(0))
        keys << groups.keys.at(group);
    return keys;
}

} // namespace

class TestHandoverGroups : public QObject
{
    Q_OBJECT
private slots:
    void theLatestHandoverDecides()
    {
        QCOMPARE(statesAt(0), (QStringList {u"accepted"_s, u""_s, u"offered"_s, u"withdrawn"_s}));
    }

    void nothingLaterCounts()
    {
        QCOMPARE(statesAt(99), (QStringList {u""_s, u""_s, u""_s, u""_s}));
        QCOMPARE(statesAt(149), (QStringList {u"offered"_s, u""_s, u"offered"_s, u"withdrawn"_s}));
        QCOMPARE(
            statesAt(250), (QStringList {u"accepted"_s, u""_s, u"returned"_s, u"withdrawn"_s}));
    }

    void groupsAddUpToTheTotal()
    {
        const ColumnsPointer columns = offeredColumns();
        const RowGroups groups = handoverGroups(*columns, offers(), 0);
        const Funnel result = funnel(*columns, {.by = Breakdown::Handover}, &groups);
        QCOMPARE(result.total.cohort, 4);
        QStringList told;
        for (const FunnelGroup &group : result.groups)
            told << u"%1: %2"_s.arg(group.key).arg(group.cohort);
        QCOMPARE(
            told, (QStringList {u": 1"_s, u"accepted: 1"_s, u"offered: 1"_s, u"withdrawn: 1"_s}));
    }
};

PULLPUSH_TEST(TestHandoverGroups)
#include "tst_handovergroups.moc"
