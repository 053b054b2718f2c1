// SPDX-FileCopyrightText: Pullpush contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_timeline/monthprint.h"

#include "session/plannedmonth.h"
#include "ui_timeline/monthpaper.h"

#include <QBuffer>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrintPreviewDialog>
#include <QSaveFile>

#include <memory>

using namespace Qt::StringLiterals;

namespace {
constexpr qreal MarginMillimetres = 10; // what most printers leave white

/// The context of these texts.
class MonthPrintWords
{
    Q_DECLARE_TR_FUNCTIONS(MonthPrint)
};

QPageLayout pageOf(PaperSize paper)
{
    const auto size = paper == PaperSize::A3 ? QPageSize::A3 : QPageSize::A4;
    return {QPageSize(size), QPageLayout::Landscape,
        QMarginsF(MarginMillimetres, MarginMillimetres, MarginMillimetres, MarginMillimetres),
        QPageLayout::Millimeter};
}

/// Paints all pages on \a device, which is at the begin of its first page.
template<typename Device>
bool paintAll(Device &device, const PlannedMonth &month)
{
    const QSizeF points = device.pageLayout().paintRect(QPageLayout::Point).size();
    const MonthPaper paper(month, points * 10, QLocale(), QGuiApplication::layoutDirection());
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const qreal scale = qreal(device.resolution()) / MonthPaper::UnitsPerInch;
    for (int page = 0; page < int(paper.pages().size()); ++page) {
        if (page > 0 && !device.newPage())
            return false;
        painter.save();
        painter.scale(scale, scale);
        paper.paint(painter, page);
        painter.restore();
    }
    return painter.end();
}

/// Qt leaves the fields of its tool bar without names.
void nameControls(const QPrintPreviewDialog &dialog)
{
    const auto combos = dialog.findChildren<QComboBox *>();
    for (QComboBox *combo : combos) {
        if (combo->accessibleName().isEmpty())
            combo->setAccessibleName(MonthPrintWords::tr("Zoom"));
    }
    const auto edits = dialog.findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->accessibleName().isEmpty())
            edit->setAccessibleName(MonthPrintWords::tr("Page"));
    }
}
} // namespace

void MonthPrint::preview(const PlannedMonth &month, QWidget *parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(pageOf(month.paper));
    printer->setDocName(MonthPaper(month, QSizeF(7850, 5380)).title());
    auto *dialog = new QPrintPreviewDialog(printer.get(), parent);
    dialog->setObjectName(u"monthPreview"_s);
    dialog->setWindowTitle(MonthPrintWords::tr("Print month"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The printer lives as long as the dialog.
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
        [month, printer](QPrinter *device) { paintAll(*device, month); });
    nameControls(*dialog);
    dialog->resize(parent->window()->size() * 0.9);
    dialog->open();
}

Result<> MonthPrint::writePdf(const PlannedMonth &month, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    if (!path.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return fail(Error::Code::Rejected,
            MonthPrintWords::tr("A printed month is a PDF file; “%1” does not end in .pdf.")
                .arg(name));
    QByteArray content;
    {
        QBuffer buffer(&content);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(MonthPaper::UnitsPerInch);
        writer.setPageLayout(pageOf(month.paper));
        writer.setTitle(MonthPaper(month, QSizeF(7850, 5380)).title());
        writer.setCreator(QCoreApplication::applicationName());
        if (!paintAll(writer, month))
            content.clear();
    }
    QSaveFile file(path);
    if (content.isEmpty() || !file.open(QIODevice::WriteOnly)
        || file.write(content) != content.size() || !file.commit())
        return fail(Error::Code::Io,
            MonthPrintWords::tr(
                "The file “%1” could not be written. Choose another folder, or close the "
                "program that has it open.")
                .arg(name),
            file.errorString());
    return {};
}
