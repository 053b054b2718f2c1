// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_import/importoutcome.h"

#include "ui_common/formatting.h"
#include "ui_common/plaintext.h"
#include "ui_common/severity.h"
#include "ui_common/theme.h"
#include "ui_import/importfields.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int MostIssues = 1000; // a table of more helps nobody; the count says the rest
constexpr qsizetype MostUnused = 12; // columns, so that the issues have room below

NoticeSeverity noticeOf(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return NoticeSeverity::Info;
    case Severity::Warning:
        return NoticeSeverity::Warning;
    case Severity::Error:
        return NoticeSeverity::Error;
    }
    Q_UNREACHABLE();
}

void addCounts(QStringList &lines, const ImportCounts &counts, const QString &created,
    const QString &updated, const QString &skipped)
{
    QStringList parts;
    if (counts.created > 0)
        parts << created;
    if (counts.updated > 0)
        parts << updated;
    if (counts.skipped > 0)
        parts << skipped;
    if (!parts.isEmpty())
        lines << parts.join(u" · "_s);
}

QStringList linesOf(const ImportReport &report)
{
    const auto updated = [](int n) { return ImportOutcome::tr("%Ln updated", nullptr, n); };
    const auto known = [](int n) { return ImportOutcome::tr("%Ln known already", nullptr, n); };
    const auto add = [&](QStringList &lines, const ImportCounts &counts, const QString &created) {
        addCounts(lines, counts, created, updated(counts.updated), known(counts.skipped));
    };
    QStringList lines;
    add(lines, report.prospects,
        ImportOutcome::tr("%Ln new prospect(s)", nullptr, report.prospects.created));
    add(lines, report.conversations,
        ImportOutcome::tr("%Ln new conversation(s)", nullptr, report.conversations.created));
    add(lines, report.messages,
        ImportOutcome::tr("%Ln new message(s)", nullptr, report.messages.created));
    add(lines, report.moves, ImportOutcome::tr("%Ln new move(s)", nullptr, report.moves.created));
    add(lines, report.posts, ImportOutcome::tr("%Ln new post(s)", nullptr, report.posts.created));
    if (report.differing > 0)
        lines << ImportOutcome::tr("%Ln of the known differ(s) from the file and stay(s) as here",
            nullptr, report.differing);
    if (report.proposals > 0)
        lines << ImportOutcome::tr(
            "%n move(s) proposed, for you to accept", nullptr, report.proposals);
    if (report.rejected > 0)
        lines << ImportOutcome::tr("%Ln row(s) rejected", nullptr, report.rejected);
    for (const QString &file : report.rejectedFiles)
        lines << ImportOutcome::tr("The rejected rows are in %1, beside the file.")
                     .arg(QFileInfo(file).fileName());
    return lines;
}
} // namespace

ImportOutcome::ImportOutcome(const QList<Stage> &stages, QWidget *parent)
    : QWidget(parent)
    , m_stages(stages)
    , m_networks(builtInNetworks().value_or(NetworkTable {}))
    , m_heading(headingLabel(tr("What will happen"), this))
    , m_counts(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_issuesHeading(quietLabel({}, this))
    , m_issues(new QTableWidget(0, 3, this))
{
    m_counts->setObjectName(u"counts"_s);
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setWordWrap(true);
    m_problem->setObjectName(u"importProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText); // our palette's red
    m_issues->setObjectName(u"issues"_s);
    m_issues->setAccessibleName(tr("Issues"));
    m_issues->setHorizontalHeaderLabels(
        {tr("File"), tr("Line", "of a file"), tr("What was found")});
    m_issues->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_issues->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_issues->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_issues->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_issues->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_issues->verticalHeader()->hide();
    m_issues->setFrameShape(QFrame::NoFrame);
    m_issues->setShowGrid(false);
    m_issues->setTabKeyNavigation(false);
    m_issues->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_issues->setSelectionBehavior(QAbstractItemView::SelectRows);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::Small);
    layout->addWidget(m_heading);
    layout->addWidget(m_problem);
    layout->addWidget(m_counts);
    layout->addWidget(m_issuesHeading);
    layout->addWidget(m_issues, 100);
    layout->addStretch(1);
    setHint({});
}

void ImportOutcome::setReport(const ImportReport &report)
{
    m_heading->setText(report.dryRun ? tr("What will happen") : tr("Imported"));
    QStringList lines = linesOf(report);
    if (lines.isEmpty())
        lines << tr("Nothing new: all of it is known already.");
    lines << unusedLines(report.unusedColumns);
    m_counts->setText(lines.join(u'\n'));
    m_counts->show();
    m_problem->hide();
    showIssues(report);
}

void ImportOutcome::setHint(const QString &hint)
{
    m_heading->setText(tr("What will happen"));
    m_counts->setText(hint);
    m_counts->setVisible(!hint.isEmpty());
    m_problem->hide();
    m_issues->hide();
    m_issuesHeading->hide();
}

void ImportOutcome::setProblem(const QString &problem)
{
    setHint({});
    m_problem->setText(problem);
    m_problem->show();
}

QStringList ImportOutcome::unusedLines(const QList<UnusedColumn> &columns) const
{
    QStringList lines;
    QStringList others;
    for (const UnusedColumn &column : columns) {
        if (column.likelyField.isEmpty()) {
            others << tr("“%1”", "a column").arg(column.column);
            continue;
        }
        lines << tr("“%1” is not used; it probably means: %2")
                     .arg(column.column,
                         ImportFields::text(column.likelyField, m_stages, m_networks));
    }
    if (others.size() > MostUnused)
        others = others.first(MostUnused) << u"…"_s;
    if (!others.isEmpty())
        lines << tr("Not used: %1").arg(others.join(tr(", ", "between columns")));
    return lines;
}

void ImportOutcome::showIssues(const ImportReport &report)
{
    const int shown = int(std::min<qsizetype>(report.issues.size(), MostIssues));
    m_issuesHeading->setText(shown < report.issues.size()
            ? tr("%1 issues, the first %2 of them")
                  .arg(Formatting::number(report.issues.size()), Formatting::number(shown))
            : tr("%Ln issue(s)", nullptr, shown));
    m_issuesHeading->setVisible(shown > 0);
    m_issues->setVisible(shown > 0);
    m_issues->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const ImportIssue &issue = report.issues.at(row);
        auto *file = new QTableWidgetItem(issue.file);
        file->setIcon(severityIcon(noticeOf(issue.severity)));
        auto *line =
            new QTableWidgetItem(issue.line > 0 ? Formatting::number(issue.line) : QString());
        auto *text = new QTableWidgetItem(issue.text);
        text->setToolTip(plainTip(issue.text));
        m_issues->setItem(row, 0, file);
        m_issues->setItem(row, 1, line);
        m_issues->setItem(row, 2, text);
    }
}
