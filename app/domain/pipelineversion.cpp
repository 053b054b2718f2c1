// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pipelineversion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

PipelineVersion firstPipelineVersion(const QList<Stage> &stages)
{
    PipelineVersion version;
    version.id = PipelineVersionId(1);
    version.stages = pipelineJson(stages);
    return version;
}

QString pipelineJson(QList<Stage> stages)
{
    std::ranges::stable_sort(stages, {}, &Stage::position);
    QJsonArray array;
    for (const Stage &stage : std::as_const(stages)) {
        array.append(QJsonObject {{u"id"_s, stage.id.toString()}, {u"key"_s, stage.key},
            {u"name"_s, stage.name}, {u"side"_s, toText(stage.side)},
            {u"kind"_s, toText(stage.kind)}, {u"position"_s, stage.position},
            {u"since"_s, stage.since}, {u"retiredAt"_s, stage.retiredAt}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<Stage> pipelineFromJson(const QString &json)
{
    QList<Stage> stages;
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const auto side = fromText<Side>(object.value("side"_L1).toString());
        const auto kind = fromText<StageKind>(object.value("kind"_L1).toString());
        const StageId id(object.value("id"_L1).toString().toLongLong());
        if (!side || !kind || id.isNull())
            continue;
        Stage stage;
        stage.id = id;
        stage.key = object.value("key"_L1).toString();
        stage.name = object.value("name"_L1).toString();
        stage.side = *side;
        stage.kind = *kind;
        stage.position = object.value("position"_L1).toInt();
        stage.since = object.value("since"_L1).toInteger();
        stage.retiredAt = object.value("retiredAt"_L1).toInteger();
        stages.append(stage);
    }
    std::ranges::stable_sort(stages, {}, &Stage::position);
    return stages;
}
