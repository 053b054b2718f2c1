// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/retirement.h"
#include "test_support/testprogram.h"

#include <QTest>

namespace {

enum StageNumber : qint64 { Cold = 1, Warm, Talk, Offer, Customer, Loyal, Advocate, Lost };

QList<StageId> ids(std::initializer_list<qint64> numbers)
{
    QList<StageId> ids;
    for (const qint64 number : numbers)
        ids << StageId(number);
    return ids;
}

PipelineVersion versionWith(StageNumber stage, qint64 retiredAt)
{
    QList<Stage> stages = defaultPipeline();
    stages[stage - 1].retiredAt = retiredAt;
    PipelineVersion version;
    version.stages = pipelineJson(stages);
    return version;
}

} // namespace

class TestRetirement : public QObject
{
    Q_OBJECT
private slots:
    void versionsTellEachRetirementOnce()
    {
        const QList<PipelineVersion> versions {versionWith(Offer, 0), versionWith(Offer, 100),
            versionWith(Offer, 100), versionWith(Offer, 0), versionWith(Offer, 200)};
        QCOMPARE(Retirement::allIn(versions),
            (QList<StageRetirement> {{StageId(Offer), 100}, {StageId(Offer), 200}}));
        QCOMPARE(Retirement::allIn(versions.first(1)), QList<StageRetirement>());
    }

    void nobodyPassesTheSale()
    {
        const QList<Stage> stages = defaultPipeline();
        QCOMPARE(Retirement::targets(stages, StageId(Offer)), ids({Cold, Warm, Talk}));
        QCOMPARE(Retirement::targets(stages, StageId(Loyal)), ids({Customer, Advocate}));
        QCOMPARE(Retirement::targets(stages, StageId(Lost)), ids({}));
        QCOMPARE(Retirement::targets(stages, StageId(99)), ids({}));
    }

    void aRetiredStageIsNoTarget()
    {
        QList<Stage> stages = defaultPipeline();
        stages[Warm - 1].retiredAt = 1;
        QCOMPARE(Retirement::targets(stages, StageId(Offer)), ids({Cold, Talk}));
        // On the first side nobody else is, and nothing is before: the first there is.
        QCOMPARE(Retirement::usualTarget(stages, StageId(Cold)), StageId(Talk));
    }

    void peopleAreFoundAtARetiredStageToo()
    {
        QList<Stage> stages = defaultPipeline();
        stages[Warm - 1].retiredAt = 1;
        stages[Lost - 1].retiredAt = 2;
        QList<StageId> found;
        QStringList names;
        const QList<Stage> all = stagesOfPeople(stages);
        for (const Stage &stage : all) {
            found << stage.id;
            names << markedName(stage);
        }
        QCOMPARE(found, ids({Cold, Talk, Offer, Customer, Loyal, Advocate, Warm, Lost}));
        QCOMPARE(names.first(), QStringLiteral("Cold"));
        QCOMPARE(names.at(6), QStringLiteral("Warm (retired)"));
    }

    void theNextOfTheSideIsProposedElseTheOneBefore()
    {
        const QList<Stage> stages = defaultPipeline();
        const auto usual = [&stages](StageNumber leaving) {
            return Retirement::usualTarget(stages, StageId(leaving)).value();
        };
        QCOMPARE(usual(Cold), qint64(Warm));
        QCOMPARE(usual(Warm), qint64(Cold)); // the next is on the other side of the seam
        QCOMPARE(usual(Talk), qint64(Offer));
        QCOMPARE(usual(Offer), qint64(Talk)); // the next is the sale
        QCOMPARE(usual(Loyal), qint64(Advocate));
        QCOMPARE(usual(Advocate), qint64(Loyal));
        QCOMPARE(usual(Lost), qint64(0));
    }
};

PULLPUSH_TEST(TestRetirement)
#include "tst_retirement.moc"
