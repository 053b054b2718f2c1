// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pipelineedit.h"
#include "domain/pipelineversion.h"
#include "test_support/testprogram.h"

#include <QTest>

#include <rapidcheck.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
StageId stageOf(const PipelineEdit &edit, const QString &key)
{
    const int index = indexOfStage(edit.stages(), key);
    return index < 0 ? StageId() : edit.stages().at(index).id;
}

QStringList stepKeys(const PipelineEdit &edit)
{
    QStringList keys;
    for (const Stage &step : pipelineSteps(edit.stages()))
        keys << step.key;
    return keys;
}

Stage stageNamed(const PipelineEdit &edit, const QString &key)
{
    return edit.stages().value(indexOfStage(edit.stages(), key));
}

/// Any change of any stage, most of which a pipeline allows.
Result<> anyChange(PipelineEdit &edit, qint64 newId)
{
    using rc::gen::inRange;
    const StageId id = edit.stages().at(*inRange<qsizetype>(0, edit.stages().size())).id;
    const StageId other = edit.stages().at(*inRange<qsizetype>(0, edit.stages().size())).id;
    const auto side = Side(*inRange(0, 4));
    const QString name = *rc::gen::elementOf(std::vector<QString> {
        u"Warm"_s, u"Trial"_s, u"trial "_s, u"Gone"_s, u" "_s, u"Über uns"_s, u"?"_s});
    switch (*inRange(0, 9)) {
    case 0:
        return edit.add(StageId(newId), name, side, newId);
    case 1:
        return edit.rename(id, name);
    case 2:
        return edit.move(id, *rc::gen::element(-1, 1));
    case 3:
        return edit.place(id, *rc::gen::element(other, StageId()));
    case 4:
        return edit.setSide(id, side);
    case 5:
        return edit.setSale(id);
    case 6:
        return edit.setSince(id, newId);
    case 7:
        return edit.retire(id, newId);
    default:
        return edit.restore(id, newId);
    }
}
} // namespace

class TestPipelineEdit : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultPipelineHolds() { QVERIFY(PipelineRules::check(defaultPipeline())); }

    /// What documents call those at no stage is no stage's key.
    void noKeyIsAWordForNoStage()
    {
        PipelineEdit edit(defaultPipeline());
        qint64 id = 20;
        for (const QString &name : {u"Start"_s, u"Before"_s, u"None"_s, u"All"_s, u"Starter"_s})
            QVERIFY(edit.add(StageId(++id), name, Side::Pull, 5));
        const auto keyOfStage = [&edit](qint64 stage) {
            return edit.stages().at(indexOfStage(edit.stages(), StageId(stage))).key;
        };
        QCOMPARE(keyOfStage(21), u"start-2"_s);
        QCOMPARE(keyOfStage(22), u"before-2"_s);
        QCOMPARE(keyOfStage(23), u"none-2"_s);
        QCOMPARE(keyOfStage(24), u"all-2"_s);
        QCOMPARE(keyOfStage(25), u"starter"_s);
        // They are still found by their names.
        QCOMPARE(stageOf(edit, u"start"_s), StageId(21));
    }

    void addsAtTheEndOfASide()
    {
        PipelineEdit edit(defaultPipeline());
        QVERIFY(edit.add(StageId(20), u"  Trial  period "_s, Side::Push, 5));
        QVERIFY(edit.add(StageId(21), u"Not now"_s, Side::Exit, 6));
        QVERIFY(edit.add(StageId(22), u"Interested"_s, Side::Pull, 7));
        QCOMPARE(stepKeys(edit),
            (QStringList {u"cold"_s, u"warm"_s, u"interested"_s, u"conversation"_s, u"offer"_s,
                u"trial-period"_s, u"customer"_s, u"loyal"_s, u"advocate"_s}));
        QCOMPARE(stageNamed(edit, u"trial-period"_s).name, u"Trial period"_s);
        QCOMPARE(stageNamed(edit, u"trial-period"_s).since, 5);
        QCOMPARE(edit.stages().last().kind, StageKind::Exit);
        QCOMPARE(edit.stages().last().name, u"Not now"_s);
    }

    void refusesWithASentence()
    {
        PipelineEdit edit(defaultPipeline());
        const QList<Stage> before = edit.stages();
        const QList<Result<>> refused {edit.add(StageId(20), u"WARM"_s, Side::Pull, 0),
            edit.add(StageId(20), u"  "_s, Side::Pull, 0),
            edit.rename(stageOf(edit, u"cold"_s), u"lost"_s),
            edit.retire(stageOf(edit, u"customer"_s), 9), edit.retire(stageOf(edit, u"lost"_s), 9),
            edit.setSide(stageOf(edit, u"warm"_s), Side::Exit),
            edit.setSide(stageOf(edit, u"customer"_s), Side::After),
            edit.setSale(stageOf(edit, u"cold"_s)), edit.move(stageOf(edit, u"cold"_s), 0),
            edit.rename(StageId(99), u"New"_s)};
        for (qsizetype i = 0; i < refused.size(); ++i) {
            if (i == 8) { // a move by nothing is none
                QVERIFY(refused.at(i));
                continue;
            }
            QVERIFY2(!refused.at(i), qPrintable(QString::number(i)));
            QCOMPARE(refused.at(i).error().code, Error::Code::Rejected);
            QVERIFY(refused.at(i).error().message.endsWith(u'.'));
        }
        QCOMPARE(edit.stages(), before);
    }

    void movesOverTheSeamAndTheSale()
    {
        PipelineEdit edit(defaultPipeline());
        QVERIFY(edit.move(stageOf(edit, u"warm"_s), 1));
        QCOMPARE(stageNamed(edit, u"warm"_s).side, Side::Push);
        QCOMPARE(stepKeys(edit).indexOf(u"warm"_s), 1); // the seam moved, not the stage
        QVERIFY(edit.move(stageOf(edit, u"warm"_s), 1));
        QCOMPARE(stepKeys(edit).indexOf(u"warm"_s), 2);
        QVERIFY(!edit.move(stageOf(edit, u"cold"_s), 1)); // nobody would be pulled
        QVERIFY(edit.move(stageOf(edit, u"loyal"_s), -1));
        QCOMPARE(stageNamed(edit, u"loyal"_s).side, Side::Push);
        QCOMPARE(stepKeys(edit).indexOf(u"loyal"_s) + 1, stepKeys(edit).indexOf(u"customer"_s));
        QVERIFY(edit.move(stageOf(edit, u"customer"_s), -1));
        QCOMPARE(stageNamed(edit, u"loyal"_s).side, Side::After);
    }

    void placesBeforeAnother()
    {
        PipelineEdit edit(defaultPipeline());
        QVERIFY(edit.place(stageOf(edit, u"advocate"_s), stageOf(edit, u"offer"_s)));
        QCOMPARE(stepKeys(edit),
            (QStringList {u"cold"_s, u"warm"_s, u"conversation"_s, u"advocate"_s, u"offer"_s,
                u"customer"_s, u"loyal"_s}));
        QCOMPARE(stageNamed(edit, u"advocate"_s).side, Side::Push);
        QVERIFY(edit.place(stageOf(edit, u"advocate"_s), {}));
        QCOMPARE(stepKeys(edit).last(), u"advocate"_s);
        QCOMPARE(stageNamed(edit, u"advocate"_s).side, Side::After);
    }

    void anotherStageBecomesTheSale()
    {
        PipelineEdit edit(defaultPipeline());
        QVERIFY(edit.setSale(stageOf(edit, u"offer"_s)));
        QCOMPARE(stageNamed(edit, u"customer"_s).side, Side::After);
        QCOMPARE(stageNamed(edit, u"customer"_s).kind, StageKind::Open);
        QVERIFY(edit.setSale(stageOf(edit, u"loyal"_s)));
        QCOMPARE(stageNamed(edit, u"customer"_s).side, Side::Push);
        QCOMPARE(stageNamed(edit, u"loyal"_s).kind, StageKind::Won);
    }

    void whatIsRetiredKeepsItsPlaceAndComesBack()
    {
        PipelineEdit edit(defaultPipeline());
        QVERIFY(edit.retire(stageOf(edit, u"offer"_s), 100));
        QVERIFY(!stepKeys(edit).contains(u"offer"_s));
        QCOMPARE(stageNamed(edit, u"offer"_s).position, 3);
        QCOMPARE(offeredStages(edit.stages()).size(), 7);
        QVERIFY(!edit.add(StageId(30), u"Offer"_s, Side::Push, 0)); // its name is kept
        QVERIFY(edit.restore(stageOf(edit, u"offer"_s), 200));
        QCOMPARE(stageNamed(edit, u"offer"_s).since, 200);
        QCOMPARE(stepKeys(edit).indexOf(u"offer"_s) + 1, stepKeys(edit).indexOf(u"customer"_s));
    }

    void aVersionBringsBackItsStages()
    {
        PipelineEdit edit(defaultPipeline());
        QVERIFY(edit.add(StageId((qint64(1) << 62) + 1), u"Trial"_s, Side::Push, 12345));
        QVERIFY(edit.retire(stageOf(edit, u"offer"_s), 100));
        QCOMPARE(pipelineFromJson(pipelineJson(edit.stages())), edit.stages());
        QVERIFY(pipelineFromJson(u"no JSON"_s).isEmpty());
    }

    void everyChangeLeavesAPipelineThatHolds()
    {
        QVERIFY(rc::check("random changes of a pipeline", [] {
            PipelineEdit edit(defaultPipeline());
            const int changes = *rc::gen::inRange(0, 40);
            for (int i = 0; i < changes; ++i) {
                const QList<Stage> before = edit.stages();
                const Result<> done = anyChange(edit, 1000 + i);
                RC_ASSERT(PipelineRules::check(edit.stages()).has_value());
                if (!done)
                    RC_ASSERT(edit.stages() == before);
                for (qsizetype at = 0; at < edit.stages().size(); ++at)
                    RC_ASSERT(edit.stages().at(at).position == int(at));
                for (const Stage &was : before) { // none goes, and no key changes
                    const int at = indexOfStage(edit.stages(), was.id);
                    RC_ASSERT(at >= 0);
                    RC_ASSERT(edit.stages().at(at).key == was.key);
                    const bool wasExit = was.kind == StageKind::Exit;
                    RC_ASSERT((edit.stages().at(at).kind == StageKind::Exit) == wasExit);
                }
            }
        }));
    }
};

PULLPUSH_TEST(TestPipelineEdit)
#include "tst_pipelineedit.moc"
