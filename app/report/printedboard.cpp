// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/printedboard.h"

#include "report/reportwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class PrintedBoardText
{
    Q_DECLARE_TR_FUNCTIONS(PrintedBoard)
};

QString ownersText(const std::optional<QList<UserId>> &owners, const QHash<UserId, QString> &names)
{
    if (!owners)
        return {};
    QStringList texts;
    for (const UserId owner : *owners)
        texts << names.value(owner, PrintedBoardText::tr("nobody", "an owner"));
    //: Only the prospects of these owners: "only of Ada, Ben".
    return PrintedBoardText::tr("only of %1").arg(texts.join(PrintedBoardText::tr(", ")));
}

} // namespace

QString questionText(const ReportQuestion &question, const QHash<UserId, QString> &names,
    const QList<Stage> &stages, const QTimeZone &zone)
{
    QStringList parts {ReportWords::during(question.filter.span)};
    if (question.windowDays)
        parts << PrintedBoardText::tr("within %Ln day(s)", nullptr, *question.windowDays);
    parts << ReportWords::onlySources(question.filter.sources)
          << ownersText(question.filter.owners, names)
          << ReportWords::onlyEntered(question.filter.cohort)
          << ReportWords::onlyAt(question.filter.stages, stages)
          << ReportWords::onlyPeople(question.people ? question.people->name : QString());
    if (question.compareWith) {
        parts << PrintedBoardText::tr("compared with the time %1")
                     .arg(ReportWords::during(*question.compareWith));
    }
    parts << ReportWords::asOf(question.filter.asOf, zone);
    return ReportWords::subtitle(parts);
}
