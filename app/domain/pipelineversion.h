// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/stage.h"

#include <QString>

/// What the pipeline was from one change to the next, so that a chart and a history can say which one they mean. Written once.
struct PipelineVersion
{
    PipelineVersionId id;
    qint64 at = 0; ///< Unix milliseconds; 0: from the beginning
    UserId by;
    int number = 1; ///< 1 is the first
    QString stages; ///< JSON, see pipelineJson
    qint64 rowVersion = 1;

    friend bool operator==(const PipelineVersion &, const PipelineVersion &) = default;
};

/// The version that a workspace begins with; id and number are 1.
[[nodiscard]] PipelineVersion firstPipelineVersion(const QList<Stage> &stages);
/// A compact JSON array by position: id (as text, since it may be larger than a double holds), key, name, side, kind, position, since, retiredAt.
[[nodiscard]] QString pipelineJson(QList<Stage> stages);
/// The stages in \a json by position; what cannot be read is left out.
[[nodiscard]] QList<Stage> pipelineFromJson(const QString &json);
