// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/calendarfeeds.h"
#include "session/plannedmonth.h"
#include "session/workspace.h"
#include "ui_common/formatting.h"
#include "ui_common/question.h"
#include "ui_timeline/calendararea.h"
#include "ui_timeline/calendarpage.h"
#include "ui_timeline/filterwords.h"
#include "ui_timeline/monthprint.h"
#include "ui_timeline/paperactions.h"
#include "ui_timeline/planexportpage.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

// How the plan leaves the window: as a file, and on paper.

void CalendarArea::setFeeds(CalendarFeeds *feeds)
{
    m_feeds = feeds;
}

void CalendarArea::makePaperActions()
{
    m_paper = new PaperActions(this);
    connect(m_paper->exportPlan, &QAction::triggered, this, &CalendarArea::exportPlan);
    connect(m_paper->print, &QAction::triggered, this, [this] {
        withMonth(PaperSize::A4,
            [this](const PlannedMonth &month) { MonthPrint::preview(month, m_page); });
    });
    connect(m_paper->savePdf, &QAction::triggered, this, [this] { savePdf(PaperSize::A4); });
    connect(m_paper->saveLargePdf, &QAction::triggered, this, [this] { savePdf(PaperSize::A3); });
}

void CalendarArea::exportPlan()
{
    if (!host())
        return;
    auto *page = new PlanExportPage(m_workspace, m_feeds, m_page->view()->currentDay());
    connect(page, &PlanExportPage::closeRequested, this, [this] { host()->closeTask(); });
    host()->showTask(tr("Export plan"), page);
}

void CalendarArea::withMonth(PaperSize paper, const std::function<void(const PlannedMonth &)> &use)
{
    PlannedMonthOptions options;
    options.month = m_page->view()->currentDay();
    options.paper = paper;
    readPlannedMonth(m_workspace, options, m_page, [this, use](Result<PlannedMonth> month) {
        if (!month) {
            if (host())
                host()->notify({.severity = NoticeSeverity::Error, .text = month.error().message});
            return;
        }
        month->posts = filtered(m_filter, month->posts);
        month->filter = filterWords(m_filter, m_sources);
        use(*month);
    });
}

void CalendarArea::savePdf(PaperSize paper)
{
    const QDate day = m_page->view()->currentDay();
    Question::saveFile(m_page,
        {.title = tr("Save month as PDF"),
            .filters = {tr("PDF files (*.pdf)")},
            .suggestedName =
                tr("plan", "begin of a file's name") + day.toString(u"-yyyy-MM"_s) + u".pdf"_s,
            .suffix = u"pdf"_s},
        [this, paper](const QString &path) {
            withMonth(paper, [this, path](const PlannedMonth &month) {
                const auto done = MonthPrint::writePdf(month, path);
                if (!host())
                    return;
                if (!done)
                    host()->notify({.severity = NoticeSeverity::Error,
                        .text = done.error().message,
                        .details = done.error().detail});
                else
                    host()->notify({.text = tr("%1 is in %2.")
                                                .arg(Formatting::monthTitle(month.month),
                                                    QFileInfo(path).fileName()),
                        .actionText = tr("Open folder"),
                        .action = [path] {
                            QDesktopServices::openUrl(
                                QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
                        }});
            });
        });
}
