// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/workspace.h"
#include "ui_common/question.h"
#include "ui_pipeline/boardexport.h"
#include "ui_pipeline/boardpage.h"
#include "ui_pipeline/chartquestionpane.h"
#include "ui_pipeline/drawingjob.h"
#include "ui_pipeline/pipelinearea.h"
#include "ui_pipeline/pipelinepage.h"
#include "ui_pipeline/reportexport.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QPointer>

#include <memory>
#include <utility>

// What is saved and copied of charts and boards.

using namespace Qt::StringLiterals;

void PipelineArea::exportPicture()
{
    Question::saveFile(m_page,
        {.title = tr("Save the chart"),
            .filters = {tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Page (*.pdf)"),
                tr("Figures (*.csv)")},
            .suggestedName = m_report.chart.id + u".png"_s,
            .suffix = u"png"_s},
        [this](const QString &path) { writePicture(path); });
}

void PipelineArea::writePicture(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    DrawingOrder order;
    if (suffix != "csv"_L1) { // else nothing needs to be drawn
        order.reports = {m_report};
        order.draw = [paper = PaperLook::ofProgram()](const Report &report) {
            return comparedPicture(report, AloneWidth, paper);
        };
    }
    order.make = [suffix, path, table = m_report.table](
                     const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
        const Result<QByteArray> content = drawings.isEmpty()
            ? Result<QByteArray>(toCsv(table))
            : drawnAs(suffix, drawings.constFirst());
        if (!content)
            return tl::unexpected(content.error());
        return [content = *content, path] { return writeDrawn(content, path); };
    };
    carryOut(std::move(order), [this, path](const Result<> &done) { tellWritten(path, done); });
}

/// On workers, as far as may be; what lasts can be cancelled.
void PipelineArea::carryOut(DrawingOrder order, std::function<void(const Result<> &)> done)
{
    auto *job = new DrawingJob(std::move(order), this);
    connect(job, &DrawingJob::lasting, this, [this, job] {
        if (!host())
            return;
        host()->notify({.severity = NoticeSeverity::Info,
            .text = tr("This is still being drawn."),
            .actionText = tr("Cancel"),
            .action = [job = QPointer(job)] {
                if (job)
                    job->cancel();
            }});
    });
    ++m_drawing;
    tellLoading();
    job->start([this, done = std::move(done)](const Result<> &result) {
        --m_drawing;
        tellLoading();
        done(result);
    });
}

void PipelineArea::tellWritten(const QString &path, const Result<> &done)
{
    tellDone(tr("The chart was saved as “%1”.").arg(path), done);
}

void PipelineArea::tellDone(const QString &success, const Result<> &done)
{
    if (!host())
        return;
    NotifierMessage told {NoticeSeverity::Info, success};
    if (!done) {
        const bool isAsked = done.error().code == Error::Code::Cancelled;
        told = {isAsked ? NoticeSeverity::Info : NoticeSeverity::Error, done.error().message,
            done.error().detail};
    }
    host()->notify(told);
}

void PipelineArea::copyTable()
{
    const auto csv = std::make_shared<QString>();
    DrawingOrder order;
    order.make = [csv, table = m_report.table](
                     const QList<Drawing> &) -> Result<DrawingOrder::Keep> {
        *csv = QString::fromUtf8(toCsv(table));
        return [] { return Result<>(); };
    };
    carryOut(std::move(order), [this, csv](const Result<> &done) {
        if (done)
            QGuiApplication::clipboard()->setText(*csv);
        tellDone(tr("The figures are on the clipboard as CSV."), done);
    });
}

void PipelineArea::copyPicture()
{
    struct Copied
    {
        QImage image;
        QByteArray svg;
    };
    const auto copied = std::make_shared<Copied>();
    DrawingOrder order;
    order.reports = {m_report};
    order.draw = [paper = PaperLook::ofProgram()](
                     const Report &report) { return comparedPicture(report, AloneWidth, paper); };
    order.make = [copied](const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
        const auto svg = drawnAs(u"svg"_s, drawings.constFirst());
        if (!svg)
            return tl::unexpected(svg.error());
        *copied = {drawnImage(drawings.constFirst()), *svg};
        if (copied->image.isNull())
            return fail(Error::Code::Io,
                tr("The picture is too large to be copied. Save it as a drawing or a page."));
        return [] { return Result<>(); };
    };
    carryOut(std::move(order), [this, copied](const Result<> &done) {
        if (done) {
            // What reads the clipboard takes the form that it knows.
            auto *content = new QMimeData;
            content->setImageData(copied->image);
            content->setData(u"image/svg+xml"_s, copied->svg);
            QGuiApplication::clipboard()->setMimeData(content);
        }
        tellDone(tr("The picture is on the clipboard."), done);
    });
}

void PipelineArea::exportBoard()
{
    const QList<Report> reports = m_page->board()->shown();
    const ReportQuestion question = questionOf(m_filter->query());
    QHash<UserId, QString> names;
    for (const User &user : m_workspace.users())
        names.insert(user.id, user.name);
    const PrintedBoard board {.title = tr("Pipeline"),
        .workspace = m_workspace.displayName(),
        .question = questionText(question, names, m_workspace.stages(), m_workspace.zone()),
        .day = m_workspace.today(),
        .reports = reports};
    Question::saveFile(m_page,
        {.title = tr("Export the board"),
            .filters = {tr("Pages (*.pdf)")},
            .suggestedName = u"board.pdf"_s,
            .suffix = u"pdf"_s},
        [this, board](const QString &path) {
            DrawingOrder order;
            order.reports = board.reports;
            const PaperLook paper = PaperLook::ofProgram();
            order.draw = [paper](const Report &report) {
                return reportDrawing(report, OnPageWidth, paper);
            };
            order.make = [head = headOf(board), paper, path](
                             const QList<Drawing> &drawings) -> Result<DrawingOrder::Keep> {
                return [content = drawnPages(drawings, head, paper), path] {
                    return writeDrawn(content, path);
                };
            };
            carryOut(
                std::move(order), [this, path](const Result<> &done) { tellWritten(path, done); });
        });
}
