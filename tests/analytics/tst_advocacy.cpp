// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/advocacy.h"
#include "analytics/columnsbuilder.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

enum AdvocateStage : qint64 { Cold = 1, Customer = 5, Loyal = 6 };

const QTimeZone &advocateZone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

Moment advocateTime(int day, int hour = 12)
{
    return {localToInstant(QDate(2026, 3, day), QTime(hour, 0), advocateZone()), Precision::Exact};
}

/// Three customers, one of whom came back, and of one of whom nobody knows since when; three who did not buy.
ColumnsPointer advocateColumns()
{
    ColumnsBuilder builder(defaultPipeline(), advocateZone());
    for (int id = 1; id <= 6; ++id)
        builder.addProspect(id, id == 2 ? u"fair"_s : u"web"_s, 0, 0);
    for (int id = 1; id <= 6; ++id) {
        builder.addMove(id, Cold, advocateTime(1));
    }
    builder.addMove(1, Customer, advocateTime(10));
    builder.addMove(1, Loyal, advocateTime(20));
    builder.addMove(2, Customer, advocateTime(15));
    builder.addMove(4, Customer, {0, Precision::Unknown});
    return builder.finish();
}

TouchFacts::Row advocateTouch(
    qint64 prospect, TouchKind kind, Moment at, qint64 referrer = 0, bool isQuotable = false)
{
    TouchFacts::Row row;
    row.prospect = ProspectId(prospect);
    row.kind = kind;
    row.at = at;
    row.referrer = ProspectId(referrer);
    row.quotable = isQuotable;
    return row;
}

TouchFacts advocateTouches()
{
    using enum TouchKind;
    TouchFacts facts;
    facts.rows = {
        advocateTouch(1, Reviewed, advocateTime(12), 0, true),
        advocateTouch(2, Referred, advocateTime(11), 1),
        advocateTouch(2, Referred, advocateTime(12), 4),
        advocateTouch(2, Referred, advocateTime(13), 1), // said again
        advocateTouch(2, Referred, advocateTime(14), 2), // by themselves
        advocateTouch(2, Reviewed, advocateTime(16)),
        advocateTouch(3, Referred, advocateTime(25), 1),
        advocateTouch(3, Referred, advocateTime(25)), // by nobody who is known
        advocateTouch(6, Referred, advocateTime(5), 5), // by somebody who did not buy
        advocateTouch(99, Referred, advocateTime(5), 2), // who is gone
    };
    for (size_t i = 0; i < facts.rows.size(); ++i)
        facts.rows[i].id = TouchId(qint64(i) + 1);
    return facts;
}

AdvocacyQuery advocateQuery(int day, int hour = 12)
{
    AdvocacyQuery query;
    query.filter.asOf = advocateTime(day, hour).ms;
    return query;
}

Advocacy advocacyOf(const AdvocacyQuery &query)
{
    return advocacy(*advocateColumns(), advocateTouches(), query);
}

QList<qint64> peopleOf(const AdvocacyQuery &query, AdvocacyPeople::Kind kind, int number = 0)
{
    QList<qint64> ids;
    for (const ProspectId id :
        advocacyPeople(*advocateColumns(), advocateTouches(), query, {kind, number}))
        ids << id.value();
    return ids;
}

} // namespace

class TestAdvocacy : public QObject
{
    Q_OBJECT
private slots:
    void whoBroughtWhom()
    {
        using Kind = AdvocacyPeople::Kind;
        const AdvocacyQuery query = advocateQuery(28);
        const Advocacy figures = advocacyOf(query);
        QCOMPARE(figures.customers, 3);
        QCOMPARE(figures.immature, 0);
        QCOMPARE(figures.undated, 0);
        QCOMPARE(figures.referred, (Proportion {2, 3}));
        QCOMPARE(figures.groups[0], (Advocacy::Group {1, 0, 0}));
        QCOMPARE(figures.groups[1], (Advocacy::Group {1, 1, 1}));
        QCOMPARE(figures.groups[2], (Advocacy::Group {1, 2, 1}));
        QCOMPARE(figures.groups[3], Advocacy::Group());
        // Who was brought by two is one of the two who were brought.
        QCOMPARE(figures.bought, (Proportion {1, 2}));
        QCOMPARE(peopleOf(query, Kind::Customers), (QList<qint64> {1, 2, 4}));
        QCOMPARE(peopleOf(query, Kind::Referred, 0), QList<qint64> {2});
        QCOMPARE(peopleOf(query, Kind::Referred, 2), QList<qint64> {1});
        QCOMPARE(peopleOf(query, Kind::Brought), (QList<qint64> {2, 3}));
    }

    void whoSpokeAndWhoCameBack()
    {
        using Kind = AdvocacyPeople::Kind;
        const AdvocacyQuery query = advocateQuery(28);
        const Advocacy figures = advocacyOf(query);
        QCOMPARE(figures.reviewed, (Proportion {2, 3}));
        QCOMPARE(figures.quotable, (Proportion {1, 3}));
        QCOMPARE(figures.later.size(), 2);
        QCOMPARE(figures.later[0], (Advocacy::Later {5, {1, 3}}));
        QCOMPARE(figures.later[1], (Advocacy::Later {6, {0, 3}}));
        QCOMPARE(peopleOf(query, Kind::Reviewed), (QList<qint64> {1, 2}));
        QCOMPARE(peopleOf(query, Kind::Quotable), QList<qint64> {1});
        QCOMPARE(peopleOf(query, Kind::Later, 5), QList<qint64> {1});
        QVERIFY(peopleOf(query, Kind::Later, 6).isEmpty());
    }

    void eachByTheirOwnClock()
    {
        AdvocacyQuery query = advocateQuery(28);
        query.windowDays = 10;
        const Advocacy figures = advocacyOf(query);
        QCOMPARE(figures.customers, 2);
        QCOMPARE(figures.undated, 1);
        QCOMPARE(figures.referred, (Proportion {1, 2}));
        QCOMPARE(
            figures.groups[1], (Advocacy::Group {1, 1, 1})); // the other came after fifteen days
        QCOMPARE(figures.later[0].reached, (Proportion {1, 2})); // after ten days
        query.windowDays = 9;
        QCOMPARE(advocacyOf(query).later[0].reached, (Proportion {0, 2}));
        query.windowDays = 14;
        const Advocacy later = advocacyOf(query);
        QCOMPARE(later.customers, 1);
        QCOMPARE(later.immature, 1);
    }

    void onlyCustomersOfTheSpan()
    {
        AdvocacyQuery query = advocateQuery(28);
        query.filter.span = {QDate(2026, 3, 15), QDate(2026, 3, 16)};
        const Advocacy figures = advocacyOf(query);
        QCOMPARE(figures.customers, 1);
        QCOMPARE(figures.undated, 1);
        QCOMPARE(figures.referred, (Proportion {0, 1}));
        query.filter.span = {};
        query.filter.sources = QStringList {u"fair"_s};
        QCOMPARE(advocacyOf(query).customers, 1);
        QCOMPARE(advocacyOf(query).reviewed, (Proportion {1, 1}));
    }

    void nothingLaterCounts()
    {
        const Advocacy figures = advocacyOf(advocateQuery(11, 18));
        QCOMPARE(figures.customers, 2);
        QCOMPARE(figures.referred, (Proportion {1, 2}));
        QCOMPARE(figures.bought, (Proportion {0, 1}));
        QCOMPARE(figures.reviewed, (Proportion {0, 2}));
        QCOMPARE(figures.later[0].reached, (Proportion {0, 2}));
    }

    void nobodyIsNoTrouble()
    {
        ColumnsBuilder builder(defaultPipeline(), advocateZone());
        const Advocacy figures = advocacy(*builder.finish(), advocateTouches(), advocateQuery(28));
        QCOMPARE(figures.customers, 0);
        QVERIFY(!figures.referred.rate());
        QVERIFY(!figures.bought.rate());
    }
};

PULLPUSH_TEST(TestAdvocacy)
#include "tst_advocacy.moc"
