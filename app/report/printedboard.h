// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"

#include <QTimeZone>

/// A board as it is printed: what was asked, and what each chart answers.
struct PrintedBoard
{
    QString title;
    QString workspace; ///< its name
    QString question; ///< in words, with the moment as of which it is answered
    QDate day; ///< of the print
    QList<Report> reports = {}; ///< in order
};

/// \a question in words: when, whom, within how long, compared with what, and as of when. \a names are those of the owners, \a stages the whole pipeline, \a zone the workspace's.
[[nodiscard]] QString questionText(const ReportQuestion &question,
    const QHash<UserId, QString> &names, const QList<Stage> &stages, const QTimeZone &zone);
