// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/columnsbuilder.h"
#include "analytics/repactivity.h"
#include "test_support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

enum StageNumber : qint64 { Cold = 1, Customer = 5, Lost = 8 };
constexpr UserId Rep {7};

const QTimeZone &zone()
{
    static const QTimeZone berlin("Europe/Berlin");
    return berlin;
}

qint64 noon(int dayOfMarch)
{
    return localToInstant(QDate(2026, 3, dayOfMarch), QTime(12, 0), zone());
}

/// Ten prospects of one member; the first ones are won on the 10th, then some are lost on the 12th.
ColumnsPointer columnsOf(int won = 0, int lost = 0)
{
    ColumnsBuilder builder(defaultPipeline(), zone());
    for (int id = 1; id <= 10; ++id)
        builder.addProspect(id, id % 2 ? u"web"_s : u"fair"_s, Rep.value(), 0);
    for (int id = 1; id <= 10; ++id) {
        builder.addMove(id, Cold, {noon(1), Precision::Exact});
        if (id <= won)
            builder.addMove(id, Customer, {noon(10), Precision::Exact});
        else if (id <= won + lost)
            builder.addMove(id, Lost, {noon(12), Precision::Exact});
    }
    return builder.finish();
}

qint32 dayOf(int dayOfMarch)
{
    return qint32(QDate(2026, 3, dayOfMarch).toJulianDay());
}

/// Words with \a seen prospects from the first on, and hidden ones with the next; two sent, one received, one call each.
RepFacts wordsWith(int seen, int hidden = 0, int day = 3)
{
    RepFacts facts;
    for (int id = 1; id <= seen + hidden; ++id) {
        facts.words.push_back({ProspectId(id), Rep, dayOf(day), 2, 1, 1, id <= seen});
        facts.replies.push_back(
            {ProspectId(id), Rep, noon(day), id <= 3 ? noon(day) + 3'600'000 : 0, id <= seen});
    }
    return facts;
}

ChartFilter asked(int asOf = 28)
{
    return {.asOf = noon(asOf)};
}

} // namespace

class TestRepActivity : public QObject
{
    Q_OBJECT
private slots:
    void sumsOfFivePeople()
    {
        const QList<RepFigures> reps = repFigures(*columnsOf(), wordsWith(5), asked());
        QCOMPARE(reps.size(), 1);
        QCOMPARE(reps[0].id, Rep);
        QCOMPARE(reps[0].people, 5);
        QCOMPARE(reps[0].sent, std::optional<qint64>(10));
        QCOMPARE(reps[0].received, std::optional<qint64>(5));
        QCOMPARE(reps[0].calls, std::optional<qint64>(5));
        // What nobody did is withheld as well.
        QCOMPARE(reps[0].moves, std::nullopt);
        QCOMPARE(reps[0].won, std::nullopt);
    }

    void fewerAreWithheld()
    {
        const QList<RepFigures> reps = repFigures(*columnsOf(), wordsWith(4), asked());
        QCOMPARE(reps.size(), 1);
        QCOMPARE(reps[0].people, 4);
        QCOMPARE(reps[0].sent, std::nullopt);
        QCOMPARE(reps[0].calls, std::nullopt);
        QCOMPARE(reps[0].reply, std::nullopt);
    }

    void hiddenConversationsCountOfFivePeopleOrMore()
    {
        const auto columns = columnsOf();
        QCOMPARE(repFigures(*columns, wordsWith(5, 4), asked())[0].sent, std::optional<qint64>(10));
        QCOMPARE(repFigures(*columns, wordsWith(5, 5), asked())[0].sent, std::optional<qint64>(20));
        // Nobody is named with whom the viewer may not read a word.
        QCOMPARE(prospectsOfRep(*columns, wordsWith(5, 5), asked(), Rep).size(), 5);
    }

    void ofFewHiddenConversationsNothingIsKnown()
    {
        // Not that there is any, and not that there are enough people together with those who may be seen.
        const auto columns = columnsOf();
        QVERIFY(repFigures(*columns, wordsWith(0, 4), asked()).isEmpty());
        QCOMPARE(repFigures(*columns, wordsWith(4, 4), asked())[0].people, 4);
        QCOMPARE(repFigures(*columns, wordsWith(4, 5), asked())[0].people, 9);
        RepFacts unanswered = wordsWith(4, 5);
        unanswered.words.clear();
        QCOMPARE(repFigures(*columns, unanswered, asked())[0].people, 9);
    }

    void theFirstReplyIsWaitedFor()
    {
        // Three of five answered within the hour; the others are waited for until noon of the 28th.
        const auto reply = repFigures(*columnsOf(), wordsWith(5), asked())[0].reply;
        QVERIFY(reply);
        QCOMPARE(reply->n, 5);
        QCOMPARE(reply->censored, 2);
        QCOMPARE(reply->median(), std::optional<qint64>(1));
        QCOMPARE(reply->steps.last().age, 25 * 24);
    }

    void winRatesAreThoseOfPathsThatEnded()
    {
        const auto columns = columnsOf(2, 4);
        QCOMPARE(repFigures(*columns, {}, asked())[0].won, std::optional(Proportion {2, 6}));
        ChartFilter filter = asked();
        filter.span.from = QDate(2026, 3, 11);
        QCOMPARE(repFigures(*columns, {}, filter)[0].won, std::nullopt);
        QCOMPARE(repFigures(*columns, {}, filter)[0].people, 4);
    }

    /// All are lost on the 12th; the first ones come back and are won on the 20th, so that they close twice.
    void whoCameBackClosesAgain()
    {
        const auto columnsWith = [](int back) {
            ColumnsBuilder builder(defaultPipeline(), zone());
            for (int id = 1; id <= 5; ++id)
                builder.addProspect(id, u"web"_s, Rep.value(), 0);
            for (int id = 1; id <= 5; ++id) {
                builder.addMove(id, Cold, {noon(1), Precision::Exact});
                builder.addMove(id, Lost, {noon(12), Precision::Exact});
                if (id <= back)
                    builder.addMove(id, Customer, {noon(20), Precision::Exact});
            }
            return builder.finish();
        };
        QCOMPARE(repFigures(*columnsWith(2), {}, asked())[0].won, std::optional(Proportion {2, 7}));
        QCOMPARE(repFigures(*columnsWith(2), {}, asked())[0].people, 5);
        QCOMPARE(repFigures(*columnsWith(2), {}, asked(19))[0].won,
            std::optional(Proportion {0, 5})); // of what was known then
        ChartFilter later = asked();
        later.span.from = QDate(2026, 3, 15);
        QCOMPARE(repFigures(*columnsWith(5), {}, later)[0].won, std::optional(Proportion {5, 5}));
        QCOMPARE(prospectsOfRep(*columnsWith(5), {}, asked(), Rep).size(), 5);
    }

    void closingsOfFewPeopleAreWithheld()
    {
        ColumnsBuilder builder(defaultPipeline(), zone());
        for (int id = 1; id <= 4; ++id)
            builder.addProspect(id, u"web"_s, Rep.value(), 0);
        for (int id = 1; id <= 4; ++id) {
            builder.addMove(id, Cold, {noon(1), Precision::Exact});
            builder.addMove(id, Lost, {noon(12), Precision::Exact});
            builder.addMove(id, Customer, {noon(20), Precision::Exact});
        }
        QCOMPARE(repFigures(*builder.finish(), {}, asked())[0].won, std::nullopt);
    }

    void movesAreTheirs()
    {
        RepFacts facts;
        for (int id = 1; id <= 5; ++id) {
            facts.moves.push_back({ProspectId(id), UserId(8), noon(2)});
            facts.moves.push_back({ProspectId(id), UserId(8), noon(20)});
        }
        QCOMPARE(repFigures(*columnsOf(), facts, asked())[0].moves, std::optional<qint64>(10));
        QCOMPARE(repFigures(*columnsOf(), facts, asked(19))[0].moves, std::optional<qint64>(5));
        QCOMPARE(prospectsOfRep(*columnsOf(), facts, asked(), UserId(8)).size(), 5);
        QCOMPARE(prospectsOfRep(*columnsOf(), facts, asked(), Rep).size(), 0);
    }

    void theSpanIsThatOfTheDay()
    {
        ChartFilter filter = asked();
        filter.span = {QDate(2026, 3, 4), {}};
        QVERIFY(repFigures(*columnsOf(), wordsWith(5), filter).isEmpty());
        filter.span = {QDate(2026, 3, 3), QDate(2026, 3, 4)};
        QCOMPARE(repFigures(*columnsOf(), wordsWith(5), filter)[0].sent, std::optional<qint64>(10));
        filter.span = {{}, QDate(2026, 3, 3)};
        QVERIFY(repFigures(*columnsOf(), wordsWith(5), filter).isEmpty());
        QVERIFY(repFigures(*columnsOf(), wordsWith(5), asked(2)).isEmpty());
    }

    void onlyTheseSources()
    {
        ChartFilter filter = asked();
        filter.sources = QStringList {u"web"_s};
        QCOMPARE(
            repFigures(*columnsOf(), wordsWith(10), filter)[0].sent, std::optional<qint64>(10));
    }
};

PULLPUSH_TEST(TestRepActivity)
#include "tst_repactivity.moc"
