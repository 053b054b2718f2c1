// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportusage.h"

#include "report/boardplan.h"
#include "report/reports.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

/// The option that asks for \a part; one may stand for two.
QString optionOf(ReportKind::Part part)
{
    switch (part) {
    case ReportKind::Part::Window:
        return u"window"_s;
    case ReportKind::Part::Reached:
        return u"reached"_s;
    case ReportKind::Part::Breakdown:
    case ReportKind::Part::CreditTo:
        return u"by"_s;
    case ReportKind::Part::Model:
        return u"model"_s;
    case ReportKind::Part::LookBack:
        return u"look-back"_s;
    case ReportKind::Part::Ages:
        return u"ages"_s;
    }
    Q_UNREACHABLE();
}

/// The reports that make something of \a option.
QStringList usersOf(const QString &option)
{
    QStringList ids;
    for (const ReportKind &kind : reportKinds()) {
        if (std::ranges::find(kind.uses, option, optionOf) != kind.uses.end())
            ids << kind.id;
    }
    return ids;
}

/// Of an option that a saved board answers itself.
QString besidesSavedBoard(const QCommandLineParser &parser)
{
    static const QStringList allowed {u"board"_s, u"as-of"_s, u"o"_s, u"output"_s, u"as"_s};
    const QStringList given = parser.optionNames();
    for (const QString &option : given) {
        if (!allowed.contains(option))
            return tr("A saved board asks its own question: --%1 changes nothing beside --board.")
                .arg(option);
    }
    return {};
}
} // namespace

QString ReportUsage::contradiction(const QCommandLineParser &parser, const QString &id)
{
    const bool isBoard = id == "board"_L1;
    if (isBoard && parser.isSet(u"json"_s))
        return tr("A board is printed into a file, -o FILE.pdf: there is no --json of it.");
    if (!parser.isSet(u"board"_s))
        return {};
    if (!isBoard) {
        return tr("--board names a saved board, which “board” prints: the report “%1” makes no use "
                  "of it.")
            .arg(id);
    }
    return besidesSavedBoard(parser);
}

QStringList ReportUsage::unused(const QCommandLineParser &parser, const QString &id)
{
    const QStringList reports = id == "board"_L1 ? firstBoard() : QStringList {id};
    QStringList told;
    QStringList seen;
    for (const ReportKind &kind : reportKinds()) {
        for (const ReportKind::Part part : kind.uses) {
            const QString option = optionOf(part);
            if (!parser.isSet(option) || seen.contains(option))
                continue;
            seen << option;
            const QStringList users = usersOf(option);
            const bool isUsed = std::ranges::any_of(
                reports, [&users](const QString &report) { return users.contains(report); });
            if (!isUsed) {
                told << tr("The report “%1” makes no use of --%2, which is for: %3.")
                            .arg(id, option, users.join(", "_L1));
            }
        }
    }
    return told;
}
