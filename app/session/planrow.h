// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

/// What becomes of a post that a file tells, from the least to the most that is done.
enum class PlanFate {
    Rejected, ///< it cannot be taken
    Known, ///< it is here as the file tells it
    Differs, ///< it is here, otherwise than the file tells it, and stays so
    Updated, ///< it is here, and becomes as the file tells it
    Created,
};

/// One post of a file as it becomes, for the list of a mapping page.
struct PlanRow
{
    qint64 line = 0; ///< of the file
    PlanFate fate = PlanFate::Rejected;
    std::optional<QDate> day; ///< nothing for an undated idea
    std::optional<QTime> time;
    QString zone; ///< IANA name; empty is the workspace's zone
    QStringList channels; ///< names
    QString headline; ///< first words
    qsizetype media = 0;
    QString note; ///< sentences: why it is rejected, what is to be known of it

    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};
