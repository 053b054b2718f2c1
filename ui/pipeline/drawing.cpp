// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_pipeline/drawing.h"

#include "report/chart.h"
#include "ui_common/ownway.h"
#include "ui_common/theme.h"
#include "ui_pipeline/wrappedtext.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int DotsPerInch = 96; ///< text is laid out for that many
constexpr qreal MostImageHeight = 30000; ///< the painter of images ends soon after
constexpr qreal PageMarginMm = 15;
constexpr int MostOnPage = 2;
constexpr qreal PageGap = Metrics::Wide;

class ExportText
{
    Q_DECLARE_TR_FUNCTIONS(ExportText)
};

/// False where the device cannot be drawn on.
bool drawAlone(QPaintDevice &device, const Drawing &drawing, qreal scale)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.scale(scale, scale);
    painter.fillRect(QRectF(QPointF(), drawing.size), drawing.ground);
    drawing.paint(painter);
    return painter.end();
}

QByteArray asPng(const Drawing &drawing)
{
    const QImage image = drawnImage(drawing);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return !image.isNull() && image.save(&buffer, "PNG") ? buffer.data() : QByteArray();
}

QByteArray asSvg(const Drawing &drawing)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(DotsPerInch);
    generator.setSize(drawing.size.toSize());
    generator.setViewBox(QRectF(QPointF(), drawing.size));
    generator.setTitle(drawing.title);
    generator.setDescription(drawing.subtitle);
    return drawAlone(generator, drawing, 1) ? buffer.data() : QByteArray();
}

QByteArray asPdf(const Drawing &drawing)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(DotsPerInch);
    writer.setTitle(drawing.title);
    writer.setCreator(QCoreApplication::applicationName());
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(drawing.size * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
    return drawAlone(writer, drawing, 1) ? content : QByteArray();
}

/// The pages of a report, one after the other.
class ReportPages
{
public:
    ReportPages(const ReportHead &head, const QSizeF &page, PaperLook paper)
        : m_head(head)
        , m_page(page)
        , m_look(std::move(paper))
    {
        m_headHeight = std::ceil(wrappedHeight(m_head.title, titleFont(m_look.font), page.width())
            + Metrics::Tiny + wrappedHeight(headText(), m_look.font, page.width()) + Metrics::Wide);
        m_footHeight = std::ceil(QFontMetricsF(m_look.font).height()) + Metrics::Large;
    }

    bool paint(QPdfWriter &writer, const QList<Drawing> &drawings) const
    {
        QList<QSizeF> sizes;
        for (const Drawing &drawing : drawings)
            sizes.append(drawing.size);
        const QSizeF room(m_page.width(), m_page.height() - m_footHeight);
        const QList<PlacedDrawing> places = placedOnPages(sizes, room, m_headHeight);
        const int pages = places.isEmpty() ? 1 : places.last().page + 1;
        QPainter painter;
        if (!painter.begin(&writer))
            return false;
        painter.setLayoutDirection(m_look.direction);
        paintHead(painter);
        paintFoot(painter, 0, pages);
        int page = 0;
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (places[i].page > page) {
                page = places[i].page;
                if (!writer.newPage())
                    return false;
                paintFoot(painter, page, pages);
            }
            painter.save();
            painter.translate(places[i].rect.topLeft());
            const qreal scale = places[i].rect.width() / std::max(1.0, sizes[i].width());
            painter.scale(scale, scale);
            drawings[i].paint(painter);
            painter.restore();
        }
        return painter.end();
    }

private:
    [[nodiscard]] QString headLine() const
    {
        //: A workspace and a day: "Harbour Lights · 3 May 2026".
        return ExportText::tr("%1 · %2").arg(m_head.workspace, dayText(m_head.day));
    }

    [[nodiscard]] QString headText() const
    {
        return m_head.question.isEmpty() ? headLine() : headLine() + u'\n' + m_head.question;
    }

    void paintHead(QPainter &painter) const
    {
        const QFont font = titleFont(m_look.font);
        QRectF rect(QPointF(), QSizeF(m_page.width(), m_headHeight));
        drawWrapped(painter, rect, m_head.title, font, m_look.palette.color(QPalette::Text),
            m_look.direction);
        rect.setTop(wrappedHeight(m_head.title, font, m_page.width()) + Metrics::Tiny);
        drawWrapped(painter, rect, headText(), m_look.font,
            colour(ColourRole::QuietText, m_look.palette), m_look.direction);
    }

    void paintFoot(QPainter &painter, int page, int pages) const
    {
        const QRectF line(0, m_page.height() - m_footHeight + Metrics::Large, m_page.width(),
            m_footHeight - Metrics::Large);
        const bool mirrored = m_look.direction == Qt::RightToLeft;
        const QString number =
            //: The foot of a page of a report: "Page 2 of 3".
            ExportText::tr("Page %1 of %2")
                .arg(QLocale().toString(page + 1), QLocale().toString(pages));
        const QFontMetricsF fonts(m_look.font);
        const qreal used = fonts.horizontalAdvance(number) + Metrics::Wide;
        painter.setFont(m_look.font);
        painter.setPen(colour(ColourRole::QuietText, m_look.palette));
        drawOwnWay(painter, line,
            int(mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::TextSingleLine,
            number);
        if (page == 0)
            return; // the head says it
        drawOwnWay(painter, line,
            int(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::TextSingleLine,
            fonts.elidedText(headLine(), Qt::ElideRight, line.width() - used));
    }

    const ReportHead &m_head;
    QSizeF m_page; ///< within the margins
    PaperLook m_look;
    qreal m_headHeight = 0;
    qreal m_footHeight = 0;
};

} // namespace

PaperLook PaperLook::ofProgram()
{
    return {Theme::palette(false), // whose base is the paper's white
        QGuiApplication::font(), QGuiApplication::layoutDirection()};
}

QImage drawnImage(const Drawing &drawing)
{
    const qreal scale = std::min(2.0, MostImageHeight / std::max(1.0, drawing.size.height()));
    QImage image((drawing.size * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return {}; // too large for the memory
    constexpr int dotsPerMeter = qRound(DotsPerInch / 0.0254);
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    image.fill(drawing.ground); // also what is left of the last pixels
    return drawAlone(image, drawing, scale) ? image : QImage();
}

Result<QByteArray> drawnAs(const QString &suffix, const Drawing &drawing)
{
    const QString known = suffix.toLower();
    if (known == "png"_L1)
        return asPng(drawing);
    if (known == "svg"_L1)
        return asSvg(drawing);
    if (known == "pdf"_L1)
        return asPdf(drawing);
    if (known == "csv"_L1)
        return drawing.csv ? drawing.csv() : QByteArray();
    return fail(Error::Code::Rejected,
        ExportText::tr("A chart can be written as .png, .svg, .pdf or .csv."));
}

Result<> writeDrawn(const QByteArray &content, const QString &path)
{
    QSaveFile file(path);
    if (!content.isEmpty() && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size() && file.commit())
        return {};
    return fail(Error::Code::Io,
        ExportText::tr("The file “%1” could not be written. Choose another folder, or close the "
                       "program that has it open.")
            .arg(QFileInfo(path).fileName()),
        file.errorString());
}

Result<> exportDrawing(const Drawing &drawing, const QString &path)
{
    return drawnAs(QFileInfo(path).suffix(), drawing).and_then([&path](const QByteArray &content) {
        return writeDrawn(content, path);
    });
}

QList<PlacedDrawing> placedOnPages(const QList<QSizeF> &sizes, const QSizeF &room, qreal headHeight)
{
    QList<PlacedDrawing> places;
    int page = 0;
    int onPage = 0;
    qreal top = headHeight;
    for (const QSizeF &size : sizes) {
        const qreal fitting = std::min(1.0, room.width() / std::max(1.0, size.width()));
        const bool isLow = size.height() * fitting <= room.height() - top;
        if (onPage == MostOnPage || (onPage > 0 && !isLow)) {
            ++page;
            onPage = 0;
            top = 0;
        }
        const qreal scale = std::min(fitting, (room.height() - top) / std::max(1.0, size.height()));
        const QSizeF shown = size * scale;
        places.append({page, QRectF(QPointF((room.width() - shown.width()) / 2, top), shown)});
        top += shown.height() + PageGap;
        ++onPage;
    }
    return places;
}

QByteArray drawnPages(
    const QList<Drawing> &drawings, const ReportHead &head, const PaperLook &paper)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(DotsPerInch);
    writer.setTitle(head.title);
    writer.setCreator(QCoreApplication::applicationName());
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
        QMarginsF(PageMarginMm, PageMarginMm, PageMarginMm, PageMarginMm),
        QPageLayout::Millimeter));
    const QSizeF page =
        writer.pageLayout().paintRect(QPageLayout::Point).size() * (DotsPerInch / 72.0);
    return ReportPages(head, page, paper).paint(writer, drawings) ? content : QByteArray();
}

Result<> exportPages(const QList<Drawing> &drawings, const ReportHead &head, const QString &path)
{
    if (QFileInfo(path).suffix().toLower() != "pdf"_L1) {
        return fail(Error::Code::Rejected,
            ExportText::tr("A report is a PDF file; “%1” does not end in .pdf.")
                .arg(QFileInfo(path).fileName()));
    }
    return writeDrawn(drawnPages(drawings, head), path);
}
